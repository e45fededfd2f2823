//! What is done with personal data (GDPR, article 13).

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
#[template(path = "pages/privacy.html")]
struct Privacy {
    page: Page,
    publisher: Publisher,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::PRIVACY, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let page = Page::new(&state, lang, Target::Privacy, lang.t("title-privacy"));
    render(&Privacy { page, publisher: state.publisher.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Privacy {
                page: sample::page(lang, Target::Privacy),
                publisher: Publisher::demonstration(),
            });
        }
    }
}
