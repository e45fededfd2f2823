//! Second step: what was recognised, the first rows, the part of each column, where the file comes from.

use super::choices::{Choices, PARTS, SOURCE_MAX};
use super::field::{Choice, Field, proposed_text, shortened, texts};
use super::work::{carry, look_again};
use super::{IMPORTERS, Step, kept, steps};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, channel as channel_name, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::Channel;
use arobase_store::{Intake, Signed, Trial};
use arobase_tables::intake::{Fate, Found, Look, Platform};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

/// Columns of the first rows shown; those that play a part come first.
const SHOWN: usize = 8;
/// Characters shown of a cell.
const CELL: usize = 90;
/// Choices in one page from which a field to type in, with suggestions, takes the place of each list.
const WIDE: usize = 150;
/// Columns offered for the text where a field to type in is beside them.
const FEW: usize = 12;
/// Names suggested; others can be typed.
const NAMES: usize = 150;

#[derive(Template)]
#[template(path = "collect/import/columns.html")]
#[expect(clippy::struct_excessive_bools, reason = "boxes to tick, as the form has them")]
struct Columns {
    page: Page,
    steps: Vec<Step>,
    id: String,
    recognised: String,
    notices: Vec<String>,
    error: Option<String>,
    guessed: bool,
    heads: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
    hidden: usize,
    /// Messages have no columns.
    messages: bool,
    proposed: Vec<String>,
    texts: Vec<Choice>,
    fields: Vec<Field>,
    /// Every column by name, where lists of them would be too long.
    names: Vec<String>,
    source: String,
    longest_source: usize,
    channels: Vec<Choice>,
    /// Whether the platform tells answers that were never sent.
    drafts: bool,
    unsent: bool,
    named: bool,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::IMPORT, "/{intake}", Access::Any(IMPORTERS), get(show).post(choose))
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Response, Error> {
    let kept = kept(&state, &id).await?;
    if kept.imported_at.is_some() {
        return Ok(to(lang, Target::ImportReport(id, 1)));
    }
    let choices = serde_json::from_str(&kept.choices).unwrap_or_default();
    answer(&state, lang, &kept, choices, None).await
}

async fn choose(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let kept = kept(&state, &id).await?;
    let report = to(lang, Target::ImportReport(id.clone(), 1));
    if kept.imported_at.is_some() {
        return Ok(report);
    }
    let choices = Choices::of(&fields);
    let sent = |name: &str| fields.iter().any(|(field, value)| field == name && !value.trim().is_empty());
    if sent("columns") && !sent("text") {
        return answer(&state, lang, &kept, choices, Some(lang.t("import-error-text"))).await;
    }
    let written = serde_json::to_string(&choices).map_err(Error::export)?;
    state.store.choose_intake(&id, &written).await?;
    match carry(&state, &kept, me.member.id.as_str(), Trial::Dry).await {
        Ok(()) => Ok(report),
        Err(unread) => {
            let told = unread.told(lang)?;
            answer(&state, lang, &kept, choices, Some(told)).await
        }
    }
}

async fn answer(
    state: &AppState,
    lang: Lang,
    kept: &Intake,
    choices: Choices,
    error: Option<String>,
) -> Result<Response, Error> {
    let look = match look_again(state, kept).await {
        Ok(look) => look,
        // It was read when it was brought: only a failure of the site remains.
        Err(unread) => return Err(Error::export(unread.told(lang)?)),
    };
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = lang.t(if look.columns.is_empty() { "title-import-messages" } else { "title-import-columns" });
    let page = Page::new(state, lang, Target::ImportColumns(kept.id.clone()), title)
        .within(lang.t("title-import"), Target::Import);
    Ok(private(status, render(&Columns::new(page, kept, &look, &choices, error))?))
}

impl Columns {
    fn new(page: Page, kept: &Intake, look: &Look, choices: &Choices, error: Option<String>) -> Self {
        let lang = page.lang;
        let messages = look.columns.is_empty();
        let fields: Vec<Field> = if messages {
            Vec::new()
        } else {
            PARTS.iter().map(|&role| Field::of(lang, role, look, choices)).collect()
        };
        let all = texts(look, choices, usize::MAX);
        let wide = 3 * all.len() + fields.iter().map(|field| field.options.len()).sum::<usize>() > WIDE;
        let texts = if wide { texts(look, choices, FEW) } else { all };
        let (heads, rows, hidden) = if messages { first_messages(lang, look) } else { first_rows(look) };
        Self {
            steps: steps(lang, 1),
            id: kept.id.clone(),
            recognised: recognised(lang, &kept.file, look),
            notices: look.notices.iter().map(|notice| notice.message(lang)).collect(),
            error,
            guessed: look.guessed && choices.columns.text.is_empty(),
            heads,
            rows,
            hidden,
            messages,
            proposed: proposed_text(look),
            names: if wide { names(look) } else { Vec::new() },
            texts,
            fields,
            source: choices.source.clone().unwrap_or_else(|| look.source.clone()),
            longest_source: SOURCE_MAX,
            channels: channels(lang, choices.channel),
            drafts: matches!(look.platform, Platform::LimeSurvey | Platform::Framaforms),
            unsent: choices.unsent,
            named: choices.named,
            page,
        }
    }
}

/// « proposals.csv : propositions Decidim, 128 lignes. »
fn recognised(lang: Lang, file: &str, look: &Look) -> String {
    let key = match look.platform {
        Platform::Table => "import-is-table",
        Platform::Mail => "import-is-mail",
        _ => "import-is-export",
    };
    let what = look.platform.name(lang).to_owned();
    let rows = lang.n(if look.platform == Platform::Mail { "import-messages" } else { "import-rows" }, look.total);
    lang.with(key, [("file", file.to_owned()), ("what", what), ("rows", rows)])
}

