//! The demonstration edition: 492 fictional contributions, dated so that its collection is still open today.

use super::{DAY, edition};
use crate::clock;
use arobase_domain::contribution::Author;
use arobase_domain::{Channel, Edition, NewContribution};
use arobase_store::Incoming;
use miette::{IntoDiagnostic, WrapErr, miette};
use serde::Deserialize;

/// Written for the product, CC0.
static CONTRIBUTIONS: &str = include_str!("../../demo/contributions.csv");

/// Name under which the demonstration stands in the database.
pub(crate) const SLUG: &str = "demo";

/// First and last day of the file.
const FIRST: &str = "2026-08-24";
const LAST: &str = "2026-10-04";

#[derive(Debug, Deserialize)]
struct Line {
    date: String,
    canal: Channel,
    auteur: String,
    fonction: String,
    commune: String,
    departement: String,
    titre: String,
    texte: String,
}

/// The edition: its last contribution came yesterday, its collection ends in a week.
pub(crate) fn edition_now() -> miette::Result<Edition> {
    let today = clock::now_millis() / DAY * DAY;
    let opens = today - DAY - (day(LAST)? - day(FIRST)?);
    Ok(edition(
        SLUG,
        "Congrès des élus au numérique",
        "Des idées de chaque commune, une motion pour toutes",
        true,
        opens,
    ))
}

/// Its contributions, in the order of their numbers.
pub(crate) fn contributions(edition: &Edition) -> miette::Result<Vec<Incoming>> {
    let opens = edition.phase(arobase_domain::PhaseKind::Collection).map_or(0, |phase| phase.starts_at);
    let shift = opens - day(FIRST)?;
    let mut reader = csv::Reader::from_reader(CONTRIBUTIONS.as_bytes());
    let lines = reader
        .deserialize()
        .collect::<Result<Vec<Line>, _>>()
        .into_diagnostic()
        .wrap_err("the demonstration file cannot be read")?;
    lines.into_iter().map(|line| incoming(line, shift)).collect()
}

fn incoming(line: Line, shift: i64) -> miette::Result<Incoming> {
    let received_at = day(&line.date)? + shift + DAY / 2;
    let department = Some(line.departement).filter(|code| !code.is_empty());
    let author = Author { name: line.auteur, function: line.fonction, commune: line.commune, named: true };
    let contribution = NewContribution {
        channel: line.canal,
        title: Some(line.titre).filter(|title| !title.is_empty()),
        text: line.texte,
        department,
        author: Some(author).filter(|author| !author.is_empty()),
        ..NewContribution::default()
    };
    Ok(Incoming { contribution, id: clock::new_id(), received_at, broken: None })
}

fn day(date: &str) -> miette::Result<i64> {
    let date: jiff::civil::Date = date.parse().map_err(|_| miette!("« {date} » is not a date"))?;
    Ok(date.to_zoned(jiff::tz::TimeZone::UTC).into_diagnostic()?.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_what_is_promised() {
        let edition = edition_now().expect("dates are constants");
        let contributions = contributions(&edition).expect("the file is committed");
        assert_eq!(contributions.len(), 492);
        let authors: std::collections::BTreeSet<_> = contributions
            .iter()
            .filter_map(|c| c.contribution.author.as_ref())
            .map(|a| &a.name)
            .filter(|name| !name.is_empty())
            .collect();
        assert_eq!(authors.len(), 150);
        assert!(edition.collects(clock::now_millis()));
    }
}
