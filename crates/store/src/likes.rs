//! What is like a text: ideas that share words with it, sought by the rarest ones, because each idea that is found has to be ranked.

use crate::bulk::{self, row};
use crate::read::{number, text};
use crate::search::terms;
use crate::submit::Tx;
use crate::{Store, StoreError, Verbatim};
use arobase_domain::EditionId;
use sqlx::AssertSqlSafe;
use std::collections::{BTreeMap, BTreeSet};

/// Ideas that are ranked at most, unless the rarest stem alone is in more.
const RANKED: u64 = 5_000;

/// A stem is common when so many ideas hold it; any other is taken to be in as many.
const COMMON: u64 = 250;

impl Store {
    /// Ideas of the run that hold the most of these stems, and the rarest; none that repeats another. At most `most`, best first.
    ///
    /// The rarest stems are looked for, the first ones among those that are not common, as long as few ideas are to be ranked.
    pub async fn ideas_with_any(
        &self,
        edition: &EditionId,
        stems: &[String],
        most: u32,
    ) -> Result<Vec<Verbatim>, StoreError> {
        let rarest = self.rarest(edition, distinct(stems)).await?;
        let Some(wanted) = self.dialect.any(&rarest) else { return Ok(Vec::new()) };
        let mut found = self.best(edition, wanted, (i64::from(most), 0)).await?;
        found.retain(|verbatim| verbatim.idea.duplicate_of.is_none());
        Ok(found)
    }

    async fn rarest(&self, edition: &EditionId, stems: Vec<String>) -> Result<Vec<String>, StoreError> {
        if stems.is_empty() {
            return Ok(stems);
        }
        let these: Vec<String> = (2..stems.len() + 2).map(|n| format!("${n}")).collect();
        let sql =
            format!("SELECT stem, ideas FROM common_stem WHERE edition_id = $1 AND stem IN ({})", these.join(", "));
        let asked = sqlx::query(AssertSqlSafe(sql)).bind(edition.as_str().to_owned());
        let asked = stems.iter().fold(asked, |asked, stem| asked.bind(stem.clone()));
        let common = self.all(asked, |row| Ok::<_, StoreError>((text(row, "stem")?, number(row, "ideas")?))).await?;
        Ok(few(stems, &common.into_iter().collect()))
    }
}

fn distinct(stems: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    terms(stems).into_iter().filter(|stem| seen.insert(stem.clone())).collect()
}

/// The rarest of these stems, as many as leave at most [`RANKED`] ideas to rank, and one at least.
fn few(mut stems: Vec<String>, common: &BTreeMap<String, u64>) -> Vec<String> {
    let ideas = |stem: &String| common.get(stem).copied().unwrap_or(COMMON);
    stems.sort_by_key(ideas);
    let mut ranked = 0;
    let within = |stem: &&String| {
        ranked += ideas(stem);
        ranked <= RANKED
    };
    let many = stems.iter().take_while(within).count();
    stems.truncate(many.max(1));
    stems
}

/// Writes which stems are common among the documents of an edition's ideas.
pub(crate) async fn recount(
    tx: &mut Tx,
    edition: &EditionId,
    documents: impl Iterator<Item = &str>,
) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM common_stem WHERE edition_id = $1").bind(edition.as_str().to_owned());
    gone.execute(&mut **tx).await?;
    let rows = common(documents).into_iter().map(|(stem, ideas)| row![edition.as_str(), stem, ideas]).collect();
    bulk::insert(tx, "common_stem", &["edition_id", "stem", "ideas"], rows).await
}

/// Stems that [`COMMON`] documents hold, each with how many.
fn common<'a>(documents: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, u64> {
    let mut held = BTreeMap::new();
    for document in documents {
        for stem in document.split(' ').collect::<BTreeSet<_>>() {
            *held.entry(stem).or_insert(0) += 1;
        }
    }
    held.retain(|stem, ideas| *ideas >= COMMON && !stem.is_empty());
    held
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn common_stems_are_counted_once_an_idea() {
        let rare = ["fibre commune commune", ""];
        let many = std::iter::repeat_n("commune mairie commune", COMMON as usize - 1);
        assert_eq!(common(rare.into_iter().chain(many)), BTreeMap::from([("commune", COMMON)]));
    }

    #[test]
    fn the_rarest_are_looked_for_while_few_ideas_are_to_be_ranked() {
        let common = [("commune", 4_500), ("mairie", 300), ("service", 4_000), ("état", 30_000)];
        let common: BTreeMap<String, u64> = common.map(|(stem, ideas)| (stem.to_owned(), ideas)).into();
        assert_eq!(few(words("commune mairie fibre vélo service"), &common), words("fibre vélo mairie service"));
        assert_eq!(few(words("état"), &common), words("état"), "one at least");
        let rare = (0..60).map(|nth| format!("mot{nth}")).collect();
        assert_eq!(few(rare, &common).len() as u64, RANKED / COMMON);
    }
}
