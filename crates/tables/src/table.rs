//! What reading yields: contributions, rows that could not be read, and what was decided on the way.

use crate::columns::Role;
use crate::lang::Wording as _;
use arobase_domain::Lang;
use serde::{Deserialize, Serialize};

/// The contributions of one or several files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Rows read, file by file, in the order of each file. Ids are unique over the whole table, broken rows included.
    pub rows: Vec<Row>,
    /// Rows that could not be read.
    pub broken: Vec<Broken>,
    /// What was found or decided while reading, worth telling the person who asked.
    pub notices: Vec<Notice>,
}

/// One contribution as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The id of the source; without one, `r` and ten hexadecimal digits of BLAKE3 over the row's content.
    /// Equal ids are told apart by `-2`, `-3`… in the order of their contents, so never by the order of rows.
    pub id: String,
    /// The text, to the character. Several text columns are joined by a blank line.
    pub text: String,
    /// The title, empty if none.
    pub title: String,
    /// The author, if told.
    pub author: Option<String>,
    /// The territory, if told.
    pub territory: Option<String>,
    /// The date as the source writes it, if told.
    pub date: Option<String>,
    /// The channel as the source writes it, if told.
    pub channel: Option<String>,
    /// The question it answers, if told.
    pub question: Option<String>,
    /// Where it starts: the line of a text file, the row of a sheet; from 1.
    pub line: u64,
}

/// A row that could not be read: it goes to the ledger, never to oblivion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// `b` and ten hexadecimal digits of BLAKE3 over the row's bytes; equal rows are told apart by `-2`, `-3`…
    pub id: String,
    /// Name of the file, without its folder.
    pub file: String,
    /// Where the row starts: the line of a text file, the row of a sheet; from 1.
    pub line: u64,
    /// How many lines it takes: more than one where a cell holds line breaks.
    pub lines: u64,
    /// Name of the column at fault, when one is.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// Not as many fields as the header.
    FieldCount {
        /// Fields of the header.
        expected: usize,
        /// Fields of the row.
        found: usize,
    },
    /// Bytes that are not UTF-8 in a file that otherwise is.
    NotUtf8,
    /// A cell beyond [`crate::CELL_LIMIT`].
    CellTooLong {
        /// The limit, in bytes.
        limit: usize,
    },
    /// A quotation mark opens a cell that nothing closes.
    UnclosedQuote,
    /// The spreadsheet itself shows an error there, such as `#REF!`.
    CellError(String),
    /// Not JSON; the position counts bytes from 1 within the line or the element.
    Json {
        /// Where the reader gave up.
        position: usize,
    },
    /// JSON, but not an object with named values.
    NotAnObject,
}

impl Reason {
    /// A short code for the ledger.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FieldCount { .. } => "field_count",
            Self::NotUtf8 => "not_utf8",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::UnclosedQuote => "unclosed_quote",
            Self::CellError(_) => "cell_error",
            Self::Json { .. } => "not_json",
            Self::NotAnObject => "not_an_object",
        }
    }

    /// What is wrong and how to mend it, as two sentences.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.french(),
            Lang::En => self.english(),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::FieldCount { expected, found } => format!(
                "{found} champ{} au lieu de {expected}. Mettez entre guillemets les cellules qui contiennent le séparateur ou un retour à la ligne.",
                plural(*found)
            ),
            Self::NotUtf8 => "des octets ne sont pas de l’UTF-8, alors que le reste du fichier l’est. Réenregistrez le fichier en UTF-8.".into(),
            Self::CellTooLong { limit } => {
                format!("la cellule dépasse {}. Coupez-la en plusieurs contributions.", size(*limit, Lang::Fr))
            }
            Self::UnclosedQuote => "un guillemet ouvre une cellule que rien ne ferme. Ajoutez le guillemet fermant.".into(),
            Self::CellError(code) => format!("la cellule contient l’erreur {code}. Corrigez sa formule ou collez sa valeur."),
            Self::Json { position } => format!("ce n’est plus du JSON à partir du caractère {position}. Écrivez un objet par ligne."),
            Self::NotAnObject => "ce n’est pas un objet JSON. Écrivez {\"texte\": \"…\"}.".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::FieldCount { expected, found } => format!(
                "{found} field{} instead of {expected}. Put quotation marks around cells that hold the separator or a line break.",
                plural(*found)
            ),
            Self::NotUtf8 => {
                "some bytes are not UTF-8, although the rest of the file is. Save the file again as UTF-8.".into()
            }
            Self::CellTooLong { limit } => {
                format!("the cell is longer than {}. Cut it into several contributions.", size(*limit, Lang::En))
            }
            Self::UnclosedQuote => {
                "a quotation mark opens a cell that nothing closes. Add the closing quotation mark.".into()
            }
            Self::CellError(code) => format!("the cell holds the error {code}. Mend its formula or paste its value."),
            Self::Json { position } => format!("not JSON from character {position} on. Write one object per line."),
            Self::NotAnObject => "not a JSON object. Write {\"text\": \"…\"}.".into(),
        }
    }
}

impl Broken {
    /// File, row, column, what is wrong and the remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        let column = self
            .column
            .as_ref()
            .map_or_else(String::new, |name| format!(", {} {}", lang.pick("colonne", "column"), lang.quote(name)));
        let line = match self.lines {
            0 | 1 => format!("{} {}", lang.pick("ligne", "row"), self.line),
            more => {
                let last = self.line + more - 1;
                lang.pick(format!("lignes {} à {last}", self.line), format!("rows {} to {last}", self.line))
            }
        };
        format!("{}, {line}{column}{} {}", self.file, lang.colon(), self.reason.message(lang))
    }
}

