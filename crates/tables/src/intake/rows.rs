//! From the records of a table to contributions, each with its identifier.

use super::found::{Fate, Found, Piece, Sheaf};
use super::{Asked, Mapping, Platform, Refusal, markup};
use crate::columns::Role;
use crate::read::digest;
use crate::read::settle::{digest_id, settle_ids};
use crate::read::source::{Fault, Item, Record};
use crate::table::Notice;

/// Everything that a table holds.
pub(super) fn sheaf(
    file: String,
    header: &[String],
    items: Vec<Item>,
    mapping: Mapping,
    asked: &Asked,
    mut notices: Vec<Notice>,
) -> Sheaf {
    let source = source(&file, header, &mapping, &items);
    let reader = Rows { file: &file, header, mapping: &mapping, asked };
    let (mut found, digests): (Vec<Found>, Vec<blake3::Hash>) = items.into_iter().map(|item| reader.item(item)).unzip();
    // Blank lines have no identifier to settle, and two of them are not twins.
    let claims = found.iter_mut().zip(digests).filter(|(one, _)| one.fate != Fate::Empty);
    notices.extend(settle_ids(claims.map(|(one, digest)| (digest, &mut one.id))));
    let platform = mapping.platform;
    Sheaf { platform, source, mapping: Some(mapping), found, notices, file }
}

struct Rows<'a> {
    file: &'a str,
    header: &'a [String],
    mapping: &'a Mapping,
    asked: &'a Asked,
}

impl Rows<'_> {
    fn item(&self, item: Item) -> (Found, blake3::Hash) {
        match item {
            Item::Fault(fault) => self.fault(fault),
            Item::Record(record) => self.record(&record),
        }
    }

    fn fault(&self, fault: Fault) -> (Found, blake3::Hash) {
        let column = fault.column.and_then(|at| self.header.get(at)).filter(|name| !name.is_empty()).cloned();
        let fate = Fate::Refused(Refusal::Unreadable { reason: fault.reason, column });
        (self.found(fault.line, digest_id('b', &fault.digest), false, fate), fault.digest)
    }

    fn record(&self, record: &Record) -> (Found, blake3::Hash) {
        let digest = digest(self.header, &record.cells);
        let id = self.cell(record, Role::Id).map_or_else(|| digest_id('r', &digest), |(_, id)| id.to_owned());
        let fate = match self.refusal(record) {
            _ if record.cells.iter().all(|cell| cell.trim().is_empty()) => Fate::Empty,
            Some(refusal) => Fate::Refused(refusal),
            None => self.piece(record),
        };
        (self.found(record.line, id, record.mended, fate), digest)
    }

    fn found(&self, line: u64, id: String, mended: bool, fate: Fate) -> Found {
        Found { file: self.file.to_owned(), line, id, mended, fate }
    }

    /// What the source says must be left out.
    fn refusal(&self, record: &Record) -> Option<Refusal> {
        let cell = |at: Option<usize>| at.map(|at| record.cells[at].trim().to_lowercase());
        let yes =
            |at| cell(at).is_some_and(|cell| matches!(cell.as_str(), "1" | "true" | "yes" | "oui" | "vrai" | "x"));
        let is = |at, value| cell(at).is_some_and(|cell| cell == value);
        let unsent = is(self.mapping.sent, "") || yes(self.mapping.draft);
        if yes(self.mapping.withdrawn) || is(self.mapping.state, "withdrawn") {
            return Some(Refusal::Withdrawn);
        }
        if is(self.mapping.moderated, "-1") {
            return Some(Refusal::Hidden);
        }
        (unsent && !self.asked.unsent).then_some(Refusal::Unsent)
    }

    fn piece(&self, record: &Record) -> Fate {
        let (text, language) = self.text(record);
        let owned = |role| self.cell(record, role).map(|(_, cell)| self.plain(cell));
        let title = owned(Role::Title).filter(|title| !title.is_empty());
        if text.trim().is_empty() && title.is_none() {
            return Fate::Empty;
        }
        // A title alone is what was said.
        let (title, text) = if text.trim().is_empty() { (None, title.unwrap_or_default()) } else { (title, text) };
        Fate::Piece(Box::new(Piece {
            title,
            text,
            author: self.author(record),
            territory: owned(Role::Territory),
            date: owned(Role::Date),
            channel: owned(Role::Channel),
            language: owned(Role::Language).or(language),
            ..Piece::default()
        }))
    }

    /// The text, and its language where the name of its column ends in one.
    fn text(&self, record: &Record) -> (String, Option<String>) {
        let Some(part) = self.mapping.part(Role::Text) else { return (String::new(), None) };
        let mut filled = part.at.iter().filter(|&&at| !record.cells[at].trim().is_empty());
        if part.joined {
            let cells: Vec<String> = filled.map(|&at| self.plain(&record.cells[at])).collect();
            return (cells.join("\n\n"), None);
        }
        let Some(&at) = filled.next() else { return (String::new(), None) };
        let language = self.header[at].rsplit_once('/').map(|(_, language)| language.to_owned());
        (self.plain(&record.cells[at]), language)
    }

    /// A name as it is; a number with the platform's name, for the third participant of one is not that of another.
    fn author(&self, record: &Record) -> Option<String> {
        let (at, cell) = self.cell(record, Role::Author)?;
        let numbered = self.header[at].to_lowercase().ends_with("id") || cell.bytes().all(|byte| byte.is_ascii_digit());
        let platform = self.mapping.platform;
        let tell = numbered && platform != Platform::Table;
        Some(if tell { format!("{} {cell}", platform.code()) } else { cell.to_owned() })
    }

    /// The first filled column of a part, trimmed.
    fn cell<'r>(&self, record: &'r Record, role: Role) -> Option<(usize, &'r str)> {
        let part = self.mapping.part(role)?;
        part.at.iter().map(|&at| (at, record.cells[at].trim())).find(|(_, cell)| !cell.is_empty())
    }

    fn plain(&self, cell: &str) -> String {
        if self.mapping.markup { markup::plain(cell) } else { cell.to_owned() }
    }
}

/// The platform, with the server of its addresses or the number of its questionnaire where the file tells.
pub(super) fn source(file: &str, header: &[String], mapping: &Mapping, items: &[Item]) -> String {
    let code = mapping.platform.code();
    let more = match mapping.platform {
        Platform::Decidim => server(header, items),
        Platform::LimeSurvey => survey_number(file),
        _ => None,
    };
    more.map_or_else(|| code.to_owned(), |more| format!("{code}:{more}"))
}

/// The host of the first address of a proposal, in the order of the addresses rather than of the rows.
fn server(header: &[String], items: &[Item]) -> Option<String> {
    let at = header.iter().position(|name| name == "url")?;
    let urls = items.iter().filter_map(|item| if let Item::Record(one) = item { one.cells.get(at) } else { None });
    let hosts = urls.filter_map(|url| url.split_once("://")?.1.split('/').next());
    hosts.filter(|host| !host.is_empty()).min().map(str::to_lowercase)
}

/// « results-survey123456.csv » is what LimeSurvey calls its files.
fn survey_number(file: &str) -> Option<String> {
    let (_, tail) = file.split_once("survey")?;
    let digits: String = tail.chars().take_while(char::is_ascii_digit).collect();
    (digits.len() >= 3).then_some(digits)
}
