//! The contributions that are in one state of the registre.

use crate::explore::line::Line;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Target, slug};
use crate::{Error, reasons};
use arobase_domain::State as Standing;
use arobase_store::{self as store, Filter, Row};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/ledger_state.html")]
struct LedgerState {
    page: Page,
    meaning: String,
    total: u64,
    rows: Vec<Line>,
    pager: Pager,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::LEDGER, "/{state}", Access::Public, get(show))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Path(code): Path<String>,
    Query(at): Query<At>,
) -> Result<Html<String>, Error> {
    let standing: Standing = code.parse().map_err(|_| Error::not_found())?;
    let filter = Filter { state: Some(standing), ..Filter::default() };
    let found = state.store.list(&state.edition.id, &filter, at.page()).await?;
    let page = Page::new(&state, lang, Target::LedgerState(code, at.page()), reasons::state(lang, standing))
        .within(lang.t("title-ledger"), Target::Ledger);
    render(&LedgerState::new(page, standing, found))
}

impl LedgerState {
    fn new(page: Page, standing: Standing, found: store::Page<Row>) -> Self {
        let lang = page.lang;
        Self {
            meaning: reasons::meaning(lang, standing),
            total: found.total,
            pager: Pager::of(lang, &found, |at| Target::LedgerState(standing.to_string(), at)),
            rows: found.items.into_iter().map(|row| Line::with_reason(lang, row)).collect(),
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let found = store::Page { items: vec![sample::row(); 25], number: 2, total: 80 };
            let page = sample::page(lang, Target::LedgerState("to_sort".into(), 2));
            sample::check(&LedgerState::new(page, Standing::ToSort, found));
        }
    }
}
