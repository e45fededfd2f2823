//! Where everything stands, in two measures: `along` the flow and `across` it. One idea has the same breadth from the ideas to the propositions.

use super::figure::{FunnelFigure, IdeaCounts};
use arobase_domain::{IdeaStatus, QuestionId};

/// A stretch across the flow.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Bar {
    pub(crate) at: f64,
    pub(crate) len: f64,
}

impl Bar {
    pub(crate) fn end(self) -> f64 {
        self.at + self.len
    }

    pub(crate) fn middle(self) -> f64 {
        self.at + self.len / 2.0
    }
}

/// A node of a column: which one of the figure, its question (from 0), its place, and where its ideas leave the column before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Node {
    pub(super) index: usize,
    pub(super) question: usize,
    pub(super) bar: Bar,
    pub(super) from: Bar,
}

/// The measures that the two drawings do not share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Middle of every column, across.
    pub(super) middle: f64,
    /// Breadth of the contributions.
    pub(super) mouth: f64,
    /// Breadth of all the ideas.
    pub(super) ideas: f64,
    /// Between two themes; between two questions; all the gaps of a column together.
    pub(super) gaps: (f64, f64, f64),
    /// The least breadth of a proposition: few ideas may ask for it, and it must still be counted at a glance.
    pub(super) proposition: f64,
    /// What a question's words need.
    pub(super) slot: f64,
    /// Whether what leaves stands before or after what goes on.
    pub(super) leaving_first: bool,
}

/// Everything placed.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) contributions: Bar,
    pub(super) ideas: Bar,
    pub(super) classed: Bar,
    pub(super) leaving: Vec<(IdeaStatus, usize, Bar)>,
    pub(super) themes: Vec<Node>,
    pub(super) questions: Vec<Bar>,
    pub(super) into_questions: Vec<Bar>,
    pub(super) propositions: Vec<Node>,
}

impl Layout {
    /// Where each stream that leaves comes to rest, from the first one's edge on: far enough apart for their words.
    pub(super) fn resting(&self) -> impl Iterator<Item = f64> {
        self.leaving.iter().scan(0.0, |next, &(_, _, bar)| {
            let words = ((WORDS - bar.len) / 2.0).max(0.0);
            let at = *next + words;
            *next = at + bar.len + words.max(3.0);
            Some(at)
        })
    }
}

/// What one line of words needs, across the wide drawing and down the tall one.
const WORDS: f64 = 18.0;

/// The least breadth that is still seen.
const LEAST: f64 = 1.0;

/// A theme or a proposition before it has a place.
#[derive(Debug, Clone, Copy)]
struct Item {
    index: usize,
    question: usize,
    len: f64,
}

impl Frame {
    pub(super) fn place(self, figure: &FunnelFigure) -> Layout {
        let breadth = |ideas: usize| self.ideas * ideas as f64 / figure.ideas.total().max(1) as f64;
        let rank = |id: &QuestionId| figure.questions.iter().position(|question| question.id == *id);
        let themes = sorted(figure.themes.iter().map(|theme| (rank(&theme.question), breadth(theme.ideas))));
        let asked = sorted(figure.propositions.iter().map(|one| (rank(&one.question), breadth(one.ideas))));

        let mut layout = Layout { contributions: self.centred(self.mouth), ..Layout::default() };
        self.place_ideas(figure.ideas, &breadth, &mut layout);
        let bars = self.stack(&themes, LEAST);
        let from = shares(layout.classed, &themes);
        layout.themes = nodes(&themes, &bars, &from);
        layout.questions =
            self.stack_questions(&figure.questions.iter().map(|one| breadth(one.ideas)).collect::<Vec<_>>());
        layout.into_questions = per_question(&layout.questions, &themes, shares);
        let bars = self.stack(&asked, self.proposition);
        layout.propositions = nodes(&asked, &bars, &per_question(&layout.questions, &asked, centred_shares));
        layout
    }

    fn centred(self, len: f64) -> Bar {
        Bar { at: self.middle - len / 2.0, len }
    }

