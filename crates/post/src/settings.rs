//! How mail leaves, as the file `mail.toml` of a site's folder says it.

use lettre::message::Mailbox;
use serde::Deserialize;
use std::path::PathBuf;

/// The settings; each that is absent has its default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Who writes: `Congrès <contact@congres.example>`.
    pub from: String,
    /// Which way.
    pub transport: Way,
    /// Folder of the letters, for `file`; inside the folder of the site unless it is absolute.
    pub folder: PathBuf,
    /// Name of the server, for `smtp`.
    pub server: String,
    /// Its port; that of its security if absent.
    pub port: Option<u16>,
    /// How the line is protected.
    pub security: Security,
    /// Name under which the server knows us; none where it asks for none. The password is in the environment, never in the file.
    pub user: Option<String>,
}

/// A way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A file for each letter, in a folder laid out as a maildir: nothing leaves this machine.
    #[default]
    File,
    /// The letters themselves on standard error, links included: to try the product, never to serve people.
    Console,
    /// A mail server.
    Smtp,
}

/// How the line to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// Encrypted from the first byte, port 465.
    #[default]
    Tls,
    /// Encrypted before anything is said that matters, port 587.
    Starttls,
    /// In clear, port 25: for a server on this machine.
    None,
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// `from` is no address.
    #[error("from = \"{0}\" is not an address: \"Name <name@domain.fr>\"")]
    From(String),
    /// `transport = "smtp"` without a server.
    #[error("transport = \"smtp\" wants server = \"name.of.the.server\"")]
    NoServer,
    /// A user without password.
    #[error("a user is named and no password is given")]
    NoPassword,
    /// The server's name cannot be used.
    #[error("server = \"{server}\": {cause}")]
    Server {
        /// As given.
        server: String,
        /// Why not.
        cause: String,
    },
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            from: "arobase <ne-pas-repondre@localhost>".into(),
            transport: Way::default(),
            folder: "mail".into(),
            server: String::new(),
            port: None,
            security: Security::default(),
            user: None,
        }
    }
}

impl Settings {
    /// Who writes.
    pub(crate) fn sender(&self) -> Result<Mailbox, SettingsError> {
        self.from.parse().map_err(|_| SettingsError::From(self.from.clone()))
    }
}
