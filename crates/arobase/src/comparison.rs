//! Two runs side by side: how far they agree, which ideas moved, what became of the themes.

use arobase_domain::record::{IdeaRow, Record};
use arobase_domain::{Change, ContributionId, Difference, IdeaId, Lang, Seen, ThemeId, matched};
use arobase_funnel::metrics::{adjusted_mutual_information, adjusted_rand};
use arobase_publish::sankey::{Flow, Group, Sankey};
use serde::Serialize;
use std::collections::BTreeMap;

/// Two runs compared over the ideas that both have.
#[derive(Debug, Serialize)]
pub(crate) struct Comparison {
    /// Ideas of the earlier run, of the later run.
    pub(crate) ideas: (usize, usize),
    /// What changed.
    pub(crate) difference: Difference,
    /// Over all common ideas, those in no theme counting as one group.
    pub(crate) agreement: Agreement,
    /// Over the ideas that both runs have in a theme.
    pub(crate) agreement_classed: Agreement,
    /// Labels of the themes of both runs.
    pub(crate) labels: (BTreeMap<ThemeId, String>, BTreeMap<ThemeId, String>),
    #[serde(skip)]
    flows: BTreeMap<(End, End), usize>,
}

/// How far two partitions agree: 1 when they are equal, 0 when they are independent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Agreement {
    /// Ideas looked at.
    pub(crate) ideas: usize,
    /// Adjusted mutual information.
    pub(crate) ami: f64,
    /// Adjusted Rand index.
    pub(crate) ari: f64,
}

/// Where an idea is, in one run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Theme(ThemeId),
    NoTheme,
    Absent,
}

/// What makes an idea the same in two runs, whatever its number: its contribution, its place and its words.
type Key<'a> = (&'a ContributionId, usize, usize, &'a str);

fn key(idea: &IdeaRow) -> Key<'_> {
    (&idea.contribution_id, idea.start, idea.end, &idea.text)
}

impl Comparison {
    /// Compares `before` with `after`; themes are matched by their ideas, whatever their names.
    pub(crate) fn of(before: &Record, after: &Record) -> Self {
        let known: BTreeMap<Key<'_>, &IdeaRow> = before.ideas.iter().map(|idea| (key(idea), idea)).collect();
        let pairs: Vec<(&IdeaId, Option<&ThemeId>, Option<&ThemeId>)> = after
            .ideas
            .iter()
            .filter_map(|idea| Some((&idea.idea_id, known.get(&key(idea))?.theme_id.as_ref(), idea.theme_id.as_ref())))
            .collect();
        let seen: Vec<Seen<'_>> = pairs.iter().map(|&(idea, before, after)| Seen { idea, before, after }).collect();
        let ends: Vec<_> = seen.iter().map(|seen| (seen.before, seen.after)).collect();
        let themes = |run: &Record| run.themes.iter().map(|theme| theme.theme_id.clone()).collect::<Vec<_>>();
        let same = matched(ends.iter().copied());
        let both: Vec<_> = ends.iter().copied().filter(|(a, b)| a.is_some() && b.is_some()).collect();
        Self {
            ideas: (before.ideas.len(), after.ideas.len()),
            agreement: Agreement::of(&ends),
            agreement_classed: Agreement::of(&both),
            difference: Difference::between(&seen, same, &themes(before), &themes(after)),
            labels: (labels(before), labels(after)),
            flows: flows(before, after),
        }
    }

    /// The ideas of each theme of the earlier run, and where the later one has them.
    pub(crate) fn sankey(&self, sides: (String, String), lang: Lang) -> Sankey {
        let left: Vec<End> = self.ends(|(from, _)| from);
        let right: Vec<End> = self.ends(|(_, to)| to);
        let at = |ends: &[End], end: &End| ends.iter().position(|other| other == end).unwrap_or(0);
        let same = |from: &End, to: &End| match (from, to) {
            (End::Theme(from), End::Theme(to)) => self.difference.same.get(from) == Some(to),
            (from, to) => from == to || [from, to].contains(&&End::Absent),
        };
        let flows = self.flows.iter().map(|((from, to), &ideas)| Flow {
            from: at(&left, from),
            to: at(&right, to),
            ideas,
            same: same(from, to),
        });
        let flows = flows.collect();
        let group = |end: &End, labels: &BTreeMap<ThemeId, String>, absent: &str| Group {
            aside: !matches!(end, End::Theme(_)),
            label: match end {
                End::Theme(id) => labels.get(id).cloned().unwrap_or_default(),
                End::NoTheme => pick(lang, "dans aucun thème", "in no theme").to_owned(),
                End::Absent => absent.to_owned(),
            },
        };
        let (new, gone) = pick(lang, ("idées nouvelles", "idées absentes"), ("new ideas", "absent ideas"));
        let before = left.iter().map(|end| group(end, &self.labels.0, new)).collect();
        let after = right.iter().map(|end| group(end, &self.labels.1, gone)).collect();
        Sankey { sides, before, after, flows }.untangled()
    }

