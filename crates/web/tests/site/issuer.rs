//! A small OpenID provider of the test's own, honest or not. Its key protects nothing.

use arobase_identity::oidc::{Fetch, FetchError, HttpRequest, HttpResponse, Profile, Provider, Settings, http};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::digest;
use ring::rand::SystemRandom;
use ring::rsa::{KeyPair, PublicKeyComponents};
use ring::signature::RSA_PKCS1_SHA256;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

pub(crate) const ADDRESS: &str = "https://id.example";
const CLIENT: &str = "arobase";
const SECRET: &str = "s3cret";

/// What ProConnect takes at `authorize`; anything else is its error Y000400.
const PROCONNECT: [&str; 7] = ["response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "claims"];

/// How the provider misbehaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quirk {
    None,
    /// Of `userinfo`.
    Signed,
    SignedForAnother,
    SignedByAnother,
    SignedElsewhere,
    OtherSubject,
    /// Of the identity token.
    WrongNonce,
    WrongKey,
    WrongAudience,
    TwoAudiences,
    WrongIssuer,
    Expired,
    Unsigned,
    NoToken,
    WeakLevel,
    NoLevel,
    /// Of the address.
    Unverified,
    NoEmail,
    Down,
}

/// The provider's desk.
pub(crate) struct Issuer {
    pub(crate) quirk: Quirk,
    pub(crate) subject: String,
    pub(crate) email: String,
    profile: Profile,
    /// For each code given: the nonce and the challenge it came with.
    codes: BTreeMap<String, (String, Option<String>)>,
}

#[derive(Clone)]
pub(crate) struct Desk(Arc<Mutex<Issuer>>);

impl Desk {
    pub(crate) fn open(profile: Profile) -> Self {
        let (subject, email) = ("sub-anne".to_owned(), "Anne@nouans.example".to_owned());
        Self(Arc::new(Mutex::new(Issuer { quirk: Quirk::None, subject, email, profile, codes: BTreeMap::new() })))
    }

    pub(crate) fn set(&self, change: impl FnOnce(&mut Issuer)) {
        change(&mut self.0.lock().unwrap());
    }

    /// The provider as a site with these levels knows it.
    pub(crate) fn provider(&self, profile: Profile, acr: &[&str]) -> Provider {
        let settings = Settings {
            issuer: ADDRESS.into(),
            client_id: CLIENT.into(),
            profile,
            label: "ProConnect".into(),
            acr: acr.iter().map(ToString::to_string).collect(),
            ..Settings::default()
        };
        let desk = self.clone();
        let fetch = Fetch::new(move |request| desk.0.lock().unwrap().answer(&request));
        Provider::new(settings, Some(SECRET.into()), "VARIABLE", fetch).unwrap()
    }

    /// What a browser gets that goes to this address: where it is sent on to, or what is wrong.
    pub(crate) fn authorize(&self, address: &str) -> Result<String, String> {
        self.0.lock().unwrap().authorize(address)
    }
}

impl Issuer {
    fn authorize(&mut self, address: &str) -> Result<String, String> {
        let query = address.strip_prefix(&format!("{ADDRESS}/authorize?")).ok_or("elsewhere")?;
        let asked = pairs(query);
        let strange = asked.keys().find(|name| !PROCONNECT.contains(&name.as_str()));
        if let (Profile::Proconnect, Some(name)) = (self.profile, strange) {
            return Err(format!("Y000400 {name}"));
        }
        let one = |name: &str| asked.get(name).cloned().ok_or(format!("no {name}"));
        let expected = (one("client_id")?, one("response_type")?, one("scope")?);
        assert_eq!(expected, (CLIENT.into(), "code".into(), "openid email".into()));
        let (state, nonce) = (one("state")?, one("nonce")?);
        assert!(state.len() >= 32 && nonce.len() >= 32);
        if self.profile == Profile::Generic {
            assert_eq!(one("code_challenge_method")?, "S256");
        }
        let code = format!("code{}", self.codes.len());
        self.codes.insert(code.clone(), (nonce, asked.get("code_challenge").cloned()));
        Ok(format!("{}?code={code}&state={state}", one("redirect_uri")?))
    }

    fn answer(&mut self, request: &HttpRequest) -> Result<HttpResponse, FetchError> {
        if self.quirk == Quirk::Down {
            return Err(FetchError("connection refused".into()));
        }
        Ok(match request.uri().path() {
            "/.well-known/openid-configuration" => said(200, "application/json", self.discovery().to_string()),
            "/jwks" => said(200, "application/json", json!({ "keys": [public()] }).to_string()),
            "/token" => self.token(request),
            "/userinfo" => self.userinfo(request),
            _ => said(404, "text/plain", String::new()),
        })
    }

