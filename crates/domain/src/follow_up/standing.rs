//! Where each recipient stands on each clause, and the account of all.

use super::{Answer, Day, Dispatch, Reply};
use crate::id::{AnswerId, ClauseId, RecipientId};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Where a recipient stands on a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// The motion was not handed to them.
    NotHanded,
    /// They have said nothing for so many days.
    Silent(u32),
    /// They said that they received it, and nothing more for so many days.
    Received(&'a Answer, u32),
    /// They answered.
    Answered(&'a Answer),
}

/// How long a recipient has said nothing of what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// The motion was not handed to them.
    NotHanded,
    /// For so many days; whether they said that they received it.
    Days(u32, bool),
    /// They answered, on a clause at least.
    Broken,
}

/// How many times each standing is met; a clause and a recipient count once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Account {
    /// Not handed over.
    pub not_handed: usize,
    /// Without an answer.
    pub silent: usize,
    /// Received, without an answer.
    pub received: usize,
    /// Answered, without commitment or refusal.
    pub replied: usize,
    /// Committed.
    pub committed: usize,
    /// Committed in part.
    pub partly: usize,
    /// Refused.
    pub refused: usize,
}

/// The answers that count: neither corrected by another one, nor withdrawn.
pub fn in_force(answers: &[Answer]) -> impl Iterator<Item = &Answer> {
    let replaced: BTreeSet<&AnswerId> = answers.iter().filter_map(|one| one.replaces.as_ref()).collect();
    answers.iter().filter(move |one| one.reply != Reply::Withdrawn && !replaced.contains(&one.id))
}

/// When the motion was first handed to a recipient, if it is by this day.
fn handed(recipient: &RecipientId, dispatches: &[Dispatch], today: Day) -> Option<Day> {
    let theirs = dispatches.iter().filter(|one| one.recipient == *recipient && !one.cancelled && one.day <= today);
    theirs.map(|one| one.day).min()
}

/// Where a recipient stands on a clause. What says something of it comes before an acknowledgement, what speaks of this clause before what speaks of all,
/// the latest before the others.
pub fn standing<'a>(
    clause: &ClauseId,
    recipient: &RecipientId,
    dispatches: &[Dispatch],
    answers: &'a [Answer],
    today: Day,
) -> Standing<'a> {
    let concerns = |one: &&Answer| one.recipient == *recipient && one.clause.as_ref().is_none_or(|of| of == clause);
    let weight = |one: &&Answer| (one.reply.is_answer(), one.clause.is_some(), one.day, one.id.clone());
    let last = in_force(answers).filter(concerns).max_by_key(weight);
    let since = handed(recipient, dispatches, today);
    match (last, since) {
        (Some(answer), _) if answer.reply.is_answer() => Standing::Answered(answer),
        (Some(receipt), since) => Standing::Received(receipt, today.since(since.unwrap_or(receipt.day))),
        (None, Some(since)) => Standing::Silent(today.since(since)),
        (None, None) => Standing::NotHanded,
    }
}

/// How long a recipient has said nothing: the days since the motion was first handed to them.
pub fn silence(recipient: &RecipientId, dispatches: &[Dispatch], answers: &[Answer], today: Day) -> Silence {
    let mut theirs: Vec<&Answer> = in_force(answers).filter(|one| one.recipient == *recipient).collect();
    theirs.sort_by_key(|one| Reverse(one.reply.is_answer()));
    match (theirs.first(), handed(recipient, dispatches, today)) {
        (Some(answer), _) if answer.reply.is_answer() => Silence::Broken,
        (receipt, Some(since)) => Silence::Days(today.since(since), receipt.is_some()),
        (Some(receipt), None) => Silence::Days(today.since(receipt.day), true),
        (None, None) => Silence::NotHanded,
    }
}

/// The account of these clauses and these recipients.
pub fn account<'a>(
    clauses: &[ClauseId],
    recipients: impl Iterator<Item = &'a RecipientId>,
    dispatches: &[Dispatch],
    answers: &[Answer],
    today: Day,
) -> Account {
    let mut account = Account::default();
    for recipient in recipients {
        for clause in clauses {
            account.count(standing(clause, recipient, dispatches, answers, today));
        }
    }
    account
}

impl Account {
    fn count(&mut self, standing: Standing<'_>) {
        let place = match standing {
            Standing::NotHanded => &mut self.not_handed,
            Standing::Silent(_) => &mut self.silent,
            Standing::Received(..) => &mut self.received,
            Standing::Answered(answer) => match answer.reply {
                Reply::Committed => &mut self.committed,
                Reply::Partly => &mut self.partly,
                Reply::Refused => &mut self.refused,
                Reply::Received | Reply::Replied | Reply::Withdrawn => &mut self.replied,
            },
        };
        *place += 1;
    }

    /// Everything counted: clauses times recipients.
    pub fn total(&self) -> usize {
        self.not_handed + self.silent + self.received + self.replied + self.committed + self.partly + self.refused
    }
}
