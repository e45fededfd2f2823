//! A clause being written: its words, what it comes from, what others say of it.

use super::form::Sent;
use super::reading::called;
use super::told::{name, names, refusal};
use crate::Error;
use crate::curate::remarks;
use crate::draft::made;
use crate::gesture::Asker;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, sentence, to};
use crate::state::{AppState, minute};
use crate::url::{Target, Url};
use arobase_domain::motion::prose::{Block, blocks};
use arobase_domain::motion::{Line, Lineage, Motion, Refusal, Source, lines, prose};
use arobase_domain::{Analysis, Clause, ClauseId, Proposition, SectionId};
use arobase_store::{Comment, Signed, Suggested};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;

/// Who may be asked, as the close reading names them.
const ASKED: [&str; 10] = [
    "state",
    "region",
    "department",
    "intercommunality",
    "commune",
    "administration",
    "operators",
    "publishers",
    "europe",
    "associations",
];

#[derive(Template)]
#[template(path = "motion/rewrite.html")]
pub(super) struct Rewrite {
    page: Page,
    id: ClauseId,
    /// « Question 2 : Comment… ? »
    section: String,
    blocks: Vec<Block>,
    /// Whether one may write here.
    writes: bool,
    alert: String,
    /// What someone else wrote meanwhile, if they did.
    theirs: String,
    clause: Clause,
    /// The words that stand in the form.
    text: String,
    remarks: Vec<String>,
    lines: Vec<Line>,
    /// Where it may be cut: before which sign, and what follows.
    cuts: Vec<(usize, String)>,
    /// What it comes from: code, words, address.
    sources: Vec<(String, String, Option<Url>)>,
    contributions: usize,
    /// What it could come from.
    offered: Vec<(String, String)>,
    asked: Vec<(&'static str, String, bool)>,
    easy: String,
    sections: Vec<(SectionId, String)>,
    said: Said,
}

/// What others say, in words.
#[derive(Default)]
pub(super) struct Said {
    comments: Vec<Told>,
    offers: Vec<Offer>,
}

/// A comment.
struct Told {
    id: String,
    by: String,
    passage: String,
    body: String,
    /// Who settled it; empty while it is open.
    settled: String,
}

/// Other words.
struct Offer {
    id: String,
    by: String,
    after: String,
    reason: String,
    /// Whether the clause is no longer what they read.
    stale: bool,
    /// What was decided; empty while nothing was.
    decided: String,
}

pub(super) async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    shown(&state, lang, &me, ClauseId::new(id), StatusCode::OK, |page| page).await
}

pub(super) async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (id, sent) = (ClauseId::new(id), Sent(fields));
    let motion = state.store.motion(&state.edition.id).await?.motion;
    motion.clause(&id).ok_or_else(Error::not_found)?;
    let text = sent.field("text");
    let again = |status, alert: String, meanwhile: bool| {
        let typed = Some(text.clone()).filter(|_| sent.field("edit") == "write");
        shown(&state, lang, &me, id.clone(), status, move |page| {
            let text = typed.unwrap_or_else(|| page.text.clone());
            let theirs = if meanwhile { page.clause.text.clone() } else { String::new() };
            Rewrite { alert, theirs, text, ..page }
        })
    };
    if sent.is_long() {
        return again(StatusCode::UNPROCESSABLE_ENTITY, lang.t("motion-too-long"), false).await;
    }
    let Some(gesture) = sent.on_clause(&motion, &id) else {
        return again(StatusCode::UNPROCESSABLE_ENTITY, lang.t("motion-unclear"), false).await;
    };
    match made(&state, me.member.id.as_str(), gesture).await? {
        Ok(written) if written.motion.clause(&id).is_some() => Ok(to(lang, Target::WorkshopClause(id))),
        Ok(_) => Ok(to(lang, Target::Workshop)),
        Err(why) => again(StatusCode::CONFLICT, refusal(lang, &why), matches!(why, Refusal::Meanwhile(_))).await,
    }
}

