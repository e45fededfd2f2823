//! What the codes of a sample tell: how far people agree, on what, with whom, and where not.

use super::{Code, Said, Sample, alpha, interval};
use crate::id::{IdeaId, MemberId};
use std::collections::{BTreeMap, BTreeSet};

/// From this α on, agreement is good; from [`TENTATIVE`] on, it allows tentative conclusions (Krippendorff 2018, chapter 12).
const GOOD: f64 = 0.8;

/// See [`GOOD`].
const TENTATIVE: f64 = 0.667;

/// What is read of an α.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The codebook does its work.
    Good,
    /// What rests on it is to be said with care.
    Tentative,
    /// The definition is to be written again.
    Weak,
    /// Nothing to tell it from.
    Unknown,
}

/// An α, how sure it is, and from how much.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Alpha {
    /// Among people; absent where everyone always says the same.
    pub value: Option<f64>,
    /// Between which bounds 95 % of redrawn samples have it.
    pub interval: Option<(f64, f64)>,
    /// The same with the engine as one coder more.
    pub with_engine: Option<f64>,
    /// Ideas that it is made from; for a theme, those that someone puts there.
    pub ideas: usize,
}

/// An idea, with what each says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The idea.
    pub idea: IdeaId,
    /// What each coder says, in the order of the sample's; absent where they have not.
    pub people: Vec<Option<Code>>,
    /// What the engine says.
    pub engine: Option<Code>,
}

/// How far two coders agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// One, by their place among the sample's coders.
    pub one: usize,
    /// The other; absent for the engine.
    pub other: Option<usize>,
    /// Their α.
    pub alpha: Option<f64>,
    /// Ideas that both have coded.
    pub both: usize,
    /// Those of which they say the same.
    pub same: usize,
}

/// How far people agree on one code.
#[derive(Debug, Clone, PartialEq)]
pub struct OfCode {
    /// The code.
    pub code: Code,
    /// Whether it is said or not said: every other code counts for one (Krippendorff 2018, chapter 12, reliability of single values).
    pub alpha: Alpha,
}

/// What the codes of a sample tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// On all codes.
    pub whole: Alpha,
    /// Code by code.
    pub codes: Vec<OfCode>,
    /// Between each two, the engine last.
    pub pairs: Vec<Pair>,
    /// Every idea, in the order of the sample.
    pub lines: Vec<Line>,
}

impl Agreement {
    /// What is told by `said`, of which only what is about the sample counts.
    pub fn of(sample: &Sample, said: &[Said]) -> Self {
        let lines = Line::all(sample, said);
        let people = units(&lines, |line| line.people().cloned().collect());
        let all = units(&lines, |line| line.everyone().cloned().collect());
        let whole = Alpha {
            value: alpha(&people),
            interval: interval(&people, &sample.seed),
            with_engine: alpha(&all),
            ideas: people.iter().filter(|codes| codes.len() > 1).count(),
        };
        let codes: BTreeSet<&Code> = lines.iter().flat_map(Line::everyone).collect();
        let codes = codes.into_iter().map(|code| OfCode::new(code, &lines, &sample.seed)).collect();
        Self { whole, codes, pairs: pairs(sample.coders.len(), &lines), lines }
    }
}

impl Line {
    fn all(sample: &Sample, said: &[Said]) -> Vec<Self> {
        let said: BTreeMap<(&IdeaId, &MemberId), &Code> =
            said.iter().map(|one| ((&one.idea, &one.coder), &one.code)).collect();
        let people = |idea| sample.coders.iter().map(|coder| said.get(&(idea, coder)).copied().cloned()).collect();
        let ideas = sample.ideas.iter();
        ideas
            .map(|one| Self { idea: one.idea.clone(), people: people(&one.idea), engine: one.engine.clone() })
            .collect()
    }

    /// What people say.
    pub fn people(&self) -> impl Iterator<Item = &Code> {
        self.people.iter().flatten()
    }

    /// What people and the engine say.
    pub fn everyone(&self) -> impl Iterator<Item = &Code> {
        self.people().chain(&self.engine)
    }

    /// Whether people do not all say the same of it.
    pub fn divides_people(&self) -> bool {
        self.people().any(|code| Some(code) != self.people().next())
    }

    /// Whether people, or people and the engine, do not all say the same of it.
    pub fn divides(&self) -> bool {
        self.people().next().is_some() && self.everyone().any(|code| Some(code) != self.everyone().next())
    }

    /// What is said of it, most said first, with how often people say it.
    pub fn choices(&self) -> Vec<(&Code, usize)> {
        let codes: BTreeSet<&Code> = self.everyone().collect();
        let times = |code: &Code| self.people().filter(|said| *said == code).count();
        let mut choices: Vec<(&Code, usize)> = codes.into_iter().map(|code| (code, times(code))).collect();
        choices.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
        choices
    }
}

impl OfCode {
    fn new(code: &Code, lines: &[Line], seed: &str) -> Self {
        let people = units(lines, |line| line.people().map(|said| said == code).collect());
        let all = units(lines, |line| line.everyone().map(|said| said == code).collect());
        let alpha = Alpha {
            value: alpha(&people),
            interval: interval(&people, seed),
            with_engine: alpha(&all),
            ideas: people.iter().filter(|said| said.contains(&true)).count(),
        };
        Self { code: code.clone(), alpha }
    }
}

fn units<T>(lines: &[Line], of: impl Fn(&Line) -> Vec<T>) -> Vec<Vec<T>> {
    lines.iter().map(of).collect()
}

