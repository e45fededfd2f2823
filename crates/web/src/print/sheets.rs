//! Paper forms as PDF; printed again, they are the same to the byte as long as the edition asks the same.

use super::{pdf, questions, sender};
use crate::Error;
use crate::collect::MEDIATORS;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::state::AppState;
use crate::url::{Before, Target, slug};
use arobase_publish::print::{Sheaf, sheet_number, sheets};
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    first: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::SHEETS, "", Access::Any(MEDIATORS), get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let first = asked.first.parse().map_err(|_| Error::not_found())?;
    let made = state.store.sheaf_of(&state.edition.id, first).await?.filter(|made| made.first == first);
    let made = made.ok_or_else(Error::not_found)?;
    let name = format!("{}-{}-{}.pdf", lang.t("print-file-sheets"), sheet_number(first), sheet_number(made.last()));
    let sheaf = Sheaf {
        first,
        sheets: made.sheets,
        place: made.place,
        questions: questions(&state, lang),
        keying: keying(&state, lang),
    };
    let sender = sender(&state, lang);
    pdf(name, move || sheets(&sheaf, &sender, lang, made.made_at)).await
}

/// Where a sheet is keyed, up to its number.
fn keying(state: &AppState, lang: Lang) -> String {
    format!("{}{}?sheet=", state.address, Target::Assist(Before::default()).in_lang(lang))
}
