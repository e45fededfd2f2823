//! The method: what was received, what the machine did, what people decided, and how anyone may check it.

use super::ledger::equation;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::Ledger;
use arobase_domain::trace::Trace;
use arobase_store::{Figures, StoredRun};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "funnel/method.html")]
struct Method {
    page: Page,
    received: String,
    told: Option<Told>,
}

/// A run, in sentences.
struct Told {
    machine: Vec<String>,
    people: Vec<String>,
    /// How far coders agree, sample by sample.
    coding: Vec<String>,
    /// Names of hashes and of versions, with their values.
    proofs: Vec<(String, String)>,
}

/// Figures that were kept when the bench was published, by name.
type Kept = BTreeMap<String, String>;

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::METHOD, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let figures = state.store.figures(&state.edition.id).await?;
    let ledger = state.store.ledger(&state.edition.id).await?.contributions;
    let run = state.store.latest_run(&state.edition.id).await?;
    let kept = match &run {
        Some(run) => state.store.annex_figures(&run.id).await?,
        None => BTreeMap::new(),
    };
    let page = Page::new(&state, lang, Target::Method, lang.t("title-method"));
    render(&Method::new(page, &figures, ledger, run, &kept))
}

impl Method {
    fn new(page: Page, figures: &Figures, ledger: Ledger, run: Option<StoredRun>, kept: &Kept) -> Self {
        let lang = page.lang;
        let received = lang.with(
            "method-received",
            [
                ("sum", equation(lang, ledger)),
                ("authors", lang.n("authors-count", figures.authors)),
                ("territories", lang.number(figures.territories)),
            ],
        );
        Self { received, told: run.map(|run| Told::new(lang, figures, &run, kept)), page }
    }
}

impl Told {
    fn new(lang: Lang, figures: &Figures, run: &StoredRun, kept: &Kept) -> Self {
        let trace = Trace::among(&run.record.parameters);
        let parameter =
            |name: &str| run.record.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let mut proofs = vec![
            (lang.t("run-input"), run.record.input_hash.clone()),
            (lang.t("run-output"), run.record.output_hash.clone()),
        ];
        proofs.extend(parameter("state").map(|hash| (lang.t("decided-hash"), hash)));
        Self {
            machine: machine(lang, figures, run, trace.as_ref()),
            people: trace.map_or_else(|| vec![lang.t("method-nobody")], |trace| people(lang, &trace)),
            coding: coding(lang, kept),
            proofs,
        }
    }
}

/// What the engine did, before anyone changed anything.
fn machine(lang: Lang, figures: &Figures, run: &StoredRun, trace: Option<&Trace>) -> Vec<String> {
    let (ideas, themes, propositions) = trace
        .map_or((figures.ideas, figures.themes, figures.propositions + figures.weak_signals), |trace| {
            (trace.ideas as u64, trace.themes as u64, trace.propositions as u64)
        });
    let seconds = run.record.stages.iter().map(|stage| stage.seconds).sum();
    vec![
        lang.it("method-cut", lang.n("ideas-count", ideas)),
        lang.it("method-grouped", lang.n("themes-count", themes)),
        lang.it("method-worded", lang.n("propositions-count", propositions)),
        lang.with("method-time", [("seconds", lang.decimal(seconds, 1)), ("when", minute(lang, run.at))]),
        lang.t("method-same"),
    ]
}

/// How far the coders of each sample agree.
fn coding(lang: Lang, kept: &Kept) -> Vec<String> {
    let samples: usize = kept.get("coding.samples").and_then(|count| count.parse().ok()).unwrap_or_default();
    let sample = |number: usize| {
        let value = |name: &str| kept.get(&format!("coding.{number}.{name}"));
        let whole =
            |name: &str| value(name).and_then(|count| count.parse().ok()).map_or_else(none, |n: u64| lang.number(n));
        let alpha = |name: &str| {
            let alpha = value(&format!("whole.{name}")).and_then(|alpha| alpha.parse::<f64>().ok());
            alpha.map_or_else(none, |alpha| lang.decimal(alpha, 2).replace('-', "−"))
        };
        let counts = ["ideas", "coders", "divided", "settled", "left"].map(|name| (name, whole(name)));
        let [ideas, coders, divided, settled, left] = counts;
        let [value, low, high] = ["alpha", "low", "high"].map(|name| (name, alpha(name)));
        let engine = ("engine", alpha("with_engine"));
        lang.with("method-coding-one", [ideas, coders, divided, settled, left, value, low, high, engine])
    };
    (1..=samples).map(sample).collect()
}

fn none() -> String {
    "–".to_owned()
}

/// What people changed, and what they did not.
fn people(lang: Lang, trace: &Trace) -> Vec<String> {
    let n = |count: usize| lang.number(count);
    let of =
        |key: &str, values: [(&'static str, usize); 4]| lang.with(key, values.map(|(name, count)| (name, n(count))));
    let joined = [("cut", n(trace.ideas_cut)), ("joined", n(trace.ideas_joined)), ("parted", n(trace.ideas_parted))];
    vec![
        of(
            "method-gestures",
            [
                ("people", trace.people),
                ("gestures", trace.gestures),
                ("undone", trace.undone),
                ("rest", trace.ideas_as_found()),
            ],
        ),
        of(
            "method-ideas",
            [
                ("read", trace.ideas_read),
                ("moved", trace.ideas_moved),
                ("in", trace.ideas_brought_in),
                ("out", trace.ideas_taken_out),
            ],
        ),
        lang.it("method-judged", n(trace.ideas_judged)),
        lang.with("method-joined", joined),
        lang.it("method-masked", n(trace.passages_masked)),
        of(
            "method-themes",
            [
                ("found", trace.themes),
                ("renamed", trace.themes_renamed),
                ("gone", trace.themes_gone),
                ("new", trace.themes_new),
            ],
        ),
        of(
            "method-propositions",
            [
                ("adopted", trace.propositions_adopted),
                ("reworded", trace.propositions_reworded),
                ("aside", trace.propositions_aside + trace.propositions_gone),
                ("new", trace.propositions_new),
            ],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;

    fn run() -> StoredRun {
        StoredRun { id: RunId::new("r"), at: sample::NOW, record: sample::run() }
    }

    #[test]
    fn renders() {
        let trace = Trace { people: 2, gestures: 212, ideas: 900, ideas_moved: 31, ..Trace::default() };
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Method);
            let (figures, ledger) = (Figures::default(), Ledger::default());
            let kept = [("coding.samples", "1"), ("coding.1.ideas", "120"), ("coding.1.whole.alpha", "-0.05")];
            let kept = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
            let none = Kept::new();
            sample::check(&Method::new(page(), &figures, ledger, None, &none));
            let html = sample::check(&Method::new(page(), &figures, ledger, Some(run()), &none));
            assert!(html.contains(&lang.t("method-nobody")) && html.contains(&lang.t("method-coding-none")));
            let mut curated = run();
            curated.record.parameters.extend(trace.parameters());
            let html = sample::check(&Method::new(page(), &figures, ledger, Some(curated), &kept));
            assert!(html.contains("120") && html.contains(&format!("−{}", lang.decimal(0.05, 2))), "{html}");
            assert!(html.contains("212") && html.contains("31") && html.contains("869"));
        }
    }
}
