use super::people::{MINUTE, invited, letter};
use super::sample::{NOW, edition};
use super::support::on_both;
use crate::{Alive, Ask, Asked, Attempt, Foreign, Mail, NewLink, NewSession, Opening, Store};
use arobase_domain::{Means, Member, MemberId, Role};

const WHO: Foreign<'static> = Foreign { issuer: "https://id.example", subject: "sub-1" };
const ALIVE: Alive = Alive { seen_after: 0, opened_after: 0 };
const OPENING: Opening<'static> = Opening { means: Means::Federation, strong: true, hint: Some("sealed") };

fn session<'a>(id: &'a str, digest: &'a str) -> NewSession<'a> {
    NewSession { id, digest, device: "" }
}

async fn member(store: &Store) -> MemberId {
    store.create_edition(&edition(), NOW).await.unwrap();
    let member = Member { id: MemberId::new("m"), email: "anne@nouans.example".parse().ok(), ..Member::default() };
    invited(store, &member, Role::Contributor, "invitation", None).await
}

async fn ask(store: &Store, id: &str, email: &str, browser: &str) -> Asked {
    let (letter, expires_at) = (letter(), NOW + 15 * MINUTE);
    let ask = Ask {
        edition: &edition().id,
        email: &email.parse().unwrap(),
        address: email,
        link: NewLink { id, digest: id, expires_at },
        mail: Mail { id: &format!("mail-{id}"), letter: &letter, useless_at: None },
        at_most: 3,
        since: NOW - MINUTE,
    };
    store.ask_to_tie(ask, WHO, browser, NOW).await.unwrap()
}

#[test]
fn a_person_is_tied_by_the_link_in_the_browser_that_asked() {
    on_both(async |fresh| {
        let store = &fresh.store;
        let member = member(store).await;
        let enter = async |id: &str| store.enter_federated(WHO, session(id, id), OPENING, NOW).await.unwrap();
        assert_eq!(enter("s0").await, None);
        assert_eq!(ask(store, "link1", "anne@nouans.example", "here").await, Asked::Sent);
        assert_eq!(ask(store, "link2", "anne@nouans.example", "here").await, Asked::Sent);
        assert_eq!(ask(store, "link3", "zoe@nouans.example", "here").await, Asked::Stranger);
        for (link, browser) in [("link1", None), ("link2", Some("there"))] {
            let used = store.use_link_in(link, browser, session(link, link), NOW).await.unwrap();
            assert_eq!(used.as_ref(), Some(&member), "the link opens");
            assert_eq!(enter(&format!("s-{link}")).await, None, "and ties nothing elsewhere");
        }
        assert_eq!(ask(store, "link4", "anne@nouans.example", "here").await, Asked::Sent);
        assert_eq!(ask(store, "link5", "anne@nouans.example", "here").await, Asked::TooMany);
        store.use_link_in("link4", Some("here"), session("s4", "s4"), NOW).await.unwrap();
        assert_eq!(enter("s5").await.as_ref(), Some(&member));
        let sessions = store.sessions(&member, ALIVE).await.unwrap();
        let means: Vec<Means> = sessions.iter().map(|one| one.means).collect();
        assert_eq!(means, [Means::Federation, Means::Link, Means::Link, Means::Link]);
        let signed = store.signed("s5", &edition().id, ALIVE).await.unwrap().unwrap();
        assert!(signed.strong && !signed.second_factor);
        assert_eq!(store.session_hint("s5").await.unwrap().as_deref(), Some("sealed"));
        store.revoke_session(&member, "s5", NOW).await.unwrap();
        assert_eq!(store.session_hint("s5").await.unwrap(), None, "emptied with the session");

        let ties = store.ties(&member).await.unwrap();
        assert_eq!((ties.len(), ties[0].issuer.as_str()), (1, WHO.issuer));
        assert!(!store.untie(&MemberId::new("other"), WHO.issuer, NOW).await.unwrap());
        assert!(store.untie(&member, WHO.issuer, NOW).await.unwrap());
        assert_eq!(enter("s6").await, None);
        let told = format!("{:?}", store.journal(1).await.unwrap().items);
        assert!(told.contains("federation.tied") && !told.contains(WHO.subject), "{told}");
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn an_attempt_is_taken_once_in_time_and_as_what_it_is() {
    on_both(async |fresh| {
        let store = &fresh.store;
        let attempt = |digest| Attempt { digest, kind: "openid", data: "fr", expires_at: NOW + MINUTE };
        store.begin_attempt(attempt("a"), NOW).await.unwrap();
        let take = async |digest: &str, kind: &str, now| store.take_attempt(digest, kind, now).await.unwrap();
        assert_eq!(take("a", "passkey", NOW).await, None);
        assert_eq!(take("b", "openid", NOW).await, None);
        assert_eq!(take("a", "openid", NOW + MINUTE).await.as_deref(), Some("fr"));
        assert_eq!(take("a", "openid", NOW).await, None, "once");
        store.begin_attempt(attempt("a"), NOW).await.unwrap();
        assert_eq!(take("a", "openid", NOW + MINUTE + 1).await, None, "too late");
        store.begin_attempt(attempt("b"), NOW + 2 * MINUTE).await.unwrap();
        store.begin_attempt(attempt("a"), NOW).await.unwrap();
    });
}
