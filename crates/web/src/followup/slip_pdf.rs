//! The slips on paper: one for each hand-over, in the language of who receives it; or all of them in one file.

use super::OPEN_TO;
use super::matter::Matter;
use super::{slip, told};
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::print::pdf;
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_domain::motion::{Adoption, prose};
use arobase_domain::{Day, Dispatch, DispatchId, Recipient};
use arobase_publish::motion::{slug as named, zipped};
use arobase_publish::print::{HandOver, PrintError, hand_over};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

/// Noon, so that a day is the same day everywhere in the country.
const NOON: i64 = 43_200_000;
const DAY: i64 = 86_400_000;

pub(super) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::HAND_OVER_SLIP, "", OPEN_TO, get(all)),
        Gesture::page(slug::HAND_OVER_SLIP, "/{id}/{file}", OPEN_TO, get(one)),
    ]
}

async fn one(
    State(state): State<AppState>,
    In(lang): In,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (id, slips) = (DispatchId::new(id), slips(&state).await?);
    let found = slips.into_iter().find(|(one, ..)| *one == id && file == lang.t("slip-file"));
    let (_, name, slip, at) = found.ok_or_else(Error::not_found)?;
    pdf(name, move || hand_over(&slip, at)).await
}

async fn all(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let slips = slips(&state).await?;
    if slips.is_empty() {
        return Err(Error::not_found());
    }
    let set = move || -> Result<Vec<(String, Vec<u8>)>, PrintError> {
        slips.into_iter().map(|(_, name, slip, at)| Ok((name, hand_over(&slip, at)?))).collect()
    };
    let files = tokio::task::spawn_blocking(set).await.map_err(Error::export)??;
    let body = zipped(files.iter().map(|(name, body)| (name.as_str(), body.as_slice()))).map_err(Error::export)?;
    let disposition = format!("attachment; filename=\"{}\"", lang.t("slip-archive"));
    let kind = [(header::CONTENT_TYPE, "application/zip"), (header::CONTENT_DISPOSITION, disposition.as_str())];
    Ok((kind, body).into_response())
}

/// A slip: its hand-over, the name of its file, what it says, when it is dated.
type Named = (DispatchId, String, HandOver, i64);

/// Every hand-over that was not cancelled, by day and recipient.
async fn slips(state: &AppState) -> Result<Vec<Named>, Error> {
    let matter = Matter::prepared(state).await?;
    let adoption = state.store.motion_adoption(&state.edition.id).await?;
    let mut handed: Vec<(&Dispatch, &Recipient)> = matter
        .dispatches
        .iter()
        .filter(|one| !one.cancelled)
        .filter_map(|one| Some((one, matter.recipient(&one.recipient)?)))
        .collect();
    handed.sort_by(|(a, x), (b, y)| (a.day, &x.name, &a.id).cmp(&(b.day, &y.name, &b.id)));
    let named = handed.iter().enumerate().map(|(at, (one, to))| {
        let name = format!("{:02}-{}-{}.pdf", at + 1, one.day, named(&to.name));
        (one.id.clone(), name, slip(state, &matter, (one, to), adoption.as_ref()), dated(one))
    });
    Ok(named.collect())
}

/// The day of the hand-over, so that the same slip is the same file.
fn dated(one: &Dispatch) -> i64 {
    Day::of(1970, 1, 1).map_or(0, |epoch| i64::from(one.day.since(epoch)) * DAY + NOON)
}

fn slip(
    state: &AppState,
    matter: &Matter,
    (one, to): (&Dispatch, &Recipient),
    adoption: Option<&Adoption>,
) -> HandOver {
    let lang: Lang = to.lang;
    let sections = matter.motion.sections.iter().enumerate();
    let from = std::iter::once(state.publisher.name.as_str()).chain(state.publisher.address.lines());
    HandOver {
        lang,
        edition: state.edition.name.clone(),
        title: lang.t("title-hand-over-slip"),
        from: from.map(str::to_owned).collect(),
        to: slip::lines(to),
        motion: prose::plain(&matter.motion.title),
        adopted: adoption.map(|adoption| told::adopted(lang, adoption)).unwrap_or_default(),
        asks: lang.n("slip-clauses", matter.motion.clauses().count()),
        sections: sections.map(|(at, section)| told::section(lang, at + 1, section)).collect(),
        facts: slip::facts(lang, one),
        written: lang.t("slip-written"),
        url: format!("{}{}", state.address, Target::Sequel(Sequel::FollowUp(1)).in_lang(lang)),
        square: lang.t("slip-square"),
        signed: ["slip-sign-delegation", "slip-sign-recipient"].map(|key| lang.t(key)),
    }
}
