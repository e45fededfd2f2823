use super::people::{MINUTE, invited};
use super::sample::{NOW, edition};
use super::support::on_both;
use crate::{Alive, NewSession, Shown, Store};
use arobase_domain::{Member, MemberId, Role};

const ALIVE: Alive = Alive { seen_after: 0, opened_after: 0 };

async fn member(store: &Store, name: &str) -> MemberId {
    let email = format!("{name}@nouans.example").parse().ok();
    let member = Member { id: MemberId::new(name), email, ..Member::default() };
    let member = invited(store, &member, Role::Administrator, name, None).await;
    let digest: String = name.chars().rev().collect();
    let session = NewSession { id: name, digest: name, device: "" };
    assert_eq!(store.use_link(&digest, session, NOW).await.unwrap().as_ref(), Some(&member));
    member
}

#[test]
fn a_factor_is_prepared_confirmed_shown_once_and_taken_away() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let (anne, bruno) = (member(store, "anne").await, member(store, "bruno").await);
        let who = Shown { member: &anne, session: "anne" };
        let codes = ["one", "two"].map(str::to_owned);
        assert_eq!(store.factor(&anne).await.unwrap(), None);
        assert!(!store.confirm_factor(who, 10, &codes, NOW).await.unwrap(), "nothing to confirm");
        for secret in ["first", "second"] {
            store.prepare_factor(&anne, secret, NOW).await.unwrap();
        }
        assert!(!store.show_factor(who, 10, NOW).await.unwrap(), "not confirmed");
        let signed = async |session: &str| store.signed(session, &edition().id, ALIVE).await.unwrap().unwrap();
        assert_eq!((signed("anne").await.strong, signed("anne").await.second_factor), (false, false));
        assert!(store.confirm_factor(who, 10, &codes, NOW).await.unwrap());
        assert!(!store.confirm_factor(who, 11, &codes, NOW).await.unwrap(), "once");
        store.prepare_factor(&anne, "third", NOW).await.unwrap();
        let factor = store.factor(&anne).await.unwrap().unwrap();
        assert_eq!((factor.secret.as_str(), factor.confirmed_at, factor.codes), ("second", Some(NOW), 2));
        assert_eq!((signed("anne").await.strong, signed("anne").await.second_factor), (true, true));
        assert_eq!((signed("bruno").await.strong, signed("bruno").await.second_factor), (false, false));

        assert!(!store.show_factor(who, 10, NOW).await.unwrap(), "the first code was taken");
        assert!(store.show_factor(who, 11, NOW).await.unwrap());
        assert!(!store.show_factor(who, 11, NOW).await.unwrap());
        assert!(!store.show_factor(who, 9, NOW).await.unwrap(), "nor one before");
        let other = Shown { member: &bruno, session: "bruno" };
        assert!(!store.use_recovery(other, "one", NOW).await.unwrap(), "of another");
        assert!(store.use_recovery(who, "one", NOW).await.unwrap());
        assert!(!store.use_recovery(who, "one", NOW).await.unwrap());
        assert_eq!(store.factor(&anne).await.unwrap().unwrap().codes, 1);
        assert!(!signed("bruno").await.strong);

        assert!(!store.remove_factor(&bruno, NOW).await.unwrap());
        assert!(!store.remove_factor_at(&"zoe@nouans.example".parse().unwrap(), NOW).await.unwrap());
        assert!(store.remove_factor_at(&"anne@nouans.example".parse().unwrap(), NOW).await.unwrap());
        assert_eq!(store.factor(&anne).await.unwrap(), None);
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn tries_are_counted_before_they_are_judged_and_forgiven_by_a_right_one() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let (anne, bruno) = (member(store, "anne").await, member(store, "bruno").await);
        store.prepare_factor(&anne, "secret", NOW).await.unwrap();
        let who = Shown { member: &anne, session: "anne" };
        store.confirm_factor(who, 1, &[], NOW).await.unwrap();
        let may = async |who: &MemberId, now: i64| store.try_factor(who, 3, now - MINUTE, now).await.unwrap();
        for _ in 0..3 {
            assert!(may(&anne, NOW).await);
        }
        assert!(!may(&anne, NOW).await && may(&bruno, NOW).await);
        assert!(may(&anne, NOW + MINUTE).await, "forgotten in time");
        assert!(store.show_factor(who, 2, NOW + MINUTE).await.unwrap());
        for _ in 0..3 {
            assert!(may(&anne, NOW + MINUTE).await, "forgiven");
        }
        assert!(!may(&anne, NOW + MINUTE).await);
    });
}

#[test]
fn tries_at_once_are_counted_one_by_one() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let anne = member(store, "anne").await;
        store.prepare_factor(&anne, "secret", NOW).await.unwrap();
        let tries = (0..12).map(|_| {
            let (store, anne) = (store.clone(), anne.clone());
            tokio::spawn(async move { store.try_factor(&anne, 5, NOW - MINUTE, NOW).await.unwrap() })
        });
        let tries: Vec<_> = tries.collect();
        let mut let_through = 0;
        for one in tries {
            let_through += usize::from(one.await.unwrap());
        }
        assert_eq!(let_through, 5);
    });
}
