use super::people::{MINUTE, letter};
use super::sample::NOW;
use super::support::{Fresh, on_both};
use crate::{Mail, OutboxFigures, Patience, Store, outbox};

/// Tried again after as many minutes as attempts, for an hour.
const PATIENCE: Patience = Patience {
    next: |now, attempt| now + i64::from(attempt) * MINUTE,
    over: |written_at, now| now - written_at > 60 * MINUTE,
};

async fn put(store: &Store, gesture: &str, useless_at: Option<i64>) {
    let letter = letter();
    let mut tx = store.begin().await.unwrap();
    let mail = Mail { id: &format!("id-{gesture}"), letter: &letter, useless_at };
    outbox::put(&mut tx, gesture, mail, Some("s"), NOW).await.unwrap();
    tx.commit().await.unwrap();
}

async fn next(fresh: &Fresh, now: i64) -> Option<(String, u32)> {
    let taken = fresh.store.next_letter(PATIENCE, now).await.unwrap();
    taken.map(|taken| (taken.id, taken.attempt))
}

#[test]
fn a_letter_is_taken_then_put_off_until_it_has_left() {
    on_both(async |fresh| {
        let store = &fresh.store;
        assert_eq!(next(&fresh, NOW).await, None);
        put(store, "a", None).await;
        put(store, "a", None).await;
        let taken = store.next_letter(PATIENCE, NOW).await.unwrap().unwrap();
        assert_eq!((&taken.letter, taken.sign_in.as_deref(), taken.written_at), (&letter(), Some("s"), NOW));
        assert_eq!(next(&fresh, NOW).await, None, "not twice at once");
        store.letter_failed("id-a", "450 not today").await.unwrap();
        assert_eq!(next(&fresh, NOW + MINUTE - 1).await, None);
        assert_eq!(next(&fresh, NOW + MINUTE).await, Some(("id-a".into(), 2)), "put off even if nobody told why");
        assert_eq!(next(&fresh, NOW + 2 * MINUTE).await, None);
        assert_eq!(next(&fresh, NOW + 3 * MINUTE).await, Some(("id-a".into(), 3)));
        store.letter_sent("id-a", NOW + 3 * MINUTE).await.unwrap();
        assert_eq!(next(&fresh, NOW + 30 * MINUTE).await, None);
        assert_eq!(store.outbox().await.unwrap(), OutboxFigures { waiting: 0, sent: 1, given_up: 0 });
        let kept = sqlx::query("SELECT body FROM outbox").fetch_one(&mut fresh.beside().await).await.unwrap();
        assert_eq!(crate::read::text(&kept, "body").unwrap(), "", "what it said is no longer kept");
    });
}

#[test]
fn what_is_no_longer_worth_sending_is_given_up_and_does_not_stop_the_others() {
    on_both(async |fresh| {
        let store = &fresh.store;
        put(store, "brief", Some(NOW + 10 * MINUTE)).await;
        put(store, "long", None).await;
        assert_eq!(next(&fresh, NOW + 10 * MINUTE).await, Some(("id-long".into(), 1)));
        assert_eq!(next(&fresh, NOW + 61 * MINUTE).await, None);
        assert_eq!(store.outbox().await.unwrap(), OutboxFigures { waiting: 0, sent: 0, given_up: 2 });
    });
}

#[test]
fn workers_side_by_side_never_take_the_same_letter() {
    on_both(async |fresh| {
        let store = &fresh.store;
        for nth in 0..20 {
            put(store, &format!("{nth:02}"), None).await;
        }
        let worker = |store: Store| async move {
            let mut taken = Vec::new();
            while let Some(letter) = store.next_letter(PATIENCE, NOW).await.unwrap() {
                taken.push(letter.id);
            }
            taken
        };
        let workers: Vec<_> = (0..4).map(|_| tokio::spawn(worker(store.clone()))).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.await.unwrap());
        }
        all.sort();
        assert_eq!(all, (0..20).map(|nth| format!("id-{nth:02}")).collect::<Vec<_>>());
    });
}

#[test]
fn a_gesture_that_fails_sends_nothing() {
    on_both(async |fresh| {
        let letter = letter();
        let mut tx = fresh.store.begin().await.unwrap();
        let mail = Mail { id: "x", letter: &letter, useless_at: None };
        outbox::put(&mut tx, "x", mail, None, NOW).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(fresh.store.outbox().await.unwrap(), OutboxFigures::default());
    });
}
