//! Letters to print for those without e-mail, each with a code of its own. The code is shown nowhere else and kept nowhere: the letter made again has another, which
//! ends the former. For administrators.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::to;
use crate::print::{pdf, sender, typed};
use crate::state::AppState;
use crate::url::Target;
use arobase_domain::{Member, MemberId, Role};
use arobase_identity::Code;
use arobase_publish::print::{Letter, letters};
use arobase_store::{NewCode, Signed};
use axum::Extension;
use axum::extract::{Form, State};
use axum::response::Response;
use axum::routing::post;

/// Where letters are made, in each language.
pub(crate) const PATHS: [&str; 2] = ["/fr/membres/lettres.pdf", "/en/members/letters.pdf"];
/// Most letters in one file.
const AT_MOST: usize = 1_000;

/// Whose letters.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Whose {
    /// One member; else all of those below.
    member: String,
    /// `again`: those who were sent a letter and did not use its code; else those who were not invited yet.
    which: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::at(&PATHS, Access::Any(&[Role::Administrator]), post(make))
}

/// The file is made before the codes are in force: where it cannot be, nothing has changed.
async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(whose): Form<Whose>,
) -> Result<Response, Error> {
    let members = chosen(&state, &whose).await?;
    if members.is_empty() {
        return Ok(to(lang, Target::Invitations));
    }
    let codes: Vec<Code> = members.iter().map(|_| Code::new((state.chance)())).collect();
    let pages: Vec<Letter> =
        members.iter().zip(&codes).map(|(member, code)| letter(&state, lang, member, code)).collect();
    let (sender, now) = (sender(&state, lang), state.now());
    let file = lang.pick("lettres.pdf", "letters.pdf").to_owned();
    let printed = pdf(file, move || letters(&pages, &sender, lang, now)).await?;
    let new = |(member, code): (&Member, &Code)| NewCode { member: member.id.clone(), digest: state.key.code(code) };
    let new = members.iter().zip(&codes).map(new).collect();
    state.store.make_codes(&state.edition.id, new, &me.member.id, now).await?;
    Ok(printed)
}

/// Members whom a letter can reach.
async fn chosen(state: &AppState, whose: &Whose) -> Result<Vec<Member>, Error> {
    let (store, edition) = (&state.store, &state.edition.id);
    let mut members = match (whose.member.as_str(), whose.which.as_str()) {
        ("", "again") => store.letters_unused(edition).await?,
        ("", _) => store.uninvited(edition, None).await?.into_iter().filter(|one| one.email.is_none()).collect(),
        (id, _) => {
            let one = store.participant(edition, &MemberId::new(id)).await?.ok_or_else(Error::not_found)?;
            if store.wants_no_letters(&one.member.id).await? { Vec::new() } else { vec![one.member] }
        }
    };
    members.retain(|one| !one.address.is_empty());
    members.truncate(AT_MOST);
    Ok(members)
}

fn letter(state: &AppState, lang: Lang, member: &Member, code: &Code) -> Letter {
    let page = Target::Code(String::new()).in_lang(lang);
    let url = format!("{}{}", state.address, Target::Code(code.reveal()).in_lang(lang));
    let name = Some(member.name.as_str()).filter(|name| !name.is_empty());
    let to = name.into_iter().chain(member.address.lines()).map(str::to_owned).collect();
    Letter { to, code: code.reveal(), page: format!("{}{page}", typed(&state.address)), url }
}
