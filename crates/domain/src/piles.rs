//! What lies on the bench to be looked at: piles of ideas, each a question asked of the run and of the state.

use crate::analysis::{Analysis, Idea, IdeaStatus};
use crate::edits::{BY_HAND, Standing, State};
use crate::id::{IdeaId, PropositionId, ThemeId};
use crate::territory::fold::plain_words;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// Below this margin between its first and its second theme, an idea is doubtful.
pub const DOUBT: f64 = 0.2;

/// What the code of a pile of words begins with.
const SAID: char = '~';

/// A pile of ideas.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pile {
    /// In no theme yet.
    ToSort,
    /// In a theme, without much confidence; nobody has read them there.
    Doubtful,
    /// In a theme, and near another.
    Between,
    /// They repeat another.
    Duplicates,
    /// Of a text that many sent.
    Campaigns,
    /// Behind propositions that cannot be adopted together.
    Controversies,
    /// They ask for something that only a person can word.
    ToComplete,
    /// Behind propositions of the annex.
    WeakSignals,
    /// Away from the subject.
    OffTopic,
    /// Without content.
    Empty,
    /// Of a theme.
    Theme(ThemeId),
    /// Behind a proposition.
    Proposition(PropositionId),
    /// Of the largest themes, which may want to be split.
    Large,
    /// Their coders do not agree.
    Disagreements,
    /// Of the piles that whoever asks sees to.
    Mine,
    /// They hold these words, or words that begin so; the code, with the sign before it.
    Said(String),
}

/// The piles that do not depend on a theme or a proposition, in the order in which one goes through them.
pub const STANDING: [Pile; 13] = [
    Pile::Mine,
    Pile::ToSort,
    Pile::Doubtful,
    Pile::Between,
    Pile::Large,
    Pile::Duplicates,
    Pile::Campaigns,
    Pile::Controversies,
    Pile::ToComplete,
    Pile::Disagreements,
    Pile::WeakSignals,
    Pile::OffTopic,
    Pile::Empty,
];

/// What is known beside the run and the state, of which some piles are made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Ideas that their coders do not agree about, as long as nobody has settled it.
    pub disputed: BTreeSet<IdeaId>,
    /// Piles that whoever asks sees to.
    pub mine: Vec<Pile>,
}

impl Pile {
    /// Its code in addresses and messages; that of a theme or of a proposition is its identifier.
    pub fn code(&self) -> &str {
        match self {
            Self::ToSort => "to-sort",
            Self::Doubtful => "doubtful",
            Self::Between => "between",
            Self::Duplicates => "duplicates",
            Self::Campaigns => "campaigns",
            Self::Controversies => "controversies",
            Self::ToComplete => "to-complete",
            Self::WeakSignals => "weak-signals",
            Self::OffTopic => "off-topic",
            Self::Empty => "empty",
            Self::Large => "large",
            Self::Disagreements => "disagreements",
            Self::Mine => "mine",
            Self::Said(code) => code,
            Self::Theme(id) => id.as_str(),
            Self::Proposition(id) => id.as_str(),
        }
    }

    /// The ideas of the run that lie on it now, by their places in [`Analysis::ideas`], in the order in which to read them.
    pub fn of(&self, analysis: &Analysis, state: &State) -> Vec<usize> {
        self.among(analysis, state, &Beside::default())
    }

    /// The same, with what is known beside.
    pub fn among(&self, analysis: &Analysis, state: &State, beside: &Beside) -> Vec<usize> {
        let asking = Asking::of(self, analysis, state, beside);
        let lying = laid(analysis, state).filter(|(_, idea, stands)| asking.lies(idea, stands));
        let mut found: Vec<usize> = lying.map(|(at, ..)| at).collect();
        match self {
            Self::Doubtful | Self::Between => {
                found.sort_by(|&a, &b| analysis.ideas[a].confidence.total_cmp(&analysis.ideas[b].confidence));
            }
            Self::Campaigns => found.sort_by_key(|&at| analysis.ideas[at].campaign),
            Self::Theme(_) => found.sort_by_key(|&at| analysis.ideas[at].duplicate_of.is_some()),
            Self::Mine => found.sort_by_key(|&at| state.ideas[&analysis.ideas[at].id].reason == BY_HAND),
            _ => {}
        }
        found
    }

