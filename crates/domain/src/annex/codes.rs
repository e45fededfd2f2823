//! `codes.csv`: what each coder of a closed sample said of each idea, the engine among them, and what was decided since.

use super::{ENGINE, Letters};
use crate::coding::{Code, Drawn, Followed, Said, Sample};
use crate::id::{IdeaId, MemberId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who decides where codes differ.
const SETTLED: &str = "settled";

/// What one coder said of one idea.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRow {
    /// The sample, from 1 in the order in which they were drawn.
    pub sample: u32,
    /// What its draws were made of: the interval of α is drawn from it again.
    pub seed: String,
    /// The idea.
    pub idea_id: IdeaId,
    /// A letter, `engine`, or `settled` for what was decided.
    pub by: String,
    /// What was said: a theme, or `to_sort`, `off_topic`, `empty`; nothing where the engine had no word of its own.
    pub code: String,
    /// The same once the themes that were merged since are followed: what α is made from.
    pub now: String,
}

/// The rows of the sample of this number, in the order in which its ideas were read.
pub fn codes(
    (number, sample): (u32, &Sample),
    said: &[Said],
    settled: &BTreeMap<IdeaId, Code>,
    followed: &Followed,
    letters: &Letters<'_>,
) -> Vec<CodeRow> {
    let told: BTreeMap<(&IdeaId, &MemberId), &Code> =
        said.iter().map(|one| ((&one.idea, &one.coder), &one.code)).collect();
    let row = |idea: &IdeaId, by: &str, code: Option<&Code>| CodeRow {
        sample: number,
        seed: sample.seed.clone(),
        idea_id: idea.clone(),
        by: by.to_owned(),
        code: code.map(ToString::to_string).unwrap_or_default(),
        now: code.map(|code| followed.code(code).to_string()).unwrap_or_default(),
    };
    let of_idea = |Drawn { idea, engine }: &Drawn| {
        let people = sample.coders.iter().filter_map(|coder| Some((coder, *told.get(&(idea, coder))?)));
        let people = people.map(|(coder, code)| row(idea, &letters.letter(coder.as_str()), Some(code)));
        let decided = settled.get(idea).map(|code| row(idea, SETTLED, Some(code)));
        [row(idea, ENGINE, engine.as_ref())].into_iter().chain(people).chain(decided).collect::<Vec<_>>()
    };
    sample.ideas.iter().flat_map(of_idea).collect()
}

/// A sample as `codes.csv` tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coded {
    /// Its number.
    pub number: u32,
    /// Its ideas and its coders, each under a letter.
    pub sample: Sample,
    /// What was said.
    pub said: Vec<Said>,
    /// Ideas of which something was decided.
    pub settled: BTreeSet<IdeaId>,
}

/// The samples of a table, their codes as they were said or, when `now`, as they count since themes were merged.
pub fn coded(rows: &[CodeRow], now: bool) -> Vec<Coded> {
    let mut samples: BTreeMap<u32, Coded> = BTreeMap::new();
    for row in rows {
        let one = samples.entry(row.sample).or_default();
        one.number = row.sample;
        one.sample.seed.clone_from(&row.seed);
        let (coder, code) =
            (MemberId::new(row.by.as_str()), if now { &row.now } else { &row.code }.parse::<Code>().ok());
        match (row.by.as_str(), code) {
            (ENGINE, engine) => one.sample.ideas.push(Drawn { idea: row.idea_id.clone(), engine }),
            (SETTLED, _) => drop(one.settled.insert(row.idea_id.clone())),
            (_, Some(code)) => {
                if !one.sample.coders.contains(&coder) {
                    one.sample.coders.push(coder.clone());
                    one.sample.coders.sort();
                }
                one.said.push(Said { coder, idea: row.idea_id.clone(), code });
            }
            (_, None) => {}
        }
    }
    samples.into_values().collect()
}
