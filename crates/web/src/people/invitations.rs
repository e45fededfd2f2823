//! How the invitations stand, and inviting by e-mail everyone who is not yet. For administrators.

use super::members::{Choice, choices};
use super::sign_in::link_url;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Member, MemberId, Role};
use arobase_identity::INVITATION_LASTS;
use arobase_post::letters::{Link, invitation};
use arobase_store::{Envelope, InvitationFigures, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "people/invitations.html")]
struct Invitations {
    page: Page,
    figures: InvitationFigures,
    options: Vec<Choice>,
    /// Letters whose code nobody used yet.
    unused: usize,
}

/// Whom to invite.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Whom {
    /// Those with this role; all if empty.
    role: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::INVITATIONS, "", Access::Any(&[Role::Administrator]), get(show).post(invite))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let figures = state.store.invitation_figures(&state.edition.id).await?;
    let unused = state.store.letters_unused(&state.edition.id).await?.len();
    let page = Page::new(&state, lang, Target::Invitations, lang.t("title-invitations"));
    let page = page.within(lang.t("title-members"), Target::Members(1));
    let options = choices(lang, |_| false);
    Ok(private(StatusCode::OK, render(&Invitations { page, figures, options, unused })?))
}

/// Sent twice, the form invites once: whoever is invited is no longer to be.
async fn invite(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(Whom { role }): Form<Whom>,
) -> Result<Response, Error> {
    let Ok(role) = (if role.is_empty() { Ok(None) } else { role.parse().map(Some) }) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let members = state.store.uninvited(&state.edition.id, role).await?;
    let envelopes: Vec<Envelope> = members.iter().filter_map(|member| envelope(&state, lang, member)).collect();
    let sent = state.store.invite_many(&state.edition.id, envelopes, &me.member.id, state.now()).await?;
    tracing::info!(sent, "invitations");
    Ok(to(lang, Target::Invitations))
}

/// The invitation of a member who has an e-mail.
fn envelope(state: &AppState, lang: Lang, member: &Member) -> Option<Envelope> {
    let (link, mail) = ((state.ids)().to_string(), (state.ids)().to_string());
    let url = Link { edition: &state.edition.name, url: &link_url(state, lang) };
    let letter = invitation(lang, member.email.clone()?, url, &stop_url(state, lang, &member.id));
    let digest = state.key.link(&link).digest();
    let expires_at = state.now() + INVITATION_LASTS;
    Some(Envelope { member: member.id.clone(), link, digest, expires_at, mail, letter })
}

/// Where the letters of a member are stopped, as letters write it.
pub(crate) fn stop_url(state: &AppState, lang: Lang, member: &MemberId) -> String {
    let key = state.key.stop(member.as_str());
    format!("{}{}", state.address, Target::Stop(key).in_lang(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for have in [0, 1, 300] {
                let figures =
                    InvitationFigures { have_email: have, have_address: have, ..InvitationFigures::default() };
                let page = sample::page(lang, Target::Invitations);
                let html = sample::check(&Invitations { page, figures, options: choices(lang, |_| false), unused: 2 });
                assert_eq!(html.contains("<select"), have > 0);
                assert_eq!(html.matches(".pdf\"").count(), if have > 0 { 2 } else { 1 });
            }
        }
    }
}
