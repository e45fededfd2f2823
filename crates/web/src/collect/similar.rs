//! What others have already said of what one is writing, shown before sending: one may add to it, and sees that one is not alone.

use super::attach::{Posted, READ_AT_MOST, receive};
use super::contribute::{Contribute, Fields};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Theme, ThemeId};
use arobase_store::{Signed, Verbatim};
use arobase_text::stem::terms;
use axum::Extension;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Ideas that share words with the text, among which its likes are sought.
const CANDIDATES: u32 = 60;

/// Stems of the text among which the store looks for the rarest: the longest ones.
const STEMS: usize = 60;

/// Ideas shown.
const SHOWN: usize = 5;

/// How long one waits for one's turn when many write at once. Sending never waits for this.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whose turn it is to have the encoder read.
static READING: Semaphore = Semaphore::const_new(1);

/// One's turn to have the encoder read, however long it takes to come.
pub(crate) async fn reading() -> Option<SemaphorePermit<'static>> {
    READING.acquire().await.ok()
}

/// What is like a text.
pub(super) struct Similar {
    pub(super) lines: Vec<Line>,
    /// Whether too many were asking to look.
    pub(super) busy: bool,
}

/// An idea that is like it. No link: the text being written must not be left.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) contribution: String,
    pub(super) theme: Option<String>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::SIMILAR, "", Access::Public, post(show).layer(DefaultBodyLimit::max(READ_AT_MOST)))
}

/// Keeps nothing but documents that were chosen: the form comes back as it was, with what is like it.
async fn show(
    State(state): State<AppState>,
    In(lang): In,
    signed: Option<Extension<Signed>>,
    Posted { fields: mut form, files }: Posted<Fields>,
) -> Result<Response, Error> {
    let invited = signed.is_some() || state.edition.settings.invites(&form.invitation);
    let documents = receive(&state, lang, (&form.token, &files, invited), &mut form.text).await?;
    let similar = find(&state, &form.text).await?;
    let page = Page::new(&state, lang, Target::Contribute, lang.t("title-contribute"));
    let form = Contribute::beside(page, state.edition.collects(state.now()), form, similar).joined(documents);
    Ok(private(StatusCode::OK, render(&form.of(&state.edition, signed.is_some()))?))
}

async fn find(state: &AppState, text: &str) -> Result<Similar, Error> {
    let found = state.store.ideas_with_any(&state.edition.id, &longest(text), CANDIDATES).await?;
    let Some(alike) = alike(state, text, &found).await else {
        return Ok(Similar { lines: Vec::new(), busy: true });
    };
    let themes = if alike.is_empty() { Vec::new() } else { state.store.all_themes(&state.edition.id).await? };
    Ok(Similar::new(alike.into_iter().take(SHOWN).map(|at| &found[at]), &themes))
}

/// The longest stems of a text, the first ones where they are as long.
fn longest(text: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut stems: Vec<String> = terms(text).into_iter().filter(|stem| seen.insert(stem.clone())).collect();
    stems.sort_by_key(|stem| Reverse(stem.chars().count()));
    stems.truncate(STEMS);
    stems
}

/// The encoder reads for one person at a time. `None` when one's turn does not come.
async fn alike(state: &AppState, text: &str, found: &[Verbatim]) -> Option<Vec<usize>> {
    if found.is_empty() {
        return Some(Vec::new());
    }
    let turn = tokio::time::timeout(PATIENCE, READING.acquire()).await.ok()?.ok()?;
    let (alike, text) = (state.alike, text.to_owned());
    let ideas: Vec<String> = found.iter().map(|verbatim| verbatim.idea.text.clone()).collect();
    let alike = tokio::task::spawn_blocking(move || alike(&text, &ideas)).await.ok();
    drop(turn);
    alike
}

impl Similar {
    fn new<'a>(found: impl Iterator<Item = &'a Verbatim>, themes: &[Theme]) -> Self {
        let labels: BTreeMap<&ThemeId, &str> = themes.iter().map(|theme| (&theme.id, theme.label.as_str())).collect();
        let line = |verbatim: &Verbatim| Line {
            text: verbatim.idea.text.clone(),
            contribution: verbatim.idea.contribution.to_string(),
            theme: verbatim.idea.theme.as_ref().and_then(|id| labels.get(id)).map(ToString::to_string),
        };
        Self { lines: found.map(line).collect(), busy: false }
    }

    /// What was found, in a sentence.
    pub(super) fn told(&self, page: &Page) -> String {
        match self.lines.len() {
            _ if self.busy => page.t("similar-busy"),
            0 => page.t("similar-none"),
            some => page.n("similar-found", some),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    fn form(lang: Lang, similar: Similar) -> Contribute {
        let fields = Fields { text: "La fibre.".into(), ..Fields::default() };
        Contribute::beside(sample::page(lang, Target::Contribute), true, fields, similar)
    }

    #[test]
    fn the_longest_words_are_kept() {
        let stems =
            longest("Former les secrétaires de mairie, former encore les secrétaires aux démarches dématérialisées");
        assert_eq!(stems.len(), stems.iter().collect::<BTreeSet<_>>().len(), "{stems:?}");
        assert!(stems[0].starts_with("demat"), "{stems:?}");
        let many: Vec<String> = (0..2 * STEMS).map(|nth| format!("mot{nth}")).collect();
        assert_eq!(longest(&many.join(" ")).len(), STEMS);
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&form(lang, Similar { lines: Vec::new(), busy: true }));
            sample::check(&form(lang, Similar { lines: Vec::new(), busy: false }));
            let (verbatim, theme) = (sample::verbatim(), sample::theme());
            let html = sample::check(&form(lang, Similar::new([&verbatim, &verbatim].into_iter(), &[theme])));
            assert!(html.contains("La fibre.</textarea>"), "what was written is still there");
        }
    }
}
