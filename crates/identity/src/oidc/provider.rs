//! A provider: how to leave for it, and what to believe of what comes back.

use super::{Departure, Fetch, FetchError, Profile, Settings, SettingsError};
use arobase_domain::Email;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreErrorResponseType, CoreIdToken, CoreIdTokenClaims,
    CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AuthType, AuthenticationContextClass, AuthorizationCode, AuthorizationRequest,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IssuerUrl, LogoutRequest, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, ProviderMetadataWithLogout as Metadata, RedirectUrl, RequestTokenError, Scope,
    StandardErrorResponse, TokenResponse as _, UserInfoError,
};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

/// What a provider says of itself is asked again after so long, in milliseconds: ten minutes. Its keys are asked for at each return.
const KNOWN: i64 = 10 * 60_000;

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Someone who vouches for people.
#[derive(Debug)]
pub struct Provider {
    settings: Settings,
    issuer: IssuerUrl,
    secret: ClientSecret,
    fetch: Fetch,
    known: Mutex<Option<(i64, Metadata)>>,
}

/// Whom a provider vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Its own identifier of the person, which does not change.
    pub subject: String,
    /// Their address, where the provider has verified it.
    pub email: Option<Email>,
    /// Whether they showed two factors.
    pub strong: bool,
    /// What the provider wants back when the session ends.
    pub hint: String,
}

/// Why nobody comes in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OidcError {
    /// The provider does not answer, or too late.
    #[error("no answer from the provider: {0}")]
    Unreachable(String),
    /// Its answer is not that of the protocol.
    #[error("unreadable answer of the provider: {0}")]
    Unreadable(String),
    /// It does not know this code, or this site.
    #[error("the provider refuses: {0}")]
    Refused(String),
    /// What it vouches for does not hold: signature, audience, time, nonce.
    #[error("not to be believed: {0}")]
    Doubtful(String),
    /// The person was recognised less surely than this site wants.
    #[error("level of authentication {0}")]
    Weak(String),
}

impl Provider {
    /// A provider; nothing is asked of it yet. `variable` is the environment variable that may hold the secret, for the error that says so.
    pub fn new(
        settings: Settings,
        secret: Option<String>,
        variable: &'static str,
        fetch: Fetch,
    ) -> Result<Self, SettingsError> {
        let settings = settings.checked()?;
        let issuer = IssuerUrl::new(settings.issuer.clone());
        let issuer = issuer.map_err(|_| SettingsError::Issuer(settings.issuer.clone()))?;
        let secret = secret.map(|secret| secret.trim().to_owned()).filter(|secret| !secret.is_empty());
        let secret = ClientSecret::new(secret.ok_or(SettingsError::Secret(variable))?);
        Ok(Self { settings, issuer, secret, fetch, known: Mutex::new(None) })
    }

    /// Its name, as people read it.
    pub fn label(&self) -> &str {
        &self.settings.label
    }

    /// Its address.
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Where a browser goes to be recognised; it comes back to `back`.
    pub fn departure(&self, departure: &Departure, back: &str, now: i64) -> Result<String, OidcError> {
        let client = self.client(self.known(now)?, back)?;
        let (state, nonce) = (CsrfToken::new(departure.state()), Nonce::new(departure.nonce()));
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let mut request = client.authorize_url(flow, move || state, move || nonce);
        for scope in Profile::SCOPES {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        let levels = self.settings.acr.iter().cloned().map(AuthenticationContextClass::new);
        request = match self.settings.profile {
            Profile::Generic => {
                let verifier = PkceCodeVerifier::new(departure.verifier());
                let request = request.set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
                levels.fold(request, AuthorizationRequest::add_auth_context_value)
            }
            Profile::Proconnect if self.settings.acr.is_empty() => request,
            Profile::Proconnect => request.add_extra_param("claims", self.levels()),
        };
        Ok(request.url().0.to_string())
    }

    /// Whom the provider vouches for, by the code that the browser brought back.
    pub fn identify(&self, departure: &Departure, code: String, back: &str, now: i64) -> Result<Identity, OidcError> {
        let client = self.client(self.discover()?, back)?;
        let mut exchange = client.exchange_code(AuthorizationCode::new(code)).map_err(unreadable)?;
        if self.settings.profile == Profile::Generic {
            exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(departure.verifier()));
        }
        let tokens = exchange.request(&self.fetch)?;
        let token = tokens.id_token().ok_or_else(|| unreadable("no id_token"))?;
        let verifier = client.id_token_verifier();
        let verifier = verifier
            .set_time_fn(move || (UNIX_EPOCH + Duration::from_millis(now.unsigned_abs())).into())
            .set_auth_context_verifier_fn(|level| self.sure_enough(level));
        let claims = token.claims(&verifier, &Nonce::new(departure.nonce()))?;
        Ok(Identity {
            issuer: self.settings.issuer.clone(),
            subject: claims.subject().to_string(),
            email: self.email(&client, tokens.access_token().clone(), claims)?,
            strong: self.settings.profile.is_strong(claims.auth_context_ref().map(|level| level.as_str())),
            hint: token.to_string(),
        })
    }

