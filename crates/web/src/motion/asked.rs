//! Already asked: for each clause, the nearest one of each earlier motion, as the engine sees it; a person says whether both ask the same.

use super::before::year;
use super::form::Sent;
use super::public::clause_label;
use crate::Error;
use crate::collect::reading;
use crate::followup::in_plain_words;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, Near};
use crate::url::{Target, Url, elsewhere};
use arobase_domain::motion::Motion;
use arobase_domain::{Clause, ClauseId, EditionId};
use arobase_store::{EarlierMotion, Precedent, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "motion/asked.html")]
struct Asked {
    page: Page,
    alert: String,
    /// Whether an earlier edition published a motion.
    any: bool,
    /// What the engine proposes, what was confirmed, what was not.
    piles: [Pile; 3],
    /// The clauses of the text, and those of each earlier motion: code and words.
    clauses: Vec<(String, String)>,
    earlier: Vec<(String, Vec<(String, String)>)>,
}

/// Pairs of clauses of which the same was said, or nothing yet.
struct Pile {
    id: &'static str,
    title: String,
    pairs: Vec<Pair>,
    /// What may be said of each: code and message.
    choices: &'static [(&'static str, &'static str)],
}

/// A clause and an earlier one.
struct Pair {
    clause: ClauseId,
    label: String,
    url: Url,
    /// The earlier one: its code, its words, where it is, « Congrès 2022 (2022), proximité 0,71 ».
    earlier: String,
    words: String,
    there: String,
    told: String,
}

/// Buttons: what they send, and their message.
const SAME: (&str, &str) = ("same", "asked-same");
const OTHER: (&str, &str) = ("other", "asked-other");
const FORGET: (&str, &str) = ("forget", "asked-forget");

pub(super) async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    shown(&state, lang, StatusCode::OK, String::new()).await
}

pub(super) async fn judge(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (sent, edition) = (Sent(fields), &state.edition.id);
    let motion = state.store.motion(edition).await?.motion;
    let earlier = state.store.earlier_motions(edition).await?;
    let Some(said) = said(&sent, &motion, &earlier) else {
        return shown(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, lang.t("asked-unclear")).await;
    };
    let by = (me.member.id.as_str(), state.now());
    if sent.field("do") == FORGET.0 {
        state.store.forget_precedent(edition, &said, by).await?;
    } else {
        state.store.judge_precedent(edition, &said, by).await?;
    }
    Ok(to(lang, Target::AskedBefore))
}

/// What a form says, of a clause of the text and one of an earlier motion.
fn said(sent: &Sent, motion: &Motion, earlier: &[EarlierMotion]) -> Option<Precedent> {
    let (clause, told) = (ClauseId::new(sent.field("clause")), sent.field("earlier"));
    let (edition, there) = told.split_once(' ')?;
    let (edition, there) = (EditionId::new(edition), ClauseId::new(there));
    motion.clause(&clause)?;
    earlier.iter().find(|one| one.edition == edition)?.motion.clause(&there)?;
    let verdict = sent.field("do");
    let known = [SAME, OTHER, FORGET].iter().any(|(code, _)| *code == verdict);
    known.then(|| Precedent { clause, edition, earlier: there, same: verdict == SAME.0 })
}

async fn shown(state: &AppState, lang: Lang, status: StatusCode, alert: String) -> Result<Response, Error> {
    let edition = &state.edition.id;
    let motion = state.store.motion(edition).await?.motion;
    let earlier = state.store.earlier_motions(edition).await?;
    let near = near(state, &motion, &earlier).await?;
    let said = state.store.precedents(edition).await?;
    let page = Page::new(state, lang, Target::AskedBefore, lang.t("title-asked-before"))
        .within(lang.t("title-workshop"), Target::Workshop);
    Ok(private(status, render(&Asked { alert, ..Asked::new(page, &motion, &earlier, (&near, &said)) })?))
}

/// For each earlier motion, what of it is nearest to each clause.
async fn near(state: &AppState, motion: &Motion, earlier: &[EarlierMotion]) -> Result<Vec<Vec<Near>>, Error> {
    if earlier.is_empty() {
        return Ok(Vec::new());
    }
    let (nearest, _turn) = (state.nearest, reading().await);
    let (texts, others) = (words(motion), earlier.iter().map(|one| words(&one.motion)).collect::<Vec<_>>());
    let found = tokio::task::spawn_blocking(move || others.iter().map(|others| nearest(&texts, others)).collect());
    found.await.map_err(Error::export)
}

fn words(motion: &Motion) -> Vec<String> {
    motion.clauses().map(in_plain_words).collect()
}

