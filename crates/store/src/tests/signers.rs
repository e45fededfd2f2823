use super::people;
use super::roster::{enrol, listed, roster};
use super::sample::*;
use super::support::{Fresh, on_both};
use crate::{Amendment, Call, Envelope, Mail, Participant, Store, Submission, Trial, Tries, Turnout};
use arobase_domain::*;
use proptest::prelude::*;
use uuid::Uuid;

fn signer(name: &str, commune: &str, territory: &str) -> Signer {
    Signer {
        author: Author { name: name.into(), function: "maire".into(), commune: commune.into(), named: false },
        territory: Some(territory.into()),
        department: Some(territory[..2].into()),
        email: None,
    }
}

/// Anne's contribution, which Bruno of Agen and Chloé of Nouans sign too; both are written to.
fn ours() -> NewContribution {
    let signers =
        vec![signer("Bruno", "Agen", "47001"), signer("Chloé", "Nouans", "72222"), signer("anne", "NOUANS", "72222")];
    NewContribution { territory: Some("72222".into()), signers, ..signed("la fibre", "Anne", "Nouans", true) }
}

fn letter(to: &str) -> Letter {
    Letter { to: to.parse().unwrap(), ..people::letter() }
}

async fn send(store: &Store, new: &NewContribution, called: &[(usize, &str, &str)]) -> u32 {
    let letters: Vec<Letter> = called.iter().map(|(_, _, to)| letter(to)).collect();
    let calls: Vec<Call<'_>> = called.iter().zip(&letters).map(|(one, letter)| call(*one, letter)).collect();
    let id = Uuid::from_u128(77);
    let sent = Submission { contribution: new, token: "t", id, by: None, calls: &calls };
    store.submit(&edition().id, sent, &stems, NOW).await.unwrap().number
}

fn call<'a>((nth, id, to): (usize, &'a str, &'a str), letter: &'a Letter) -> Call<'a> {
    Call { nth, id, digest: id, address: to, mail: Mail { id, letter, useless_at: None } }
}

async fn opened(fresh: &Fresh) -> &Store {
    fresh.store.create_edition(&edition(), NOW).await.unwrap();
    &fresh.store
}

async fn names(fresh: &Fresh) -> i64 {
    use sqlx::Row as _;
    let row = sqlx::query("SELECT COUNT(*) AS total FROM author").fetch_one(&mut fresh.beside().await).await.unwrap();
    row.get("total")
}

const WRITTEN: [(usize, &str, &str); 2] = [(0, "b", "bruno@agen.example"), (1, "c", "chloe@nouans.example")];

#[test]
fn everyone_who_signs_is_counted_and_nobody_is_named_by_another() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        assert_eq!(send(store, &ours(), &WRITTEN).await, 1);
        let (figures, beside) = (store.figures(&id).await.unwrap(), store.signing_beside(&id, 1).await.unwrap());
        assert_eq!((figures.contributions, figures.authors, figures.territories), (1, 3, 2));
        assert_eq!((beside.count, beside.named), (2, vec![]), "Anne signs once");
        let material = store.materials(&id).await.unwrap().remove(0);
        let places: Vec<_> = material.others.iter().map(|one| one.territory.as_deref().unwrap()).collect();
        assert_eq!(places, ["Agen", "Nouans"]);
        let at =
            |code: &str, people| Turnout { territory: Some(code.into()), department: Some(code[..2].into()), people };
        assert_eq!(store.turnout(&id).await.unwrap(), [at("47001", 1), at("72222", 2)]);
        assert_eq!(store.list(&id, &crate::Filter::default(), 1).await.unwrap().items[0].others, 2);
        assert_eq!(store.outbox().await.unwrap().waiting, 2);
    });
}

