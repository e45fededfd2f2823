use super::sample::*;
use super::support::on_both;
use crate::{Amendment, Filter, NewAttachment, Publishing, Revision, Sorting, Store, Veil as _};
use arobase_domain::annex::{Annex, GestureRow};
use arobase_domain::edits::{Bench, Gesture, Silent, State, Wish};
use arobase_domain::masks::Masks;
use arobase_domain::*;

async fn opened(store: &Store) -> (RunId, Bench) {
    let run = store.bench_run(&edition().id).await.unwrap().unwrap();
    let (at, analysis) = store.bench_analysis(&run).await.unwrap().unwrap();
    assert_eq!(at, NOW + 1);
    let mut bench = Bench::new(State::whole(&analysis, 1.0));
    bench.audit(store.bench_events(&edition().id, &run, 0).await.unwrap()).unwrap();
    (run, bench)
}

fn rename(label: &str) -> Wish {
    Wish::Make(Gesture::Rename { theme: ThemeId::new("t01"), label: label.into() })
}

#[test]
fn gestures_are_read_back_to_the_same_state() {
    on_both(async |fresh| {
        let store = &fresh.store;
        assert_eq!(store.bench_run(&edition().id).await.unwrap(), None, "nothing to work on");
        run_saved(store).await;
        let (run, mut bench) = opened(store).await;
        for wish in [rename("Fibre"), Wish::Undo, Wish::Redo] {
            let event = bench.wish(wish, "anne", NOW, &Silent).unwrap().clone();
            assert!(store.keep_event(&edition().id, &run, &event).await.unwrap());
        }
        assert_eq!(opened(store).await, (run, bench));
        let journal = store.journal(1).await.unwrap().items;
        assert_eq!(journal.iter().filter(|sealed| sealed.entry.gesture == "bench.gesture").count(), 3);
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn the_second_of_two_writers_reads_again() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let ((run, mut one), (_, mut other)) = (opened(store).await, opened(store).await);
        let first = one.wish(rename("Fibre"), "anne", NOW, &Silent).unwrap();
        let second = other.wish(rename("Très haut débit"), "bruno", NOW, &Silent).unwrap();
        assert!(store.keep_event(&edition().id, &run, first).await.unwrap());
        assert!(!store.keep_event(&edition().id, &run, second).await.unwrap(), "it would be lost");
        assert_eq!(opened(store).await.1, one);
    });
}

#[test]
fn replayed_into_an_empty_database_they_give_the_same_state() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        let (run, mut bench) = opened(&fresh.store).await;
        for wish in [rename("Fibre"), Wish::Undo, rename("Très haut débit")] {
            let event = bench.wish(wish, "anne", NOW, &Silent).unwrap();
            assert!(fresh.store.keep_event(&edition().id, &run, event).await.unwrap());
        }
        let folder = tempfile::tempdir().unwrap();
        let empty = Store::open(&format!("sqlite:{}/empty.db?mode=rwc", folder.path().display())).await.unwrap();
        run_saved(&empty).await;
        for event in fresh.store.bench_events(&edition().id, &run, 0).await.unwrap() {
            assert!(empty.keep_event(&edition().id, &run, &event).await.unwrap());
        }
        assert_eq!(opened(&empty).await.1.state.hash(), bench.state.hash());
        assert_eq!(empty.verify_benches().await.unwrap(), 3);
    });
}

#[test]
fn an_altered_gesture_is_found() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        let (run, mut bench) = opened(&fresh.store).await;
        for label in ["Fibre", "Très haut débit"] {
            let event = bench.wish(rename(label), "anne", NOW, &Silent).unwrap();
            assert!(fresh.store.keep_event(&edition().id, &run, event).await.unwrap());
        }
        assert_eq!(fresh.store.verify_benches().await.unwrap(), 2);
        let mut intruder = fresh.beside().await;
        for (sql, seq) in [
            ("UPDATE bench_event SET change = REPLACE(change, 'Fibre', 'Cuivre') WHERE seq = 2", 2),
            ("UPDATE bench_event SET hash = 'x' WHERE seq = 1", 1),
            ("DELETE FROM bench_event WHERE seq = 1", 1),
        ] {
            sqlx::query(sql).execute(&mut intruder).await.unwrap();
            match fresh.store.verify_benches().await {
                Err(crate::StoreError::Bench { seq: found, .. }) => assert_eq!(found, seq, "{sql}"),
                other => panic!("{sql}: {other:?}"),
            }
        }
    });
}

