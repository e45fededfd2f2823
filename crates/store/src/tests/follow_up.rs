use super::sample::*;
use super::support::on_both;
use crate::{HandOver, NewEvidence, NewState, Recognition, Reminded, Store};
use arobase_domain::motion::{Shape, seal, start};
use arobase_domain::*;

const BY: (&str, i64) = ("anne", NOW);

/// A frozen version, 1.
async fn frozen(store: &Store) -> Motion {
    run_saved(store).await;
    let id = edition().id;
    let analysis = store.analysis(&id).await.unwrap().unwrap();
    let motion = start(&analysis, Shape::Questions, "Motion");
    let state = NewState { after: 0, gesture: None, motion: &motion, by: "anne", at: NOW };
    store.keep_motion(&id, state).await.unwrap();
    store.freeze_motion(&id, (1, ""), BY).await.unwrap();
    store.number_motion(&id, (1, "kept"), BY).await.unwrap();
    motion
}

fn recipient(id: &str) -> Recipient {
    Recipient {
        id: RecipientId::new(id),
        kind: RecipientKind::Ministry,
        name: "Ministère chargé des collectivités".into(),
        person: "Mme la ministre".into(),
        address: "1, rue de l’Exemple\n00000 Exempleville".into(),
        email: "cabinet@ministere.example".parse().ok(),
        lang: Lang::Fr,
        retired: false,
    }
}

fn day() -> Day {
    "2026-10-10".parse().unwrap()
}

fn handing(to: &[(DispatchId, RecipientId)], version: u32) -> HandOver<'_> {
    let (place, delegation) = ("Hôtel de Matignon", "Anne et Bruno");
    HandOver { to, version, day: day(), place, delegation, manner: Manner::Hand }
}