    /// The pile where an idea that stands so is always found: that of its theme, or of its state without one.
    pub fn lying(stands: &Standing) -> Self {
        match (&stands.theme, stands.status) {
            (Some(theme), _) => Self::Theme(theme.clone()),
            (None, IdeaStatus::OffTopic) => Self::OffTopic,
            (None, IdeaStatus::Empty) => Self::Empty,
            (None, _) => Self::ToSort,
        }
    }

    /// The pile of the ideas that hold these words.
    pub fn said(words: &str) -> Self {
        Self::Said(format!("{SAID}{words}"))
    }

    /// The words looked for, as they were written; none for the other piles.
    pub fn looked_for(&self) -> &str {
        match self {
            Self::Said(code) => code.strip_prefix(SAID).unwrap_or(code),
            _ => "",
        }
    }

    /// The ideas of the piles that are told by a list of them.
    fn chosen<'a>(&self, analysis: &'a Analysis, state: &'a State) -> BTreeSet<&'a IdeaId> {
        let behind = |wanted: &dyn Fn(&PropositionId) -> bool| {
            state.propositions.iter().filter(|(id, _)| wanted(id)).flat_map(|(_, worded)| &worded.ideas).collect()
        };
        match self {
            Self::Proposition(wanted) => behind(&|id| id == wanted),
            Self::Controversies => behind(&|id| !state.propositions[id].opposed.is_empty()),
            Self::WeakSignals => behind(&|id| state.propositions[id].rank == crate::Rank::WeakSignal),
            Self::ToComplete => analysis.close.to_complete.iter().map(|missing| &missing.idea).collect(),
            Self::Large => state.large().into_iter().collect(),
            _ => BTreeSet::new(),
        }
    }
}

/// What a pile asks of an idea.
struct Asking<'a> {
    pile: &'a Pile,
    /// Of the piles that are told by a list of ideas.
    chosen: BTreeSet<&'a IdeaId>,
    words: Vec<String>,
    /// What each of the piles that someone sees to asks.
    mine: Vec<Self>,
    beside: &'a Beside,
}

impl<'a> Asking<'a> {
    fn of(pile: &'a Pile, analysis: &'a Analysis, state: &'a State, beside: &'a Beside) -> Self {
        let seen_to = beside.mine.iter().filter(|other| *pile == Pile::Mine && **other != Pile::Mine);
        Self {
            chosen: pile.chosen(analysis, state),
            words: plain_words(pile.looked_for()),
            mine: seen_to.map(|other| Self::of(other, analysis, state, beside)).collect(),
            pile,
            beside,
        }
    }

    fn lies(&self, idea: &Idea, stands: &Standing) -> bool {
        match self.pile {
            Pile::ToSort => stands.status == IdeaStatus::ToSort,
            Pile::OffTopic => stands.status == IdeaStatus::OffTopic,
            Pile::Empty => stands.status == IdeaStatus::Empty,
            Pile::Doubtful => unread(stands) && idea.confidence < DOUBT,
            Pile::Between => unread(stands) && idea.second_theme.is_some(),
            Pile::Duplicates => idea.duplicate_of.is_some(),
            Pile::Campaigns => idea.campaign.is_some(),
            Pile::Disagreements => self.beside.disputed.contains(&idea.id),
            Pile::Mine => self.mine.iter().any(|other| other.lies(idea, stands)),
            Pile::Said(_) => !self.words.is_empty() && says(&idea.text, &self.words),
            Pile::Theme(theme) => stands.theme.as_ref() == Some(theme),
            _ => self.chosen.contains(&idea.id),
        }
    }
}