#[test]
fn a_new_run_does_not_move_the_bench() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let (run, mut bench) = opened(store).await;
        let event = bench.wish(rename("Fibre"), "anne", NOW, &Silent).unwrap().clone();
        assert!(store.keep_event(&edition().id, &run, &event).await.unwrap());
        let newer = RunId::new("run-2");
        store.save_run(&edition().id, &analysis(), &stems, &newer, NOW + 1, NOW + 1).await.unwrap();
        assert_eq!(opened(store).await, (run, bench.clone()));
        let event = bench.wish(Wish::Undo, "anne", NOW, &Silent).unwrap();
        assert!(!store.keep_event(&edition().id, &newer, event).await.unwrap(), "the bench stands on another run");
    });
}

#[test]
fn whoever_publishes_is_in_the_journal() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let (run, by) = (RunId::new("decided"), MemberId::new("anne"));
        let analysis = &analysis();
        let decided = Publishing {
            analysis,
            masks: &Masks::new(),
            annex: &Annex::default(),
            id: &run,
            read_at: NOW,
            state: "hash",
            by: &by,
        };
        store.publish_bench(&edition().id, decided, &stems, NOW + 2).await.unwrap();
        assert_eq!(store.latest_run(&edition().id).await.unwrap().expect("published").id, run);
        let told = sqlx::query("SELECT facts FROM journal WHERE gesture = 'bench.published'");
        let facts: Vec<String> = store.all(told, |row| crate::read::text(row, "facts")).await.unwrap();
        assert_eq!(facts, [r#"{"by":"anne","edition":"0199-edition","run":"decided","state":"hash"}"#]);
    });
}

/// What was masked is covered wherever words of the contribution are shown, from the publication on.
#[test]
fn masked_words_are_shown_nowhere() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let (run, by) = (RunId::new("decided"), MemberId::new("anne"));
        let whole = store.contribution(&edition().id, 1).await.unwrap().expect("received").text;
        let word = whole.split(' ').find(|word| word.chars().count() > 3).expect("a word").to_owned();
        let masks = &Masks::from([(ContributionId::numbered(1), [word.clone()].into())]);
        let decided = Publishing {
            analysis: &analysis(),
            masks,
            annex: &Annex::default(),
            id: &run,
            read_at: NOW,
            state: "hash",
            by: &by,
        };
        store.publish_bench(&edition().id, decided, &stems, NOW + 2).await.unwrap();
        assert_eq!(&store.masks(&edition().id).await.unwrap(), masks);
        let listed = store.list(&edition().id, &Filter::default(), 1).await.unwrap().items;
        let first = listed.iter().find(|row| row.number == 1).expect("it is listed");
        assert!(first.excerpt.contains('█') && !first.excerpt.contains(&word), "{}", first.excerpt);
        let source =
            store.source(&edition().id, &IdeaId::new("1.1")).await.unwrap().expect("an idea of it").contribution;
        assert_eq!(source.text.chars().count(), whole.chars().count(), "nothing moves");
        assert!(!source.text.contains(&word), "{}", source.text);
    });
}

#[test]
fn a_document_that_holds_masked_words_is_withheld() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        run_saved(store).await;
        for (name, words) in [("d1", "Signé\nÉva  Roy"), ("d2", "Rien de personnel"), ("Lettre d’Éva Roy.pdf", "")]
        {
            let (bytes, words) = (name.as_bytes(), (words, true));
            let new = NewAttachment { id: name, name, kind: AttachmentKind::Pdf, bytes, words, public: true };
            store.join(&id, "a", (new, &[]), NOW).await.unwrap();
        }
        let revision = Revision { text: "Éva Roy le dit.", named: false };
        let sorting = (revision, Sorting::default(), Amendment::default());
        store.revise_with(&id, (1, "a"), sorting, &stems, NOW + 1).await.unwrap();
        assert!(store.withheld(&id).await.unwrap().is_empty());
        let masks = Masks::from([(ContributionId::numbered(1), ["Éva Roy".to_owned()].into())]);
        publish(store, "one", &masks, &Annex::default()).await;
        assert_eq!(store.withheld(&id).await.unwrap(), ["d1".to_owned(), "Lettre d’Éva Roy.pdf".to_owned()].into());
        publish(store, "two", &Masks::new(), &Annex::default()).await;
        assert!(store.withheld(&id).await.unwrap().is_empty(), "what is shown again may be published");
    });
}

