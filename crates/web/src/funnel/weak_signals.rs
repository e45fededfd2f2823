//! The annex: demands carried by few voices, which nothing else says.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Proposition, Rank};
use arobase_store::PAGE_SIZE;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/weak_signals.html")]
struct WeakSignals {
    page: Page,
    propositions: Vec<Proposition>,
    pager: Pager,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::WEAK_SIGNALS, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(at): Query<At>) -> Result<Html<String>, Error> {
    let mut annex = state.store.propositions(&state.edition.id).await?;
    annex.retain(|proposition| proposition.rank == Rank::WeakSignal);
    let page = Page::new(&state, lang, Target::WeakSignals(at.page()), lang.t("title-weak-signals"))
        .within(lang.t("title-propositions"), Target::Propositions);
    render(&WeakSignals::new(page, annex, at.page()))
}

impl WeakSignals {
    fn new(page: Page, annex: Vec<Proposition>, at: u32) -> Self {
        let size = PAGE_SIZE as usize;
        let pages = annex.len().div_ceil(size).max(1) as u32;
        let propositions = annex.into_iter().skip(size * (at as usize - 1)).take(size).collect();
        Self { pager: Pager::new(page.lang, at, pages, Target::WeakSignals), page, propositions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::WeakSignals(1));
            sample::check(&WeakSignals::new(page(), Vec::new(), 1));
            let third = WeakSignals::new(page(), vec![sample::weak_signal(); 60], 3);
            assert_eq!((third.propositions.len(), third.pager.pages), (10, 3));
            sample::check(&third);
        }
    }
}
