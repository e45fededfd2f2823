//! The published text to take away: each copy in each format, made once.

use crate::Error;
use crate::lang::{Lang, Speak as _};
use crate::page::signature;
use crate::state::{AppState, day};
use crate::url::Target;
use arobase_domain::motion::{Adoption, Motion, Version, Written};
use arobase_publish::motion::{self as publish, Audience, Colophon, Figures, Format, Issue, write};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use std::collections::{BTreeMap, BTreeSet};
use tokio::sync::Mutex;

/// In the name of a copy in doublets, before its extension.
const DOUBLETS: &str = "-doublets";

/// Files made, by name, of one state of what they tell.
#[derive(Debug, Default)]
pub(crate) struct Made {
    of: Option<Box<Colophon>>,
    files: BTreeMap<String, Vec<u8>>,
}

/// Kept by the state; made by one request at a time.
pub(crate) type Cache = Mutex<Made>;

/// A copy that is offered: what it is, and its files, each with its format.
pub(super) struct Offered {
    pub(super) name: String,
    pub(super) files: Vec<(String, &'static str)>,
}

/// A file asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    audience: Audience,
    format: Format,
    doublets: bool,
}

pub(super) async fn send(State(state): State<AppState>, Path(file): Path<String>) -> Result<Response, Error> {
    let (format, body) = published(&state, &file).await?;
    Ok(sent(&file, format, body))
}

/// A file of the published text, made once.
async fn published(state: &AppState, file: &str) -> Result<(Format, Vec<u8>), Error> {
    let published = state.store.published_motion(&state.edition.id).await?;
    let (version, written) = published.ok_or_else(Error::not_found)?;
    let asked = asked(&written.motion, file).ok_or_else(Error::not_found)?;
    let colophon = colophon(state, &version).await?;
    let mut made = state.papers().lock().await;
    if made.of.as_deref() != Some(&colophon) {
        *made = Made { of: Some(Box::new(colophon.clone())), files: BTreeMap::new() };
    }
    if !made.files.contains_key(file) {
        let body = set(written.motion, colophon, asked.clone(), false).await?;
        made.files.insert(file.to_owned(), body);
    }
    let body = made.files.get(file).cloned().unwrap_or_default();
    Ok((asked.format, body))
}

/// The published text on paper, whole and in two pages; none where nothing is published, and no second where it takes more.
pub(crate) async fn on_paper(state: &AppState) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut papers = Vec::new();
    for audience in [Audience::Full, Audience::TwoPages] {
        let name = Format::Pdf.file_name(&audience);
        match published(state, &name).await {
            Ok((_, body)) => papers.push((name, body)),
            Err(error) if error.is_missing() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(papers)
}

/// The text being drafted, with numbered lines, for those who draft.
pub(super) async fn draft(State(state): State<AppState>, Path(file): Path<String>) -> Result<Response, Error> {
    let Written { motion, at, .. } = state.store.motion(&state.edition.id).await?;
    let asked = asked(&motion, &file).ok_or_else(Error::not_found)?;
    let version = Version { seal: arobase_domain::motion::seal(&motion), at, ..Version::default() };
    let colophon = Colophon { adoption: None, ..colophon(&state, &version).await? };
    let body = set(motion, colophon, asked.clone(), true).await?;
    Ok(sent(&format!("projet-{file}"), asked.format, body))
}

fn sent(name: &str, format: Format, body: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let kind = format.media_type();
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition.as_str())], body).into_response()
}

/// Writes a file: tens of milliseconds to a second of a processor.
async fn set(motion: Motion, colophon: Colophon, asked: Asked, lines: bool) -> Result<Vec<u8>, Error> {
    let made = tokio::task::spawn_blocking(move || {
        let Asked { audience, format, doublets } = asked;
        let issue = Issue { audience, doublets, lines, ..Issue::full(&motion, &colophon) };
        write(&issue, format)
    });
    Ok(made.await.map_err(Error::export)??)
}

/// What a name asks for; nothing if there is no such copy of this text.
fn asked(motion: &Motion, file: &str) -> Option<Asked> {
    let (doublets, plain) = match file.split_once(DOUBLETS) {
        Some((stem, extension)) => (true, format!("{stem}{extension}")),
        None => (false, file.to_owned()),
    };
    let copies =
        audiences(motion).into_iter().flat_map(|audience| Format::ALL.map(|format| (audience.clone(), format)));
    let found = copies.into_iter().find(|(audience, format)| format.file_name(audience) == plain);
    found.map(|(audience, format)| Asked { audience, format, doublets })
}

/// Whom there are copies for.
fn audiences(motion: &Motion) -> Vec<Audience> {
    let keys: BTreeSet<&String> = motion.clauses().flat_map(|clause| &clause.to).collect();
    let name = |key: &str| Lang::Fr.it("proposition-named", key);
    let each = keys.into_iter().map(|key| Audience::For { name: name(key), key: key.clone() });
    let easy = Some(Audience::Easy).filter(|_| !motion.easy.is_empty());
    [Audience::Full, Audience::TwoPages].into_iter().chain(easy).chain(each).collect()
}

