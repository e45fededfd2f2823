//! From the engine's indices to the platform's identifiers.

mod study;

use crate::clock;
use crate::progress::Bars;
use arobase_domain::{
    Addressee, Analysis, CloseReading, ContributionId, Controversy, Fate, Idea, IdeaId, IdeaStatus, Incomplete, Kind,
    PersonalDatum, Place, Proposition, PropositionId, Question, QuestionId, Rank, RunRecord, Span, StageRecord,
    Support, Theme, ThemeId, signers,
};
use arobase_encoder::{Encode, EncodeError};
use arobase_funnel::outcome::{self, Outcome, Status};
use arobase_funnel::{Input, Settings, Signature, natural};
use std::cmp::Ordering;

/// How the run went, as measured outside the engine.
#[derive(Debug, Default)]
pub(crate) struct Course {
    /// Stages with their seconds.
    stages: Vec<StageRecord>,
    /// Peak resident memory in bytes.
    peak_memory: Option<u64>,
    /// Fingerprint of the encoder's file.
    encoder: String,
}

impl Course {
    /// The course that `bars` have seen.
    pub(crate) fn over(bars: Bars, encoder: &dyn Encode) -> Self {
        Self { stages: bars.finish(), peak_memory: clock::peak_memory(), encoder: encoder.fingerprint().to_owned() }
    }
}

/// Runs the engine on `inputs`; `broken` are the fates of rows that could not be read.
///
/// # Errors
/// Those of the encoder.
pub(crate) fn run(
    inputs: &[Input],
    broken: Vec<Fate>,
    settings: &Settings,
    encoder: &dyn Encode,
    mut bars: Bars,
) -> Result<Analysis, EncodeError> {
    bars.begin(inputs.len());
    let outcome = arobase_funnel::analyse(inputs, settings, encoder, &mut bars)?;
    Ok(analysis(&outcome, inputs, &numbered(&outcome), broken, settings, Course::over(bars, encoder)))
}

/// Names of themes by their rank.
pub(crate) fn numbered(outcome: &Outcome) -> Vec<ThemeId> {
    (1..=outcome.themes.len() as u32).map(ThemeId::numbered).collect()
}

/// The whole analysis, by name; `themes` are the names of the outcome's.
pub(crate) fn analysis(
    outcome: &Outcome,
    inputs: &[Input],
    themes: &[ThemeId],
    broken: Vec<Fate>,
    settings: &Settings,
    course: Course,
) -> Analysis {
    let names = Names::of(outcome, inputs, themes);
    let signatures = inputs.iter().map(|input| input.others.len()).sum();
    let mut analysis = Analysis {
        run: record(outcome, inputs, settings, course),
        fates: fates(outcome, &names, broken),
        ideas: outcome.ideas.iter().enumerate().map(|(at, idea)| names.idea(at, idea)).collect(),
        themes: outcome.themes.iter().enumerate().map(|(at, found)| names.theme(at, found)).collect(),
        questions: outcome.questions.iter().enumerate().map(|(at, found)| question(at, found)).collect(),
        propositions: outcome
            .propositions
            .iter()
            .enumerate()
            .map(|(at, proposition)| names.proposition(at, proposition, outcome))
            .collect(),
        close: names.close(outcome),
        controversies: outcome
            .controversies
            .iter()
            .map(|&(one, other)| Controversy {
                one: names.propositions[one].clone(),
                other: names.propositions[other].clone(),
            })
            .collect(),
        personal: outcome.personal.iter().map(|found| names.personal(found)).collect(),
        study: study::study(&outcome.study, &names),
    };
    signers::told(&mut analysis.run.parameters, signatures);
    analysis.run.output_hash = arobase_tables::export::fingerprint(&analysis);
    analysis
}

/// Identifiers in the order of the outcome's lists.
struct Names<'a> {
    themes: &'a [ThemeId],
    contributions: Vec<ContributionId>,
    ideas: Vec<IdeaId>,
    propositions: Vec<PropositionId>,
}

impl<'a> Names<'a> {
    fn of(outcome: &Outcome, inputs: &[Input], themes: &'a [ThemeId]) -> Self {
        let contributions: Vec<ContributionId> =
            outcome.order.iter().map(|&at| ContributionId::new(inputs[at].id.as_str())).collect();
        let mut rank = vec![0; contributions.len()];
        let ideas = outcome.ideas.iter().map(|idea| {
            rank[idea.contribution] += 1;
            IdeaId::new(format!("{}.{}", contributions[idea.contribution], rank[idea.contribution]))
        });
        let ideas = ideas.collect();
        Self { themes, ideas, propositions: proposition_ids(outcome), contributions }
    }

