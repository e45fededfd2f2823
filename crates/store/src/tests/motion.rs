use super::sample::*;
use super::support::on_both;
use crate::{Comment, Decided, NewState, Store, Suggested};
use arobase_domain::motion::{Adoption, Gesture, Motion, Shape, seal, start};
use arobase_domain::*;

async fn begun(store: &Store) -> (Motion, Analysis) {
    run_saved(store).await;
    let analysis = store.analysis(&edition().id).await.unwrap().unwrap();
    (start(&analysis, Shape::Questions, "Motion"), analysis)
}

fn state<'a>(after: u32, motion: &'a Motion, gesture: Option<&'a Gesture>) -> NewState<'a> {
    NewState { after, gesture, motion, by: "anne", at: NOW }
}

#[test]
fn states_follow_one_another_and_none_is_lost() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        let (mut motion, _) = begun(store).await;
        assert_eq!(store.motion(&id).await.unwrap().seq, 0);
        assert_eq!(store.keep_motion(&id, state(0, &motion, None)).await.unwrap(), Some(1));
        let first = motion.clone();
        let gesture = Gesture::Head { field: motion::Field::Title, text: "Autre titre".into() };
        motion.make(gesture.clone()).unwrap();
        assert_eq!(store.keep_motion(&id, state(0, &motion, Some(&gesture))).await.unwrap(), None, "it would be lost");
        assert_eq!(store.keep_motion(&id, state(1, &motion, Some(&gesture))).await.unwrap(), Some(2));
        assert_eq!(store.motion(&id).await.unwrap().motion, motion);
        assert_eq!(store.motion_at(&id, 1).await.unwrap().unwrap().motion, first);
        let history = store.motion_history(&id, 9, 9).await.unwrap();
        assert_eq!(
            history.iter().map(|line| (line.seq, line.gesture.is_some())).collect::<Vec<_>>(),
            [(2, true), (1, false)]
        );
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn a_frozen_version_keeps_what_its_clauses_come_from() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        let (motion, analysis) = begun(store).await;
        store.keep_motion(&id, state(0, &motion, None)).await.unwrap();
        assert_eq!(store.number_motion(&id, (7, ""), ("anne", NOW)).await.unwrap(), None);
        assert_eq!(store.number_motion(&id, (1, "relue"), ("anne", NOW)).await.unwrap(), Some(1));
        assert_eq!(store.freeze_motion(&id, (1, "votée"), ("anne", NOW)).await.unwrap(), Some(2));
        assert!(store.motion_passages(&id, 1).await.unwrap().is_empty());
        let kept = store.motion_passages(&id, 2).await.unwrap();
        let lineage = motion::Lineage::of(&motion, &analysis);
        assert!(!kept.is_empty());
        assert_eq!(kept.len(), lineage.passages.values().map(std::collections::BTreeSet::len).sum::<usize>());
        assert!(kept.iter().all(|(clause, passage)| lineage.passages[clause].contains(passage)));
        let (clause, passage) = &kept[0];
        let number = passage.contribution.number().unwrap();
        assert!(store.clauses_from(&id, 2, number).await.unwrap().contains(clause));
        let sources = store.clause_sources(&id, 2, clause, 1).await.unwrap();
        assert!(sources.items.iter().any(|source| source.idea.id == passage.idea));
        let figures = store.clause_figures(&id, 2).await.unwrap();
        assert_eq!(figures.len(), lineage.passages.values().filter(|some| !some.is_empty()).count());
        let told = figures.iter().find(|(id, _)| id == clause).map(|(_, many)| *many as usize);
        assert_eq!(told, Some(lineage.contributions(clause).len()));
        let versions = store.motion_versions(&id).await.unwrap();
        assert_eq!(versions.iter().map(|one| (one.number, one.frozen)).collect::<Vec<_>>(), [(2, true), (1, false)]);
        assert_eq!(versions[0].seal, seal(&motion));
    });
}

#[test]
fn only_what_is_frozen_is_adopted_and_published() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        let (motion, _) = begun(store).await;
        store.keep_motion(&id, state(0, &motion, None)).await.unwrap();
        store.number_motion(&id, (1, ""), ("anne", NOW)).await.unwrap();
        store.freeze_motion(&id, (1, ""), ("anne", NOW)).await.unwrap();
        let adoption =
            |version| Adoption { version, day: "2026-10-06".into(), votes: Some([80, 2, 3]), ..Adoption::default() };
        assert!(!store.adopt_motion(&id, &adoption(1), ("anne", NOW)).await.unwrap());
        assert!(store.adopt_motion(&id, &adoption(2), ("anne", NOW)).await.unwrap());
        assert!(store.adopt_motion(&id, &adoption(2), ("anne", NOW)).await.unwrap(), "mended");
        assert_eq!(store.motion_adoption(&id).await.unwrap(), Some(adoption(2)));
        assert_eq!(store.published_motion(&id).await.unwrap(), None);
        assert!(!store.publish_motion(&id, 1, ("anne", NOW)).await.unwrap());
        assert!(store.publish_motion(&id, 2, ("anne", NOW + 5)).await.unwrap());
        assert!(!store.publish_motion(&id, 2, ("anne", NOW + 9)).await.unwrap());
        let (version, written) = store.published_motion(&id).await.unwrap().unwrap();
        assert_eq!((version.number, version.published_at, written.motion), (2, Some(NOW + 5), motion));
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn remarks_are_settled_once() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        run_saved(store).await;
        let comment = Comment {
            id: "c1".into(),
            clause: ClauseId::new("e1"),
            body: "À qui ?".into(),
            at: NOW,
            by: "anne".into(),
            ..Comment::default()
        };
        store.comment_motion(&id, &comment).await.unwrap();
        assert!(store.resolve_comment(&id, "c1", ("bruno", NOW + 1)).await.unwrap());
        assert!(!store.resolve_comment(&id, "c1", ("chloé", NOW + 2)).await.unwrap());
        assert_eq!(
            store.motion_comments(&id).await.unwrap(),
            [Comment { resolved: Some((NOW + 1, "bruno".into())), ..comment }]
        );
        let offered = Suggested {
            id: "s1".into(),
            clause: ClauseId::new("e1"),
            before: "un".into(),
            after: "deux".into(),
            at: NOW,
            by: "anne".into(),
            ..Suggested::default()
        };
        store.suggest_motion(&id, &offered).await.unwrap();
        let decided = Decided { at: NOW + 1, by: "bruno".into(), taken: true, answer: "Oui.".into() };
        assert!(store.decide_suggestion(&id, "s1", &decided).await.unwrap());
        assert!(!store.decide_suggestion(&id, "s1", &decided).await.unwrap());
        assert_eq!(store.motion_suggestions(&id).await.unwrap(), [Suggested { decided: Some(decided), ..offered }]);
    });
}
