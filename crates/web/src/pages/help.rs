//! Help: how to contribute, how to find a contribution, what the words mean.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "pages/help.html")]
struct Help {
    page: Page,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::HELP, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    render(&Help { page: Page::new(&state, lang, Target::Help, lang.t("title-help")) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Help { page: sample::page(lang, Target::Help) });
        }
    }
}