/// A role that several columns could have played, or that several columns share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The role.
    pub role: Role,
    /// The columns chosen, by name.
    pub chosen: Vec<String>,
    /// The columns left out, by name.
    pub others: Vec<String>,
}

/// Something found or decided while reading a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// The file is not UTF-8; this encoding was recognised.
    Encoding {
        /// Name of the file.
        file: String,
        /// Its encoding, as the Encoding Standard names it.
        encoding: String,
    },
    /// A workbook has several sheets.
    Sheet {
        /// Name of the file.
        file: String,
        /// The sheet read.
        chosen: String,
        /// The sheets left out.
        others: Vec<String>,
    },
    /// Several columns could have played a role.
    Column {
        /// Name of the file.
        file: String,
        /// Which one was taken.
        choice: Choice,
    },
    /// Rows whose quotation marks or number of fields were mended without losing a character.
    Mended {
        /// Name of the file.
        file: String,
        /// How many.
        rows: usize,
        /// Line of the first.
        first: u64,
    },
    /// Rows without any character.
    Blank {
        /// Name of the file.
        file: String,
        /// How many.
        rows: usize,
    },
    /// Ids given to several rows; a suffix tells them apart.
    RepeatedIds {
        /// How many distinct ids are repeated.
        ids: usize,
        /// One of them.
        example: String,
    },
}

impl Notice {
    /// The notice as one sentence.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.french(),
            Lang::En => self.english(),
        }
    }

    fn french(&self) -> String {
        let quote = |name: &String| Lang::Fr.quote(name);
        match self {
            Self::Encoding { file, encoding } => format!("{file} : lu comme {encoding}."),
            Self::Sheet { file, chosen, others } => {
                format!(
                    "{file} : feuille {} lue ; laissée{} de côté : {}.",
                    quote(chosen),
                    plural(others.len()),
                    list(others)
                )
            }
            Self::Column { file, choice } if choice.others.is_empty() => {
                format!("{file} : texte formé de {}.", list(&choice.chosen))
            }
            Self::Column { file, choice: Choice { role, chosen, others } } => format!(
                "{file} : colonne {} retenue pour {} ; autre{} possible{} : {} (option --{}).",
                chosen.iter().map(quote).collect::<String>(),
                role.noun(Lang::Fr),
                plural(others.len()),
                plural(others.len()),
                list(others),
                role.option()
            ),
            Self::Mended { file, rows: 1, first } => {
                format!("{file} : ligne {first} réparée (guillemets ou séparateurs), sans perte.")
            }
            Self::Mended { file, rows, first } => {
                format!(
                    "{file} : {rows} lignes réparées (guillemets ou séparateurs), sans perte, la première à la ligne {first}."
                )
            }
            Self::Blank { file, rows } => {
                let mark = plural(*rows);
                format!("{file} : {rows} ligne{mark} vide{mark} passée{mark}.")
            }
            Self::RepeatedIds { ids: 1, example } => {
                format!("L’identifiant {} revient ; un suffixe distingue ses lignes.", quote(example))
            }
            Self::RepeatedIds { ids, example } => {
                format!("{ids} identifiants reviennent, dont {} ; un suffixe distingue leurs lignes.", quote(example))
            }
        }
    }

    fn english(&self) -> String {
        let quote = |name: &String| Lang::En.quote(name);
        match self {
            Self::Encoding { file, encoding } => format!("{file}: read as {encoding}."),
            Self::Sheet { file, chosen, others } => {
                format!("{file}: sheet {} read; left out: {}.", quote(chosen), list(others))
            }
            Self::Column { file, choice } if choice.others.is_empty() => {
                format!("{file}: text made of {}.", list(&choice.chosen))
            }
            Self::Column { file, choice: Choice { role, chosen, others } } => format!(
                "{file}: column {} taken as {}; also possible: {} (option --{}).",
                chosen.iter().map(quote).collect::<String>(),
                role.noun(Lang::En),
                list(others),
                role.option()
            ),
            Self::Mended { file, rows: 1, first } => {
                format!("{file}: row {first} mended (quotation marks or separators), nothing lost.")
            }
            Self::Mended { file, rows, first } => {
                format!(
                    "{file}: {rows} rows mended (quotation marks or separators), nothing lost, the first at row {first}."
                )
            }
            Self::Blank { file, rows } => format!("{file}: {rows} blank row{} passed over.", plural(*rows)),
            Self::RepeatedIds { ids: 1, example } => {
                format!("The id {} is repeated; a suffix tells its rows apart.", quote(example))
            }
            Self::RepeatedIds { ids, example } => {
                format!("{ids} ids are repeated, {} among them; a suffix tells their rows apart.", quote(example))
            }
        }
    }
}

/// Names in a row, long ones and long lists cut short.
pub(crate) fn list(names: &[String]) -> String {
    const SHOWN: usize = 20;
    let shown: Vec<String> = names.iter().take(SHOWN).map(|name| shorten(name)).collect();
    let rest = if names.len() > SHOWN { format!(", … (+{})", names.len() - SHOWN) } else { String::new() };
    shown.join(", ") + &rest
}

/// The first sixty characters of a name, on one line.
fn shorten(name: &str) -> String {
    const SHOWN: usize = 60;
    let line: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN { line } else { line.chars().take(SHOWN).chain(['…']).collect() }
}

/// The mark of the plural, the same in both languages: French counts 0 as singular, English never meets it here.
pub(crate) fn plural(count: usize) -> &'static str {
    if count > 1 { "s" } else { "" }
}

/// A size in bytes for people.
pub(crate) fn size(bytes: usize, lang: Lang) -> String {
    let unit = lang.pick("o", "B");
    match bytes {
        0..1_048_576 => format!("{}\u{a0}k{unit}", bytes >> 10),
        _ => format!("{}\u{a0}M{unit}", bytes >> 20),
    }
}
