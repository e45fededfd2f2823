//! What codes differ about, one idea at a time: who said what, and the gesture that settles it.

use super::super::OPEN_TO;
use super::super::bench::nothing;
use super::super::form::{Sent, Unclear};
use super::super::opened::{Opened, sit};
use super::super::told::label;
use super::super::top::{Said, Top, made};
use super::super::view::Open;
use super::agreement::names;
use super::book;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::coding::{Agreement, Code, Followed, Line, Sample};
use arobase_domain::edits::Wish;
use arobase_domain::piles::Pile;
use arobase_domain::{IdeaId, SampleId};
use arobase_store::{Settling, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use std::collections::BTreeSet;

/// Ideas shown at once with what each said.
const SHOWN: usize = 20;

/// The keys of the page.
const KEYS: [(&str, &str); 6] = [
    ("j", "bench-key-j"),
    ("k", "bench-key-k"),
    ("1", "settle-key-1"),
    ("m", "settle-key-m"),
    ("u", "bench-key-u"),
    ("r", "bench-key-r"),
];

#[derive(Template)]
#[template(path = "curate/coding/settle.html")]
struct Settle {
    page: Page,
    top: Top,
    left: String,
    names: Vec<String>,
    rows: Vec<Row>,
    /// Ideas that are not shown yet.
    later: String,
    open: Option<Open>,
    choices: Vec<Choice>,
    labels: Vec<String>,
}

/// An idea, with what each says of it.
struct Row {
    text: String,
    url: Url,
    current: bool,
    said: Vec<String>,
}

/// What may be decided: a code, in words, with who said it.
struct Choice {
    code: Code,
    label: String,
    by: String,
}

/// The idea that is looked at, and the line of the log that was just written.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Looked {
    idea: String,
    #[serde(deserialize_with = "crate::url::lenient")]
    done: u32,
}

/// A sample that may be compared, with who coded it and what is left to settle.
struct Compared {
    sample: Sample,
    names: Vec<String>,
    lines: Vec<Line>,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::DISPUTES, "/{id}", OPEN_TO, get(show).post(make))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Query(looked): Query<Looked>,
) -> Result<Response, Error> {
    let Some(compared) = Compared::read(&state, &SampleId::new(id)).await? else {
        return Ok(to(lang, Target::Codings));
    };
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let compared = compared.followed(opened);
    let said = Said::done(lang, opened, looked.done);
    answer(&state, lang, &me, opened, &compared, &IdeaId::new(looked.idea), said).await
}

