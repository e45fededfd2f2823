//! Where ideas would go if proposals were accepted: as a drawing, as a table, as a list.

use super::told::label;
use crate::lang::{Lang, Speak as _};
use arobase_domain::edits::State;
use arobase_domain::outlook::Outlook;
use arobase_domain::{Change, ThemeId};
use arobase_publish::sankey::{Flow, Group, Sankey};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Ideas that go from a theme to another, in words.
pub(super) struct Row {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) ideas: usize,
}

/// What would change, with what names it.
pub(super) struct Drawn<'a> {
    lang: Lang,
    state: &'a State,
    outlook: &'a Outlook,
}

type End = Option<ThemeId>;

impl<'a> Drawn<'a> {
    pub(super) fn new(lang: Lang, state: &'a State, outlook: &'a Outlook) -> Self {
        Self { lang, state, outlook }
    }

    /// A theme as it is called; a new one by where it comes from.
    fn name(&self, theme: &ThemeId) -> String {
        if self.state.themes.contains_key(theme) {
            return label(self.lang, self.state, theme);
        }
        let named = self.outlook.after.themes.get(theme).and_then(|held| held.label.clone());
        let origin = self.outlook.origin(theme).map(|origin| label(self.lang, self.state, origin));
        named.unwrap_or_else(|| self.lang.it("changes-new", origin.unwrap_or_default()))
    }

    fn end(&self, end: &End) -> String {
        end.as_ref().map_or_else(|| self.lang.t("changes-no-theme"), |theme| self.name(theme))
    }

    /// The ideas of each theme, and where they would be.
    pub(super) fn sankey(&self) -> Sankey {
        let (left, right) = (self.ends(|(from, _)| from), self.ends(|(_, to)| to));
        let group = |end: &&End| Group { label: self.end(end), aside: end.is_none() };
        let at = |ends: &[&End], end: &End| ends.iter().position(|other| *other == end).unwrap_or(0);
        let flow = |((from, to), ideas): (&(End, End), &usize)| Flow {
            from: at(&left, from),
            to: at(&right, to),
            ideas: *ideas,
            same: from == to,
        };
        Sankey {
            sides: (self.lang.t("changes-now"), self.lang.t("changes-then")),
            before: left.iter().map(group).collect(),
            after: right.iter().map(group).collect(),
            flows: self.outlook.flows.iter().map(flow).collect(),
        }
        .untangled()
    }

    /// The ends of one side: themes by falling number of ideas, then what is in none.
    fn ends(&self, side: impl Fn(&(End, End)) -> &End) -> Vec<&'a End>
    where
        Self: 'a,
    {
        let mut ideas: BTreeMap<&'a End, usize> = BTreeMap::new();
        let outlook: &'a Outlook = self.outlook;
        for (pair, count) in &outlook.flows {
            *ideas.entry(side(pair)).or_default() += count;
        }
        let mut ends: Vec<(&End, usize)> = ideas.into_iter().collect();
        ends.sort_by_key(|(end, count)| (end.is_none(), Reverse(*count), *end));
        ends.into_iter().map(|(end, _)| end).collect()
    }

    /// What goes elsewhere, the most first.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut moved: Vec<_> = self.outlook.flows.iter().filter(|((from, to), _)| from != to).collect();
        moved.sort_by_key(|(_, ideas)| Reverse(**ideas));
        moved.into_iter().map(|((from, to), &ideas)| Row { from: self.end(from), to: self.end(to), ideas }).collect()
    }

    /// What would become of themes, in sentences.
    pub(super) fn changes(&self) -> Vec<String> {
        let names = |themes: &[ThemeId]| themes.iter().map(|theme| self.name(theme)).collect::<Vec<_>>().join(" + ");
        let pair = |key: &str, it: String, other: String| self.lang.with(key, [("it", it), ("other", other)]);
        let line = |change: &Change| match change {
            Change::Merged { before, after } => pair("changes-merged", names(before), self.name(after)),
            Change::Split { before, after } => pair("changes-split", self.name(before), names(after)),
            Change::New { after } => self.lang.it("changes-made", self.name(after)),
            Change::Vanished { before } => self.lang.it("changes-vanished", self.name(before)),
        };
        self.outlook.difference.changes.iter().map(line).collect()
    }

    /// How many of each.
    pub(super) fn figures(&self) -> [(String, usize); 5] {
        let changes = &self.outlook.difference.changes;
        let count = |of: fn(&Change) -> bool| changes.iter().filter(|change| of(change)).count();
        [
            ("changes-ideas-moved", self.outlook.difference.moved.len()),
            ("changes-themes-merged", count(|change| matches!(change, Change::Merged { .. }))),
            ("changes-themes-split", count(|change| matches!(change, Change::Split { .. }))),
            ("changes-themes-new", count(|change| matches!(change, Change::New { .. }))),
            ("changes-themes-vanished", count(|change| matches!(change, Change::Vanished { .. }))),
        ]
        .map(|(key, count)| (self.lang.t(key), count))
    }
}
