//! The report as its template sees it.

use super::SourceText;
use super::lists::{Asked, Grouped, Left, Lists, Part, Proposed, Repeated};
use super::quote::Quoter;
use super::study::{Granularity, Second};
use super::suggested::{Suggested, suggested};
use super::words::Say;
use crate::funnel::{self, FunnelFigure, Row, Target};
use crate::map;
use arobase_domain::{Analysis, ContributionId, Lang, Ledger, RunRecord, State, Suggestion};
use askama::Template;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "report.html")]
pub(super) struct Page<'a> {
    say: Say,
    style: &'static str,
    funnel_style: &'static str,
    figure: FunnelFigure,
    ideas: usize,
    wide: String,
    narrow: String,
    rows: Vec<Row>,
    received: String,
    read: String,
    map_style: &'static str,
    map: String,
    ladder: Vec<Granularity>,
    second: Option<Second>,
    questions: Vec<Asked>,
    themes: Vec<Grouped>,
    controversies: Vec<[(String, String); 2]>,
    campaigns: Part<Repeated>,
    duplicates: usize,
    weak: Part<Proposed>,
    left: Vec<Left>,
    broken: Part<(String, String)>,
    personal: usize,
    suggestions: Vec<Suggested>,
    run: &'a RunRecord,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        analysis: &'a Analysis,
        sources: &'a BTreeMap<ContributionId, SourceText>,
        suggestions: &[Suggestion],
        lang: Lang,
    ) -> Self {
        let say = Say(lang);
        let lists = Lists::new(analysis, Quoter { sources, say });
        let figure = FunnelFigure::of(analysis);
        Self {
            say,
            style: include_str!("../../templates/report.css"),
            funnel_style: funnel::STYLE,
            ideas: figure.ideas.total(),
            wide: funnel::svg_linked(&figure, lang, &anchor),
            narrow: funnel::svg_narrow_linked(&figure, lang, &anchor),
            rows: funnel::table(&figure),
            received: equation(say, contributions(analysis), ("reçue", "reçues"), "received"),
            read: equation(say, ideas(analysis), ("idée", "idées"), "ideas"),
            map_style: map::STYLE,
            map: map::svg(analysis, lang),
            ladder: super::study::ladder(analysis, say),
            second: super::study::second(analysis),
            questions: lists.questions(),
            themes: lists.themes(),
            controversies: lists.controversies(),
            campaigns: lists.campaigns(),
            duplicates: analysis.ideas.iter().filter(|idea| idea.duplicate_of.is_some()).count(),
            weak: lists.weak_signals(),
            left: lists.left(),
            broken: lists.broken(),
            personal: analysis.personal.len(),
            suggestions: suggested(suggestions, say),
            run: &analysis.run,
            figure,
        }
    }

    /// Peak memory in megabytes (10⁶ bytes), if known.
    fn memory(&self) -> Option<String> {
        let bytes = self.run.peak_memory?;
        Some(format!("{}\u{a0}{}", self.say.n((bytes / 1_000_000) as usize), self.say.t("Mo", "MB")))
    }

    fn seconds(&self) -> f64 {
        self.run.stages.iter().map(|stage| stage.seconds).sum()
    }

    /// What a stage counted, in words.
    fn counts(&self, counts: &[(String, u64)]) -> String {
        let one = |(name, count): &(String, u64)| {
            format!("{} {}", self.say.n(*count as usize), self.say.code(name).to_lowercase())
        };
        counts.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// Where the words of the drawing lead inside the page.
fn anchor(target: Target<'_>) -> Option<String> {
    match target {
        Target::Question(id) => Some(format!("#{id}")),
        Target::Theme(id) => Some(format!("#{id}")),
        Target::State(status) => Some(format!("#{status}")),
        Target::Column(_) => None,
    }
}

fn contributions(analysis: &Analysis) -> Ledger {
    let states = analysis.fates.iter().map(|fate| (State::from(fate.status), 1));
    Ledger::new(analysis.fates.len() as u64, states)
}

fn ideas(analysis: &Analysis) -> Ledger {
    let states = analysis.ideas.iter().map(|idea| (State::from(Some(idea.status)), 1));
    Ledger::new(analysis.ideas.len() as u64, states)
}

/// « 492 reçues = 471 classées + 9 à classer + … »; unreadable ones are named only when there are some.
fn equation(say: Say, ledger: Ledger, fr: (&str, &str), en: &str) -> String {
    let whole = say.count(ledger.received as usize, fr, (en, en));
    let shown = State::ALL.iter().filter(|&&state| state != State::Broken || ledger.broken > 0);
    let terms: Vec<_> = shown.map(|&state| say.term(state, ledger.count(state))).collect();
    format!("{whole} = {}", terms.join(" + "))
}
