//! Everything that is computed, in the order of the participants and statements of the poll.

use crate::Point;
use crate::axes::{EXACT, axes};
use crate::bootstrap::stability;
use crate::centred::Centred;
use crate::groups::{Candidate, Choice, Mode, choose};
use crate::priority::priority;
use crate::representative::{LISTED, Representative, Row, representative};
use crate::statistics::{InGroup, Share, Side};
use crate::votes::{Counts, Poll};

/// Votes that place a person in a group; all statements when there are fewer (Polis).
const ENOUGH: usize = 7;
/// When fewer people than this have voted enough, the most active of the others join them (Polis), and whoever is as active as the last.
const QUORUM: usize = 15;

/// What may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How groups are made.
    pub mode: Mode,
    /// Seed of what is drawn: the samples of the stability.
    pub seed: u64,
    /// How many samples.
    pub samples: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { mode: Mode::Stable, seed: 42, samples: 50 }
    }
}

/// A person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Participant {
    /// Place on the map.
    pub at: Point,
    /// Statements voted on.
    pub votes: usize,
    /// Voted enough to be placed in a group.
    pub placed: bool,
    /// The group, if there are groups and the person is placed.
    pub group: Option<usize>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Everyone's votes.
    pub counts: Counts,
    /// Everyone's agreement and disagreement.
    pub shares: [Share; 2],
    /// Place on the map of someone who would only have agreed with it.
    pub at: Point,
    /// Its distance to the middle: how much it divides.
    pub extremity: f64,
    /// For each group, votes then both sides.
    pub groups: Vec<(Counts, [InGroup; 2])>,
    /// Group-aware consensus, to agree and to disagree: the product of the groups' P. Without groups, P of the people placed.
    pub consensus: [f64; 2],
    /// The geometric mean of the same, which compares from one number of groups to another.
    pub mean_consensus: [f64; 2],
    /// How much it is worth showing next.
    pub priority: f64,
}

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// People in it.
    pub size: usize,
    /// Mean of their places.
    pub centre: Point,
    /// What sets it apart.
    pub representative: Vec<Representative>,
}

/// What votes say.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// In the order of the poll.
    pub participants: Vec<Participant>,
    /// In the order of the poll.
    pub statements: Vec<Statement>,
    /// Empty when there are no clear groups.
    pub groups: Vec<Group>,
    /// Statements with which most people agree, then disagree: P > ½ and z significant, ranked by P · z.
    pub majority: [Vec<usize>; 2],
    /// The numbers of groups that were tried.
    pub candidates: Vec<Candidate>,
    /// Silhouette of the groups kept.
    pub silhouette: Option<f64>,
    /// Mean adjusted Rand index with groups made of people drawn anew.
    pub stability: Option<f64>,
}

/// Groups, statistics and lists of a poll.
pub fn analyse(poll: &Poll, settings: Settings) -> Outcome {
    let order = poll.canonical();
    let mut outcome = ordered(&poll.chosen(&order), settings);
    let mut rows: Vec<(usize, Participant)> = order.into_iter().zip(outcome.participants).collect();
    rows.sort_by_key(|&(place, _)| place);
    outcome.participants = rows.into_iter().map(|(_, participant)| participant).collect();
    outcome
}

/// The same, for participants in an order that depends on nothing but their votes.
fn ordered(poll: &Poll, settings: Settings) -> Outcome {
    let matrix = Centred::of(poll);
    let axes = axes(&matrix, EXACT);
    let at: Vec<Point> = (0..poll.participants()).map(|row| matrix.participant(row, &axes)).collect();
    let placed = placed(poll, matrix.width);
    let points: Vec<Point> = placed.iter().map(|&row| at[row]).collect();
    let choice = choose(&points, settings.mode);
    let members = members(&placed, &choice);
    let statements = statements(poll, &matrix, &axes, &placed, &members);
    let groups = (0..members.len()).map(|rank| group(poll, &statements, &at, &members[rank], rank)).collect();
    let stability = choice.kept.as_ref().map(|(k, partition)| {
        let placed = poll.chosen(&placed);
        stability(&placed, &partition.labels, *k, settings.mode, settings.seed, settings.samples)
    });
    Outcome {
        participants: participants(poll, &at, &placed, &members),
        majority: Side::BOTH.map(|side| majority(poll, &statements, side)),
        silhouette: choice.silhouette(),
        statements,
        groups,
        candidates: choice.candidates,
        stability,
    }
}

impl Choice {
    fn silhouette(&self) -> Option<f64> {
        let (k, _) = self.kept.as_ref()?;
        self.candidates.iter().find(|one| one.groups == *k).map(|one| one.silhouette)
    }
}

