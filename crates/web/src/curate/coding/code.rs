//! Coding: one idea at a time in its contribution, and the codebook; nothing of what the engine or the others say.

use super::super::opened::{Opened, sit};
use super::book::{self, Chapter};
use crate::Error;
use crate::funnel::{cut, first, last};
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::coding::{Code, Said, Sample};
use arobase_domain::{Idea, IdeaId, SampleId};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;

/// Characters shown before and after an idea.
const AROUND: usize = 600;

/// The keys of the page.
const KEYS: [(&str, &str); 5] =
    [("m", "code-key-m"), ("s", "code-key-s"), ("o", "bench-key-o"), ("e", "bench-key-e"), ("p", "code-key-p")];

#[derive(Template)]
#[template(path = "curate/coding/code.html")]
struct Coding {
    page: Page,
    sample: SampleId,
    left: String,
    /// Why nothing was kept.
    alert: String,
    /// None when all is done, or when codes are no longer taken.
    open: Option<Open>,
    /// What is said in its place.
    over: String,
    /// The idea coded before.
    before: Option<IdeaId>,
    chapters: Vec<Chapter>,
    top: Keys,
}

/// What each key does, as the part of the page that tells it wants it.
struct Keys {
    keys: Vec<(&'static str, String)>,
}

/// The idea to code.
struct Open {
    id: IdeaId,
    before: String,
    marked: String,
    after: String,
    /// What the person said of it already.
    said: String,
}

/// What someone has to code.
struct Task {
    sample: Sample,
    said: BTreeMap<IdeaId, Code>,
    /// Ideas of the sample that are still there.
    ideas: Vec<Idea>,
}

/// The idea that is asked for; the next one without.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    idea: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::CODE_IDEAS, "/{id}", Access::Own, get(show).post(say))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let task = Task::of(&state, &me, &SampleId::new(id)).await?;
    let idea = task.open(&IdeaId::new(asked.idea));
    answer(&state, lang, StatusCode::OK, &task, idea, String::new()).await
}

