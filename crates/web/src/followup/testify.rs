//! What was done of a clause, and what was not: members say it while the motion is followed, everyone reads it.

use super::{SPOKESPERSONS, told};
use crate::Error;
use crate::gesture::{Access, Asker, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, signature, to};
use crate::pager::{At, Pager};
use crate::posted::Posted;
use crate::state::{AppState, day};
use crate::url::{Sequel, Target, slug};
use arobase_domain::motion::Motion;
use arobase_domain::{ClauseId, Edition, PhaseKind};
use arobase_store::{Signed, Testimony};
use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

/// Most signs of what one says, and most that one says of a clause.
const LONGEST: usize = 2_000;
const EACH: usize = 5;
/// Shown at once on the page of a clause, and in the list.
pub(crate) const SHOWN: usize = 10;
const LISTED: usize = 40;

#[derive(Template)]
#[template(path = "followup/testify.html")]
struct Testify {
    page: Page,
    /// The clause; none where all are listed.
    clause: Option<(ClauseId, String)>,
    /// Whether one may speak now, and what was typed.
    open: bool,
    typed: String,
    wrong: Option<&'static str>,
    lines: Vec<Line>,
    pager: Option<Pager>,
}

/// What someone said, in words.
struct Line {
    id: String,
    who: String,
    when: String,
    body: String,
    /// The clause: where one speaks of it, « Demande 3 ».
    clause: ClauseId,
    about: String,
    /// That it was withdrawn, and why.
    gone: String,
    mine: bool,
}

/// What everyone reads of what was said of a clause.
#[derive(Default)]
pub(crate) struct Told {
    /// Whether one may speak now.
    pub(crate) open: bool,
    /// Who, when, what.
    pub(crate) lines: Vec<(String, String, String)>,
    /// How many pages there are.
    pub(crate) pages: u32,
}

pub(super) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::TESTIFY, "", super::OPEN_TO, get(list)),
        Gesture::page(slug::TESTIFY, "/{id}", Access::SignedIn, get(show).post(say)),
    ]
}

async fn list(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Query(at): Query<At>,
) -> Result<Response, Error> {
    let found = state.store.published_motion(&state.edition.id).await?;
    let motion = found.map_or_else(Motion::default, |(_, written)| written.motion);
    let all = state.store.testimonies(&state.edition.id, None).await?;
    let page = Page::new(&state, lang, Target::Sequel(Sequel::Testimonies(at.page())), lang.t("title-testimonies"))
        .within(lang.t("title-recipients"), Target::Sequel(Sequel::Recipients));
    let (pages, lines) = page_of(&all, at.page(), LISTED);
    let lines = lines.iter().map(|one| Line::new(lang, &motion, one, me.member.id.as_str())).collect();
    let pager = Some(Pager::new(lang, at.page().min(pages), pages, |at| Target::Sequel(Sequel::Testimonies(at))));
    let (clause, typed) = (None, String::new());
    Ok(private(StatusCode::OK, render(&Testify { page, clause, open: false, typed, wrong: None, lines, pager })?))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    answer(&state, lang, &me, ClauseId::new(id), (String::new(), None)).await
}

