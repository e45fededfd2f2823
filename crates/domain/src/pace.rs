//! How the classing goes: what each person did, hour by hour, from the log alone.

use crate::edits::{Act, Event};
use crate::id::IdeaId;
use std::collections::{BTreeMap, BTreeSet};

/// What someone did in some time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// Lines of the log, those that take another back among them.
    pub gestures: usize,
    /// Ideas that they changed, each once.
    pub ideas: usize,
}

/// What each person did in each hour; `hour` tells that of an instant in Unix milliseconds, `None` for what is not looked at. Runs of the engine are
/// nobody's.
pub fn pace<H: Ord>(log: &[Event], hour: impl Fn(i64) -> Option<H>) -> BTreeMap<(H, &str), Done> {
    let mut found: BTreeMap<(H, &str), (usize, BTreeSet<&IdeaId>)> = BTreeMap::new();
    for event in log.iter().filter(|event| !matches!(event.act, Act::Rerun { .. })) {
        let Some(hour) = hour(event.at) else { continue };
        let (gestures, ideas) = found.entry((hour, &event.by)).or_default();
        *gestures += 1;
        ideas.extend(event.change.ideas.keys());
    }
    let done = |(gestures, ideas): (usize, BTreeSet<&IdeaId>)| Done { gestures, ideas: ideas.len() };
    found.into_iter().map(|(when, what)| (when, done(what))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, Idea};
    use crate::edits::{Bench, Change, Gesture, Silent, State, Wish};
    use crate::id::RunId;

    #[test]
    fn an_idea_counts_once_an_hour_and_a_run_for_nobody() {
        let id = |at: u32| IdeaId::new(format!("{at}.1"));
        let ideas = (0..3).map(|at| Idea { id: id(at), ..Idea::default() }).collect();
        let mut bench = Bench::new(State::whole(&Analysis { ideas, ..Analysis::default() }, 1.0));
        let accept = |ideas: Vec<IdeaId>| Wish::Make(Gesture::Accept { ideas });
        for (wish, by, at) in [
            (accept(vec![id(0), id(1)]), "anne", 1),
            (Wish::Undo, "anne", 59),
            (accept(vec![id(2)]), "anne", 60),
            (accept(vec![id(1)]), "bruno", 61),
            (accept(vec![id(0)]), "bruno", 120),
        ] {
            bench.wish(wish, by, at, &Silent).expect("possible");
        }
        let (next, event) = bench.rejoin(Change::default(), RunId::new("r"), "anne", 61).expect("it fits");
        bench.settle(next, event);
        let done = |gestures, ideas| Done { gestures, ideas };
        let wanted = [((0, "anne"), done(2, 2)), ((1, "anne"), done(1, 1)), ((1, "bruno"), done(1, 1))];
        assert_eq!(pace(&bench.log, |at| (at < 120).then_some(at / 60)), BTreeMap::from(wanted));
    }
}
