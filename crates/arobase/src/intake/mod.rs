//! Files brought into an edition: from what `tables` found to what the store keeps, and what became of each row.

mod instant;
mod report;
mod told;

pub(crate) use report::Report;
pub(crate) use told::told;

use crate::clock;
use arobase_domain::contribution::{department_in, is_department};
use arobase_domain::territory::resolve;
use arobase_domain::{Author, Channel, Edition, NewContribution};
use arobase_store::{Arrived, Arriving, Incoming, Shipment, Store, StoreError, Trial};
use arobase_tables::intake::{Fate, Found, Piece, Platform, Refusal, Sheaf};
use jiff::tz::TimeZone;

/// How contributions are received.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    /// The channel of all of them; else that of each row, else « import ».
    pub(crate) channel: Option<Channel>,
    /// The name of the source; else the one that the file tells.
    pub(crate) source: Option<String>,
    /// Whether it is only tried.
    pub(crate) trial: Trial,
}

/// What became of a file.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The file, without its rows.
    pub(crate) sheaf: Sheaf,
    /// The source under which its contributions are known.
    pub(crate) source: String,
    /// Every row, in the order of the file.
    pub(crate) lines: Vec<Told>,
    /// Dates that could not be read, whose contributions bear that of the import.
    pub(crate) undated: usize,
}

/// One row and what became of it.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) file: String,
    /// Its line; 0 where the file is one message.
    pub(crate) at: u64,
    pub(crate) id: String,
    pub(crate) end: End,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    Taken(u32),
    Already(u32),
    Empty,
    Refused(Refusal),
    /// The contribution with this number has the same identifier and another text.
    Conflict(u32),
}

/// Imports one file in one transaction, or tries to.
pub(crate) async fn import(
    store: &Store,
    edition: &Edition,
    mut sheaf: Sheaf,
    terms: &Terms,
) -> Result<Outcome, StoreError> {
    let source = terms.source.clone().unwrap_or_else(|| sheaf.source.clone());
    let now = clock::now_millis();
    let mut converter = Converter { channel: terms.channel, zone: zone(edition), now, undated: 0 };
    let found = std::mem::take(&mut sheaf.found);
    let (mut arriving, mut lines) = (Vec::new(), Vec::with_capacity(found.len()));
    for one in found {
        let Found { file, line, id, fate } = one;
        let end = match fate {
            Fate::Empty => Some(End::Empty),
            Fate::Refused(refusal) => Some(End::Refused(refusal)),
            Fate::Piece(piece) => {
                arriving.push(converter.arriving(&id, *piece));
                None
            }
        };
        lines.push((file, line, id, end));
    }
    let shipment = Shipment { source: &source, to_check: sheaf.platform == Platform::Mail, arriving };
    let arrived = store.import_from(&edition.id, shipment, &arobase_text::stem::terms, now, terms.trial).await?;
    let mut arrived = arrived.into_iter().map(End::from);
    let lines = lines.into_iter().filter_map(|(file, at, id, end)| {
        let end = end.or_else(|| arrived.next())?;
        Some(Told { file, at, id, end })
    });
    Ok(Outcome { lines: lines.collect(), undated: converter.undated, sheaf, source })
}

/// The time zone of dates that tell none.
fn zone(edition: &Edition) -> TimeZone {
    TimeZone::get(&edition.settings.time_zone).unwrap_or(TimeZone::UTC)
}

impl From<Arrived> for End {
    fn from(arrived: Arrived) -> Self {
        match arrived {
            Arrived::Taken(number) => Self::Taken(number),
            Arrived::Already(number) => Self::Already(number),
            Arrived::Conflict(number) => Self::Conflict(number),
        }
    }
}

struct Converter {
    channel: Option<Channel>,
    zone: TimeZone,
    now: i64,
    undated: usize,
}

impl Converter {
    fn arriving(&mut self, id: &str, piece: Piece) -> Arriving {
        let Piece { title, text, author, territory, date, channel, language, sender, beside } = piece;
        let received_at = self.received_at(date.as_deref());
        let commune = territory.unwrap_or_default();
        let meant = resolve(&commune).one();
        let author = Author { name: author.unwrap_or_default(), commune: commune.clone(), ..Author::default() };
        let contribution = NewContribution {
            channel: self.channel.or_else(|| spoken_channel(channel.as_deref()?)).unwrap_or(Channel::Import),
            title,
            text,
            department: department(&commune).or_else(|| meant?.department().map(str::to_owned)),
            author: Some(author).filter(|author| !author.is_empty()),
            source: Some(id.to_owned()),
            territory: meant.map(|territory| territory.code.to_owned()),
        };
        let incoming = Incoming { contribution, id: clock::new_id(), received_at, broken: None };
        Arriving { source_id: id.to_owned(), incoming, language, sender, beside }
    }

    fn received_at(&mut self, date: Option<&str>) -> i64 {
        let Some(date) = date else { return self.now };
        instant::read(date, &self.zone).unwrap_or_else(|| {
            self.undated += 1;
            self.now
        })
    }
}

/// The channel that a cell names, by its code or in words.
fn spoken_channel(cell: &str) -> Option<Channel> {
    let word = cell.trim().to_lowercase();
    let starts = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    match word.as_str() {
        _ if starts(&["papier", "courrier", "formulaire papier"]) => Some(Channel::Paper),
        _ if starts(&["tél", "tel", "appel"]) => Some(Channel::Phone),
        _ if starts(&["atelier", "réunion", "reunion"]) => Some(Channel::Workshop),
        _ if starts(&["entretien"]) => Some(Channel::Interview),
        _ if starts(&["salle", "congrès", "congres"]) => Some(Channel::Room),
        _ if starts(&["en ligne", "site", "internet", "web"]) => Some(Channel::Online),
        code => code.parse().ok(),
    }
}

/// The département of a territory: « Nouans (72) », a code of commune or a postcode, or the code of the département itself.
fn department(territory: &str) -> Option<String> {
    let code = territory.trim().to_uppercase();
    let of_commune = || {
        let inside = code.len() == 5 && code.is_ascii() && code[2..].bytes().all(|byte| byte.is_ascii_digit());
        let length = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
        inside.then(|| code[..length].to_owned())
    };
    let found = department_in(territory).or_else(|| is_department(&code).then(|| code.clone())).or_else(of_commune);
    found.filter(|code| is_department(code))
}

#[cfg(test)]
mod tests {
    use super::{department, spoken_channel};
    use arobase_domain::Channel;

    #[test]
    fn channels_in_words_and_by_code() {
        for (cell, channel) in [
            ("Papier", Channel::Paper),
            ("téléphone", Channel::Phone),
            ("Atelier de Nouans", Channel::Workshop),
            ("interview", Channel::Interview),
            ("en ligne", Channel::Online),
        ] {
            assert_eq!(spoken_channel(cell), Some(channel), "{cell}");
        }
        assert_eq!(spoken_channel("pigeon"), None);
    }

    #[test]
    fn departments_of_places_and_codes() {
        for (place, code) in
            [("Nouans (72)", "72"), ("72222", "72"), ("2A004", "2A"), ("97411", "974"), ("29", "29"), ("974", "974")]
        {
            assert_eq!(department(place).as_deref(), Some(code), "{place}");
        }
        for none in ["Nouans", "20000", "00100", "ééé72", ""] {
            assert_eq!(department(none), None, "{none}");
        }
    }
}
