//! The figures of the annex, each under a name.

use super::{CodeRow, Coded, GestureRow, coded, recount};
use crate::analysis::Analysis;
use crate::coding::{Agreement, Alpha, Pair};
use crate::ledger::State;
use crate::record::Record;
use crate::totals::Totals;
use crate::trace::Trace;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Display;

/// Every figure, as it is told: whole numbers, α with two decimals, seconds with one, days as year-month-day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Figures(BTreeMap<String, String>);

impl Figures {
    /// What the annex of an analysis tells: what is told of its run, of the gestures that its bench counted, and of the codes of its samples.
    pub fn of(analysis: &Analysis, gestures: &[GestureRow], codes: &[CodeRow]) -> Self {
        let mut figures = Self::default();
        figures.received(analysis.fates.iter().map(|fate| State::from(fate.status)));
        let seconds = analysis.run.stages.iter().map(|stage| stage.seconds).sum();
        figures.machine(as_written(seconds), as_written(analysis.run.stability));
        figures.result(Totals::of(analysis));
        for question in &analysis.questions {
            let themes = analysis.themes.iter().filter(|theme| theme.question == question.id).count();
            figures.question(question.id.as_str(), [themes, question.support.ideas, question.support.contributions]);
        }
        let trace = Trace::among(&analysis.run.parameters);
        let found = Trace {
            ideas: analysis.ideas.len(),
            themes: analysis.themes.len(),
            propositions: analysis.propositions.len(),
            ..Trace::default()
        };
        figures.people(trace.unwrap_or(found), trace.is_some());
        figures.days(gestures);
        figures.coding(codes);
        figures
    }

    /// What the files lead to, counted again from the ledger, the ideas, the gestures and the codes.
    pub fn found(record: &Record, gestures: &[GestureRow], codes: &[CodeRow]) -> Self {
        let mut figures = Self::default();
        figures.received(record.ledger.iter().map(|row| row.status));
        figures.machine(record.run.measured.total_seconds, record.run.stability);
        figures.result(record.totals());
        for question in &record.questions {
            let mut ideas: Vec<&str> = Vec::new();
            let themes = record.themes.iter().filter(|theme| theme.question_id == question.question_id);
            let themes: Vec<_> = themes.map(|theme| &theme.theme_id).collect();
            let within = |idea: &&crate::record::IdeaRow| idea.theme_id.as_ref().is_some_and(|id| themes.contains(&id));
            ideas.extend(record.ideas.iter().filter(within).map(|idea| idea.contribution_id.as_str()));
            let many = ideas.len();
            ideas.sort_unstable();
            ideas.dedup();
            figures.question(question.question_id.as_str(), [themes.len(), many, ideas.len()]);
        }
        figures.people(recount(gestures, record), record.run.curated());
        figures.days(gestures);
        figures.coding(codes);
        figures
    }

    /// A figure by its name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A whole number by its name; zero for one that is not there.
    pub fn number(&self, name: &str) -> usize {
        self.get(name).and_then(|value| value.parse().ok()).unwrap_or_default()
    }

    /// Names and values, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Adds a figure.
    pub fn note(&mut self, name: impl Into<String>, value: impl Display) {
        self.0.insert(name.into(), value.to_string());
    }

