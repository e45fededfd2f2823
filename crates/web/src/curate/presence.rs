//! Who is looking at what: kept in memory for two minutes, told to the others who class, written nowhere.

use super::OPEN_TO;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::state::AppState;
use crate::url::slug;
use arobase_domain::piles::Pile;
use arobase_domain::{EditionId, MemberId};
use arobase_store::Signed;
use axum::Extension;
use axum::extract::{Query, State};
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// How long someone is said to look at what they opened, in milliseconds.
const LASTS: i64 = 2 * 60_000;

/// Who opened what last, edition by edition.
#[derive(Default)]
pub(super) struct Presence(Mutex<BTreeMap<EditionId, BTreeMap<MemberId, Look>>>);

/// What someone opened last.
#[derive(Debug, Clone)]
struct Look {
    name: String,
    at: i64,
    open: Open,
}

/// A pile, and an idea of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub(super) struct Open {
    pub(super) pile: String,
    pub(super) idea: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::PRESENCE, "", OPEN_TO, get(show))
}

/// The sentence that the page shows, as it is now; empty when one is alone.
async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Query(open): Query<Open>,
) -> Result<String, Error> {
    Ok(beside(&state, lang, &me, open))
}

/// Notes what `me` has opened; who else looks at it, in words.
pub(super) fn beside(state: &AppState, lang: Lang, me: &Signed, open: Open) -> String {
    let address = || me.member.email.as_ref().map_or_else(|| lang.t("bench-someone"), ToString::to_string);
    let name = Some(me.member.name.clone()).filter(|name| !name.is_empty()).unwrap_or_else(address);
    let look = Look { name, at: state.now(), open };
    let pile = look.open.pile.parse().unwrap_or(Pile::ToSort);
    let others = state.benches().presence.look(&state.edition.id, &me.member.id, look);
    told(lang, &pile, &others)
}

impl Presence {
    /// Notes a look in place of the last one of the same person, forgets those that have passed; the others who look at the same pile, and whether at the same idea.
    fn look(&self, edition: &EditionId, me: &MemberId, look: Look) -> Vec<(String, bool)> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let looks = all.entry(edition.clone()).or_default();
        looks.retain(|_, other| look.at - other.at < LASTS);
        let here = |(who, other): (&MemberId, &Look)| {
            let same = !look.open.idea.is_empty() && other.open.idea == look.open.idea;
            (who != me && (same || other.open.pile == look.open.pile)).then(|| (other.name.clone(), same))
        };
        let others = looks.iter().filter_map(here).collect();
        looks.insert(me.clone(), look);
        others
    }
}

/// « Paule regarde aussi ce thème. »
fn told(lang: Lang, pile: &Pile, others: &[(String, bool)]) -> String {
    let what = if matches!(pile, Pile::Theme(_)) { "presence-theme" } else { "presence-pile" };
    let said = |key: &str, same: bool| {
        let names: Vec<&str> = others.iter().filter(|other| other.1 == same).map(|other| other.0.as_str()).collect();
        let who = if names.len() > 1 { "many" } else { "one" };
        (!names.is_empty()).then(|| lang.with(key, [("it", names.join(", ")), ("who", who.to_owned())]))
    };
    [said("presence-idea", true), said(what, false)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(name: &str, pile: &str, idea: &str, at: i64) -> Look {
        Look { name: name.into(), at, open: Open { pile: pile.into(), idea: idea.into() } }
    }

    #[test]
    fn others_are_told_for_two_minutes_and_where_they_are() {
        let (presence, edition) = (Presence::default(), EditionId::new("e"));
        let looks = |who: &str, pile: &str, idea: &str, at: i64| {
            presence.look(&edition, &MemberId::new(who), look(who, pile, idea, at))
        };
        assert_eq!(looks("paule", "t01", "1.1", 0), []);
        assert_eq!(looks("noor", "t01", "2.1", 1), [("paule".to_owned(), false)]);
        assert_eq!(looks("milo", "doubtful", "1.1", 2), [("paule".to_owned(), true)]);
        assert_eq!(looks("paule", "t02", "", 3), [], "she went elsewhere");
        assert_eq!(looks("zoe", "t02", "", 4), [("paule".to_owned(), false)], "no idea is no same idea");
        assert_eq!(looks("milo", "t01", "", LASTS), [("noor".to_owned(), false)]);
        assert_eq!(looks("milo", "t01", "", LASTS + 1), [], "two minutes have passed");
        assert_eq!(presence.look(&EditionId::new("f"), &MemberId::new("m"), look("m", "t01", "", 5)), []);
    }

    #[test]
    fn it_is_told_in_words() {
        let others = [("Paule", true), ("Noor", false), ("Milo", false)].map(|(name, same)| (name.to_owned(), same));
        let theme = "t01".parse().expect("a theme");
        assert_eq!(
            told(Lang::Fr, &theme, &others),
            "Paule regarde aussi cette idée. Noor, Milo regardent aussi ce thème."
        );
        assert_eq!(told(Lang::En, &Pile::ToSort, &others[1..2]), "Noor is looking at this pile too.");
        assert_eq!(told(Lang::Fr, &theme, &[]), "");
    }
}
