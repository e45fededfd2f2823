//! The latest contributions as an Atom feed (RFC 4287), for those who follow without coming back every day.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{Lang, Speak as _};
use crate::signed;
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::ContributionId;
use arobase_store::{Filter, Row};
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed {
    lang: Lang,
    title: String,
    slug: String,
    here: &'static str,
    list: Url,
    updated: Timestamp,
    entries: Vec<Entry>,
}

struct Entry {
    number: u32,
    title: String,
    url: Url,
    at: Timestamp,
    author: String,
    text: String,
}

/// The feed of each language.
const PATHS: [(&str, Lang); 2] = [("/fr/contributions.atom", Lang::Fr), ("/en/contributions.atom", Lang::En)];

pub(crate) fn gestures() -> impl Iterator<Item = Gesture> {
    PATHS.into_iter().map(|(path, lang)| {
        Gesture::at(&[path], Access::Public, get(move |state: State<AppState>| show(state, path, lang)))
    })
}

async fn show(State(state): State<AppState>, here: &'static str, lang: Lang) -> Result<Response, Error> {
    let latest = state.store.list(&state.edition.id, &Filter::default(), 1).await?;
    let edition = &state.edition;
    let title = format!("{}, {}", edition.name, lang.t("title-contributions"));
    let feed = Feed::new(lang, title, edition.slug.clone(), here, latest.items);
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed.render()?).into_response())
}

impl Feed {
    fn new(lang: Lang, title: String, slug: String, here: &'static str, rows: Vec<Row>) -> Self {
        let entries: Vec<Entry> = rows.into_iter().map(|row| Entry::new(lang, row)).collect();
        let updated = entries.iter().map(|entry| entry.at).max().unwrap_or_default();
        Self { lang, title, slug, here, list: Target::contributions().in_lang(lang), updated, entries }
    }
}

impl Entry {
    fn new(lang: Lang, row: Row) -> Self {
        let by = signed::by(lang, row.author.as_ref(), row.others);
        Self {
            number: row.number,
            title: row.title.unwrap_or_else(|| lang.it("title-contribution", row.number)),
            url: Target::Contribution(ContributionId::numbered(row.number)).in_lang(lang),
            at: Timestamp::from_millisecond(row.received_at).unwrap_or_default(),
            author: if by.is_empty() { lang.t("feed-nobody") } else { by },
            text: row.excerpt,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_feed_is_escaped_and_dated() {
        let row = Row { excerpt: "A < B & C".into(), author: None, ..sample::row() };
        let feed = Feed::new(Lang::Fr, "Congrès".into(), "2026".into(), PATHS[0].0, vec![row]);
        insta::assert_snapshot!(feed.render().unwrap());
        assert!(Feed::new(Lang::En, String::new(), String::new(), PATHS[1].0, Vec::new()).render().is_ok());
    }
}
