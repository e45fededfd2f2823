//! Codes after the themes that they name were merged.

use super::{Code, Said, Sample};
use crate::edits::{Act, Event, Gesture};
use crate::id::ThemeId;
use std::collections::BTreeMap;

/// Where the ideas of merged themes are: a code that names such a theme counts as the one it went into.
///
/// What coders differ about after a merger is no longer whether it is the one or the other. A theme that was dissolved or split has no such heir: its code stays
/// what was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Followed(BTreeMap<ThemeId, ThemeId>);

impl Followed {
    /// What the mergers of a log lead to; one that was taken back leads nowhere.
    pub fn of(log: &[Event]) -> Self {
        let mut followed = BTreeMap::new();
        for event in log {
            let into = into(log, &event.act);
            for (theme, turn) in &event.change.themes {
                match (&turn.after, into) {
                    (None, Some(into)) => followed.insert(theme.clone(), into.clone()),
                    (None, None) => None,
                    (Some(_), _) => followed.remove(theme),
                };
            }
        }
        Self(followed)
    }

    /// The code as it counts now.
    #[must_use]
    pub fn code(&self, code: &Code) -> Code {
        let mut now = code;
        let mut next;
        while let Code::Theme(theme) = now {
            let Some(into) = self.0.get(theme) else { break };
            next = Code::Theme(into.clone());
            now = &next;
        }
        now.clone()
    }

    /// A sample with what was said of it, every code as it counts now.
    #[must_use]
    pub fn sample(&self, mut sample: Sample, mut said: Vec<Said>) -> (Sample, Vec<Said>) {
        for engine in sample.ideas.iter_mut().filter_map(|one| one.engine.as_mut()) {
            *engine = self.code(engine);
        }
        for one in &mut said {
            one.code = self.code(&one.code);
        }
        (sample, said)
    }
}

/// The theme that those which a line ends went into, if it merges them.
pub(crate) fn into<'a>(log: &'a [Event], act: &'a Act) -> Option<&'a ThemeId> {
    match act {
        Act::Made(Gesture::Merge { themes, into }) => into.as_ref().or(themes.first()),
        Act::Redone { redo } => {
            let line = log.iter().find(|event| event.seq == *redo)?;
            matches!(line.act, Act::Made(_)).then(|| into(log, &line.act)).flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coding::{Agreement, Drawn};
    use crate::edits::{Bench, Held, Silent, State, Wish};
    use crate::id::{IdeaId, MemberId};

    fn bench(themes: u32) -> Bench {
        let mut state = State::default();
        for at in 1..=themes {
            state.create(Held { label: Some(format!("thème {at}")), ..Held::default() });
        }
        Bench::new(state)
    }

    fn merge(themes: [u32; 2]) -> Wish {
        let themes = themes.map(|at| ThemeId::new(format!("t{at}")));
        Wish::Make(Gesture::Merge { into: Some(themes[0].clone()), themes: themes.to_vec() })
    }

    fn theme(at: u32) -> Code {
        Code::Theme(ThemeId::new(format!("t{at}")))
    }

    fn numbered(bench: Bench) -> Bench {
        let themes = bench.state.themes.into_iter().enumerate();
        let themes = themes.map(|(at, (_, held))| (ThemeId::new(format!("t{}", at + 1)), held)).collect();
        Bench::new(State { themes, ..bench.state })
    }

    #[test]
    fn codes_follow_mergers_as_long_as_they_hold() {
        let mut bench = numbered(bench(3));
        let mut then = |wish| {
            bench.wish(wish, "anne", 0, &Silent).expect("possible");
            let followed = Followed::of(&bench.log);
            [1, 2, 3].map(|at| followed.code(&theme(at)))
        };
        assert_eq!(then(merge([2, 3])), [theme(1), theme(2), theme(2)]);
        assert_eq!(then(merge([1, 2])), [theme(1), theme(1), theme(1)]);
        assert_eq!(then(Wish::Undo), [theme(1), theme(2), theme(2)]);
        assert_eq!(then(Wish::Undo), [theme(1), theme(2), theme(3)]);
        assert_eq!(then(Wish::Redo), [theme(1), theme(2), theme(2)]);
    }

    /// Two people who hesitated between two themes agree once these are one.
    #[test]
    fn a_merger_ends_what_was_about_it() {
        let mut bench = numbered(bench(3));
        let idea = |at: usize| IdeaId::new(format!("{at}.1"));
        let ideas = (0..4).map(|at| Drawn { idea: idea(at), engine: Some(theme(3)) }).collect();
        let coders = ["a", "b"].map(MemberId::new);
        let sample = Sample { ideas, coders: coders.to_vec(), seed: "seed".into(), ..Sample::default() };
        let told = [[1, 1], [1, 3], [2, 2], [3, 3]];
        let said = told.iter().enumerate().flat_map(|(at, codes)| {
            coders.iter().zip(codes).map(move |(coder, code)| Said {
                coder: coder.clone(),
                idea: idea(at),
                code: theme(*code),
            })
        });
        let said: Vec<Said> = said.collect();
        let divided = |(sample, said): (Sample, Vec<Said>)| {
            let found = Agreement::of(&sample, &said);
            (found.lines.iter().filter(|line| line.divides_people()).count(), found.whole.value)
        };
        let (before, alpha) = divided(Followed::of(&bench.log).sample(sample.clone(), said.clone()));
        assert_eq!(before, 1);
        assert!(alpha.expect("they differ") < 1.0);
        bench.wish(merge([1, 3]), "anne", 0, &Silent).expect("possible");
        assert_eq!(divided(Followed::of(&bench.log).sample(sample, said)), (0, Some(1.0)));
    }
}
