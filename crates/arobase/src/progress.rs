//! The engine's stages before the eyes of the user: on standard error, and only if someone looks.

use crate::clock::Stopwatch;
use arobase_domain::{Lang, StageRecord};
use arobase_funnel::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// Each stage as recorded, then in French and in English.
const STAGES: &[(&str, &str, &str)] = &[
    ("read", "lecture", "reading"),
    ("load", "chargement de l’encodeur", "loading the encoder"),
    ("segment", "découpage en idées", "cutting into ideas"),
    ("duplicates", "doublons et campagnes", "duplicates and campaigns"),
    ("vectors", "sens des idées", "meaning of ideas"),
    ("themes", "thèmes", "themes"),
    ("questions", "questions structurantes", "structuring questions"),
    ("propositions", "propositions", "propositions"),
    ("study", "étude des thèmes", "study of the themes"),
];

/// A bar that fills stage by stage, and the record of each.
pub(crate) struct Bars {
    bar: ProgressBar,
    lang: Lang,
    watch: Stopwatch,
    stages: Vec<StageRecord>,
}

impl Bars {
    /// In French; hidden when standard error is not a terminal.
    pub(crate) fn new() -> Self {
        Self::speaking(Lang::Fr)
    }

    /// In the language given.
    pub(crate) fn speaking(lang: Lang) -> Self {
        let bar = ProgressBar::with_draw_target(Some(STAGES.len() as u64), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{bar:28} {msg}") {
            bar.set_style(style.progress_chars("@@·"));
        }
        let bars = Self { bar, lang, watch: Stopwatch::start(), stages: Vec::new() };
        bars.show(0);
        bars.bar.enable_steady_tick(Duration::from_millis(120));
        bars
    }

    /// The files have been read.
    pub(crate) fn read(&mut self, rows: usize, broken: usize) {
        self.done("read", &[("rows", rows), ("broken", broken)]);
    }

    /// What was done before the engine starts: loading, since the stage before.
    pub(crate) fn begin(&mut self, contributions: usize) {
        self.done("load", &[("contributions", contributions)]);
    }

    /// Tells something above the bar, whether or not the bar is seen.
    #[expect(clippy::print_stderr, reason = "the person who launched the command reads it there")]
    pub(crate) fn aside(&self, lines: &[String]) {
        self.bar.suspend(|| lines.iter().for_each(|line| eprintln!("{line}")));
    }

    /// Clears the bar and gives the record of the stages.
    pub(crate) fn finish(self) -> Vec<StageRecord> {
        self.bar.finish_and_clear();
        self.stages
    }

    /// So many stages are over; the next one has begun.
    fn show(&self, over: usize) {
        self.bar.set_position(over as u64);
        if let Some((_, french, english)) = STAGES.get(over) {
            self.bar.set_message(if self.lang == Lang::Fr { *french } else { *english });
        }
    }
}

impl Progress for Bars {
    fn done(&mut self, name: &'static str, counts: &[(&'static str, usize)]) {
        let counts = counts.iter().map(|&(what, count)| (what.to_owned(), count as u64)).collect();
        self.stages.push(StageRecord { name: name.to_owned(), counts, seconds: self.watch.lap().as_secs_f64() });
        if let Some(at) = STAGES.iter().position(|(stage, _, _)| *stage == name) {
            self.show(at + 1);
        }
    }
}