    /// The ends of one side: themes by falling number of ideas, then the others.
    fn ends(&self, side: impl Fn(&(End, End)) -> &End) -> Vec<End> {
        let mut ideas: BTreeMap<&End, usize> = BTreeMap::new();
        for (pair, count) in &self.flows {
            *ideas.entry(side(pair)).or_default() += count;
        }
        let mut ends: Vec<(&End, usize)> = ideas.into_iter().collect();
        let rank = |end: &End| match end {
            End::Theme(_) => 0,
            End::NoTheme => 1,
            End::Absent => 2,
        };
        ends.sort_by(|a, b| rank(a.0).cmp(&rank(b.0)).then(b.1.cmp(&a.1)).then(a.0.cmp(b.0)));
        ends.into_iter().map(|(end, _)| end.clone()).collect()
    }

    /// The comparison in lines for a person.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let Agreement { ami, ari, .. } = self.agreement;
        let classed = self.agreement_classed;
        let (before, after) = self.ideas;
        let common = self.difference.common;
        let head = pick(
            lang,
            format!(
                "{common} idées communes (sur {before} et {after})\nAccord : AMI {ami:.3}, ARI {ari:.3} ; entre idées classées des deux côtés ({}) : AMI {:.3}, ARI {:.3}",
                classed.ideas, classed.ami, classed.ari
            ),
            format!(
                "{common} ideas in common (of {before} and {after})\nAgreement: AMI {ami:.3}, ARI {ari:.3}; among ideas classed on both sides ({}): AMI {:.3}, ARI {:.3}",
                classed.ideas, classed.ami, classed.ari
            ),
        );
        let head = pick(lang, arobase_text::typography::french(&head), head.clone());
        std::iter::once(head).chain(difference(&self.difference, &self.labels, lang)).collect::<Vec<_>>().join("\n")
    }
}

/// A difference in lines: what became of themes, then how many ideas moved.
pub(crate) fn difference(
    difference: &Difference,
    labels: &(BTreeMap<ThemeId, String>, BTreeMap<ThemeId, String>),
    lang: Lang,
) -> Vec<String> {
    let old = |id: &ThemeId| named(id, &labels.0);
    let new = |id: &ThemeId| named(id, &labels.1);
    let list =
        |ids: &[ThemeId], name: &dyn Fn(&ThemeId) -> String| ids.iter().map(name).collect::<Vec<_>>().join(" + ");
    let line = |change: &Change| match change {
        Change::Merged { before, after } => {
            format!("{} {} → {}", pick(lang, "réunis   ", "merged   "), list(before, &old), new(after))
        }
        Change::Split { before, after } => {
            format!("{} {} → {}", pick(lang, "divisé   ", "split    "), old(before), list(after, &new))
        }
        Change::New { after } => format!("{} {}", pick(lang, "nouveau  ", "new      "), new(after)),
        Change::Vanished { before } => format!("{} {}", pick(lang, "disparu  ", "vanished "), old(before)),
    };
    let (same, moved) = (difference.same.len(), difference.moved.len());
    let tail = pick(
        lang,
        format!("{same} thèmes retrouvés, {moved} idées déplacées"),
        format!("{same} themes found again, {moved} ideas moved"),
    );
    difference.changes.iter().map(line).chain([tail]).collect()
}

fn named(id: &ThemeId, labels: &BTreeMap<ThemeId, String>) -> String {
    labels.get(id).map_or_else(|| id.to_string(), |label| format!("{id} {label}"))
}

fn labels(run: &Record) -> BTreeMap<ThemeId, String> {
    run.themes.iter().map(|theme| (theme.theme_id.clone(), theme.label.clone())).collect()
}

fn flows(before: &Record, after: &Record) -> BTreeMap<(End, End), usize> {
    let end = |idea: &IdeaRow| idea.theme_id.clone().map_or(End::NoTheme, End::Theme);
    let mut ends: BTreeMap<Key<'_>, (End, End)> =
        before.ideas.iter().map(|idea| (key(idea), (end(idea), End::Absent))).collect();
    for idea in &after.ideas {
        ends.entry(key(idea)).or_insert((End::Absent, End::Absent)).1 = end(idea);
    }
    ends.into_values().fold(BTreeMap::new(), |mut flows, pair| {
        *flows.entry(pair).or_default() += 1;
        flows
    })
}

impl Agreement {
    fn of(ends: &[(Option<&ThemeId>, Option<&ThemeId>)]) -> Self {
        let (before, after): (Vec<_>, Vec<_>) = ends.iter().copied().unzip();
        let (before, after) = (numbered(&before), numbered(&after));
        let thousandths = |x: f64| (x * 1000.0).round() / 1000.0;
        Self {
            ideas: ends.len(),
            ami: thousandths(adjusted_mutual_information(&before, &after)),
            ari: thousandths(adjusted_rand(&before, &after)),
        }
    }
}

fn numbered(themes: &[Option<&ThemeId>]) -> Vec<u32> {
    let mut numbers: BTreeMap<Option<&ThemeId>, u32> = BTreeMap::new();
    themes
        .iter()
        .map(|theme| {
            let next = numbers.len() as u32;
            *numbers.entry(*theme).or_insert(next)
        })
        .collect()
}

fn pick<T>(lang: Lang, french: T, english: T) -> T {
    match lang {
        Lang::Fr => french,
        Lang::En => english,
    }
}
