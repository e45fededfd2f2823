use super::sample::*;
use super::support::on_both;
use crate::{DraftLog, NewState};
use arobase_domain::motion::Motion;

fn typed(words: &str) -> (String, Vec<u8>) {
    ("anne".to_owned(), words.as_bytes().to_vec())
}

#[test]
fn what_is_typed_follows_what_was_written_out() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        assert_eq!(store.draft_log(&id).await.unwrap(), None);
        assert!(store.begin_draft(&id, (b"whole", 0), NOW).await.unwrap());
        assert!(!store.begin_draft(&id, (b"other", 0), NOW).await.unwrap());
        assert_eq!(store.keep_draft(&id, 1, &[typed("a"), typed("b")], NOW).await.unwrap(), Some(3));
        assert_eq!(store.keep_draft(&id, 1, &[typed("c")], NOW).await.unwrap(), None, "others came first");
        let wanted = DraftLog { whole: b"whole".into(), motion_seq: 0, since: vec![typed("a"), typed("b")], last: 3 };
        assert_eq!(store.draft_log(&id).await.unwrap(), Some(wanted));
        let motion = Motion { title: "Motion".into(), ..Motion::default() };
        let state = |after| NewState { after, gesture: None, motion: &motion, by: "anne", at: NOW };
        assert_eq!(store.write_out(&id, state(1), (3, b"new")).await.unwrap(), None);
        assert_eq!(store.write_out(&id, state(0), (2, b"new")).await.unwrap(), None);
        assert_eq!(store.motion(&id).await.unwrap().seq, 0, "both or nothing");
        assert_eq!(store.write_out(&id, state(0), (3, b"new")).await.unwrap(), Some((1, 4)));
        let wanted = DraftLog { whole: b"new".into(), motion_seq: 1, since: Vec::new(), last: 4 };
        assert_eq!(store.draft_log(&id).await.unwrap(), Some(wanted));
        assert_eq!(store.motion(&id).await.unwrap().motion, motion);
        store.verify_journal().await.unwrap();
    });
}
