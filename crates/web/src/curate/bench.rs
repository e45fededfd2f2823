//! The bench: piles and themes, the ideas of a pile, the one that is open with what the engine thinks of it; and every gesture on them.

use super::OPEN_TO;
use super::assign::Keeper;
use super::cut;
use super::earlier::look;
use super::form::Sent;
use super::head::Head;
use super::marked::Sought;
use super::mask;
use super::opened::{Opened, sit};
use super::presence;
use super::told;
use super::top::{Said, Top, made};
use super::view::{Branch, Heap, Line, Open, branches, heaps};
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Kwic, Show, Target, Url, slug};
use arobase_domain::piles::Pile;
use arobase_domain::{IdeaId, Ledger, Role};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;

/// The keys of the bench.
const KEYS: [(&str, &str); 20] = [
    ("j", "bench-key-j"),
    ("k", "bench-key-k"),
    ("a", "bench-key-a"),
    ("m", "bench-key-m"),
    ("n", "bench-key-n"),
    ("s", "bench-key-s"),
    ("o", "bench-key-o"),
    ("e", "bench-key-e"),
    ("c", "bench-key-c"),
    ("h", "bench-key-h"),
    ("l", "bench-key-l"),
    ("i", "bench-key-i"),
    ("t", "bench-key-t"),
    ("d", "bench-key-d"),
    ("x", "bench-key-x"),
    ("f", "bench-key-f"),
    ("w", "bench-key-w"),
    ("p", "bench-key-p"),
    ("u", "bench-key-u"),
    ("r", "bench-key-r"),
];

/// Ideas of a pile shown at once.
const SHOWN: usize = 30;

#[derive(Template)]
#[template(path = "curate/bench.html")]
pub(super) struct BenchPage {
    page: Page,
    top: Top,
    /// Where to ask who else looks at this, and who does now.
    look: Option<Url>,
    others: String,
    keeper: Option<Keeper>,
    pile: String,
    heaps: Vec<Heap>,
    /// Pages to read by, beside the piles.
    aids: Vec<(Url, String)>,
    branches: Vec<Branch>,
    title: String,
    count: String,
    head: Head,
    lines: Vec<Line>,
    before: Option<Url>,
    after: Option<Url>,
    open: Option<Open>,
    labels: Vec<String>,
}

/// What is looked at: a pile, an idea of it, and the line of the log that was just written.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Looked {
    pile: String,
    /// Words to look for: a pile of its own.
    q: String,
    idea: String,
    #[serde(deserialize_with = "crate::url::lenient")]
    done: u32,
}

/// A pile as it lies, and the place of the idea that is open.
pub(super) struct Lying {
    pub(super) pile: Pile,
    pub(super) ideas: Vec<usize>,
    pub(super) at: usize,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::BENCH, "", OPEN_TO, get(show).post(make))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Query(looked): Query<Looked>,
) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let code = if looked.q.trim().is_empty() { looked.pile } else { Pile::said(looked.q.trim()).to_string() };
    let lying = Lying::of(opened, me.member.id.as_str(), &code, &IdeaId::new(looked.idea.as_str()));
    let said = Said::done(lang, opened, looked.done);
    answer(&state, lang, &me, opened, lying, said).await
}

async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let sent = Sent(fields);
    let Some(mut seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let next = Lying::of(opened, me.member.id.as_str(), sent.field("pile"), &sent.open()).next(opened, &sent);
    let wish = match sent.field("edit") {
        "cut" => cut::wish(&state, opened, &sent).await?,
        "mask" => mask::wish(&state, opened, &sent).await?,
        _ => sent.wish(&opened.bench.state),
    };
    let said = match made(&state, lang, &mut seat, &me, wish, sent.seen(), None).await? {
        Ok(event) => {
            let target = Target::Bench(sent.field("pile").to_owned(), next, event.seq);
            return Ok(Redirect::to(&format!("{}#idea", target.in_lang(lang))).into_response());
        }
        Err(alert) => Said::alert(alert),
    };
    let opened = seat.opened()?;
    let lying = Lying::of(opened, me.member.id.as_str(), sent.field("pile"), &sent.open());
    answer(&state, lang, &me, opened, lying, said).await
}

/// A pile, with what was done or why nothing was.
pub(super) async fn answer(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    opened: &Opened,
    lying: Lying,
    said: Said,
) -> Result<Response, Error> {
    let status = if said.alert.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let page = BenchPage::new(state, lang, me, opened, lying, said).await?;
    Ok(private(status, render(&page)?))
}

/// There is nothing to class before a first run.
pub(super) fn nothing(state: &AppState, lang: Lang) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Bench(String::new(), String::new(), 0), lang.t("title-bench"))
        .within(lang.t("title-space"), Target::Space);
    Ok(private(StatusCode::OK, render(&Nothing { page })?))
}

#[derive(Template)]
#[template(path = "curate/nothing.html")]
struct Nothing {
    page: Page,
}

impl Lying {
    /// The pile of this code as `me` sees it, « à classer » for none; its first idea is open, unless another of it is named.
    pub(super) fn of(opened: &Opened, me: &str, code: &str, idea: &IdeaId) -> Self {
        let pile: Pile = code.parse().unwrap_or(Pile::ToSort);
        let ideas = opened.pile(&pile, &opened.beside(me));
        // One that was cut meanwhile is its first part, a part that no longer is was taken back.
        let place = |idea: &IdeaId| opened.places.get(idea);
        let named = place(idea).or_else(|| place(&idea.parts()[0])).or_else(|| place(&idea.whole()));
        let at = ideas.iter().position(|place| Some(place) == named).unwrap_or(0);
        Self { pile, ideas, at }
    }

