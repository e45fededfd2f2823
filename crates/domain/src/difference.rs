//! What changed between two runs, in words that a person can accept or refuse: moved, merged, split, new, vanished.

use crate::id::{IdeaId, ThemeId};
use crate::matching::Overlap;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Share of a theme's ideas that come from, or go to, another for the two to be spoken of together.
const HALF: f64 = 0.5;

/// One idea that both runs know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen<'a> {
    /// Its name in the later run.
    pub idea: &'a IdeaId,
    /// Its theme in the earlier run.
    pub before: Option<&'a ThemeId>,
    /// Its theme in the later run.
    pub after: Option<&'a ThemeId>,
}

/// An idea that left its theme, found one, or lost it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The idea.
    pub idea: IdeaId,
    /// Its theme in the earlier run.
    pub before: Option<ThemeId>,
    /// Its theme in the later run.
    pub after: Option<ThemeId>,
}

/// What became of themes. A theme may be in several: merged with another and split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// Several earlier themes gave at least half of their ideas to one.
    Merged {
        /// The earlier themes.
        before: Vec<ThemeId>,
        /// The one that holds them.
        after: ThemeId,
    },
    /// Several later themes have at least half of their ideas from one.
    Split {
        /// The earlier theme.
        before: ThemeId,
        /// Those made of it.
        after: Vec<ThemeId>,
    },
    /// A later theme that is none of the earlier ones.
    New {
        /// The later theme.
        after: ThemeId,
    },
    /// An earlier theme that is none of the later ones.
    Vanished {
        /// The earlier theme.
        before: ThemeId,
    },
}

/// The readable difference between two runs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Ideas that both runs know.
    pub common: usize,
    /// Themes that are the same in both, the earlier name first.
    pub same: BTreeMap<ThemeId, ThemeId>,
    /// Ideas whose theme is not the same, in the order given.
    pub moved: Vec<Moved>,
    /// What became of the themes.
    pub changes: Vec<Change>,
}

impl Difference {
    /// The difference over `ideas`, given which themes are the `same` (by their names, or by [`crate::matched`]) and all the
    /// themes of either run, `before` and `after`.
    pub fn between(
        ideas: &[Seen<'_>],
        same: BTreeMap<ThemeId, ThemeId>,
        before: &[ThemeId],
        after: &[ThemeId],
    ) -> Self {
        let stays = |seen: &Seen<'_>| seen.before.and_then(|theme| same.get(theme)) == seen.after;
        let moved = ideas.iter().filter(|seen| seen.before.is_some() || seen.after.is_some());
        let moved = moved.filter(|seen| seen.before.is_none() || !stays(seen)).map(Moved::of).collect();
        let changes = changes(ideas, &same, before, after);
        Self { common: ideas.len(), same, moved, changes }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.moved.is_empty() && self.changes.is_empty()
    }
}

impl Moved {
    fn of(seen: &Seen<'_>) -> Self {
        Self { idea: seen.idea.clone(), before: seen.before.cloned(), after: seen.after.cloned() }
    }
}

/// Themes of one run, by theme of the other.
type Gathered<'a> = BTreeMap<&'a ThemeId, Vec<ThemeId>>;

fn changes(
    ideas: &[Seen<'_>],
    same: &BTreeMap<ThemeId, ThemeId>,
    before: &[ThemeId],
    after: &[ThemeId],
) -> Vec<Change> {
    let table = Overlap::of(ideas.iter().map(|seen| (seen.before, seen.after)));
    let (mut given, mut taken): (Gathered<'_>, Gathered<'_>) = (BTreeMap::new(), BTreeMap::new());
    for (&(from, to), &both) in &table.both {
        if both as f64 >= HALF * table.before[from] as f64 {
            given.entry(to).or_default().push(from.clone());
        }
        if both as f64 >= HALF * table.after[to] as f64 {
            taken.entry(from).or_default().push(to.clone());
        }
    }
    let several = |themes: &Vec<ThemeId>| themes.len() > 1;
    let merged = given.into_iter().filter(|(_, from)| several(from));
    let merged = merged.map(|(after, before)| Change::Merged { before, after: after.clone() });
    let split = taken.into_iter().filter(|(_, to)| several(to));
    let split = split.map(|(before, after)| Change::Split { before: before.clone(), after });
    let kept: BTreeSet<&ThemeId> = same.values().collect();
    let new = after.iter().filter(|theme| !kept.contains(theme)).map(|theme| Change::New { after: theme.clone() });
    let gone = before.iter().filter(|theme| !same.contains_key(theme));
    let gone = gone.map(|theme| Change::Vanished { before: theme.clone() });
    merged.chain(split).chain(new).chain(gone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ideas in order, each with its theme before and after; « - » is none.
    fn between(moves: &[(&str, &str)]) -> Difference {
        let theme = |name: &&str| Some(*name).filter(|name| *name != "-").map(ThemeId::new);
        let ids: Vec<IdeaId> = (0..moves.len()).map(|at| IdeaId::new(format!("{at}.1"))).collect();
        let ends: Vec<(Option<ThemeId>, Option<ThemeId>)> = moves.iter().map(|(a, b)| (theme(a), theme(b))).collect();
        let seen: Vec<Seen<'_>> =
            ids.iter().zip(&ends).map(|(idea, (a, b))| Seen { idea, before: a.as_ref(), after: b.as_ref() }).collect();
        let names = |themes: Vec<&ThemeId>| {
            themes.into_iter().collect::<BTreeSet<_>>().into_iter().cloned().collect::<Vec<_>>()
        };
        let before = names(seen.iter().filter_map(|seen| seen.before).collect());
        let after = names(seen.iter().filter_map(|seen| seen.after).collect());
        let same = crate::matched(seen.iter().map(|seen| (seen.before, seen.after)));
        Difference::between(&seen, same, &before, &after)
    }

    fn theme(name: &str) -> ThemeId {
        ThemeId::new(name)
    }

    #[test]
    fn other_names_are_no_difference() {
        let found = between(&[("a", "x"), ("a", "x"), ("b", "y"), ("-", "-")]);
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(found.same.len(), 2);
    }

    #[test]
    fn a_merger_a_split_and_what_they_make() {
        let merged = between(&[("a", "x"), ("a", "x"), ("a", "x"), ("b", "x")]);
        let both = Change::Merged { before: vec![theme("a"), theme("b")], after: theme("x") };
        assert_eq!(merged.changes, [both, Change::Vanished { before: theme("b") }]);
        assert_eq!(merged.moved.len(), 1);
        let split = between(&[("a", "x"), ("a", "x"), ("a", "y")]);
        let both = Change::Split { before: theme("a"), after: vec![theme("x"), theme("y")] };
        assert_eq!(split.changes, [both, Change::New { after: theme("y") }]);
    }

    #[test]
    fn an_idea_may_find_a_theme_or_lose_it() {
        let found = between(&[("a", "x"), ("a", "x"), ("a", "-"), ("-", "x"), ("-", "-")]);
        let ideas: Vec<&str> = found.moved.iter().map(|moved| moved.idea.as_str()).collect();
        assert_eq!(ideas, ["2.1", "3.1"]);
    }
}