/// Who voted enough, in order.
fn placed(poll: &Poll, width: usize) -> Vec<usize> {
    let enough = ENOUGH.min(width).max(1);
    let votes = |row: usize| poll.rows()[row].len();
    let mut active: Vec<usize> = (0..poll.participants()).filter(|&row| votes(row) > 0).collect();
    active.sort_by_key(|&row| std::cmp::Reverse(votes(row)));
    let needed = active.get(QUORUM - 1).or(active.last()).map_or(0, |&row| votes(row)).min(enough);
    active.retain(|&row| votes(row) >= needed);
    active.sort_unstable();
    active
}

fn members(placed: &[usize], choice: &Choice) -> Vec<Vec<usize>> {
    let Some((k, partition)) = &choice.kept else { return Vec::new() };
    let mut members = vec![Vec::new(); *k];
    placed.iter().zip(&partition.labels).for_each(|(&row, &label)| members[label].push(row));
    members
}

fn participants(poll: &Poll, at: &[Point], placed: &[usize], members: &[Vec<usize>]) -> Vec<Participant> {
    let of = |row: usize| Participant { at: at[row], votes: poll.rows()[row].len(), placed: false, group: None };
    let mut participants: Vec<Participant> = (0..poll.participants()).map(of).collect();
    for &row in placed {
        participants[row].placed = true;
    }
    for (group, rows) in members.iter().enumerate() {
        for &row in rows {
            participants[row].group = Some(group);
        }
    }
    participants
}

fn statements(
    poll: &Poll,
    matrix: &Centred,
    axes: &[Vec<f64>; 2],
    placed: &[usize],
    members: &[Vec<usize>],
) -> Vec<Statement> {
    let all = poll.counts(0..poll.participants());
    let placed = poll.counts(placed.iter().copied());
    let groups: Vec<Vec<Counts>> = members.iter().map(|rows| poll.counts(rows.iter().copied())).collect();
    let one = |statement: usize| {
        let at = matrix.statement(statement, axes);
        let extremity = (at[0] * at[0] + at[1] * at[1]).sqrt();
        let everyone = placed[statement];
        let groups: Vec<(Counts, [InGroup; 2])> =
            groups.iter().map(|counts| (counts[statement], in_group(counts[statement], everyone))).collect();
        let consensus = Side::BOTH.map(|side| consensus(&groups, everyone, side));
        let root = 1.0 / groups.len().max(1) as f64;
        Statement {
            counts: all[statement],
            shares: Side::BOTH.map(|side| share(side, all[statement])),
            at,
            extremity,
            consensus,
            mean_consensus: consensus.map(|product| libm::pow(product, root)),
            priority: priority(everyone, extremity, poll.is_meta(statement)),
            groups,
        }
    };
    (0..poll.statements()).map(one).collect()
}

fn share(side: Side, counts: Counts) -> Share {
    let (count, votes) = side.of(counts);
    Share::of(count, votes)
}

fn in_group(counts: Counts, everyone: Counts) -> [InGroup; 2] {
    Side::BOTH.map(|side| InGroup::of(side.of(counts), side.of(everyone.minus(counts))))
}

fn consensus(groups: &[(Counts, [InGroup; 2])], everyone: Counts, side: Side) -> f64 {
    if groups.is_empty() {
        return share(side, everyone).p;
    }
    groups.iter().map(|(_, sides)| sides[side as usize].share.p).product()
}

fn group(poll: &Poll, statements: &[Statement], at: &[Point], members: &[usize], rank: usize) -> Group {
    let listed = (0..statements.len()).filter(|&statement| !poll.is_aside(statement));
    let rows: Vec<Row> = listed.map(|statement| (statement, statements[statement].groups[rank].1)).collect();
    let size = members.len().max(1) as f64;
    let mean = |axis: usize| members.iter().map(|&row| at[row][axis]).sum::<f64>() / size;
    Group { size: members.len(), centre: [mean(0), mean(1)], representative: representative(&rows) }
}

/// What most people think, whatever the groups (analysis.md §3.12, 10).
fn majority(poll: &Poll, statements: &[Statement], side: Side) -> Vec<usize> {
    let share = |statement: usize| statements[statement].shares[side as usize];
    let weight = |statement: usize| share(statement).p * share(statement).z;
    let listed = (0..statements.len()).filter(|&statement| !poll.is_aside(statement) && share(statement).is_majority());
    let mut listed: Vec<usize> = listed.collect();
    listed.sort_by(|&one, &other| weight(other).total_cmp(&weight(one)).then(one.cmp(&other)));
    listed.truncate(LISTED);
    listed
}
