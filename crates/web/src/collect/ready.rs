//! Whether what someone sends may be received: who may send, what the rules say, how many letters it asks for.

use super::contribute::{Fields, Mistake, mistakes};
use super::signers::{self, Letters};
use crate::Error;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use arobase_domain::{Channel, NewContribution};
use arobase_identity::{CODES_COUNTED, INVITATIONS_BY_ADDRESS};
use arobase_store::Tries;

/// What is to be received, with the letters to those who sign beside; or what is wrong, for the form to come back with all that was typed.
pub(super) async fn ready(
    state: &AppState,
    lang: Lang,
    origin: &str,
    form: &Fields,
) -> Result<Result<(NewContribution, Letters), Vec<Mistake>>, Error> {
    let contribution = match form.draft().check_within(Channel::Online, state.edition.settings.limits) {
        Ok(contribution) => contribution,
        Err(errors) => return Ok(Err(mistakes(lang, &errors))),
    };
    let letters = Letters::new(state, lang, &contribution, contribution.author.as_ref());
    // A form that comes again writes to nobody again.
    let again = !letters.is_empty() && state.store.sent_with(&state.edition.id, &form.token).await?.is_some();
    if !again && !letters.allowed(state, origin).await? {
        return Ok(Err(vec![signers::too_many_letters(lang)]));
    }
    Ok(Ok((contribution, letters)))
}

/// What is wrong with a code of invitation. Wrong ones are counted by where they come from; past so many, the next ones are not looked at. That is told
/// as any mistake is: a form that waits on a device for a network would take « too many requests » for a trouble of the line, and wait on.
pub(super) async fn uninvited(
    state: &AppState,
    lang: Lang,
    known: bool,
    origin: &str,
    code: &str,
) -> Result<Option<String>, Error> {
    let settings = &state.edition.settings;
    if known || settings.invitation.is_empty() {
        return Ok(None);
    }
    let tries = Tries { kind: "invitation", address: origin, since: state.now() - CODES_COUNTED };
    if state.store.tried(tries).await? >= INVITATIONS_BY_ADDRESS {
        return Ok(Some(lang.t("contribute-error-invitation-often")));
    }
    if settings.invites(code) {
        return Ok(None);
    }
    if !code.trim().is_empty() {
        state.store.note_tries(tries, 1, state.now()).await?;
    }
    Ok(Some(lang.t("contribute-error-invitation")))
}
