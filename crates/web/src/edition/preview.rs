//! The pages that everyone would see with settings that nobody has saved yet: the home page, and the form.

use super::LEADERS;
use super::fields::Fields;
use super::settings::present;
use crate::gesture::Gesture;
use crate::lang::{In, Lang};
use crate::state::AppState;
use crate::url::{Target, slug};
use crate::{Error, collect, home};
use axum::extract::{Form, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;

/// What goes from the settings to the preview and back: the fields of the form, unsaved.
#[derive(Debug, Clone)]
pub(crate) struct Preview {
    fields: Fields,
    /// Whether the form is shown, else the home page.
    pub(crate) form: bool,
}

impl Preview {
    /// The fields, to be posted again.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.pairs().filter(|(name, _)| !["shown", "again"].contains(name))
    }
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::SETTINGS_PREVIEW, "", LEADERS, get(back).post(show))
}

/// A preview is of something: without it, there are the settings.
async fn back(In(lang): In) -> Redirect {
    to_settings(lang)
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Form(posted): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let fields = Fields::from(posted);
    let (before, _) = present(&state).await?;
    let wanted = match fields.edition(lang, &before) {
        Ok(wanted) => wanted,
        Err(mistakes) => return super::settings::mistaken(&state, lang, fields, mistakes),
    };
    let form = fields.read("shown") == "form";
    let state = state.previewing(wanted, Preview { fields, form });
    let mut response =
        if form { collect::form(&state, lang)? } else { home::show(State(state), In(lang)).await?.into_response() };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn to_settings(lang: Lang) -> Redirect {
    Redirect::to(&Target::Settings.in_lang(lang).to_string())
}
