//! From votes by name to the room that computes by index, and back.

use arobase_domain::opinions::{
    Contrast, Distinct, GroupTally, OpinionGroup, Opinions, Share, Statement, Tally, Tried, Voter,
};
use arobase_funnel::natural;
use arobase_opinion::{Counts, InGroup, Mode, Outcome, Poll, Settings, Side, Vote, analyse};
use arobase_tables::VoteTable;
use std::collections::BTreeSet;

/// Groups and figures of the votes read.
pub(crate) fn run(table: &VoteTable, settings: Settings, agree: &str) -> Opinions {
    let names = Names::of(table);
    let outcome = analyse(&names.poll(table), settings);
    let mode = if settings.mode == Mode::Polis { "polis" } else { "stable" };
    let parameters = [
        ("mode", mode.to_owned()),
        ("agree", agree.to_owned()),
        ("seed", settings.seed.to_string()),
        ("samples", settings.samples.to_string()),
    ];
    Opinions {
        voters: names.voters(&outcome),
        statements: names.statements(&outcome, table),
        groups: groups(&outcome),
        majority: outcome.majority.clone(),
        tried: outcome.candidates.iter().map(tried).collect(),
        silhouette: outcome.silhouette,
        stability: outcome.stability,
        input_hash: hash(table),
        parameters: parameters.map(|(name, value)| (name.to_owned(), value)).into(),
        versions: vec![("arobase".to_owned(), env!("CARGO_PKG_VERSION").to_owned())],
    }
}

/// Participants and statements in the natural order of their identifiers: whatever the order of rows, the same.
struct Names<'a> {
    participants: Vec<&'a str>,
    statements: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn of(table: &'a VoteTable) -> Self {
        let participants: BTreeSet<&str> = table.votes.keys().map(|(who, _)| who.as_str()).collect();
        let mut statements: BTreeSet<&str> = table.votes.keys().map(|(_, what)| what.as_str()).collect();
        statements.extend(table.statements.keys().map(String::as_str));
        let sorted = |names: BTreeSet<&'a str>| {
            let mut names: Vec<&str> = names.into_iter().collect();
            names.sort_by(|one, other| natural(one, other));
            names
        };
        Self { participants: sorted(participants), statements: sorted(statements) }
    }

    fn poll(&self, table: &VoteTable) -> Poll {
        let place = |names: &[&str], name: &str| names.binary_search_by(|one| natural(one, name)).expect("it was read");
        let votes = table.votes.iter().map(|((who, what), vote)| {
            let vote = [Vote::Disagree, Vote::Pass, Vote::Agree][(vote.signum() + 1) as usize];
            (place(&self.participants, who), place(&self.statements, what), vote)
        });
        let marked = |marked: fn(&arobase_tables::StatementRow) -> bool| {
            let rows = table.statements.iter().filter(move |(_, row)| marked(row));
            rows.map(|(id, _)| place(&self.statements, id)).collect::<Vec<_>>()
        };
        Poll::new(self.participants.len(), self.statements.len(), votes)
            .without(marked(|row| row.aside))
            .with_meta(marked(|row| row.meta))
    }

    fn voters(&self, outcome: &Outcome) -> Vec<Voter> {
        let voter = |(id, one): (&&str, &arobase_opinion::Participant)| Voter {
            id: (*id).to_owned(),
            votes: one.votes,
            placed: one.placed,
            group: one.group,
            x: one.at[0],
            y: one.at[1],
        };
        self.participants.iter().zip(&outcome.participants).map(voter).collect()
    }

    fn statements(&self, outcome: &Outcome, table: &VoteTable) -> Vec<Statement> {
        let statement = |(id, one): (&&str, &arobase_opinion::Statement)| {
            let row = table.statements.get(*id).cloned().unwrap_or_default();
            Statement {
                id: (*id).to_owned(),
                text: row.text,
                aside: row.aside || row.meta,
                tally: tally(one.counts),
                shares: one.shares.map(share),
                x: one.at[0],
                y: one.at[1],
                extremity: one.extremity,
                groups: one.groups.iter().map(|(counts, sides)| group_tally(*counts, *sides)).collect(),
                consensus: one.consensus,
                mean_consensus: one.mean_consensus,
                priority: one.priority,
            }
        };
        self.statements.iter().zip(&outcome.statements).map(statement).collect()
    }
}

fn groups(outcome: &Outcome) -> Vec<OpinionGroup> {
    let distinct =
        |one: &arobase_opinion::Representative| Distinct { statement: one.statement, agrees: one.side == Side::Agree };
    let group = |one: &arobase_opinion::Group| OpinionGroup {
        size: one.size,
        x: one.centre[0],
        y: one.centre[1],
        representative: one.representative.iter().map(distinct).collect(),
    };
    outcome.groups.iter().map(group).collect()
}

fn tried(one: &arobase_opinion::Candidate) -> Tried {
    Tried { groups: one.groups, silhouette: one.silhouette, smallest: one.smallest, refused: one.refused }
}

fn tally(counts: Counts) -> Tally {
    Tally { agrees: counts.agrees, disagrees: counts.disagrees, passes: counts.passes }
}

fn share(one: arobase_opinion::Share) -> Share {
    Share { count: one.count, p: one.p, z: one.z }
}

fn group_tally(counts: Counts, sides: [InGroup; 2]) -> GroupTally {
    let contrast = |one: InGroup| Contrast { share: share(one.share), r: one.r, zr: one.zr };
    GroupTally { tally: tally(counts), sides: sides.map(contrast) }
}

/// BLAKE3 of what was read, each text preceded by its length.
fn hash(table: &VoteTable) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut text = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    };
    for ((who, what), vote) in &table.votes {
        [who.as_str(), what, &vote.to_string()].into_iter().for_each(&mut text);
    }
    for (id, row) in &table.statements {
        [id.as_str(), &row.text, &row.aside.to_string(), &row.meta.to_string()].into_iter().for_each(&mut text);
    }
    hasher.finalize().to_hex().to_string()
}
