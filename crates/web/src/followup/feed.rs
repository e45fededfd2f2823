//! What became of the motion as an Atom feed (RFC 4287): each hand-over and each answer, the latest first.

use super::matter::Matter;
use super::told;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use crate::url::{Sequel, Target, Url};
use arobase_domain::follow_up::in_force;
use arobase_domain::{Answer, Dispatch};
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use jiff::Timestamp;

/// Most entries.
const MOST: usize = 50;

/// The feed of each language.
pub(crate) const PATHS: [&str; 2] = ["/fr/suites.atom", "/en/follow-up.atom"];

#[derive(Template)]
#[template(path = "followup/feed.xml")]
struct Feed {
    lang: Lang,
    title: String,
    slug: String,
    author: String,
    here: &'static str,
    page: Url,
    updated: Timestamp,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    title: String,
    at: Timestamp,
    text: String,
}

pub(super) fn gestures() -> [Gesture; 2] {
    let feed = |path: &'static str, lang| {
        Gesture::at(&[path], Access::Public, get(move |state: State<AppState>| show(state, path, lang)))
    };
    [feed(PATHS[0], Lang::Fr), feed(PATHS[1], Lang::En)]
}

async fn show(State(state): State<AppState>, here: &'static str, lang: Lang) -> Result<Response, Error> {
    let matter = Matter::published(&state).await?.unwrap_or_default();
    let entries = entries(lang, &matter);
    let feed = Feed {
        lang,
        title: format!("{}, {}", state.edition.name, lang.t("title-follow-up")),
        slug: state.edition.slug.clone(),
        author: state.publisher.name.clone(),
        here,
        page: Target::Sequel(Sequel::FollowUp(1)).in_lang(lang),
        updated: entries.first().map_or_else(Timestamp::default, |entry| entry.at),
        entries,
    };
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed.render()?).into_response())
}

fn entries(lang: Lang, matter: &Matter) -> Vec<Entry> {
    let handed = matter.dispatches.iter().filter(|one| !one.cancelled && one.day <= matter.today);
    let handed = handed.map(|one| handing(lang, matter, one));
    let mut all: Vec<Entry> = handed.chain(in_force(&matter.answers).map(|one| answering(lang, matter, one))).collect();
    all.sort_by(|a, b| (b.at, &b.id).cmp(&(a.at, &a.id)));
    all.truncate(MOST);
    all
}

fn handing(lang: Lang, matter: &Matter, one: &Dispatch) -> Entry {
    let to = matter.recipient(&one.recipient).map(|one| one.name.clone()).unwrap_or_default();
    Entry {
        id: format!("hand-over:{}", one.id),
        title: lang.with("feed-handed", [("to", to), ("day", told::day(lang, one.day))]),
        at: Timestamp::from_millisecond(one.at).unwrap_or_default(),
        text: String::new(),
    }
}

fn answering(lang: Lang, matter: &Matter, one: &Answer) -> Entry {
    let who = matter.recipient(&one.recipient).map(|one| one.name.clone()).unwrap_or_default();
    let clause = one.clause.as_ref().and_then(|id| matter.motion.clause(id));
    let about = clause.map_or_else(|| lang.t("answer-on-all"), |(number, _)| lang.it("answer-on-clause", number));
    let parts = [
        clause.map(|(_, clause)| told::clause(clause)),
        Some(one.measure.clone()),
        Some(told::due(lang, one, matter.today)),
    ];
    Entry {
        id: format!("answer:{}", one.id),
        title: lang.with("feed-answered", [("who", who), ("reply", told::reply(lang, one.reply)), ("about", about)]),
        at: Timestamp::from_millisecond(one.at).unwrap_or_default(),
        text: parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – "),
    }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;

    #[test]
    fn what_counts_is_told_once() {
        let mut matter = matter();
        matter.dispatches[1].cancelled = true;
        for &lang in Lang::ALL {
            let entries = entries(lang, &matter);
            assert_eq!(entries.len(), 3);
            let feed = Feed {
                lang,
                title: "Suites".into(),
                slug: "2026".into(),
                author: "Réseau".into(),
                here: PATHS[0],
                page: Target::Sequel(Sequel::FollowUp(1)).in_lang(lang),
                updated: entries[0].at,
                entries,
            };
            let xml = feed.render().expect("rendered");
            assert_eq!(xml.matches("<entry>").count(), 3);
            assert!(!xml.contains("[feed") && xml.contains("hand-over:d1"), "{xml}");
        }
    }
}
