//! Who stands behind what is on a bench, and what the propositions that it keeps leave out.

use crate::analysis::{Analysis, Rank, Support};
use crate::contribution::Channel;
use crate::curated::{Desk, Voice};
use crate::edits::{Decision, State, Worded};
use crate::id::{ContributionId, IdeaId, QuestionId, ThemeId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Who stands behind each theme and each question, as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weights {
    /// Every theme, those without ideas included.
    pub themes: BTreeMap<ThemeId, Weight>,
    /// Every question; an author of two of its themes counts once.
    pub questions: BTreeMap<QuestionId, Weight>,
}

/// Who stands behind some ideas, and how they were heard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weight {
    /// Who stands behind them.
    pub support: Support,
    /// How their contributions came, the most frequent channel first.
    pub channels: Vec<Heard>,
}

/// What came by a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// The channel.
    pub channel: Channel,
    /// Contributions that came by it.
    pub contributions: usize,
    /// The same, each campaign counted once.
    pub once: usize,
}

impl Weight {
    fn of<'a>(desk: &Desk<'_>, ideas: impl Iterator<Item = &'a IdeaId> + Clone) -> Self {
        Self { support: desk.support(ideas.clone()), channels: heard(desk, ideas) }
    }
}

fn heard<'a>(desk: &Desk<'_>, ideas: impl Iterator<Item = &'a IdeaId>) -> Vec<Heard> {
    let said = ideas.filter_map(|id| Some(&desk.ideas.get(id)?.contribution));
    let mut came: BTreeMap<Channel, BTreeSet<&ContributionId>> = BTreeMap::new();
    for contribution in said {
        let channel = desk.voices.get(contribution).map_or_else(Channel::default, |voice| voice.channel);
        came.entry(channel).or_default().insert(contribution);
    }
    let once = |all: &BTreeSet<&ContributionId>| {
        let campaigns: BTreeSet<u32> = all.iter().filter_map(|one| desk.campaigns.get(*one).copied()).collect();
        campaigns.len() + all.iter().filter(|one| !desk.campaigns.contains_key(**one)).count()
    };
    let heard = |(channel, all): (Channel, BTreeSet<&ContributionId>)| Heard {
        channel,
        contributions: all.len(),
        once: once(&all),
    };
    let mut heard: Vec<Heard> = came.into_iter().map(heard).collect();
    heard.sort_by_key(|heard| (Reverse(heard.contributions), heard.channel));
    heard
}

impl Weights {
    /// The weights of a state of a run, whose contributions have these voices.
    pub fn of(run: &Analysis, state: &State, voices: &BTreeMap<ContributionId, Voice>) -> Self {
        let desk = Desk::new(run, state, voices);
        let members = |theme: &ThemeId| desk.members.get(theme).into_iter().flatten().copied();
        let theme = |id: &ThemeId| (id.clone(), Weight::of(&desk, members(id)));
        let question = |id: &QuestionId| {
            let ideas: Vec<&IdeaId> = state.under(Some(id)).into_iter().flat_map(members).collect();
            (id.clone(), Weight::of(&desk, ideas.into_iter()))
        };
        Self {
            themes: state.themes.keys().map(theme).collect(),
            questions: state.questions.keys().map(question).collect(),
        }
    }
}

/// A theme, with what no proposition of the selection asks for in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncovered {
    /// The theme.
    pub theme: ThemeId,
    /// How many propositions of the selection come from it.
    pub propositions: usize,
    /// Who stands behind it.
    pub whole: Support,
    /// Who stands behind those of its ideas that no proposition of the selection is behind.
    pub left: Support,
}

/// Whether a proposition is in the selection: adopted, or selected by the run and not decided yet.
pub fn selected(worded: &Worded) -> bool {
    match worded.decision {
        Decision::Adopted => true,
        Decision::Open => worded.rank != Rank::WeakSignal,
        Decision::Aside(_) => false,
    }
}