#[test]
fn each_answers_for_themselves_and_may_change_their_mind() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        send(store, &ours(), &WRITTEN).await;
        let named = async || {
            store.signing_beside(&id, 1).await.unwrap().named.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        for (assent, shown) in
            [(Assent::Named, vec!["Bruno"]), (Assent::Unnamed, vec![]), (Assent::Named, vec!["Bruno"])]
        {
            assert!(store.answer_citation(&id, "b", assent, None, NOW + 1).await.unwrap());
            assert_eq!(named().await, shown);
            let cited = store.cited(&id, "b").await.unwrap().unwrap();
            assert_eq!((cited.assent, cited.first.unwrap().name), (assent, "Anne".into()));
        }
        assert_eq!(store.figures(&id).await.unwrap().authors, 3);
        assert!(!store.answer_citation(&id, "x", Assent::Named, None, NOW).await.unwrap());
        assert_eq!(store.cited(&EditionId::new("other"), "b").await.unwrap(), None);
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn a_filter_by_departement_finds_whoever_agreed_to_sign() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        let new = NewContribution { department: Some("72".into()), ..ours() };
        send(store, &new, &WRITTEN).await;
        let of = async |code: &str| {
            let filter = crate::Filter { department: Some(code.into()), ..crate::Filter::default() };
            store.list(&id, &filter, 1).await.unwrap().total
        };
        let facets = async || store.facets(&id).await.unwrap().departments;
        assert_eq!((of("72").await, of("47").await), (1, 0), "Bruno has not answered");
        assert_eq!(facets().await, [("72".to_owned(), 1)]);
        for assent in [Assent::Unnamed, Assent::Named] {
            store.answer_citation(&id, "b", assent, None, NOW).await.unwrap();
            store.answer_citation(&id, "c", assent, None, NOW).await.unwrap();
            assert_eq!((of("72").await, of("47").await), (1, 1));
            assert_eq!(
                facets().await,
                [("47".to_owned(), 1), ("72".to_owned(), 1)],
                "Chloé is of the same place as Anne"
            );
        }
        store.answer_citation(&id, "b", Assent::Refused, None, NOW).await.unwrap();
        assert_eq!((of("47").await, facets().await), (0, vec![("72".to_owned(), 1)]));
    });
}

#[test]
fn a_member_who_signs_beside_is_not_reminded() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        let listed = [(1, "Bruno", "bruno@agen.example"), (2, "Chloé", "chloe@nouans.example")]
            .map(|(n, name, to)| listed(n, name, to, "maire"));
        enrol(store, &roster(listed.into()), Trial::Real).await;
        let envelope = |one: Participant| Envelope {
            link: format!("l{}", one.member.id),
            digest: format!("d{}", one.member.id),
            expires_at: NOW,
            mail: format!("m{}", one.member.id),
            letter: people::letter(),
            member: one.member.id,
        };
        let members = store.participants(&id, None, 1).await.unwrap().items;
        let envelopes = members.into_iter().map(envelope).collect();
        store.invite_many(&id, envelopes, &MemberId::new("boss"), NOW).await.unwrap();
        let reminded =
            async || store.unanswered(&id).await.unwrap().into_iter().map(|one| one.name).collect::<Vec<_>>();
        send(store, &ours(), &WRITTEN).await;
        assert_eq!(reminded().await.len(), 2, "being cited is no answer");
        store.answer_citation(&id, "b", Assent::Unnamed, None, NOW).await.unwrap();
        store.answer_citation(&id, "c", Assent::Refused, None, NOW).await.unwrap();
        assert_eq!(reminded().await, ["Chloé"]);
        store.answer_citation(&id, "b", Assent::Named, None, NOW).await.unwrap();
        assert_eq!(reminded().await, ["Chloé"]);
        let kept = sqlx::query("SELECT member_id FROM cosigner WHERE member_id IS NOT NULL");
        assert!(kept.fetch_all(&mut fresh.beside().await).await.unwrap().is_empty(), "nothing tells who they were");
    });
}

#[test]
fn who_did_not_sign_is_forgotten_and_the_first_signer_told() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        send(store, &ours(), &WRITTEN).await;
        enrol(store, &roster(vec![listed(1, "Anne", "anne@nouans.example", "maire")]), Trial::Real).await;
        let anne = store.participants(&id, None, 1).await.unwrap().items.remove(0).member;
        assert_eq!(store.cited(&id, "b").await.unwrap().unwrap().told, None, "nobody knows whose it is");
        store.follow(&id, 1, &anne.id, &[], NOW).await.unwrap();
        assert_eq!(store.cited(&id, "b").await.unwrap().unwrap().told, anne.email.map(|email| (anne.id, email)));
        let told = letter("anne@nouans.example");
        let mail = Mail { id: "m", letter: &told, useless_at: None };
        assert!(store.answer_citation(&id, "b", Assent::Refused, Some(mail), NOW).await.unwrap());
        assert_eq!(names(&fresh).await, 2, "no name is left behind");
        assert_eq!(store.cited(&id, "b").await.unwrap(), None);
        let all = store.cosigners(&id, 1).await.unwrap();
        assert_eq!((all[0].author.clone(), all[0].assent), (None, Assent::Refused));
        assert_eq!((store.signing_beside(&id, 1).await.unwrap().count, store.outbox().await.unwrap().waiting), (1, 3));
        assert_eq!(store.turnout(&id).await.unwrap().len(), 1);
    });
}