    fn idea(&self, at: usize, idea: &outcome::Idea) -> Idea {
        Idea {
            id: self.ideas[at].clone(),
            contribution: self.contributions[idea.contribution].clone(),
            span: Span { start: idea.span.start, end: idea.span.end },
            text: idea.text.clone(),
            carried: idea.carried.clone(),
            kind: kind(idea.kind),
            kinds: idea.kinds.iter().map(|&(found, score)| (kind(found), thousandths(score.into()))).collect(),
            status: status(idea.status),
            reason: idea.reason.to_owned(),
            theme: idea.theme.map(|theme| self.themes[theme].clone()),
            second_theme: idea.second_theme.map(|theme| self.themes[theme].clone()),
            confidence: thousandths(idea.confidence.into()),
            duplicate_of: idea.duplicate_of.map(|first| self.ideas[first].clone()),
            campaign: idea.campaign.map(|number| number as u32 + 1),
            proposition: idea.proposition.map(|proposition| self.propositions[proposition].clone()),
            place: place(idea.place),
        }
    }

    fn personal(&self, found: &outcome::Personal) -> PersonalDatum {
        let datum = &found.datum;
        PersonalDatum {
            contribution: self.contributions[found.contribution].clone(),
            span: Span { start: datum.span.start, end: datum.span.end },
            kind: datum.kind.as_str().to_owned(),
            score: thousandths(datum.score.into()),
            reason: datum.reason.to_owned(),
            mask: datum.kind.mask().to_owned(),
        }
    }

    fn close(&self, outcome: &Outcome) -> CloseReading {
        let named = |proposition: &PropositionId, role: &str, named: &outcome::Named| Addressee {
            proposition: proposition.clone(),
            role: role.to_owned(),
            key: named.key.to_owned(),
            words: named.words.clone(),
        };
        let addressees = self.propositions.iter().zip(&outcome.addressees).flat_map(|(id, read)| {
            let actors = read.actors.iter().map(move |one| named(id, "actor", one));
            let levels = read.levels.iter().map(move |one| named(id, "level", one));
            actors.chain(levels).chain(read.publics.iter().map(move |one| named(id, "public", one)))
        });
        let missing =
            |&(idea, reason): &(usize, &str)| Incomplete { idea: self.ideas[idea].clone(), reason: reason.to_owned() };
        CloseReading {
            addressees: addressees.collect(),
            to_complete: outcome.to_complete.iter().map(missing).collect(),
        }
    }

    fn theme(&self, at: usize, theme: &outcome::Theme) -> Theme {
        Theme {
            id: self.themes[at].clone(),
            question: question_id(theme.question),
            label: theme.label.clone(),
            keywords: theme.keywords.clone(),
            support: support(theme.support),
            stability: thousandths(theme.stability.into()),
            label_coverage: thousandths(theme.label_coverage.into()),
        }
    }

    fn proposition(&self, at: usize, proposition: &outcome::Proposition, outcome: &Outcome) -> Proposition {
        Proposition {
            id: self.propositions[at].clone(),
            question: question_id(outcome.themes[proposition.theme].question),
            theme: self.themes[proposition.theme].clone(),
            text: proposition.text.clone(),
            source: self.ideas[proposition.source].clone(),
            source_span: Span { start: proposition.source_span.start, end: proposition.source_span.end },
            rules: proposition.rules.iter().map(|rule| (*rule).to_owned()).collect(),
            justification: proposition.justification.clone(),
            ideas: proposition.ideas.iter().map(|&idea| self.ideas[idea].clone()).collect(),
            support: support(proposition.support),
            rank: match proposition.rank {
                outcome::Rank::Main => Rank::Main,
                outcome::Rank::Minority => Rank::Minority,
                outcome::Rank::WeakSignal => Rank::WeakSignal,
            },
        }
    }
}

fn question(at: usize, question: &outcome::Question) -> Question {
    let candidates = question.candidates.clone();
    Question {
        id: question_id(at),
        wording: candidates.first().cloned().unwrap_or_default(),
        candidates,
        support: support(question.support),
    }
}

fn question_id(at: usize) -> QuestionId {
    QuestionId::new(format!("q{}", at + 1))
}

/// `p01`… for the selected, `s01`… for the annex.
fn proposition_ids(outcome: &Outcome) -> Vec<PropositionId> {
    let (mut selected, mut annexed) = (0, 0);
    let mut next = |rank| {
        let (letter, number) =
            if rank == outcome::Rank::WeakSignal { ('s', &mut annexed) } else { ('p', &mut selected) };
        *number += 1;
        PropositionId::new(format!("{letter}{number:02}"))
    };
    outcome.propositions.iter().map(|proposition| next(proposition.rank)).collect()
}

fn support(support: outcome::Support) -> Support {
    let outcome::Support { ideas, contributions, authors, territories, authors_dedup } = support;
    Support { ideas, contributions, authors, territories, authors_dedup }
}

