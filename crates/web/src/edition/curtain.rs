//! An edition that is not published is seen by those who have a role in it; everyone else learns that it is being prepared.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use arobase_store::Signed;
use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use std::collections::BTreeSet;
use std::sync::LazyLock;

#[derive(Template)]
#[template(path = "edition/soon.html")]
struct Soon {
    page: Page,
}

/// The routes that show the edition to everyone. Those that are for members see to it themselves; those where one comes in, and what the law wants told, stay open.
static SHOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let shown = crate::shown().into_iter().filter(|gesture| gesture.access == Access::Public);
    shown.flat_map(|gesture: Gesture| gesture.paths).filter(|path| path != "/").collect()
});

/// Draws the curtain before an edition that is not published.
pub(crate) async fn curtain(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if state.published {
        return next.run(request).await;
    }
    let backstage = request.extensions().get::<Signed>().is_some_and(|signed| !signed.roles.is_empty());
    let shown = request.extensions().get::<MatchedPath>().is_some_and(|path| SHOWN.contains(path.as_str()));
    if shown && !backstage {
        return soon(&state, Lang::of_path(request.uri().path())).unwrap_or_else(Error::into_response);
    }
    let mut response = next.run(request).await;
    if shown {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

fn soon(state: &AppState, lang: Lang) -> Result<Response, Error> {
    let page = Page::bare(state, lang, lang.t("title-soon"));
    Ok(private(StatusCode::OK, render(&Soon { page })?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::url::Target;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Soon { page: sample::page(lang, Target::Home) });
        }
    }

    #[test]
    fn what_shows_the_edition_is_behind_the_curtain_and_the_way_in_is_not() {
        for path in ["/fr", "/en/themes", "/fr/contribuer", "/data/{file}", "/fr/contributions.atom"] {
            assert!(SHOWN.contains(path), "{path}");
        }
        for path in ["/", "/fr/connexion", "/fr/entrer", "/fr/mentions-legales", "/fr/reglages"] {
            assert!(!SHOWN.contains(path), "{path}");
        }
    }
}
