use super::sample::*;
use super::support::on_both;
use crate::{Keyed, Keying, NewSheaf, Settlement, Store, Submission};
use arobase_domain::{Author, Draft, MemberId, NewContribution, keying::differences};
use uuid::Uuid;

async fn print(store: &Store, sheets: u32, twice: bool, token: &str) -> u32 {
    let by = MemberId::new("anne");
    let new = NewSheaf { sheets, place: "Mairie de Nouans", twice, token, by: &by };
    store.make_sheaf(&edition().id, new, NOW).await.unwrap()
}

fn fields(text: &str) -> Draft {
    Draft { text: text.into(), name: "Anne".into(), commune: "Nouans (72)".into(), ..Draft::default() }
}

fn read(fields: &Draft) -> NewContribution {
    fields.check(arobase_domain::Channel::Paper).unwrap()
}

async fn key(store: &Store, sheet: u32, fields: &Draft, token: &str, by: &str) -> Keyed {
    let id = Uuid::from_bytes(*blake3::hash(token.as_bytes()).as_bytes().first_chunk().unwrap());
    let sent = Submission { contribution: &read(fields), token, id, by: Some(by), calls: &[] };
    store.key_sheet(&edition().id, Keying { sheet, fields, sent }, &stems, NOW).await.unwrap()
}

#[test]
fn sheets_are_numbered_once_and_for_all() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition().id);
        store.create_edition(&super::sample::edition(), NOW).await.unwrap();
        assert_eq!(print(store, 20, false, "a").await, 1);
        assert_eq!(print(store, 20, false, "a").await, 1, "the same form");
        assert_eq!(print(store, 3, true, "b").await, 21);
        let made = store.sheaves(&edition).await.unwrap();
        let made: Vec<_> = made.iter().map(|one| (one.first, one.last(), one.twice, one.keyed, one.waiting)).collect();
        assert_eq!(made, [(21, 23, true, 0, 0), (1, 20, false, 0, 0)], "the latest first");
        assert_eq!(store.sheaf_of(&edition, 20).await.unwrap().unwrap().first, 1);
        assert_eq!(store.sheaf_of(&edition, 24).await.unwrap(), None);
        assert_eq!(store.verify_journal().await.unwrap(), 3);
    });
}

#[test]
fn two_people_who_print_at_once_do_not_share_numbers() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let asked: Vec<_> = (0..8)
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move { print(&store, 5, false, &n.to_string()).await })
            })
            .collect();
        let mut first = Vec::new();
        for one in asked {
            first.push(one.await.unwrap());
        }
        first.sort_unstable();
        assert_eq!(first, [1, 6, 11, 16, 21, 26, 31, 36]);
    });
}