    /// The idea to open after a gesture: the one after those that it takes, or the last before them.
    fn next(&self, opened: &Opened, sent: &Sent) -> String {
        if sent.field("edit") == "cut" {
            return sent.open().parts()[0].to_string();
        }
        let taken = sent.taken();
        let id = |place: &usize| &opened.analysis.ideas[*place].id;
        if taken.is_empty() {
            return self.ideas.get(self.at).map(|place| id(place).to_string()).unwrap_or_default();
        }
        let from = self.ideas.iter().rposition(|place| taken.contains(id(place))).unwrap_or(self.at);
        let free = |place: &&usize| !taken.contains(id(place));
        let next = self.ideas[from.min(self.ideas.len())..].iter().find(free);
        let next = next.or_else(|| self.ideas.iter().rev().find(free));
        next.map(|place| id(place).to_string()).unwrap_or_default()
    }
}

impl BenchPage {
    async fn new(
        state: &AppState,
        lang: Lang,
        me: &Signed,
        opened: &Opened,
        lying: Lying,
        said: Said,
    ) -> Result<Self, Error> {
        let open = match lying.ideas.get(lying.at) {
            Some(&place) => Open::new(state, lang, opened, &lying.pile, place).await?,
            None => None,
        };
        let page =
            Page::new(state, lang, Target::Bench(lying.pile.to_string(), String::new(), 0), lang.t("title-bench"))
                .within(lang.t("title-space"), Target::Space);
        let mut laid = Self::laid(page, me.member.id.as_str(), opened, &lying, open);
        let late = state.store.waiting_since(&state.edition.id, &opened.known).await?.contributions;
        if late > 0 {
            laid.top.late = lang.n("bench-late", late);
        }
        if let Head::Proposition(head) = &mut laid.head {
            head.nearest =
                look(state, lang, [head.worded.text.clone()].into()).await?.and_then(|near| near.into_values().next());
        }
        laid.top.said = said;
        let idea = laid.open.as_ref().map(|open| open.id.clone()).unwrap_or_default();
        let open = presence::Open { pile: lying.pile.to_string(), idea };
        laid.look = Some(Target::Presence(open.pile.clone(), open.idea.clone()).in_lang(lang));
        let engineers = state.store.colleagues(&state.edition.id, Some(Role::KnowledgeEngineer)).await?;
        let keeper = Keeper::of(lang, opened, &lying.pile, me.member.id.as_str(), engineers);
        laid.keeper = keeper.map(|keeper| Keeper { idea: open.idea.clone(), ..keeper });
        laid.others = presence::beside(state, lang, me, open);
        Ok(laid)
    }

    /// The page of a bench, nothing said.
    pub(super) fn laid(page: Page, by: &str, opened: &Opened, lying: &Lying, open: Option<Open>) -> Self {
        let (lang, bench) = (page.lang, &opened.bench);
        let mut top = Top::of(lang, Target::Bench(String::new(), String::new(), 0), &KEYS, by, opened);
        top.at.push(("pile", lying.pile.to_string()));
        top.at.extend(open.as_ref().map(|open| ("open", open.id.clone())));
        let mut sought = Sought::on(opened, &lying.pile);
        let from = lying.at / SHOWN * SHOWN;
        let to = (from + SHOWN).min(lying.ideas.len());
        let beside = |place: Option<&usize>| {
            let id = opened.analysis.ideas[*place?].id.to_string();
            Some(Target::Bench(lying.pile.to_string(), id, 0).in_lang(lang))
        };
        Self {
            top,
            look: None,
            others: String::new(),
            keeper: None,
            pile: lying.pile.to_string(),
            heaps: heaps(lang, opened, by, &lying.pile),
            aids: aids(lang, opened),
            branches: branches(lang, opened, &lying.pile),
            title: super::view::title(lang, opened, &lying.pile),
            count: lang.n("ideas-count", lying.ideas.len()),
            head: Head::of(lang, opened, &lying.pile),
            lines: lying.ideas[from..to]
                .iter()
                .map(|&place| Line::new(lang, opened, lying, &mut sought, place))
                .collect(),
            before: beside(from.checked_sub(SHOWN).and_then(|at| lying.ideas.get(at))),
            after: beside(lying.ideas.get(from + SHOWN)),
            labels: bench.state.themes.keys().map(|id| told::label(lang, &bench.state, id)).collect(),
            open,
            page,
        }
    }
}

/// Words in their contexts, notes, days.
fn aids(lang: Lang, opened: &Opened) -> Vec<(Url, String)> {
    let notes = lang.n("notes-count", opened.bench.state.notes.len());
    vec![
        (Target::Contexts(Kwic::default()).in_lang(lang), lang.t("title-contexts")),
        (Target::Notes(1).in_lang(lang), notes),
        (Target::Day(String::new()).in_lang(lang), lang.t("title-day")),
        (Target::Earlier(1).in_lang(lang), lang.t("title-earlier")),
        (Target::BenchScreen(Show::default()).in_lang(lang), lang.t("screen-of-bench")),
    ]
}

impl Opened {
    /// Contributions of the run in each state, as their ideas stand.
    pub(super) fn ledger(&self) -> Ledger {
        let fates = arobase_domain::curated::standing(&self.analysis, &self.bench.state);
        Ledger::new(fates.len() as u64, fates.into_iter().map(|status| (status.into(), 1)))
    }
}
