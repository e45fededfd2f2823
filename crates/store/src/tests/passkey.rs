use super::people::invited;
use super::sample::{NOW, edition};
use super::support::on_both;
use crate::{Alive, NewPasskey, NewSession, Store};
use arobase_domain::{Means, Member, MemberId, Role};

const ALIVE: Alive = Alive { seen_after: 0, opened_after: 0 };

async fn member(store: &Store, name: &str) -> MemberId {
    let member = Member { id: MemberId::new(name), ..Member::default() };
    invited(store, &member, Role::Contributor, name, None).await
}

#[test]
fn a_passkey_is_kept_used_and_taken_away_by_its_owner() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let (anne, bruno) = (member(store, "anne").await, member(store, "bruno").await);
        let new = NewPasskey { id: "ab12", name: "téléphone", credential: "count 1" };
        assert!(store.keep_passkey(&anne, new, NOW).await.unwrap());
        assert!(!store.keep_passkey(&bruno, new, NOW).await.unwrap(), "one passkey is one person's");
        assert!(store.passkeys(&bruno).await.unwrap().is_empty());
        let kept = store.passkey("ab12").await.unwrap().unwrap();
        assert_eq!((&kept.member, kept.name.as_str(), kept.used_at), (&anne, "téléphone", None));
        assert_eq!(store.passkeys(&anne).await.unwrap(), std::slice::from_ref(&kept));

        let session = |id| NewSession { id, digest: id, device: "" };
        assert!(store.enter_by_passkey(&kept, "count 2", session("s1"), NOW + 1).await.unwrap());
        assert!(
            !store.enter_by_passkey(&kept, "count 2", session("s2"), NOW + 1).await.unwrap(),
            "the same answer twice"
        );
        let signed = store.signed("s1", &edition().id, ALIVE).await.unwrap().unwrap();
        assert!(signed.strong && signed.member.id == anne);
        assert_eq!(store.sessions(&anne, ALIVE).await.unwrap()[0].means, Means::Passkey);
        let after = store.passkey("ab12").await.unwrap().unwrap();
        assert_eq!((after.credential.as_str(), after.used_at), ("count 2", Some(NOW + 1)));

        assert!(!store.remove_passkey(&bruno, "ab12", NOW).await.unwrap());
        assert!(store.remove_passkey(&anne, "ab12", NOW).await.unwrap());
        assert_eq!(store.passkey("ab12").await.unwrap(), None);
        assert!(!store.enter_by_passkey(&after, "count 3", session("s3"), NOW).await.unwrap(), "taken away meanwhile");
        assert!(store.verify_journal().await.is_ok());
    });
}
