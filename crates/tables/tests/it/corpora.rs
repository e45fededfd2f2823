//! Real files, when they are there.

use arobase_tables::{Columns, Table, read};
use std::path::PathBuf;

/// A real file, or a printed line that says it is not there.
fn corpus(name: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("AROBASE_DATA").unwrap_or_else(|_| beside.to_owned());
    let path = PathBuf::from(folder).join(name);
    if !path.exists() {
        println!("skipped: {} is absent", path.display());
    }
    path.exists().then_some(path)
}

fn table(name: &str) -> Option<Table> {
    let table = read(&corpus(name)?, &Columns::default()).expect("readable");
    assert_eq!(table.broken, []);
    Some(table)
}

#[test]
fn republique_numerique() {
    let Some(table) = table("republique-numerique/contributions.csv") else { return };
    assert_eq!(table.rows.len(), 4680);
    assert!(table.rows.iter().all(|row| !row.id.is_empty() && row.author.is_some()));
    assert!(table.rows.iter().filter(|row| !row.title.is_empty()).count() > 600);
}

#[test]
fn grand_debat() {
    if let Some(table) = table("grand-debat/q174_services_publics_sur_internet.csv") {
        assert_eq!((table.rows.len(), table.rows[0].id.as_str()), (6498, "gd-174-0"));
    }
    if let Some(table) = table("grand-debat/granddebat_305k_dedup_ge30.csv.gz") {
        assert_eq!(table.rows.len(), 305_630);
        assert!(table.rows.iter().all(|row| row.text.chars().count() >= 30));
    }
}

#[test]
fn polis() {
    for (name, comments) in [("vtaiwan.uberx", 197), ("canadian-electoral-reform", 174), ("bg2050-volunteers", 371)] {
        if let Some(table) = table(&format!("polis/{name}/comments.csv")) {
            assert_eq!(table.rows.len(), comments);
            assert!(table.rows.iter().all(|row| row.author.is_some() && row.date.is_some()));
        }
    }
}
