//! Ways out for a letter: a mail server, a folder, the console.

use crate::message::{Unwritable, write};
use crate::schedule::ATTEMPT_LASTS;
use crate::settings::{Security, Settings, SettingsError, Way};
use arobase_domain::Outgoing;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::timeout;

/// Longest silence of a server, within an attempt.
const SILENCE: Duration = Duration::from_secs(20);

type Smtp = AsyncSmtpTransport<Tokio1Executor>;

/// A way out, ready.
#[derive(Debug, Clone)]
pub struct Transport {
    from: Mailbox,
    exit: Exit,
}

#[derive(Debug, Clone)]
enum Exit {
    Folder(PathBuf),
    Console,
    Smtp(Box<Smtp>),
}

/// Why a letter did not leave this time.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No message can be made of it.
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    /// The server refused it, or the line broke.
    #[error("the mail server: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
    /// The server took too long.
    #[error("the mail server took longer than {} s", ATTEMPT_LASTS.as_secs())]
    Slow,
    /// The file could not be written.
    #[error("the folder of letters: {0}")]
    Folder(#[from] io::Error),
}

impl Transport {
    /// The way out that `settings` name, for a site whose folder is `site`; `password` is that of the mail server.
    pub fn new(settings: &Settings, site: &Path, password: Option<String>) -> Result<Self, SettingsError> {
        let exit = match settings.transport {
            Way::File => Exit::Folder(site.join(&settings.folder)),
            Way::Console => Exit::Console,
            Way::Smtp => Exit::Smtp(Box::new(smtp(settings, password)?)),
        };
        Ok(Self { from: settings.sender()?, exit })
    }

    /// Lets a letter leave, with `secret` in its place.
    pub async fn send(&self, outgoing: &Outgoing, secret: &str) -> Result<(), Failure> {
        let message = write(&self.from, outgoing, secret)?;
        match &self.exit {
            Exit::Folder(folder) => Ok(deliver(folder, &outgoing.id, &message)?),
            Exit::Console => Ok(io::stderr().write_all(&message.formatted())?),
            Exit::Smtp(smtp) => timeout(ATTEMPT_LASTS, smtp.send(message))
                .await
                .map_err(|_| Failure::Slow)?
                .map(drop)
                .map_err(Failure::from),
        }
    }
}

/// Each letter has a connection of its own: one that fails takes no other with it.
fn smtp(settings: &Settings, password: Option<String>) -> Result<Smtp, SettingsError> {
    let server = settings.server.as_str();
    if server.is_empty() {
        return Err(SettingsError::NoServer);
    }
    let builder = match settings.security {
        Security::Tls => Smtp::relay(server),
        Security::Starttls => Smtp::starttls_relay(server),
        Security::None => Ok(Smtp::builder_dangerous(server)),
    };
    let mut builder = builder
        .map_err(|error| SettingsError::Server { server: server.to_owned(), cause: error.to_string() })?
        .timeout(Some(SILENCE));
    if let Some(port) = settings.port {
        builder = builder.port(port);
    }
    if let Some(user) = &settings.user {
        builder = builder.credentials(Credentials::new(user.clone(), password.ok_or(SettingsError::NoPassword)?));
    }
    Ok(builder.build())
}

/// Writes a message as a maildir receives it: whole or not at all, and the same one twice is one.
fn deliver(folder: &Path, id: &str, message: &Message) -> io::Result<()> {
    let (tmp, new) = (folder.join("tmp"), folder.join("new"));
    for place in [&tmp, &new, &folder.join("cur")] {
        std::fs::create_dir_all(place)?;
    }
    let name = format!("{id}.eml");
    std::fs::write(tmp.join(&name), message.formatted())?;
    std::fs::rename(tmp.join(&name), new.join(&name))
}
