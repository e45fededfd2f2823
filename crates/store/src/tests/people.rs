use super::sample::{NOW, edition};
use super::support::on_both;
use crate::{Alive, Ask, Invitation, Mail, NewLink, NewSession, Store};
use arobase_domain::{Letter, Member, MemberId, Role};
use std::collections::BTreeSet;

pub(super) const MINUTE: i64 = 60_000;
const ALIVE: Alive = Alive { seen_after: NOW - 10, opened_after: NOW - 20 };

pub(super) fn anne() -> Member {
    Member {
        id: MemberId::new("m-anne"),
        name: "Anne Le Goff".into(),
        email: Some("anne@nouans.example".parse().unwrap()),
        function: "maire".into(),
        ..Member::default()
    }
}

pub(super) fn letter() -> Letter {
    Letter {
        to: "anne@nouans.example".parse().unwrap(),
        subject: "Votre lien".into(),
        body: "… {secret}".into(),
        stop: None,
    }
}

/// A link whose secret's digest is its identifier reversed.
fn link(id: &str) -> (String, i64) {
    (id.chars().rev().collect(), NOW + 15 * MINUTE)
}

pub(super) async fn invited(store: &Store, member: &Member, role: Role, id: &str, by: Option<&MemberId>) -> MemberId {
    let (digest, expires_at) = link(id);
    let letter = letter();
    let mail = Mail { id: &format!("mail-{id}"), letter: &letter, useless_at: None };
    let link = NewLink { id, digest: &digest, expires_at };
    let invitation = Invitation { edition: &edition().id, member, role, by, link, mail: Some(mail) };
    store.invite(invitation, NOW).await.unwrap()
}

async fn ask(store: &Store, email: &str, id: &str, now: i64) {
    let (digest, _) = link(id);
    let letter = letter();
    let ask = Ask {
        edition: &edition().id,
        email: &email.parse().unwrap(),
        address: &format!("digest of {email}"),
        link: NewLink { id, digest: &digest, expires_at: now + 15 * MINUTE },
        mail: Mail { id: &format!("mail-{id}"), letter: &letter, useless_at: Some(now + 15 * MINUTE) },
        at_most: 3,
        since: now - 15 * MINUTE,
    };
    store.ask_link(ask, now).await.unwrap();
}

fn session<'a>(id: &'a str, digest: &'a str) -> NewSession<'a> {
    NewSession { id, digest, device: "Firefox, Windows" }
}

async fn waiting(store: &Store) -> u64 {
    store.outbox().await.unwrap().waiting
}

async fn gestures(store: &Store) -> Vec<String> {
    store.journal(1).await.unwrap().items.into_iter().map(|sealed| sealed.entry.gesture).collect()
}

#[test]
fn an_invitation_makes_a_member_with_a_role_and_one_letter() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let who = invited(store, &anne(), Role::Administrator, "abc", None).await;
        let again = invited(store, &anne(), Role::Administrator, "abc", None).await;
        assert_eq!((&who, &again), (&anne().id, &anne().id));
        assert_eq!(waiting(store).await, 1, "the same gesture twice is one letter");
        assert_eq!(gestures(store).await, ["member.invited", "edition.created"]);

        let other = Member { id: MemberId::new("m-other"), name: "A. Le Goff".into(), ..anne() };
        let who = invited(store, &other, Role::Mediator, "def", Some(&anne().id)).await;
        assert_eq!(who, anne().id, "the same address is the same member");
        let list = store.participants(&edition().id, None, 1).await.unwrap();
        assert_eq!((list.total, &list.items[0].member), (1, &anne()), "who stays as they were");
        assert_eq!(list.items[0].roles, BTreeSet::from([Role::Mediator, Role::Administrator]));
        assert_eq!(store.participants(&edition().id, Some(Role::Juror), 1).await.unwrap().total, 0);
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn people_without_address_are_people_too() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        for (id, name) in [("m1", "Zoé"), ("m2", "anatole")] {
            let member = Member { id: MemberId::new(id), name: name.into(), email: None, ..anne() };
            invited(store, &member, Role::Contributor, id, None).await;
        }
        let list = store.participants(&edition().id, Some(Role::Contributor), 1).await.unwrap();
        let names: Vec<&str> = list.items.iter().map(|one| one.member.name.as_str()).collect();
        assert_eq!((list.total, names), (2, vec!["anatole", "Zoé"]));
    });
}

