use super::sample::*;
use super::support::on_both;
use crate::{Amendment, Attachment, Joined, NewAttachment, Revision, Sorting, Store};
use arobase_domain::*;

fn document<'a>(id: &'a str, bytes: &'a [u8]) -> NewAttachment<'a> {
    let words = ("La fibre n’arrive pas.", true);
    NewAttachment { id, name: "plan.pdf", kind: AttachmentKind::Pdf, bytes, words, public: false }
}

async fn join(store: &Store, token: &str, new: NewAttachment<'_>) -> Joined {
    store.join(&edition().id, token, (new, &[]), NOW).await.unwrap()
}

fn ids(found: &[Attachment]) -> Vec<&str> {
    found.iter().map(|one| one.id.as_str()).collect()
}

async fn entries(store: &Store) -> u64 {
    store.verify_journal().await.unwrap()
}

#[test]
fn a_document_waits_with_its_form_and_is_taken_in_with_the_contribution() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        let bytes: Vec<u8> = (0..500_000_u32).map(|nth| (nth % 251) as u8).collect();
        assert_eq!(join(store, "a", document("d1", &bytes)).await, Joined::Kept);
        assert_eq!(join(store, "b", document("d2", b"un autre")).await, Joined::Kept);
        assert_eq!(ids(&store.beside(&id, "a").await.unwrap()), ["d1"]);
        assert!(store.attachment(&id, "d1").await.unwrap().is_none(), "nobody reads what was not sent");
        assert!(store.attachments_told(&id).await.unwrap().is_empty());
        submit(store, "la fibre", "a").await;
        submit(store, "la fibre", "a").await;
        let found = store.attachments(&id, 1).await.unwrap();
        let expected = Attachment {
            id: "d1".into(),
            contribution: Some(ContributionId::numbered(1)),
            name: "plan.pdf".into(),
            kind: AttachmentKind::Pdf,
            size: 500_000,
            content: blake3::hash(&bytes).to_hex().to_string(),
            readable: true,
            public: false,
            joined_at: NOW,
        };
        assert_eq!(found, std::slice::from_ref(&expected));
        assert_eq!(store.attachment(&id, "d1").await.unwrap(), Some(expected));
        assert_eq!(store.attachment_bytes("d1").await.unwrap(), bytes, "over several pieces");
        assert_eq!(ids(&store.attachments_told(&id).await.unwrap()), ["d1"], "the other form was not sent");
        assert_eq!(store.all_attachments(&id, 1).await.unwrap().total, 1);
        assert_eq!(entries(store).await, 3, "the edition, the contribution, its document");
    });
}

#[test]
fn the_same_content_is_one_document_and_three_are_enough() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        for (id, bytes, joined) in [
            ("d1", b"un", Joined::Kept),
            ("d2", b"un", Joined::Kept),
            ("d3", b"de", Joined::Kept),
            ("d4", b"tr", Joined::Kept),
            ("d5", b"qu", Joined::TooMany),
        ] {
            assert_eq!(join(store, "a", document(id, bytes)).await, joined, "{id}");
        }
        assert_eq!(ids(&store.beside(&edition().id, "a").await.unwrap()), ["d1", "d3", "d4"]);
        let gone = ["d3".to_owned()];
        let instead = (document("d7", b"se"), gone.as_slice());
        assert_eq!(store.join(&edition().id, "b", instead, NOW).await.unwrap(), Joined::Kept);
        let sorting = Sorting { gone: &gone, ..Sorting::default() };
        store.sort_waiting(&edition().id, "a", sorting).await.unwrap();
        assert_eq!(join(store, "a", document("d6", b"qu")).await, Joined::Kept);
        assert!(store.attachment_bytes("d3").await.unwrap().is_empty(), "erased");
    });
}

#[test]
fn what_was_not_sent_for_sixty_days_is_erased() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        join(store, "a", document("d1", b"un")).await;
        join(store, "b", document("d2", b"deux")).await;
        submit(store, "la fibre", "b").await;
        let later = NOW + 61 * 86_400_000;
        store.join(&id, "c", (document("d3", b"trois"), &[]), later).await.unwrap();
        assert!(store.beside(&id, "a").await.unwrap().is_empty());
        assert!(store.attachment_bytes("d1").await.unwrap().is_empty());
        assert_eq!(ids(&store.beside(&id, "b").await.unwrap()), ["d2"], "what was sent stays");
    });
}

#[test]
fn its_author_takes_one_away_adds_another_and_publishes_it() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        join(store, "a", document("d1", b"un")).await;
        join(store, "a", document("d2", b"deux")).await;
        submit(store, "la fibre", "a").await;
        submit(store, "le papier", "b").await;
        join(store, "a", document("d3", b"trois")).await;
        let before = entries(store).await;
        let (gone, public) = (["d1".to_owned()], ["d2".to_owned(), "d3".to_owned()]);
        let shown = ["d1".to_owned(), "d2".to_owned()];
        let sorting = Sorting { gone: &gone, public: &public, shown: &shown };
        let revision = Revision { text: "la fibre", named: false };
        store.revise_with(&id, (1, "a"), (revision, sorting, Amendment::default()), &stems, NOW + 1).await.unwrap();
        let found = store.attachments(&id, 1).await.unwrap();
        let told: Vec<_> = found.iter().map(|one| (one.id.as_str(), one.public)).collect();
        assert_eq!(told, [("d2", true), ("d3", false)], "what was not shown is not decided");
        assert!(store.attachment_bytes("d1").await.unwrap().is_empty(), "erased");
        assert_eq!(entries(store).await, before + 3, "removed, published, joined");
        assert_eq!(store.words_published(&id, 1).await.unwrap().keys().collect::<Vec<_>>(), ["d2"]);
        assert_eq!(store.words_beside(&id, "a").await.unwrap()["d3"], ("La fibre n’arrive pas.".to_owned(), true));
        let theirs = ["d2".to_owned()];
        let sorting = Sorting { gone: &theirs, ..Sorting::default() };
        store.revise_with(&id, (2, "b"), (revision, sorting, Amendment::default()), &stems, NOW + 2).await.unwrap();
        assert_eq!(store.attachments(&id, 1).await.unwrap().len(), 2, "nobody removes another's");
    });
}
