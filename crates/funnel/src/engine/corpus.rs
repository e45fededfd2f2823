//! Stage one: contributions cut into ideas, and what each idea's words are.

use crate::bag::Bag;
use crate::expected::Expects;
use crate::ideas::{self, Cut, matching};
use crate::kinds::kinds;
use crate::outcome::{Input, Kind, Personal};
use crate::propositions::{Asked, asks};
use crate::wording::nounphrase::noun_phrases;
use crate::wording::phrasebook::Phrasebook;
use arobase_text::contentless::is_contentless;
use arobase_text::normal::Normal;
use arobase_text::personal::{self, Datum};
use arobase_text::stem::fold;
use rayon::prelude::*;

/// An idea with what its words alone tell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    pub contribution: usize,
    pub cut: Cut,
    /// Nothing is said.
    pub empty: bool,
    /// Lower case, no accent, words apart by one space; forgotten once repetitions are found.
    pub folded: String,
    /// Stems of the words that mean something.
    pub terms: Bag,
    /// What is asked, best first; phrases that would show a personal datum are left out.
    pub asked: Vec<Asked>,
    /// What it does, the surest first.
    pub kinds: Vec<(Kind, f32)>,
}

/// Every idea of every contribution, in order.
pub(super) struct Corpus {
    pub ideas: Vec<Read>,
    /// First idea of each contribution, and one past the last idea of all.
    pub starts: Vec<usize>,
    /// By contribution, then position.
    pub personal: Vec<Personal>,
}

impl Corpus {
    pub(super) fn cut(inputs: &[&Input]) -> Self {
        let (cut, personal): (Vec<Vec<Read>>, Vec<Vec<Personal>>) =
            inputs.par_iter().enumerate().map(|(at, input)| read_all(at, input)).unzip();
        let mut starts = vec![0];
        for ideas in &cut {
            starts.push(starts[starts.len() - 1] + ideas.len());
        }
        let flat = |found: Vec<Vec<Personal>>| found.into_iter().flatten().collect();
        Self { ideas: cut.into_iter().flatten().collect(), starts, personal: flat(personal) }
    }

    /// Some of the contributions, as if they had been read alone.
    pub(super) fn among(&self, contributions: &[usize]) -> Self {
        let (mut ideas, mut starts) = (Vec::new(), vec![0]);
        for (contribution, &before) in contributions.iter().enumerate() {
            let reads = self.ideas[self.of(before)].iter();
            ideas.extend(reads.map(|read| Read { contribution, folded: matching(&read.cut.text), ..read.clone() }));
            starts.push(ideas.len());
        }
        Self { ideas, starts, personal: Vec::new() }
    }

    /// Frees the folded texts, of which nothing is asked any more.
    pub(super) fn forget_folded(&mut self) {
        self.ideas.iter_mut().for_each(|idea| idea.folded = String::new());
    }

    /// Contribution of each idea.
    pub(super) fn contributions(&self) -> Vec<usize> {
        self.ideas.iter().map(|idea| idea.contribution).collect()
    }

    /// The noun phrases of each of the ideas that are `heard`, and those of the title above it; none for the others.
    pub(super) fn phrases(&self, inputs: &[&Input], heard: impl Fn(usize) -> bool + Sync) -> Phrasebook {
        Phrasebook::of(inputs.len(), |contribution| {
            let titled = noun_phrases(&inputs[contribution].title);
            let of = |idea: usize| {
                let mut found = noun_phrases(&self.ideas[idea].cut.text);
                found.extend_from_slice(&titled);
                found
            };
            self.of(contribution).map(|idea| if heard(idea) { of(idea) } else { Vec::new() }).collect()
        })
    }

    /// The ideas of one contribution.
    pub(super) fn of(&self, contribution: usize) -> std::ops::Range<usize> {
        self.starts[contribution]..self.starts[contribution + 1]
    }
}

fn read_all(contribution: usize, input: &Input) -> (Vec<Read>, Vec<Personal>) {
    let normal = Normal::of(&input.text);
    let data = personal::find(&normal);
    let cuts = ideas::cut(&input.text, &normal);
    let expects = Expects::of(input.question.as_deref());
    let reads = cuts.into_iter().map(|cut| read_one(contribution, cut, expects, &normal.text, &data)).collect();
    (reads, data.into_iter().map(|datum| Personal { contribution, datum }).collect())
}

fn read_one(contribution: usize, mut cut: Cut, expects: Expects, text: &str, data: &[Datum]) -> Read {
    let empty = cut.frame || is_contentless(&cut.text);
    let mut asked = if empty { Vec::new() } else { cut.asked() };
    let folded = matching(&cut.text);
    let asks = !empty && asks::heard(&cut.text, &cut.carried, expects, &mut asked);
    let kinds = if empty { Vec::new() } else { kinds(&cut.text, &folded, asks, expects) };
    let held =
        data.iter().filter(|datum| cut.span.contains(&datum.span.start)).map(|datum| fold(&text[datum.range.clone()]));
    for datum in held {
        asked.retain(|asked| !fold(&asked.text).contains(&datum));
        asked
            .iter_mut()
            .filter(|asked| fold(&asked.justification).contains(&datum))
            .for_each(|asked| asked.justification.clear());
    }
    Read { contribution, empty, folded, terms: Bag::of(&cut.text), asked, kinds, cut }
}
