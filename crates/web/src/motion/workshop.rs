//! Where the text is written, whole: its parts, its clauses, and what waits to be placed.

use super::form::Sent;
use super::reading::Reading;
use super::told::refusal;
use crate::Error;
use crate::curate::remarks;
use crate::draft::{made, replaced};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, sentence, to};
use crate::state::AppState;
use crate::url::Target;
use arobase_domain::motion::prose::Block;
use arobase_domain::motion::{
    Account, Field, Lineage, Motion, Placement, SectionKind, Shape, Written, account, prose, start_after,
};
use arobase_domain::{Analysis, Clause, ClauseId, PropositionId};
use arobase_store::{Comment, Signed, Suggested};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "motion/workshop.html")]
struct Workshop {
    page: Page,
    /// Nobody has written anything.
    blank: bool,
    /// The state that the page shows.
    seq: u32,
    alert: String,
    motion: Motion,
    reading: Reading,
    account: String,
    /// Propositions that wait: identifier, words.
    waiting: Vec<(PropositionId, String)>,
    /// Those set aside: identifier, words, reason.
    aside: Vec<(PropositionId, String, String)>,
    recitals: String,
    fields: Vec<Head>,
}

/// A text that stands once, to be written.
struct Head {
    code: &'static str,
    label: String,
    text: String,
    /// Whether it holds paragraphs.
    long: bool,
}

pub(super) async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    shown(&state, lang, StatusCode::OK, String::new()).await
}

pub(super) async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let sent = Sent(fields);
    if sent.is_long() {
        return shown(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, lang.t("motion-too-long")).await;
    }
    let written = state.store.motion(&state.edition.id).await?;
    if sent.field("edit") == "start" {
        return begin(&state, lang, &me, &written, &sent).await;
    }
    let Some(gesture) = sent.on_text(&written.motion) else {
        return shown(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, lang.t("motion-unclear")).await;
    };
    match made(&state, me.member.id.as_str(), gesture).await? {
        Ok(_) => Ok(to(lang, Target::Workshop)),
        Err(why) => shown(&state, lang, StatusCode::CONFLICT, refusal(lang, &why)).await,
    }
}

/// Begins the text in a shape. One that was begun already stays, unless it is the one that they saw and asked to begin again.
async fn begin(state: &AppState, lang: Lang, me: &Signed, written: &Written, sent: &Sent) -> Result<Response, Error> {
    let shape = Shape::of(&sent.field("shape"));
    let (Some(shape), title) = (shape, sent.field("title")) else {
        return shown(state, lang, StatusCode::UNPROCESSABLE_ENTITY, lang.t("motion-unclear")).await;
    };
    if !title.chars().any(char::is_alphanumeric) {
        return shown(state, lang, StatusCode::UNPROCESSABLE_ENTITY, lang.t("motion-no-words")).await;
    }
    let again = sent.field("again");
    if !again.is_empty() && again != written.seq.to_string() {
        return shown(state, lang, StatusCode::CONFLICT, lang.t("workshop-again-changed")).await;
    }
    if written.motion.is_blank() || !again.is_empty() {
        let analysis = state.store.analysis(&state.edition.id).await?.unwrap_or_default();
        let mut motion = start_after(written.motion.minted, &analysis, shape, &title);
        motion.demand = Lang::Fr.t("motion-demand-proposed");
        _ = replaced(state, me.member.id.as_str(), &motion).await?;
    }
    Ok(to(lang, Target::Workshop))
}

async fn shown(state: &AppState, lang: Lang, status: StatusCode, alert: String) -> Result<Response, Error> {
    let edition = &state.edition.id;
    let written = state.store.motion(edition).await?;
    let analysis = state.store.analysis(edition).await?.unwrap_or_default();
    let remarks = Remarks {
        comments: state.store.motion_comments(edition).await?,
        suggestions: state.store.motion_suggestions(edition).await?,
    };
    let page =
        Page::new(state, lang, Target::Workshop, lang.t("title-workshop")).within(lang.t("title-space"), Target::Space);
    let workshop = Workshop::new(page, written.motion, &analysis, &remarks);
    Ok(private(status, render(&Workshop { alert, seq: written.seq, ..workshop })?))
}

/// What people remarked.
#[derive(Default)]
struct Remarks {
    comments: Vec<Comment>,
    suggestions: Vec<Suggested>,
}

