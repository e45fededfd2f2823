//! What a recipient answered: recorded on clauses or on the whole motion, corrected, withdrawn.

use super::OPEN_TO;
use super::matter::Matter;
use super::told;
use crate::Error;
use crate::collect::attach::read_bytes;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::posted::{Posted, WHOLE};
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_attachments::Read;
use arobase_domain::attachment::ATTACHMENT_MAX;
use arobase_domain::{Answer, AnswerId, ClauseId, Day, Recipient, RecipientId, Reply, follow_up};
use arobase_store::{NewEvidence, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeSet;

/// Stands for every clause among those ticked.
const ALL: &str = "all";

#[derive(Template)]
#[template(path = "followup/answers.html")]
struct Answers {
    page: Page,
    id: RecipientId,
    state: String,
    lines: Vec<Line>,
    /// The clauses: identifier, number and words, whether they are ticked.
    clauses: Vec<(ClauseId, String, bool)>,
    replies: Vec<(&'static str, String)>,
    typed: Typed,
    wrong: Option<String>,
    weight: String,
}

/// An answer that counts, in words.
struct Line {
    id: AnswerId,
    when: String,
    reply: String,
    about: String,
    measure: String,
    due: String,
    text: String,
    link: String,
    document: Option<String>,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    clauses: BTreeSet<String>,
    reply: String,
    day: String,
    measure: String,
    due: String,
    text: String,
    link: String,
    /// The answer being corrected.
    replaces: String,
}

/// Which answer is to be corrected.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Which {
    correct: String,
}

pub(super) fn gesture() -> Gesture {
    let handlers = get(show).post(record).layer(DefaultBodyLimit::max(WHOLE));
    Gesture::page(slug::ANSWERS, "/{id}", OPEN_TO, handlers)
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Path(id): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Error> {
    let (id, matter) = (RecipientId::new(id), Matter::prepared(&state).await?);
    let corrected = matter.answers.iter().find(|one| one.id.as_str() == which.correct && one.recipient == id);
    let typed = corrected.map_or_else(|| Typed::fresh(matter.today), Typed::from);
    answer(&state, lang, &matter, &id, typed, None)
}

async fn record(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    mut posted: Posted,
) -> Result<Response, Error> {
    let (id, matter) = (RecipientId::new(id), Matter::prepared(&state).await?);
    matter.recipient(&id).ok_or_else(Error::not_found)?;
    let (document, typed) = (posted.document.take(), Typed::of(&posted));
    let made = if posted.line("do") == "withdraw" { typed.withdrawn(&matter) } else { typed.checked(&matter) };
    let mut answers = match made {
        Ok(answers) => answers,
        Err(wrong) => return answer(&state, lang, &matter, &id, typed, Some(lang.t(wrong))),
    };
    let read = match read(&state, lang, document).await? {
        Ok(read) => read,
        Err(wrong) => return answer(&state, lang, &matter, &id, typed, Some(wrong)),
    };
    let (evidence, public) = ((state.ids)().to_string(), posted.says("public"));
    for one in &mut answers {
        one.id = AnswerId::new((state.ids)().to_string());
        (one.recipient, one.at, one.by) = (id.clone(), state.now(), me.member.id.to_string());
        one.document = if read.is_some() { Some(evidence.clone()) } else { one.document.take() };
    }
    let new = read.as_ref().map(|(name, read)| NewEvidence {
        id: &evidence,
        name,
        kind: read.kind,
        bytes: &read.bytes,
        public,
    });
    if state.store.record_answers(&state.edition.id, &answers, new).await? {
        return Ok(to(lang, Target::Sequel(Sequel::Answers(id, AnswerId::default()))));
    }
    answer(&state, lang, &matter, &id, typed, Some(lang.t("answer-corrected-already")))
}

/// The document, with its name; else why it is refused.
async fn read(
    state: &AppState,
    lang: Lang,
    document: Option<(String, Vec<u8>)>,
) -> Result<Result<Option<(String, Read)>, String>, Error> {
    let Some((name, bytes)) = document else { return Ok(Ok(None)) };
    let refused = |key: &str| {
        let shown: String = name.chars().filter(|letter| !letter.is_control()).take(80).collect();
        lang.with(key, [("file", shown), ("size", lang.bytes(ATTACHMENT_MAX as u64)), ("most", lang.number(1_usize))])
    };
    Ok(match read_bytes(state, bytes).await? {
        Ok(read) => Ok(Some((read.kind.name_of(&name), read))),
        Err(key) => Err(refused(key)),
    })
}

fn answer(
    state: &AppState,
    lang: Lang,
    matter: &Matter,
    id: &RecipientId,
    typed: Typed,
    wrong: Option<String>,
) -> Result<Response, Error> {
    let one = matter.recipient(id).ok_or_else(Error::not_found)?;
    let here = Target::Sequel(Sequel::Answers(id.clone(), AnswerId::new(typed.replaces.clone())));
    let page = Page::new(state, lang, here, lang.it("title-answers", &one.name))
        .within(lang.t("title-recipients"), Target::Sequel(Sequel::Recipients));
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(private(status, render(&Answers::new(page, matter, one, typed, wrong))?))
}

impl Answers {
    fn new(page: Page, matter: &Matter, one: &Recipient, typed: Typed, wrong: Option<String>) -> Self {
        let lang = page.lang;
        let mut theirs: Vec<&Answer> =
            follow_up::in_force(&matter.answers).filter(|answer| answer.recipient == one.id).collect();
        theirs.sort_by(|a, b| (b.day, &b.id).cmp(&(a.day, &a.id)));
        let clause = |(number, clause): (usize, &arobase_domain::Clause)| {
            let label = format!("{number}. {}", told::clause(clause));
            (clause.id.clone(), label, typed.clauses.contains(clause.id.as_str()))
        };
        let replies = Reply::ALL.iter().filter(|reply| **reply != Reply::Withdrawn);
        Self {
            id: one.id.clone(),
            state: told::silence(lang, matter.silence(&one.id)),
            lines: theirs.into_iter().map(|answer| Line::new(lang, matter, answer)).collect(),
            clauses: matter.motion.numbered().map(clause).collect(),
            replies: replies.map(|&reply| (reply.as_str(), told::reply(lang, reply))).collect(),
            typed,
            wrong,
            weight: lang.bytes(ATTACHMENT_MAX as u64),
            page,
        }
    }

    fn on_all(&self) -> bool {
        self.typed.clauses.contains(ALL)
    }
}

impl Line {
    fn new(lang: Lang, matter: &Matter, one: &Answer) -> Self {
        let number = one.clause.as_ref().and_then(|id| matter.motion.clause(id));
        let about = match (&one.clause, number) {
            (None, _) => lang.t("answer-on-all"),
            (Some(_), Some((number, _))) => lang.it("answer-on-clause", number),
            (Some(id), None) => lang.it("answer-on-clause", id),
        };
        Self {
            id: one.id.clone(),
            when: told::day(lang, one.day),
            reply: told::reply(lang, one.reply),
            about,
            measure: one.measure.clone(),
            due: told::due(lang, one, matter.today),
            text: one.text.clone(),
            link: one.link.clone(),
            document: one.document.clone(),
        }
    }
}

impl Typed {
    fn fresh(today: Day) -> Self {
        Self { day: today.to_string(), ..Self::default() }
    }

    fn of(posted: &Posted) -> Self {
        let [reply, day, measure, due] = ["reply", "day", "measure", "due"].map(|name| posted.line(name));
        let clauses = posted.ticked("clause").map(str::to_owned).collect();
        let (text, link, replaces) = (posted.text("text"), posted.line("link"), posted.line("replaces"));
        Self { clauses, reply, day, measure, due, text, link, replaces }
    }

    fn from(one: &Answer) -> Self {
        Self {
            clauses: [one.clause.as_ref().map_or(ALL, ClauseId::as_str).to_owned()].into(),
            reply: one.reply.to_string(),
            day: one.day.to_string(),
            measure: one.measure.clone(),
            due: one.due.map(String::from).unwrap_or_default(),
            text: one.text.clone(),
            link: one.link.clone(),
            replaces: one.id.to_string(),
        }
    }

    /// The answers that it makes, one a clause; else the key of what is wrong. A correction is of one answer, and keeps its document.
    fn checked(&self, matter: &Matter) -> Result<Vec<Answer>, &'static str> {
        let all = self.clauses.contains(ALL);
        let known = matter.motion.clauses().filter(|clause| self.clauses.contains(clause.id.as_str()));
        let mut about: Vec<Option<ClauseId>> = known.map(|clause| Some(clause.id.clone())).collect();
        if all && !about.is_empty() {
            return Err("answer-both");
        }
        about.extend(all.then_some(None));
        let corrected = matter.answers.iter().find(|one| one.id.as_str() == self.replaces);
        if about.is_empty() || (corrected.is_some() && about.len() > 1) {
            return Err(if about.is_empty() { "answer-no-clause" } else { "answer-one-clause" });
        }
        let template = Answer { document: corrected.and_then(|one| one.document.clone()), ..self.said(matter.today)? };
        let replaces = corrected.map(|one| one.id.clone());
        let one = |clause| Answer { clause, replaces: replaces.clone(), ..template.clone() };
        Ok(about.into_iter().map(one).collect())
    }

    fn said(&self, today: Day) -> Result<Answer, &'static str> {
        let day = self.day.parse::<Day>().ok().filter(|day| *day <= today).ok_or("answer-no-day")?;
        let due = Some(&self.due).filter(|due| !due.is_empty()).map(|due| due.parse::<Day>()).transpose();
        let link = self.link.as_str();
        if !(link.is_empty() || link.starts_with("https://") || link.starts_with("http://")) {
            return Err("answer-no-link");
        }
        Ok(Answer {
            reply: self.reply.parse().unwrap_or_default(),
            day,
            measure: self.measure.clone(),
            due: due.map_err(|_| "answer-no-due")?,
            text: self.text.clone(),
            link: link.to_owned(),
            ..Answer::default()
        })
    }

    /// The answer that takes another one back.
    fn withdrawn(&self, matter: &Matter) -> Result<Vec<Answer>, &'static str> {
        let found = matter.answers.iter().find(|one| one.id.as_str() == self.replaces);
        let one = found.ok_or("answer-corrected-already")?;
        let (clause, replaces) = (one.clause.clone(), Some(one.id.clone()));
        Ok(vec![Answer { clause, replaces, reply: Reply::Withdrawn, day: matter.today, ..Answer::default() }])
    }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let matter = matter();
            let typed = [Typed::fresh(matter.today), Typed::from(&matter.answers[0])];
            for (typed, wrong) in typed.into_iter().zip([None, Some("non".to_owned())]) {
                let ticked = typed.clauses.len();
                let page = sample::page(lang, Target::Sequel(Sequel::Recipients));
                let html = sample::check(&Answers::new(page, &matter, &matter.recipients[0], typed, wrong));
                assert_eq!(html.matches(" checked").count(), ticked, "{html}");
                assert!(html.contains("10\u{a0}M€"));
            }
        }
    }

    #[test]
    fn an_answer_is_on_all_or_on_clauses() {
        let matter = matter();
        let typed = |clauses: &[&str]| Typed {
            clauses: clauses.iter().map(|one| (*one).to_owned()).collect(),
            reply: "partly".into(),
            ..Typed::fresh(matter.today)
        };
        let about = |typed: &Typed| {
            let made = typed.checked(&matter)?;
            Ok::<_, &str>(made.into_iter().map(|one| one.clause.map(|id| id.to_string())).collect::<Vec<_>>())
        };
        assert_eq!(about(&typed(&["all"])), Ok(vec![None]));
        assert_eq!((about(&typed(&["all", "e1"])), about(&typed(&[]))), (Err("answer-both"), Err("answer-no-clause")));
        assert_eq!(about(&typed(&["e3", "e1", "e99"])), Ok(vec![Some("e1".into()), Some("e3".into())]));
        assert_eq!(about(&typed(&["e99"])), Err("answer-no-clause"));
        let correcting = |clauses: &[&str]| Typed { replaces: "a1".into(), ..typed(clauses) };
        assert_eq!(about(&correcting(&["e1", "e2"])), Err("answer-one-clause"));
        let corrected = correcting(&["e2"]).checked(&matter).expect("made");
        assert_eq!((corrected[0].document.as_deref(), corrected[0].reply), (Some("v1"), Reply::Partly));
    }

    #[test]
    fn what_is_no_day_and_no_address_is_refused() {
        let today = matter().today;
        let said = |typed: &Typed| typed.said(today).err();
        let fresh = Typed::fresh(today);
        assert_eq!(said(&Typed { day: today.after(1).to_string(), ..fresh.clone() }), Some("answer-no-day"));
        assert_eq!(said(&Typed { due: "bientôt".into(), ..fresh.clone() }), Some("answer-no-due"));
        assert_eq!(said(&Typed { link: "javascript:alert(1)".into(), ..fresh.clone() }), Some("answer-no-link"));
        assert_eq!(said(&fresh), None);
    }
}
