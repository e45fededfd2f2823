//! Questions and their themes: worded, asked, ordered, grouped.

use super::OPEN_TO;
use super::bench::nothing;
use super::decided::voices;
use super::form::{Sent, Unclear};
use super::opened::{Opened, sit};
use super::told::label;
use super::top::{Said, Top, made};
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::coverage::{Heard, Weight, Weights};
use arobase_domain::curated::Voice;
use arobase_domain::edits::{Gesture as Edit, State as Curated, Wish};
use arobase_domain::{ContributionId, QuestionId, ThemeId};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use std::collections::BTreeMap;

/// The keys of the page.
const KEYS: [(&str, &str); 2] = [("u", "bench-key-u"), ("r", "bench-key-r")];

#[derive(Template)]
#[template(path = "curate/structure.html")]
struct Structure {
    page: Page,
    top: Top,
    /// Themes under no question.
    adrift: Vec<Leaf>,
    asked: Vec<Asked>,
}

/// A question.
struct Asked {
    id: QuestionId,
    wording: String,
    /// Who stands behind it.
    behind: String,
    /// Whether it is the first, and the last.
    ends: [bool; 2],
    /// The other wordings that the engine offers, each with its place among them.
    candidates: Vec<(usize, String)>,
    leaves: Vec<Leaf>,
}

/// A theme.
struct Leaf {
    id: ThemeId,
    label: String,
    behind: String,
    locked: bool,
    url: Url,
    first: bool,
    last: bool,
}

/// The line of the log that was just written.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Looked {
    #[serde(deserialize_with = "crate::url::lenient")]
    done: u32,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::STRUCTURE, "", OPEN_TO, get(show).post(make))
}

type Voices = BTreeMap<ContributionId, Voice>;

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Query(looked): Query<Looked>,
) -> Result<Response, Error> {
    let voices = voices(state.store.materials(&state.edition.id).await?);
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let laid = Structure::laid(page(&state, lang), me.member.id.as_str(), opened, &voices);
    Ok(private(StatusCode::OK, render(&laid.saying(Said::done(lang, opened, looked.done)))?))
}

async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let sent = Sent(fields);
    let voices = voices(state.store.materials(&state.edition.id).await?);
    let Some(mut seat) = sit(&state).await? else { return nothing(&state, lang) };
    let wish = wish(&sent, &seat.opened()?.bench.state);
    let place = wish.as_ref().map(anchor).unwrap_or_default();
    let said = match made(&state, lang, &mut seat, &me, wish, sent.seen(), None).await? {
        Ok(event) => {
            let target = Target::Structure(event.seq).in_lang(lang);
            return Ok(Redirect::to(&format!("{target}{place}")).into_response());
        }
        Err(alert) => Said::alert(alert),
    };
    let laid = Structure::laid(page(&state, lang), me.member.id.as_str(), seat.opened()?, &voices);
    Ok(private(StatusCode::CONFLICT, render(&laid.saying(said))?))
}

fn page(state: &AppState, lang: Lang) -> Page {
    Page::new(state, lang, Target::Structure(0), lang.t("title-structure"))
        .within(lang.t("title-space"), Target::Space)
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0))
}

/// What a form wishes: « up t03 », « down t03 », « sooner q2 », « later q2 » and « candidate 2 » are gestures of this page, the others those of the bench.
fn wish(sent: &Sent, state: &Curated) -> Result<Wish, Unclear> {
    match sent.field("edit").split_once(' ') {
        Some(("up", theme)) => Ok(Wish::Make(step(state, ThemeId::new(theme), Way::Up))),
        Some(("down", theme)) => Ok(Wish::Make(step(state, ThemeId::new(theme), Way::Down))),
        Some(("sooner", question)) => Ok(Wish::Make(turn(state, QuestionId::new(question), Way::Up))),
        Some(("later", question)) => Ok(Wish::Make(turn(state, QuestionId::new(question), Way::Down))),
        Some(("candidate", place)) => candidate(sent, state, place).map(Wish::Make).ok_or(Unclear::Gesture),
        _ => sent.wish(state),
    }
}

