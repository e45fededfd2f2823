//! The screen of a room while people class: the state of the bench, which the public does not see before it is published.

use super::OPEN_TO;
use super::bench::nothing;
use super::opened::{Opened, sit};
use crate::Error;
use crate::funnel::screen::{Screen, Shown};
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Show, Target, slug};
use arobase_domain::Analysis;
use arobase_domain::glance::{Pending, glance};
use arobase_publish::funnel::FunnelFigure;
use arobase_publish::map::Atlas;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::BENCH_SCREEN, "", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(show): Query<Show>) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let page = Page::new(&state, lang, Target::BenchScreen(show.clone()), lang.t("title-bench-screen"));
    Ok(private(StatusCode::OK, render(&screen(page, &show, seat.opened()?))?))
}

fn screen(page: Page, show: &Show, opened: &Opened) -> Screen {
    let (lang, bench) = (page.lang, &opened.bench);
    let seen = seen(lang, opened);
    let shown = Shown {
        figure: &FunnelFigure::of(&seen),
        ledger: opened.ledger(),
        questions: &seen.questions,
        themes: &seen.themes,
        propositions: &seen.propositions,
        atlas: &Atlas::of(&seen),
        told: lang.n("bench-gestures", u64::from(bench.last())),
    };
    let leave = Target::Bench(String::new(), String::new(), 0);
    Screen::new(page, show, Target::BenchScreen, leave, &shown)
}

/// What the gestures lead to so far.
fn seen(lang: Lang, opened: &Opened) -> Analysis {
    let (question, label) = (lang.t("bench-no-question"), lang.t("screen-unnamed"));
    glance(&opened.analysis, &opened.bench.state, Pending { question: &question, label: &label })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::edits::{Gesture as Edit, Silent, Wish};
    use arobase_domain::{RunId, ThemeId};

    #[test]
    fn it_follows_the_gestures_whatever_is_missing() {
        let mut opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        let before = seen(Lang::Fr, &opened);
        let edits = [
            Edit::Group { themes: vec![ThemeId::new("t02")], question: None },
            Edit::Merge { themes: vec![ThemeId::new("t01"), ThemeId::new("t04")], into: None },
        ];
        for edit in edits {
            opened.bench.wish(Wish::Make(edit), "m", sample::NOW, &Silent).expect("possible");
        }
        let after = seen(Lang::Fr, &opened);
        assert_eq!((after.themes.len() + 1, after.ideas.len()), (before.themes.len(), before.ideas.len()));
        assert_eq!(after.questions.last().map(|last| last.wording.clone()), Some(Lang::Fr.t("bench-no-question")));
        for &lang in Lang::ALL {
            for way in ["", "funnel", "map", "ideas"] {
                let show = Show { show: way.into(), still: String::new() };
                let page = sample::page(lang, Target::BenchScreen(show.clone()));
                let html = sample::check(&screen(page, &show, &opened));
                assert!(html.contains(&lang.n("bench-gestures", 2_u64)) && html.contains("<svg"), "{html}");
            }
        }
    }
}
