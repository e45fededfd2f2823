//! A second factor: a code that one's telephone shows, beside the link by mail. Prepared, confirmed, shown, taken away.

use super::sure;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, day};
use crate::url::{Target, slug};
use arobase_domain::Member;
use arobase_identity::{Clock, FAILURES_AT_MOST, FAILURES_WITHIN, recovery_code};
use arobase_publish::print::square;
use arobase_store::{Factor, Shown, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};

/// How many recovery codes are given.
const CODES: usize = 10;

#[derive(Template)]
#[template(path = "people/second_factor.html")]
struct SecondFactor {
    page: Page,
    stage: Stage,
    wrong: Option<Wrong>,
}

/// How far a member is with it.
enum Stage {
    /// None yet; `due` says that their role wants one.
    Begin { due: bool },
    /// A secret waits for its first code.
    Confirm { secret: String, address: String, drawing: String },
    /// It is to be shown.
    Show,
    /// It was shown in this session.
    Done { since: String, codes: u64 },
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Code,
    Recovery,
    TooMany,
}

#[derive(Template)]
#[template(path = "people/recovery_codes.html")]
struct RecoveryCodes {
    page: Page,
    codes: Vec<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    code: String,
}

pub(crate) fn gestures() -> [Gesture; 5] {
    let own = |tail, handler| Gesture::page(slug::SECOND_FACTOR, tail, Access::SignedIn, handler);
    [
        own("", get(see).post(show)),
        own("/prepare", post(prepare)),
        own("/confirm", post(confirm)),
        own("/recover", post(recover)),
        own("/remove", post(remove)),
    ]
}

async fn see(State(state): State<AppState>, In(lang): In, Extension(me): Extension<Signed>) -> Result<Response, Error> {
    answer(&state, lang, &me, None).await
}

async fn prepare(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
) -> Result<Response, Error> {
    let clock = Clock::new((state.chance)(), &state.edition.name, &account(&me.member)).ok_or_else(Error::not_found)?;
    let sealed = state.key.seal(me.member.id.as_str(), &clock.written(), (state.chance)());
    state.store.prepare_factor(&me.member.id, &sealed, state.now()).await?;
    Ok(to(lang, Target::SecondFactor))
}

/// The recovery codes are on the page that answers, and on no other.
async fn confirm(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    let Some(step) = step(&state, &me, &form.code).await? else {
        return answer(&state, lang, &me, Some(Wrong::Code)).await;
    };
    let codes: Vec<String> = (0..CODES).map(|_| recovery_code((state.chance)())).collect();
    let digests: Vec<String> = codes.iter().map(|code| state.key.recovery(me.member.id.as_str(), code)).collect();
    if !state.store.confirm_factor(shown(&me), step, &digests, state.now()).await? {
        return Ok(to(lang, Target::SecondFactor));
    }
    let page = Page::new(&state, lang, Target::SecondFactor, lang.t("title-recovery-codes"));
    let page = page.within(lang.t("title-space"), Target::Space);
    Ok(private(StatusCode::OK, render(&RecoveryCodes { page, codes })?))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    if !may_try(&state, &me).await? {
        return answer(&state, lang, &me, Some(Wrong::TooMany)).await;
    }
    let right = match step(&state, &me, &form.code).await? {
        Some(step) => state.store.show_factor(shown(&me), step, state.now()).await?,
        None => false,
    };
    if right { Ok(to(lang, Target::Space)) } else { answer(&state, lang, &me, Some(Wrong::Code)).await }
}

async fn recover(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    if !may_try(&state, &me).await? {
        return answer(&state, lang, &me, Some(Wrong::TooMany)).await;
    }
    let digest = state.key.recovery(me.member.id.as_str(), &form.code);
    if state.store.use_recovery(shown(&me), &digest, state.now()).await? {
        return Ok(to(lang, Target::SecondFactor));
    }
    answer(&state, lang, &me, Some(Wrong::Recovery)).await
}