pub(crate) fn status(status: Status) -> IdeaStatus {
    match status {
        Status::Classed => IdeaStatus::Classed,
        Status::ToSort => IdeaStatus::ToSort,
        Status::OffTopic => IdeaStatus::OffTopic,
        Status::Empty => IdeaStatus::Empty,
    }
}

fn kind(kind: outcome::Kind) -> Kind {
    match kind {
        outcome::Kind::Proposal => Kind::Proposal,
        outcome::Kind::Problem => Kind::Problem,
        outcome::Kind::Cause => Kind::Cause,
        outcome::Kind::Experience => Kind::Experience,
        outcome::Kind::Question => Kind::Question,
        outcome::Kind::Support => Kind::Support,
        outcome::Kind::Opposition => Kind::Opposition,
        outcome::Kind::Statement => Kind::Statement,
    }
}

fn place(place: outcome::Place) -> Place {
    match place {
        outcome::Place::Typical => Place::Typical,
        outcome::Place::Marginal => Place::Marginal,
        outcome::Place::Bridging => Place::Bridging,
        outcome::Place::Ordinary => Place::Ordinary,
    }
}

/// Three decimals, so that a figure reads and compares the same everywhere.
fn thousandths(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

/// One fate per contribution, broken rows included, in the order in which people count.
fn fates(outcome: &Outcome, names: &Names<'_>, broken: Vec<Fate>) -> Vec<Fate> {
    let mut best: Vec<Option<(Status, &str)>> = vec![None; names.contributions.len()];
    for idea in &outcome.ideas {
        let slot = &mut best[idea.contribution];
        if slot.is_none_or(|(status, _)| idea.status < status) {
            *slot = Some((idea.status, idea.reason));
        }
    }
    let read = names.contributions.iter().zip(best).map(|(contribution, best)| {
        let (status, reason) = best.unwrap_or((Status::Empty, "no_content"));
        Fate {
            contribution: contribution.clone(),
            status: Some(self::status(status)),
            reason: reason.to_owned(),
            detail: String::new(),
        }
    });
    let mut fates: Vec<Fate> = read.chain(broken).collect();
    fates.sort_by(by_id);
    fates
}

fn by_id(a: &Fate, b: &Fate) -> Ordering {
    natural(a.contribution.as_str(), b.contribution.as_str())
}

fn record(outcome: &Outcome, inputs: &[Input], settings: &Settings, course: Course) -> RunRecord {
    let measures = outcome.measures;
    let asked = |number: Option<usize>| number.map_or_else(|| "auto".to_owned(), |number| number.to_string());
    RunRecord {
        input_hash: input_hash(outcome.order.iter().map(|&at| &inputs[at])),
        output_hash: String::new(),
        parameters: [
            ("seed", settings.seed.to_string()),
            ("themes", asked(settings.themes)),
            ("questions", asked(settings.questions)),
            ("propositions", asked(settings.propositions)),
            ("lexical_weight", settings.lexical_weight.to_string()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec(),
        versions: vec![
            ("arobase".to_owned(), env!("CARGO_PKG_VERSION").to_owned()),
            ("encoder".to_owned(), course.encoder),
        ],
        stages: course.stages,
        coverage_ideas: thousandths(measures.coverage_ideas),
        coverage_authors: thousandths(measures.coverage_authors),
        stability: thousandths(measures.stability),
        redundancy: thousandths(measures.redundancy),
        peak_memory: course.peak_memory,
    }
}

/// Contributions in canonical order, each field preceded by its length so that no two inputs read alike.
pub(crate) fn input_hash<'a>(inputs: impl Iterator<Item = &'a Input>) -> String {
    let mut hasher = blake3::Hasher::new();
    for Input { id, title, text, author, territory, question, others } in inputs {
        for field in [Some(id), Some(title), Some(text), author.as_ref(), territory.as_ref()] {
            hasher.update(&field.map_or(u64::MAX, |field| field.len() as u64).to_le_bytes());
            hasher.update(field.map_or(&[], |field| field.as_bytes()));
        }
        // Marked by a length that no field has: without questions, the hash is what it always was.
        if let Some(question) = question {
            hasher.update(&(u64::MAX - 1).to_le_bytes());
            hasher.update(&(question.len() as u64).to_le_bytes());
            hasher.update(question.as_bytes());
        }
        // And another such mark: the hash of what one person signs is what it always was.
        for Signature { author, territory } in others {
            hasher.update(&(u64::MAX - 2).to_le_bytes());
            for field in [Some(author), territory.as_ref()] {
                hasher.update(&field.map_or(u64::MAX, |field| field.len() as u64).to_le_bytes());
                hasher.update(field.map_or(&[], |field| field.as_bytes()));
            }
        }
    }
    hasher.finalize().to_hex().to_string()
}
