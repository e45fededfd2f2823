//! Who sees to a pile: taken, given, left.

use super::OPEN_TO;
use super::bench::{Lying, answer, nothing};
use super::opened::{Opened, sit};
use super::top::Said;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::to;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::piles::Pile;
use arobase_domain::{IdeaId, MemberId, Role};
use arobase_store::{Assigning, Colleague, Signed};
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;

/// Who sees to the pile that is looked at, and what can be done of it.
pub(super) struct Keeper {
    /// « Paule s’en occupe. »
    pub(super) told: String,
    /// Who does, as forms send it back; empty for nobody.
    pub(super) held: String,
    pub(super) mine: bool,
    pub(super) me: String,
    /// The idea that is open, to come back to.
    pub(super) idea: String,
    /// Whom it may be given to.
    pub(super) others: Vec<Colleague>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    pile: String,
    /// Who saw to it when the page was made.
    held: String,
    /// Who will; nobody if empty.
    to: String,
    idea: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::ASSIGN, "", OPEN_TO, post(act))
}

async fn act(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let (held, wanted) = (MemberId::new(fields.held.as_str()), MemberId::new(fields.to.as_str()));
    let engineers = state.store.colleagues(&state.edition.id, Some(Role::KnowledgeEngineer)).await?;
    let known = fields.to.is_empty() || engineers.iter().any(|one| one.id == wanted);
    let Ok(pile) = fields.pile.parse::<Pile>() else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    if !known || pile == Pile::Mine {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    }
    let assigning = Assigning { pile: pile.code(), held: &held, to: &wanted, by: &me.member.id };
    if state.store.assign(&state.edition.id, assigning, state.now()).await? {
        return Ok(to(lang, Target::Bench(fields.pile, fields.idea, 0)));
    }
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let said = Said::alert(opened.keeper(lang, &pile).unwrap_or_else(|| lang.t("assign-meanwhile")));
    let lying = Lying::of(opened, me.member.id.as_str(), &fields.pile, &IdeaId::new(fields.idea));
    answer(&state, lang, &me, opened, lying, said).await
}

impl Opened {
    /// Who sees to a pile.
    pub(super) fn assigned(&self, pile: &Pile) -> Option<&Colleague> {
        self.around.assigned.iter().find(|one| one.pile == pile.code()).map(|one| &one.who)
    }

    /// « Paule s’en occupe. »
    fn keeper(&self, lang: Lang, pile: &Pile) -> Option<String> {
        self.assigned(pile).map(|who| lang.it("assign-kept", &who.name))
    }
}

impl Keeper {
    /// Who sees to a pile, as `me` reads it among `engineers`; nobody sees to what is theirs by being theirs.
    pub(super) fn of(lang: Lang, opened: &Opened, pile: &Pile, me: &str, engineers: Vec<Colleague>) -> Option<Self> {
        let held = opened.assigned(pile).map(|who| who.id.to_string()).unwrap_or_default();
        let mine = held == me;
        let told = if mine {
            lang.t("assign-mine")
        } else {
            opened.keeper(lang, pile).unwrap_or_else(|| lang.t("assign-free"))
        };
        let others = engineers.into_iter().filter(|one| one.id.as_str() != held && one.id.as_str() != me).collect();
        (*pile != Pile::Mine).then(|| Self { told, held, mine, me: me.to_owned(), idea: String::new(), others })
    }
}
