//! The gesture that imports a file: each contribution of a source once, however often the file is given.

use crate::read::{number, text};
use crate::submit::{Incoming, Stemmer, Tx, sheaf_hash, take_numbers};
use crate::{Store, StoreError, bulk, bulk::row, held, journal};
use arobase_domain::contribution::storable;
use arobase_domain::{EditionId, NewContribution};
use std::collections::{BTreeMap, BTreeSet};

/// The contributions of one file, all from one source.
#[derive(Debug, Clone)]
pub struct Shipment<'a> {
    /// The source, within which identifiers are unique: `"decidim:participer.example"`, `"polis"`, `"mail"`…
    pub source: &'a str,
    /// Whether someone has to check them first, as with messages: they are held, counted nowhere.
    pub to_check: bool,
    /// The member who imports it.
    pub by: Option<&'a str>,
    /// The contributions, in the order of the file.
    pub arriving: Vec<Arriving>,
}

/// One contribution of a file.
#[derive(Debug, Clone)]
pub struct Arriving {
    /// Its identifier in the source.
    pub source_id: String,
    /// What came.
    pub incoming: Incoming,
    /// Its language, as the source says it.
    pub language: Option<String>,
    /// The address that it came from; kept to answer, never published.
    pub sender: Option<String>,
    /// What was set apart from its text: replies quoted, signature. Kept, never published.
    pub beside: Option<String>,
}

/// What became of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrived {
    /// Received, under this number.
    Taken(u32),
    /// Received before, under this number, with the same title and text.
    Already(u32),
    /// Not received: the contribution with this number has its identifier and another text.
    Conflict(u32),
    /// Held until someone has checked it.
    Held,
    /// Held before, and not received: it waits still, or was put aside.
    HeldBefore,
}

/// Whether an import is only tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// Nothing is kept; the answer is what the import would give now.
    Dry,
    /// Everything is on disk before the answer.
    Real,
}

const ORIGIN: [&str; 8] = ["edition_id", "source", "source_id", "number", "content", "language", "sender", "beside"];

/// The identifiers of a source that the edition has, each with its number and the hash of its content.
type Known = BTreeMap<String, (u32, String)>;

impl Store {
    /// Imports a file in one transaction; the answers are in its order. What is there already is not touched, and a file with nothing
    /// new leaves no trace.
    pub async fn import_from(
        &self,
        edition: &EditionId,
        shipment: Shipment<'_>,
        stems: Stemmer<'_>,
        now: i64,
        trial: Trial,
    ) -> Result<Vec<Arrived>, StoreError> {
        let mut tx = self.begin().await?;
        // Asking for no number takes the place of the writer: a second import of the same file waits for this one, and then sees it.
        let first = take_numbers(&mut tx, edition, 0).await?;
        let known = known(&mut tx, edition, shipment.source).await?;
        let held = if shipment.to_check { Some(held::known(&mut tx, edition, shipment.source).await?) } else { None };
        let (arrived, fresh) = sorted(shipment.arriving, known, held, first);
        if fresh.is_empty() || trial == Trial::Dry {
            tx.rollback().await?;
            return Ok(arrived);
        }
        let shipment = Shipment { arriving: fresh, ..shipment };
        if shipment.to_check {
            held::hold(&mut tx, edition, shipment, now).await?;
        } else {
            self.receive(&mut tx, edition, shipment, first, stems, now).await?;
        }
        tx.commit().await?;
        self.recount().await?;
        Ok(arrived)
    }

    pub(crate) async fn receive(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        shipment: Shipment<'_>,
        first: u32,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<(), StoreError> {
        let Shipment { source, by, arriving, .. } = shipment;
        let count = u32::try_from(arriving.len())?;
        take_numbers(tx, edition, count).await?;
        let origins = origins(edition, source, first, &arriving);
        let incoming: Vec<Incoming> = arriving.into_iter().map(|one| one.incoming).collect();
        let hash = sheaf_hash(&incoming);
        self.keep(tx, edition, first, incoming.into_iter().map(|incoming| (incoming, None)).collect(), stems).await?;
        bulk::insert(tx, "origin", &ORIGIN, origins).await?;
        let (from, many) = (first.to_string(), count.to_string());
        let facts =
            [("edition", edition.as_str()), ("source", source), ("first", &from), ("count", &many), ("texts", &hash)];
        let facts = facts.into_iter().chain(by.map(|by| ("by", by)));
        journal::append(tx, now, "contributions.imported", facts).await
    }
}

/// What becomes of each, and those that are new; `held` has the identifiers held before, where what is new is held.
fn sorted(
    arriving: Vec<Arriving>,
    mut known: Known,
    mut held: Option<BTreeSet<String>>,
    first: u32,
) -> (Vec<Arrived>, Vec<Arriving>) {
    let (mut arrived, mut fresh) = (Vec::with_capacity(arriving.len()), Vec::new());
    for one in arriving {
        let content = content(&one.incoming.contribution);
        let fate = match known.get(&one.source_id) {
            Some((number, same)) if *same == content => Arrived::Already(*number),
            Some((number, _)) => Arrived::Conflict(*number),
            None => match &mut held {
                None => Arrived::Taken(first + fresh.len() as u32),
                Some(held) => {
                    if held.insert(one.source_id.clone()) {
                        Arrived::Held
                    } else {
                        Arrived::HeldBefore
                    }
                }
            },
        };
        if let Arrived::Taken(number) = fate {
            known.insert(one.source_id.clone(), (number, content));
        }
        if matches!(fate, Arrived::Taken(_) | Arrived::Held) {
            fresh.push(one);
        }
        arrived.push(fate);
    }
    (arrived, fresh)
}

async fn known(tx: &mut Tx, edition: &EditionId, source: &str) -> Result<Known, StoreError> {
    let rows = sqlx::query("SELECT source_id, number, content FROM origin WHERE edition_id = $1 AND source = $2")
        .bind(edition.as_str().to_owned())
        .bind(source.to_owned())
        .fetch_all(&mut **tx)
        .await?;
    rows.iter().map(|row| Ok((text(row, "source_id")?, (number(row, "number")?, text(row, "content")?)))).collect()
}

fn origins(edition: &EditionId, source: &str, first: u32, arriving: &[Arriving]) -> Vec<Vec<bulk::Value>> {
    let origin = |(number, one): (u32, &Arriving)| {
        row![
            edition.as_str(),
            source,
            one.source_id.as_str(),
            number,
            content(&one.incoming.contribution),
            one.language.clone(),
            one.sender.as_deref().map(storable),
            one.beside.as_deref().map(storable)
        ]
    };
    (first..).zip(arriving).map(origin).collect()
}

/// BLAKE3 of the title and the text, the title ended by a character that no text holds.
fn content(new: &NewContribution) -> String {
    let title = storable(new.title.as_deref().unwrap_or_default());
    blake3::hash(format!("{title}\0{}", storable(&new.text)).as_bytes()).to_hex().to_string()
}