async fn say(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response, Error> {
    let task = Task::of(&state, &me, &SampleId::new(id)).await?;
    let field = |name: &str| fields.get(name).map(|value| value.trim()).unwrap_or_default();
    let idea = IdeaId::new(field("idea"));
    let Some(code) = book::heard(&task.sample.codebook, field("code"), field("to")) else {
        let alert = if field("to").is_empty() { lang.t("code-which") } else { lang.it("code-no-theme", field("to")) };
        return answer(&state, lang, StatusCode::CONFLICT, &task, task.open(&idea), alert).await;
    };
    let said = Said { coder: me.member.id.clone(), idea, code };
    // Refused when the sample was closed meanwhile: the page that comes next says so.
    state.store.say(&state.edition.id, &task.sample.id, &said, state.now()).await?;
    Ok(to(lang, Target::CodeIdeas(task.sample.id, IdeaId::default())))
}

impl Task {
    /// What `me` has to code in a sample; a sample that they do not code does not exist.
    async fn of(state: &AppState, me: &Signed, id: &SampleId) -> Result<Self, Error> {
        let sample = state.store.sample(&state.edition.id, id).await?.ok_or_else(Error::not_found)?;
        if !me.is_staff() || !sample.coders.contains(&me.member.id) {
            return Err(Error::not_found());
        }
        let said = state.store.said_by(id, &me.member.id).await?;
        let seat = sit(state).await?.ok_or_else(Error::not_found)?;
        Ok(Self::new(sample, said, seat.opened()?))
    }

    fn new(sample: Sample, said: BTreeMap<IdeaId, Code>, opened: &Opened) -> Self {
        let there = |one: &IdeaId| opened.places.get(one).map(|&place| opened.analysis.ideas[place].clone());
        Self { ideas: sample.ideas.iter().filter_map(|one| there(&one.idea)).collect(), sample, said }
    }

    /// The idea that is asked for, else the first that is still to code; none when there is nothing to do.
    fn open(&self, asked: &IdeaId) -> Option<usize> {
        let named = self.ideas.iter().position(|idea| idea.id == *asked);
        let next = || self.ideas.iter().position(|idea| !self.said.contains_key(&idea.id));
        if self.sample.closed_at.is_some() { None } else { named.or_else(next) }
    }

    /// The idea coded before the one at a place, or before all is over.
    fn before(&self, place: Option<usize>) -> Option<IdeaId> {
        let to = place.unwrap_or(self.ideas.len());
        let said = self.ideas[..to].iter().rev().find(|idea| self.said.contains_key(&idea.id));
        said.map(|idea| idea.id.clone()).filter(|_| self.sample.closed_at.is_none())
    }

    fn left(&self) -> usize {
        self.ideas.iter().filter(|idea| !self.said.contains_key(&idea.id)).count()
    }
}

async fn answer(
    state: &AppState,
    lang: Lang,
    status: StatusCode,
    task: &Task,
    place: Option<usize>,
    alert: String,
) -> Result<Response, Error> {
    let page = Page::new(
        state,
        lang,
        Target::CodeIdeas(task.sample.id.clone(), IdeaId::default()),
        lang.t("title-code-ideas"),
    )
    .within(lang.t("title-space"), Target::Space);
    let number = place.and_then(|place| task.ideas[place].contribution.number());
    let text = match number {
        Some(number) => state.store.contribution(&state.edition.id, number).await?.map(|one| one.text),
        None => None,
    };
    let coding = Coding::new(page, task, place, text.as_deref());
    Ok(private(status, render(&Coding { alert, ..coding })?))
}

impl Coding {
    /// The page of the idea at a place, in the text of its contribution; without text the idea alone is shown.
    fn new(page: Page, task: &Task, place: Option<usize>, text: Option<&str>) -> Self {
        let (lang, codebook) = (page.lang, &task.sample.codebook);
        let idea = place.map(|place| &task.ideas[place]);
        let said = idea.and_then(|idea| task.said.get(&idea.id));
        let told = said.map(|code| lang.it("code-said", book::told(lang, codebook, code))).unwrap_or_default();
        let over = if task.sample.closed_at.is_some() { "code-over-closed" } else { "code-done" };
        let (left, all) = (lang.number(task.left()), lang.number(task.ideas.len()));
        Self {
            sample: task.sample.id.clone(),
            left: lang.with("code-left", [("it", left), ("all", all)]),
            alert: String::new(),
            over: lang.t(over),
            before: task.before(place),
            chapters: if place.is_some() { book::chapters(lang, codebook, said) } else { Vec::new() },
            open: idea.map(|idea| Open::new(idea, text, told)),
            top: Keys { keys: KEYS.iter().map(|&(key, does)| (key, lang.t(does))).collect() },
            page,
        }
    }
}

impl Open {
    fn new(idea: &Idea, text: Option<&str>, said: String) -> Self {
        let (before, marked, after) = text.map_or(("", idea.text.as_str(), ""), |text| cut(text, idea.span));
        let (before, after) = (last(before, AROUND), first(after, AROUND));
        Self { id: idea.id.clone(), before, marked: marked.to_owned(), after, said }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;
    use arobase_domain::coding::{Drawn, drawn};

    fn task(lang: Lang) -> Task {
        let opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        let mut ideas = drawn(&opened.analysis, &opened.bench.state, 8, "seed");
        ideas.push(Drawn { idea: IdeaId::new("gone"), engine: None });
        let said = [(ideas[0].idea.clone(), Code::OffTopic)].into();
        let codebook = book::written(lang, &opened);
        Task::new(Sample { id: SampleId::new("s"), ideas, codebook, ..Sample::default() }, said, &opened)
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let mut task = task(lang);
            let page = || sample::page(lang, Target::CodeIdeas(SampleId::new("s"), IdeaId::default()));
            assert_eq!((task.left(), task.open(&IdeaId::default())), (7, Some(1)), "what is gone is not asked for");
            let html = sample::check(&Coding::new(page(), &task, Some(1), None));
            let engine = task.ideas[1].theme.as_ref().expect("the sample begins with a classed idea");
            assert!(html.contains(&format!("value=\"{engine}\"")) && !html.contains("aria-pressed"), "{html}");
            let again = task.open(&task.ideas[0].id);
            assert!(sample::check(&Coding::new(page(), &task, again, Some("Un texte."))).contains("code-said"));
            task.said = task.ideas.iter().map(|idea| (idea.id.clone(), Code::Empty)).collect();
            sample::check(&Coding::new(page(), &task, task.open(&IdeaId::default()), None));
            task.sample.closed_at = Some(1);
            assert_eq!((task.open(&task.ideas[0].id), task.before(None)), (None, None));
            sample::check(&Coding::new(page(), &task, None, None));
        }
    }
}
