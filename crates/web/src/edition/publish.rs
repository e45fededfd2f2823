//! Opening an edition to everyone, after a last look at what is still missing.

use super::LEADERS;
use super::schedule::short;
use super::settings::present;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, Publisher};
use crate::url::{Target, slug};
use arobase_domain::Edition;
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "edition/publish.html")]
struct Publish {
    page: Page,
    published: bool,
    /// Whether it may not be published yet: no congress, no phase.
    blank: bool,
    missing: Vec<String>,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::PUBLISH, "", LEADERS, get(show).post(publish))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let (edition, _) = present(&state).await?;
    let page =
        Page::new(&state, lang, Target::Publish, lang.t("title-publish")).within(lang.t("title-space"), Target::Space);
    let missing = missing(lang, &edition, &state.publisher, state.now());
    let publish = Publish { page, published: state.published, blank: edition.is_blank(), missing };
    Ok(private(StatusCode::OK, render(&publish)?))
}

async fn publish(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
) -> Result<Response, Error> {
    if present(&state).await?.0.is_blank() {
        return show(State(state), In(lang)).await;
    }
    state.store.publish_edition(&state.edition.id, &me.member.id, state.now()).await?;
    Ok(to(lang, Target::Home))
}

/// What one may still want to fill in; nothing of it prevents anything.
fn missing(lang: Lang, edition: &Edition, publisher: &Publisher, now: i64) -> Vec<String> {
    let said = [
        (edition.settings.questions.is_empty(), "publish-no-question"),
        (edition.settings.questions.iter().any(|question| question.en.is_empty()), "publish-no-english"),
        (publisher.is_blank(), "publish-no-publisher"),
    ];
    let said = said.into_iter().filter(|(missing, _)| *missing).map(|(_, key)| lang.t(key));
    said.chain(short(lang, edition, now)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for (published, blank) in [(false, false), (true, false), (false, true)] {
                let mut publisher = Publisher::demonstration();
                publisher.director = Publisher::TO_COMPLETE.into();
                let missing = missing(lang, &sample::edition(), &publisher, sample::NOW);
                assert_eq!(
                    missing.len(),
                    4,
                    "an English question, the legal notice, a short collection that has begun: {missing:?}"
                );
                let page = sample::page(lang, Target::Publish);
                let html = sample::check(&Publish { page, published, blank, missing });
                assert_eq!(html.contains("<button class=\"action\""), !published && !blank);
            }
        }
    }
}
