//! A roster given as a file: read at once, kept as what may be kept, never as the file. For administrators.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Role, Roster};
use arobase_tables::roster;
use askama::Template;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use std::io::Write as _;
use tempfile::NamedTempFile;

/// Most bytes that a file may weigh: that of all mayors of France, as the Ministry publishes it, is a third of this.
const FILE_LIMIT: usize = 12 * 1024 * 1024;
/// Most people in one file.
const PEOPLE_LIMIT: usize = 50_000;

#[derive(Template)]
#[template(path = "people/roster.html")]
struct GiveRoster {
    page: Page,
    /// Why the file given will not do.
    problem: Option<String>,
    limit: usize,
}

pub(crate) fn gesture() -> Gesture {
    let handler = get(show).post(give).layer(DefaultBodyLimit::max(FILE_LIMIT + 64 * 1024));
    Gesture::page(slug::ROSTER, "", Access::Any(&[Role::Administrator]), handler)
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    answer(&state, lang, StatusCode::OK, None)
}

async fn give(State(state): State<AppState>, In(lang): In, mut form: Multipart) -> Result<Response, Error> {
    let refuse = |why: String| answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, Some(why));
    let (name, bytes) = match file(&mut form).await {
        Ok(Some(given)) => given,
        Ok(None) => return refuse(lang.t("roster-no-file")),
        Err(status) => return Ok(status.into_response()),
    };
    let read = tokio::task::spawn_blocking(move || read(&name, &bytes, lang)).await.map_err(Error::export)?;
    let roster = match read {
        Ok(roster) if roster.people.len() > PEOPLE_LIMIT => return refuse(lang.n("roster-too-many", PEOPLE_LIMIT)),
        Ok(roster) if roster.people.is_empty() => return refuse(lang.t("roster-nobody")),
        Ok(roster) => roster,
        Err(why) => return refuse(why),
    };
    let id = (state.ids)().to_string();
    state.store.keep_roster(&state.edition.id, &id, &roster, state.now()).await?;
    Ok(to(lang, Target::RosterRead(id)))
}

/// The name and the bytes of the first file of a form that holds something.
async fn file(form: &mut Multipart) -> Result<Option<(String, Bytes)>, StatusCode> {
    while let Some(field) = form.next_field().await.map_err(|error| error.status())? {
        let Some(name) = field.file_name().map(str::to_owned) else { continue };
        let bytes = field.bytes().await.map_err(|error| error.status())?;
        if !bytes.is_empty() {
            return Ok(Some((name, bytes)));
        }
    }
    Ok(None)
}

/// Reads a roster; the file is gone from this machine when this returns.
fn read(name: &str, bytes: &[u8], lang: Lang) -> Result<Roster, String> {
    let mut file = NamedTempFile::new().map_err(|error| error.to_string())?;
    file.write_all(bytes).map_err(|error| error.to_string())?;
    roster(file.path(), name).map_err(|error| error.message(lang))
}

fn answer(state: &AppState, lang: Lang, status: StatusCode, problem: Option<String>) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Roster, lang.t("title-roster"));
    let page = page.within(lang.t("title-members"), Target::Members(1));
    Ok(private(status, render(&GiveRoster { page, problem, limit: FILE_LIMIT })?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for problem in [None, Some("vide".to_owned())] {
                let page = sample::page(lang, Target::Roster);
                let wrong = problem.is_some();
                let html = sample::check(&GiveRoster { page, problem, limit: FILE_LIMIT });
                assert_eq!(html.contains("aria-invalid"), wrong);
            }
        }
    }

    #[test]
    fn a_file_is_read_under_its_own_name() {
        let roster = read("élus.csv", "Nom;Prénom;Sexe\nMOREL;Ada;F\n".as_bytes(), Lang::Fr).unwrap();
        assert_eq!((roster.file.as_str(), roster.people.len(), roster.refused.len()), ("élus.csv", 1, 1));
        assert!(read("élus.csv", b"%PDF-1.7", Lang::Fr).unwrap_err().starts_with("élus.csv"));
    }
}
