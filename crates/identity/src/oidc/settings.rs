//! Who vouches, as the file `oidc.toml` of a site's folder says it.

use serde::Deserialize;
use std::path::PathBuf;

/// The settings. The secret is in a file of its own or in the environment, never here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Address of the provider, as its discovery document names it.
    pub issuer: String,
    /// Name under which the provider knows this site.
    pub client_id: String,
    /// File with the secret that goes with it; inside the folder of the site unless it is absolute.
    pub client_secret_file: Option<PathBuf>,
    /// What the provider expects.
    pub profile: Profile,
    /// Its name, as people read it.
    pub label: String,
    /// The levels of authentication that are sure enough; empty: any.
    pub acr: Vec<String>,
}

/// What a provider expects beside the standard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// The standard, with PKCE.
    #[default]
    Generic,
    /// ProConnect: no parameter that it does not know (neither PKCE nor `acr_values`), levels asked for by `claims`, secret in the form.
    Proconnect,
}

/// What is wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// `issuer` is no address, or in clear towards another machine.
    #[error("issuer = \"{0}\": https://address.of.the.provider is expected (http for this machine alone)")]
    Issuer(String),
    /// No `client_id`.
    #[error("client_id is missing: the provider gives it when the site is declared")]
    Client,
    /// No secret.
    #[error("the client secret is missing: name its file in client_secret_file, or set {0}")]
    Secret(&'static str),
    /// No name to show.
    #[error("label is missing: what the button says after « Se connecter avec »")]
    Label,
}

impl Profile {
    /// What is asked about the person: their identifier and their address, nothing else.
    pub(super) const SCOPES: [&str; 1] = ["email"];

    /// Levels at which ProConnect has seen two factors.
    const STRONG: [&str; 4] = ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"];

    /// Whether this level says that two factors were shown. A generic provider's levels mean what it wants: none does.
    pub(super) fn is_strong(self, acr: Option<&str>) -> bool {
        self == Self::Proconnect && acr.is_some_and(|acr| Self::STRONG.contains(&acr))
    }
}

impl Settings {
    /// The settings, if they can serve.
    pub(super) fn checked(self) -> Result<Self, SettingsError> {
        if !is_safe(&self.issuer) {
            return Err(SettingsError::Issuer(self.issuer));
        }
        if self.client_id.trim().is_empty() {
            return Err(SettingsError::Client);
        }
        let label = match (self.label.trim(), self.profile) {
            ("", Profile::Proconnect) => "ProConnect".to_owned(),
            ("", Profile::Generic) => return Err(SettingsError::Label),
            (label, _) => label.to_owned(),
        };
        Ok(Self { label, ..self })
    }
}

/// Encrypted, or on this machine.
fn is_safe(issuer: &str) -> bool {
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let here = local.iter().filter_map(|start| issuer.strip_prefix(start));
    issuer.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        || here.into_iter().any(|rest| rest.is_empty() || rest.starts_with([':', '/']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> Settings {
        Settings {
            issuer: "https://id.example".into(),
            client_id: "us".into(),
            label: "Id".into(),
            ..Settings::default()
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(settings().checked(), Ok(settings()));
        for issuer in ["", "id.example", "https://", "https:///a", "http://id.example", "http://localhost.evil.example"]
        {
            let wrong = Settings { issuer: issuer.into(), ..settings() };
            assert_eq!(wrong.checked(), Err(SettingsError::Issuer(issuer.into())));
        }
        let here = Settings { issuer: "http://127.0.0.1:9000/a".into(), ..settings() };
        assert!(here.checked().is_ok());
        assert_eq!(Settings { client_id: " ".into(), ..settings() }.checked(), Err(SettingsError::Client));
        assert_eq!(Settings { label: String::new(), ..settings() }.checked(), Err(SettingsError::Label));
        let named = Settings { label: String::new(), profile: Profile::Proconnect, ..settings() };
        assert_eq!(named.checked().unwrap().label, "ProConnect");
    }
}
