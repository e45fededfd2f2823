//! The CSV files, one function each: the columns of the contract first, ours after them.

use super::study;
use arobase_domain::{
    Analysis, ContributionId, Idea, IdeaStatus, Kind, PropositionId, QuestionId, Rank, State, Support, ThemeId,
};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{self, Write};

type WriteFile = fn(&Analysis, &mut dyn Write) -> io::Result<()>;

/// Every file with its writer.
pub(super) const ALL: [(&str, WriteFile); 15] = [
    ("ideas.csv", ideas),
    ("themes.csv", themes),
    ("questions.csv", questions),
    ("propositions.csv", propositions),
    ("backing.csv", backing),
    ("lineage.csv", lineage),
    ("ledger.csv", ledger),
    ("personal.csv", personal),
    ("profiles.csv", study::profiles),
    ("ladder.csv", study::ladder),
    ("splits.csv", study::splits),
    ("partitions.csv", study::partitions),
    ("reinert.csv", study::reinert),
    ("map.csv", study::map),
    ("nearest.csv", study::nearest),
];

fn ideas(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let columns = "idea_id,contribution_id,start,end,text,kind,status,theme_id,confidence,duplicate_of,proposition_id,\
                   reason,carried,second_theme_id,campaign,place,kinds";
    sheet(out, columns, &analysis.ideas, |idea| {
        vec![
            idea.id.to_string(),
            idea.contribution.to_string(),
            idea.span.start.to_string(),
            idea.span.end.to_string(),
            idea.text.clone(),
            idea.kind.to_string(),
            idea.status.to_string(),
            or_empty(idea.theme.as_ref()),
            share(idea.confidence),
            or_empty(idea.duplicate_of.as_ref()),
            or_empty(idea.proposition.as_ref()),
            idea.reason.clone(),
            idea.carried.clone(),
            or_empty(idea.second_theme.as_ref()),
            or_empty(idea.campaign.as_ref()),
            idea.place.to_string(),
            kinds(idea),
        ]
    })
}

/// `proposal:0.9|problem:0.6`
fn kinds(idea: &Idea) -> String {
    let one = |(kind, score): &(Kind, f64)| format!("{kind}:{score}");
    idea.kinds.iter().map(one).collect::<Vec<_>>().join("|")
}

fn themes(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let columns = "theme_id,question_id,label,keywords,ideas,contributions,authors,territories,stability,\
                   authors_dedup,label_coverage,x,y,radius";
    let zones = analysis.study.map.zones.iter().map(Some).chain(std::iter::repeat(None));
    sheet(out, columns, analysis.themes.iter().zip(zones), |(theme, zone)| {
        let mut cells =
            vec![theme.id.to_string(), theme.question.to_string(), theme.label.clone(), join(&theme.keywords)];
        cells.extend(support(theme.support));
        cells.extend([share(theme.stability), theme.support.authors_dedup.to_string(), share(theme.label_coverage)]);
        cells.extend(zone.map_or_else(Default::default, |zone| [zone.x, zone.y, zone.radius].map(share)));
        cells
    })
}

fn questions(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let columns =
        "question_id,wording,themes,ideas,contributions,authors,territories,authors_dedup,theme_ids,candidates";
    sheet(out, columns, &analysis.questions, |question| {
        let themes: Vec<&ThemeId> =
            analysis.themes.iter().filter(|theme| theme.question == question.id).map(|theme| &theme.id).collect();
        let mut cells = vec![question.id.to_string(), question.wording.clone(), themes.len().to_string()];
        cells.extend(support(question.support));
        cells.extend([question.support.authors_dedup.to_string(), join(&themes), join(&question.candidates)]);
        cells
    })
}

