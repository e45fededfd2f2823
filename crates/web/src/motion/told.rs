//! Refusals, names and gestures in words.

use crate::Error;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use arobase_domain::MemberId;
use arobase_domain::motion::{Gesture, Refusal, prose};
use std::collections::{BTreeMap, BTreeSet};

/// Most signs of a quotation.
const SHORT: usize = 60;

/// Those who wrote, by name; colleagues who gave none are known by their address.
pub(super) async fn names<'a>(
    state: &AppState,
    who: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, String>, Error> {
    let mut names = BTreeMap::new();
    for id in who.collect::<BTreeSet<_>>() {
        let Some(found) = state.store.participant(&state.edition.id, &MemberId::new(id)).await? else { continue };
        let member = found.member;
        let called = Some(member.name).filter(|name| !name.is_empty());
        names.extend(called.or(member.email.map(|email| email.to_string())).map(|name| (id.to_owned(), name)));
    }
    Ok(names)
}

/// The name of who wrote.
pub(super) fn name(lang: Lang, names: &BTreeMap<String, String>, id: &str) -> String {
    names.get(id).cloned().unwrap_or_else(|| lang.t("bench-someone"))
}

/// Why a gesture was not made.
pub(super) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoClause(_) => lang.t("motion-no-clause"),
        Refusal::NoSection(_) => lang.t("motion-no-section"),
        Refusal::NoWords => lang.t("motion-no-words"),
        Refusal::NoPart(_) => lang.t("motion-no-part"),
        Refusal::Itself(_) => lang.t("motion-itself"),
        Refusal::NotEmpty(_) => lang.t("motion-not-empty"),
        Refusal::NoReason => lang.t("motion-no-reason"),
        Refusal::Meanwhile(_) => lang.t("motion-meanwhile"),
        Refusal::Placed(_) => lang.t("motion-placed"),
    }
}

/// What was done, for the history.
pub(super) fn done(lang: Lang, gesture: Option<&Gesture>) -> String {
    let Some(gesture) = gesture else { return lang.t("motion-did-type") };
    let key = match gesture {
        Gesture::Head { .. } | Gesture::Recitals { .. } | Gesture::Annexes { .. } => "motion-did-head",
        Gesture::Write { .. } => "motion-did-write",
        Gesture::Add { .. } => "motion-did-add",
        Gesture::Remove { .. } => "motion-did-remove",
        Gesture::Split { .. } => "motion-did-split",
        Gesture::Merge { .. } => "motion-did-merge",
        Gesture::Move { .. } => "motion-did-move",
        Gesture::Link { .. } | Gesture::Unlink { .. } => "motion-did-link",
        Gesture::To { .. } => "motion-did-to",
        Gesture::AddSection { .. } | Gesture::Name { .. } | Gesture::Lead { .. } => "motion-did-section",
        Gesture::MoveSection { .. } | Gesture::RemoveSection { .. } => "motion-did-sections",
        Gesture::SetAside { .. } | Gesture::TakeBack { .. } => "motion-did-aside",
        Gesture::Easy { .. } => "motion-did-easy",
    };
    lang.t(key)
}

/// The first words of a clause, for lists and breadcrumbs.
pub(super) fn short(text: &str) -> String {
    crate::funnel::first(&prose::plain(text).replace('\n', " "), SHORT)
}
