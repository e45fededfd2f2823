//! What becomes of the documents that a form brings: each is read, kept beside the form or refused in words. Nothing else of the form is touched.

use super::documents::{Documents, documents_of};
use super::posted::{Brought, Files};
use crate::Error;
use crate::collect::contribute::Mistake;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use arobase_attachments::{Read, Refusal};
use arobase_domain::attachment::{ATTACHMENT_MAX, ATTACHMENTS_MAX};
use arobase_domain::draft::TEXT;
use arobase_domain::motion::outline::Outline;
use arobase_store::{Joined, NewAttachment, Sorting};
use std::fs::File;
use std::io::{Read as _, Seek as _};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Characters of a document that are kept beside it.
const LONGEST: usize = *TEXT.end();

/// Documents read at once, aside from what answers people.
static READING: Semaphore = Semaphore::const_new(2);

/// Keeps the documents that a form brings before it is sent, and does what was decided of those kept before. `invited` says whether who sends it may contribute.
pub(in crate::collect) async fn receive(
    state: &AppState,
    lang: Lang,
    (token, files, invited): (&str, &Files, bool),
    text: &mut String,
) -> Result<Documents, Error> {
    let edition = &state.edition.id;
    let open = files.whole && state.edition.collects(state.now()) && Uuid::try_parse(token).is_ok();
    if !open || state.store.sent_with(edition, token).await?.is_some() {
        return Ok(Documents::default());
    }
    if !invited && !files.brought.is_empty() {
        let refused = Mistake { field: "documents", message: lang.t("attach-error-invitation") };
        return Ok(documents_of(state, lang, token).await?.with(vec![refused], files));
    }
    let (gone, public, shown) = files.decided();
    if !shown.is_empty() {
        let what = Sorting { gone: &gone, public: &public, shown: &shown };
        state.store.sort_waiting(edition, token, what).await?;
    }
    let mistakes = keep(state, lang, token, files, &[]).await?;
    let filled = fill(state, token, text).await?;
    Ok(documents_of(state, lang, token).await?.with(mistakes, files).filling(filled))
}

/// The same for what is added to a contribution that was sent: what is decided of the others waits for the rest of the form.
pub(in crate::collect) async fn receive_more(
    state: &AppState,
    lang: Lang,
    token: &str,
    files: &Files,
) -> Result<Documents, Error> {
    let mistakes = keep(state, lang, token, files, &files.given("gone")).await?;
    Ok(documents_of(state, lang, token).await?.with(mistakes, files).ticked_as(files))
}

async fn keep(
    state: &AppState,
    lang: Lang,
    token: &str,
    files: &Files,
    leaving: &[String],
) -> Result<Vec<Mistake>, Error> {
    let public = files.says("publish");
    let mut mistakes = Vec::new();
    for brought in &files.brought {
        let refused = match read(state, brought).await? {
            Err(key) => Some(key),
            Ok(read) => match join(state, (token, leaving), &brought.name, public, &read).await? {
                Joined::Kept => None,
                Joined::TooMany => Some("attach-error-many"),
                Joined::Full => Some("attach-error-full"),
            },
        };
        mistakes.extend(refused.map(|key| mistake(lang, key, brought)));
    }
    Ok(mistakes)
}

/// Reads a document; the key of the message that says why it is refused.
async fn read(state: &AppState, brought: &Brought) -> Result<Result<Read, &'static str>, Error> {
    let Some(spool) = &brought.spool else {
        let heavy = brought.size > ATTACHMENT_MAX;
        return Ok(Err(if heavy { "attach-error-heavy" } else { "attach-error-many" }));
    };
    let (mut spool, reader) = (spool.try_clone().map_err(Error::export)?, state.read_document);
    let _turn = READING.acquire().await.map_err(Error::export)?;
    let read = tokio::task::spawn_blocking(move || reader(bytes(&mut spool)?, LONGEST).map_err(why));
    read.await.map_err(Error::export)
}

/// Reads a document that is in memory; the key of the message that says why it is refused.
pub(crate) async fn read_bytes(state: &AppState, bytes: Vec<u8>) -> Result<Result<Read, &'static str>, Error> {
    let reader = state.read_document;
    let _turn = READING.acquire().await.map_err(Error::export)?;
    tokio::task::spawn_blocking(move || reader(bytes, LONGEST).map_err(why)).await.map_err(Error::export)
}

/// Reads a text paragraph by paragraph; the key of the message that says why it is refused.
pub(crate) async fn read_text(state: &AppState, bytes: Vec<u8>) -> Result<Result<Outline, &'static str>, Error> {
    let reader = state.read_text;
    let _turn = READING.acquire().await.map_err(Error::export)?;
    tokio::task::spawn_blocking(move || reader(bytes).map_err(why)).await.map_err(Error::export)
}

fn bytes(spool: &mut File) -> Result<Vec<u8>, &'static str> {
    let mut bytes = Vec::new();
    let read = spool.rewind().and_then(|()| spool.read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|_| "attach-error-broken")
}

fn why(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Empty => "attach-error-empty",
        Refusal::Heavy => "attach-error-heavy",
        Refusal::Kind => "attach-error-kind",
        Refusal::OldWord => "attach-error-old-word",
        Refusal::Macros => "attach-error-macros",
        Refusal::Encrypted => "attach-error-encrypted",
        Refusal::Swollen => "attach-error-swollen",
        Refusal::Broken => "attach-error-broken",
    }
}

async fn join(
    state: &AppState,
    (token, leaving): (&str, &[String]),
    given: &str,
    public: bool,
    read: &Read,
) -> Result<Joined, Error> {
    let (id, name) = ((state.ids)().to_string(), read.kind.name_of(given));
    let words = read.words.as_ref().map_or(("", true), |words| (words.text.as_str(), words.whole));
    let new = NewAttachment { id: &id, name: &name, kind: read.kind, bytes: &read.bytes, words, public };
    Ok(state.store.join(&state.edition.id, token, (new, leaving), state.now()).await?)
}

fn mistake(lang: Lang, key: &str, brought: &Brought) -> Mistake {
    let shown: String = brought.name.chars().filter(|letter| !letter.is_control()).take(80).collect();
    let values = [("file", shown), ("size", lang.bytes(ATTACHMENT_MAX as u64)), ("most", lang.number(ATTACHMENTS_MAX))];
    Mistake { field: "documents", message: lang.with(key, values) }
}

/// Fills a text that was left empty with that of the first document that holds one the edition would take, to be read by who sends it; its name.
async fn fill(state: &AppState, token: &str, text: &mut String) -> Result<Option<String>, Error> {
    if !text.trim().is_empty() {
        return Ok(None);
    }
    let edition = &state.edition;
    let (beside, words) =
        (state.store.beside(&edition.id, token).await?, state.store.words_beside(&edition.id, token).await?);
    for one in beside {
        let Some((said, true)) = words.get(&one.id) else { continue };
        if (*TEXT.start()..=edition.settings.limits.text).contains(&said.trim().chars().count()) {
            text.clone_from(said);
            return Ok(Some(one.name));
        }
    }
    Ok(None)
}