    fn place_ideas(self, counts: IdeaCounts, breadth: &dyn Fn(usize) -> f64, layout: &mut Layout) {
        let leaving = IdeaCounts::LEAVING.map(|status| (status, counts.get(status)));
        let leaving: Vec<_> = leaving.into_iter().filter(|&(_, count)| count > 0).collect();
        let left: f64 = leaving.iter().map(|&(_, count)| breadth(count).max(LEAST)).sum();
        let classed = breadth(counts.classed);
        layout.ideas = self.centred(classed + left);
        let start = layout.ideas.at;
        layout.classed = Bar { at: if self.leaving_first { start + left } else { start }, len: classed };
        let mut at = if self.leaving_first { start } else { start + classed };
        for (status, count) in leaving {
            let bar = Bar { at, len: breadth(count).max(LEAST) };
            layout.leaving.push((status, count, bar));
            at = bar.end();
        }
    }

    /// Bars one after the other, wider apart where the question changes; narrower than true only when they would not fit.
    fn stack(self, items: &[Item], least: f64) -> Vec<Bar> {
        let (small, large, most) = self.gaps;
        let wish: Vec<f64> =
            items.windows(2).map(|pair| if pair[0].question == pair[1].question { small } else { large }).collect();
        let gaps = squeezed(wish, most);
        let room = self.mouth - gaps.iter().sum::<f64>();
        self.lay(&squeezed(items.iter().map(|item| item.len.max(least)).collect(), room), &gaps)
    }

    /// The questions, with room for their words as long as there is some.
    fn stack_questions(self, lens: &[f64]) -> Vec<Bar> {
        let lens = squeezed(lens.iter().map(|len| len.max(LEAST)).collect(), self.mouth * 0.8);
        let apart = |pair: &[f64]| (self.slot - f64::midpoint(pair[0], pair[1])).max(self.gaps.1);
        let gaps = squeezed(lens.windows(2).map(apart).collect(), self.mouth - lens.iter().sum::<f64>());
        self.lay(&lens, &gaps)
    }

    fn lay(self, lens: &[f64], gaps: &[f64]) -> Vec<Bar> {
        let mut at = self.centred(lens.iter().chain(gaps).sum()).at;
        let gaps = gaps.iter().copied().chain([0.0]);
        lens.iter()
            .zip(gaps)
            .map(|(&len, gap)| {
                let bar = Bar { at, len };
                at += len + gap;
                bar
            })
            .collect()
    }
}

/// Scales down what is more than `most` together.
fn squeezed(lens: Vec<f64>, most: f64) -> Vec<f64> {
    let whole: f64 = lens.iter().sum();
    if whole <= most { lens } else { lens.into_iter().map(|len| len * most / whole).collect() }
}

fn sorted(items: impl Iterator<Item = (Option<usize>, f64)>) -> Vec<Item> {
    let known = items.enumerate().filter_map(|(index, (question, len))| Some(Item { index, question: question?, len }));
    let mut items: Vec<_> = known.collect();
    items.sort_by_key(|item| item.question);
    items
}

fn nodes(items: &[Item], bars: &[Bar], from: &[Bar]) -> Vec<Node> {
    let places = bars.iter().zip(from);
    let node =
        |(item, (&bar, &from)): (&Item, (&Bar, &Bar))| Node { index: item.index, question: item.question, bar, from };
    items.iter().zip(places).map(node).collect()
}

/// Cuts a bar in proportion.
fn shares(bar: Bar, items: &[Item]) -> Vec<Bar> {
    let whole: f64 = items.iter().map(|item| item.len).sum();
    let scale = if whole > 0.0 { bar.len / whole } else { 0.0 };
    let mut at = bar.at;
    items
        .iter()
        .map(|item| {
            let share = Bar { at, len: item.len * scale };
            at = share.end();
            share
        })
        .collect()
}

/// Cuts the middle of a bar, at true breadth when it is enough: the ideas that ask for no selected proposition stay on both sides.
fn centred_shares(bar: Bar, items: &[Item]) -> Vec<Bar> {
    let whole: f64 = items.iter().map(|item| item.len).sum();
    let len = whole.min(bar.len);
    shares(Bar { at: bar.middle() - len / 2.0, len }, items)
}

fn per_question(questions: &[Bar], items: &[Item], cut: fn(Bar, &[Item]) -> Vec<Bar>) -> Vec<Bar> {
    let groups = items.chunk_by(|one, other| one.question == other.question);
    groups.flat_map(|group| cut(questions[group[0].question], group)).collect()
}
