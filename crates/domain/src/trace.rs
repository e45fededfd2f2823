//! What people changed of what a run found, in figures: the part of the method that is theirs.

use crate::edits::{Act, BY_HAND, Bench, Change, Decision, Event, Held, Repeats, Standing, Turns, Worded};
use std::collections::{BTreeMap, BTreeSet};

/// Before the name of each figure, where they stand among the parameters of a run.
const PREFIX: &str = "bench.";

macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The figures. Ideas, themes and propositions are those of the run, unless told.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct Trace {
            $($(#[$doc])* pub $name: usize,)+
        }

        impl Trace {
            /// The figures with their names, as parameters of a run.
            pub fn parameters(&self) -> Vec<(String, String)> {
                vec![$((format!("{PREFIX}{}", stringify!($name)), self.$name.to_string()),)+]
            }

            /// The figures with their names.
            pub fn named(&self) -> Vec<(&'static str, usize)> {
                vec![$((stringify!($name), self.$name),)+]
            }

            /// The figures among the parameters of a run; none for a run that no bench was published as.
            pub fn among(parameters: &[(String, String)]) -> Option<Self> {
                let figure = |name: &str| -> Option<usize> {
                    let found = parameters.iter().find(|(key, _)| key.strip_prefix(PREFIX) == Some(name));
                    found.and_then(|(_, value)| value.parse().ok())
                };
                figure("gestures")?;
                // A figure that was not counted yet when the bench was published is that of a gesture that was not there.
                Some(Self { $($name: figure(stringify!($name)).unwrap_or_default(),)+ })
            }
        }
    };
}

figures! {
    /// People who made a gesture.
    people,
    /// Lines of the log.
    gestures,
    /// Those that took another back.
    undone,
    /// Ideas.
    ideas,
    /// Ideas that a person read and left where they were.
    ideas_read,
    /// Ideas moved from a theme to another.
    ideas_moved,
    /// Ideas put in a theme that were in none.
    ideas_brought_in,
    /// Ideas taken out of every theme.
    ideas_taken_out,
    /// Ideas in no theme, of which a person said otherwise why: « hors sujet », without content, or to sort.
    ideas_judged,
    /// Ideas that a person cut.
    ideas_cut,
    /// Ideas that a person said to repeat another.
    ideas_joined,
    /// Ideas that a person said to repeat none.
    ideas_parted,
    /// Passages that people masked.
    passages_masked,
    /// Themes.
    themes,
    /// Themes that have another name.
    themes_renamed,
    /// Themes merged into others or dissolved.
    themes_gone,
    /// Themes that people made.
    themes_new,
    /// Propositions.
    propositions,
    /// Propositions that a person chose to keep, those written by people among them.
    propositions_adopted,
    /// Propositions worded otherwise.
    propositions_reworded,
    /// Propositions set aside with a reason.
    propositions_aside,
    /// Propositions fused into others.
    propositions_gone,
    /// Propositions that people wrote.
    propositions_new,
}

impl Trace {
    /// What the gestures of a bench changed of what the engine had put there, in its first run and in those that went on from it.
    pub fn of(bench: &Bench) -> Self {
        let (state, log) = (&bench.state, &bench.log);
        let lines = || log.iter().filter(|event| !matches!(event.act, Act::Rerun { .. }));
        let mut trace = Self {
            people: lines().map(|event| &event.by).collect::<BTreeSet<_>>().len(),
            gestures: lines().count(),
            undone: lines().filter(|event| matches!(event.act, Act::Undone { .. })).count(),
            ..Self::default()
        };
        for (put, stands) in pairs(&state.ideas, log, |change| &change.ideas) {
            trace.count_idea(put, stands);
        }
        trace.passages_masked = state.masks.values().map(BTreeSet::len).sum();
        trace.ideas_cut = state.cuts.keys().filter(|id| **id == id.whole()).count();
        trace.ideas += trace.ideas_cut;
        for (put, held) in pairs(&state.themes, log, |change| &change.themes) {
            trace.count_theme(put, held);
        }
        for (put, worded) in pairs(&state.propositions, log, |change| &change.propositions) {
            trace.count_proposition(put, worded);
        }
        trace
    }

