//! Every note of the bench on one page, each with what it is about.

use super::OPEN_TO;
use super::bench::nothing;
use super::opened::{Opened, sit};
use super::told::{label, people};
use super::view::open_at;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::pager::{At, Pager};
use crate::state::{AppState, minute};
use crate::url::{Target, Url, slug};
use arobase_domain::edits::{Event, Note};
use arobase_domain::{IdeaId, PropositionId, QuestionId, ThemeId};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;

/// Notes shown at once.
const SHOWN: usize = 25;

#[derive(Template)]
#[template(path = "curate/all_notes.html")]
struct AllNotes {
    page: Page,
    found: String,
    /// What the notes shown are about, the last note first.
    notes: Vec<Noted>,
    pager: Pager,
}

/// A note.
struct Noted {
    text: String,
    /// « Inès, le 6 octobre 2026 à 9 h 05 ».
    by: String,
    /// What it is about: of what sort, its words, where it is.
    sort: String,
    about: String,
    url: Url,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::NOTES, "", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(at): Query<At>) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let names = people(&state, opened.bench.log.iter().filter(|event| !event.change.notes.is_empty())).await?;
    let page = Page::new(&state, lang, Target::Notes(at.page()), lang.t("title-notes"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
    Ok(private(StatusCode::OK, render(&AllNotes::new(page, opened, &names, at.page()))?))
}

impl AllNotes {
    fn new(page: Page, opened: &Opened, names: &BTreeMap<String, String>, at: u32) -> Self {
        let (lang, notes) = (page.lang, &opened.bench.state.notes);
        let pages = u32::try_from(notes.len().div_ceil(SHOWN).max(1)).unwrap_or(u32::MAX);
        let at = at.clamp(1, pages);
        let shown = notes.iter().rev().skip((at as usize - 1) * SHOWN).take(SHOWN);
        Self {
            found: lang.n("notes-count", notes.len()),
            notes: shown.map(|(number, note)| Noted::new(lang, opened, names, *number, note)).collect(),
            pager: Pager::new(lang, at, pages, Target::Notes),
            page,
        }
    }
}

impl Noted {
    fn new(lang: Lang, opened: &Opened, names: &BTreeMap<String, String>, number: u32, note: &Note) -> Self {
        let wrote = |event: &&Event| event.change.notes.get(&number).is_some_and(|turn| turn.after.is_some());
        let by = opened.bench.log.iter().rev().find(wrote).map(|event| {
            let name = names.get(&event.by).cloned().unwrap_or_else(|| lang.t("bench-someone"));
            lang.with("notes-by", [("by", name), ("when", minute(lang, event.at))])
        });
        let (sort, about, url) = about(lang, opened, &note.on);
        Self { text: note.text.clone(), by: by.unwrap_or_default(), sort: lang.t(sort), about, url }
    }
}

/// What an identifier names: of what sort, in its own words, and where it is.
fn about(lang: Lang, opened: &Opened, on: &str) -> (&'static str, String, Url) {
    let state = &opened.bench.state;
    let pile = |code: &str, idea: &str| Target::Bench(code.to_owned(), idea.to_owned(), 0).in_lang(lang);
    let (theme, proposition, question) = (ThemeId::new(on), PropositionId::new(on), QuestionId::new(on));
    if state.themes.contains_key(&theme) {
        return ("notes-theme", label(lang, state, &theme), pile(on, ""));
    }
    if let Some(worded) = state.propositions.get(&proposition) {
        return ("notes-proposition", worded.text.clone(), pile(on, ""));
    }
    if let Some(asked) = state.questions.get(&question) {
        return ("notes-question", asked.wording.clone(), Target::Structure(0).in_lang(lang));
    }
    let idea = IdeaId::new(on);
    let Some(&place) = opened.places.get(&idea) else {
        return ("notes-gone", on.to_owned(), pile("", ""));
    };
    ("notes-idea", opened.analysis.ideas[place].text.trim().to_owned(), open_at(lang, opened, &idea))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;
    use arobase_domain::edits::{Gesture as Edit, Silent, Wish};

    #[test]
    fn renders() {
        let mut opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        let names = BTreeMap::from([("m".to_owned(), "Inès".to_owned())]);
        let page = |lang| sample::page(lang, Target::Notes(1));
        assert!(AllNotes::new(page(Lang::Fr), &opened, &names, 1).notes.is_empty());
        sample::check(&AllNotes::new(page(Lang::Fr), &opened, &names, 1));
        let run = &opened.analysis;
        let (theme, proposition) = (run.themes[0].id.to_string(), run.propositions[0].id.to_string());
        let (question, idea) = (run.questions[0].id.to_string(), run.ideas[0].id.to_string());
        for at in 0..SHOWN + 2 {
            for on in [&theme, &proposition, &question, &idea] {
                let note = Edit::Note { on: on.clone(), text: format!("note {at} sur {on}") };
                opened.bench.wish(Wish::Make(note), "m", sample::NOW, &Silent).expect("possible");
            }
        }
        for &lang in Lang::ALL {
            let notes = AllNotes::new(page(lang), &opened, &names, 2);
            assert_eq!(notes.notes.len(), SHOWN);
            let html = sample::check(&notes);
            assert!(
                html.contains("Inès") && html.contains("note 18 sur") && html.contains(&format!("pile={theme}")),
                "{html}"
            );
        }
    }
}