/// The ideas of the run that are on the bench, with their places and how they stand.
fn laid<'a>(analysis: &'a Analysis, state: &'a State) -> impl Iterator<Item = (usize, &'a Idea, &'a Standing)> {
    let stands = |(at, idea): (usize, &'a Idea)| Some((at, idea, state.ideas.get(&idea.id)?));
    analysis.ideas.iter().enumerate().filter_map(stands)
}

/// How many ideas lie on each of these piles, counted in one pass: a page shows them all.
pub fn counts(piles: &[Pile], analysis: &Analysis, state: &State, beside: &Beside) -> Vec<usize> {
    let asking: Vec<Asking<'_>> = piles.iter().map(|pile| Asking::of(pile, analysis, state, beside)).collect();
    let mut counts = vec![0; piles.len()];
    for (_, idea, stands) in laid(analysis, state) {
        for (count, asking) in counts.iter_mut().zip(&asking) {
            *count += usize::from(asking.lies(idea, stands));
        }
    }
    counts
}

/// The words of a query without accents or capitals: what makes two queries the same.
pub fn key(words: &str) -> String {
    plain_words(words).join(" ")
}

/// Which ideas of a run hold which words, to find those of many queries at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index(BTreeMap<String, BTreeSet<usize>>);

impl Index {
    /// The index of the ideas of a run.
    pub fn of(analysis: &Analysis) -> Self {
        let mut index: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (place, idea) in analysis.ideas.iter().enumerate() {
            for word in plain_words(&idea.text) {
                index.entry(word).or_default().insert(place);
            }
        }
        Self(index)
    }

    /// The ideas of [`Pile::said`], by their places.
    pub fn find(&self, words: &str) -> Vec<usize> {
        let found = plain_words(words).into_iter().map(|word| self.beginning(&word));
        found.reduce(|all, some| &all & &some).unwrap_or_default().into_iter().collect()
    }

    /// The ideas that hold a word that begins so.
    fn beginning(&self, word: &str) -> BTreeSet<usize> {
        let begin = self.0.range(word.to_owned()..).take_while(|(held, _)| held.starts_with(word));
        begin.flat_map(|(_, places)| places.iter().copied()).collect()
    }
}

/// Whether each of `words` begins a word of `text`.
fn says(text: &str, words: &[String]) -> bool {
    let said = plain_words(text);
    words.iter().all(|word| said.iter().any(|other| other.starts_with(word)))
}

/// In a theme where the engine put it.
fn unread(stands: &Standing) -> bool {
    stands.status == IdeaStatus::Classed && stands.reason != BY_HAND
}

impl State {
    /// The ideas of unlocked themes that hold more than twice what a theme holds on average.
    fn large(&self) -> Vec<&IdeaId> {
        let mut members: BTreeMap<&ThemeId, Vec<&IdeaId>> = BTreeMap::new();
        for (id, stands) in &self.ideas {
            if let Some(theme) = &stands.theme {
                members.entry(theme).or_default().push(id);
            }
        }
        let average = members.values().map(Vec::len).sum::<usize>() / members.len().max(1);
        let large = members.into_iter().filter(|(theme, ideas)| {
            ideas.len() > 2 * average && self.themes.get(*theme).is_some_and(|held| !held.locked)
        });
        large.flat_map(|(_, ideas)| ideas).collect()
    }
}

impl fmt::Display for Pile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// No pile has this code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such pile")]
pub struct NoPile;

impl FromStr for Pile {
    type Err = NoPile;

