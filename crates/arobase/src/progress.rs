//! The engine's stages before the eyes of the user: on standard error, and only if someone looks.

use crate::clock::Stopwatch;
use crate::shelf::{Found, Shelf};
use arobase_domain::{Lang, StageRecord};
use arobase_funnel::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A stage as recorded, as shown, and its usual share of the time of a run (thirty thousand answers, out of a hundred).
struct Stage {
    name: &'static str,
    french: &'static str,
    english: &'static str,
    share: f64,
}

const fn stage(name: &'static str, french: &'static str, english: &'static str, share: f64) -> Stage {
    Stage { name, french, english, share }
}

const STAGES: &[Stage] = &[
    stage("read", "lecture", "reading", 1.0),
    stage("load", "chargement de l’encodeur", "loading the encoder", 0.0),
    stage("segment", "découpage en idées", "cutting into ideas", 16.0),
    stage("duplicates", "doublons et campagnes", "duplicates and campaigns", 1.0),
    stage("vectors", "sens des idées", "meaning of ideas", 46.0),
    stage("themes", "thèmes", "themes", 17.0),
    stage("questions", "questions structurantes", "structuring questions", 1.0),
    stage("propositions", "propositions", "propositions", 16.0),
    stage("study", "étude des thèmes", "study of the themes", 2.0),
];

/// Steps of the bar, and from when on the time left is told: before, it would be a guess.
const STEPS: f64 = 1000.0;
const TOLD_FROM: Duration = Duration::from_secs(4);

/// A bar that fills stage by stage, and the record of each.
pub(crate) struct Bars {
    bar: ProgressBar,
    lang: Lang,
    watch: Stopwatch,
    whole: Stopwatch,
    stages: Vec<StageRecord>,
    shelf: Option<Shelf>,
    /// What was found on the shelf has been told.
    told: bool,
}

impl Bars {
    /// In French; hidden when standard error is not a terminal.
    pub(crate) fn new() -> Self {
        Self::speaking(Lang::Fr)
    }

    /// Shown to nobody: the record alone.
    pub(crate) fn silent() -> Self {
        Self::drawn(Lang::Fr, ProgressDrawTarget::hidden())
    }

    /// In the language given.
    pub(crate) fn speaking(lang: Lang) -> Self {
        Self::drawn(lang, ProgressDrawTarget::stderr())
    }

    fn drawn(lang: Lang, target: ProgressDrawTarget) -> Self {
        let bar = ProgressBar::with_draw_target(Some(STEPS as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:28} {msg}") {
            bar.set_style(style.progress_chars("@@·"));
        }
        let (watch, whole) = (Stopwatch::start(), Stopwatch::start());
        let bars = Self { bar, lang, watch, whole, stages: Vec::new(), shelf: None, told: false };
        bars.show(0, 0.0);
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

    /// Costly stages are kept on this shelf, and those that lie there are not made again.
    pub(crate) fn keep_on(&mut self, shelf: Option<Shelf>) {
        self.shelf = shelf;
    }

    /// Tells once what the shelf holds, or cannot hold.
    fn tell(&mut self, french: &str, english: &str) {
        if !self.told {
            self.aside(&[if self.lang == Lang::Fr { french } else { english }.to_owned()]);
        }
        self.told = true;
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

    /// So many stages are over; the next one has gone so far, from 0 to 1.
    fn show(&self, over: usize, within: f64) {
        let Some(stage) = STAGES.get(over) else { return };
        let all: f64 = STAGES.iter().map(|stage| stage.share).sum();
        let done = (STAGES[..over].iter().map(|stage| stage.share).sum::<f64>() + within * stage.share) / all;
        self.bar.set_position((done * STEPS) as u64);
        let name = if self.lang == Lang::Fr { stage.french } else { stage.english };
        self.bar.set_message(format!("{name}{}", left(self.whole.elapsed(), done, self.lang)));
    }
}

/// What the time so far and the share of the work that it did say of the time left.
fn left(spent: Duration, done: f64, lang: Lang) -> String {
    if spent < TOLD_FROM || done < 0.05 {
        return String::new();
    }
    let seconds = spent.as_secs_f64() * (1.0 - done) / done;
    let about = match (seconds < 90.0, lang) {
        (true, Lang::Fr) => format!("{:.0}\u{a0}s environ", (seconds / 10.0).ceil() * 10.0),
        (true, Lang::En) => format!("about {:.0} s", (seconds / 10.0).ceil() * 10.0),
        (false, Lang::Fr) => format!("{:.0}\u{a0}min environ", (seconds / 60.0).ceil()),
        (false, Lang::En) => format!("about {:.0} min", (seconds / 60.0).ceil()),
    };
    if lang == Lang::Fr { format!(", encore {about}") } else { format!(", {about} left") }
}

impl Progress for Bars {
    fn done(&mut self, name: &'static str, counts: &[(&'static str, usize)]) {
        let counts = counts.iter().map(|&(what, count)| (what.to_owned(), count as u64)).collect();
        self.stages.push(StageRecord { name: name.to_owned(), counts, seconds: self.watch.lap().as_secs_f64() });
        if let Some(at) = STAGES.iter().position(|stage| stage.name == name) {
            self.show(at + 1, 0.0);
        }
    }

    fn within(&mut self, name: &'static str, share: f64) {
        if let Some(at) = STAGES.iter().position(|stage| stage.name == name) {
            self.show(at, share);
        }
    }

    fn recall(&mut self, stage: &'static str) -> Option<Vec<u8>> {
        match self.shelf.as_ref()?.take(stage) {
            Found::Kept(content) => {
                self.tell(
                    "Reprise d’un calcul interrompu\u{a0}: ce qui était fait n’est pas refait.",
                    "Going on from an interrupted run: what was done is not done again.",
                );
                Some(content)
            }
            Found::Foreign => {
                self.tell(
                    "Ce qu’un calcul interrompu a laissé est abîmé, ou d’un autre calcul\u{a0}: tout est refait.",
                    "What an interrupted run left is damaged, or of another run: everything is done again.",
                );
                None
            }
            Found::Nothing => None,
        }
    }

    fn keep(&mut self, stage: &'static str, content: &dyn Fn() -> Vec<u8>) {
        let Some(shelf) = &self.shelf else { return };
        // A disk too full for a stage may still hold the results.
        if shelf.put(stage, &content()).is_err() {
            self.shelf = None;
            self.tell(
                "Les étapes ne peuvent pas être gardées\u{a0}: interrompu, le calcul serait à refaire.",
                "Stages cannot be kept: interrupted, this run would have to be done again.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_when_it_is_known() {
        let after = |seconds, done, lang| left(Duration::from_secs(seconds), done, lang);
        assert_eq!(after(2, 0.5, Lang::Fr), "");
        assert_eq!(after(60, 0.01, Lang::Fr), "");
        assert_eq!(after(30, 0.5, Lang::Fr), ", encore 30\u{a0}s environ");
        assert_eq!(after(120, 0.25, Lang::Fr), ", encore 6\u{a0}min environ");
        assert_eq!(after(120, 0.25, Lang::En), ", about 6 min left");
    }
}
