//! A page asks the database as many questions for five thousand contributions as for a few.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

#[path = "fixture/mod.rs"]
mod fixture;

use arobase_domain::{Channel, NewContribution};
use arobase_store::Incoming;
use arobase_text::stem::terms;
use arobase_web::{AppState, router};
use axum::body::Body;
use axum::http::Request;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use tower::ServiceExt as _;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};
use uuid::Uuid;

/// What a list, a search or a filter may be asked.
const PAGES: [&str; 10] = [
    "/fr",
    "/fr/contributions",
    "/fr/contributions?page=2",
    "/fr/contributions?channel=paper&department=72",
    "/fr/contributions?theme=t01",
    "/fr/recherche?q=fibre",
    "/fr/recherche?q=mairie%20num",
    "/fr/registre/to_sort",
    "/fr/participation",
    "/fr/contributions.atom",
];

static ASKED: AtomicUsize = AtomicUsize::new(0);

/// Counts the queries that the database driver tells of.
struct Counter;

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn event(&self, event: &Event<'_>) {
        let mut question = Question(true);
        event.record(&mut question);
        ASKED.fetch_add(usize::from(question.0), Ordering::SeqCst);
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Whether a query is asked for a page; a new connection says how it wants to be treated first.
struct Question(bool);

impl Visit for Question {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "summary" {
            self.0 &= !format!("{value:?}").contains("PRAGMA");
        }
    }
}

async fn site(folder: &Path, more: u32) -> AppState {
    let state = fixture::site(folder, true).await;
    let incoming = |nth: u32| Incoming {
        contribution: NewContribution {
            channel: Channel::ALL[(nth % 7) as usize],
            text: format!("La fibre et la mairie numérique, fois {nth}."),
            department: Some("72".into()),
            ..NewContribution::default()
        },
        id: Uuid::from_u128(0x1000 + u128::from(nth)),
        received_at: fixture::NOW - i64::from(nth),
        broken: None,
    };
    state.store.import(&state.edition.id, (0..more).map(incoming).collect(), &terms, fixture::NOW).await.unwrap();
    state
}

async fn asked(state: AppState) -> BTreeMap<&'static str, usize> {
    let site = router(state);
    let mut asked = BTreeMap::new();
    for page in PAGES {
        let before = ASKED.load(Ordering::SeqCst);
        let answer = site.clone().oneshot(Request::get(page).body(Body::empty()).unwrap()).await.unwrap();
        assert!(answer.status().is_success(), "{page}");
        asked.insert(page, ASKED.load(Ordering::SeqCst) - before);
    }
    asked
}

#[tokio::test]
async fn questions_do_not_grow_with_what_they_are_about() {
    tracing::subscriber::set_global_default(Counter).unwrap();
    let (few, many) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let few = asked(site(few.path(), 100).await).await;
    assert_eq!(few, asked(site(many.path(), 5_000).await).await);
    assert!(few.values().all(|&questions| (1..=16).contains(&questions)), "{few:?}");
}
