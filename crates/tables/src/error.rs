//! Why a file cannot be read at all, said so that the reader knows what to do next.

use crate::columns::Role;
use crate::lang::Wording as _;
use crate::table::{Broken, list, size};
use arobase_domain::Lang;
use std::path::PathBuf;

/// A file that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct ReadError {
    /// The file, as it was named.
    pub path: PathBuf,
    /// What is wrong with it.
    #[source]
    pub problem: Problem,
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// There is nothing at that path.
    #[error("not found")]
    NotFound,
    /// The system refuses to open it.
    #[error("permission denied")]
    Denied,
    /// The path is a directory.
    #[error("a directory")]
    Directory {
        /// The tables that it holds, sorted.
        tables: Vec<String>,
    },
    /// The file has no content.
    #[error("empty")]
    Empty,
    /// The file has column names and nothing below them.
    #[error("header only")]
    HeaderOnly {
        /// The names found.
        columns: Vec<String>,
    },
    /// The content is of another kind.
    #[error("not a table: {0:?}")]
    NotATable(Content),
    /// A column that was asked for or is needed is not there.
    #[error("missing column")]
    MissingColumn {
        /// The part it was to play.
        role: Role,
        /// The name given on the command line, if one was.
        asked: Option<String>,
        /// The columns there are.
        found: Vec<String>,
        /// The column that was probably meant.
        suggestion: Option<String>,
    },
    /// A roster in which no column names people.
    #[error("no column of names")]
    NoPeople {
        /// The columns there are.
        found: Vec<String>,
    },
    /// A workbook that only its password opens.
    #[error("password-protected")]
    Password,
    /// A damaged workbook or archive, with what its reader says.
    #[error("corrupt: {0}")]
    Corrupt(String),
    /// A workbook or a compressed table that would not fit in memory once unpacked.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// More rows than were asked for.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// How many may come at once.
        limit: usize,
    },
    /// Not one row could be read.
    #[error("nothing readable")]
    NothingReadable {
        /// How many rows there are.
        rows: usize,
        /// What is wrong with the first.
        first: Box<Broken>,
    },
    /// Reading stopped half-way.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// What a file holds when it is not a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// A text document: DOCX, ODT, DOC, RTF.
    Document,
    /// An archive of several files.
    Archive,
    /// A web page or other markup.
    Markup,
    /// Bytes that are no text.
    Binary,
}

impl ReadError {
    /// What is wrong, where, and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        let file = self.path.display();
        let problem = match lang {
            Lang::Fr => self.problem.french(),
            Lang::En => self.problem.english(),
        };
        match &self.problem {
            // The row names its file itself.
            Problem::NothingReadable { .. } => problem,
            _ => format!("{file}{} {problem}", lang.colon()),
        }
    }
}

impl Problem {
    /// What is wrong and what to do about it.
    pub(crate) fn told(&self, lang: Lang) -> String {
        lang.pick(self.french(), self.english())
    }