async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let sent = Sent(fields);
    let id = SampleId::new(id);
    let Some(compared) = Compared::read(&state, &id).await? else { return Ok(to(lang, Target::Codings)) };
    let Some(mut seat) = sit(&state).await? else { return nothing(&state, lang) };
    let compared = compared.followed(seat.opened()?);
    let idea = sent.open();
    let (code, wish) = wished(&sent, seat.opened()?);
    let (by, at) = (&me.member.id, state.now());
    let settling = code.as_ref().map(|code| Settling { sample: &id, idea: &idea, code, by, at });
    match made(&state, lang, &mut seat, &me, wish, sent.seen(), settling).await? {
        Ok(event) => {
            let next = compared.after(&idea, seat.opened()?).unwrap_or_default();
            Ok(Redirect::to(&Target::Disputes(id, next, event.seq).in_lang(lang).to_string()).into_response())
        }
        Err(alert) => {
            let page = answer(&state, lang, &me, seat.opened()?, &compared, &idea, Said::alert(alert)).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// What a form wishes of the bench, with the code that it settles on: a gesture of the bench settles nothing.
fn wished(sent: &Sent, opened: &Opened) -> (Option<Code>, Result<Wish, Unclear>) {
    if !sent.field("edit").is_empty() {
        return (None, sent.wish(&opened.bench.state));
    }
    match choice(sent, opened) {
        Ok((code, wish)) => (Some(code), Ok(wish)),
        Err(unclear) => (None, Err(unclear)),
    }
}

/// What is decided, and the gesture of the bench that does it.
fn choice(sent: &Sent, opened: &Opened) -> Result<(Code, Wish), Unclear> {
    let state = &opened.bench.state;
    let code = match sent.field("code") {
        "" => Code::Theme(sent.named(state, "to")?),
        code => code.parse().map_err(|_| Unclear::Gesture)?,
    };
    let idea = sent.open();
    let stands = state.ideas.get(&idea).ok_or(Unclear::Gesture)?;
    let wish = Wish::Make(code.gesture(&idea, stands));
    Ok((code, wish))
}

async fn answer(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    opened: &Opened,
    compared: &Compared,
    idea: &IdeaId,
    said: Said,
) -> Result<Response, Error> {
    let target = Target::Disputes(compared.sample.id.clone(), IdeaId::default(), 0);
    let page = Page::new(state, lang, target, lang.t("title-disputes"))
        .within(lang.t("title-agreement"), Target::Coding(compared.sample.id.clone()));
    let left = compared.left(opened);
    let at = left.iter().position(|line| line.idea == *idea).unwrap_or(0);
    let open = match left.get(at).and_then(|line| opened.places.get(&line.idea)) {
        Some(&place) => Open::new(state, lang, opened, &Pile::Disagreements, place).await?,
        None => None,
    };
    let mut settle = Settle::new(page, me.member.id.as_str(), opened, compared, at, open);
    settle.top.said = said;
    Ok(private(StatusCode::OK, render(&settle)?))
}

impl Compared {
    /// A sample with what was said of it; none as long as someone codes, and nobody sees what others said.
    async fn read(state: &AppState, id: &SampleId) -> Result<Option<Self>, Error> {
        let edition = &state.edition.id;
        let sample = state.store.sample(edition, id).await?.ok_or_else(Error::not_found)?;
        if sample.closed_at.is_none() {
            return Ok(None);
        }
        let lines = Agreement::of(&sample, &state.store.said(id).await?).lines;
        let names = names(&sample, &state.store.codings(edition).await?);
        Ok(Some(Self { sample, names, lines }))
    }

    /// The same, each code as it counts since themes were merged.
    fn followed(mut self, opened: &Opened) -> Self {
        let followed = Followed::of(&opened.bench.log);
        for code in self.lines.iter_mut().flat_map(|line| line.people.iter_mut().flatten().chain(&mut line.engine)) {
            *code = followed.code(code);
        }
        self
    }

    /// What is left to settle: first what people do not say the same of, then what only the engine says otherwise.
    fn left(&self, opened: &Opened) -> Vec<&Line> {
        let left = opened.disputes().filter(|one| one.sample == self.sample.id);
        let left: BTreeSet<&IdeaId> = left.map(|one| &one.idea).collect();
        let mut lines: Vec<&Line> = self.lines.iter().filter(|line| left.contains(&line.idea)).collect();
        lines.sort_by_key(|line| !line.divides_people());
        lines
    }

    /// The idea to settle after this one.
    fn after(&self, idea: &IdeaId, opened: &Opened) -> Option<IdeaId> {
        let left = self.left(opened);
        let at = left.iter().position(|line| line.idea == *idea).map_or(0, |at| at + 1);
        left.get(at).map(|line| line.idea.clone())
    }
}

impl Settle {
    fn new(page: Page, by: &str, opened: &Opened, compared: &Compared, at: usize, open: Option<Open>) -> Self {
        let lang = page.lang;
        let left = compared.left(opened);
        let id = &compared.sample.id;
        let mut top = Top::of(lang, Target::Disputes(id.clone(), IdeaId::default(), 0), &KEYS, by, opened);
        top.at.extend(open.as_ref().map(|open| ("open", open.id.clone())));
        let from = at / SHOWN * SHOWN;
        let shown = left.iter().enumerate().skip(from).take(SHOWN);
        let later = left.len().saturating_sub(from + SHOWN);
        Self {
            left: lang.n("settle-left", left.len()),
            names: compared.names.iter().cloned().chain([lang.t("agreement-engine")]).collect(),
            rows: shown.map(|(place, line)| Row::new(lang, opened, compared, line, place == at)).collect(),
            later: if later == 0 { String::new() } else { lang.n("settle-later", later) },
            choices: left.get(at).map(|line| choices(lang, opened, compared, line)).unwrap_or_default(),
            labels: opened.bench.state.themes.keys().map(|id| label(lang, &opened.bench.state, id)).collect(),
            top,
            open,
            page,
        }
    }
}

impl Row {
    fn new(lang: Lang, opened: &Opened, compared: &Compared, line: &Line, current: bool) -> Self {
        let text = opened.places.get(&line.idea).map(|&place| opened.analysis.ideas[place].text.trim().to_owned());
        let told = |code: &Option<Code>| {
            code.as_ref().map_or_else(|| "–".to_owned(), |code| book::told(lang, &compared.sample.codebook, code))
        };
        Self {
            text: text.unwrap_or_default(),
            url: Target::Disputes(compared.sample.id.clone(), line.idea.clone(), 0).in_lang(lang),
            current,
            said: line.people.iter().chain([&line.engine]).map(told).collect(),
        }
    }
}

/// What was said of an idea, most said first; themes that are no longer there cannot be chosen.
fn choices(lang: Lang, opened: &Opened, compared: &Compared, line: &Line) -> Vec<Choice> {
    let state = &opened.bench.state;
    let there = |code: &Code| match code {
        Code::Theme(theme) => state.themes.contains_key(theme),
        _ => true,
    };
    let named = |code: &Code| match code {
        Code::Theme(theme) => label(lang, state, theme),
        other => book::told(lang, &[], other),
    };
    let by = |code: &Code| {
        let people = line.people.iter().zip(&compared.names).filter(|(said, _)| said.as_ref() == Some(code));
        let engine = (line.engine.as_ref() == Some(code)).then(|| lang.t("agreement-engine"));
        people.map(|(_, name)| name.clone()).chain(engine).collect::<Vec<_>>().join(", ")
    };
    let choices = line.choices().into_iter().map(|(code, _)| code).filter(|code| there(code));
    choices.map(|code| Choice { code: code.clone(), label: named(code), by: by(code) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::coding::drawn;
    use arobase_domain::{MemberId, RunId};
    use arobase_store::Disputed;

    #[test]
    fn renders() {
        let mut opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        let ideas = drawn(&opened.analysis, &opened.bench.state, 10, "seed");
        let line = |idea: &IdeaId, engine: Option<Code>| Line {
            idea: idea.clone(),
            people: vec![Some(Code::OffTopic), None, Some(Code::Theme(arobase_domain::ThemeId::new("t01")))],
            engine,
        };
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Disputes(SampleId::new("s"), IdeaId::default(), 0));
            let compared = Compared {
                sample: Sample {
                    id: SampleId::new("s"),
                    codebook: book::written(lang, &opened),
                    coders: ["a", "b", "c"].map(MemberId::new).to_vec(),
                    ..Sample::default()
                },
                names: ["Anne <b>", "Milo", "Zoé"].map(str::to_owned).to_vec(),
                lines: ideas.iter().map(|one| line(&one.idea, one.engine.clone())).collect(),
            };
            opened.around.disputed.clear();
            sample::check(&Settle::new(page(), "", &opened, &compared, 0, None));
            let dispute = |line: &Line| Disputed {
                sample: SampleId::new("s"),
                idea: line.idea.clone(),
                codes: line.everyone().cloned().collect(),
                settled: None,
            };
            opened.around.disputed = compared.lines.iter().map(dispute).collect();
            let idea = &opened.analysis.ideas[opened.places[&compared.lines[0].idea]];
            let open = Open::in_text(lang, &opened, &Pile::Disagreements, idea, "Un texte à lire.");
            let html = sample::check(&Settle::new(page(), "", &opened, &compared, 0, Some(open)));
            assert!(html.contains("value=\"off_topic\"") && html.contains("Anne &#60;b&#62;"), "{html}");
        }
    }
}
