//! Votes and the statements they are about: exports of Polis, old and new, and any table of participant, statement, vote.

mod cells;
mod comments;
mod layout;

use super::source::{Item, Record};
use crate::columns::Columns;
use crate::votes::{AgreeSign, Part, VoteError, VoteNotice, VoteProblem, VoteTable};
use cells::{Ballot, When};
use comments::Comment;
use layout::Layout;
use std::collections::BTreeMap;
use std::path::Path;

/// Reads votes, and the statements if their file is given.
///
/// `agree` says which number means agree. Without it, the counts of the comments tell; without these, 1 means agree in a table of ours, and an
/// export of Polis is refused ([`VoteProblem::Sign`]), for a wrong sign would turn every conclusion round. Words (`agree`, « pas d’accord ») say
/// it themselves.
pub fn read_votes(votes: &Path, comments: Option<&Path>, agree: Option<AgreeSign>) -> Result<VoteTable, VoteError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |problem| VoteError { path, problem }
    };
    let statements = comments.map(|path| comments::read(path).map_err(at(path))).transpose()?;
    let name = comments.map(|path| path.display().to_string()).unwrap_or_default();
    Gathered::read(votes).and_then(|gathered| gathered.table(statements, &name, agree)).map_err(at(votes))
}

/// The records of a file, with the names of its columns; a single one that cannot be read refuses the file.
fn records(path: &Path) -> Result<(Vec<String>, impl Iterator<Item = Result<Record, VoteProblem>>), VoteProblem> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let source = super::open(path, &name, &Columns::default(), None)?;
    let header = source.header;
    let names = header.clone();
    let records = source.items.filter_map(move |item| match item {
        Ok(Item::Record(record)) if record.cells.iter().all(String::is_empty) => None,
        Ok(Item::Record(record)) => Some(Ok(record)),
        Ok(Item::Fault(fault)) => {
            let file = super::File { name: name.clone(), header: names.clone(), ..super::File::default() };
            Some(Err(VoteProblem::Row(Box::new(file.broken(fault).holder))))
        }
        Err(problem) => Some(Err(problem.into())),
    });
    Ok((header, records))
}

/// Votes as they stand in the file, the last of each person on each statement.
#[derive(Default)]
struct Gathered {
    ballots: BTreeMap<(String, String), (When, u64, Ballot)>,
    /// Votes that a later one replaced.
    changed: usize,
    undated: bool,
    polis: bool,
}

impl Gathered {
    fn read(path: &Path) -> Result<Self, VoteProblem> {
        let (header, records) = records(path)?;
        let layout = Layout::of(header);
        let columns = [layout.needed(Part::Participant)?, layout.needed(Part::Statement)?, layout.needed(Part::Vote)?];
        let date = layout.find(Part::Date);
        let mut gathered = Self { polis: layout.is_polis(), ..Self::default() };
        for record in records {
            gathered.add(&record?, columns, date)?;
        }
        if gathered.ballots.is_empty() { Err(VoteProblem::NoVote) } else { Ok(gathered) }
    }

    /// A blank vote is no vote.
    fn add(&mut self, record: &Record, columns: [usize; 3], date: Option<usize>) -> Result<(), VoteProblem> {
        let [participant, statement, vote] = columns.map(|column| record.cells[column].trim());
        let line = record.line;
        let Some(ballot) = cells::ballot(vote).map_err(|value| unknown(line, Part::Vote, value))? else {
            return Ok(());
        };
        for (cell, part) in [(participant, Part::Participant), (statement, Part::Statement)] {
            if cell.is_empty() {
                return Err(VoteProblem::Blank { line, part });
            }
        }
        let when = date.map_or(When::Unknown, |column| When::of(&record.cells[column]));
        let undated = when == When::Unknown;
        let place = self.ballots.entry((participant.to_owned(), statement.to_owned()));
        let known = place.or_insert_with(|| (when.clone(), line, ballot));
        if known.1 != line {
            self.changed += 1;
            self.undated |= undated;
            if when >= known.0 {
                *known = (when, line, ballot);
            }
        }
        Ok(())
    }

    fn table(
        self,
        statements: Option<BTreeMap<String, Comment>>,
        comments: &str,
        agree: Option<AgreeSign>,
    ) -> Result<VoteTable, VoteProblem> {
        let known = statements.as_ref();
        let stranger = |((_, statement), _): &(&(String, String), &(When, u64, Ballot))| {
            known.is_some_and(|known| !known.contains_key(statement))
        };
        if let Some(((_, statement), (_, line, _))) = self.ballots.iter().find(stranger) {
            let (line, statement) = (*line, statement.clone());
            return Err(VoteProblem::UnknownStatement { line, statement, comments: comments.to_owned() });
        }
        let statements = statements.unwrap_or_default();
        let mut notices = Vec::new();
        let sign = self.sign(&statements, agree, &mut notices)?;
        if self.changed > 0 {
            notices.push(VoteNotice::Changed { votes: self.changed, undated: self.undated });
        }
        let votes: BTreeMap<(String, String), i8> =
            self.ballots.into_iter().map(|(pair, (_, _, ballot))| (pair, ballot.value(sign))).collect();
        let voted: std::collections::BTreeSet<&String> = votes.keys().map(|(_, statement)| statement).collect();
        let unvoted = statements.keys().filter(|statement| !voted.contains(statement)).count();
        if unvoted > 0 {
            notices.push(VoteNotice::Unvoted(unvoted));
        }
        let statements = statements.into_iter().map(|(id, comment)| (id, comment.row)).collect();
        Ok(VoteTable { votes, statements, notices })
    }

    /// Which number means agree: as asked, else as counted, else 1 in what is ours.
    fn sign(
        &self,
        statements: &BTreeMap<String, Comment>,
        asked: Option<AgreeSign>,
        notices: &mut Vec<VoteNotice>,
    ) -> Result<AgreeSign, VoteProblem> {
        let numbers = self.ballots.values().any(|(_, _, ballot)| ballot.is_signed());
        let found = if numbers { self.counted(statements) } else { None };
        match (asked, found) {
            (Some(asked), Some(found)) if asked != found => notices.push(VoteNotice::Contrary(found)),
            (None, Some(found)) => notices.push(VoteNotice::Detected(found)),
            (None, None) if numbers && self.polis => return Err(VoteProblem::Sign),
            _ => {}
        }
        Ok(asked.or(found).unwrap_or(AgreeSign::Plus))
    }

    /// The sign under which votes are nearer to the counts of the source, which are never exact; `None` when it is not much nearer.
    fn counted(&self, statements: &BTreeMap<String, Comment>) -> Option<AgreeSign> {
        let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for ((_, statement), (_, _, ballot)) in &self.ballots {
            let count = counts.entry(statement).or_default();
            count.0 += u64::from(ballot.value(AgreeSign::Plus) > 0);
            count.1 += u64::from(ballot.value(AgreeSign::Plus) < 0);
        }
        let (mut same, mut swapped) = (0, 0);
        for (id, comment) in statements {
            let (agrees, disagrees) = comment.counts?;
            let (plus, minus) = counts.get(id.as_str()).copied().unwrap_or_default();
            same += plus.abs_diff(agrees) + minus.abs_diff(disagrees);
            swapped += plus.abs_diff(disagrees) + minus.abs_diff(agrees);
        }
        match () {
            () if 2 * same < swapped => Some(AgreeSign::Plus),
            () if 2 * swapped < same => Some(AgreeSign::Minus),
            () => None,
        }
    }
}

fn unknown(line: u64, part: Part, value: &str) -> VoteProblem {
    VoteProblem::UnknownValue { line, part, value: value.to_owned() }
}
