//! Who comes in: links, sessions, one's own space.

mod code;
mod enter;
mod federation;
mod following;
mod identify;
mod invitations;
mod letters;
mod member;
mod members;
mod namesakes;
mod origin;
mod passkeys;
mod reminders;
mod roster;
mod roster_read;
mod second_factor;
mod session;
mod sign_in;
mod space;
mod stop;
mod wanted;

pub(crate) use identify::{Unproven, identify};
pub(crate) use invitations::stop_url;
pub(crate) use letters::PATHS as LETTERS;
pub(crate) use origin::Origin;
pub(crate) use wanted::remember;

use crate::Error;
use crate::gesture::Gesture;
use crate::lang::Lang;
use crate::state::AppState;
use crate::url::Target;
use arobase_identity::{Cookie, Token};
use arobase_store::Signed;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};

pub(crate) fn gestures() -> Vec<Gesture> {
    [
        sign_in::gestures().as_slice(),
        &federation::gestures(),
        &[enter::gesture(), space::gesture()],
        &session::gestures(),
        &second_factor::gestures(),
        &passkeys::gestures(),
        &[members::gesture()],
        &member::gestures(),
        &[roster::gesture(), roster_read::gesture(), namesakes::gesture()],
        &[invitations::gesture(), letters::gesture(), reminders::gesture()],
        &[code::gesture(), stop::gesture()],
        &following::gestures(),
    ]
    .concat()
}

/// Whoever has a second factor shows it before changing by what one comes in.
fn sure(me: &Signed) -> Result<(), Error> {
    if me.second_factor && !me.strong { Err(Error::unproven()) } else { Ok(()) }
}

/// To one's own space, with the cookie of the session just opened; whatever was under way in the browser is over.
fn opened(state: &AppState, lang: Lang, token: &Token) -> Response {
    let (session, attempt) = (Cookie::of(&state.address).open(token), Cookie::attempt(&state.address).close());
    let cookies = AppendHeaders([(header::SET_COOKIE, session), (header::SET_COOKIE, attempt)]);
    (cookies, Redirect::to(&Target::Space.in_lang(lang).to_string())).into_response()
}