    fn count_idea(&mut self, put: Option<&Standing>, stands: Option<&Standing>) {
        let (Some(put), Some(stands)) = (put, stands) else { return };
        self.ideas += 1;
        match stands.repeats {
            Repeats::AsFound => {}
            Repeats::Nothing => self.ideas_parted += 1,
            Repeats::Idea(_) => self.ideas_joined += 1,
        }
        match (&put.theme, &stands.theme) {
            (Some(_), None) => self.ideas_taken_out += 1,
            (None, Some(_)) => self.ideas_brought_in += 1,
            (before, after) if before != after => self.ideas_moved += 1,
            (None, None) if put.status != stands.status => self.ideas_judged += 1,
            _ if stands.reason == BY_HAND => self.ideas_read += 1,
            _ => {}
        }
    }

    fn count_theme(&mut self, put: Option<&Held>, held: Option<&Held>) {
        self.themes += usize::from(put.is_some());
        match (put, held) {
            (Some(_), None) => self.themes_gone += 1,
            (None, Some(_)) => self.themes_new += 1,
            (Some(put), Some(held)) => self.themes_renamed += usize::from(put.label != held.label),
            (None, None) => {}
        }
    }

    fn count_proposition(&mut self, put: Option<&Worded>, worded: Option<&Worded>) {
        self.propositions += usize::from(put.is_some());
        match (put, worded) {
            (Some(_), None) => self.propositions_gone += 1,
            (None, Some(_)) => self.propositions_new += 1,
            (Some(put), Some(worded)) => self.propositions_reworded += usize::from(put.text != worded.text),
            (None, None) => {}
        }
        match worded.map(|worded| &worded.decision) {
            Some(Decision::Adopted) => self.propositions_adopted += 1,
            Some(Decision::Aside(_)) => self.propositions_aside += 1,
            _ => {}
        }
    }

    /// Ideas that stand where the engine put them and that nobody said to have read.
    pub fn ideas_as_found(&self) -> usize {
        let placed = self.ideas_moved + self.ideas_brought_in + self.ideas_taken_out + self.ideas_judged;
        self.ideas.saturating_sub(self.ideas_cut + self.ideas_read + placed)
    }
}