#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

/// Puts a theme before the one that it follows, or after the one that follows it; at an end it stays.
fn step(state: &Curated, theme: ThemeId, way: Way) -> Edit {
    let question = state.themes.get(&theme).and_then(|held| held.question.as_ref());
    Edit::Order { before: next(&state.under(question), &theme, way), theme }
}

/// The same for a question among the others.
fn turn(state: &Curated, question: QuestionId, way: Way) -> Edit {
    Edit::OrderQuestion { before: next(&state.ordered(), &question, way), question }
}

/// What something stands before once it has gone one place up or down; nothing when it is last.
fn next<T: Clone + PartialEq>(beside: &[&T], one: &T, way: Way) -> Option<T> {
    let at = beside.iter().position(|id| *id == one).unwrap_or_default();
    let before = match way {
        Way::Up if at == 0 => beside.get(1),
        Way::Up => beside.get(at - 1),
        Way::Down => beside.get(at + 2),
    };
    before.map(|id| (*id).clone())
}

fn candidate(sent: &Sent, state: &Curated, place: &str) -> Option<Edit> {
    let question = QuestionId::new(sent.field("question"));
    let wording = state.questions.get(&question)?.candidates.get(place.parse::<usize>().ok()?)?.clone();
    Some(Edit::Word { question, wording })
}

/// Where on the page one goes on.
fn anchor(wish: &Wish) -> String {
    match wish {
        Wish::Make(Edit::Order { theme, .. }) => format!("#{theme}"),
        Wish::Make(Edit::Group { themes, .. }) => themes.first().map(|theme| format!("#{theme}")).unwrap_or_default(),
        Wish::Make(Edit::Word { question, .. } | Edit::OrderQuestion { question, .. }) => format!("#{question}"),
        _ => String::new(),
    }
}

impl Structure {
    /// The page of a bench, nothing said.
    fn laid(page: Page, by: &str, opened: &Opened, voices: &Voices) -> Self {
        let (lang, bench) = (page.lang, &opened.bench);
        let weights = Weights::of(&opened.analysis, &bench.state, voices);
        Self {
            top: Top::of(lang, Target::Structure(0), &KEYS, by, opened),
            adrift: leaves(lang, &bench.state, &weights, None),
            asked: asked(lang, &bench.state, &weights),
            page,
        }
    }

    fn saying(mut self, said: Said) -> Self {
        self.top.said = said;
        self
    }
}

fn asked(lang: Lang, state: &Curated, weights: &Weights) -> Vec<Asked> {
    let ordered = state.ordered();
    let one = |(at, id): (usize, &&QuestionId)| Asked {
        ends: [at == 0, at + 1 == ordered.len()],
        ..Asked::new(lang, state, weights, id)
    };
    ordered.iter().enumerate().map(one).collect()
}

impl Asked {
    fn new(lang: Lang, state: &Curated, weights: &Weights, id: &QuestionId) -> Self {
        let asked = &state.questions[id];
        let others = asked.candidates.iter().cloned().enumerate().filter(|(_, other)| *other != asked.wording);
        Self {
            id: id.clone(),
            wording: asked.wording.clone(),
            behind: weights.questions.get(id).map(|weight| behind(lang, weight)).unwrap_or_default(),
            candidates: others.collect(),
            ends: [false; 2],
            leaves: leaves(lang, state, weights, Some(id)),
        }
    }
}

fn leaves(lang: Lang, state: &Curated, weights: &Weights, question: Option<&QuestionId>) -> Vec<Leaf> {
    let under = state.under(question);
    let leaf = |(at, id): (usize, &&ThemeId)| Leaf {
        id: (*id).clone(),
        label: label(lang, state, id),
        behind: weights.themes.get(*id).map(|weight| behind(lang, weight)).unwrap_or_default(),
        locked: state.themes[*id].locked,
        url: Target::Bench(id.to_string(), String::new(), 0).in_lang(lang),
        first: at == 0,
        last: at + 1 == under.len(),
    };
    under.iter().enumerate().map(leaf).collect()
}