/// Says something, or withdraws it.
async fn say(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Error> {
    let (clause, body) = (ClauseId::new(id), posted.text("body"));
    let done = match posted.line("do").as_str() {
        "withdraw" => withdraw(&state, &me, &posted).await?,
        _ => testify(&state, &me, &clause, (&body, posted.line("named") == "yes")).await?,
    };
    match done {
        Ok(()) => Ok(to(lang, Target::Sequel(Sequel::Testify(clause)))),
        Err(wrong) => answer(&state, lang, &me, clause, (body, Some(wrong))).await,
    }
}

type Done = Result<(), &'static str>;

async fn testify(state: &AppState, me: &Signed, clause: &ClauseId, (body, named): (&str, bool)) -> Result<Done, Error> {
    published(state).await?.clause(clause).ok_or_else(Error::not_found)?;
    let (edition, by, at) = (&state.edition.id, me.member.id.to_string(), state.now());
    let said = state.store.testimonies(edition, Some(clause)).await?;
    let mine = said.iter().filter(|one| one.by == by && one.withdrawn.is_none()).count();
    let wrong = match () {
        () if !open(&state.edition, at) => Some("testify-closed"),
        () if !body.chars().any(char::is_alphanumeric) => Some("testify-no-words"),
        () if body.chars().count() > LONGEST => Some("testify-long"),
        () if mine >= EACH => Some("testify-enough"),
        () => None,
    };
    if let Some(wrong) = wrong {
        return Ok(Err(wrong));
    }
    let (id, clause, body) = ((state.ids)().to_string(), clause.clone(), body.to_owned());
    state.store.testify(edition, &Testimony { id, clause, body, named, at, by, ..Testimony::default() }).await?;
    Ok(Ok(()))
}

/// One withdraws one's own words; who answers for the site withdraws those of others and says why.
async fn withdraw(state: &AppState, me: &Signed, posted: &Posted) -> Result<Done, Error> {
    let (id, reason, by) = (posted.line("testimony"), posted.line("reason"), me.member.id.as_str());
    let (edition, now) = (&state.edition.id, state.now());
    if state.store.withdraw_testimony(edition, (&id, Some(by), ""), (by, now)).await? {
        return Ok(Ok(()));
    }
    if !speaks(me) {
        return Ok(Err("testify-not-yours"));
    }
    if reason.is_empty() {
        return Ok(Err("testify-no-reason"));
    }
    let gone = state.store.withdraw_testimony(edition, (&id, None, &reason), (by, now)).await?;
    Ok(if gone { Ok(()) } else { Err("testify-not-yours") })
}

fn speaks(me: &Signed) -> bool {
    Access::Any(SPOKESPERSONS).admits(Asker::Member(&me.roles))
}

/// Whether one may speak now.
fn open(edition: &Edition, now: i64) -> bool {
    edition.current(now).is_some_and(|phase| phase.kind == PhaseKind::FollowUp)
}

async fn published(state: &AppState) -> Result<Motion, Error> {
    let found = state.store.published_motion(&state.edition.id).await?;
    Ok(found.ok_or_else(Error::not_found)?.1.motion)
}

async fn answer(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    id: ClauseId,
    (typed, wrong): (String, Option<&'static str>),
) -> Result<Response, Error> {
    let (motion, by) = (published(state).await?, me.member.id.as_str());
    let (number, clause) = motion.clause(&id).ok_or_else(Error::not_found)?;
    let mut said = state.store.testimonies(&state.edition.id, Some(&id)).await?;
    said.retain(|one| one.by == by || speaks(me));
    let page = Page::new(state, lang, Target::Sequel(Sequel::Testify(id.clone())), lang.it("title-testify", number))
        .within(lang.it("motion-clause", number), Target::MotionClause(id.clone(), 1));
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let lines = said.iter().map(|one| Line::new(lang, &motion, one, by)).collect();
    let (open, clause) = (open(&state.edition, state.now()), Some((id, told::clause(clause))));
    Ok(private(status, render(&Testify { page, clause, open, typed, wrong, lines, pager: None })?))
}

/// How many pages there are, and what is on one.
fn page_of<T>(all: &[T], at: u32, most: usize) -> (u32, &[T]) {
    let pages = u32::try_from(all.len().div_ceil(most).max(1)).unwrap_or(u32::MAX);
    let from = (at.clamp(1, pages) as usize - 1) * most;
    (pages, &all[from..all.len().min(from + most)])
}

/// What everyone reads of what was said of a clause: those who agree are named.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn told_of(state: &AppState, lang: Lang, clause: &ClauseId, at: u32) -> Result<Told, Error> {
    let mut said = state.store.testimonies(&state.edition.id, Some(clause)).await?;
    said.retain(|one| one.withdrawn.is_none());
    let (pages, shown) = page_of(&said, at, SHOWN);
    let lines = if at > pages { &[] } else { shown };
    let line = |one: &Testimony| (public_name(lang, one), day(lang, one.at), one.body.clone());
    Ok(Told { open: open(&state.edition, state.now()), lines: lines.iter().map(line).collect(), pages })
}

fn public_name(lang: Lang, one: &Testimony) -> String {
    let name = signature(one.author.as_ref().filter(|_| one.named));
    if name.is_empty() { lang.t("testify-someone") } else { name }
}

impl Line {
    fn new(lang: Lang, motion: &Motion, one: &Testimony, me: &str) -> Self {
        let number = motion.clause(&one.clause).map(|(number, _)| number.to_string());
        let gone = match &one.withdrawn {
            None => String::new(),
            Some((_, reason)) if reason.is_empty() => lang.t("testify-withdrawn"),
            Some((_, reason)) => lang.it("testify-withdrawn-for", reason),
        };
        let name = signature(one.author.as_ref());
        let name = if name.is_empty() { lang.t("testify-someone") } else { name };
        Self {
            id: one.id.clone(),
            who: if one.named { name } else { lang.it("testify-unnamed", name) },
            when: day(lang, one.at),
            body: one.body.clone(),
            clause: one.clause.clone(),
            about: lang.it("answer-on-clause", number.unwrap_or_else(|| one.clause.to_string())),
            gone,
            mine: one.by == me,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;
    use arobase_domain::{Author, Phase};

    fn said(id: &str, named: bool, withdrawn: Option<(i64, String)>) -> Testimony {
        Testimony {
            id: id.into(),
            clause: ClauseId::new("e2"),
            body: "Le guichet est ouvert <le samedi>.".into(),
            named,
            at: sample::NOW,
            by: "anne".into(),
            author: Some(Author { name: "Anne Roux".into(), function: "maire".into(), ..Author::default() }),
            withdrawn,
        }
    }

    #[test]
    fn renders() {
        let all = [said("t1", true, None), said("t2", false, None), said("t3", true, Some((1, "injure".into())))];
        for &lang in Lang::ALL {
            let shown = |clause: Option<(ClauseId, String)>, open, wrong, me: &str| Testify {
                page: sample::page(lang, Target::Sequel(Sequel::Testimonies(1))),
                clause,
                open,
                typed: "Rien.".into(),
                wrong,
                lines: all.iter().map(|one| Line::new(lang, &matter().motion, one, me)).collect(),
                pager: Some(Pager::new(lang, 1, 2, |at| Target::Sequel(Sequel::Testimonies(at)))),
            };
            let clause = || Some((ClauseId::new("e2"), "Doter chaque canton.".to_owned()));
            let html = sample::check(&shown(clause(), true, Some("testify-no-words"), "anne"));
            assert!(html.contains("<textarea") && !html.contains("name=\"reason\""), "{html}");
            assert!(!sample::check(&shown(clause(), false, None, "anne")).contains("<textarea"));
            let html = sample::check(&shown(None, false, None, "boss"));
            assert_eq!(html.matches("name=\"reason\"").count(), 2, "{html}");
        }
    }

    #[test]
    fn who_does_not_agree_is_not_named() {
        assert_eq!(public_name(Lang::Fr, &said("t1", true, None)), "Anne Roux, maire");
        assert!(!public_name(Lang::Fr, &said("t1", false, None)).contains("Anne"));
    }

    #[test]
    fn one_speaks_while_the_motion_is_followed() {
        let phase = Phase { kind: PhaseKind::FollowUp, starts_at: 10, ends_at: 20 };
        let edition = Edition { phases: vec![phase], ..sample::edition() };
        assert_eq!([9, 10, 19, 20].map(|now| open(&edition, now)), [false, true, true, false]);
        assert_eq!((page_of(&[1, 2, 3], 2, 2), page_of(&[1, 2, 3], 9, 2)), ((2, &[3][..]), (2, &[3][..])));
        assert_eq!(page_of::<u8>(&[], 1, 2), (1, &[][..]));
    }
}