impl Asked {
    fn new(page: Page, motion: &Motion, earlier: &[EarlierMotion], (near, said): (&[Vec<Near>], &[Precedent])) -> Self {
        let lang = page.lang;
        let of = |one: &EarlierMotion| {
            let clauses = one.motion.numbered().map(|told| (code(one, told.1), label(told)));
            (name(lang, one), clauses.collect())
        };
        let pile = |id, choices: &'static [_]| Pile { id, title: lang.t(id), pairs: Vec::new(), choices };
        let mut piles: [Pile; 3] = [
            pile("asked-to-judge", &[SAME, OTHER]),
            pile("asked-confirmed", &[FORGET]),
            pile("asked-refused", &[FORGET]),
        ];
        for (at, (number, clause)) in motion.numbered().enumerate() {
            for (nth, one) in earlier.iter().enumerate() {
                let near = near.get(nth).and_then(|near| *near.get(at)?);
                for (pile, earlier, score) in pairs(clause, one, near, said) {
                    piles[pile].pairs.push(Pair::new(lang, (number, clause), (one, earlier), score));
                }
            }
        }
        Self {
            alert: String::new(),
            any: !earlier.is_empty(),
            piles,
            clauses: motion.numbered().map(|told| (told.1.id.to_string(), label(told))).collect(),
            earlier: earlier.iter().map(of).collect(),
            page,
        }
    }
}

impl Pair {
    fn new(
        lang: Lang,
        numbered: (usize, &Clause),
        (one, earlier): (&EarlierMotion, &Clause),
        score: Option<f64>,
    ) -> Self {
        Self {
            clause: numbered.1.id.clone(),
            label: label(numbered),
            url: Target::WorkshopClause(numbered.1.id.clone()).in_lang(lang),
            earlier: code(one, earlier),
            words: in_plain_words(earlier),
            there: elsewhere(&one.slug, &Target::MotionClause(earlier.id.clone(), 1).in_lang(lang)),
            told: told(lang, one, score),
        }
    }
}

/// « 3. Ouvrir un guichet… ».
fn label((number, clause): (usize, &Clause)) -> String {
    clause_label(number, &clause.text)
}

/// An earlier clause, as a form names it.
fn code(one: &EarlierMotion, clause: &Clause) -> String {
    format!("{} {}", one.edition, clause.id)
}

/// What is told of a clause and an earlier motion: what was said, then what the engine proposes, unless it is the same. The rank of the pile, the clause, the likeness.
fn pairs<'a>(
    clause: &Clause,
    earlier: &'a EarlierMotion,
    near: Near,
    said: &[Precedent],
) -> Vec<(usize, &'a Clause, Option<f64>)> {
    let judged = said.iter().find(|one| one.clause == clause.id && one.edition == earlier.edition);
    let held = judged.and_then(|one| Some((one.same, earlier.motion.clause(&one.earlier)?.1)));
    let proposed = near.and_then(|(at, score)| Some((earlier.motion.clauses().nth(at)?, score)));
    let waits = proposed.filter(|(one, _)| held.is_none_or(|(same, had)| !same && had.id != one.id));
    let held = held.map(|(same, one)| (if same { 1 } else { 2 }, one, None));
    held.into_iter().chain(waits.map(|(one, score)| (0, one, Some(score)))).collect()
}

/// « Congrès 2022 (2022) ».
fn name(lang: Lang, one: &EarlierMotion) -> String {
    lang.with("asked-edition", [("edition", one.name.clone()), ("year", year(one).to_string())])
}

fn told(lang: Lang, one: &EarlierMotion, score: Option<f64>) -> String {
    let values =
        |score| [("edition", one.name.clone()), ("year", year(one).to_string()), ("score", lang.decimal(score, 2))];
    score.map_or_else(|| name(lang, one), |score| lang.with("earlier-told", values(score)))
}

#[cfg(test)]
mod tests {
    use super::super::before::tests::{earlier, said as judged};
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        let (motion, earlier) = (sample::motion(), earlier());
        let near: Vec<Vec<Near>> = earlier.iter().map(|_| vec![Some((1, 0.71)), None]).collect();
        let said = [judged("e1", 2025, "e2", true), judged("e1", 2022, "e1", false), judged("e2", 2019, "e1", true)];
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::AskedBefore);
            let asked = Asked::new(page(), &motion, &earlier, (&near, &said));
            assert_eq!(asked.piles.each_ref().map(|pile| pile.pairs.len()), [2, 2, 1], "another one of 2022 waits");
            let html = sample::check(&Asked { alert: "non".into(), ..asked });
            assert!(html.contains("0,71") || html.contains("0.71"), "{html}");
            sample::check(&Asked::new(page(), &motion, &[], (&[], &[])));
        }
    }

    #[test]
    fn what_is_not_there_is_not_judged() {
        let read = |clause: &str, earlier_clause: &str, verdict: &str| {
            let fields = [("clause", clause), ("earlier", earlier_clause), ("do", verdict)];
            let sent = Sent(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
            said(&sent, &sample::motion(), &earlier())
        };
        assert_eq!(read("e1", "edition-2022 e2", "same"), Some(judged("e1", 2022, "e2", true)));
        assert_eq!(read("e1", "edition-2022 e2", "other"), Some(judged("e1", 2022, "e2", false)));
        for wrong in [("e99", "edition-2022 e2", "same"), ("e1", "edition-2021 e2", "same"), ("e1", "e2", "same")] {
            assert_eq!(read(wrong.0, wrong.1, wrong.2), None, "{wrong:?}");
        }
        assert_eq!(read("e1", "edition-2022 e99", "same").or(read("e1", "edition-2022 e2", "explode")), None);
    }
}
