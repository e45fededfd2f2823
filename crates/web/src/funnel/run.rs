//! The run: how the analysis was obtained, to the byte.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::{Job, RunRecord};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/run.html")]
struct RunPage {
    page: Page,
    run: Option<RunRecord>,
    when: String,
    seconds: f64,
    /// What waits for the next run, and since when one has been going on.
    waiting: u64,
    running: Option<String>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::RUN, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let stored = state.store.latest_run(&state.edition.id).await?;
    let when = stored.as_ref().map(|run| minute(lang, run.at)).unwrap_or_default();
    let page = Page::new(&state, lang, Target::Run, lang.t("title-run"));
    let waiting = state.store.waiting(&state.edition.id).await?.contributions;
    let job = state.store.latest_job(&state.edition.id, Job::ANALYSIS).await?.filter(|job| job.ended_at.is_none());
    let running = job.map(|job| minute(lang, job.started_at));
    render(&RunPage { waiting, running, ..RunPage::new(page, stored.map(|run| run.record), when) })
}

impl RunPage {
    fn new(page: Page, run: Option<RunRecord>, when: String) -> Self {
        let seconds = run.iter().flat_map(|run| &run.stages).map(|stage| stage.seconds).sum();
        Self { page, run, when, seconds, waiting: 0, running: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Run);
            sample::check(&RunPage::new(page(), Some(sample::run()), "6 octobre".into()));
            sample::check(&RunPage::new(page(), None, String::new()));
            for (waiting, running) in [(3, None), (3, Some("hier".to_owned()))] {
                let told = RunPage { waiting, running, ..RunPage::new(page(), None, String::new()) };
                assert!(sample::check(&told).contains("role=\"status\""));
            }
        }
    }

    #[test]
    fn the_duration_is_that_of_all_stages() {
        let page = RunPage::new(sample::page(Lang::Fr, Target::Run), Some(sample::run()), String::new());
        assert!((page.seconds - 1.75).abs() < 1e-9);
    }
}
