//! Why results cannot be written, and what to do about it.

use crate::lang::Wording as _;
use arobase_domain::Lang;
use std::io;
use std::path::PathBuf;

/// A directory that results could not be written to. Nothing was changed in it.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct WriteError {
    /// The directory, as it was named.
    pub path: PathBuf,
    /// What is wrong with it.
    #[source]
    pub problem: WriteProblem,
}

/// What is wrong with the directory.
#[derive(Debug, thiserror::Error)]
pub enum WriteProblem {
    /// A file bears that name.
    #[error("not a directory")]
    NotADirectory,
    /// The directory holds something that is no earlier result of ours.
    #[error("not ours")]
    NotOurs,
    /// The directory is where a file system is mounted, so it cannot be replaced as a whole.
    #[error("a mount point")]
    MountPoint,
    /// The system refuses.
    #[error("permission denied")]
    Denied,
    /// Writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl WriteError {
    /// What is wrong, where, and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        let (path, colon) = (self.path.display(), lang.colon());
        let problem = match lang {
            Lang::Fr => self.french(),
            Lang::En => self.english(),
        };
        format!("{path}{colon} {problem}")
    }

    fn french(&self) -> String {
        match &self.problem {
            WriteProblem::NotADirectory => "c’est un fichier, pas un dossier. Donnez un autre nom à --out.".into(),
            WriteProblem::NotOurs => {
                "ce dossier contient autre chose que des résultats d’arobase. Choisissez un dossier neuf ou vide."
                    .into()
            }
            WriteProblem::MountPoint => {
                format!("ce dossier est un point de montage. Donnez-en un sous-dossier : --out {}.", self.inside())
            }
            WriteProblem::Denied => "le système refuse d’y écrire. Choisissez un dossier qui vous appartient.".into(),
            WriteProblem::Io(error) => {
                format!("l’écriture a échoué ({error}). Rien n’a été modifié. Faites de la place, puis recommencez.")
            }
        }
    }

    fn english(&self) -> String {
        match &self.problem {
            WriteProblem::NotADirectory => "this is a file, not a directory. Give --out another name.".into(),
            WriteProblem::NotOurs => {
                "this directory holds something else than results of arobase. Choose a new or empty one.".into()
            }
            WriteProblem::MountPoint => {
                format!("this directory is a mount point. Give a directory inside it: --out {}.", self.inside())
            }
            WriteProblem::Denied => "the system refuses to write there. Choose a directory of your own.".into(),
            WriteProblem::Io(error) => {
                format!("writing failed ({error}). Nothing was changed. Make room, then try again.")
            }
        }
    }

    fn inside(&self) -> String {
        self.path.join("arobase").display().to_string()
    }
}

impl WriteProblem {
    /// The problem behind an error of the system.
    pub(super) fn of(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied,
            io::ErrorKind::NotADirectory => Self::NotADirectory,
            io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => Self::MountPoint,
            _ => Self::Io(error),
        }
    }
}
