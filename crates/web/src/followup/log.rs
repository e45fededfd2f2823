//! What was given to whom, as a file.

use super::OPEN_TO;
use super::matter::Matter;
use super::told;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::state::AppState;
use arobase_domain::Dispatch;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

/// Where the file is.
pub(crate) const PATHS: [&str; 2] = ["/fr/remises.csv", "/en/hand-overs.csv"];

/// Its columns.
const COLUMNS: [&str; 10] =
    ["day", "recipient", "kind", "person", "manner", "place", "delegation", "version", "seal", "cancelled"];

pub(super) fn gesture() -> Gesture {
    Gesture::at(&PATHS, OPEN_TO, get(send))
}

async fn send(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let file = written(lang, &Matter::prepared(&state).await?).map_err(Error::export)?;
    let name = PATHS[usize::from(lang == Lang::En)].rsplit('/').next().unwrap_or_default();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file).into_response())
}

/// In UTF-8 with the mark that spreadsheets look for.
fn written(lang: Lang, matter: &Matter) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS)?;
    for one in &matter.dispatches {
        writer.write_record(line(lang, matter, one))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn line(lang: Lang, matter: &Matter, one: &Dispatch) -> [String; 10] {
    let to = matter.recipient(&one.recipient).cloned().unwrap_or_default();
    [
        one.day.to_string(),
        inert(to.name),
        told::kind(lang, to.kind),
        inert(to.person),
        told::manner(lang, one.manner),
        inert(one.place.clone()),
        inert(one.delegation.clone()),
        one.version.to_string(),
        one.seal.clone(),
        if one.cancelled { lang.t("hand-over-cancelled") } else { String::new() },
    ]
}

/// What a spreadsheet would take for a formula is a text.
fn inert(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;

    #[test]
    fn every_hand_over_is_a_line() {
        let mut matter = matter();
        matter.dispatches[1].cancelled = true;
        matter.dispatches[1].place = "=1+1".into();
        let file = String::from_utf8(written(Lang::Fr, &matter).expect("written")).expect("UTF-8");
        let lines: Vec<&str> = file.lines().collect();
        assert!(lines[0].starts_with("\u{feff}day,recipient,kind"));
        assert!(
            lines[1]
                .starts_with("2026-10-10,Ministère chargé des collectivités,Ministère,Mme la ministre,en main propre")
        );
        assert!(lines[2].contains(",'=1+1,") && lines[2].ends_with(",annulée"), "{}", lines[2]);
        assert_eq!(lines.len(), 3);
    }
}
