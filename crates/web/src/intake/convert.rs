//! From what a file gives to what the store keeps: channel, instant, place and author of each contribution.

use super::{Change, Terms, instant};
use arobase_domain::contribution::{department_in, is_department};
use arobase_domain::territory::resolve;
use arobase_domain::{Author, Channel, Edition, NewContribution};
use arobase_store::{Arriving, Incoming};
use arobase_tables::intake::Piece;
use jiff::tz::TimeZone;
use uuid::Uuid;

pub(super) struct Converter {
    channel: Option<Channel>,
    named: bool,
    zone: TimeZone,
    now: i64,
    ids: fn() -> Uuid,
}

impl Converter {
    pub(super) fn new(edition: &Edition, terms: &Terms, now: i64, ids: fn() -> Uuid) -> Self {
        // The time zone of dates that tell none.
        let zone = TimeZone::get(&edition.settings.time_zone).unwrap_or(TimeZone::UTC);
        Self { channel: terms.channel, named: terms.named, zone, now, ids }
    }

    /// The contribution, and what had to be put in the place of what cannot be read.
    pub(super) fn arriving(&self, id: &str, piece: Piece) -> (Arriving, Option<Change>) {
        let Piece { title, text, author, territory, date, channel, language, sender, beside } = piece;
        let (received_at, change) = self.received_at(date);
        let commune = territory.unwrap_or_default();
        let meant = resolve(&commune).one();
        let name = author.unwrap_or_default();
        let author = Author { name, commune: commune.clone(), named: self.named, ..Author::default() };
        let contribution = NewContribution {
            channel: self.channel.or_else(|| spoken_channel(channel.as_deref()?)).unwrap_or(Channel::Import),
            title,
            text,
            department: department(&commune).or_else(|| meant?.department().map(str::to_owned)),
            author: Some(author).filter(|author| !author.is_empty()),
            source: Some(id.to_owned()),
            territory: meant.map(|territory| territory.code.to_owned()),
            signers: Vec::new(),
        };
        let incoming = Incoming { contribution, id: (self.ids)(), received_at, broken: None };
        (Arriving { source_id: id.to_owned(), incoming, language, sender, beside }, change)
    }

    fn received_at(&self, date: Option<String>) -> (i64, Option<Change>) {
        let Some(date) = date else { return (self.now, None) };
        match instant::read(&date, &self.zone) {
            Some(at) => (at, None),
            None => (self.now, Some(Change::Undated(date))),
        }
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
