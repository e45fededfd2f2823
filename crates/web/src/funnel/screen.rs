//! The screen of a room: the funnel with its figures, where every contribution stands, the maps; it follows what changes.

use super::equation;
use super::ideas_map::atlas;
use super::overview::Overview;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Show, Target, Url, slug};
use arobase_domain::{Ledger, Proposition, Question, Theme};
use arobase_publish::funnel::{self, Column, FunnelFigure};
use arobase_publish::map::{self, Atlas};
use arobase_publish::tree::{self, Form, Material};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;

/// The screen, whatever it shows.
#[derive(Template)]
#[template(path = "funnel/screen.html")]
pub(crate) struct Screen {
    page: Page,
    live: Live,
    /// What else it can show, each with its name; whether it is shown now.
    ways: Vec<(Url, String, bool)>,
    /// Where one goes from here.
    leave: Url,
    /// Without script: the same without reloading, when it reloads.
    still: Option<Url>,
}

/// What changes.
struct Live {
    /// The steps of the funnel with their figures.
    figures: Vec<(String, String)>,
    equation: String,
    /// What is said of it, such as how many gestures were made.
    told: String,
    /// One drawing, or two side by side, the first narrow.
    drawings: Vec<String>,
}

/// What is shown.
pub(crate) struct Shown<'a> {
    pub(crate) figure: &'a FunnelFigure,
    pub(crate) ledger: Ledger,
    pub(crate) questions: &'a [Question],
    pub(crate) themes: &'a [Theme],
    pub(crate) propositions: &'a [Proposition],
    pub(crate) atlas: &'a Atlas,
    pub(crate) told: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::SCREEN, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(show): Query<Show>) -> Result<Html<String>, Error> {
    let edition = &state.edition.id;
    let (Overview { figure, .. }, ledger) = (Overview::load(&state).await?, state.store.ledger(edition).await?);
    let shown = Shown {
        ledger: ledger.contributions,
        questions: &state.store.questions(edition).await?,
        themes: &state.store.all_themes(edition).await?,
        propositions: &state.store.propositions(edition).await?,
        atlas: &*atlas(&state).await?,
        told: String::new(),
        figure: &figure,
    };
    let page = Page::new(&state, lang, Target::Screen(show.clone()), lang.t("title-screen"));
    render(&Screen::new(page, &show, Target::Screen, Target::Funnel, &shown))
}

/// Each way to fill the screen, with the message that names it.
const WAYS: [(&str, &str); 4] =
    [("", "screen-whole"), ("funnel", "screen-funnel"), ("map", "screen-map"), ("ideas", "screen-ideas")];

impl Screen {
    /// The screen at `target`, which is left for `leave`.
    pub(crate) fn new(page: Page, show: &Show, target: fn(Show) -> Target, leave: Target, shown: &Shown<'_>) -> Self {
        let lang = page.lang;
        let way = |&(way, key): &(&str, &str)| {
            let other = Show { show: way.to_owned(), ..show.clone() };
            (target(other).in_lang(lang), lang.t(key), show.show == way)
        };
        let still = Show { still: "1".to_owned(), ..show.clone() };
        Self {
            live: Live::new(lang, show, &page.edition.name, shown),
            ways: WAYS.iter().map(way).collect(),
            leave: leave.in_lang(lang),
            still: show.still.is_empty().then(|| target(still).in_lang(lang)),
            page,
        }
    }
}

impl Live {
    fn new(lang: Lang, show: &Show, title: &str, shown: &Shown<'_>) -> Self {
        let (funnel, ideas) = (|| funnel::svg_narrow(shown.figure, lang), || map::room(shown.atlas, lang));
        let drawings = match show.show.as_str() {
            _ if shown.questions.is_empty() => Vec::new(),
            "funnel" => vec![funnel::svg(shown.figure, lang)],
            "map" => vec![mindmap(lang, title, shown)],
            "ideas" => vec![ideas()],
            _ if shown.atlas.is_blank() => vec![funnel::svg(shown.figure, lang)],
            _ => vec![funnel(), ideas()],
        };
        Self {
            figures: figures(lang, shown.figure),
            equation: equation(lang, shown.ledger),
            told: shown.told.clone(),
            drawings: drawings.into_iter().filter(|drawing| !drawing.is_empty()).collect(),
        }
    }
}

/// Questions and themes around the middle.
fn mindmap(lang: Lang, title: &str, shown: &Shown<'_>) -> String {
    let Shown { questions, themes, propositions, .. } = *shown;
    let material = Material { questions, themes, propositions, lang, href: &|_| None };
    tree::svg(&material.whole(title, false), Form::Radial, lang)
}

/// « 492 » « contributions », and so on to propositions.
fn figures(lang: Lang, figure: &FunnelFigure) -> Vec<(String, String)> {
    let columns = [
        (Column::Contributions, "screen-contributions"),
        (Column::Ideas, "screen-of-ideas"),
        (Column::Themes, "screen-themes"),
        (Column::Questions, "screen-questions"),
        (Column::Propositions, "screen-propositions"),
    ];
    let told = |(column, key)| (lang.number(figure.count(column)), lang.n(key, figure.count(column)));
    columns.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        let analysis = arobase_publish::sample();
        let (figure, atlas) = (FunnelFigure::of(&analysis), Atlas::of(&analysis));
        let ledger = Ledger { received: 12, classed: 9, to_sort: 1, off_topic: 1, empty: 1, broken: 0 };
        let nothing = FunnelFigure::default();
        for &lang in Lang::ALL {
            for (way, drawings) in [("", 2), ("funnel", 1), ("map", 1), ("ideas", 1), ("x", 2)] {
                let show = Show { show: way.into(), still: String::new() };
                let shown = Shown {
                    figure: &figure,
                    ledger,
                    questions: &analysis.questions,
                    themes: &analysis.themes,
                    propositions: &analysis.propositions,
                    atlas: &atlas,
                    told: "3 gestes".into(),
                };
                let page = || sample::page(lang, Target::Screen(show.clone()));
                let screen = Screen::new(page(), &show, Target::Screen, Target::Funnel, &shown);
                assert_eq!((screen.live.drawings.len(), screen.live.figures.len()), (drawings, 5));
                assert_eq!(screen.live.figures[1].0, lang.number(figure.ideas.total()));
                let html = sample::check(&screen);
                assert!(html.contains("http-equiv=\"refresh\""), "{html}");
                let before = Shown { figure: &nothing, questions: &[], atlas: &Atlas::default(), ..shown };
                let still = Show { still: "1".into(), ..show.clone() };
                let html = sample::check(&Screen::new(page(), &still, Target::Screen, Target::Funnel, &before));
                assert!(!html.contains("http-equiv=\"refresh\"") && !html.contains("<svg"), "{html}");
            }
        }
    }
}
