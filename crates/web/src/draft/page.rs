//! Where the motion is written: the text as it stands, which the script makes a page that several people write at once.

use super::DRAFTERS;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::people::Unproven;
use crate::state::AppState;
use crate::url::{Target, rooted, slug};
use arobase_domain::motion::prose::{self, Block};
use arobase_domain::motion::{Clause, Motion, Section, SectionKind};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;

/// What the script says, by the names of its messages.
const WORDS: [&str; 41] = [
    "draft-saved",
    "draft-sending",
    "draft-offline",
    "draft-closed",
    "draft-waiting",
    "draft-reading",
    "draft-too-large",
    "draft-refused",
    "draft-clause",
    "draft-unsourced",
    "draft-axis",
    "draft-priority",
    "draft-question",
    "draft-title",
    "draft-address",
    "draft-reasons",
    "draft-demand",
    "draft-recital",
    "draft-section-title",
    "draft-lead-in",
    "draft-annex",
    "draft-alone",
    "draft-with",
    "draft-text",
    "draft-tools",
    "draft-stress",
    "draft-list",
    "draft-quote",
    "draft-undo",
    "draft-redo",
    "draft-split",
    "draft-join",
    "draft-up",
    "draft-down",
    "draft-add",
    "draft-add-section",
    "draft-add-recital",
    "draft-add-annex",
    "draft-here",
    "draft-keys",
    "draft-keys-text",
];

#[derive(Template)]
#[template(path = "draft/page.html")]
struct Drafting {
    page: Page,
    motion: Motion,
    /// Who writes, as others see them; nobody for those who read.
    name: String,
    writes: bool,
    direct: String,
    words: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::DRAFTING, "", Access::SignedIn, get(show))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    unproven: Option<Extension<Unproven>>,
) -> Result<Response, Error> {
    let motion = state.store.motion(&state.edition.id).await?.motion;
    let page = Page::new(&state, lang, Target::Drafting, lang.t("title-drafting"));
    let mut drafting = Drafting::new(page, motion, &me);
    drafting.writes &= unproven.is_none();
    Ok(private(StatusCode::OK, render(&drafting)?))
}

impl Drafting {
    fn new(page: Page, motion: Motion, me: &Signed) -> Self {
        let lang = page.lang;
        let name = Some(me.member.name.clone()).filter(|name| !name.is_empty());
        Self {
            writes: DRAFTERS.iter().any(|role| me.roles.contains(role)),
            name: name.unwrap_or_else(|| lang.t("bench-someone")),
            direct: rooted(&format!("{}/direct", Target::Drafting.in_lang(lang))),
            words: words(lang),
            motion,
            page,
        }
    }

    /// Each section with its place among those of its kind, and its clauses with their numbers.
    fn parts(&self) -> Vec<Part<'_>> {
        let mut numbered = self.motion.numbered();
        let mut kinds = BTreeMap::<&str, usize>::new();
        let parts = self.motion.sections.iter().map(|section| {
            let place = kinds.entry(kind(section.kind)).or_default();
            *place += 1;
            let label = format!("{} {place}", self.page.t(&format!("draft-{}", kind(section.kind))));
            Part { label, section, clauses: numbered.by_ref().take(section.clauses.len()).collect() }
        });
        parts.collect()
    }
}

/// A section as it is read.
struct Part<'a> {
    label: String,
    section: &'a Section,
    clauses: Vec<(usize, &'a Clause)>,
}

fn blocks(text: &str) -> Vec<Block> {
    prose::blocks(text)
}

fn kind(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Axis => "axis",
        SectionKind::Priority => "priority",
        SectionKind::Question => "question",
    }
}

/// What the script says, in JSON.
fn words(lang: Lang) -> String {
    let words: BTreeMap<_, _> = WORDS.iter().map(|key| (key.trim_start_matches("draft-"), lang.t(key))).collect();
    serde_json::to_string(&words).unwrap_or_default()
}