#[test]
fn roles_are_given_and_taken_and_one_administrator_stays() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        let anne = invited(store, &anne(), Role::Administrator, "abc", None).await;
        let set = async |who: &MemberId, roles: &[Role], by: &MemberId| {
            store.set_roles(&edition.id, who, &roles.iter().copied().collect(), by, NOW).await.unwrap()
        };
        for _ in 0..2 {
            assert!(set(&anne, &[Role::Administrator, Role::Drafter], &anne).await);
        }
        assert!(!set(&anne, &[Role::Juror], &anne).await, "nobody would be left");
        let bruno = Member { id: MemberId::new("m-b"), email: None, ..Member::default() };
        let bruno = invited(store, &bruno, Role::Administrator, "b", Some(&anne)).await;
        assert!(set(&anne, &[Role::Drafter], &bruno).await);
        let expected = ["role.taken", "member.invited", "role.given", "member.invited", "edition.created"];
        assert_eq!(gestures(store).await, expected, "what changes nothing is no gesture");
        let list = store.participants(&edition.id, Some(Role::Administrator), 1).await.unwrap();
        assert_eq!(list.items[0].member.id, bruno);
        let one = store.participant(&edition.id, &anne).await.unwrap().unwrap();
        assert_eq!((one.member.name.as_str(), one.roles), ("Anne Le Goff", BTreeSet::from([Role::Drafter])));
        assert!(set(&anne, &[], &bruno).await);
        assert_eq!(store.participant(&edition.id, &anne).await.unwrap(), None, "no longer of this edition");
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn a_link_opens_one_session_in_its_time() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        invited(store, &anne(), Role::Mediator, "abc", None).await;
        assert!(store.link_opens("cba", NOW).await.unwrap());
        assert!(store.link_opens("cba", NOW).await.unwrap(), "looking uses nothing up");
        let late = NOW + 15 * MINUTE;
        assert!(!store.link_opens("cba", late).await.unwrap());
        assert_eq!(store.use_link("cba", session("s", "d"), late).await.unwrap(), None);
        assert_eq!(store.use_link("cba", session("s", "d"), NOW).await.unwrap(), Some(anne().id));
        assert_eq!(store.use_link("cba", session("t", "e"), NOW).await.unwrap(), None, "once");
        assert_eq!(store.use_link("nothing", session("t", "e"), NOW).await.unwrap(), None);
        assert!(!store.link_opens("cba", NOW).await.unwrap());

        let signed = store.signed("d", &edition().id, ALIVE).await.unwrap().unwrap();
        assert_eq!((signed.member, signed.session.as_str()), (anne(), "s"));
        assert_eq!(signed.roles, BTreeSet::from([Role::Mediator]));
        assert_eq!(store.signed("e", &edition().id, ALIVE).await.unwrap(), None);
        assert_eq!(gestures(store).await[0], "session.opened");
    });
}

#[test]
fn two_clicks_at_once_open_one_session() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        invited(store, &anne(), Role::Contributor, "abc", None).await;
        let clicks = (0..8).map(|n| {
            let store = store.clone();
            tokio::spawn(async move {
                let (id, digest) = (format!("s{n}"), format!("d{n}"));
                store.use_link("cba", session(&id, &digest), NOW).await.unwrap()
            })
        });
        let clicks: Vec<_> = clicks.collect();
        let mut opened = 0;
        for click in clicks {
            opened += usize::from(click.await.unwrap().is_some());
        }
        assert_eq!(opened, 1);
    });
}

#[test]
fn sessions_end_by_rest_by_age_and_by_their_owner_alone() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let anne = invited(store, &anne(), Role::Contributor, "abc", None).await;
        store.use_link("cba", session("s", "d"), NOW).await.unwrap();
        let holds = async |alive| store.signed("d", &edition().id, alive).await.unwrap().is_some();
        assert!(holds(ALIVE).await);
        assert!(!holds(Alive { seen_after: NOW, ..ALIVE }).await);
        assert!(!holds(Alive { opened_after: NOW, ..ALIVE }).await);
        store.session_seen("s", NOW + 5).await.unwrap();
        assert!(holds(Alive { seen_after: NOW, ..ALIVE }).await);
        assert_eq!(store.sessions(&anne, ALIVE).await.unwrap()[0].seen_at, NOW + 5);

        let intruder = MemberId::new("m-b");
        assert!(!store.revoke_session(&intruder, "s", NOW).await.unwrap());
        assert!(holds(ALIVE).await);
        assert!(store.revoke_session(&anne, "s", NOW).await.unwrap());
        assert!(!store.revoke_session(&anne, "s", NOW).await.unwrap());
        assert!(!holds(ALIVE).await);
        assert_eq!(store.sessions(&anne, ALIVE).await.unwrap(), []);
        assert_eq!(gestures(store).await[0], "session.revoked");
    });
}

#[test]
fn links_asked_for_are_counted_for_known_and_unknown_alike() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        invited(store, &anne(), Role::Contributor, "abc", None).await;
        for nth in 0..5 {
            ask(store, "anne@nouans.example", &format!("known{nth}"), NOW + nth).await;
            ask(store, "nobody@nowhere.example", &format!("unknown{nth}"), NOW + nth).await;
        }
        assert_eq!(waiting(store).await, 1 + 3, "three at most, and none to a stranger");
        assert!(store.link_opens("2nwonk", NOW).await.unwrap() && !store.link_opens("3nwonk", NOW).await.unwrap());
        assert!(!store.link_opens("0nwonknu", NOW).await.unwrap());
        assert_eq!(store.use_link("0nwonknu", session("s", "d"), NOW).await.unwrap(), None);
        ask(store, "anne@nouans.example", "later", NOW + 16 * MINUTE).await;
        assert_eq!(waiting(store).await, 1 + 4);
        let gestures = gestures(store).await;
        assert_eq!(gestures.iter().filter(|gesture| *gesture == "sign_in.asked").count(), 4);
    });
}

#[test]
fn the_database_holds_no_address_of_strangers_and_the_journal_none_at_all() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        invited(store, &anne(), Role::Contributor, "abc", None).await;
        ask(store, "nobody@nowhere.example", "x", NOW).await;
        ask(store, "anne@nouans.example", "y", NOW).await;
        let journal = format!("{:?}", store.journal(1).await.unwrap().items);
        assert!(!journal.contains("nouans") && !journal.contains("Goff") && journal.contains("m-anne"));
        let kept = sqlx::query("SELECT COUNT(*) AS total FROM outbox WHERE recipient LIKE '%nowhere%'");
        let kept = kept.fetch_one(&mut fresh.beside().await).await.unwrap();
        assert_eq!(crate::read::number::<u64>(&kept, "total").unwrap(), 0);
    });
}
