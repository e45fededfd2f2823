//! The legal notice: publisher, director, host (law on confidence in the digital economy).

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

#[derive(Template)]
#[template(path = "pages/legal.html")]
struct Legal {
    page: Page,
    publisher: Publisher,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::LEGAL, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let page = Page::new(&state, lang, Target::Legal, lang.t("title-legal"));
    render(&Legal { page, publisher: state.publisher.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Legal { page: sample::page(lang, Target::Legal), publisher: Publisher::demonstration() });
        }
    }
}