/// The page of a clause, changed as `told` says.
pub(super) async fn shown(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    id: ClauseId,
    status: StatusCode,
    told: impl FnOnce(Rewrite) -> Rewrite,
) -> Result<Response, Error> {
    let edition = &state.edition.id;
    let motion = state.store.motion(edition).await?.motion;
    let analysis = state.store.analysis(edition).await?.unwrap_or_default();
    let comments = state.store.motion_comments(edition).await?.into_iter().filter(|one| one.clause == id).collect();
    let offers = state.store.motion_suggestions(edition).await?.into_iter().filter(|one| one.clause == id).collect();
    let said = Said::of(state, lang, &motion, &id, comments, offers).await?;
    let (number, _) = motion.clause(&id).ok_or_else(Error::not_found)?;
    let page = Page::new(state, lang, Target::WorkshopClause(id.clone()), lang.it("motion-clause", number))
        .within(lang.t("title-workshop"), Target::Workshop);
    let rewrite = Rewrite::new(page, &motion, &id, &analysis).ok_or_else(Error::not_found)?;
    let writes = super::WRITE.admits(Asker::Member(&me.roles));
    Ok(private(status, render(&told(Rewrite { writes, said, ..rewrite }))?))
}

impl Rewrite {
    /// The same, with something to say first.
    pub(super) fn alerted(self, alert: String) -> Self {
        Self { alert, ..self }
    }

    fn new(page: Page, motion: &Motion, id: &ClauseId, analysis: &Analysis) -> Option<Self> {
        let lang = page.lang;
        let (number, clause) = motion.clause(id)?;
        let (at, section) = motion.section_of(id)?;
        let first: usize = 1 + motion.clauses().take(number - 1).map(|one| lines(&one.text, 1).len()).sum::<usize>();
        let plain = prose::plain(&clause.text);
        let source = |source: &Source| told(&page, source, &analysis.propositions);
        let asked = |key: &'static str| (key, lang.it("proposition-named", key), clause.to.contains(key));
        let sections = motion.sections.iter().enumerate();
        Some(Self {
            id: id.clone(),
            section: format!("{} – {}", called(lang, section.kind, at), section.title),
            blocks: blocks(&clause.text),
            writes: false,
            alert: String::new(),
            theirs: String::new(),
            text: clause.text.clone(),
            remarks: remarks(lang, &plain, clause.to.is_empty()),
            lines: lines(&clause.text, first),
            cuts: cuts(&clause.text),
            sources: clause.sources.iter().map(source).collect(),
            contributions: Lineage::of(motion, analysis).contributions(id).len(),
            offered: offered(clause, &analysis.propositions),
            asked: ASKED.into_iter().map(asked).collect(),
            easy: motion.easy.get(id.as_str()).cloned().unwrap_or_default(),
            sections: sections.map(|(at, one)| (one.id.clone(), format!("{}. {}", at + 1, one.title))).collect(),
            said: Said::default(),
            clause: clause.clone(),
            page,
        })
    }
}

/// A source in words: a proposition with its address, an idea by its number.
fn told(page: &Page, source: &Source, propositions: &[Proposition]) -> (String, String, Option<Url>) {
    match source {
        Source::Idea(id) => {
            (id.to_string(), page.it("motion-from-idea", id), Some(page.to.contribution(&id.contribution())))
        }
        Source::Proposition(id) => match propositions.iter().find(|one| one.id == *id) {
            Some(one) => (id.to_string(), sentence(&one.text), Some(page.to.proposition(id))),
            None => (id.to_string(), page.it("motion-from-gone", id), None),
        },
    }
}

/// The propositions that it does not come from yet.
fn offered(clause: &Clause, propositions: &[Proposition]) -> Vec<(String, String)> {
    let other = |one: &&Proposition| !clause.sources.contains(&Source::Proposition(one.id.clone()));
    propositions.iter().filter(other).map(|one| (one.id.to_string(), sentence(&one.text))).collect()
}