/// Who stands behind something and how they were heard, in words; each campaign counted once too, where there are some.
fn behind(lang: Lang, Weight { support, channels }: &Weight) -> String {
    let authors = lang.n("authors-count", support.authors);
    let authors = if support.authors_dedup == support.authors {
        authors
    } else {
        lang.with("behind-authors", [("authors", authors), ("once", support.authors_dedup.to_string())])
    };
    let ideas = lang.n("ideas-count", support.ideas);
    let contributions = lang.n("contributions-count", support.contributions);
    let channels = channels.iter().map(|heard| came(lang, heard)).collect::<Vec<_>>().join(", ");
    let told = [ideas, contributions, authors, lang.n("territories-count", support.territories), channels];
    told.into_iter().filter(|told| !told.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// « 12 sur papier ».
fn came(lang: Lang, heard: &Heard) -> String {
    let values = [
        ("it", lang.number(heard.contributions)),
        ("channel", crate::page::channel(lang, heard.channel)),
        ("once", lang.number(heard.once)),
    ];
    lang.with(if heard.once == heard.contributions { "behind-channel" } else { "behind-channel-once" }, values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;
    use arobase_domain::edits::State as Curated;

    fn opened() -> Opened {
        Opened::new(RunId::new("r"), 0, arobase_publish::sample())
    }

    #[test]
    fn renders() {
        let mut opened = opened();
        let first = opened.bench.state.themes.keys().next().cloned().expect("a theme");
        opened.bench.state.themes.get_mut(&first).expect("there").question = None;
        for &lang in Lang::ALL {
            let page = sample::page(lang, Target::Structure(0));
            let laid = Structure::laid(page, "m", &opened, &Voices::new());
            let said = Said { done: "fait".into(), alert: "rien".into() };
            let html = sample::check(&laid.saying(said));
            assert!(html.contains(&format!("id=\"{first}\"")), "{html}");
        }
    }

    #[test]
    fn up_and_down_go_one_place() {
        let (state, q1) = (opened().bench.state, QuestionId::new("q1"));
        let order = |state: &Curated| state.under(Some(&q1)).into_iter().cloned().collect::<Vec<_>>();
        let whole = order(&state);
        let made = |theme: &ThemeId, way| {
            let mut state = state.clone();
            state
                .make(step(&state, theme.clone(), way), &super::super::judge::Recalled(&opened().analysis))
                .expect("made");
            order(&state)
        };
        let swapped: Vec<_> = whole.iter().take(2).rev().chain(whole.iter().skip(2)).cloned().collect();
        assert!(whole.len() > 1);
        assert_eq!(made(&whole[0], Way::Down), swapped);
        assert_eq!(made(&whole[1], Way::Up), swapped);
        assert_eq!(made(&whole[0], Way::Up), whole);
        assert_eq!(made(&whole[whole.len() - 1], Way::Down), whole);
    }

    #[test]
    fn questions_go_one_place_too() {
        let state = opened().bench.state;
        let order = |state: &Curated| state.ordered().into_iter().cloned().collect::<Vec<_>>();
        let whole = order(&state);
        let made = |edit: &str| {
            let wished = wish(&Sent(vec![("edit".into(), edit.into())]), &state).expect("a gesture");
            let Wish::Make(edit) = wished else { panic!("{wished:?}") };
            let mut state = state.clone();
            state.make(edit, &arobase_domain::edits::Silent).expect("made");
            order(&state)
        };
        let last = &whole[whole.len() - 1];
        let swapped: Vec<_> = whole[..whole.len() - 2].iter().chain(whole.iter().rev().take(2)).cloned().collect();
        assert!(whole.len() > 1);
        assert_eq!(made(&format!("sooner {last}")), swapped);
        assert_eq!(made(&format!("later {last}")), whole);
        assert_eq!(made(&format!("sooner {}", whole[0])), whole);
    }
}
