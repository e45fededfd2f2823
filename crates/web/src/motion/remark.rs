//! Remarks on a clause: comments, other words, and what drafters decide of them.

use super::form::Sent;
use super::rewrite::shown;
use super::told::refusal;
use crate::Error;
use crate::draft::made;
use crate::lang::{In, Lang, Speak as _};
use crate::page::to;
use crate::state::AppState;
use crate::url::Target;
use arobase_domain::ClauseId;
use arobase_domain::motion::Gesture;
use arobase_store::{Comment, Decided, Signed, Suggested};
use axum::Extension;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;

/// Most signs of a comment.
const COMMENT_MAX: usize = 2_000;

pub(super) async fn offer(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (clause, sent) = (ClauseId::new(id), Sent(fields));
    let motion = state.store.motion(&state.edition.id).await?.motion;
    let (_, held) = motion.clause(&clause).ok_or_else(Error::not_found)?;
    let (body, after) = (sent.field("body"), sent.field("after"));
    let (id, at, by) = ((state.ids)().to_string(), state.now(), me.member.id.to_string());
    if sent.is_long() || body.chars().count() > COMMENT_MAX {
        return back(&state, lang, &me, clause, lang.t("motion-too-long")).await;
    }
    if words(&body) {
        let passage = sent.field("passage");
        let comment = Comment { id, clause: clause.clone(), passage, body, at, by, resolved: None };
        state.store.comment_motion(&state.edition.id, &comment).await?;
    } else if words(&after) && after != held.text.trim() {
        let (before, reason) = (held.text.clone(), sent.field("reason"));
        let offered = Suggested { id, clause: clause.clone(), before, after, reason, at, by, decided: None };
        state.store.suggest_motion(&state.edition.id, &offered).await?;
    } else {
        return back(&state, lang, &me, clause, lang.t("motion-no-words")).await;
    }
    Ok(to(lang, Target::WorkshopClause(clause)))
}

pub(super) async fn decide(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (clause, sent) = (ClauseId::new(id), Sent(fields));
    let (by, now) = (me.member.id.as_str(), state.now());
    let (decision, remark) = (sent.field("decision"), sent.field("remark"));
    if decision == "resolve" {
        state.store.resolve_comment(&state.edition.id, &remark, (by, now)).await?;
        return Ok(to(lang, Target::WorkshopClause(clause)));
    }
    let waiting = state.store.motion_suggestions(&state.edition.id).await?.into_iter();
    let Some(offered) = waiting.into_iter().find(|one| one.id == remark && one.decided.is_none()) else {
        return back(&state, lang, &me, clause, lang.t("motion-decided-already")).await;
    };
    let taken = decision == "take";
    if taken {
        let gesture = Gesture::Write { clause: clause.clone(), text: offered.after, before: None };
        if let Err(why) = made(&state, by, gesture).await? {
            return back(&state, lang, &me, clause, refusal(lang, &why)).await;
        }
    }
    let decided = Decided { at: now, by: by.to_owned(), taken, answer: sent.field("answer") };
    state.store.decide_suggestion(&state.edition.id, &remark, &decided).await?;
    Ok(to(lang, Target::WorkshopClause(clause)))
}

async fn back(state: &AppState, lang: Lang, me: &Signed, clause: ClauseId, alert: String) -> Result<Response, Error> {
    shown(state, lang, me, clause, StatusCode::UNPROCESSABLE_ENTITY, |page| page.alerted(alert)).await
}

fn words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
