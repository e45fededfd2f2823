//! The work on a file: read aside, one file at a time, so that memory holds one and nobody waits behind it.

use super::choices::Choices;
use super::tally::Tally;
use crate::Error;
use crate::intake::{Outcome, Plan};
use crate::lang::Lang;
use crate::state::AppState;
use arobase_store::{Findings, Intake, Trial};
use arobase_tables::ReadError;
use arobase_tables::intake::{Asked, Bounds, Look, intake, look};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use std::{fs, io};
use tokio::time::timeout;

/// How much one file may hold.
pub(super) const BOUNDS: Bounds = Bounds { rows: Some(100_000), unpacked: Some(100 << 20) };
/// How long a page waits for the work that it asked for; longer work goes on without it.
const PATIENCE: Duration = Duration::from_secs(20);
/// Longest name of a file, in characters.
const NAME_MAX: usize = 60;

/// Where files are worked on; one for the whole site.
#[derive(Default)]
pub(crate) struct Desk {
    place: tokio::sync::Mutex<()>,
    busy: Mutex<BTreeSet<String>>,
}

impl Desk {
    /// Whether a file is being worked on.
    pub(super) fn is_busy_with(&self, id: &str) -> bool {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner).contains(id)
    }

    fn mark(&self, id: &str, busy: bool) {
        let mut marked = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        if busy {
            marked.insert(id.to_owned())
        } else {
            marked.remove(id)
        };
    }
}

/// Says that a file is being worked on, until it is dropped.
struct Mark(AppState, String);

impl Drop for Mark {
    fn drop(&mut self) {
        self.0.desk().mark(&self.1, false);
    }
}

/// Why a file gave nothing.
pub(super) enum Unread {
    /// It cannot be read, and this says why.
    File(ReadError),
    /// The site failed.
    Site(Error),
}

impl<E: Into<Error>> From<E> for Unread {
    fn from(error: E) -> Self {
        Self::Site(error.into())
    }
}

impl Unread {
    /// What to tell the reader, or the failure of the site.
    pub(super) fn told(self, lang: Lang) -> Result<String, Error> {
        match self {
            Self::File(error) => Ok(error.message(lang)),
            Self::Site(error) => Err(error),
        }
    }
}

/// Looks at a file that has just been sent.
pub(super) async fn look_at(state: &AppState, name: &str, bytes: Vec<u8>) -> Result<(Look, Vec<u8>), Unread> {
    let _place = state.desk().place.lock().await;
    let name = name.to_owned();
    on_file(name, bytes, |path| look(path, &Asked { bounds: BOUNDS, ..Asked::default() })).await
}

/// Looks at a file that is kept.
pub(super) async fn look_again(state: &AppState, kept: &Intake) -> Result<Look, Unread> {
    let bytes = state.store.intake_bytes(&kept.id).await?;
    Ok(look_at(state, &kept.file, bytes).await?.0)
}

/// Tries or imports a file that is kept, and notes what became of it. Work that lasts goes on after this returns.
pub(super) async fn carry(state: &AppState, kept: &Intake, by: &str, trial: Trial) -> Result<(), Unread> {
    let (state, kept, by) = (state.clone(), kept.clone(), by.to_owned());
    state.desk().mark(&kept.id, true);
    let mark = Mark(state.clone(), kept.id.clone());
    let task = tokio::spawn(async move {
        let _mark = mark;
        let done = carry_on(&state, &kept.id, &by, trial).await;
        if let Err(Unread::Site(error)) = &done {
            tracing::error!(%error, "import not done");
        }
        done
    });
    match timeout(PATIENCE, task).await {
        Ok(ended) => ended.map_err(Error::export)?,
        Err(_) => Ok(()),
    }
}

async fn carry_on(state: &AppState, id: &str, by: &str, trial: Trial) -> Result<(), Unread> {
    let _place = state.desk().place.lock().await;
    // Asked again now: someone else may have imported it while this waited.
    let kept = state.store.intake(&state.edition.id, id, state.now()).await?;
    let Some(kept) = kept.filter(|kept| kept.imported_at.is_none()) else { return Ok(()) };
    let choices: Choices = serde_json::from_str(&kept.choices).unwrap_or_default();
    let (asked, terms) = (choices.asked(), choices.terms());
    let (edition, now, ids) = (state.edition.clone(), state.now(), state.ids);
    let bytes = state.store.intake_bytes(id).await?;
    let read = move |path: &Path| Ok(Plan::new(&edition, intake(path, &asked)?, &terms, now, ids));
    let (plan, _) = on_file(kept.file, bytes, read).await?;
    let outcome = plan.carry(&state.store, &state.edition, Some(by), now, trial).await?;
    Ok(note(state, id, &outcome, &choices, trial).await?)
}

async fn note(state: &AppState, id: &str, outcome: &Outcome, choices: &Choices, trial: Trial) -> Result<(), Error> {
    let tally = serde_json::to_string(&Tally::of(outcome, choices)).map_err(Error::export)?;
    let told = outcome.lines.iter().filter(|line| line.is_worth_telling()).map(serde_json::to_string);
    let told = told.collect::<Result<Vec<_>, _>>().map_err(Error::export)?;
    let findings = Findings { tally: &tally, told: &told, imported: trial == Trial::Real };
    Ok(state.store.note_intake(id, findings, state.now()).await?)
}

/// Gives bytes to who reads files, aside from what answers people; gives them back.
async fn on_file<T: Send + 'static>(
    name: String,
    bytes: Vec<u8>,
    read: impl FnOnce(&Path) -> Result<T, ReadError> + Send + 'static,
) -> Result<(T, Vec<u8>), Unread> {
    let work = move || -> io::Result<_> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(&name);
        fs::write(&path, &bytes)?;
        Ok((read(&path).map_err(|error| ReadError { path: PathBuf::from(name), ..error }), bytes))
    };
    let done = tokio::task::spawn_blocking(work).await.map_err(Error::export)?;
    let (read, bytes) = done.map_err(Error::export)?;
    Ok((read.map_err(Unread::File)?, bytes))
}

/// The name that a browser gives to a file, without its folders and without what no file is called by.
pub(super) fn plain_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let letters: Vec<char> = last.chars().filter(|letter| !letter.is_control()).collect();
    // The end of a name tells what the file is.
    let kept: String = letters[letters.len().saturating_sub(NAME_MAX)..].iter().collect();
    let kept = kept.trim();
    if kept.trim_matches('.').is_empty() { "fichier".to_owned() } else { kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn names_lead_nowhere_else() {
        for (given, name) in [
            ("C:\\Users\\anne\\export.csv", "export.csv"),
            ("../../etc/passwd", "passwd"),
            ("..", "fichier"),
            ("", "fichier"),
            ("a\0b\n.csv", "ab.csv"),
        ] {
            assert_eq!(plain_name(given), name, "{given:?}");
        }
        let long = plain_name(&format!("{}.eml", "𝄞".repeat(500)));
        assert!(long.len() <= 255 && long.ends_with("𝄞.eml"), "its end is kept");
    }
}
