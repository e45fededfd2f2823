//! « Toutes celles comme celle-ci »: the ideas most like the one that is open, where they stand, and one gesture for those left ticked.

use super::OPEN_TO;
use super::bench::nothing;
use super::opened::{Opened, sit};
use super::told::label;
use super::view::{open_at, place, said};
use super::words::Words;
use crate::Error;
use crate::collect::reading;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::edits::BY_HAND;
use arobase_domain::piles::Pile;
use arobase_domain::{Analysis, Idea, IdeaId};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::sync::{Arc, OnceLock};

/// Ideas that share the most words with it, among which the encoder looks.
const CANDIDATES: usize = 200;

/// Ideas shown at most.
const SHOWN: usize = 30;

/// Likeness from which an idea is shown: about the same subject (docs/DESIGN.md, nearness thresholds).
const NEAR: f64 = 0.55;

/// Likeness from which an idea is ticked (docs/DESIGN.md, « Toutes celles comme celle-ci »).
const ALIKE: f64 = 0.70;

#[derive(Template)]
#[template(path = "curate/like.html")]
struct Like {
    page: Page,
    idea: Line,
    /// Where one comes back to.
    back: Url,
    pile: String,
    seen: u32,
    /// The theme of the idea, which the others would join.
    theme: String,
    lead: String,
    /// The idea itself first.
    lines: Vec<(bool, Line)>,
    labels: Vec<String>,
}

/// An idea, with where it stands.
struct Line {
    id: String,
    text: String,
    stands: String,
    likeness: String,
    url: Url,
    /// Its theme is locked: nothing can be done of it.
    locked: bool,
    read: bool,
    ticked: bool,
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Looked {
    idea: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::LIKE, "", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(looked): Query<Looked>) -> Result<Response, Error> {
    let id = IdeaId::new(looked.idea);
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let at = *opened.places.get(&id).ok_or_else(Error::not_found)?;
    let (analysis, words) = (Arc::clone(&opened.analysis), Arc::clone(&opened.words));
    // The encoder reads for some time: others may go on meanwhile.
    drop(seat);
    let (likeness, turn) = (state.likeness, reading().await);
    let found = tokio::task::spawn_blocking(move || alike(&analysis, &words, at, likeness)).await;
    drop(turn);
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let page = Page::new(&state, lang, Target::Like(id.to_string()), lang.t("title-like"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
    let like = Like::new(page, seat.opened()?, &id, &found.unwrap_or_default()).ok_or_else(Error::not_found)?;
    Ok(private(StatusCode::OK, render(&like)?))
}

/// The ideas like the one at a place, with how like they are: the most first.
fn alike(
    analysis: &Analysis,
    words: &OnceLock<Words>,
    at: usize,
    likeness: fn(&str, &[String]) -> Vec<f64>,
) -> Vec<(IdeaId, f64)> {
    let ideas = &analysis.ideas;
    let words = words.get_or_init(|| Words::of(ideas));
    let others: Vec<&Idea> = words
        .sharing(&ideas[at].text, CANDIDATES + 1)
        .into_iter()
        .filter(|other| *other != at)
        .map(|other| &ideas[other])
        .collect();
    let texts: Vec<String> = others.iter().map(|idea| idea.text.clone()).collect();
    let likeness = likeness(&ideas[at].text, &texts);
    let mut near: Vec<(f64, usize)> = likeness.into_iter().zip(0..).filter(|(near, _)| *near >= NEAR).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    near.into_iter().take(SHOWN).map(|(near, other)| (others[other].id.clone(), near)).collect()
}

impl Like {
    fn new(page: Page, opened: &Opened, id: &IdeaId, found: &[(IdeaId, f64)]) -> Option<Self> {
        let (lang, state) = (page.lang, &opened.bench.state);
        let stands = state.ideas.get(id)?;
        let theme = stands.theme.as_ref().map(|theme| label(lang, state, theme)).unwrap_or_default();
        let line = |id: &IdeaId, near: Option<f64>| Some((near.is_none(), Line::new(lang, opened, id, near)?));
        let near = found.iter().filter_map(|(id, near)| line(id, Some(*near)));
        Some(Self {
            idea: Line::new(lang, opened, id, None)?,
            back: open_at(lang, opened, id),
            pile: Pile::lying(stands).to_string(),
            seen: opened.bench.last(),
            theme,
            lead: lang.it("like-lead", lang.percent(ALIKE)),
            lines: line(id, None).into_iter().chain(near).collect(),
            labels: state.themes.keys().map(|id| label(lang, state, id)).collect(),
            page,
        })
    }
}

impl Line {
    /// The idea itself has no likeness. It is ticked, like those near enough that nobody has placed.
    fn new(lang: Lang, opened: &Opened, id: &IdeaId, likeness: Option<f64>) -> Option<Self> {
        let idea = &opened.analysis.ideas[*opened.places.get(id)?];
        let state = &opened.bench.state;
        let stands = state.ideas.get(id)?;
        let theme = stands.theme.as_ref().and_then(|theme| state.themes.get(theme));
        let (locked, read) = (theme.is_some_and(|held| held.locked), stands.reason == BY_HAND);
        let near = likeness.is_none_or(|near| near >= ALIKE);
        Some(Self {
            id: id.to_string(),
            text: said(idea),
            stands: place(lang, state, stands),
            likeness: likeness.map(|near| lang.percent(near)).unwrap_or_default(),
            url: open_at(lang, opened, id),
            locked,
            read,
            ticked: near && !read && !locked,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;

    fn opened() -> Opened {
        Opened::new(RunId::new("r"), 0, arobase_publish::sample())
    }

    /// The nearer the earlier in the run.
    fn by_place(_: &str, others: &[String]) -> Vec<f64> {
        (0..others.len()).map(|at| 1.0 - 0.2 * at as f64).collect()
    }

    #[test]
    fn the_nearest_come_first_and_the_far_not_at_all() {
        let texts = ["La fibre.", "La fibre au village.", "Le papier.", "La fibre, vite.", "Fibre et fibre."];
        let ideas = (0..).zip(texts).map(|(at, text)| Idea {
            id: IdeaId::new(format!("{at}.1")),
            text: text.to_owned(),
            ..Idea::default()
        });
        let analysis = Analysis { ideas: ideas.collect(), ..Analysis::default() };
        let found = alike(&analysis, &OnceLock::new(), 3, by_place);
        let told: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(told, ["0.1", "1.1", "4.1"], "neither itself nor what shares no word");
    }

    #[test]
    fn renders() {
        let mut opened = opened();
        let ids: Vec<IdeaId> = opened.analysis.ideas.iter().take(4).map(|idea| idea.id.clone()).collect();
        BY_HAND.clone_into(&mut opened.bench.state.ideas.get_mut(&ids[2]).expect("there").reason);
        let found = [(ids[1].clone(), 0.9), (ids[2].clone(), 0.8), (ids[3].clone(), 0.6)];
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Like(ids[0].to_string()));
            let html = sample::check(&Like::new(page(), &opened, &ids[0], &found).expect("an idea of the run"));
            assert_eq!(
                html.matches(" checked").count(),
                2,
                "itself and the nearest, not what a person placed nor the far: {html}"
            );
            let alone = sample::check(&Like::new(page(), &opened, &ids[0], &[]).expect("an idea of the run"));
            assert!(alone.contains(&lang.t("like-none")));
        }
    }
}
