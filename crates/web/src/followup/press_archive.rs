//! The press kit in one file: the motion on paper, the figures, the quotations, and what tells of them. It opens when the page does.

use super::press::{Kit, kit, standing};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::motion::on_paper;
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_publish::motion::zipped;
use arobase_store::Signed;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

/// Files by their names.
type Files = Vec<(String, Vec<u8>)>;

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::PRESS, "/{file}", Access::Public, get(send))
}

async fn send(
    State(state): State<AppState>,
    In(lang): In,
    Path(file): Path<String>,
    me: Option<Extension<Signed>>,
) -> Result<Response, Error> {
    let (_, lifted, staff) = standing(&state, me.as_deref()).await?;
    if file != lang.t("press-archive") || !(lifted || staff) {
        return Err(Error::not_found());
    }
    let papers = on_paper(&state).await?;
    let kit = kit(&state, lang).await?;
    let online = format!("{}{}", state.address, Target::Sequel(Sequel::Press).in_lang(lang));
    let files = files(lang, &state.edition.name, &online, &kit, papers)?;
    let body = zipped(files.iter().map(|(name, body)| (name.as_str(), body.as_slice()))).map_err(Error::export)?;
    let named = format!("attachment; filename=\"{file}\"");
    let kind = [(header::CONTENT_TYPE, "application/zip"), (header::CONTENT_DISPOSITION, named.as_str())];
    let mut response = (kind, body).into_response();
    if !lifted {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

/// The files, by name.
fn files(lang: Lang, edition: &str, online: &str, kit: &Kit, papers: Files) -> Result<Files, Error> {
    let mut files = papers;
    files.push((lang.t("press-figures-file"), figures(lang, kit)?));
    if !kit.quotations.is_empty() {
        files.push((lang.t("press-quotations-file"), quotations(lang, kit).into_bytes()));
    }
    files.push((lang.t("press-readme"), readme(lang, edition, online, kit, &files).into_bytes()));
    files.sort();
    Ok(files)
}

fn figures(lang: Lang, kit: &Kit) -> Result<Vec<u8>, Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(lang.t("press-figures-head").split(',')).map_err(Error::export)?;
    for (count, name) in &kit.figures {
        table.write_record([count, name]).map_err(Error::export)?;
    }
    table.into_inner().map_err(Error::export)
}

fn quotations(lang: Lang, kit: &Kit) -> String {
    let said = |(number, words, who): &(u32, String, String)| {
        format!("« {words} »\n{who}, {}\n", lang.it("title-contribution", number))
    };
    kit.quotations.iter().map(said).collect::<Vec<_>>().join("\n")
}

/// What the kit is, what it holds, whom to ask.
fn readme(lang: Lang, edition: &str, online: &str, kit: &Kit, files: &[(String, Vec<u8>)]) -> String {
    let mut lines = vec![lang.it("press-readme-head", edition), String::new()];
    if let Some((title, adopted)) = &kit.motion {
        lines.push(title.clone());
        lines.extend(Some(adopted.clone()).filter(|adopted| !adopted.is_empty()));
        lines.push(String::new());
    }
    lines.extend(kit.figures.iter().map(|(count, name)| format!("{count} {name}")));
    lines.extend([String::new(), lang.t("press-readme-files")]);
    let told = |name: &str| match name {
        "motion.pdf" => lang.t("press-readme-whole"),
        "motion-deux-pages.pdf" => lang.t("press-readme-short"),
        _ if name == lang.t("press-figures-file") => lang.t("press-readme-figures"),
        _ => lang.t("press-readme-quotations"),
    };
    lines.extend(files.iter().map(|(name, _)| format!("- {name} – {}", told(name))));
    lines.extend([String::new(), lang.it("press-readme-online", online), String::new(), lang.t("press-contact")]);
    lines.extend(kit.contact.iter().cloned());
    lines.join("\n") + "\n"
}
