use super::sample::*;
use super::support::on_both;
use crate::{Findings, INTAKE_KEPT, NewIntake, Store};
use arobase_domain::*;

const FILE: &[u8] = b"id,texte\n1,la fibre\n\xff\0";

async fn bring(store: &Store, id: &str, bytes: &[u8], now: i64) {
    store.bring(&edition().id, NewIntake { id, by: "m", file: "a.csv", bytes }, now).await.unwrap();
}

fn findings(told: &[String], imported: bool) -> Findings<'_> {
    Findings { tally: "{}", told, imported }
}

#[test]
fn a_file_is_kept_to_the_byte_and_a_week() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        let large: Vec<u8> = (0..500_000_u32).map(|n| (n * 7 / 5) as u8).collect();
        bring(store, "a", FILE, NOW).await;
        bring(store, "b", &large, NOW + 1).await;
        assert_eq!(store.intake_bytes("a").await.unwrap(), FILE);
        assert_eq!(store.intake_bytes("b").await.unwrap(), large);
        let kept = store.intakes(&id, NOW + 1).await.unwrap();
        let names: Vec<_> = kept.iter().map(|one| (one.id.as_str(), one.size, one.by.clone())).collect();
        assert_eq!(names, [("b", 500_000, None), ("a", FILE.len() as u64, None)]);
        assert_eq!(store.intake(&EditionId::new("other"), "a", NOW).await.unwrap(), None, "another edition's");

        let later = NOW + INTAKE_KEPT;
        assert_eq!(store.intake(&id, "a", later).await.unwrap(), None, "not shown once its time is over");
        assert_eq!(store.forget_intakes(later).await.unwrap(), 1);
        assert_eq!(store.intake_bytes("a").await.unwrap(), b"");
        assert_eq!(store.intakes(&id, later).await.unwrap().len(), 1);
        bring(store, "c", FILE, later + 1).await;
        assert_eq!(store.intake_bytes("b").await.unwrap(), b"", "the next one erases what is old");
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn what_was_found_stays_and_the_bytes_go_with_the_import() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        bring(store, "a", FILE, NOW).await;
        store.choose_intake("a", "{\"x\":1}").await.unwrap();
        let told: Vec<String> = (0..30).map(|n| format!("\"{n}\"")).collect();
        store.note_intake("a", findings(&told, false), NOW + 5).await.unwrap();
        let tried = store.intake(&id, "a", NOW).await.unwrap().unwrap();
        assert_eq!((tried.choices.as_str(), tried.tried_at, tried.imported_at), ("{\"x\":1}", Some(NOW + 5), None));
        let second = store.intake_lines("a", 2).await.unwrap();
        assert_eq!((second.total, second.items.len(), second.items[0].as_str()), (30, 5, "\"25\""));

        store.note_intake("a", findings(&told[..2], true), NOW + 6).await.unwrap();
        store.note_intake("a", findings(&told, true), NOW + 7).await.unwrap();
        store.choose_intake("a", "{}").await.unwrap();
        let done = store.intake(&id, "a", NOW).await.unwrap().unwrap();
        assert_eq!((done.imported_at, done.choices.as_str()), (Some(NOW + 6), "{\"x\":1}"), "the first report stays");
        assert_eq!(store.all_intake_lines("a").await.unwrap(), told[..2]);
        assert_eq!(store.intake_bytes("a").await.unwrap(), b"");
    });
}

#[test]
fn a_file_is_given_up_in_its_own_edition() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        bring(store, "a", FILE, NOW).await;
        store.note_intake("a", findings(&["1".to_owned()], false), NOW).await.unwrap();
        assert!(!store.give_up_intake(&EditionId::new("other"), "a", "m", NOW).await.unwrap());
        assert_eq!(store.intake_bytes("a").await.unwrap(), FILE);
        assert!(store.give_up_intake(&id, "a", "m", NOW).await.unwrap());
        assert!(!store.give_up_intake(&id, "a", "m", NOW).await.unwrap());
        assert_eq!(store.intake_bytes("a").await.unwrap(), b"");
        let entry = store.journal(1).await.unwrap().items.swap_remove(0).entry;
        assert_eq!((entry.gesture.as_str(), entry.facts["by"].as_str()), ("file.given_up", "m"));
    });
}