/// Only a session in which it was shown takes it away.
async fn remove(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
) -> Result<Response, Error> {
    sure(&me)?;
    state.store.remove_factor(&me.member.id, state.now()).await?;
    Ok(to(lang, Target::SecondFactor))
}

async fn may_try(state: &AppState, me: &Signed) -> Result<bool, Error> {
    let now = state.now();
    Ok(state.store.try_factor(&me.member.id, FAILURES_AT_MOST, now - FAILURES_WITHIN, now).await?)
}

/// The step of thirty seconds that a code is of; none if it is wrong, or if there is no factor.
async fn step(state: &AppState, me: &Signed, code: &str) -> Result<Option<i64>, Error> {
    let factor = state.store.factor(&me.member.id).await?;
    Ok(factor.and_then(|factor| clock(state, &me.member, &factor)?.step(code, state.now())))
}

async fn answer(state: &AppState, lang: Lang, me: &Signed, wrong: Option<Wrong>) -> Result<Response, Error> {
    let factor = state.store.factor(&me.member.id).await?;
    let stage = Stage::of(state, lang, me, factor.as_ref());
    let page = Page::new(state, lang, Target::SecondFactor, lang.t("title-second-factor"));
    let page = page.within(lang.t("title-space"), Target::Space);
    let status = match wrong {
        None => StatusCode::OK,
        Some(Wrong::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(private(status, render(&SecondFactor { page, stage, wrong })?))
}

impl Stage {
    fn of(state: &AppState, lang: Lang, me: &Signed, factor: Option<&Factor>) -> Self {
        let begin = || Self::Begin { due: me.is_staff() && state.second_factor_due() };
        let Some(factor) = factor else { return begin() };
        match factor.confirmed_at {
            Some(since) if me.strong => Self::Done { since: day(lang, since), codes: factor.codes },
            Some(_) => Self::Show,
            None => clock(state, &me.member, factor).and_then(|clock| Self::confirm(&clock)).unwrap_or_else(begin),
        }
    }

    fn confirm(clock: &Clock) -> Option<Self> {
        let address = clock.address()?;
        Some(Self::Confirm { secret: spaced(&clock.written()), drawing: square(&address).ok()?, address })
    }
}

fn clock(state: &AppState, member: &Member, factor: &Factor) -> Option<Clock> {
    let secret = state.key.unseal(member.id.as_str(), &factor.secret)?;
    Clock::read(&secret, &state.edition.name, &account(member))
}

/// What the application shows beside the name of the edition.
fn account(member: &Member) -> String {
    let named = member.email.as_ref().map_or(member.name.as_str(), |email| email.as_str());
    if named.is_empty() { "arobase".to_owned() } else { named.to_owned() }
}

/// By fours, as one copies it.
fn spaced(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn shown(me: &Signed) -> Shown<'_> {
    Shown { member: &me.member.id, session: &me.session }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        let clock = Clock::new([7; 32], "Congrès 2026", "anne.le-goff@communaute-de-communes.example").unwrap();
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::SecondFactor);
            let stages = [
                Stage::Begin { due: true },
                Stage::Begin { due: false },
                Stage::confirm(&clock).unwrap(),
                Stage::Show,
                Stage::Done { since: "…".into(), codes: 0 },
            ];
            for stage in stages {
                let confirms = matches!(stage, Stage::Confirm { .. });
                let html = sample::check(&SecondFactor { page: page(), stage, wrong: None });
                assert_eq!((html.contains("<svg"), html.contains("otpauth://")), (confirms, confirms));
                assert!(html.len() < 40_000, "{}", html.len());
            }
            for wrong in [Wrong::Code, Wrong::Recovery, Wrong::TooMany] {
                let html = sample::check(&SecondFactor { page: page(), stage: Stage::Show, wrong: Some(wrong) });
                assert_eq!(html.matches("aria-invalid").count(), usize::from(wrong != Wrong::TooMany), "{wrong:?}");
            }
            let codes = vec!["ABCDE-FGH23".to_owned(); CODES];
            assert_eq!(sample::check(&RecoveryCodes { page: page(), codes }).matches("ABCDE").count(), CODES);
        }
    }
}