#[test]
fn who_wants_no_letter_gets_none_and_no_address_gets_too_many() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        enrol(store, &roster(vec![listed(1, "Bruno", "bruno@agen.example", "maire")]), Trial::Real).await;
        let bruno = store.participants(&id, None, 1).await.unwrap().items.remove(0).member;
        store.stop_letters(&bruno.id, true, NOW).await.unwrap();
        let tries = Tries { kind: "called", address: "chloe@nouans.example", since: NOW };
        store.note_tries(tries, 5, NOW).await.unwrap();
        send(store, &ours(), &WRITTEN).await;
        assert_eq!((store.outbox().await.unwrap().waiting, store.signing_beside(&id, 1).await.unwrap().count), (0, 2));
        assert!(store.cosigners(&id, 1).await.unwrap().iter().all(|one| !one.asked));
        assert_eq!(store.tried(tries).await.unwrap(), 5);
        store.note_tries(Tries { kind: "other", ..tries }, 1, NOW + 86_400_001).await.unwrap();
        assert_eq!(store.tried(tries).await.unwrap(), 0, "forgotten after a day");
    });
}

#[test]
fn signers_come_and_go_until_the_collection_closes() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        send(store, &ours(), &[]).await;
        let denis = [signer("Denis", "Agen", "47001"), signer("Bruno", "Agen", "47001")];
        let to = letter("denis@agen.example");
        let calls = [call((0, "d", "denis@agen.example"), &to)];
        let chloe = store.cosigners(&id, 1).await.unwrap().remove(1).key.unwrap();
        let change = Amendment { removed: &[&chloe], added: &denis, calls: &calls };
        for _ in 0..2 {
            store.amend_signers(&id, 1, change, NOW).await.unwrap();
            let all = store.cosigners(&id, 1).await.unwrap();
            let all: Vec<_> = all.into_iter().map(|one| (one.author.unwrap().name, one.asked)).collect();
            assert_eq!(all, [("Bruno".into(), false), ("Denis".to_owned(), true)], "the same again changes nothing");
        }
        assert_eq!(store.outbox().await.unwrap().waiting, 1);
        assert_eq!(names(&fresh).await, 3, "Chloé is forgotten");
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn what_a_second_keying_settles_holds_for_those_beside() {
    on_both(async |fresh| {
        let (store, id) = (opened(&fresh).await, edition().id);
        send(store, &ours(), &WRITTEN).await;
        store.answer_citation(&id, "b", Assent::Named, None, NOW).await.unwrap();
        let read = NewContribution {
            signers: vec![signer("Bruno", "Agen", "47001"), signer("Zoé", "Agen", "47001")],
            ..ours()
        };
        let mut tx = store.begin().await.unwrap();
        let sheet = crate::Settlement { sheet: 1, contribution: &read, differences: 1, by: "zoe", calls: &[] };
        crate::settle::beside(&mut tx, &id, 1, sheet, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let all = store.cosigners(&id, 1).await.unwrap();
        let all: Vec<_> = all.into_iter().map(|one| (one.author.unwrap().name, one.assent)).collect();
        assert_eq!(all, [("Bruno".to_owned(), Assent::Named), ("Zoé".to_owned(), Assent::Waiting)]);
    });
}

/// Who signs beside, as small numbers: a name and a place.
fn crowd() -> impl Strategy<Value = Vec<(u8, u8)>> {
    proptest::collection::vec((0..6_u8, 0..3_u8), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Adding someone never takes anyone away, from any count.
    #[test]
    fn counts_never_shrink_when_someone_signs(crowd in crowd()) {
        let someone = |(name, place): (u8, u8)| signer(&format!("P{name}"), &format!("Lieu {place}"), ["72222", "47001", "35238"][usize::from(place)]);
        let crowd: Vec<Signer> = crowd.into_iter().map(someone).collect();
        on_both(async |fresh| {
            let (store, id) = (opened(&fresh).await, edition().id);
            send(store, &NewContribution { signers: vec![], ..ours() }, &[]).await;
            let mut before = (0, 0, 0, 0);
            for added in &crowd {
                let change = Amendment { added: std::slice::from_ref(added), ..Amendment::default() };
                store.amend_signers(&id, 1, change, NOW).await.unwrap();
                let figures = store.figures(&id).await.unwrap();
                let turnout = store.turnout(&id).await.unwrap();
                let people: u64 = turnout.iter().map(|one| one.people).sum();
                let now = (figures.authors, figures.territories, turnout.len(), people);
                assert!(now.0 >= before.0 && now.1 >= before.1 && now.2 >= before.2 && now.3 >= before.3);
                before = now;
            }
            let beside = store.signing_beside(&id, 1).await.unwrap().count;
            assert_eq!(store.figures(&id).await.unwrap().authors, 1 + beside);
        });
    }
}