/// Each entry as the engine put it last, and as it stands; `None` where it did not put it, or where it is no longer.
fn pairs<'a, K: Ord, T: PartialEq>(
    now: &'a BTreeMap<K, T>,
    log: &'a [Event],
    of: impl Fn(&'a Change) -> &'a Turns<K, T>,
) -> impl Iterator<Item = (Option<&'a T>, Option<&'a T>)> {
    let mut put: BTreeMap<&K, Option<&T>> = BTreeMap::new();
    for event in log {
        let engine = matches!(event.act, Act::Rerun { .. });
        for (key, turn) in of(&event.change) {
            let before = turn.before.as_ref();
            if !engine {
                put.entry(key).or_insert(before);
            } else if put.get(key) == Some(&before) {
                // People had taken back what they did: it is the engine's again.
                put.remove(key);
            }
        }
    }
    let gone: Vec<Option<&T>> = put.iter().filter(|(key, _)| !now.contains_key(**key)).map(|(_, put)| *put).collect();
    let here = now.iter().map(move |(key, entry)| (put.get(key).copied().unwrap_or(Some(entry)), Some(entry)));
    here.chain(gone.into_iter().map(|put| (put, None)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, Idea, IdeaStatus};
    use crate::edits::{Gesture, Silent, State, Wish};
    use crate::id::{IdeaId, RunId, ThemeId};

    fn run() -> Analysis {
        let idea = |at: u32, theme: Option<u32>| Idea {
            id: IdeaId::new(format!("{at}.1")),
            status: if theme.is_some() { IdeaStatus::Classed } else { IdeaStatus::ToSort },
            theme: theme.map(ThemeId::numbered),
            ..Idea::default()
        };
        let theme = |at: u32| crate::Theme {
            id: ThemeId::numbered(at),
            question: crate::QuestionId::new("q1"),
            label: format!("label {at}"),
            keywords: Vec::new(),
            support: crate::Support::default(),
            stability: 0.0,
            label_coverage: 0.0,
        };
        let question = crate::Question {
            id: crate::QuestionId::new("q1"),
            wording: "Comment ?".into(),
            candidates: Vec::new(),
            support: crate::Support::default(),
        };
        Analysis {
            questions: vec![question],
            ideas: vec![idea(1, Some(1)), idea(2, Some(1)), idea(3, Some(2)), idea(4, None), idea(5, Some(2))],
            themes: vec![theme(1), theme(2)],
            ..Analysis::default()
        }
    }

    #[test]
    fn each_idea_is_counted_once() {
        let (run, id) = (run(), |at: u32| IdeaId::new(format!("{at}.1")));
        let mut bench = Bench::new(State::whole(&run, 1.0));
        for wish in [
            Wish::Make(Gesture::Accept { ideas: vec![id(1)] }),
            Wish::Make(Gesture::Move { ideas: vec![id(2), id(4)], to: ThemeId::numbered(2), proposed: false }),
            Wish::Make(Gesture::OffTopic { ideas: vec![id(3)] }),
            Wish::Make(Gesture::Rename { theme: ThemeId::numbered(1), label: "neuf".into() }),
            Wish::Undo,
        ] {
            bench.wish(wish, "anne", 0, &Silent).expect("possible");
        }
        let trace = Trace::of(&bench);
        let wanted = Trace {
            people: 1,
            gestures: 5,
            undone: 1,
            ideas: 5,
            ideas_read: 1,
            ideas_moved: 1,
            ideas_brought_in: 1,
            ideas_taken_out: 1,
            themes: 2,
            ..Trace::default()
        };
        assert_eq!((trace, trace.ideas_as_found()), (wanted, 1));
        assert_eq!(Trace::among(&trace.parameters()), Some(trace));
        assert_eq!(Trace::among(&run.run.parameters), None);
    }

    /// What people did before a run still counts after it, and what a run does is not theirs.
    #[test]
    fn a_run_that_goes_on_changes_no_figure_of_people() {
        let (run, id) = (run(), |at: u32| IdeaId::new(format!("{at}.1")));
        let mut bench = Bench::new(State::whole(&run, 1.0));
        let put = |ideas: Vec<IdeaId>| Wish::Make(Gesture::Move { ideas, to: ThemeId::numbered(2), proposed: false });
        for wish in [put(vec![id(1)]), put(vec![id(4)]), Wish::Undo] {
            bench.wish(wish, "anne", 0, &Silent).expect("possible");
        }
        let mut next = bench.state.clone();
        let placed = Standing {
            status: IdeaStatus::Classed,
            theme: Some(ThemeId::numbered(1)),
            reason: "classed".into(),
            ..Standing::default()
        };
        next.ideas.insert(id(4), placed.clone());
        next.ideas.insert(id(6), placed);
        next.themes.insert(ThemeId::numbered(3), Held { label: Some("neuf".into()), ..Held::default() });
        let brought = Change::between(&bench.state, &next);
        let (next, event) = bench.rejoin(brought, RunId::new("r2"), "", 0).expect("nobody came between");
        bench.settle(next, event);
        let wanted =
            Trace { people: 1, gestures: 3, undone: 1, ideas: 6, ideas_moved: 1, themes: 3, ..Trace::default() };
        assert_eq!(Trace::of(&bench), wanted);
    }
}
