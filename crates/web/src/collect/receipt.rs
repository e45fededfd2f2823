//! The receipt: the number, and what comes next.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::ContributionId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "collect/receipt.html")]
struct Receipt {
    page: Page,
    id: ContributionId,
    received: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::RECEIPT, "/{id}", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Html<String>, Error> {
    let id = ContributionId::new(id);
    let number = id.number().ok_or_else(Error::not_found)?;
    let found = state.store.contribution(&state.edition.id, number).await?.ok_or_else(Error::not_found)?;
    let page = Page::new(&state, lang, Target::Receipt(id.clone()), lang.t("title-receipt"));
    render(&Receipt { page, id, received: lang.it("receipt-received", minute(lang, found.received_at)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let id = ContributionId::numbered(493);
            let page = sample::page(lang, Target::Receipt(id.clone()));
            sample::check(&Receipt { page, id, received: "6 octobre".into() });
        }
    }
}
