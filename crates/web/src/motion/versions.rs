//! The life of the text: its history, the versions kept, the one frozen, adopted and published.

use super::form::Sent;
use super::public::{adopted, votes};
use super::told::{done, name, names};
use crate::Error;
use crate::draft::replaced;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, minute};
use crate::url::Target;
use arobase_domain::motion::{Adoption, Version, account};
use arobase_store::{MotionLine, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;

/// States told.
const SHOWN: u32 = 60;

#[derive(Template)]
#[template(path = "motion/versions.html")]
struct Versions {
    page: Page,
    alert: String,
    /// The state that stands; 0 before anyone has written.
    last: u32,
    /// Propositions that wait to be placed, clauses that come from nothing.
    missing: Vec<String>,
    kept: Vec<Line>,
    /// The frozen version to adopt and to publish.
    frozen: Option<u32>,
    adoption: Adoption,
    adopted: String,
    published: bool,
    history: Vec<Stand>,
}

/// A version, in words.
struct Line {
    number: u32,
    seq: u32,
    label: String,
    told: String,
    seal: String,
    state: String,
}

/// A state, in words.
struct Stand {
    seq: u32,
    told: String,
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
    match act(&state, me.member.id.as_str(), &sent).await? {
        None => Ok(to(lang, Target::Versions)),
        Some(key) => shown(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, lang.t(key)).await,
    }
}

/// Does what a button says; the message of why not.
async fn act(state: &AppState, by: &str, sent: &Sent) -> Result<Option<&'static str>, Error> {
    let (edition, now) = (&state.edition.id, state.now());
    let number = |name: &str| sent.field(name).parse::<u32>().ok();
    let seq = number("seq").unwrap_or_default();
    let made = match sent.field("edit").as_str() {
        "keep" => state.store.number_motion(edition, (seq, &sent.field("label")), (by, now)).await?.is_some(),
        "freeze" => state.store.freeze_motion(edition, (seq, &sent.field("label")), (by, now)).await?.is_some(),
        "adopt" => match adoption(sent) {
            Some(adoption) => state.store.adopt_motion(edition, &adoption, (by, now)).await?,
            None => return Ok(Some("motion-adoption-unclear")),
        },
        "publish" => state.store.publish_motion(edition, number("version").unwrap_or(0), (by, now)).await?,
        "restore" => restore(state, by, seq).await?,
        _ => false,
    };
    Ok(if made { None } else { Some("motion-not-done") })
}

/// Takes up a former state as the next one: nothing of what came since is lost, it stays in the history.
async fn restore(state: &AppState, by: &str, seq: u32) -> Result<bool, Error> {
    let edition = &state.edition.id;
    let Some(former) = state.store.motion_at(edition, seq).await? else { return Ok(false) };
    Ok(replaced(state, by, &former.motion).await?.is_ok())
}

/// How it was adopted, as keyed in: a day, and votes all or none.
fn adoption(sent: &Sent) -> Option<Adoption> {
    let day = sent.field("day");
    day.parse::<jiff::civil::Date>().ok()?;
    let fields = ["favour", "against", "abstentions"].map(|name| sent.field(name));
    let votes = if fields.iter().all(String::is_empty) {
        None
    } else {
        let [one, two, three] = fields.map(|votes| votes.parse::<u32>().ok());
        Some([one?, two?, three?])
    };
    Some(Adoption {
        version: sent.field("version").parse().ok()?,
        day,
        place: sent.field("place"),
        votes,
        told: sent.field("told"),
        signed_by: sent.field("signed"),
    })
}

async fn shown(state: &AppState, lang: Lang, status: StatusCode, alert: String) -> Result<Response, Error> {
    let edition = &state.edition.id;
    let written = state.store.motion(edition).await?;
    let history = state.store.motion_history(edition, u32::MAX, SHOWN).await?;
    let versions = state.store.motion_versions(edition).await?;
    let who = history.iter().map(|line| line.by.as_str()).chain(versions.iter().map(|one| one.by.as_str()));
    let names = names(state, who).await?;
    let propositions = state.store.propositions(edition).await?;
    let account = account(&written.motion, &propositions);
    let adoption = state.store.motion_adoption(edition).await?;
    let page = Page::new(state, lang, Target::Versions, lang.t("title-versions"))
        .within(lang.t("title-workshop"), Target::Workshop);
    let mut told = Versions::new(page, written.seq, &versions, &history, &names, adoption);
    let missing = [("motion-count-waiting", account.waiting), ("motion-without-source", account.without_source.len())];
    told.missing = missing.into_iter().filter(|(_, many)| *many > 0).map(|(key, many)| lang.n(key, many)).collect();
    Ok(private(status, render(&Versions { alert, ..told })?))
}

