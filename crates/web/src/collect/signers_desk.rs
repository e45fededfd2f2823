//! Those who sign beside, for the staff: how far each has come, and a new link for whoever lost theirs. Their address is kept nowhere: who asks gives it again.

use super::attach::READERS;
use super::signers::{Letters, state as how_far};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, signature, to};
use crate::pager::Pager;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Assent, ContributionId, Email};
use arobase_store::{self as store, Cosigner, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "collect/signers_desk.html")]
struct Desk {
    page: Page,
    lead: String,
    /// Whether a link has just been sent.
    sent: bool,
    /// What is wrong with what was asked.
    error: String,
    rows: Vec<Row>,
    pager: Pager,
}

/// Someone who signs, in words.
struct Row {
    contribution: ContributionId,
    key: String,
    who: String,
    /// Who, and how far they have come.
    line: String,
    waiting: bool,
    /// The address typed, where it is what is wrong.
    typed: Option<String>,
}

/// Of which contribution, which page of them, and whether a link has just been sent.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Which {
    contribution: String,
    sent: String,
    #[serde(deserialize_with = "crate::url::lenient")]
    page: u32,
}

/// Whom to ask again, and where.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    contribution: String,
    signer: String,
    email: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::SIGNERS, "", Access::Any(READERS), get(show).post(ask))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(which): Query<Which>) -> Result<Response, Error> {
    let desk = desk(&state, lang, &which.contribution, which.page).await?;
    Ok(private(StatusCode::OK, render(&Desk { sent: !which.sent.is_empty(), ..desk })?))
}

async fn ask(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let (edition, number) = (&state.edition.id, asked.contribution.parse().unwrap_or(0));
    let Ok(address) = asked.email.trim().parse::<Email>() else {
        let desk = desk(&state, lang, &asked.contribution, 1).await?.refusing(lang.t("signers-desk-wrong"), &asked);
        return Ok(private(StatusCode::UNPROCESSABLE_ENTITY, render(&desk)?));
    };
    let first = state.store.first_signer(edition, number).await?;
    let letters = Letters::again(&state, lang, address, first.as_ref());
    let mut sent = false;
    for call in letters.calls() {
        sent = state.store.call_again(edition, (number, &asked.signer), call, &me.member.id, state.now()).await?;
    }
    if sent {
        return Ok(to(lang, Target::Signers(asked.contribution, 1, true)));
    }
    let desk = desk(&state, lang, &asked.contribution, 1).await?.refusing(lang.t("signers-desk-not-sent"), &asked);
    Ok(private(StatusCode::CONFLICT, render(&desk)?))
}

/// The page as it is, nothing being asked.
async fn desk(state: &AppState, lang: Lang, contribution: &str, page: u32) -> Result<Desk, Error> {
    let number = contribution.parse::<u32>().ok();
    let found = state.store.all_cosigners(&state.edition.id, number, page).await?;
    let title = number.map_or_else(|| lang.t("title-signers-desk"), |id| lang.it("title-signers-desk-of", id));
    let narrowed = number.map(|number| number.to_string()).unwrap_or_default();
    let target = Target::Signers(narrowed, found.number, false);
    let page = Page::new(state, lang, target, title).within(lang.t("title-space"), Target::Space);
    Ok(Desk::new(page, found, number))
}

impl Desk {
    fn new(page: Page, found: store::Page<(u32, Cosigner)>, of: Option<u32>) -> Self {
        let lang = page.lang;
        let narrowed = of.map(|number| number.to_string()).unwrap_or_default();
        Self {
            lead: lang.n("signers-desk-lead", found.total),
            sent: false,
            error: String::new(),
            pager: Pager::of(lang, &found, |page| Target::Signers(narrowed.clone(), page, false)),
            rows: found.items.into_iter().map(|one| Row::new(lang, one)).collect(),
            page,
        }
    }

    /// The same, saying why nothing was sent, with the address that was typed.
    fn refusing(mut self, error: String, asked: &Asked) -> Self {
        let same = |row: &&mut Row| row.key == asked.signer && row.contribution.to_string() == asked.contribution;
        if let Some(row) = self.rows.iter_mut().find(same) {
            row.typed = Some(asked.email.clone());
        }
        Self { error, ..self }
    }
}

impl Row {
    fn new(lang: Lang, (number, one): (u32, Cosigner)) -> Self {
        let who = one.author.as_ref().map_or_else(|| lang.t("signers-desk-someone"), |author| signature(Some(author)));
        Self {
            contribution: ContributionId::numbered(number),
            line: lang.with("signers-line", [("who", who.clone()), ("state", how_far(lang, &one))]),
            who,
            waiting: one.assent == Assent::Waiting,
            key: one.key.unwrap_or_default(),
            typed: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::Author;

    fn cosigner(assent: Assent) -> Cosigner {
        let author = Author { name: "Bruno <Petit>".into(), function: "maire".into(), ..Author::default() };
        let known = assent != Assent::Refused;
        Cosigner { key: known.then(|| "k".into()), author: known.then_some(author), asked: true, assent }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Signers(String::new(), 1, false));
            let all = [Assent::Waiting, Assent::Named, Assent::Unnamed, Assent::Refused];
            let items = (1..).zip(all.map(cosigner)).collect();
            let desk = Desk::new(page(), store::Page { items, number: 1, total: 4 }, None);
            let asked = Asked { contribution: "1".into(), signer: "k".into(), email: "bruno".into() };
            let html = sample::check(&desk.refusing(lang.t("signers-desk-wrong"), &asked));
            assert_eq!(html.matches("type=\"email\"").count(), 1, "only who has not answered is asked again");
            assert!(html.contains("value=\"bruno\" aria-invalid=\"true\"") && html.contains("Bruno &#60;Petit&#62;"));
            let none = store::Page { items: Vec::new(), number: 1, total: 0 };
            assert!(
                !sample::check(&Desk { sent: true, ..Desk::new(page(), none, Some(7)) }).contains("type=\"email\"")
            );
        }
    }
}