    fn french(&self) -> String {
        match self {
            Self::NotFound => "ce fichier n’existe pas. Vérifiez son nom et son dossier.".into(),
            Self::Denied => "le système refuse de l’ouvrir. Demandez le droit de le lire.".into(),
            Self::Directory { tables } if tables.is_empty() => {
                "c’est un dossier, sans tableau dedans. Donnez un fichier CSV, XLSX, ODS ou JSON Lines.".into()
            }
            Self::Directory { tables } => format!("c’est un dossier. Donnez un de ses fichiers : {}.", list(tables)),
            Self::Empty => "ce fichier est vide. Exportez-le de nouveau.".into(),
            Self::HeaderOnly { columns } => {
                format!(
                    "aucune ligne sous les noms de colonnes ({}). Ajoutez une contribution par ligne.",
                    list(columns)
                )
            }
            Self::NotATable(content) => content.french(),
            Self::MissingColumn { role, asked, found, suggestion } => {
                missing_french(*role, asked.as_deref(), found, suggestion.as_deref())
            }
            Self::NoPeople { found } => format!(
                "aucune colonne ne dit de qui il s’agit. Nommez-en une «\u{a0}Nom\u{a0}», «\u{a0}Nom et prénom\u{a0}» ou «\u{a0}Courriel\u{a0}». Colonnes lues\u{a0}: {}.",
                list(found)
            ),
            Self::Password => {
                "ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.".into()
            }
            Self::Corrupt(_) => {
                "ce fichier est endommagé. Rouvrez-le dans un tableur et enregistrez-le en CSV UTF-8.".into()
            }
            Self::TooLarge { limit } => {
                format!(
                    "ce fichier dépasse {} une fois décompressé. Enregistrez-le en CSV UTF-8, ou en plusieurs fichiers.",
                    size(*limit, Lang::Fr)
                )
            }
            Self::TooManyRows { limit } => {
                format!("ce fichier a plus de {limit} lignes. Coupez-le en plusieurs fichiers.")
            }
            Self::NothingReadable { rows: 1, first } => first.message(Lang::Fr),
            Self::NothingReadable { rows, first } => {
                format!("{} Aucune des {rows} lignes n’a pu être lue.", first.message(Lang::Fr))
            }
            Self::Io(error) => {
                format!("la lecture s’est interrompue ({error}). Copiez le fichier sur un disque sûr et recommencez.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NotFound => "there is no such file. Check its name and its folder.".into(),
            Self::Denied => "the system refuses to open it. Ask for the right to read it.".into(),
            Self::Directory { tables } if tables.is_empty() => {
                "this is a directory without any table. Give a CSV, XLSX, ODS or JSON Lines file.".into()
            }
            Self::Directory { tables } => format!("this is a directory. Give one of its files: {}.", list(tables)),
            Self::Empty => "this file is empty. Export it again.".into(),
            Self::HeaderOnly { columns } => {
                format!("no row below the column names ({}). Add one contribution per row.", list(columns))
            }
            Self::NotATable(content) => content.english(),
            Self::MissingColumn { role, asked, found, suggestion } => {
                missing_english(*role, asked.as_deref(), found, suggestion.as_deref())
            }
            Self::NoPeople { found } => {
                format!(
                    "no column says who people are. Call one “Name”, “Last name” or “Email”. Columns read: {}.",
                    list(found)
                )
            }
            Self::Password => "this workbook is protected by a password. Save a copy without one.".into(),
            Self::Corrupt(_) => "this file is damaged. Open it in a spreadsheet and save it as CSV UTF-8.".into(),
            Self::TooLarge { limit } => {
                let limit = size(*limit, Lang::En);
                format!("this file is larger than {limit} once unpacked. Save it as CSV UTF-8, or as several files.")
            }
            Self::TooManyRows { limit } => {
                format!("this file has more than {limit} rows. Cut it into several files.")
            }
            Self::NothingReadable { rows: 1, first } => first.message(Lang::En),
            Self::NothingReadable { rows, first } => {
                format!("{} None of the {rows} rows could be read.", first.message(Lang::En))
            }
            Self::Io(error) => {
                format!("reading stopped half-way ({error}). Copy the file to a sound disk and try again.")
            }
        }
    }
}

fn missing_french(role: Role, asked: Option<&str>, found: &[String], suggestion: Option<&str>) -> String {
    let option = role.option();
    let wrong = match asked {
        Some(name) => format!("la colonne {} est introuvable.", Lang::Fr.quote(name)),
        None => format!("aucun nom de colonne n’annonce {}.", role.noun(Lang::Fr)),
    };
    let remedy = match suggestion {
        Some(name) => format!("Essayez --{option} {}.", argument(name)),
        None => format!("Nommez-en une avec --{option}."),
    };
    format!("{wrong} Colonnes lues : {}. {remedy}", list(found))
}

fn missing_english(role: Role, asked: Option<&str>, found: &[String], suggestion: Option<&str>) -> String {
    let option = role.option();
    let wrong = match asked {
        Some(name) => format!("there is no column {}.", Lang::En.quote(name)),
        None => format!("no column name announces {}.", role.noun(Lang::En)),
    };
    let remedy = match suggestion {
        Some(name) => format!("Try --{option} {}.", argument(name)),
        None => format!("Name one with --{option}."),
    };
    format!("{wrong} Columns read: {}. {remedy}", list(found))
}

/// A name as one types it in a shell.
fn argument(name: &str) -> String {
    let plain = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || "-_/.".contains(letter));
    if plain { name.to_owned() } else { format!("'{}'", name.replace('\'', r"'\''")) }
}

impl Content {
    fn french(self) -> String {
        let (what, remedy) = match self {
            Self::Pdf => (
                "c’est un PDF, pas un tableau.",
                "Demandez le tableau d’origine, ou recopiez les contributions dans un CSV.",
            ),
            Self::Image => ("c’est une image, pas un tableau.", "Recopiez les contributions dans un CSV."),
            Self::Document => {
                ("c’est un texte mis en page, pas un tableau.", "Mettez une contribution par ligne dans un tableur.")
            }
            Self::Archive => ("c’est une archive, pas un tableau.", "Décompressez-la et donnez le fichier voulu."),
            Self::Markup => (
                "c’est une page web ou du XML, pas un tableau.",
                "Téléchargez l’export lui-même : CSV, XLSX, ODS ou JSON Lines.",
            ),
            Self::Binary => {
                ("ce n’est ni du texte ni un classeur.", "Enregistrez le tableau en CSV, XLSX, ODS ou JSON Lines.")
            }
        };
        format!("{what} {remedy}")
    }

    fn english(self) -> String {
        let (what, remedy) = match self {
            Self::Pdf => (
                "this is a PDF, not a table.",
                "Ask for the original table, or copy the contributions into a CSV file.",
            ),
            Self::Image => ("this is a picture, not a table.", "Copy the contributions into a CSV file."),
            Self::Document => {
                ("this is a word-processing document, not a table.", "Put one contribution per row in a spreadsheet.")
            }
            Self::Archive => ("this is an archive, not a table.", "Unpack it and give the file you want."),
            Self::Markup => (
                "this is a web page or XML, not a table.",
                "Download the export itself, as CSV, XLSX, ODS or JSON Lines.",
            ),
            Self::Binary => ("this is neither text nor a workbook.", "Save the table as CSV, XLSX, ODS or JSON Lines."),
        };
        format!("{what} {remedy}")
    }
}