impl Versions {
    fn new(
        page: Page,
        last: u32,
        versions: &[Version],
        history: &[MotionLine],
        names: &BTreeMap<String, String>,
        adoption: Option<Adoption>,
    ) -> Self {
        let lang = page.lang;
        let frozen = versions.iter().find(|one| one.frozen);
        let adopted = adoption.as_ref().map(|one| format!("{}. {}", adopted(lang, one), votes(lang, one)));
        Self {
            alert: String::new(),
            last,
            missing: Vec::new(),
            kept: versions.iter().map(|one| Line::new(lang, names, one)).collect(),
            frozen: frozen.map(|one| one.number),
            published: frozen.is_some_and(|one| one.published_at.is_some()),
            adoption: adoption.unwrap_or_default(),
            adopted: adopted.unwrap_or_default(),
            history: history.iter().map(|line| Stand::new(lang, names, line)).collect(),
            page,
        }
    }

    /// The votes in favour, against, and the abstentions, as they stand in the form.
    fn vote(&self, at: usize) -> String {
        self.adoption.votes.map(|votes| votes[at].to_string()).unwrap_or_default()
    }
}

impl Line {
    fn new(lang: Lang, names: &BTreeMap<String, String>, one: &Version) -> Self {
        let key = match (one.frozen, one.published_at) {
            (_, Some(_)) => "motion-version-published",
            (true, None) => "motion-version-frozen",
            (false, None) => "motion-version-kept",
        };
        Self {
            number: one.number,
            seq: one.seq,
            label: one.label.clone(),
            told: format!("{}, {}", name(lang, names, &one.by), minute(lang, one.at)),
            seal: one.seal.clone(),
            state: lang.t(key),
        }
    }
}

impl Stand {
    fn new(lang: Lang, names: &BTreeMap<String, String>, line: &MotionLine) -> Self {
        let who = name(lang, names, &line.by);
        Self {
            seq: line.seq,
            told: format!("{}, {} – {}", who, minute(lang, line.at), done(lang, line.gesture.as_ref())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn sent(fields: &[(&str, &str)]) -> Sent {
        Sent(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn renders_with_a_history_and_a_frozen_version() {
        let version = Version { number: 2, seq: 7, frozen: true, seal: "a1".into(), ..Version::default() };
        let line = MotionLine { seq: 7, at: sample::NOW, by: "anne".into(), gesture: None };
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Versions);
            sample::check(&Versions::new(page(), 0, &[], &[], &BTreeMap::new(), None));
            let adoption =
                Adoption { version: 2, day: "2026-10-06".into(), votes: Some([80, 2, 3]), ..Adoption::default() };
            let (versions, history) = (std::slice::from_ref(&version), std::slice::from_ref(&line));
            let html = sample::check(&Versions::new(page(), 7, versions, history, &BTreeMap::new(), Some(adoption)));
            assert!(html.contains("value=\"80\""), "{html}");
        }
    }

    #[test]
    fn votes_are_all_told_or_none() {
        let told = |votes: [&str; 3]| {
            let [one, two, three] = votes;
            adoption(&sent(&[
                ("day", "2026-10-06"),
                ("version", "2"),
                ("favour", one),
                ("against", two),
                ("abstentions", three),
            ]))
        };
        assert_eq!(told(["80", "2", "3"]).and_then(|one| one.votes), Some([80, 2, 3]));
        assert_eq!(told(["", "", ""]).map(|one| one.votes), Some(None));
        assert_eq!(told(["80", "", ""]), None);
        assert_eq!(adoption(&sent(&[("day", "6 octobre"), ("version", "2")])), None);
    }
}