#[test]
fn recipients_are_written_down_changed_and_retired() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        let second = Recipient { email: None, lang: Lang::En, ..recipient("r2") };
        for one in [recipient("r1"), second.clone()] {
            store.write_recipient(&id, &one, BY).await.unwrap();
        }
        let changed = Recipient { name: "Autre nom".into(), retired: true, ..recipient("r1") };
        store.write_recipient(&id, &changed, BY).await.unwrap();
        assert_eq!(store.motion_recipients(&id).await.unwrap(), [changed, second]);
        assert!(store.remind_recipient(&id, ("m1", &RecipientId::new("r2")), BY).await.unwrap());
        assert!(!store.remind_recipient(&id, ("m2", &RecipientId::new("r9")), BY).await.unwrap());
        let reminded = Reminded { recipient: RecipientId::new("r2"), at: NOW, by: "anne".into() };
        assert_eq!(store.recipients_reminded(&id).await.unwrap(), [reminded]);
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn only_what_is_frozen_is_handed_over() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        let motion = frozen(store).await;
        store.write_recipient(&id, &recipient("r1"), BY).await.unwrap();
        let to = [(DispatchId::new("d1"), RecipientId::new("r1"))];
        let strange = [to[0].clone(), (DispatchId::new("d2"), RecipientId::new("r9"))];
        assert!(!store.hand_over(&id, handing(&to, 2), BY).await.unwrap(), "kept, not frozen");
        assert!(!store.hand_over(&id, handing(&strange, 1), BY).await.unwrap());
        assert!(store.dispatches(&id).await.unwrap().is_empty(), "all or nothing");
        assert!(store.hand_over(&id, handing(&to, 1), BY).await.unwrap());
        let found = store.dispatches(&id).await.unwrap();
        assert_eq!((found.len(), found[0].day, &found[0].seal, found[0].cancelled), (1, day(), &seal(&motion), false));
        assert!(store.cancel_dispatch(&id, &to[0].0, BY).await.unwrap());
        assert!(!store.cancel_dispatch(&id, &to[0].0, BY).await.unwrap());
        assert!(store.dispatches(&id).await.unwrap()[0].cancelled);
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn an_answer_is_corrected_once_and_never_altered() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        for one in ["r1", "r2"] {
            store.write_recipient(&id, &recipient(one), BY).await.unwrap();
        }
        let first = Answer {
            id: AnswerId::new("a1"),
            recipient: RecipientId::new("r1"),
            clause: Some(ClauseId::new("e1")),
            reply: Reply::Committed,
            day: day(),
            measure: "un fonds".into(),
            due: Some(day().after(90)),
            text: "Nous le ferons.".into(),
            link: "https://ministere.example/reponse".into(),
            document: Some("v1".into()),
            replaces: None,
            at: NOW,
            by: "anne".into(),
        };
        let bytes = vec![7_u8; 400_000];
        let new = NewEvidence { id: "v1", name: "lettre.pdf", kind: AttachmentKind::Pdf, bytes: &bytes, public: true };
        assert!(store.record_answers(&id, std::slice::from_ref(&first), Some(new)).await.unwrap());
        let correction = |nth: &str, of: &str| Answer {
            id: AnswerId::new(nth),
            recipient: RecipientId::new(of),
            clause: None,
            due: None,
            document: None,
            replaces: Some(first.id.clone()),
            ..first.clone()
        };
        assert!(!store.record_answers(&id, &[correction("a2", "r2")], None).await.unwrap(), "of someone else");
        assert!(store.record_answers(&id, &[correction("a3", "r1")], None).await.unwrap());
        assert!(!store.record_answers(&id, &[correction("a4", "r1")], None).await.unwrap(), "corrected already");
        assert_eq!(store.answers(&id).await.unwrap(), [first.clone(), correction("a3", "r1")]);
        let kept = store.evidence(&id, "v1").await.unwrap().unwrap();
        assert_eq!((kept.size, kept.public, kept.name.as_str()), (400_000, true, "lettre.pdf"));
        assert_eq!(store.evidence_bytes("v1").await.unwrap(), bytes);
        assert_eq!(store.evidences(&id).await.unwrap(), [kept]);
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn a_project_is_recognised_by_who_brought_it() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        let one = Recognition {
            id: "p1".into(),
            territory: "72224".into(),
            project: "Ouvrir un accueil.".into(),
            at: NOW,
            by: "anne".into(),
            ..Recognition::default()
        };
        store.bring_project(&id, &one).await.unwrap();
        assert!(store.recognitions(&id).await.unwrap().is_empty(), "not confirmed");
        assert_eq!(store.own_project(&id, "p1", "bruno").await.unwrap(), None);
        assert_eq!(store.own_project(&id, "p1", "anne").await.unwrap(), Some(one.clone()));
        let clauses = |ids: &[&str]| ids.iter().map(|id| ClauseId::new(*id)).collect::<std::collections::BTreeSet<_>>();
        assert!(!store.recognise(&id, ("p1", &clauses(&["e1"])), ("bruno", NOW)).await.unwrap());
        assert!(!store.recognise(&id, ("p1", &clauses(&[])), BY).await.unwrap());
        assert!(store.recognise(&id, ("p1", &clauses(&["e1", "e2"])), BY).await.unwrap());
        assert!(store.recognise(&id, ("p1", &clauses(&["e2", "e4"])), ("anne", NOW + 5)).await.unwrap());
        let shown = Recognition { clauses: clauses(&["e2", "e4"]), published_at: Some(NOW), ..one };
        assert_eq!(store.recognitions(&id).await.unwrap(), [shown]);
        assert!(!store.withdraw_project(&id, ("p1", Some("bruno")), ("bruno", NOW)).await.unwrap());
        assert!(store.withdraw_project(&id, ("p1", None), ("bruno", NOW)).await.unwrap());
        assert!(store.recognitions(&id).await.unwrap().is_empty());
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn only_those_who_agree_are_quoted() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        edition_with_contributions(store).await;
        for (quoted, number) in [("q1", 1), ("q2", 2)] {
            store.quote(&id, (quoted, number, "des vélos"), BY).await.unwrap();
        }
        let found = store.quotations(&id).await.unwrap();
        assert_eq!(found.iter().map(|one| (one.number, one.author.name.as_str())).collect::<Vec<_>>(), [(1, "Anne")]);
        assert!(store.unquote(&id, "q1", BY).await.unwrap() && !store.unquote(&id, "q1", BY).await.unwrap());
        assert!(store.quotations(&id).await.unwrap().is_empty());
        assert_eq!(store.embargo(&id).await.unwrap(), None);
        for until in [NOW + 9, NOW + 7] {
            store.set_embargo(&id, until, BY).await.unwrap();
        }
        assert_eq!(store.embargo(&id).await.unwrap(), Some(NOW + 7));
        store.verify_journal().await.unwrap();
    });
}