/// What the selection leaves out: themes without any proposition of it first, then by ideas and authors left out, the largest first.
pub fn uncovered(run: &Analysis, state: &State, voices: &BTreeMap<ContributionId, Voice>) -> Vec<Uncovered> {
    let desk = Desk::new(run, state, voices);
    let kept: Vec<&Worded> = state.propositions.values().filter(|worded| selected(worded)).collect();
    let covered: BTreeSet<&IdeaId> = kept.iter().flat_map(|worded| &worded.ideas).collect();
    let theme = |(id, members): (&&ThemeId, &Vec<&IdeaId>)| Uncovered {
        theme: (*id).clone(),
        propositions: kept.iter().filter(|worded| state.theme_of(worded) == Some(*id)).count(),
        whole: desk.support(members.iter().copied()),
        left: desk.support(members.iter().copied().filter(|idea| !covered.contains(idea))),
    };
    let mut found: Vec<Uncovered> = desk.members.iter().map(theme).filter(|found| found.left.ideas > 0).collect();
    found.sort_by_key(|found| {
        (found.propositions > 0, Reverse((found.left.ideas, found.left.authors)), found.theme.clone())
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Idea, IdeaStatus, Proposition, Question, Theme};
    use crate::id::PropositionId;

    fn theme(at: u32) -> Theme {
        Theme {
            id: ThemeId::numbered(at),
            question: QuestionId::new("q1"),
            label: format!("thème {at}"),
            keywords: Vec::new(),
            support: Support::default(),
            stability: 0.8,
            label_coverage: 0.5,
        }
    }

    fn idea(at: u32, theme: u32) -> Idea {
        Idea {
            id: IdeaId::new(format!("{at}.{theme}")),
            contribution: ContributionId::numbered(at),
            status: IdeaStatus::Classed,
            theme: Some(ThemeId::numbered(theme)),
            campaign: (at > 4).then_some(1),
            ..Idea::default()
        }
    }

    fn proposition(id: &str, source: &str, rank: Rank) -> Proposition {
        Proposition {
            id: PropositionId::new(id),
            question: QuestionId::new("q1"),
            theme: ThemeId::numbered(1),
            text: "agir".into(),
            source: IdeaId::new(source),
            source_span: crate::Span::default(),
            rules: Vec::new(),
            justification: String::new(),
            ideas: vec![IdeaId::new(source)],
            support: Support::default(),
            rank,
        }
    }

    /// Three ideas in the first theme, two in the second, which only a weak signal speaks for, four in the third: a campaign of three, and one voice.
    fn analysis() -> Analysis {
        Analysis {
            ideas: vec![
                idea(1, 1),
                idea(2, 1),
                idea(3, 1),
                idea(1, 2),
                idea(2, 2),
                idea(4, 3),
                idea(5, 3),
                idea(6, 3),
                idea(7, 3),
            ],
            themes: vec![theme(1), theme(2), theme(3)],
            questions: vec![Question {
                id: QuestionId::new("q1"),
                wording: "Comment ?".into(),
                candidates: Vec::new(),
                support: Support::default(),
            }],
            propositions: vec![proposition("p1", "1.1", Rank::Main), proposition("s1", "1.2", Rank::WeakSignal)],
            ..Analysis::default()
        }
    }

    #[test]
    fn an_author_counts_once_and_a_campaign_for_one_voice() {
        let run = analysis();
        let weights = Weights::of(&run, &State::whole(&run, 1.0), &BTreeMap::new());
        let third = weights.themes[&ThemeId::numbered(3)].support;
        assert_eq!((third.ideas, third.authors, third.authors_dedup), (4, 4, 2));
        let whole = weights.questions[&QuestionId::new("q1")].support;
        assert_eq!((whole.ideas, whole.contributions, whole.authors, whole.authors_dedup), (9, 7, 7, 5));
    }

    proptest::proptest! {
        /// Whoever signs beside is counted with those who sign first, and takes nobody away.
        #[test]
        fn a_signer_more_takes_nobody_away(signed in proptest::collection::vec((1..8_u32, 0..4_u8, 0..3_u8), 0..12)) {
            let run = analysis();
            let mut voices: BTreeMap<ContributionId, Voice> = BTreeMap::new();
            let counts = |voices: &BTreeMap<ContributionId, Voice>| {
                let weights = Weights::of(&run, &State::whole(&run, 1.0), voices);
                weights.themes.into_values().map(|one| one.support).collect::<Vec<_>>()
            };
            for (number, name, place) in signed {
                let before = counts(&voices);
                let one = crate::Signature { author: format!("p{name}"), territory: Some(format!("lieu {place}")) };
                voices.entry(ContributionId::numbered(number)).or_default().others.push(one);
                for (was, is) in before.iter().zip(counts(&voices)) {
                    proptest::prop_assert!(is.authors >= was.authors && is.territories >= was.territories);
                    proptest::prop_assert!(is.authors_dedup >= was.authors_dedup && is.ideas == was.ideas);
                }
            }
        }
    }

    #[test]
    fn those_who_sign_beside_are_counted_once_wherever_they_sign() {
        let run = analysis();
        let zoe = || crate::Signature { author: "zoé".into(), territory: Some("Agen".into()) };
        let voice = |author: &str| Voice {
            author: Some(author.into()),
            territory: Some("Nouans".into()),
            others: vec![zoe()],
            ..Voice::default()
        };
        let voices = [(1, voice("anne")), (2, voice("zoé")), (3, voice("anne"))];
        let voices = voices.map(|(number, voice)| (ContributionId::numbered(number), voice)).into();
        let first = Weights::of(&run, &State::whole(&run, 1.0), &voices).themes[&ThemeId::numbered(1)].support;
        assert_eq!((first.contributions, first.authors, first.territories, first.authors_dedup), (3, 2, 2, 2));
    }

    #[test]
    fn channels_are_told_with_and_without_campaigns() {
        let run = analysis();
        let voice = |channel| Voice { channel, ..Voice::default() };
        let came = [(4, Channel::Paper), (5, Channel::Room), (6, Channel::Paper), (7, Channel::Paper)];
        let voices = came.map(|(at, channel)| (ContributionId::numbered(at), voice(channel))).into();
        let weights = Weights::of(&run, &State::whole(&run, 1.0), &voices);
        let heard = |channel, contributions, once| Heard { channel, contributions, once };
        let third = &weights.themes[&ThemeId::numbered(3)];
        assert_eq!(third.channels, [heard(Channel::Paper, 3, 2), heard(Channel::Room, 1, 1)]);
        let online = heard(Channel::Online, 3, 3);
        assert_eq!(weights.questions[&QuestionId::new("q1")].channels[0], online, "those of two themes count once");
    }

    #[test]
    fn the_largest_theme_without_proposition_comes_first() {
        let run = analysis();
        let found = uncovered(&run, &State::whole(&run, 1.0), &BTreeMap::new());
        let told: Vec<_> = found.iter().map(|one| (one.theme.as_str(), one.propositions, one.left.ideas)).collect();
        assert_eq!(told, [("t03", 0, 4), ("t02", 0, 2), ("t01", 1, 2)]);
    }

    #[test]
    fn what_people_decide_goes_before_the_rank() {
        let run = analysis();
        let mut state = State::whole(&run, 1.0);
        let decide = |state: &mut State, id: &str, decision| {
            state.propositions.get_mut(&PropositionId::new(id)).expect("there").decision = decision;
        };
        decide(&mut state, "s1", Decision::Adopted);
        decide(&mut state, "p1", Decision::Aside("hors du mandat".into()));
        let found = uncovered(&run, &state, &BTreeMap::new());
        let told: Vec<_> = found.iter().map(|one| (one.theme.as_str(), one.propositions, one.left.ideas)).collect();
        assert_eq!(told, [("t03", 0, 4), ("t01", 0, 3), ("t02", 1, 1)]);
    }
}
