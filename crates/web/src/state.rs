//! What every handler can reach: the store, the edition, and the clock and identifiers that the binary lends.

use crate::calendar::clock;
use crate::collect::Desk;
use crate::curate::Benches;
use crate::downloads;
use crate::draft::Rooms;
use crate::edition::Preview;
use crate::funnel::ideas_map;
use crate::lang::{Lang, Speak as _};
use crate::motion::Papers;
use arobase_domain::{Edition, settings::PARIS};
use arobase_identity::Key;
use arobase_identity::oidc::Provider;
use arobase_store::Store;
use std::ops::Deref;
use std::sync::Arc;
use uuid::Uuid;

/// What every handler can reach: the site, and the edition that the request is about. Cloning shares it.
#[derive(Clone)]
pub struct AppState {
    site: Arc<Site>,
    /// The edition, as it stood when the request came.
    pub edition: Arc<Edition>,
    /// Whether everyone may read it.
    pub(crate) published: bool,
    /// Whether the site opens on another one, that came after.
    pub(crate) former: bool,
    /// What is shown before it is saved.
    pub(crate) preview: Option<Arc<Preview>>,
    exported: Arc<downloads::Cache>,
    atlas: Arc<ideas_map::Cache>,
    papers: Arc<Papers>,
    desk: Arc<Desk>,
    benches: Arc<Benches>,
    rooms: Arc<Rooms>,
}

/// What every edition works on.
type Shared = (Arc<Desk>, Arc<Benches>, Arc<Rooms>);

/// What is nearest to a text among others, if anything is near: its place among them, and its likeness, 0 to 1.
pub type Near = Option<(usize, f64)>;

/// The parts of [`AppState`].
pub struct Site {
    /// The database.
    pub store: Store,
    /// Who answers for the site.
    pub publisher: Publisher,
    /// The instant, in Unix milliseconds.
    pub clock: fn() -> i64,
    /// A new identifier.
    pub ids: fn() -> Uuid,
    /// Random bytes that nobody can guess.
    pub chance: fn() -> [u8; 32],
    /// Which of these ideas are like a text, the nearest first. Takes tens of milliseconds of a processor.
    pub alike: fn(&str, &[String]) -> Vec<usize>,
    /// How like an idea each of others is: cosines of their vectors, in their order. Takes tens of milliseconds of a processor.
    pub likeness: fn(&str, &[String]) -> Vec<f64>,
    /// For each text, which of the others is nearest. Takes tens of milliseconds of a processor.
    pub nearest: fn(&[String], &[String]) -> Vec<Near>,
    /// What a document is and says, so many characters of it at most. Takes up to seconds of a processor, and is made for documents of anyone.
    pub read_document: fn(Vec<u8>, usize) -> Result<arobase_attachments::Read, arobase_attachments::Refusal>,
    /// A text paragraph by paragraph, with what each is; the same care.
    pub read_text: fn(Vec<u8>) -> Result<arobase_domain::motion::outline::Outline, arobase_attachments::Refusal>,
    /// Address of the site as people reach it, such as `https://congres.example`: what links in letters begin with.
    pub address: String,
    /// What makes the secrets of links.
    pub key: Key,
    /// Someone else who vouches for people, if the site has one.
    pub federation: Option<Provider>,
    /// From when on whoever has a role must have a second factor, in Unix milliseconds; never if absent: they are asked to.
    pub second_factor_from: Option<i64>,
}

/// Who answers for the site: what the law on confidence in the digital economy wants every site to tell.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// Name of the association.
    pub name: String,
    /// Its registered office.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// Its e-mail address.
    pub email: String,
    /// Where people answer by post without a stamp, such as « Libre réponse 12345, 75999 Paris Cedex 99 »; empty without such a contract.
    #[serde(default)]
    pub free_reply: String,
    /// Who directs the publication: the legal representative.
    pub director: String,
    /// Name of the host.
    pub host: String,
    /// Its address.
    pub host_address: String,
    /// Its telephone.
    pub host_phone: String,
}

impl Publisher {
    /// What stands where something is still to be filled in.
    pub const TO_COMPLETE: &str = "à compléter";

    /// Whether something is still to be filled in.
    pub fn is_blank(&self) -> bool {
        let Self { name, address, phone, email, free_reply: _, director, host, host_address, host_phone } = self;
        [name, address, phone, email, director, host, host_address, host_phone].contains(&&Self::TO_COMPLETE.to_owned())
    }

    /// The invented association of the demonstration; its telephone numbers are of the range kept for fiction.
    pub fn demonstration() -> Self {
        Self {
            name: "Réseau fictif des communes numériques".into(),
            address: "1, place de l’Exemple, 00000 Exempleville".into(),
            phone: "01 99 00 00 00".into(),
            email: "contact@communes.example".into(),
            free_reply: "Libre réponse 12345, 00999 Exempleville Cedex 9".into(),
            director: "Camille Exemple, présidente (personne fictive)".into(),
            host: "la machine qui a lancé la démonstration".into(),
            host_address: "1, place de l’Exemple, 00000 Exempleville".into(),
            host_phone: "01 99 00 00 01".into(),
        }
    }
}

