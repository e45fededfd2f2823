//! A motion begins from what was classed: sections from questions, clauses from propositions, in one of the shapes that congresses have used.

use super::{Clause, Motion, Section, SectionKind, Source};
use crate::analysis::{Analysis, Proposition, Question, Rank, Theme};
use crate::close::Addressee;
use crate::id::PropositionId;
use std::collections::{BTreeMap, BTreeSet};

/// Clauses in each section of [`Shape::Priorities`].
const LEVERS: usize = 3;
/// Sections of [`Shape::Axes`].
const AXES: usize = 8;

/// What a motion looks like (domain.md §1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Axes with a paragraph each, from the best-supported themes: 2019.
    Axes,
    /// Priorities with a finding and three levers each: 2021.
    Priorities,
    /// Questions with propositions in the infinitive: 2022.
    Questions,
    /// Nothing yet but the title.
    Blank,
}

impl Shape {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Questions, Self::Priorities, Self::Axes, Self::Blank];

    /// Its code in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Axes => "axes",
            Self::Priorities => "priorities",
            Self::Questions => "questions",
            Self::Blank => "blank",
        }
    }

    /// The shape of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.as_str() == code)
    }
}

/// A motion of a shape, from what was found and decided. Every selected proposition is in a clause or waits in sight ([`account`](super::account())).
pub fn start(analysis: &Analysis, shape: Shape, title: &str) -> Motion {
    start_after(0, analysis, shape, title)
}

/// The same where a text was begun before: its clauses bear none of the identifiers that were given until `minted`, to which remarks and answers hold.
pub fn start_after(minted: u32, analysis: &Analysis, shape: Shape, title: &str) -> Motion {
    let mut motion = Motion { title: title.to_owned(), minted, ..Motion::default() };
    let drawn = Drawn::of(analysis);
    match shape {
        Shape::Axes => drawn.axes(&mut motion),
        Shape::Priorities => drawn.questions(&mut motion, SectionKind::Priority, LEVERS),
        Shape::Questions => drawn.questions(&mut motion, SectionKind::Question, usize::MAX),
        Shape::Blank => {}
    }
    motion
}

/// What sections are drawn from.
struct Drawn<'a> {
    analysis: &'a Analysis,
    to: BTreeMap<&'a PropositionId, BTreeSet<String>>,
}

impl<'a> Drawn<'a> {
    fn of(analysis: &'a Analysis) -> Self {
        let mut to: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
        let asked = |one: &&Addressee| one.role != "public";
        for one in analysis.close.addressees.iter().filter(asked) {
            to.entry(&one.proposition).or_default().insert(one.key.clone());
        }
        Self { analysis, to }
    }

    fn selected(&self, keep: impl Fn(&Proposition) -> bool) -> Vec<&'a Proposition> {
        self.analysis.propositions.iter().filter(|one| one.rank != Rank::WeakSignal && keep(one)).collect()
    }

    fn questions(&self, motion: &mut Motion, kind: SectionKind, most: usize) {
        for Question { id, wording, .. } in &self.analysis.questions {
            let mut kept = self.selected(|one| one.question == *id);
            if kept.len() > most {
                kept.sort_by_key(|one| std::cmp::Reverse(one.support.authors));
                kept.truncate(most);
            }
            let clauses = kept.iter().map(|one| self.clause(motion, &sentence(&one.text), &[one])).collect();
            push(motion, kind, wording, clauses);
        }
    }

    fn axes(&self, motion: &mut Motion) {
        let mut themes: Vec<(&Theme, Vec<&Proposition>)> =
            self.analysis.themes.iter().map(|theme| (theme, self.selected(|one| one.theme == theme.id))).collect();
        themes.retain(|(_, kept)| !kept.is_empty());
        themes.sort_by_key(|(theme, _)| std::cmp::Reverse(theme.support.authors));
        for (theme, kept) in themes.into_iter().take(AXES) {
            let items: Vec<String> = kept.iter().map(|one| format!("- {}", one.text)).collect();
            let clauses = vec![self.clause(motion, &items.join(" ;\n"), &kept)];
            push(motion, SectionKind::Axis, &theme.label, clauses);
        }
    }

    fn clause(&self, motion: &mut Motion, text: &str, from: &[&Proposition]) -> Clause {
        Clause {
            id: motion.new_clause(),
            text: text.to_owned(),
            sources: from.iter().map(|one| Source::Proposition(one.id.clone())).collect(),
            to: from.iter().filter_map(|one| self.to.get(&one.id)).flatten().cloned().collect(),
        }
    }
}

fn push(motion: &mut Motion, kind: SectionKind, title: &str, clauses: Vec<Clause>) {
    let id = motion.new_section();
    motion.sections.push(Section { id, kind, title: title.to_owned(), lead: String::new(), clauses });
}

/// An infinitive phrase as a sentence.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", chars.as_str().trim_end_matches(['.', ' ']))
}
