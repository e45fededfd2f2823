use super::*;
use crate::{AnswerId, ClauseId, DispatchId, RecipientId};
use proptest::prelude::*;

fn day(rank: u32) -> Day {
    Day::of(2026, 10, 10).unwrap().after(rank)
}

fn recipient(nth: u32) -> RecipientId {
    RecipientId::new(format!("r{nth}"))
}

fn clause(nth: u32) -> ClauseId {
    ClauseId::new(format!("e{nth}"))
}

fn dispatch(to: u32, on: u32) -> Dispatch {
    Dispatch {
        id: DispatchId::new(format!("{to}-{on}")),
        recipient: recipient(to),
        day: day(on),
        ..Dispatch::default()
    }
}

fn answer(id: u32, to: Option<u32>, reply: Reply, on: u32) -> Answer {
    Answer {
        id: AnswerId::new(format!("{id:03}")),
        recipient: recipient(0),
        clause: to.map(clause),
        reply,
        day: day(on),
        ..Answer::default()
    }
}

#[test]
fn days_are_written_and_read() {
    for (text, known) in [("1970-01-01", true), ("2024-02-29", true), ("2023-02-29", false), ("2026-13-01", false)] {
        assert_eq!(text.parse::<Day>().map(|day| day.to_string()).ok(), known.then(|| text.to_owned()));
    }
    assert!("".parse::<Day>().is_err() && "le 10 octobre".parse::<Day>().is_err() && "2026-10".parse::<Day>().is_err());
    let [one, other] = ["2026-10-10", "2027-03-01"].map(|text| text.parse::<Day>().unwrap());
    assert_eq!((other.since(one), one.since(other), one.after(142)), (142, 0, other));
}

#[test]
fn silence_is_counted_from_the_first_hand_over() {
    let dispatches = [dispatch(0, 5), dispatch(0, 2), Dispatch { cancelled: true, ..dispatch(0, 0) }];
    let at = |on| silence(&recipient(0), &dispatches, &[], day(on));
    assert_eq!((at(1), at(2), at(62)), (Silence::NotHanded, Silence::Days(0, false), Silence::Days(60, false)));
    assert_eq!(silence(&recipient(1), &dispatches, &[], day(9)), Silence::NotHanded);
    let receipt = [answer(1, None, Reply::Received, 3)];
    assert_eq!(silence(&recipient(0), &dispatches, &receipt, day(62)), Silence::Days(60, true));
    assert_eq!(
        standing(&clause(1), &recipient(0), &dispatches, &receipt, day(62)),
        Standing::Received(&receipt[0], 60)
    );
    let answered = [receipt[0].clone(), answer(2, Some(1), Reply::Refused, 3)];
    assert_eq!(silence(&recipient(0), &dispatches, &answered, day(62)), Silence::Broken);
    assert_eq!(standing(&clause(1), &recipient(0), &dispatches, &answered, day(62)), Standing::Answered(&answered[1]));
    assert_eq!(
        standing(&clause(2), &recipient(0), &dispatches, &answered, day(62)),
        Standing::Received(&answered[0], 60)
    );
}

#[test]
fn a_correction_takes_the_place_of_what_it_corrects() {
    let first = answer(1, Some(1), Reply::Committed, 3);
    let second = Answer { replaces: Some(first.id.clone()), ..answer(2, Some(1), Reply::Partly, 3) };
    let third = Answer { replaces: Some(second.id.clone()), ..answer(3, Some(1), Reply::Withdrawn, 3) };
    let all = [first, second, third];
    let told = |upto: usize| in_force(&all[..upto]).map(|one| one.reply).collect::<Vec<_>>();
    assert_eq!((told(1), told(2), told(3)), (vec![Reply::Committed], vec![Reply::Partly], vec![]));
}

#[test]
fn what_is_promised_may_be_overdue() {
    let promise = Answer { due: Some(day(30)), ..answer(1, None, Reply::Committed, 3) };
    assert_eq!((promise.overdue(day(30)), promise.overdue(day(31))), (None, Some(1)));
    assert_eq!(Answer { reply: Reply::Refused, ..promise }.overdue(day(40)), None);
}

fn replies() -> impl Strategy<Value = Vec<Answer>> {
    let one = (0..3_u32, prop::option::of(0..4_u32), 0..Reply::ALL.len(), 0..50_u32, prop::option::of(0..20_u32));
    prop::collection::vec(one, 0..20).prop_map(|all| {
        let made = all.into_iter().enumerate().map(|(nth, (to, clause, reply, on, replaces))| Answer {
            recipient: recipient(to),
            replaces: replaces
                .filter(|&before| before < nth as u32)
                .map(|before| AnswerId::new(format!("{before:03}"))),
            ..answer(nth as u32, clause, Reply::ALL[reply], on)
        });
        made.collect()
    })
}

proptest! {
    #[test]
    fn every_clause_of_every_recipient_is_counted_once(
        answers in replies(),
        sent in prop::collection::vec((0..3_u32, 0..50_u32), 0..5),
        today in 0..60_u32,
    ) {
        let dispatches: Vec<Dispatch> = sent.into_iter().map(|(to, on)| dispatch(to, on)).collect();
        let (clauses, recipients): (Vec<_>, Vec<_>) = ((0..4).map(clause).collect(), (0..3).map(recipient).collect());
        let count = |answers: &[Answer]| account(&clauses, recipients.iter(), &dispatches, answers, day(today));
        prop_assert_eq!(count(&answers).total(), 12);
        let mut turned = answers.clone();
        turned.reverse();
        prop_assert_eq!(count(&answers), count(&turned));
    }

    #[test]
    fn a_withdrawal_leaves_things_as_they_were(answers in replies(), today in 0..60_u32, reply in 0..5_usize) {
        let (clauses, recipients) = ([clause(0)], [recipient(0)]);
        let count = |answers: &[Answer]| account(&clauses, recipients.iter(), &[dispatch(0, 1)], answers, day(today));
        let wrong = answer(900, Some(0), Reply::ALL[reply], 9);
        let right = Answer { replaces: Some(wrong.id.clone()), ..answer(901, Some(0), Reply::Withdrawn, 9) };
        let more: Vec<Answer> = answers.iter().cloned().chain([wrong, right]).collect();
        prop_assert_eq!(count(&answers), count(&more));
    }

    #[test]
    fn days_follow_one_another(rank in -200_000..200_000_i32) {
        let one = Day::of(1970, 1, 1).unwrap();
        let one = if rank < 0 { one } else { one.after(rank.unsigned_abs()) };
        let (year, month, rank) = one.civil();
        prop_assert_eq!(Day::of(year, month, rank), Some(one));
        prop_assert_eq!(one.to_string().parse::<Day>(), Ok(one));
        prop_assert_eq!(one.after(1).since(one), 1);
    }
}