    fn discovery(&self) -> Value {
        json!({
            "issuer": ADDRESS,
            "authorization_endpoint": format!("{ADDRESS}/authorize"),
            "token_endpoint": format!("{ADDRESS}/token"),
            "userinfo_endpoint": format!("{ADDRESS}/userinfo"),
            "end_session_endpoint": format!("{ADDRESS}/session/end"),
            "jwks_uri": format!("{ADDRESS}/jwks"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported":
                if self.profile == Profile::Proconnect { ["client_secret_post"] } else { ["client_secret_basic"] },
        })
    }

    fn token(&mut self, request: &HttpRequest) -> HttpResponse {
        let form = pairs(std::str::from_utf8(request.body()).unwrap());
        let field = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
        let authorized = match self.profile {
            Profile::Proconnect => (field("client_id"), field("client_secret")) == (CLIENT, SECRET),
            Profile::Generic => request.headers()["authorization"] == "Basic YXJvYmFzZTpzM2NyZXQ=",
        };
        let Some((nonce, challenge)) = self.codes.remove(field("code")).filter(|_| authorized) else {
            return said(400, "application/json", json!({ "error": "invalid_grant" }).to_string());
        };
        let shown = digest::digest(&digest::SHA256, field("code_verifier").as_bytes());
        if challenge.is_some_and(|challenge| challenge != BASE64.encode(shown)) {
            return said(400, "application/json", json!({ "error": "invalid_grant" }).to_string());
        }
        let mut tokens = json!({ "access_token": "at", "token_type": "Bearer", "expires_in": 60 });
        if self.quirk != Quirk::NoToken {
            tokens["id_token"] = self.id_token(&nonce).into();
        }
        said(200, "application/json", tokens.to_string())
    }

    fn id_token(&self, nonce: &str) -> String {
        let now = crate::fixture::NOW / 1000;
        let mut claims = json!({
            "iss": ADDRESS, "aud": CLIENT, "sub": self.subject, "iat": now, "exp": now + 60, "nonce": nonce,
            "acr": "eidas1-mfa",
        });
        match self.quirk {
            Quirk::WrongNonce => claims["nonce"] = "0".repeat(64).into(),
            Quirk::WrongAudience => claims["aud"] = "another".into(),
            Quirk::TwoAudiences => claims["aud"] = json!([CLIENT, "another"]),
            Quirk::WrongIssuer => claims["iss"] = "https://other.example".into(),
            Quirk::Expired => claims["exp"] = (now - 1).into(),
            Quirk::WeakLevel => claims["acr"] = "eidas1".into(),
            Quirk::NoLevel => drop(claims.as_object_mut().unwrap().remove("acr")),
            _ => {}
        }
        match self.quirk {
            Quirk::WrongKey => forged(&claims),
            Quirk::Unsigned => format!("{}.{}.", encoded(&json!({ "alg": "none" })), encoded(&claims)),
            _ => signed(&claims),
        }
    }

    fn userinfo(&self, request: &HttpRequest) -> HttpResponse {
        assert_eq!(request.headers()["authorization"], "Bearer at");
        let mut told =
            json!({ "sub": self.subject, "email": self.email, "email_verified": true, "siret": "21720217500017" });
        match self.quirk {
            Quirk::OtherSubject => told["sub"] = "sub-bruno".into(),
            Quirk::Unverified => told["email_verified"] = false.into(),
            Quirk::NoEmail => drop(told.as_object_mut().unwrap().remove("email")),
            _ => {}
        }
        if self.profile == Profile::Proconnect {
            told.as_object_mut().unwrap().remove("email_verified");
        }
        let mut jwt = told.clone();
        (jwt["iss"], jwt["aud"]) = (ADDRESS.into(), CLIENT.into());
        match self.quirk {
            Quirk::Signed => said(200, "application/jwt", signed(&jwt)),
            Quirk::SignedForAnother => {
                jwt["aud"] = "another".into();
                said(200, "application/jwt", signed(&jwt))
            }
            Quirk::SignedElsewhere => {
                jwt["iss"] = "https://other.example".into();
                said(200, "application/jwt", signed(&jwt))
            }
            Quirk::SignedByAnother => said(200, "application/jwt", forged(&jwt)),
            _ => said(200, "application/json", told.to_string()),
        }
    }
}

fn said(status: u16, kind: &str, body: String) -> HttpResponse {
    http::Response::builder().status(status).header("content-type", kind).body(body.into_bytes()).unwrap()
}

fn key() -> KeyPair {
    KeyPair::from_pkcs8(include_bytes!("issuer.der")).unwrap()
}

fn public() -> Value {
    let key = PublicKeyComponents::<Vec<u8>>::from(key().public());
    json!({ "kty": "RSA", "use": "sig", "kid": "1", "alg": "RS256", "n": BASE64.encode(key.n), "e": BASE64.encode(key.e) })
}

fn encoded(part: &Value) -> String {
    BASE64.encode(part.to_string())
}

fn signed(claims: &Value) -> String {
    let message = format!("{}.{}", encoded(&json!({ "alg": "RS256", "kid": "1", "typ": "JWT" })), encoded(claims));
    let mut signature = vec![0; key().public().modulus_len()];
    key().sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature).unwrap();
    format!("{message}.{}", BASE64.encode(signature))
}

/// The same claims under the signature of others.
fn forged(claims: &Value) -> String {
    let [told, other] = [claims, &json!({ "sub": "someone" })].map(signed);
    let (message, signature) = (told.rsplit_once('.').unwrap().0, other.rsplit_once('.').unwrap().1);
    format!("{message}.{signature}")
}

/// The pairs of a query or of a form.
pub(crate) fn pairs(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    let pairs: Vec<_> = pairs.map(|(name, value)| (name.to_owned(), plain(value))).collect();
    let distinct: BTreeMap<String, String> = pairs.iter().cloned().collect();
    assert_eq!(distinct.len(), pairs.len(), "a parameter twice: {text}");
    distinct
}

fn plain(value: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), value.bytes());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).unwrap()
}
