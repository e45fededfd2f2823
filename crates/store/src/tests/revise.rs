use super::sample::*;
use super::support::on_both;
use crate::{Filter, Revision, StoreError};
use arobase_domain::*;

#[test]
fn the_text_that_was_is_kept_and_the_new_one_is_found() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        submit(store, "la fibre", "a").await;
        let new = Revision { text: "le papier", named: false };
        store.revise(&id, 1, new, &stems, NOW + 1).await.unwrap();
        assert_eq!(store.contribution(&id, 1).await.unwrap().unwrap().text, "le papier");
        let before = Version { number: 1, text: "la fibre".into(), replaced_at: NOW + 1 };
        assert_eq!(store.versions(&id, 1).await.unwrap(), [before]);
        for (word, total) in [("fibre", 0), ("papier", 1)] {
            let found = Filter { stems: stems(word), ..Default::default() };
            assert_eq!(store.list(&id, &found, 1).await.unwrap().total, total, "{word}");
        }
        let fate = store.contribution_fate(&id, 1).await.unwrap().unwrap();
        assert_eq!((fate.state, fate.reason.as_str()), (State::ToSort, "revised"));
    });
}

#[test]
fn the_same_text_again_writes_nothing() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        submit(store, "la fibre", "a").await;
        let before = store.verify_journal().await.unwrap();
        store.revise(&id, 1, Revision { text: "la fibre", named: true }, &stems, NOW + 1).await.unwrap();
        assert_eq!(store.verify_journal().await.unwrap(), before);
        assert!(store.versions(&id, 1).await.unwrap().is_empty());
        let nobody = store.revise(&id, 9, Revision { text: "a", named: false }, &stems, NOW).await;
        assert!(matches!(nobody, Err(StoreError::UnknownContribution(_))));
    });
}

#[test]
fn the_consent_to_be_named_can_be_taken_back() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        let new = signed("la fibre", "Anne", "Nouans", true);
        let sent =
            crate::Submission { contribution: &new, token: "a", id: uuid::Uuid::from_u128(1), by: None, calls: &[] };
        store.submit(&id, sent, &stems, NOW).await.unwrap();
        assert_eq!(store.named(&id, 1).await.unwrap(), Some(true));
        store.revise(&id, 1, Revision { text: "la fibre", named: false }, &stems, NOW + 1).await.unwrap();
        assert_eq!(store.named(&id, 1).await.unwrap(), Some(false));
        assert_eq!(store.contribution(&id, 1).await.unwrap().unwrap().author, None);
        assert!(store.versions(&id, 1).await.unwrap().is_empty(), "the text has not changed");
    });
}

#[test]
fn what_a_run_read_stays_quoted_and_waits_to_be_read_again() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        run_saved(store).await;
        let idea = analysis().ideas[0].clone();
        let number = idea.contribution.number().unwrap();
        let read = store.source(&id, &idea.id).await.unwrap().unwrap().contribution.text;
        let new = Revision { text: "tout autre chose", named: false };
        store.revise(&id, number, new, &stems, NOW + 5).await.unwrap();
        let quoted = store.source(&id, &idea.id).await.unwrap().unwrap();
        assert_eq!(quoted.contribution.text, read, "spans are those of the text that the run read");
        assert_eq!(store.contribution(&id, number).await.unwrap().unwrap().text, "tout autre chose");

        // A run that had read its materials before the change does not class the text it has not seen.
        store.save_run(&id, &analysis(), &stems, &RunId::new("late"), NOW + 4, NOW + 6).await.unwrap();
        let fate = store.contribution_fate(&id, number).await.unwrap().unwrap();
        assert_eq!((fate.state, fate.reason.as_str()), (State::ToSort, "revised"));
        assert_eq!(store.source(&id, &idea.id).await.unwrap().unwrap().contribution.text, read);

        store.save_run(&id, &analysis(), &stems, &RunId::new("next"), NOW + 7, NOW + 8).await.unwrap();
        assert_ne!(store.contribution_fate(&id, number).await.unwrap().unwrap().reason, "revised");
    });
}