#[test]
fn a_sheet_is_keyed_once() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        print(store, 2, false, "a").await;
        let text = fields("ouvrir la mairie");
        assert_eq!(key(store, 2, &text, "t1", "anne").await, Keyed::Received(1));
        assert_eq!(key(store, 2, &text, "t1", "anne").await, Keyed::Received(1), "the same form sent again");
        assert_eq!(key(store, 2, &text, "t2", "anne").await, Keyed::Before(1));
        assert_eq!(key(store, 2, &text, "t3", "bruno").await, Keyed::Before(1));
        assert_eq!(key(store, 3, &text, "t4", "anne").await, Keyed::Unknown);
        assert_eq!(key(store, 1, &text, "t5", "anne").await, Keyed::Received(2), "what was refused took no number");
        assert_eq!(store.figures(&edition().id).await.unwrap().contributions, 2);
        assert_eq!(store.sheaf_of(&edition().id, 1).await.unwrap().unwrap().keyed, 2);
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn a_sheet_keyed_twice_alike_changes_nothing() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition().id);
        store.create_edition(&super::sample::edition(), NOW).await.unwrap();
        print(store, 1, true, "a").await;
        let text = fields("ouvrir la mairie");
        assert_eq!(key(store, 1, &text, "t1", "anne").await, Keyed::Received(1));
        assert_eq!(store.sheaf_of(&edition, 1).await.unwrap().unwrap().waiting, 1);
        assert_eq!(key(store, 1, &text, "t2", "anne").await, Keyed::Before(1), "not by the same person");
        let Keyed::Again(1, first) = key(store, 1, &text, "t3", "bruno").await else { panic!("it waits for bruno") };
        assert_eq!(differences(&first, &text), []);
        let same = read(&text);
        let settled = |by| Settlement { sheet: 1, contribution: &same, differences: 0, by, calls: &[] };
        assert_eq!(store.settle_sheet(&edition, settled("anne"), &stems, NOW).await.unwrap(), None);
        assert_eq!(store.settle_sheet(&edition, settled("bruno"), &stems, NOW).await.unwrap(), Some(1));
        assert_eq!(store.settle_sheet(&edition, settled("bruno"), &stems, NOW).await.unwrap(), None, "once");
        assert_eq!(key(store, 1, &text, "t4", "bruno").await, Keyed::Before(1));
        assert_eq!(store.sheaf_of(&edition, 1).await.unwrap().unwrap().waiting, 0);
        assert_eq!(store.contribution(&edition, 1).await.unwrap().unwrap().text, "ouvrir la mairie");
        assert!(store.versions(&edition, 1).await.unwrap().is_empty());
    });
}

#[test]
fn what_the_second_person_settles_holds() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition().id);
        store.create_edition(&super::sample::edition(), NOW).await.unwrap();
        print(store, 1, true, "a").await;
        key(store, 1, &fields("ouvrir la mairie le lundi"), "t1", "anne").await;
        let right =
            Draft { name: "Annie".into(), commune: "Agen".into(), named: true, ..fields("ouvrir la mairie le soir") };
        let new = read(&right);
        let settled = Settlement { sheet: 1, contribution: &new, differences: 4, by: "bruno", calls: &[] };
        assert_eq!(store.settle_sheet(&edition, settled, &stems, NOW + 1).await.unwrap(), Some(1));
        let kept = store.contribution(&edition, 1).await.unwrap().unwrap();
        assert_eq!((kept.text.as_str(), kept.department.as_deref()), ("ouvrir la mairie le soir", Some("47")));
        let author = Author { name: "Annie".into(), commune: "Agen".into(), named: true, ..Author::default() };
        assert_eq!(kept.author, Some(author));
        assert_eq!(store.versions(&edition, 1).await.unwrap()[0].text, "ouvrir la mairie le lundi");
        let mut beside = fresh.beside().await;
        let left = sqlx::query("SELECT name FROM author").fetch_all(&mut beside).await.unwrap();
        assert_eq!(left.len(), 1, "who was misread is nobody");
        let found = crate::Filter { stems: stems("soir"), ..Default::default() };
        assert_eq!(store.list(&edition, &found, 1).await.unwrap().total, 1);
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn slips_are_for_those_who_did_not_write_on_the_site() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition().id);
        store.create_edition(&super::sample::edition(), NOW).await.unwrap();
        print(store, 2, false, "a").await;
        submit(store, "une idée", "t0").await;
        key(store, 1, &fields("ouvrir la mairie"), "t1", "anne").await;
        key(store, 2, &Draft { text: "la fibre".into(), ..Draft::default() }, "t2", "anne").await;
        let all = store.recipients(&edition, 1, u32::MAX).await.unwrap();
        let all: Vec<_> = all.into_iter().map(|one| (one.number, one.author.map(|author| author.name))).collect();
        assert_eq!(all, [(2, Some("Anne".to_owned())), (3, None)], "who did not agree to be named too");
        assert_eq!(store.recipients(&edition, 3, 3).await.unwrap().len(), 1);
        assert_eq!(store.recipients(&edition, 4, 9).await.unwrap(), []);
    });
}
