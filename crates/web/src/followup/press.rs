//! What the press is given: three figures, the adopted text, words of those who agreed to be named. It opens by itself when the embargo ends.

use super::SPOKESPERSONS;
use super::matter::Matter;
use super::told;
use crate::Error;
use crate::gesture::{Access, Asker, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, signature};
use crate::state::{AppState, Publisher};
use crate::url::{Sequel, Target, slug};
use arobase_domain::motion::{Adoption, prose};
use arobase_store::{Figures, Quotation, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "followup/press.html")]
struct Press {
    page: Page,
    /// Until when it waits; empty where nobody has said.
    until: Option<String>,
    kit: Option<Kit>,
}

/// The kit.
pub(super) struct Kit {
    /// Each figure, and what it counts.
    pub(super) figures: Vec<(String, String)>,
    /// The title of the motion, and how it was adopted.
    pub(super) motion: Option<(String, String)>,
    pub(super) quotations: Vec<(u32, String, String)>,
    pub(super) contact: Vec<String>,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::PRESS, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, me: Option<Extension<Signed>>) -> Result<Response, Error> {
    let (embargo, lifted, staff) = standing(&state, me.as_deref()).await?;
    let until = embargo.filter(|_| !lifted).map(|at| told::instant(lang, at, &state.edition.settings.time_zone));
    let page = Page::new(&state, lang, Target::Sequel(Sequel::Press), lang.t("title-press"));
    let kit = if lifted || staff { Some(kit(&state, lang).await?) } else { None };
    let until = if lifted { None } else { Some(until.unwrap_or_default()) };
    let shown = render(&Press { page, until, kit })?;
    Ok(if lifted { shown.into_response() } else { private(StatusCode::OK, shown) })
}

/// When it opens if that was said, whether it has, and whether who asks prepares it.
pub(super) async fn standing(state: &AppState, me: Option<&Signed>) -> Result<(Option<i64>, bool, bool), Error> {
    let embargo = state.store.embargo(&state.edition.id).await?;
    let asker = me.map_or(Asker::Visitor, |me| Asker::Member(&me.roles));
    Ok((embargo, lifted(embargo, state.now()), Access::Any(SPOKESPERSONS).admits(asker)))
}

/// Whether everyone may read it.
fn lifted(embargo: Option<i64>, now: i64) -> bool {
    embargo.is_some_and(|until| until <= now)
}

pub(super) async fn kit(state: &AppState, lang: Lang) -> Result<Kit, Error> {
    let (store, edition) = (&state.store, &state.edition.id);
    let (figures, quotations) = (store.figures(edition).await?, store.quotations(edition).await?);
    let (matter, adoption) = (Matter::published(state).await?, store.motion_adoption(edition).await?);
    Ok(Kit::new(lang, &figures, matter.as_ref(), adoption.as_ref(), quotations, &state.publisher))
}

impl Kit {
    fn new(
        lang: Lang,
        figures: &Figures,
        matter: Option<&Matter>,
        adoption: Option<&Adoption>,
        quotations: Vec<Quotation>,
        publisher: &Publisher,
    ) -> Self {
        let counts = [
            (figures.contributions, "press-contributions"),
            (figures.questions, "press-questions"),
            (figures.propositions, "press-propositions"),
        ];
        let adopted = adoption.map(|adoption| told::adopted(lang, adoption)).unwrap_or_default();
        let said = |one: Quotation| (one.number, one.words, signature(Some(&one.author)));
        Self {
            figures: counts.iter().map(|(count, key)| (lang.number(*count), lang.n(key, *count))).collect(),
            motion: matter.map(|matter| (prose::plain(&matter.motion.title), adopted)),
            quotations: quotations.into_iter().map(said).collect(),
            contact: [&publisher.name, &publisher.email, &publisher.phone].map(Clone::clone).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;
    use arobase_domain::Author;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let author = Author { name: "Anne Le Goff".into(), named: true, ..Author::default() };
            let quoted = Quotation { id: "q".into(), number: 7, words: "ouvrir un accueil".into(), author };
            let figures = Figures { contributions: 492, questions: 4, propositions: 29, ..Figures::default() };
            let adoption = Adoption { day: "2026-10-06".into(), ..Adoption::default() };
            let (publisher, matter) = (Publisher::demonstration(), matter());
            let kit = |matter| Kit::new(lang, &figures, matter, Some(&adoption), vec![quoted.clone()], &publisher);
            let page = || sample::page(lang, Target::Sequel(Sequel::Press));
            let html = sample::check(&Press { page: page(), until: None, kit: Some(kit(Some(&matter))) });
            assert!(html.contains("492") && html.contains("Anne Le Goff"), "{html}");
            sample::check(&Press { page: page(), until: Some("demain".into()), kit: Some(kit(None)) });
            for until in ["demain", ""] {
                let html = sample::check(&Press { page: page(), until: Some(until.into()), kit: None });
                assert!(!html.contains("Anne"));
            }
        }
    }

    #[test]
    fn the_embargo_lifts_by_itself() {
        assert_eq!([None, Some(11), Some(10)].map(|until| lifted(until, 10)), [false, false, true]);
    }
}