    fn from_str(code: &str) -> Result<Self, NoPile> {
        if let Some(pile) = STANDING.into_iter().find(|pile| pile.code() == code) {
            return Ok(pile);
        }
        if code.starts_with(SAID) {
            return Ok(Self::Said(code.to_owned()));
        }
        let numbered = code.get(1..).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
        match code.bytes().next().filter(|_| numbered) {
            Some(b't') => Ok(Self::Theme(ThemeId::new(code))),
            Some(b'p' | b's') => Ok(Self::Proposition(PropositionId::new(code))),
            _ => Err(NoPile),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn analysis() -> Analysis {
        let idea = |at: u32, confidence, theme: Option<u32>| Idea {
            id: IdeaId::new(format!("{at}.1")),
            status: if theme.is_some() { IdeaStatus::Classed } else { IdeaStatus::ToSort },
            theme: theme.map(ThemeId::numbered),
            second_theme: (confidence < 0.5).then(|| ThemeId::numbered(1)),
            reason: "classed".into(),
            confidence,
            ..Idea::default()
        };
        Analysis {
            ideas: vec![idea(1, 0.9, Some(1)), idea(2, 0.15, Some(2)), idea(3, 0.1, Some(2)), idea(4, 0.0, None)],
            ..Analysis::default()
        }
    }

    #[test]
    fn the_most_doubtful_comes_first_and_goes_once_read() {
        let (analysis, mut state) = (analysis(), State::whole(&analysis(), 1.0));
        assert_eq!(Pile::Doubtful.of(&analysis, &state), [2, 1]);
        BY_HAND.clone_into(&mut state.ideas.get_mut(&analysis.ideas[2].id).expect("there").reason);
        assert_eq!(Pile::Doubtful.of(&analysis, &state), [1]);
        assert_eq!(Pile::ToSort.of(&analysis, &state), [3]);
        assert_eq!(Pile::Theme(ThemeId::numbered(2)).of(&analysis, &state), [1, 2]);
    }

    #[test]
    fn what_someone_sees_to_is_one_pile_what_is_left_to_read_first() {
        let (analysis, mut state) = (analysis(), State::whole(&analysis(), 1.0));
        let mine = vec![Pile::Theme(ThemeId::numbered(2)), Pile::ToSort, Pile::Doubtful, Pile::Mine];
        let beside = Beside { mine, disputed: [IdeaId::new("1.1"), IdeaId::new("9.1")].into() };
        assert_eq!(Pile::Mine.among(&analysis, &state, &beside), [1, 2, 3]);
        BY_HAND.clone_into(&mut state.ideas.get_mut(&analysis.ideas[1].id).expect("there").reason);
        assert_eq!(Pile::Mine.among(&analysis, &state, &beside), [2, 3, 1]);
        assert_eq!(Pile::Disagreements.among(&analysis, &state, &beside), [0]);
        assert_eq!(Pile::Mine.of(&analysis, &state), [0; 0]);
        let lengths = STANDING.each_ref().map(|pile| pile.among(&analysis, &state, &beside).len());
        assert_eq!(counts(&STANDING, &analysis, &state, &beside), lengths, "counted as they are listed");
    }

    #[test]
    fn words_are_found_without_accents_and_by_their_beginning() {
        let mut analysis = analysis();
        for (idea, text) in analysis.ideas.iter_mut().zip(["La Fibre à l’école", "écoles rurales", "le papier", ""])
        {
            text.clone_into(&mut idea.text);
        }
        let state = State::whole(&analysis, 1.0);
        for (words, found) in [("ecole", vec![0, 1]), ("école FIB", vec![0]), ("cole", vec![]), (" ~ ", vec![])] {
            assert_eq!(Pile::said(words).of(&analysis, &state), found, "{words}");
            assert_eq!(Index::of(&analysis).find(words), found, "{words}");
        }
    }

    #[test]
    fn codes_are_read_back() {
        let some =
            [Pile::said("fibre"), Pile::Theme(ThemeId::numbered(7)), Pile::Proposition(PropositionId::new("s03"))];
        for pile in STANDING.into_iter().chain(some) {
            assert_eq!(pile.code().parse(), Ok(pile));
        }
    }

    proptest! {
        #[test]
        fn any_address_is_a_pile_or_none(code in "\\PC{0,6}") {
            if let Ok(pile) = code.parse::<Pile>() {
                prop_assert_eq!(pile.code(), code);
            }
        }
    }
}
