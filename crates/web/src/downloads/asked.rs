//! What earlier motions ask too, as a table.

use crate::Error;
use crate::motion::Confirmed;
use arobase_domain::motion::record::MotionRecord;

/// Its name, and its columns.
pub(crate) const FILE: &str = "asked_before.csv";
pub(crate) const COLUMNS: [&str; 5] = ["clause_id", "edition", "year", "earlier_clause_id", "text"];

/// The clauses of earlier motions that ask the same as those of a text.
pub(super) fn table(told: &MotionRecord, confirmed: &[Confirmed]) -> Result<Vec<u8>, Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(Error::export)?;
    for one in confirmed.iter().filter(|one| told.motion.clause(&one.clause).is_some()) {
        let year = one.year.to_string();
        let row = [one.clause.as_str(), &one.name, &year, one.earlier.as_str(), &one.text];
        table.write_record(row).map_err(Error::export)?;
    }
    table.into_inner().map_err(Error::export)
}
