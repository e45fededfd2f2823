use super::sample::*;
use super::support::on_both;
use crate::{Held, Imported, Store};
use arobase_domain::{Channel, Gathering, Limits, Sheet};
use uuid::Uuid;

fn sheet(said: &str) -> Sheet {
    let (name, day) = ("Café numérique".into(), "12/09/2026".into());
    Sheet { name, day, present: "14".into(), hosts: "Ada".into(), said: said.into(), ..Sheet::default() }
}

async fn hold(store: &Store, said: &str, token: &str) -> (Gathering, Imported) {
    let (gathering, said) = sheet(said).check(Channel::Workshop, Limits::default()).unwrap();
    let id = |nth: usize| Uuid::from_u128((u128::from(token.as_bytes()[0]) << 64) + nth as u128);
    let said = said.into_iter().enumerate().map(|(nth, one)| (one, id(nth))).collect();
    let held = Held { gathering: &gathering, said, token, by: "someone" };
    let numbers = store.hold(&edition().id, held, &stems, NOW).await.unwrap();
    (gathering, numbers)
}

#[test]
fn what_was_said_together_is_kept_together_and_once() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        submit(store, "seul", "z").await;
        let (gathering, numbers) = hold(store, "la fibre\n\nun accueil", "a").await;
        assert_eq!(numbers, Imported { first: 2, count: 2 });
        assert_eq!(hold(store, "la fibre\n\nun accueil", "a").await.1, numbers, "sent twice");
        assert_eq!(hold(store, "autre chose", "b").await.1, Imported { first: 4, count: 1 });
        assert_eq!(store.held_with(&edition.id, "a").await.unwrap(), Some(numbers));
        assert_eq!(store.held_with(&edition.id, "c").await.unwrap(), None);
        for (number, found) in [(1, None), (2, Some(&gathering)), (3, Some(&gathering)), (5, None)] {
            assert_eq!(store.gathering_of(&edition.id, number).await.unwrap().as_ref(), found, "{number}");
        }
        let contribution = store.contribution(&edition.id, 3).await.unwrap().unwrap();
        assert_eq!((contribution.text.as_str(), contribution.channel), ("un accueil", Channel::Workshop));
        let journal = store.journal(1).await.unwrap().items;
        let entered: Vec<_> = journal.iter().filter(|entry| entry.entry.gesture == "gathering.entered").collect();
        assert_eq!(entered.len(), 2);
        assert!(!format!("{journal:?}").contains("Ada"), "who led it is in no journal");
    });
}
