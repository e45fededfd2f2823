//! What was decided on the bench becomes what everyone reads.

use super::OPEN_TO;
use super::annex::annex;
use super::opened::{Opened, sit};
use super::told::label;
use crate::Error;
use crate::funnel::equation;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::curated::{Missing, Voice, curated};
use arobase_domain::trace::Trace;
use arobase_domain::{Analysis, ContributionId, RunId};
use arobase_store::{Material, Publishing, Signed};
use arobase_text::stem::terms;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "curate/decided.html")]
struct Decided {
    page: Page,
    /// Whether there is anything to publish.
    begun: bool,
    gestures: String,
    sum: String,
    hash: String,
    /// What is missing first, with where to mend it.
    missing: Vec<(String, Url)>,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::DECIDED, "", OPEN_TO, get(show).post(publish))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let page = Page::new(&state, lang, Target::Decided, lang.t("title-decided"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
    let seat = sit(&state).await?;
    let decided = match &seat {
        Some(seat) => Decided::new(page, seat.opened()?),
        None => Decided::nothing(page),
    };
    Ok(private(StatusCode::OK, render(&decided)?))
}

async fn publish(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return show(State(state), In(lang)).await };
    let opened = seat.opened()?;
    let voices = voices(state.store.materials(&state.edition.id).await?);
    let analysis = curated(&opened.analysis, &opened.bench.state, &voices).ok().filter(|_| opened.begun());
    let Some(analysis) = analysis else {
        drop(seat);
        return show(State(state), In(lang)).await;
    };
    let (id, hash) = (RunId::new((state.ids)().to_string()), opened.bench.state.hash());
    let analysis = &signed(analysis, opened, &hash);
    let annex = &annex(&state, opened).await?;
    let decided = Publishing {
        analysis,
        annex,
        masks: &opened.bench.state.masks,
        id: &id,
        read_at: opened.at,
        state: &hash,
        by: &me.member.id,
    };
    state.store.publish_bench(&state.edition.id, decided, &terms, state.now()).await?;
    Ok(Redirect::to(&Target::Home.in_lang(lang).to_string()).into_response())
}

/// The analysis with what tells where it comes from: the run, how many gestures, the hash of the state that they lead to.
fn signed(mut analysis: Analysis, opened: &Opened, hash: &str) -> Analysis {
    let bench = &opened.bench;
    let told = [("run", opened.known.to_string()), ("gestures", bench.last().to_string()), ("state", hash.to_owned())];
    analysis.run.parameters.extend(told.map(|(name, value)| (name.to_owned(), value)));
    analysis.run.parameters.extend(Trace::of(bench).parameters());
    analysis.run.output_hash = arobase_tables::export::fingerprint(&analysis);
    analysis
}

/// Who stands behind each contribution.
pub(super) fn voices(materials: Vec<Material>) -> BTreeMap<ContributionId, Voice> {
    let voice = |Material { number, author, territory, channel, others, .. }: Material| {
        (ContributionId::numbered(number), Voice { author, territory, channel, others })
    };
    materials.into_iter().map(voice).collect()
}

impl Opened {
    /// Whether anyone made a gesture: nothing is published before.
    fn begun(&self) -> bool {
        self.bench.last() > 0
    }
}

impl Decided {
    fn nothing(page: Page) -> Self {
        let none = String::new;
        Self { page, begun: false, gestures: none(), sum: none(), hash: none(), missing: Vec::new() }
    }

    fn new(page: Page, opened: &Opened) -> Self {
        let (lang, bench) = (page.lang, &opened.bench);
        Self {
            begun: opened.begun(),
            gestures: lang.n("bench-gestures", u64::from(bench.last())),
            sum: equation(lang, opened.ledger()),
            hash: bench.state.hash(),
            missing: missing(lang, opened),
            page,
        }
    }
}

/// What is missing, in words, with the pile where it is mended.
fn missing(lang: Lang, opened: &Opened) -> Vec<(String, Url)> {
    let state = &opened.bench.state;
    let Missing { themes, names, propositions } = Missing::of(state);
    let at = |pile: &str| Target::Bench(pile.to_owned(), String::new(), 0).in_lang(lang);
    let named =
        |key: &'static str| move |id: &arobase_domain::ThemeId| (lang.it(key, label(lang, state, id)), at(id.as_str()));
    let themes = themes.iter().map(named("missing-question")).chain(names.iter().map(named("missing-name")));
    let adrift = propositions.iter().map(|id| {
        let text = state.propositions.get(id).map_or_else(|| id.to_string(), |worded| worded.text.clone());
        (lang.it("missing-source", text), at(id.as_str()))
    });
    themes.chain(adrift).collect()
}