/// The copies that are offered. The whole text is in every format, the others in those that are printed and sent.
pub(super) fn offered(lang: Lang, motion: &Motion) -> Vec<Offered> {
    let copy = |audience: Audience| {
        let formats: &[Format] = match audience {
            Audience::Full => &Format::ALL,
            Audience::TwoPages => &[Format::Pdf],
            _ => &[Format::Pdf, Format::Odt, Format::Docx],
        };
        let file = |format: &Format| (format.file_name(&audience), label(*format));
        Offered { files: formats.iter().map(file).collect(), name: told(lang, &audience) }
    };
    let doublets = Offered {
        name: lang.t("motion-copy-doublets"),
        files: [Format::Pdf, Format::Odt, Format::Docx].map(|format| (in_doublets(format), label(format))).into(),
    };
    let abridged = !publish::rereads(motion).is_empty() || has_points(motion);
    audiences(motion).into_iter().map(copy).chain(Some(doublets).filter(|_| abridged)).collect()
}

/// Whether words are abbreviated by a median point.
fn has_points(motion: &Motion) -> bool {
    motion.clauses().any(|clause| clause.text.contains('·')) || motion.demand.contains('·')
}

fn in_doublets(format: Format) -> String {
    let name = format.file_name(&Audience::Full);
    name.split_once('.').map_or_else(String::new, |(stem, extension)| format!("{stem}{DOUBLETS}.{extension}"))
}

fn told(lang: Lang, audience: &Audience) -> String {
    match audience {
        Audience::Full => lang.t("motion-copy-full"),
        Audience::TwoPages => lang.t("motion-copy-two-pages"),
        Audience::Easy => lang.t("motion-copy-easy"),
        Audience::For { key, .. } => lang.it("motion-copy-for", lang.it("proposition-named", key)),
    }
}

fn label(format: Format) -> &'static str {
    match format {
        Format::Html => "HTML",
        Format::Pdf => "PDF",
        Format::Odt => "ODT",
        Format::Docx => "DOCX",
        Format::Markdown => "Markdown",
        Format::Text => "TXT",
        Format::Json => "JSON",
        Format::Akn => "Akoma Ntoso",
    }
}

/// What is known of a version.
pub(crate) async fn colophon(state: &AppState, version: &Version) -> Result<Colophon, Error> {
    let edition = &state.edition.id;
    let adoption = state.store.motion_adoption(edition).await?.filter(|one| one.version == version.number);
    let named = state.store.contributors(edition).await?;
    let found = state.store.figures(edition).await?;
    let many = |figure: u64| usize::try_from(figure).unwrap_or(usize::MAX);
    // A text of a former congress was not made this way.
    let method: &[&str] = if found.ideas > 0 { &["motion-method-1", "motion-method-2"] } else { &[] };
    let host = state.address.split_once("://").map_or(state.address.as_str(), |(_, host)| host);
    Ok(Colophon {
        edition: state.edition.name.clone(),
        version: version.number,
        frozen: day(Lang::Fr, version.at),
        at: version.at,
        seal: version.seal.clone(),
        adoption: adoption.map(how),
        figures: Figures {
            contributions: many(found.contributions),
            ideas: many(found.ideas),
            themes: many(found.themes),
            questions: many(found.questions),
            propositions: many(found.propositions),
            authors: many(found.authors),
            territories: many(found.territories),
        },
        method: method.iter().map(|key| Lang::Fr.t(key)).collect(),
        contributors: named.iter().map(|author| signature(Some(author))).collect(),
        site: format!("{host}{}", Target::Motion.in_lang(Lang::Fr)),
    })
}

fn how(adoption: Adoption) -> publish::Adoption {
    let date = adoption.day.parse().map_or_else(|_| adoption.day.clone(), |date| Lang::Fr.date(date));
    publish::Adoption {
        day: date,
        votes: adoption.votes.map(|votes| votes.map(|one| usize::try_from(one).unwrap_or(usize::MAX))),
        told: adoption.told,
        signed_by: Some(adoption.signed_by).filter(|signed| !signed.is_empty()).into_iter().collect(),
        place: adoption.place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_file_offered_is_found_and_no_other() {
        let mut motion = sample::motion();
        motion.sections[0].clauses[0].to.insert("state".into());
        motion.sections[0].clauses[0].text.push_str(" Les élu·es.");
        motion.easy.insert("e1".into(), "Facile.".into());
        let offered = offered(Lang::Fr, &motion);
        assert_eq!(offered.len(), 5);
        for (file, _) in offered.iter().flat_map(|copy| &copy.files) {
            assert!(asked(&motion, file).is_some(), "{file}");
        }
        let doublets = asked(&motion, "motion-doublets.pdf").expect("offered");
        assert!(doublets.doublets && doublets.audience == Audience::Full);
        for file in ["motion.exe", "motion-maire.pdf", "../motion.pdf", "motion-doublets", ""] {
            assert_eq!(asked(&motion, file), None, "{file}");
        }
    }
}