impl Remarks {
    /// What waits for an answer on a clause.
    fn open(&self, id: &ClauseId) -> usize {
        let comments = self.comments.iter().filter(|one| one.clause == *id && one.resolved.is_none()).count();
        let suggestions = self.suggestions.iter().filter(|one| one.clause == *id && one.decided.is_none()).count();
        comments + suggestions
    }
}

impl Workshop {
    fn new(page: Page, motion: Motion, analysis: &Analysis, said: &Remarks) -> Self {
        let lang = page.lang;
        let (account, lineage) = (account(&motion, &analysis.propositions), Lineage::of(&motion, analysis));
        let beside = |clause: &Clause| beside(lang, clause, &lineage, said);
        let words = |id: &PropositionId| {
            let found = analysis.propositions.iter().find(|one| one.id == *id);
            found.map(|one| sentence(&one.text)).unwrap_or_default()
        };
        let standing = |id: &PropositionId, placement: &Placement| match placement {
            Placement::Waiting => Some((id.clone(), words(id))),
            _ => None,
        };
        let reason = |id: &PropositionId, placement: &Placement| match placement {
            Placement::Aside(why) => Some((id.clone(), words(id), why.clone())),
            _ => None,
        };
        Self {
            blank: motion.is_blank(),
            seq: 0,
            alert: String::new(),
            reading: Reading::new(lang, &motion, beside),
            waiting: account.placements.iter().filter_map(|(id, placement)| standing(id, placement)).collect(),
            aside: account.placements.iter().filter_map(|(id, placement)| reason(id, placement)).collect(),
            account: told(lang, &account),
            recitals: motion.recitals.join("\n\n"),
            fields: Field::ALL.into_iter().map(|field| Head::new(lang, field, &motion)).collect(),
            motion,
            page,
        }
    }

    /// The kinds of sections, by code, with their names.
    fn kinds(&self) -> [(&'static str, SectionKind, String); 3] {
        let t = |key: &str| self.page.t(key);
        [
            ("question", SectionKind::Question, t("motion-kind-question")),
            ("priority", SectionKind::Priority, t("motion-kind-priority")),
            ("axis", SectionKind::Axis, t("motion-kind-axis")),
        ]
    }
}

impl Head {
    fn new(lang: Lang, field: Field, motion: &Motion) -> Self {
        let key = match field {
            Field::Title => "motion-field-title",
            Field::Address => "motion-field-address",
            Field::Reasons => "motion-field-reasons",
            Field::Demand => "motion-field-demand",
        };
        let long = matches!(field, Field::Reasons | Field::Address);
        Self { code: field.as_str(), label: lang.t(key), text: motion.field(field).to_owned(), long }
    }
}

/// What is told beside a clause: what stands behind it, what waits for an answer, what a reader would remark.
fn beside(lang: Lang, clause: &Clause, lineage: &Lineage, said: &Remarks) -> Vec<String> {
    let behind = lineage.contributions(&clause.id).len();
    let style = remarks(lang, &prose::plain(&clause.text), clause.to.is_empty()).len();
    let told = [("motion-behind", behind), ("motion-open-remarks", said.open(&clause.id)), ("motion-style", style)];
    let told = told.into_iter().filter(|(_, many)| *many > 0);
    told.map(|(key, many)| lang.n(key, many)).collect()
}

/// « 29 propositions : 27 dans le texte, 1 écartée, 1 à placer. »
fn told(lang: Lang, account: &Account) -> String {
    let of = |key: &str, many: usize| lang.n(key, many);
    let parts = [
        of("motion-count-placed", account.placed),
        of("motion-count-aside", account.aside),
        of("motion-count-waiting", account.waiting),
    ];
    lang.with("motion-account", [("total", of("propositions-count", account.total())), ("parts", parts.join(", "))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::motion::start;

    #[test]
    fn renders_blank_and_begun() {
        let analysis = arobase_publish::sample();
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Workshop);
            let blank = Workshop::new(page(), Motion::default(), &analysis, &Remarks::default());
            assert!(blank.blank);
            sample::check(&blank);
            let motion = start(&analysis, Shape::Priorities, "Motion");
            let begun = Workshop::new(page(), motion, &analysis, &Remarks::default());
            sample::check(&Workshop { alert: "non".into(), ..begun });
        }
    }
}
