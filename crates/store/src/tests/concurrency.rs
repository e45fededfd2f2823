use super::sample::*;
use super::support::on_both;
use crate::Submitted;
use arobase_domain::{Edition, EditionId};
use std::collections::BTreeSet;

async fn together(fresh: &super::support::Fresh, token: impl Fn(usize) -> String) -> Vec<Submitted> {
    let posts: Vec<_> = (0..50)
        .map(|nth| {
            let (store, token) = (fresh.store.clone(), token(nth));
            tokio::spawn(async move { submit(&store, &format!("idée {nth}"), &token).await })
        })
        .collect();
    let mut receipts = Vec::new();
    for post in posts {
        receipts.push(post.await.expect("a post is acknowledged"));
    }
    receipts
}

#[test]
fn fifty_posts_at_once_have_fifty_numbers_without_gaps_and_one_chain() {
    on_both(async |fresh| {
        fresh.store.create_edition(&edition(), NOW).await.unwrap();
        let receipts = together(&fresh, |nth| format!("form {nth}")).await;
        let numbers: BTreeSet<u32> = receipts.iter().map(|receipt| receipt.number).collect();
        assert_eq!(numbers, (1..=50).collect());
        assert!(receipts.iter().all(|receipt| !receipt.already));
        assert_eq!(fresh.store.verify_journal().await.unwrap(), 51);
        let ledger = fresh.store.ledger(&edition().id).await.unwrap().contributions;
        assert_eq!((ledger.received, ledger.to_sort, ledger.check()), (50, 50, Ok(())));
    });
}

#[test]
fn one_form_posted_fifty_times_at_once_is_one_contribution() {
    on_both(async |fresh| {
        fresh.store.create_edition(&edition(), NOW).await.unwrap();
        let receipts = together(&fresh, |_| "the same form".to_owned()).await;
        assert!(receipts.iter().all(|receipt| receipt.number == 1));
        assert_eq!(receipts.iter().filter(|receipt| !receipt.already).count(), 1);
        assert_eq!(fresh.store.figures(&edition().id).await.unwrap().contributions, 1);
        assert_eq!(fresh.store.verify_journal().await.unwrap(), 2);
    });
}

#[test]
fn a_second_process_may_write_beside() {
    on_both(async |fresh| {
        fresh.store.create_edition(&edition(), NOW).await.unwrap();
        let other = crate::Store::open(&fresh.url).await.unwrap();
        let both: Vec<_> = (0..20)
            .map(|nth| {
                let store = if nth % 2 == 0 { fresh.store.clone() } else { other.clone() };
                tokio::spawn(async move { submit(&store, "idée", &nth.to_string()).await.number })
            })
            .collect();
        let mut numbers = BTreeSet::new();
        for number in both {
            numbers.insert(number.await.unwrap());
        }
        assert_eq!(numbers, (1..=20).collect());
        assert_eq!(other.verify_journal().await.unwrap(), 21);
        other.close().await;
    });
}

/// Writers of two editions do not wait for one another's numbers: only the journal keeps them in line.
#[test]
fn two_editions_share_one_chain() {
    on_both(async |fresh| {
        let other = Edition { id: EditionId::new("other"), slug: "other".into(), ..edition() };
        for edition in [&edition(), &other] {
            fresh.store.create_edition(edition, NOW).await.unwrap();
        }
        let posts: Vec<_> = (0..40)
            .map(|nth| {
                let (store, edition) =
                    (fresh.store.clone(), if nth % 2 == 0 { edition().id } else { other.id.clone() });
                tokio::spawn(async move { submit_to(&store, &edition, "idée", &nth.to_string()).await.number })
            })
            .collect();
        let mut numbers = Vec::new();
        for post in posts {
            numbers.push(post.await.expect("a post is acknowledged"));
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=20).flat_map(|number| [number; 2]).collect::<Vec<_>>());
        assert_eq!(fresh.store.verify_journal().await.unwrap(), 42);
    });
}
