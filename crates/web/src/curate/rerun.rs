//! Running the engine again from the bench: asked here, done by the program; what it brought, and where to see what it would change.

use super::OPEN_TO;
use super::opened::{Opened, Seat, sit};
use super::told;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::{AppState, minute};
use crate::url::{Target, Url, slug};
use arobase_domain::edits::{Act, Change, Gesture as Edit};
use arobase_domain::study::Rung;
use arobase_domain::{IdeaStatus, Job, JobOutcome, ThemeId};
use arobase_store::{RerunAsked, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Resolutions that the engine may be asked for.
const COARSEST_TO_FINEST: RangeInclusive<f64> = 0.01..=100.0;

/// Themes shown with what came to them.
const THEMES: usize = 15;

#[derive(Template)]
#[template(path = "curate/rerun.html")]
struct RerunPage {
    page: Page,
    /// Contributions that came since the last run.
    late: String,
    /// Where the run that was asked for is; empty when none was.
    under_way: String,
    failed: String,
    brought: Option<Brought>,
    /// How many proposals of the last run wait; none before a run went on from the bench.
    offers: Option<usize>,
    grains: Vec<Grain>,
}

/// What the last run brought.
struct Brought {
    title: String,
    figures: Vec<(String, usize)>,
    themes: Vec<(String, Url)>,
    more: String,
}

/// Another number of themes.
struct Grain {
    told: String,
    /// The resolution of the engine.
    resolution: f64,
    /// The one that the engine chose.
    kept: bool,
    url: Url,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::RERUN, "", OPEN_TO, get(show).post(act))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let seat = sit(&state).await?;
    let page = RerunPage::new(&state, lang, seat.as_ref()).await?;
    Ok(private(StatusCode::OK, render(&page)?))
}