fn names(look: &Look) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for column in look.columns.iter().filter(|one| !one.name.is_empty() && one.filled > 0) {
        if !names.contains(&column.name) {
            names.push(column.name.clone());
        }
    }
    names.truncate(NAMES);
    names
}

type First = (Vec<String>, Vec<(u64, Vec<String>)>, usize);

/// The first rows: columns that play a part, then others that are filled, in the order of the file.
fn first_rows(look: &Look) -> First {
    let parts = look.mapping.iter().flat_map(|mapping| &mapping.parts).flat_map(|part| &part.columns);
    let parts: Vec<&String> = parts.collect();
    let filled: Vec<usize> = (0..look.columns.len()).filter(|&at| look.columns[at].filled > 0).collect();
    let (played, others): (Vec<usize>, Vec<usize>) =
        filled.iter().partition(|&&at| parts.contains(&&look.columns[at].name));
    let mut shown: Vec<usize> = played.into_iter().chain(others).take(SHOWN).collect();
    shown.sort_unstable();
    let heads = shown.iter().map(|&at| shortened(&look.columns[at].name)).collect();
    let cells = |cells: &Vec<String>| shown.iter().map(|&at| cut(&cells[at])).collect();
    (heads, look.rows.iter().map(|(line, row)| (*line, cells(row))).collect(), filled.len() - shown.len())
}

fn first_messages(lang: Lang, look: &Look) -> First {
    let heads = ["import-part-title", "import-part-author", "import-part-date", "import-part-text"];
    let row = |found: &Found| match &found.fate {
        Fate::Piece(piece) => {
            let part = |part: &Option<String>| cut(part.as_deref().unwrap_or_default());
            vec![part(&piece.title), part(&piece.author), part(&piece.date), cut(&piece.text)]
        }
        Fate::Empty => vec![String::new(), String::new(), String::new(), lang.t("import-end-empty")],
        Fate::Refused(refusal) => vec![String::new(), String::new(), String::new(), refusal.message(lang)],
    };
    let rows = look.messages.iter().map(|found| (found.line, row(found))).collect();
    (heads.map(|key| lang.t(key)).into(), rows, 0)
}

fn cut(cell: &str) -> String {
    let line: Vec<&str> = cell.split_whitespace().collect();
    let line = line.join(" ");
    if line.chars().count() <= CELL { line } else { line.chars().take(CELL).chain(['…']).collect() }
}

fn channels(lang: Lang, chosen: Option<Channel>) -> Vec<Choice> {
    const ALL: [Channel; 7] = [
        Channel::Import,
        Channel::Paper,
        Channel::Phone,
        Channel::Workshop,
        Channel::Interview,
        Channel::Room,
        Channel::Online,
    ];
    let told = Choice { value: String::new(), label: lang.t("import-as-told"), chosen: chosen.is_none() };
    let one = |channel: Channel| Choice {
        value: channel.to_string(),
        label: channel_name(lang, channel),
        chosen: chosen == Some(channel),
    };
    [told].into_iter().chain(ALL.into_iter().map(one)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_tables::intake::{Asked, look};

    const PROPOSALS: &str = include_str!("../../../../../e2e/files/proposals.csv");
    const MBOX: &str = "From anne@nouans.example Mon Sep 14 10:32:05 2026\nFrom: Anne <anne@nouans.example>\nSubject: La fibre\nDate: Mon, 14 Sep 2026 10:32:05 +0200\nMessage-ID: <a1@x>\n\nIl faut la fibre.\n";

    fn page(lang: Lang, name: &str, content: &str, error: Option<String>) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let look = look(&path, &Asked::default()).unwrap();
        let kept = Intake {
            id: "a".into(),
            by: None,
            file: name.into(),
            size: 1,
            brought_at: 0,
            choices: String::new(),
            tally: String::new(),
            tried_at: None,
            imported_at: None,
        };
        let page = sample::page(lang, Target::ImportColumns("a".into()));
        sample::check(&Columns::new(page, &kept, &look, &Choices::default(), error))
    }

    #[test]
    fn an_export_with_all_its_columns_fits_in_a_page() {
        for &lang in Lang::ALL {
            let html = page(lang, "proposals.csv", PROPOSALS, Some("x".into()));
            assert!(!html.contains("<datalist") && html.contains("role=\"alert\""));
            let ticked = html.matches(" checked").count();
            assert_eq!((ticked, html.matches("name=\"proposed\"").count()), (2, 2), "body/fr and body/en");
            assert!(html.contains("<option value=\"=\" selected>published_at"));
        }
    }

    #[test]
    fn a_very_wide_table_is_typed_in() {
        let names: Vec<String> = (0..120).map(|n| format!("q{n}")).collect();
        let cells = |word: &str| (0..120).map(|n| format!("{word} {n}")).collect::<Vec<_>>().join(",");
        let content = format!("texte,{}\nUne phrase,{}\n", names.join(","), cells("mot"));
        let html = page(Lang::Fr, "a.csv", &content, None);
        assert!(html.contains("<datalist") && html.contains("list=\"names\""));
    }

    #[test]
    fn messages_have_no_columns() {
        for &lang in Lang::ALL {
            let html = page(lang, "courrier.mbox", MBOX, None);
            assert!(!html.contains("name=\"columns\"") && html.contains("Il faut la fibre."));
        }
    }
}
