use super::sample::*;
use super::support::on_both;
use arobase_domain::{Draft, EditionId};

const DAY: i64 = 86_400_000;

fn draft(text: &str) -> Draft {
    Draft { text: text.into(), commune: "Nouans".into(), ..Draft::default() }
}

#[test]
fn the_last_saved_is_what_is_read_by_its_token_alone() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        store.save_draft(&edition.id, "a", &draft("la fib"), NOW).await.unwrap();
        store.save_draft(&edition.id, "a", &draft("la fibre"), NOW + 1).await.unwrap();
        assert_eq!(store.draft(&edition.id, "a").await.unwrap(), Some(draft("la fibre")));
        assert_eq!(store.draft(&edition.id, "b").await.unwrap(), None);
        assert_eq!(store.draft(&EditionId::new("none"), "a").await.unwrap(), None);
        store.forget_draft(&edition.id, "a").await.unwrap();
        assert_eq!(store.draft(&edition.id, "a").await.unwrap(), None);
    });
}

#[test]
fn the_token_itself_is_nowhere_in_the_database() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        store.save_draft(&edition().id, "secret", &draft("a"), NOW).await.unwrap();
        submit(store, "la fibre", "secret-too").await;
        let kept = "SELECT COUNT(*) FROM (SELECT token FROM draft UNION SELECT token FROM contribution) t WHERE token LIKE 'secret%'";
        let (clear,): (i64,) = sqlx::query_as(kept).fetch_one(&mut fresh.beside().await).await.unwrap();
        assert_eq!(clear, 0);
    });
}

#[test]
fn sending_ends_the_draft_and_a_late_save_does_not_bring_it_back() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        store.save_draft(&edition().id, "a", &draft("la fibre"), NOW).await.unwrap();
        let sent = submit(store, "la fibre", "a").await;
        store.save_draft(&edition().id, "a", &draft("la fibre"), NOW).await.unwrap();
        assert_eq!(store.draft(&edition().id, "a").await.unwrap(), None);
        assert_eq!(store.sent_with(&edition().id, "a").await.unwrap(), Some(sent.number));
        assert_eq!(store.sent_with(&edition().id, "b").await.unwrap(), None);
    });
}

#[test]
fn a_draft_that_nobody_touches_for_sixty_days_is_erased() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        store.save_draft(&edition().id, "old", &draft("a"), NOW).await.unwrap();
        store.save_draft(&edition().id, "new", &draft("b"), NOW + 60 * DAY).await.unwrap();
        assert!(store.draft(&edition().id, "old").await.unwrap().is_some());
        store.save_draft(&edition().id, "new", &draft("c"), NOW + 60 * DAY + 1).await.unwrap();
        assert_eq!(store.draft(&edition().id, "old").await.unwrap(), None);
    });
}
