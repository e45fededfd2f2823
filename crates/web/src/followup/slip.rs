//! The slip that goes with a motion that is handed over: to whom, by whom, which text, and where what becomes of it is told.

use super::OPEN_TO;
use super::matter::Matter;
use super::told;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_domain::motion::{Adoption, prose};
use arobase_domain::{Dispatch, DispatchId, Recipient};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "followup/slip.html")]
struct Slip {
    page: Page,
    id: DispatchId,
    sender: String,
    /// Name, person and address, a line each.
    to: Vec<String>,
    title: String,
    /// How it was adopted, if that is known.
    adopted: String,
    /// What is asked: the titles of the sections.
    sections: Vec<String>,
    asks: String,
    facts: Vec<(String, String)>,
    /// Where what becomes of it is told.
    address: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::HAND_OVER_SLIP, "/{id}", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Response, Error> {
    let (id, matter) = (DispatchId::new(id), Matter::prepared(&state).await?);
    let found = matter.dispatches.iter().find(|one| one.id == id && !one.cancelled);
    let one = found.ok_or_else(Error::not_found)?;
    let to = matter.recipient(&one.recipient).ok_or_else(Error::not_found)?;
    let adoption = state.store.motion_adoption(&state.edition.id).await?;
    let page = Page::new(&state, lang, Target::Sequel(Sequel::HandOverSlip(id)), lang.t("title-hand-over-slip"))
        .within(lang.t("title-recipients"), Target::Sequel(Sequel::Recipients))
        .within(lang.t("title-hand-overs"), Target::Sequel(Sequel::HandOvers));
    let address = format!("{}{}", state.address, Target::Sequel(Sequel::FollowUp(1)).in_lang(to.lang));
    let sender = format!("{}\n{}", state.publisher.name, state.publisher.address);
    let slip = Slip::new(page, &matter, (one, to), adoption.as_ref(), (sender, address));
    Ok(private(StatusCode::OK, render(&slip)?))
}

impl Slip {
    fn new(
        page: Page,
        matter: &Matter,
        (one, to): (&Dispatch, &Recipient),
        adoption: Option<&Adoption>,
        (sender, address): (String, String),
    ) -> Self {
        let lang = page.lang;
        let sections = matter.motion.sections.iter().enumerate();
        Self {
            id: one.id.clone(),
            sender,
            to: lines(to),
            title: prose::plain(&matter.motion.title),
            adopted: adoption.map(|adoption| told::adopted(lang, adoption)).unwrap_or_default(),
            asks: lang.n("slip-clauses", matter.motion.clauses().count()),
            sections: sections.map(|(at, section)| told::section(lang, at + 1, section)).collect(),
            facts: facts(lang, one),
            address,
            page,
        }
    }
}

pub(super) fn lines(to: &Recipient) -> Vec<String> {
    let all = [to.person.as_str(), to.name.as_str()].into_iter().chain(to.address.lines());
    all.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

pub(super) fn facts(lang: Lang, one: &Dispatch) -> Vec<(String, String)> {
    let facts = [
        ("slip-day", told::day(lang, one.day)),
        ("slip-manner", told::manner(lang, one.manner)),
        ("slip-place", one.place.clone()),
        ("slip-delegation", one.delegation.clone()),
        ("slip-version", one.version.to_string()),
        ("slip-seal", one.seal.clone()),
    ];
    facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(key, fact)| (lang.t(key), fact)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let matter = matter();
            let adoption = Adoption {
                day: "2026-10-06".into(),
                place: "Paris".into(),
                votes: Some([80, 2, 3]),
                ..Adoption::default()
            };
            for adoption in [Some(&adoption), None] {
                let page = sample::page(lang, Target::Sequel(Sequel::HandOverSlip(DispatchId::new("d1"))));
                let both = (&matter.dispatches[0], &matter.recipients[0]);
                let from = ("Réseau\nParis".to_owned(), "https://congres.example/fr/suites".to_owned());
                let html = sample::check(&Slip::new(page, &matter, both, adoption, from));
                assert!(html.contains("Mme la ministre") && html.contains("congres.example/fr/suites"));
                assert_eq!(html.contains("80"), adoption.is_some());
            }
        }
    }
}