impl AppState {
    /// The state of a site on an edition that everyone may read.
    pub fn new(site: Site, edition: Edition) -> Self {
        Self::of(Arc::new(site), Shared::default(), edition, true)
    }

    fn of(site: Arc<Site>, (desk, benches, rooms): Shared, edition: Edition, published: bool) -> Self {
        let (exported, atlas, papers) = (Arc::default(), Arc::default(), Arc::default());
        Self {
            site,
            edition: Arc::new(edition),
            published,
            former: false,
            preview: None,
            exported,
            atlas,
            papers,
            desk,
            benches,
            rooms,
        }
    }

    /// The same site on another edition.
    pub(crate) fn on(&self, edition: Edition, published: bool) -> Self {
        Self::of(Arc::clone(&self.site), self.shared(), edition, published)
    }

    fn shared(&self) -> Shared {
        (Arc::clone(&self.desk), Arc::clone(&self.benches), Arc::clone(&self.rooms))
    }

    /// The same, once the site opens on another edition.
    pub(crate) fn former(self, former: bool) -> Self {
        Self { former, ..self }
    }

    /// The same, with settings that nobody has saved.
    pub(crate) fn previewing(&self, edition: Edition, preview: Preview) -> Self {
        Self { preview: Some(Arc::new(preview)), ..self.on(edition, self.published) }
    }

    /// The files to download, as last made.
    pub(crate) fn exported(&self) -> &downloads::Cache {
        &self.exported
    }

    /// The files of the motion, as last made.
    pub(crate) fn papers(&self) -> &Papers {
        &self.papers
    }

    /// The map of the ideas, as last drawn.
    pub(crate) fn atlas(&self) -> &ideas_map::Cache {
        &self.atlas
    }

    /// Where files to import are worked on, one for every edition.
    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The benches of every edition.
    pub(crate) fn benches(&self) -> &Benches {
        &self.benches
    }

    /// The rooms where motions are written.
    pub(crate) fn rooms(&self) -> &Rooms {
        &self.rooms
    }

    /// Whether whoever has a role must have a second factor by now.
    pub(crate) fn second_factor_due(&self) -> bool {
        self.second_factor_from.is_some_and(|from| self.now() >= from)
    }

    /// The instant, in Unix milliseconds.
    pub(crate) fn now(&self) -> i64 {
        (self.clock)()
    }
}

impl Deref for AppState {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

fn paris(at: i64) -> jiff::Zoned {
    clock(at, PARIS)
}

/// The day of an instant in metropolitan France.
pub(crate) fn day(lang: Lang, at: i64) -> String {
    lang.date(paris(at).date())
}

/// The last day before an instant, on the clock of a zone.
pub(crate) fn last_day(lang: Lang, zone: &str, end: i64) -> String {
    lang.date(clock(end - 1, zone).date())
}

/// The days between two instants on the clock of a zone, both included.
pub(crate) fn days(lang: Lang, zone: &str, from: i64, to: i64) -> String {
    let (first, last) = (clock(from, zone).date(), clock(to, zone).date());
    if first == last {
        return lang.it("on-day", lang.date(last));
    }
    let start = if first.year() == last.year() { lang.day_month(first) } else { lang.date(first) };
    lang.with("between-days", [("from", start), ("to", lang.date(last))])
}

/// The day and the minute of an instant in metropolitan France.
pub(crate) fn minute(lang: Lang, at: i64) -> String {
    let zoned = paris(at);
    let (hour, minute) = (zoned.hour(), zoned.minute());
    let time = lang.pick(format!("à {hour}\u{a0}h\u{a0}{minute:02}"), format!("at {hour}:{minute:02}"));
    format!("{} {time}", lang.date(zoned.date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_told_in_metropolitan_time() {
        let at = 1_791_324_000_000; // 2026-10-06T22:00:00Z
        assert_eq!(day(Lang::Fr, at), "7\u{a0}octobre\u{a0}2026");
        assert_eq!(days(Lang::Fr, PARIS, at, at + 1), "le 7\u{a0}octobre\u{a0}2026");
        assert_eq!(days(Lang::Fr, PARIS, at, at + 86_400_000 * 26), "du 7\u{a0}octobre au 1ᵉʳ\u{a0}novembre\u{a0}2026");
        assert_eq!(
            days(Lang::En, PARIS, at, at + 86_400_000 * 90),
            "7\u{a0}October\u{a0}2026 to 4\u{a0}January\u{a0}2027"
        );
        assert_eq!(minute(Lang::En, at), "7\u{a0}October\u{a0}2026 at 0:00");
    }
}