fn propositions(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let columns = "proposition_id,question_id,theme_id,text,source_idea_id,rules,ideas,contributions,authors,territories,\
                   minority,rank,justification,source_start,source_end,authors_dedup,opposed_to";
    sheet(out, columns, &analysis.propositions, |proposition| {
        let mut cells = vec![
            proposition.id.to_string(),
            proposition.question.to_string(),
            proposition.theme.to_string(),
            proposition.text.clone(),
            proposition.source.to_string(),
            join(&proposition.rules),
        ];
        cells.extend(support(proposition.support));
        cells.extend([
            (proposition.rank == Rank::Minority).to_string(),
            proposition.rank.to_string(),
            proposition.justification.clone(),
            proposition.source_span.start.to_string(),
            proposition.source_span.end.to_string(),
            proposition.support.authors_dedup.to_string(),
            join(&opposed(analysis, &proposition.id)),
        ]);
        cells
    })
}

/// One row per idea that asks for a proposition, the source first: an idea may ask for several.
fn backing(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let rows = analysis.propositions.iter().flat_map(|one| one.ideas.iter().map(move |idea| (&one.id, idea)));
    sheet(out, "proposition_id,idea_id", rows, |(proposition, idea)| vec![proposition.to_string(), idea.to_string()])
}

/// One row per idea, and one per contribution without idea: cells stay empty from where the contribution stops.
fn lineage(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let mut ideas: BTreeMap<&ContributionId, Vec<&Idea>> = BTreeMap::new();
    for idea in &analysis.ideas {
        ideas.entry(&idea.contribution).or_default().push(idea);
    }
    let questions: BTreeMap<&ThemeId, &QuestionId> =
        analysis.themes.iter().map(|theme| (&theme.id, &theme.question)).collect();
    let rows = analysis.fates.iter().flat_map(|fate| match ideas.get(&fate.contribution) {
        Some(ideas) => ideas.iter().map(|idea| (&fate.contribution, Some(*idea))).collect(),
        None => vec![(&fate.contribution, None)],
    });
    sheet(out, "contribution_id,idea_id,theme_id,question_id,proposition_id", rows, |(contribution, idea)| {
        let theme = idea.and_then(|idea| idea.theme.as_ref());
        vec![
            contribution.to_string(),
            or_empty(idea.map(|idea| &idea.id)),
            or_empty(theme),
            or_empty(theme.and_then(|theme| questions.get(theme))),
            or_empty(idea.and_then(|idea| idea.proposition.as_ref())),
        ]
    })
}

/// A contribution that could not be read has the status `broken`.
fn ledger(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    sheet(out, "contribution_id,status,reason,detail", &analysis.fates, |fate| {
        let status = fate.status.map_or(State::Broken.as_str(), IdeaStatus::as_str).to_owned();
        vec![fate.contribution.to_string(), status, fate.reason.clone(), fate.detail.clone()]
    })
}

/// Where personal data seem to stand. The data themselves are not copied here: whoever masks reads them in their place, and this file can be
/// passed on without telling anything.
fn personal(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    sheet(out, "contribution_id,start,end,kind,score,mask,reason", &analysis.personal, |datum| {
        vec![
            datum.contribution.to_string(),
            datum.span.start.to_string(),
            datum.span.end.to_string(),
            datum.kind.clone(),
            datum.score.to_string(),
            datum.mask.clone(),
            datum.reason.clone(),
        ]
    })
}

/// One file: a header, then a line per row.
pub(super) fn sheet<T>(
    out: &mut dyn Write,
    columns: &str,
    rows: impl IntoIterator<Item = T>,
    cells: impl Fn(T) -> Vec<String>,
) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(columns.split(','))?;
    for row in rows {
        writer.write_record(cells(row))?;
    }
    writer.flush()
}

fn support(support: Support) -> [String; 4] {
    [support.ideas, support.contributions, support.authors, support.territories].map(|count| count.to_string())
}

fn opposed<'a>(analysis: &'a Analysis, id: &PropositionId) -> Vec<&'a PropositionId> {
    let other = |pair: &'a arobase_domain::Controversy| match (&pair.one, &pair.other) {
        (one, other) if one == id => Some(other),
        (one, other) if other == id => Some(one),
        _ => None,
    };
    analysis.controversies.iter().filter_map(other).collect()
}

pub(super) fn join<T: Display>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ")
}

pub(super) fn or_empty<T: Display>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

pub(super) fn share(value: f64) -> String {
    format!("{value:.3}")
}
