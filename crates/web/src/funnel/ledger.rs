//! The registre: every contribution in one state, and the sum.

use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use crate::{Error, reasons};
use arobase_domain::{Ledger, State as Standing};
use arobase_store::LedgerView;
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/ledger.html")]
struct LedgerPage {
    page: Page,
    equation: String,
    balance: String,
    rows: Vec<Row>,
    contributions: u64,
    ideas: u64,
    reasons: Vec<Reason>,
}

struct Row {
    code: &'static str,
    name: String,
    meaning: String,
    contributions: u64,
    ideas: Option<u64>,
}

struct Reason {
    state: String,
    text: String,
    count: u64,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::LEDGER, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let view = state.store.ledger(&state.edition.id).await?;
    let page = Page::new(&state, lang, Target::Ledger, lang.t("title-ledger"));
    render(&LedgerPage::new(page, view))
}

impl LedgerPage {
    fn new(page: Page, view: LedgerView) -> Self {
        let lang = page.lang;
        let LedgerView { contributions, ideas, reasons } = view;
        let row = |&standing: &Standing| Row {
            code: standing.as_str(),
            name: reasons::state(lang, standing),
            meaning: reasons::meaning(lang, standing),
            contributions: contributions.count(standing),
            ideas: (standing != Standing::Broken).then(|| ideas.count(standing)),
        };
        let reason = |(standing, code, count): (Standing, String, u64)| Reason {
            state: reasons::state(lang, standing),
            text: reasons::reason(lang, &code),
            count,
        };
        Self {
            equation: equation(lang, contributions),
            balance: balance(lang, [contributions, ideas]),
            rows: Standing::ALL.iter().map(row).collect(),
            contributions: contributions.received,
            ideas: ideas.received,
            reasons: reasons.into_iter().map(reason).collect(),
            page,
        }
    }
}

/// « 492 reçues = 471 classées + 9 à classer + … »
pub(crate) fn equation(lang: Lang, ledger: Ledger) -> String {
    lang.with(
        "ledger-equation",
        [
            ("received", lang.n("ledger-received", ledger.received)),
            ("classed", lang.n("ledger-classed", ledger.classed)),
            ("to_sort", lang.n("ledger-to-sort", ledger.to_sort)),
            ("off_topic", lang.n("ledger-off-topic", ledger.off_topic)),
            ("empty", lang.n("ledger-empty", ledger.empty)),
            ("broken", lang.n("ledger-broken", ledger.broken)),
        ],
    )
}

fn balance(lang: Lang, ledgers: [Ledger; 2]) -> String {
    let right = ledgers.iter().all(|ledger| ledger.check().is_ok());
    lang.t(if right { "ledger-sums-up" } else { "ledger-unbalanced" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn ledger(received: u64) -> Ledger {
        Ledger { received, classed: 471, to_sort: 9, off_topic: 5, empty: 6, broken: 1 }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let view = LedgerView {
                contributions: ledger(492),
                ideas: Ledger::new(12, [(Standing::Classed, 12)]),
                reasons: vec![(Standing::ToSort, "between_themes".into(), 9)],
            };
            sample::check(&LedgerPage::new(sample::page(lang, Target::Ledger), view));
        }
    }

    #[test]
    fn the_equation_and_its_check() {
        insta::assert_snapshot!(equation(Lang::Fr, ledger(492)));
        let whole = Ledger::default();
        assert_eq!(balance(Lang::En, [ledger(492), whole]), Lang::En.t("ledger-sums-up"));
        assert_eq!(balance(Lang::En, [ledger(493), whole]), Lang::En.t("ledger-unbalanced"));
    }
}