    /// Where a browser goes to end the provider's session too, if the provider has such a place; it comes back to `back` with `state`.
    pub fn leaving(&self, hint: &str, state: String, back: String, now: i64) -> Result<Option<String>, OidcError> {
        let metadata = self.known(now)?;
        let Some(place) = metadata.additional_metadata().end_session_endpoint.clone() else { return Ok(None) };
        let hint: CoreIdToken = hint.parse().map_err(unreadable)?;
        let request = LogoutRequest::from(place)
            .set_id_token_hint(&hint)
            .set_post_logout_redirect_uri(PostLogoutRedirectUrl::new(back).map_err(unreadable)?)
            .set_state(CsrfToken::new(state));
        Ok(Some(request.http_get_url().to_string()))
    }

    /// The person's address where it is known to be theirs. ProConnect has no word for that: those who vouch there gave the address themselves.
    fn email(
        &self,
        client: &Client,
        token: AccessToken,
        claims: &CoreIdTokenClaims,
    ) -> Result<Option<Email>, OidcError> {
        let (email, verified) = match client.user_info(token, Some(claims.subject().clone())) {
            Ok(request) => {
                let told: CoreUserInfoClaims = request.request(&self.fetch)?;
                (told.email().cloned(), told.email_verified())
            }
            Err(_) => (claims.email().cloned(), claims.email_verified()),
        };
        let trusted = self.settings.profile == Profile::Proconnect || verified == Some(true);
        Ok(email.filter(|_| trusted).and_then(|email| email.as_str().parse().ok()))
    }

    /// The levels as ProConnect wants them asked for.
    fn levels(&self) -> String {
        serde_json::json!({ "id_token": { "acr": { "essential": true, "values": self.settings.acr } } }).to_string()
    }

    fn sure_enough(&self, level: Option<&AuthenticationContextClass>) -> Result<(), String> {
        let level = level.map(|level| level.as_str());
        let wanted = &self.settings.acr;
        let enough = wanted.is_empty() || level.is_some_and(|level| wanted.iter().any(|one| one == level));
        if enough { Ok(()) } else { Err(level.unwrap_or("unknown").to_owned()) }
    }

    /// What the provider says of itself, as asked within the last minutes: many departures ask it little.
    fn known(&self, now: i64) -> Result<Metadata, OidcError> {
        let held = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, metadata)) = held().as_ref()
            && (0..KNOWN).contains(&(now - at))
        {
            return Ok(metadata.clone());
        }
        let metadata = self.discover()?;
        *held() = Some((now, metadata.clone()));
        Ok(metadata)
    }

    fn discover(&self) -> Result<Metadata, OidcError> {
        Ok(Metadata::discover(&self.issuer, &self.fetch)?)
    }

    fn client(&self, metadata: Metadata, back: &str) -> Result<Client, OidcError> {
        let posts = Some(&vec![CoreClientAuthMethod::ClientSecretPost]);
        let in_form =
            self.settings.profile == Profile::Proconnect || metadata.token_endpoint_auth_methods_supported() == posts;
        let client = ClientId::new(self.settings.client_id.clone());
        let client = CoreClient::from_provider_metadata(metadata, client, Some(self.secret.clone()));
        let back = RedirectUrl::new(back.to_owned()).map_err(unreadable)?;
        let auth = if in_form { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_redirect_uri(back).set_auth_type(auth))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "so that it can be given to map_err")]
fn unreadable(cause: impl ToString) -> OidcError {
    OidcError::Unreadable(cause.to_string())
}

impl From<DiscoveryError<FetchError>> for OidcError {
    fn from(error: DiscoveryError<FetchError>) -> Self {
        match error {
            DiscoveryError::Request(cause) => Self::Unreachable(cause.to_string()),
            DiscoveryError::Response(status, ..) if status.is_server_error() => Self::Unreachable(status.to_string()),
            DiscoveryError::Response(_, _, cause) => Self::Unreadable(cause),
            DiscoveryError::Parse(cause) => unreadable(cause),
            other => unreadable(other),
        }
    }
}

impl From<RequestTokenError<FetchError, StandardErrorResponse<CoreErrorResponseType>>> for OidcError {
    fn from(error: RequestTokenError<FetchError, StandardErrorResponse<CoreErrorResponseType>>) -> Self {
        match error {
            RequestTokenError::Request(cause) => Self::Unreachable(cause.to_string()),
            RequestTokenError::ServerResponse(said) => Self::Refused(said.error().as_ref().to_owned()),
            RequestTokenError::Parse(cause, _) => unreadable(cause),
            RequestTokenError::Other(cause) => Self::Unreadable(cause),
        }
    }
}

impl From<ClaimsVerificationError> for OidcError {
    fn from(error: ClaimsVerificationError) -> Self {
        match error {
            ClaimsVerificationError::InvalidAuthContext(level) => Self::Weak(level),
            other => Self::Doubtful(with_cause(&other)),
        }
    }
}

impl From<UserInfoError<FetchError>> for OidcError {
    fn from(error: UserInfoError<FetchError>) -> Self {
        match error {
            UserInfoError::Request(cause) => Self::Unreachable(cause.to_string()),
            UserInfoError::Response(status, ..) if status.is_server_error() => Self::Unreachable(status.to_string()),
            UserInfoError::ClaimsVerification(cause) => cause.into(),
            UserInfoError::Parse(cause) => unreadable(cause),
            other => unreadable(other),
        }
    }
}

/// An error and what caused it, on one line.
fn with_cause(error: &dyn std::error::Error) -> String {
    let cause = error.source().map(|cause| format!(" ({cause})"));
    format!("{error}{}", cause.unwrap_or_default())
}
