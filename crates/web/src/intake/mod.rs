//! Files brought into an edition, by the command or by the site: from what `tables` found to what the store keeps, and what became of each row.

mod convert;
mod end;
mod instant;
mod report;

pub use end::{Change, End, Way};
pub use report::Report;

use arobase_domain::{Channel, Edition};
use arobase_store::{Arriving, Shipment, Store, StoreError, Trial};
use arobase_tables::intake::{Fate, Found, Platform, Sheaf};
use convert::Converter;
use uuid::Uuid;

/// How contributions are received.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// The channel of all of them; else that of each row, else « import ».
    pub channel: Option<Channel>,
    /// The name of the source; else the one that the file tells.
    pub source: Option<String>,
    /// Whether their authors agreed to be named beside their texts.
    pub named: bool,
}

/// What became of a file.
#[derive(Debug)]
pub struct Outcome {
    /// The file, without its rows.
    pub sheaf: Sheaf,
    /// The source under which its contributions are known.
    pub source: String,
    /// Every row, in the order of the file.
    pub lines: Vec<Told>,
}

/// One row and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Told {
    /// Its file, without its folder.
    pub file: String,
    /// Its line; 0 where the file is one message.
    pub at: u64,
    /// Its identifier in its source.
    pub id: String,
    /// What became of it.
    pub end: End,
    /// What was changed on the way.
    pub changes: Vec<Change>,
}

/// A file ready to be imported.
#[derive(Debug)]
pub struct Plan {
    sheaf: Sheaf,
    source: String,
    arriving: Vec<Arriving>,
    rows: Vec<Row>,
}

/// A row; its end is known before the import where it is left out.
#[derive(Debug)]
struct Row {
    file: String,
    at: u64,
    id: String,
    end: Option<End>,
    changes: Vec<Change>,
}

impl Plan {
    /// Makes contributions of what a file holds; asks nothing of the database.
    pub fn new(edition: &Edition, mut sheaf: Sheaf, terms: &Terms, now: i64, ids: fn() -> Uuid) -> Self {
        let source = terms.source.clone().unwrap_or_else(|| sheaf.source.clone());
        let converter = Converter::new(edition, terms, now, ids);
        let found = std::mem::take(&mut sheaf.found);
        let mut plan = Self { sheaf, source, arriving: Vec::new(), rows: Vec::with_capacity(found.len()) };
        for one in found {
            plan.add(one, &converter);
        }
        plan
    }

    fn add(&mut self, found: Found, converter: &Converter) {
        let Found { file, line, id, mended, fate } = found;
        let mut changes: Vec<Change> = mended.then_some(Change::Mended).into_iter().collect();
        let end = match fate {
            Fate::Empty => Some(End::Empty),
            Fate::Refused(refusal) => Some(End::Refused(refusal)),
            Fate::Piece(piece) => {
                let (arriving, change) = converter.arriving(&id, *piece);
                self.arriving.push(arriving);
                changes.extend(change);
                None
            }
        };
        self.rows.push(Row { file, at: line, id, end, changes });
    }

    /// Imports in one transaction, or tries to; `by` is the member who does it.
    pub async fn carry(
        self,
        store: &Store,
        edition: &Edition,
        by: Option<&str>,
        now: i64,
        trial: Trial,
    ) -> Result<Outcome, StoreError> {
        let Self { sheaf, source, arriving, rows } = self;
        let shipment = Shipment { source: &source, to_check: sheaf.platform == Platform::Mail, by, arriving };
        let arrived = store.import_from(&edition.id, shipment, &arobase_text::stem::terms, now, trial).await?;
        let mut arrived = arrived.into_iter().map(End::from);
        let lines = rows.into_iter().filter_map(|row| {
            let Row { file, at, id, end, changes } = row;
            let end = end.or_else(|| arrived.next())?;
            Some(Told { file, at, id, end, changes })
        });
        Ok(Outcome { lines: lines.collect(), sheaf, source })
    }
}
