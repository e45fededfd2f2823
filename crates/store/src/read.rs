//! From columns to the types of `arobase-domain`.

use crate::StoreError;
use arobase_domain::{
    Author, Contribution, ContributionId, EditionId, Idea, IdeaId, Proposition, PropositionId, Question, QuestionId,
    Span, Support, Theme, ThemeId, UnknownCode,
};
use serde::de::DeserializeOwned;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::str::FromStr;

type Read<T> = Result<T, StoreError>;

/// A column of text.
pub(crate) fn text(row: &AnyRow, column: &str) -> Read<String> {
    Ok(row.try_get(column)?)
}

/// A column of text that may be absent.
pub(crate) fn maybe(row: &AnyRow, column: &str) -> Read<Option<String>> {
    Ok(row.try_get(column)?)
}

/// A code of a closed list.
pub(crate) fn code<T: FromStr<Err = UnknownCode>>(row: &AnyRow, column: &str) -> Read<T> {
    Ok(text(row, column)?.parse()?)
}

/// A count, a number or a position.
pub(crate) fn number<T: TryFrom<i64, Error = std::num::TryFromIntError>>(row: &AnyRow, column: &str) -> Read<T> {
    Ok(T::try_from(row.try_get::<i64, _>(column)?)?)
}

/// A list kept as JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &AnyRow, column: &str) -> Read<T> {
    Ok(serde_json::from_str(&text(row, column)?)?)
}

/// An author who agreed to be named, from `author_name`, `author_function`, `author_commune`.
pub(crate) fn author(row: &AnyRow) -> Read<Option<Author>> {
    let Some(name) = maybe(row, "author_name")? else { return Ok(None) };
    Ok(Some(Author {
        name,
        function: text(row, "author_function")?,
        commune: text(row, "author_commune")?,
        named: true,
    }))
}

/// A contribution from the columns that its query names.
pub(crate) fn contribution(row: &AnyRow) -> Read<Contribution> {
    Ok(Contribution {
        edition: EditionId::new(text(row, "edition_id")?),
        number: number(row, "number")?,
        channel: code(row, "channel")?,
        title: maybe(row, "title")?,
        text: text(row, "raw")?,
        department: maybe(row, "department")?,
        author: author(row)?,
        source: maybe(row, "source")?,
        received_at: row.try_get("received_at")?,
    })
}

/// An idea from all columns of its table.
pub(crate) fn idea(row: &AnyRow) -> Read<Idea> {
    Ok(Idea {
        id: IdeaId::new(text(row, "id")?),
        contribution: ContributionId::numbered(number(row, "number")?),
        span: Span { start: number(row, "span_start")?, end: number(row, "span_end")? },
        text: text(row, "text")?,
        carried: text(row, "carried")?,
        kind: code(row, "kind")?,
        status: code(row, "status")?,
        reason: text(row, "reason")?,
        theme: maybe(row, "theme_id")?.map(ThemeId::new),
        second_theme: maybe(row, "second_theme_id")?.map(ThemeId::new),
        confidence: row.try_get("confidence")?,
        duplicate_of: maybe(row, "duplicate_of")?.map(IdeaId::new),
        campaign: row.try_get::<Option<i64>, _>("campaign")?.map(u32::try_from).transpose()?,
        proposition: maybe(row, "proposition_id")?.map(PropositionId::new),
        place: code(row, "place")?,
        kinds: json(row, "kinds")?,
    })
}

/// A theme from all columns of its table.
pub(crate) fn theme(row: &AnyRow) -> Read<Theme> {
    Ok(Theme {
        id: ThemeId::new(text(row, "id")?),
        question: QuestionId::new(text(row, "question_id")?),
        label: text(row, "label")?,
        keywords: json(row, "keywords")?,
        support: support(row)?,
        stability: row.try_get("stability")?,
        label_coverage: row.try_get("label_coverage")?,
    })
}

/// A question from all columns of its table.
pub(crate) fn question(row: &AnyRow) -> Read<Question> {
    Ok(Question {
        id: QuestionId::new(text(row, "id")?),
        wording: text(row, "wording")?,
        candidates: json(row, "candidates")?,
        support: support(row)?,
    })
}

/// A proposition from all columns of its table, without its ideas, which are rows of another.
pub(crate) fn proposition(row: &AnyRow) -> Read<Proposition> {
    Ok(Proposition {
        id: PropositionId::new(text(row, "id")?),
        question: QuestionId::new(text(row, "question_id")?),
        theme: ThemeId::new(text(row, "theme_id")?),
        text: text(row, "text")?,
        source: IdeaId::new(text(row, "source_id")?),
        source_span: Span { start: number(row, "source_start")?, end: number(row, "source_end")? },
        rules: json(row, "rules")?,
        justification: text(row, "justification")?,
        ideas: Vec::new(),
        support: support(row)?,
        rank: code(row, "rank")?,
    })
}

fn support(row: &AnyRow) -> Read<Support> {
    Ok(Support {
        ideas: number(row, "ideas")?,
        contributions: number(row, "contributions")?,
        authors: number(row, "authors")?,
        territories: number(row, "territories")?,
        authors_dedup: number(row, "authors_dedup")?,
    })
}