/// Each two coders, then each with the engine.
fn pairs(coders: usize, lines: &[Line]) -> Vec<Pair> {
    let people = (0..coders).flat_map(|one| (one + 1..coders).map(move |other| (one, Some(other))));
    let with_engine = (0..coders).map(|one| (one, None));
    people.chain(with_engine).map(|(one, other)| Pair::new(one, other, lines)).collect()
}

impl Pair {
    fn new(one: usize, other: Option<usize>, lines: &[Line]) -> Self {
        let both = |line: &Line| {
            let second = other.map_or(&line.engine, |other| &line.people[other]);
            Some(vec![line.people[one].clone()?, second.clone()?])
        };
        let both: Vec<Vec<Code>> = lines.iter().filter_map(both).collect();
        let same = both.iter().filter(|codes| codes[0] == codes[1]).count();
        Self { one, other, alpha: alpha(&both), both: both.len(), same }
    }
}

impl Alpha {
    /// What is read of it.
    pub fn reading(&self) -> Reading {
        match self.value {
            None => Reading::Unknown,
            Some(alpha) if alpha >= GOOD => Reading::Good,
            Some(alpha) if alpha >= TENTATIVE => Reading::Tentative,
            Some(_) => Reading::Weak,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coding::Drawn;
    use crate::id::ThemeId;

    /// Ideas in columns; one row a coder, the last one the engine's. A figure is a theme, `x` hors sujet, a dot nothing.
    fn agreement(rows: &[&str]) -> Agreement {
        let code = |letter: char| match letter {
            '.' => None,
            'x' => Some(Code::OffTopic),
            figure => Some(Code::Theme(ThemeId::new(format!("t{figure}")))),
        };
        let (engine, people) = rows.split_last().expect("an engine");
        let idea = |at: usize| IdeaId::new(format!("{at}.1"));
        let coder = |at: usize| MemberId::new(format!("m{at}"));
        let ideas = engine.chars().enumerate().map(|(at, said)| Drawn { idea: idea(at), engine: code(said) });
        let sample = Sample {
            coders: (0..people.len()).map(coder).collect(),
            ideas: ideas.collect(),
            seed: "seed".into(),
            ..Sample::default()
        };
        let said = people.iter().enumerate().flat_map(|(by, row)| {
            let said = row.chars().enumerate();
            said.filter_map(move |(at, letter)| Some(Said { coder: coder(by), idea: idea(at), code: code(letter)? }))
        });
        let stranger = Said { coder: MemberId::new("other"), idea: idea(0), code: Code::Empty };
        Agreement::of(&sample, &said.chain([stranger]).collect::<Vec<_>>())
    }

    fn rounded(alpha: Option<f64>) -> Option<i32> {
        alpha.map(|alpha| (alpha * 1_000.0).round() as i32)
    }

    #[test]
    fn the_engine_is_one_coder_more() {
        let found = agreement(&["1122x", "1121x", "1222x"]);
        assert_eq!(found.whole.ideas, 5);
        // n = 10, like 8, 5 ones, 3 twos, 2 x: 1 − 9 × 2 / (100 − 38).
        assert_eq!(rounded(found.whole.value), Some(710));
        // n = 15; the third idea and the first are unanimous, two ideas are 2 to 1: like 3 + 1 + 3 + 1 + 3; 6 ones, 6 twos, 3 x:
        // 1 − 14 × 4 / (225 − 81).
        assert_eq!(rounded(found.whole.with_engine), Some(611));
        let engine: Vec<(usize, usize, usize)> = found
            .pairs
            .iter()
            .filter(|pair| pair.other.is_none())
            .map(|pair| (pair.one, pair.both, pair.same))
            .collect();
        assert_eq!(engine, [(0, 5, 4), (1, 5, 3)]);
        assert_eq!(found.pairs.len(), 3);
        assert_eq!(found.whole.reading(), Reading::Tentative);
    }

    #[test]
    fn a_code_is_measured_against_all_others() {
        let found = agreement(&["1122x", "1121x", "....."]);
        let of = |code: &str| found.codes.iter().find(|of| of.code.as_str() == code).expect("said").alpha;
        assert_eq!((of("off_topic").value, of("off_topic").ideas), (Some(1.0), 1));
        // 5 ones and 5 others, one pair of five apart: 1 − 9 × 2 / (100 − 50).
        assert_eq!((rounded(of("t1").value), of("t1").ideas), (Some(640), 3));
        assert_eq!(of("t1").reading(), Reading::Weak);
        assert_eq!(found.codes.len(), 3);
    }

    #[test]
    fn what_divides_is_told_apart() {
        let found = agreement(&["112.1.", "1211..", "11222."]);
        let told = |of: &dyn Fn(&Line) -> bool| -> Vec<usize> { (0..6).filter(|&at| of(&found.lines[at])).collect() };
        assert_eq!(told(&Line::divides_people), [1, 2]);
        assert_eq!(told(&Line::divides), [1, 2, 3, 4]);
        let choices: Vec<(String, usize)> =
            found.lines[2].choices().iter().map(|(code, times)| (code.to_string(), *times)).collect();
        assert_eq!(choices, [("t1".into(), 1), ("t2".into(), 1)]);
        assert_eq!(found.lines[3].choices().first().map(|(code, _)| code.as_str()), Some("t1"), "people come first");
    }

    #[test]
    fn codes_that_are_missing_are_no_disagreement() {
        let found = agreement(&["11..", "1122", "...."]);
        assert_eq!((found.whole.ideas, found.whole.value), (2, None), "nothing varies among what two have read");
        assert_eq!(found.whole.reading(), Reading::Unknown);
        assert!(found.lines.iter().all(|line| !line.divides()));
    }
}
