//! The short lists of the page: what brings groups together, what sets each apart, what most people think.

use super::marks::{badge, votes};
use super::words::Say;
use arobase_domain::opinions::{Opinions, Statement, Tally, letter};

/// Statements in each list of what brings groups together.
const LISTED: usize = 5;
/// Statements in the table of all.
const TABLE: usize = 60;

/// A statement with its votes, group by group.
pub(super) struct Card {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) rows: Vec<Row>,
    /// Whether the group agrees with it, where the list is that of a group.
    pub(super) agrees: bool,
}

/// The votes of a group, or of everyone, on a statement.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) shape: String,
    pub(super) bar: String,
    pub(super) agree: f64,
    pub(super) disagree: f64,
    pub(super) pass: f64,
    pub(super) votes: usize,
}

/// A group with what sets it apart.
pub(super) struct Group {
    pub(super) letter: String,
    pub(super) shape: String,
    pub(super) size: usize,
    pub(super) share: f64,
    pub(super) cards: Vec<Card>,
}

/// Makes them.
pub(super) struct Lists<'a> {
    pub(super) opinions: &'a Opinions,
    pub(super) say: Say,
}

impl Lists<'_> {
    pub(super) fn groups(&self) -> Vec<Group> {
        let placed = self.opinions.placed().max(1) as f64;
        let group = |(rank, group): (usize, &arobase_domain::opinions::OpinionGroup)| Group {
            letter: letter(rank),
            shape: badge(rank),
            size: group.size,
            share: group.size as f64 / placed,
            cards: group.representative.iter().map(|one| self.card(one.statement, one.agrees)).collect(),
        };
        self.opinions.groups.iter().enumerate().map(group).collect()
    }

    /// Where more than half of every group is on the same side, the greatest mean consensus first.
    pub(super) fn together(&self, agrees: bool) -> Vec<Card> {
        let side = usize::from(!agrees);
        let weight = |at: usize| self.opinions.statements[at].mean_consensus[side];
        let shared = |statement: &Statement| {
            let whole = statement.groups.is_empty() && statement.shares[side].p > 0.5;
            whole || (!statement.groups.is_empty() && statement.groups.iter().all(|one| one.sides[side].share.p > 0.5))
        };
        let mut listed: Vec<usize> = self.listed().filter(|&at| shared(&self.opinions.statements[at])).collect();
        listed.sort_by(|&one, &other| weight(other).total_cmp(&weight(one)).then(one.cmp(&other)));
        listed.into_iter().take(LISTED).map(|at| self.card(at, agrees)).collect()
    }

    pub(super) fn majority(&self, agrees: bool) -> Vec<Card> {
        let everyone = |&at: &usize| {
            let statement = &self.opinions.statements[at];
            Card { rows: vec![self.row(None, statement.tally)], ..self.card(at, agrees) }
        };
        self.opinions.majority[usize::from(!agrees)].iter().map(everyone).collect()
    }

    /// The statements most voted on, and how many more there are.
    pub(super) fn all(&self) -> (Vec<Card>, usize) {
        let mut listed: Vec<usize> = self.listed().collect();
        let votes = |at: usize| self.opinions.statements[at].tally.votes();
        listed.sort_by_key(|&at| (std::cmp::Reverse(votes(at)), at));
        let rest = listed.len().saturating_sub(TABLE);
        let card = |at: usize| {
            let statement = &self.opinions.statements[at];
            Card { rows: vec![self.row(None, statement.tally)], ..self.card(at, true) }
        };
        (listed.into_iter().take(TABLE).map(card).collect(), rest)
    }

    fn listed(&self) -> impl Iterator<Item = usize> {
        let statements = &self.opinions.statements;
        (0..statements.len()).filter(|&at| !statements[at].aside && statements[at].tally.votes() > 0)
    }

    fn card(&self, at: usize, agrees: bool) -> Card {
        let statement = &self.opinions.statements[at];
        let groups = statement.groups.iter().enumerate();
        let rows: Vec<Row> = groups.map(|(rank, group)| self.row(Some(rank), group.tally)).collect();
        let rows = if rows.is_empty() { vec![self.row(None, statement.tally)] } else { rows };
        Card { id: statement.id.clone(), text: self.text(statement), rows, agrees }
    }

    /// The words that people voted on, to the character.
    fn text(&self, statement: &Statement) -> String {
        match statement.text.as_str() {
            "" => format!("{} {}", self.say.t("Affirmation", "Statement"), statement.id),
            text => text.to_owned(),
        }
    }

    fn row(&self, rank: Option<usize>, tally: Tally) -> Row {
        let part = |count: u32| f64::from(count) / f64::from(tally.votes().max(1));
        Row {
            name: rank.map_or_else(|| self.say.t("Tous", "All"), letter),
            shape: rank.map(badge).unwrap_or_default(),
            bar: votes(tally, rank),
            agree: part(tally.agrees),
            disagree: part(tally.disagrees),
            pass: part(tally.passes),
            votes: tally.votes() as usize,
        }
    }
}
