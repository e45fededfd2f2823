//! The author's own page: the number, what became of the text, and the way to change it.

use super::attach::{Line, documents_of};
use super::signers;
use crate::Error;
use crate::edition::minute;
use crate::funnel::contribution::summary;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, signature};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::ContributionId;
use arobase_store::{Cosigner, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "collect/receipt.html")]
struct Receipt {
    page: Page,
    /// The key to this page.
    token: String,
    id: ContributionId,
    received: String,
    fate: String,
    /// When the present text replaced another, if it did.
    revised: Option<String>,
    open: bool,
    /// The documents joined to it.
    attached: Vec<Line>,
    /// Whether its reader has signed in.
    signed: bool,
    /// Those who sign beside, and how far each has come.
    beside: Vec<String>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::RECEIPT, "/{token}", Access::Public, get(show))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    signed: Option<Extension<Signed>>,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let edition = &state.edition.id;
    let number = state.store.sent_with(edition, &token).await?.ok_or_else(Error::not_found)?;
    let fate = state.store.contribution_fate(edition, number).await?.ok_or_else(Error::not_found)?;
    let last = state.store.versions(edition, number).await?.pop();
    let mut attached = documents_of(&state, lang, &token).await?.lines;
    for line in &mut attached {
        let who = lang.t(match (line.withheld, line.public) {
            (true, _) => "attach-withheld-masked",
            (false, true) => "attach-published",
            (false, false) => "attach-unpublished",
        });
        line.told = format!("{}, {who}", line.told);
    }
    let told = |at| minute(lang, &state.edition, fate.contribution.department.as_deref(), at);
    let page = Page::new(&state, lang, Target::Receipt(token.clone()), lang.t("title-receipt"));
    let receipt = Receipt {
        page,
        token,
        id: ContributionId::numbered(number),
        received: lang.it("receipt-received", told(fate.contribution.received_at)),
        fate: summary(lang, &fate),
        revised: last.map(|version| lang.it("receipt-revised", told(version.replaced_at))),
        open: state.edition.collects(state.now()),
        attached,
        signed: signed.is_some(),
        beside: beside(&state, lang, number).await?,
    };
    Ok(private(StatusCode::OK, render(&receipt)?))
}

async fn beside(state: &AppState, lang: Lang, number: u32) -> Result<Vec<String>, Error> {
    let line = |one: Cosigner| {
        let who = one.author.as_ref().map_or_else(|| lang.t("signers-someone"), |author| signature(Some(author)));
        lang.with("signers-line", [("who", who), ("state", signers::state(lang, &one))])
    };
    Ok(state.store.cosigners(&state.edition.id, number).await?.into_iter().map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::super::attach::tests::documents;
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for open in [true, false] {
                let page = sample::page(lang, Target::Receipt("t".into()));
                let html = sample::check(&Receipt {
                    page,
                    token: "t".into(),
                    id: ContributionId::numbered(493),
                    received: "6 octobre".into(),
                    fate: "À classer.".into(),
                    revised: open.then(|| "Modifiée".into()),
                    open,
                    attached: if open { documents(lang).lines } else { Vec::new() },
                    signed: !open,
                    beside: vec!["Bruno, maire : signe".into()],
                });
                assert_eq!(html.contains(&Target::Follow("t".into()).in_lang(lang).to_string()), !open);
                let change = Target::Revise("t".into()).in_lang(lang).to_string();
                assert_eq!(html.contains("Délibération.pdf"), open, "documents, where there are some");
                assert_eq!(html.contains(&change), open, "a link to change it while collection lasts");
            }
        }
    }
}
