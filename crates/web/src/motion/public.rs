//! The text that was adopted, for everyone.

use super::files::{Offered, offered};
use super::reading::Reading;
use super::told::short;
use crate::Error;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::{AppState, day};
use crate::url::Target;
use arobase_domain::ClauseId;
use arobase_domain::motion::prose::Block;
use arobase_domain::motion::{Adoption, Motion, Version};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "motion/public.html")]
struct Public {
    page: Page,
    /// The text; none before it is published.
    text: Option<Shown>,
}

/// A published text.
struct Shown {
    reading: Reading,
    clauses: String,
    adopted: String,
    votes: String,
    signed: String,
    published: String,
    version: u32,
    seal: String,
    /// What there is to take away.
    copies: Vec<Offered>,
}

pub(super) async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let Some((version, written)) = state.store.published_motion(&state.edition.id).await? else {
        let page = Page::new(&state, lang, Target::Motion, lang.t("title-motion"));
        return render(&Public { page, text: None });
    };
    let behind = state.store.clause_figures(&state.edition.id, version.number).await?.into_iter().collect();
    let adoption = state.store.motion_adoption(&state.edition.id).await?.filter(|one| one.version == version.number);
    let page = Page::new(&state, lang, Target::Motion, lang.t("title-motion"));
    render(&Public { page, text: Some(Shown::new(lang, &written.motion, version, adoption.as_ref(), &behind)) })
}

impl Shown {
    fn new(
        lang: Lang,
        motion: &Motion,
        version: Version,
        adoption: Option<&Adoption>,
        behind: &BTreeMap<ClauseId, u64>,
    ) -> Self {
        let told = |many: &u64| lang.n("motion-behind", *many);
        Self {
            reading: Reading::new(lang, motion, |clause| behind.get(&clause.id).map(told).into_iter().collect()),
            clauses: lang.n("motion-clauses", motion.clauses().count()),
            adopted: adoption.map(|one| adopted(lang, one)).unwrap_or_default(),
            votes: adoption.map(|one| votes(lang, one)).unwrap_or_default(),
            signed: adoption.map(|one| one.signed_by.clone()).unwrap_or_default(),
            published: version.published_at.map(|at| lang.it("motion-published-on", day(lang, at))).unwrap_or_default(),
            version: version.number,
            seal: version.seal,
            copies: offered(lang, motion),
        }
    }
}

/// When it was adopted and how many clauses it has, once everyone can read it.
pub(crate) async fn headline(state: &AppState, lang: Lang) -> Result<Option<[String; 2]>, Error> {
    let Some((version, written)) = state.store.published_motion(&state.edition.id).await? else { return Ok(None) };
    let adoption = state.store.motion_adoption(&state.edition.id).await?.filter(|one| one.version == version.number);
    let told = adoption.map_or_else(|| written.motion.title.clone(), |one| adopted(lang, &one));
    Ok(Some([told, lang.n("motion-clauses", written.motion.clauses().count())]))
}

/// « Adoptée le 6 octobre 2026 à Paris ».
pub(super) fn adopted(lang: Lang, adoption: &Adoption) -> String {
    let day = adoption.day.parse().map_or_else(|_| adoption.day.clone(), |date| lang.date(date));
    if adoption.place.is_empty() {
        return lang.it("motion-adopted", day);
    }
    lang.with("motion-adopted-at", [("day", day), ("place", adoption.place.clone())])
}

/// « 80 voix pour, 2 contre, 3 abstentions », or how it was voted.
pub(super) fn votes(lang: Lang, adoption: &Adoption) -> String {
    let counted = adoption.votes.map(|[one, two, three]| {
        let told = [("favour", one), ("against", two), ("abstentions", three)];
        lang.with("motion-votes", told.map(|(name, votes)| (name, lang.number(u64::from(votes)))))
    });
    let told = Some(adoption.told.clone()).filter(|told| !told.is_empty());
    counted.into_iter().chain(told).collect::<Vec<_>>().join(" · ")
}

/// A clause in a list: its number and its first words.
pub(super) fn clause_label(number: usize, text: &str) -> String {
    format!("{number}. {}", short(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders_before_and_after() {
        let version =
            || Version { number: 2, seal: "a1b2".into(), published_at: Some(sample::NOW), ..Version::default() };
        let adoption =
            Adoption { version: 2, day: "2026-10-06".into(), votes: Some([80, 2, 3]), ..Adoption::default() };
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Motion);
            sample::check(&Public { page: page(), text: None });
            let behind = BTreeMap::from([(ClauseId::new("e1"), 12)]);
            let shown = Shown::new(lang, &sample::motion(), version(), Some(&adoption), &behind);
            let html = sample::check(&Public { page: page(), text: Some(shown) });
            assert!(html.contains("id=\"e1\"") && html.contains("80"), "{html}");
        }
    }
}
