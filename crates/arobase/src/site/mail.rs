//! The post of a site: its settings, and those who empty the outbox while the site is served.

#[cfg(test)]
mod tests;

use crate::clock;
use arobase_domain::Outgoing;
use arobase_identity::Key;
use arobase_post::{Settings, Transport, next_attempt, too_late};
use arobase_store::{Patience, Store, StoreError};
use miette::{IntoDiagnostic, WrapErr};
use std::path::Path;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Name of the file of settings.
const FILE: &str = "mail.toml";
/// Environment variable with the password of the mail server.
const PASSWORD: &str = "AROBASE_MAIL_PASSWORD";
/// How many letters may be on their way at once: a server that dawdles over one does not hold up the others.
const POSTMEN: usize = 4;
/// How long a postman rests when nothing waits.
const REST: Duration = Duration::from_secs(2);

const PATIENCE: Patience = Patience { next: next_attempt, over: too_late };

/// What `arobase init` writes, to be changed.
const BLANK: &str = r#"# Courrier électronique : comment partent les liens de connexion et les invitations.
# Mail: how links to sign in and invitations leave.

# Qui écrit / who writes
from = "arobase <ne-pas-repondre@localhost>"

# "file" : chaque lettre est un fichier du dossier mail/new, rien ne part ; "console" : pour essayer ; "smtp" : par un serveur.
# "file": each letter is a file in mail/new and nothing leaves; "console": to try; "smtp": through a server.
transport = "file"

# server = "smtp.exemple.fr"
# security = "tls"            # "tls" (465), "starttls" (587), "none" (25, sur cette machine / on this machine)
# user = "congres"            # mot de passe / password: AROBASE_MAIL_PASSWORD
"#;

/// Writes the settings to change, unless there are some.
pub(crate) fn prepare(folder: &Path) -> miette::Result<()> {
    super::lay(&folder.join(FILE), BLANK)
}

/// The way out that the settings of a site name; files in its folder without settings.
pub(crate) fn transport(folder: &Path) -> miette::Result<Transport> {
    let file = folder.join(FILE);
    let settings = match std::fs::read_to_string(&file) {
        Ok(text) => toml::from_str(&text).into_diagnostic(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Settings::default()),
        Err(error) => Err(error).into_diagnostic(),
    };
    let wrong = || format!("{} cannot be used", file.display());
    Transport::new(&settings.wrap_err_with(wrong)?, folder, std::env::var(PASSWORD).ok())
        .into_diagnostic()
        .wrap_err_with(wrong)
}

/// Those at work; to be stopped.
pub(crate) struct Post {
    stop: watch::Sender<bool>,
    postmen: JoinSet<()>,
}

/// Starts to empty the outbox.
pub(crate) fn start(store: &Store, transport: Transport, key: &Key) -> Post {
    let (stop, stopped) = watch::channel(false);
    let postman = Postman { store: store.clone(), transport, key: key.clone() };
    let postmen = std::iter::repeat_n(postman, POSTMEN).map(|postman| postman.work(stopped.clone())).collect();
    Post { stop, postmen }
}

impl Post {
    /// Lets the letters under way arrive, and starts no other.
    pub(crate) async fn stop(self) {
        self.stop.send_replace(true);
        self.postmen.join_all().await;
    }
}

/// Takes letters out of the outbox one by one.
#[derive(Clone)]
struct Postman {
    store: Store,
    transport: Transport,
    key: Key,
}

impl Postman {
    async fn work(self, mut stopped: watch::Receiver<bool>) {
        while !*stopped.borrow() {
            match self.carry(&clock::now_millis).await {
                Ok(true) => {}
                Ok(false) => rest(&mut stopped).await,
                Err(error) => {
                    tracing::error!(%error, "outbox");
                    rest(&mut stopped).await;
                }
            }
        }
    }

    /// Carries the letter whose turn it is; `false` if none is due. That it left is written down after the server has it: killed between the two,
    /// it is sent once more, under the same identifier.
    async fn carry(&self, clock: &(dyn Fn() -> i64 + Sync)) -> Result<bool, StoreError> {
        let Some(letter) = self.store.next_letter(PATIENCE, clock()).await? else { return Ok(false) };
        match self.transport.send(&letter, &self.secret(&letter)).await {
            Ok(()) => self.store.letter_sent(&letter.id, clock()).await?,
            Err(failure) => {
                // Why is in the outbox and not in the log: servers repeat addresses in their answers.
                tracing::warn!(letter = letter.id, attempt = letter.attempt, "letter not sent this time");
                self.store.letter_failed(&letter.id, &failure.to_string()).await?;
            }
        }
        Ok(true)
    }

    /// The secret of the link that the letter holds, if it holds one.
    fn secret(&self, letter: &Outgoing) -> String {
        letter.sign_in.as_ref().map(|id| self.key.link(id).reveal().to_owned()).unwrap_or_default()
    }
}

async fn rest(stopped: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = tokio::time::sleep(REST) => {}
        _ = stopped.changed() => {}
    }
}
