//! Third step, the trial: what would become of each row. Fourth, the import, and its report.

use super::choices::Choices;
use super::tally::Tally;
use super::work::carry;
use super::{IMPORTERS, Step, kept, steps};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::intake::{Told, Way};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::pager::{At, Pager};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_store::{self as store, Intake, Signed, Trial};
use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "collect/import/report.html")]
struct Report {
    page: Page,
    steps: Vec<Step>,
    id: String,
    /// The file and its source.
    of: String,
    /// Being read or imported still.
    busy: bool,
    tried: bool,
    /// When it was imported.
    imported: Option<String>,
    tally: Tally,
    span: String,
    notices: Vec<String>,
    lines: Vec<Line>,
    total: u64,
    pager: Pager,
}

/// A row that someone should look at.
struct Line {
    place: String,
    id: String,
    end: String,
    reason: String,
    /// The contribution that it is, or that stands in its way.
    number: Option<u32>,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::IMPORT_REPORT, "/{intake}", Access::Any(IMPORTERS), get(show).post(import))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Result<Response, Error> {
    let kept = kept(&state, &id).await?;
    let busy = state.desk().is_busy_with(&id);
    if kept.choices.is_empty() {
        return Ok(to(lang, Target::ImportColumns(id)));
    }
    let lines = state.store.intake_lines(&id, at.page()).await?;
    let title = if kept.imported_at.is_some() { "title-import-done" } else { "title-import-trial" };
    let page = Page::new(&state, lang, Target::ImportReport(id, at.page()), lang.t(title))
        .within(lang.t("title-import"), Target::Import);
    Ok(private(StatusCode::OK, render(&Report::new(page, kept, &lines, busy))?))
}

/// Imports what was tried; done once, it only shows its report.
async fn import(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let kept = kept(&state, &id).await?;
    if kept.tried_at.is_none() {
        return Ok(to(lang, Target::ImportColumns(id)));
    }
    if let Err(unread) = carry(&state, &kept, me.member.id.as_str(), Trial::Real).await {
        // It was read for the trial: only a failure of the site remains.
        return Err(Error::export(unread.told(lang)?));
    }
    Ok(to(lang, Target::ImportReport(id, 1)))
}

impl Report {
    fn new(page: Page, kept: Intake, lines: &store::Page<String>, busy: bool) -> Self {
        let lang = page.lang;
        let tally: Tally = serde_json::from_str(&kept.tally).unwrap_or_default();
        let choices: Choices = serde_json::from_str(&kept.choices).unwrap_or_default();
        let imported = kept.imported_at;
        let id = kept.id.clone();
        Self {
            steps: steps(lang, if imported.is_some() { 3 } else { 2 }),
            of: lang.with(
                "import-of",
                [("file", kept.file), ("source", choices.source.unwrap_or_else(|| tally.source.clone()))],
            ),
            busy,
            tried: kept.tried_at.is_some(),
            imported: imported.map(|at| minute(lang, at)),
            span: tally.span(lang),
            notices: tally.notices.iter().map(|notice| notice.message(lang)).collect(),
            pager: Pager::of(lang, lines, |page| Target::ImportReport(id.clone(), page)),
            total: lines.total,
            lines: lines.items.iter().filter_map(|told| Line::of(lang, told, imported.is_some())).collect(),
            id: kept.id,
            tally,
            page,
        }
    }
}

impl Line {
    fn of(lang: Lang, told: &str, imported: bool) -> Option<Self> {
        let told: Told = serde_json::from_str(told).ok()?;
        let key = match told.end.code() {
            "taken" if imported => "import-end-taken",
            "taken" => "import-end-to-take",
            "empty" => "import-end-empty",
            _ => "import-end-refused",
        };
        let taken = told.end.code() == "taken";
        Some(Self {
            place: if told.at == 0 { told.file.clone() } else { lang.number(told.at) },
            reason: crate::page::capital(&told.reason(lang, Way::Site).unwrap_or_default()),
            end: lang.t(key),
            // A number that a trial gives may still go to another.
            number: told.end.number().filter(|_| imported || !taken),
            id: told.id,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Change, End};
    use crate::sample;
    use arobase_tables::intake::Refusal;

    fn told(end: End, changes: Vec<Change>) -> String {
        let told = Told { file: "a.csv".into(), at: 12_345, id: "4101".into(), end, changes };
        serde_json::to_string(&told).unwrap()
    }

    fn report(lang: Lang, tried_at: Option<i64>, imported_at: Option<i64>, busy: bool) -> String {
        let tally =
            Tally { rows: 30, taken: 26, changed: 1, refused: 3, numbers: Some((493, 518)), ..Tally::default() };
        let kept = Intake {
            id: "a".into(),
            by: None,
            file: "a.csv".into(),
            size: 1,
            brought_at: 0,
            choices: "{}".into(),
            tally: serde_json::to_string(&tally).unwrap(),
            tried_at,
            imported_at,
        };
        let ends = [
            told(End::Taken(493), vec![Change::Undated("hier".into()), Change::Mended]),
            told(End::Empty, Vec::new()),
            told(End::Refused(Refusal::Withdrawn), Vec::new()),
            told(End::Conflict(7), Vec::new()),
        ];
        let items: Vec<String> = ends.into_iter().cycle().take(25).collect();
        let page = sample::page(lang, Target::ImportReport("a".into(), 1));
        sample::check(&Report::new(page, kept, &store::Page { items, number: 1, total: 60 }, busy))
    }

    #[test]
    fn renders_each_moment_of_an_import() {
        for &lang in Lang::ALL {
            let trial = report(lang, Some(1), None, false);
            assert!(
                !trial.contains("/493\"") && trial.contains("/7\""),
                "a number that a trial gives leads nowhere yet"
            );
            assert_eq!(trial.matches("<form").count(), 3, "search, import, give up");
            let done = report(lang, Some(1), Some(sample::NOW), false);
            assert!(done.contains("/493\"") && done.contains("493"));
            assert_eq!(done.matches("<form").count(), 1);
            assert_eq!(report(lang, Some(1), None, true).matches("<dl").count(), 0);
            assert_eq!(report(lang, None, None, false).matches("<dl").count(), 0);
        }
    }
}
