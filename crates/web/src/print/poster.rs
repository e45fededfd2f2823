//! The poster for the town hall, as PDF.

use super::{pdf, questions, sender};
use crate::Error;
use crate::collect::MEDIATORS;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_publish::print::{Poster, poster};
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::POSTER, "", Access::Any(MEDIATORS), get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let code = state.edition.settings.invitation.clone();
    let url = format!("{}{}", state.address, Target::Invited(code.clone()).in_lang(lang));
    let shown = Poster { motto: state.edition.motto.clone(), questions: questions(&state, lang), url, code };
    let (sender, at) = (sender(&state, lang), state.now());
    pdf(lang.t("print-file-poster"), move || poster(&shown, &sender, lang, at)).await
}