async fn act(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response, Error> {
    let resolution = fields.get("grain").and_then(|grain| grain.parse().ok());
    let resolution = resolution.filter(|grain| COARSEST_TO_FINEST.contains(grain));
    let asked = RerunAsked { by: me.member.id.to_string(), resolution };
    state.store.ask_rerun(&state.edition.id, &asked, state.now()).await?;
    Ok(Redirect::to(&Target::Rerun.in_lang(lang).to_string()).into_response())
}

impl RerunPage {
    async fn new(state: &AppState, lang: Lang, seat: Option<&Seat>) -> Result<Self, Error> {
        let page = Page::new(state, lang, Target::Rerun, lang.t("title-rerun"))
            .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
        let asked = state.store.rerun_asked(&state.edition.id).await?.is_some();
        let job = state.store.latest_job(&state.edition.id, Job::ANALYSIS).await?;
        let told = Self::with(page, asked, job.as_ref());
        let Some(seat) = seat else { return Ok(told) };
        let opened = seat.opened()?;
        let late = state.store.waiting_since(&state.edition.id, &opened.known).await?.contributions;
        let proposal = state.store.proposal(&opened.known).await?;
        Ok(told.on(opened, late, &proposal))
    }

    /// The page before there is a bench.
    fn with(page: Page, asked: bool, job: Option<&Job>) -> Self {
        let lang = page.lang;
        let running = job.filter(|job| job.ended_at.is_none());
        let failed = job.filter(|job| job.outcome == Some(JobOutcome::Failed));
        let asked = if asked { lang.t("rerun-asked") } else { String::new() };
        Self {
            late: lang.t("rerun-none"),
            under_way: running.map_or(asked, |job| lang.it("rerun-running", minute(lang, job.started_at))),
            failed: failed.map(|job| lang.it("rerun-failed", &job.detail)).unwrap_or_default(),
            brought: None,
            offers: None,
            grains: Vec::new(),
            page,
        }
    }

    /// The page of a bench.
    fn on(self, opened: &Opened, late: u64, proposal: &[Edit]) -> Self {
        let lang = self.page.lang;
        Self {
            late: if late == 0 { self.late } else { lang.n("bench-late", late) },
            brought: Brought::last(lang, opened),
            offers: opened.bench.rerun().map(|_| opened.offers(0, proposal).len()),
            grains: Grain::all(lang, opened),
            ..self
        }
    }
}

impl Brought {
    fn last(lang: Lang, opened: &Opened) -> Option<Self> {
        let event = opened.bench.log.iter().rev().find(|event| matches!(event.act, Act::Rerun { .. }))?;
        let joined = joined(&event.change);
        let more = joined.len().saturating_sub(THEMES);
        let label = |id: &ThemeId| told::label(lang, &opened.bench.state, id);
        let said = |id: &ThemeId, count: usize| {
            let values = [("it", label(id)), ("other", count.to_string())];
            (lang.with("rerun-theme", values), Target::Bench(id.to_string(), String::new(), 0).in_lang(lang))
        };
        Some(Self {
            title: lang.it("rerun-brought", minute(lang, event.at)),
            figures: figures(&event.change).into_iter().map(|(key, count)| (lang.t(key), count)).collect(),
            themes: joined.into_iter().take(THEMES).map(|(id, count)| said(id, count)).collect(),
            more: if more == 0 { String::new() } else { lang.n("rerun-more", more) },
        })
    }
}

/// The themes that ideas joined, with how many, most first.
fn joined(change: &Change) -> Vec<(&ThemeId, usize)> {
    let mut joined: BTreeMap<&ThemeId, usize> = BTreeMap::new();
    for theme in change.ideas.values().filter_map(|turn| turn.after.as_ref()?.theme.as_ref()) {
        *joined.entry(theme).or_default() += 1;
    }
    let mut joined: Vec<(&ThemeId, usize)> = joined.into_iter().collect();
    joined.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    joined
}

/// What a run brought, in figures.
fn figures(change: &Change) -> [(&'static str, usize); 6] {
    let late = || change.ideas.values().filter(|turn| turn.before.is_none()).filter_map(|turn| turn.after.as_ref());
    let of = |statuses: &[IdeaStatus]| late().filter(|stands| statuses.contains(&stands.status)).count();
    let both = change.ideas.values().filter(|turn| turn.before.is_some() && turn.after.is_some());
    [
        ("rerun-late", late().count()),
        ("rerun-to-sort", of(&[IdeaStatus::ToSort])),
        ("rerun-aside", of(&[IdeaStatus::Empty, IdeaStatus::OffTopic])),
        ("rerun-themes", change.themes.values().filter(|turn| turn.before.is_none()).count()),
        ("rerun-found", both.count()),
        ("rerun-gone", change.ideas.values().filter(|turn| turn.after.is_none()).count()),
    ]
}

impl Grain {
    /// Every partition that the run tried, from the coarsest.
    fn all(lang: Lang, opened: &Opened) -> Vec<Self> {
        let grain = |(number, rung): (u32, &Rung)| {
            let stability = rung.stability.map(|stability| lang.decimal(stability, 2)).unwrap_or_default();
            let values = [("it", lang.n("themes-count", rung.themes)), ("stability", stability)];
            let url = Target::Changes(number, String::new(), 1).in_lang(lang);
            Self { told: lang.with("rerun-grain", values), resolution: rung.resolution, kept: rung.kept, url }
        };
        (1..).zip(opened.partitions.rungs()).map(grain).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::{IdeaId, RunId};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Rerun);
            sample::check(&RerunPage::with(page(), true, None));
            let mut opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
            let all: Vec<IdeaId> = opened.analysis.ideas.iter().map(|idea| idea.id.clone()).collect();
            let mut before = opened.bench.state.clone();
            before.ideas.pop_first();
            let brought = Change::between(&before, &opened.bench.state);
            opened.bench.state = before;
            let (next, event) = opened.bench.rejoin(brought, RunId::new("s"), "", 0).expect("it fits");
            opened.bench.settle(next, event);
            let to = opened.bench.state.themes.keys().next_back().expect("a theme").clone();
            let proposal = [
                Edit::Move { ideas: all.clone(), to, proposed: true },
                Edit::Create { label: None, ideas: all, proposed: true },
            ];
            let told = RerunPage::with(page(), false, None).on(&opened, 2, &proposal);
            assert!(told.offers == Some(2) && told.brought.is_some() && !told.grains.is_empty());
            sample::check(&told);
        }
    }
}
