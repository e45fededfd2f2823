//! What a clause asks again: the motions of earlier editions that ask the same, as people confirmed it.

use crate::Error;
use crate::calendar::clock;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use crate::url::{Target, elsewhere};
use arobase_domain::motion::prose;
use arobase_domain::settings::PARIS;
use arobase_domain::{ClauseId, EditionId};
use arobase_store::{EarlierMotion, Precedent};
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// A clause of an earlier motion that asks the same as a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirmed {
    pub(crate) clause: ClauseId,
    edition: EditionId,
    slug: String,
    pub(crate) name: String,
    pub(crate) year: i16,
    pub(crate) earlier: ClauseId,
    /// Its words.
    pub(crate) text: String,
}

/// « Demandé aussi en 2022 et 2025 ».
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Before {
    /// The year since which every motion asks it, where there are several.
    pub(crate) since: Option<String>,
    /// Motions, the first one first: year, name of the edition, where the clause is.
    pub(crate) links: Vec<(String, String, String)>,
}

impl Before {
    /// What stands before the link of this rank.
    pub(crate) fn comma(&self, lang: impl Borrow<Lang>, rank: impl Borrow<usize>) -> String {
        match *rank.borrow() {
            0 => String::new(),
            rank if rank + 1 == self.links.len() => lang.borrow().t("before-and"),
            _ => ", ".to_owned(),
        }
    }
}

/// The year of the congress of an earlier edition.
pub(super) fn year(one: &EarlierMotion) -> i16 {
    clock(one.congress_date, PARIS).year()
}

/// What people confirmed, by clause, the first congress first; what an edition no longer publishes is left out.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn confirmed(state: &AppState) -> Result<Vec<Confirmed>, Error> {
    let said = state.store.precedents(&state.edition.id).await?;
    if said.iter().all(|one| !one.same) {
        return Ok(Vec::new());
    }
    Ok(among(&said, &state.store.earlier_motions(&state.edition.id).await?))
}

fn among(said: &[Precedent], earlier: &[EarlierMotion]) -> Vec<Confirmed> {
    let of = |said: &Precedent| {
        let before = earlier.iter().find(|one| one.edition == said.edition)?;
        let (_, clause) = before.motion.clause(&said.earlier)?;
        Some(Confirmed {
            clause: said.clause.clone(),
            edition: before.edition.clone(),
            slug: before.slug.clone(),
            name: before.name.clone(),
            year: year(before),
            earlier: said.earlier.clone(),
            text: prose::plain(&clause.text),
        })
    };
    let mut found: Vec<Confirmed> = said.iter().filter(|one| one.same).filter_map(of).collect();
    let rank = |one: &Confirmed| earlier.iter().rev().position(|before| before.edition == one.edition);
    found.sort_by_key(|one| (one.clause.clone(), rank(one)));
    found
}

/// The same for pages.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn asked_before(state: &AppState, lang: Lang) -> Result<BTreeMap<ClauseId, Before>, Error> {
    let said = state.store.precedents(&state.edition.id).await?;
    if said.iter().all(|one| !one.same) {
        return Ok(BTreeMap::new());
    }
    let earlier = state.store.earlier_motions(&state.edition.id).await?;
    Ok(told(lang, &among(&said, &earlier), &earlier))
}

fn told(lang: Lang, confirmed: &[Confirmed], earlier: &[EarlierMotion]) -> BTreeMap<ClauseId, Before> {
    let mut all: BTreeMap<ClauseId, Before> = BTreeMap::new();
    for one in confirmed {
        let url = elsewhere(&one.slug, &Target::MotionClause(one.earlier.clone(), 1).in_lang(lang));
        all.entry(one.clause.clone()).or_default().links.push((one.year.to_string(), one.name.clone(), url));
    }
    for (clause, before) in &mut all {
        let many = before.links.len();
        let asks =
            |one: &EarlierMotion| confirmed.iter().any(|had| had.clause == *clause && had.edition == one.edition);
        let every = many > 1 && earlier.iter().take(many).all(asks);
        before.since = before.links.first().filter(|_| every).map(|(year, ..)| year.clone());
    }
    all
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample;

    /// The motions of three congresses, the latest first.
    pub(in crate::motion) fn earlier() -> Vec<EarlierMotion> {
        let of = |year: i64| EarlierMotion {
            edition: EditionId::new(format!("edition-{year}")),
            slug: year.to_string(),
            name: format!("Congrès {year}"),
            congress_date: (year - 1970) * 31_556_952_000 + 24_000_000_000,
            motion: sample::motion(),
        };
        [2025, 2022, 2019].map(of).into()
    }

    pub(in crate::motion) fn said(clause: &str, year: u32, earlier: &str, same: bool) -> Precedent {
        let (edition, earlier) = (EditionId::new(format!("edition-{year}")), ClauseId::new(earlier));
        Precedent { clause: ClauseId::new(clause), edition, earlier, same }
    }

    #[test]
    fn only_what_is_confirmed_and_can_be_read_is_told() {
        let said = [
            said("e1", 2025, "e2", true),
            said("e1", 2019, "e1", true),
            said("e1", 2022, "e1", false),
            said("e2", 2025, "e99", true),
            said("e2", 2021, "e1", true),
        ];
        let told = told(Lang::Fr, &among(&said, &earlier()), &earlier());
        assert_eq!(told.len(), 1, "{told:?}");
        let before = &told[&ClauseId::new("e1")];
        let links: Vec<(&str, &str)> =
            before.links.iter().map(|(year, _, url)| (year.as_str(), url.as_str())).collect();
        assert_eq!(links, [("2019", "/2019/fr/motion/e1"), ("2025", "/2025/fr/motion/e2")]);
        assert_eq!(before.since, None, "2022 did not ask it");
    }

    #[test]
    fn every_motion_since_is_every_one_until_the_last() {
        let since = |years: &[u32]| {
            let said: Vec<Precedent> = years.iter().map(|year| said("e1", *year, "e1", true)).collect();
            told(Lang::Fr, &among(&said, &earlier()), &earlier())[&ClauseId::new("e1")].since.clone()
        };
        assert_eq!(since(&[2022, 2025]).as_deref(), Some("2022"));
        assert_eq!(since(&[2025, 2019, 2022]).as_deref(), Some("2019"));
        assert_eq!((since(&[2019, 2022]), since(&[2025])), (None, None));
    }
}