async fn publish(store: &Store, id: &str, masks: &Masks, annex: &Annex) {
    let (id, by) = (RunId::new(id), MemberId::new("anne"));
    let decided = Publishing { analysis: &analysis(), masks, annex, id: &id, read_at: NOW, state: "hash", by: &by };
    store.publish_bench(&edition().id, decided, &stems, NOW + 2).await.unwrap();
}

/// Whether the search of contributions finds the first one by a word.
async fn finds(store: &Store, word: &str) -> bool {
    let filter = Filter { stems: stems(word), ..Filter::default() };
    store.list(&edition().id, &filter, 1).await.unwrap().items.iter().any(|row| row.number == 1)
}

#[test]
fn a_masked_word_is_not_found_until_it_is_shown_again() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let one = store.contribution(&edition().id, 1).await.unwrap().expect("received");
        let said = format!("{} {}", one.title.unwrap_or_default(), one.text).to_lowercase();
        let once = |word: &&str| word.chars().count() > 3 && said.matches(&word.to_lowercase()).count() == 1;
        let words: Vec<&str> = one.text.split(|c: char| !c.is_alphanumeric()).filter(once).collect();
        let (whole, hidden, left) = (&one.text, words[0], words[1]);
        assert!(finds(store, hidden).await && finds(store, left).await);
        let masks = Masks::from([(ContributionId::numbered(1), [hidden.to_owned()].into())]);
        publish(store, "one", &masks, &Annex::default()).await;
        assert!(!finds(store, hidden).await, "{hidden}");
        assert!(finds(store, left).await, "the rest is found");
        let text = format!("{whole} Ajouté depuis.");
        let revision = Revision { text: &text, named: false };
        store.revise(&edition().id, 1, revision, &stems, NOW + 3).await.unwrap();
        assert!(!finds(store, hidden).await, "still not when its author changes the rest");
        assert!(finds(store, "Ajouté").await);
        publish(store, "two", &Masks::new(), &Annex::default()).await;
        assert!(finds(store, hidden).await, "it is shown again");
    });
}

#[test]
fn a_printed_reply_covers_what_is_masked() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let fate = store.contribution_fate(&edition().id, 1).await.unwrap().expect("received");
        let word = fate.ideas[0].idea.text.split(' ').find(|word| word.chars().count() > 4).expect("a word").to_owned();
        let masks = Masks::from([(ContributionId::numbered(1), [word.clone()].into())]);
        let fate = fate.veiled(&masks);
        assert!(fate.ideas.iter().all(|one| !one.idea.text.contains(&word)), "{fate:?}");
    });
}

#[test]
fn what_leaves_with_a_bench_is_kept_as_it_was() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let run = store.latest_run(&edition().id).await.unwrap().expect("there").id;
        assert_eq!(store.annex(&run).await.unwrap(), Annex::default());
        let row = GestureRow { seq: 1, by: "A".into(), day: "2026-11-23".into(), ..GestureRow::default() };
        let annex = Annex { gestures: vec![row], codes: Vec::new() };
        publish(store, "decided", &Masks::new(), &annex).await;
        let id = RunId::new("decided");
        assert_eq!(store.annex(&id).await.unwrap(), annex);
        let figures = store.annex_figures(&id).await.unwrap();
        assert_eq!(figures.get("people.first").map(String::as_str), Some("2026-11-23"));
        assert_eq!(figures["result.ideas"], analysis().ideas.len().to_string());
    });
}