    fn all<T: Display>(&mut self, under: &str, figures: impl IntoIterator<Item = (&'static str, T)>) {
        for (name, value) in figures {
            self.note(format!("{under}.{name}"), value);
        }
    }

    fn received(&mut self, states: impl Iterator<Item = State>) {
        let mut counts: BTreeMap<State, usize> = State::ALL.iter().map(|state| (*state, 0)).collect();
        for state in states {
            *counts.entry(state).or_default() += 1;
        }
        self.note("received.contributions", counts.values().sum::<usize>());
        self.all("received", counts.into_iter().map(|(state, count)| (state.as_str(), count)));
    }

    fn machine(&mut self, seconds: f64, stability: f64) {
        self.note("machine.seconds", format!("{seconds:.1}"));
        self.note("machine.stability", format!("{stability:.2}"));
    }

    fn result(&mut self, totals: Totals) {
        self.all("result", totals.named());
    }

    fn question(&mut self, id: &str, [themes, ideas, contributions]: [usize; 3]) {
        self.all(id, [("themes", themes), ("ideas", ideas), ("contributions", contributions)]);
    }

    /// What the machine had found; and, where people came after it, what they changed.
    fn people(&mut self, trace: Trace, curated: bool) {
        const FOUND: [&str; 3] = ["ideas", "themes", "propositions"];
        for (name, count) in trace.named() {
            if FOUND.contains(&name) {
                self.note(format!("machine.{name}"), count);
            } else if curated {
                self.note(format!("people.{name}"), count);
            }
        }
        if curated {
            self.note("people.ideas_as_found", trace.ideas_as_found());
        }
    }

    /// The first day of classing, and the last one where it is another.
    fn days(&mut self, gestures: &[GestureRow]) {
        let days = || gestures.iter().map(|row| &row.day);
        let (first, last) = (days().min(), days().max().filter(|last| Some(*last) != days().min()));
        let ends = [("first", first), ("last", last)];
        self.all("people", ends.into_iter().filter_map(|(name, day)| Some((name, day?))));
    }

    fn coding(&mut self, codes: &[CodeRow]) {
        let as_said = coded(codes, false);
        if !as_said.is_empty() {
            self.note("coding.samples", as_said.len());
        }
        for (one, said) in coded(codes, true).iter().zip(&as_said) {
            self.sample(one, Agreement::of(&said.sample, &said.said).whole.value);
        }
    }

    fn sample(&mut self, one: &Coded, as_said: Option<f64>) {
        let found = Agreement::of(&one.sample, &one.said);
        let sample = format!("coding.{}", one.number);
        let divided = found.lines.iter().filter(|line| line.divides_people());
        let alone = found.lines.iter().filter(|line| line.divides() && !line.divides_people());
        let left = found.lines.iter().filter(|line| line.divides() && !one.settled.contains(&line.idea)).count();
        self.all(
            &sample,
            [
                ("ideas", one.sample.ideas.len()),
                ("coders", one.sample.coders.len()),
                ("codes", one.said.len()),
                ("divided", divided.count()),
                ("engine_alone", alone.count()),
                ("left", left),
                ("settled", found.lines.iter().filter(|line| line.divides()).count() - left),
            ],
        );
        self.alpha(&format!("{sample}.whole"), &found.whole);
        let as_said = rounded(as_said).filter(|said| Some(said) != rounded(found.whole.value).as_ref());
        self.all(&sample, as_said.map(|alpha| ("as_said", alpha)));
        for pair in &found.pairs {
            self.pair(&format!("{sample}.between"), one, pair);
        }
        for of in &found.codes {
            self.alpha(&format!("{sample}.{}", of.code), &of.alpha);
        }
    }

    fn alpha(&mut self, under: &str, alpha: &Alpha) {
        let bounds = alpha.interval;
        self.note(format!("{under}.ideas"), alpha.ideas);
        let values = [
            ("alpha", alpha.value),
            ("low", bounds.map(|bounds| bounds.0)),
            ("high", bounds.map(|bounds| bounds.1)),
            ("with_engine", alpha.with_engine),
        ];
        self.all(under, values.into_iter().filter_map(|(name, value)| Some((name, rounded(value)?))));
    }

    fn pair(&mut self, under: &str, one: &Coded, pair: &Pair) {
        let letter = |at: usize| one.sample.coders.get(at).map(|coder| coder.as_str().to_owned()).unwrap_or_default();
        let under = format!("{under}.{}.{}", letter(pair.one), pair.other.map_or_else(|| super::ENGINE.into(), letter));
        self.all(&under, [("both", pair.both), ("same", pair.same)]);
        self.all(&under, rounded(pair.alpha).map(|alpha| ("alpha", alpha)));
    }
}

/// As `run.json` has it, so that both are rounded from the same.
fn as_written(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// Two decimals, as α is told; no zero below zero.
fn rounded(alpha: Option<f64>) -> Option<String> {
    alpha.map(|alpha| format!("{alpha:.2}")).map(|text| if text == "-0.00" { "0.00".into() } else { text })
}
