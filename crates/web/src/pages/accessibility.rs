//! The accessibility statement, in its mandatory order (RGAA 4.1.2), with the multi-year scheme and the plan of the year.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::state::{AppState, Publisher};
use crate::url::{Target, slug};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use jiff::civil::{Date, date};

/// The day on which the statement was written; to change with its text.
const ESTABLISHED: Date = date(2026, 11, 21);

#[derive(Template)]
#[template(path = "pages/accessibility.html")]
struct Accessibility {
    page: Page,
    publisher: Publisher,
    established: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::ACCESSIBILITY, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let page = Page::new(&state, lang, Target::Accessibility, lang.t("title-accessibility"));
    render(&Accessibility { page, publisher: state.publisher.clone(), established: lang.date(ESTABLISHED) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    fn statement(lang: Lang) -> String {
        let page = sample::page(lang, Target::Accessibility);
        let established = lang.date(ESTABLISHED);
        sample::check(&Accessibility { page, publisher: Publisher::demonstration(), established })
    }

    #[test]
    fn the_nine_parts_stand_in_their_order() {
        let html = statement(Lang::Fr);
        let parts = [
            "article\u{a0}47",
            "href=\"#schema\"",
            "Cette déclaration s’applique",
            "État de conformité",
            "Résultat des tests",
            "Contenus non accessibles",
            "Établissement de cette déclaration",
            "Retour d’information et contact",
            "Voies de recours",
        ];
        let places: Vec<_> =
            parts.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("{part} is missing"))).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(html.contains("Accessibilité\u{a0}: non conforme"), "the mention stands at the foot of the page");
        statement(Lang::En);
    }
}