/// Before each sentence, item and paragraph but the first: the sign, and the words that follow.
fn cuts(text: &str) -> Vec<(usize, String)> {
    let starts = arobase_text::sentences::sentences(text).into_iter().skip(1).map(|range| range.start);
    let cut = |byte: usize| (text[..byte].chars().count(), super::told::short(&text[byte..]));
    starts.map(cut).filter(|(_, words)| !words.is_empty()).collect()
}

impl Said {
    async fn of(
        state: &AppState,
        lang: Lang,
        motion: &Motion,
        id: &ClauseId,
        comments: Vec<Comment>,
        offers: Vec<Suggested>,
    ) -> Result<Self, Error> {
        let settled = comments.iter().filter_map(|one| one.resolved.as_ref()).map(|(_, by)| by.as_str());
        let who = comments.iter().map(|one| one.by.as_str()).chain(offers.iter().map(|one| one.by.as_str()));
        let names = names(state, who.chain(settled)).await?;
        let now = motion.clause(id).map(|(_, clause)| clause.text.clone()).unwrap_or_default();
        Ok(Self {
            comments: comments.into_iter().map(|one| Told::new(lang, &names, one)).collect(),
            offers: offers.into_iter().map(|one| Offer::new(lang, &names, &now, one)).collect(),
        })
    }
}

impl Told {
    fn new(lang: Lang, names: &BTreeMap<String, String>, one: Comment) -> Self {
        let settled = one.resolved.map(|(_, by)| lang.it("motion-settled-by", name(lang, names, &by)));
        Self {
            by: format!("{}, {}", name(lang, names, &one.by), minute(lang, one.at)),
            id: one.id,
            passage: one.passage,
            body: one.body,
            settled: settled.unwrap_or_default(),
        }
    }
}

impl Offer {
    fn new(lang: Lang, names: &BTreeMap<String, String>, now: &str, one: Suggested) -> Self {
        let decided = one.decided.map(|decided| {
            let key = if decided.taken { "motion-offer-taken" } else { "motion-offer-left" };
            [lang.t(key), decided.answer].join(" ").trim().to_owned()
        });
        Self {
            by: format!("{}, {}", name(lang, names, &one.by), minute(lang, one.at)),
            id: one.id,
            after: one.after,
            reason: one.reason,
            stale: one.before.trim() != now.trim(),
            decided: decided.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::motion::{Shape, start};

    #[test]
    fn renders_for_those_who_write_and_for_those_who_read() {
        let analysis = arobase_publish::sample();
        let motion = start(&analysis, Shape::Questions, "Motion");
        let id = motion.clauses().next().expect("a clause").id.clone();
        for &lang in Lang::ALL {
            for writes in [true, false] {
                let page = sample::page(lang, Target::WorkshopClause(id.clone()));
                let rewrite = Rewrite::new(page, &motion, &id, &analysis).expect("there");
                let comment =
                    Comment { id: "c".into(), body: "À qui ?".into(), passage: "faire".into(), ..Comment::default() };
                let offered = Suggested { id: "s".into(), after: "Autrement.".into(), ..Suggested::default() };
                let said = Said {
                    comments: vec![Told::new(lang, &BTreeMap::new(), comment)],
                    offers: vec![Offer::new(lang, &BTreeMap::new(), "", offered)],
                };
                let html = sample::check(&Rewrite {
                    writes,
                    said,
                    theirs: "Autre texte.".into(),
                    alert: "non".into(),
                    ..rewrite
                });
                assert_eq!(html.contains("name=\"edit\""), writes);
            }
        }
    }

    #[test]
    fn a_clause_is_cut_before_a_sentence() {
        let text = "Former les agents. Équiper les mairies.\n\n- un point\n- un autre";
        let found = cuts(text);
        let after = |at: usize| text.chars().skip(at).collect::<String>();
        assert!(after(found[0].0).starts_with("Équiper"), "{found:?}");
        assert_eq!(cuts("Former les agents."), []);
    }
}
