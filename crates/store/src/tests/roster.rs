use super::people::{MINUTE, letter};
use super::sample::{NOW, edition};
use super::support::on_both;
use crate::{Enrolled, Enrolment, Envelope, InvitationFigures, NewCode, NewSession, Store, Trial, Tried, TypedCode};
use arobase_domain::{Listed, MandateKind, MemberId, Role, Roster};
use uuid::Uuid;

fn ids() -> Uuid {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128(u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
}

pub(super) fn listed(line: u64, name: &str, email: &str, function: &str) -> Listed {
    Listed {
        line,
        name: name.into(),
        email: email.parse().ok(),
        function: function.into(),
        code: "72222".into(),
        place: "Nouans".into(),
        address: "Mairie\n72260 Nouans".into(),
        ..Listed::default()
    }
}

pub(super) fn roster(people: Vec<Listed>) -> Roster {
    Roster { file: "élus.csv".into(), people, ..Roster::default() }
}

pub(super) async fn enrol(store: &Store, roster: &Roster, trial: Trial) -> Enrolled {
    let edition = edition();
    store.enrol(roster, Enrolment { edition: &edition.id, by: None, ids, trial }, NOW).await.unwrap()
}

async fn everyone(store: &Store) -> Vec<arobase_domain::Member> {
    let page = store.participants(&edition().id, None, 1).await.unwrap();
    page.items.into_iter().map(|one| one.member).collect()
}

#[test]
fn a_roster_is_imported_once_however_often() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let mut both =
            roster(vec![listed(2, "Ada Morel", "ada@nouans.example", "Maire"), listed(3, "Jean Bon", "", "")]);
        let first = Enrolled { added: 2, ..Enrolled::default() };
        assert_eq!(enrol(store, &both, Trial::Dry).await, first);
        assert_eq!(everyone(store).await, [], "tried only");
        assert_eq!(enrol(store, &both, Trial::Real).await, first);
        assert_eq!(enrol(store, &both, Trial::Real).await, Enrolled { same: 2, ..Enrolled::default() });
        let people = everyone(store).await;
        let ada = &people[0];
        assert_eq!((people.len(), ada.territory.as_deref(), ada.place.as_str()), (2, Some("72222"), "Nouans (72)"));
        assert_eq!((ada.mandates[0].kind, ada.mandates[0].territory.as_deref()), (MandateKind::Mayor, Some("72222")));
        both.people[1].function = "adjoint".into();
        both.people[0].function = "ancienne maire".into();
        let more = Enrolled { completed: 1, same: 1, ..Enrolled::default() };
        assert_eq!(enrol(store, &both, Trial::Real).await, more, "filled in; what was known stays");
        let functions: Vec<String> = everyone(store).await.into_iter().map(|one| one.function).collect();
        assert_eq!(functions, ["Maire", "adjoint"]);
        assert!(store.verify_journal().await.is_ok());
        let journal = format!("{:?}", store.journal(1).await.unwrap().items);
        assert!(!journal.contains("Morel") && !journal.contains("ada@"));
    });
}

#[test]
fn one_mailbox_may_serve_two_people() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let mailbox = "mairie@nouans.example";
        let people = vec![
            listed(2, "Ada Morel", mailbox, "Maire"),
            listed(3, "MOREL A.", mailbox, ""),
            listed(4, "Bruno Caron", mailbox, "adjoint"),
        ];
        let done = enrol(store, &roster(people), Trial::Real).await;
        assert_eq!((done.added, done.same, done.shared.as_slice()), (2, 1, &[4][..]));
        let emails: Vec<bool> = everyone(store).await.iter().map(|one| one.email.is_some()).collect();
        assert_eq!(emails, [true, false]);
    });
}

#[test]
fn a_roster_that_was_kept_is_imported_once_and_forgotten() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        let people = roster(vec![listed(2, "Ada Morel", "", "")]);
        store.keep_roster(&edition.id, "r", &people, NOW).await.unwrap();
        let enrolment = Enrolment { edition: &edition.id, by: None, ids, trial: Trial::Real };
        for _ in 0..2 {
            let done = store.enrol_kept("r", enrolment, NOW).await.unwrap().unwrap();
            assert_eq!(done, Enrolled { added: 1, ..Enrolled::default() }, "the second time tells of the first");
        }
        let left = store.roster(&edition.id, "r").await.unwrap().unwrap();
        assert_eq!((left.roster.people.len(), left.outcome.map(|done| done.added)), (0, Some(1)));
        assert_eq!(store.enrol_kept("other", enrolment, NOW).await.unwrap(), None);
        store.keep_roster(&edition.id, "s", &people, NOW + 8 * 24 * 60 * MINUTE).await.unwrap();
        assert_eq!(store.roster(&edition.id, "r").await.unwrap(), None, "a week later");
    });
}

#[test]
fn two_members_become_one_and_stay_so() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        let mut known = listed(2, "Ada Morel", "ada@nouans.example", "");
        known.address = String::new();
        enrol(store, &roster(vec![known]), Trial::Real).await;
        let again = roster(vec![listed(2, "MOREL Ada", "", "Maire"), listed(3, "Jean Morel", "", "")]);
        enrol(store, &again, Trial::Real).await;
        let pairs = store.namesakes(&edition.id).await.unwrap();
        let [pair] = pairs.as_slice() else { panic!("{pairs:?}") };
        let (one, other, by) = (pair.one.id.clone(), pair.other.id.clone(), MemberId::new("boss"));
        store.make_codes(&edition.id, vec![code(&other, "c")], &by, NOW).await.unwrap();
        store.stop_letters(&other, true, NOW).await.unwrap();
        assert!(!store.merge(&edition.id, [&one, &one], &by, NOW).await.unwrap());
        assert!(store.merge(&edition.id, [&one, &other], &by, NOW).await.unwrap());
        assert!(!store.merge(&edition.id, [&one, &other], &by, NOW).await.unwrap(), "once");
        let people = everyone(store).await;
        let ada = people.iter().find(|member| member.id == one).unwrap();
        assert_eq!((people.len(), ada.function.as_str(), ada.address.is_empty()), (2, "Maire", false));
        assert_eq!(store.namesakes(&edition.id).await.unwrap(), []);
        assert_eq!(enrol(store, &again, Trial::Real).await.same, 2, "the same file makes no new duplicate");
        assert!(store.wants_no_letters(&one).await.unwrap(), "who wanted no letters still wants none");
        assert_eq!(store.use_code(attempt("c", 1), session("s"), NOW).await.unwrap(), Tried::Unknown);
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn two_people_of_one_name_stay_two() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        let people = vec![listed(2, "Jean Martin", "", ""), listed(3, "Jean Martin", "jean@nouans.example", "")];
        enrol(store, &roster(people), Trial::Real).await;
        let pair = store.namesakes(&edition.id).await.unwrap().swap_remove(0);
        let by = MemberId::new("boss");
        store.keep_apart(&edition.id, [&pair.other.id, &pair.one.id], &by, NOW).await.unwrap();
        assert_eq!(store.namesakes(&edition.id).await.unwrap(), []);
    });
}

fn code(member: &MemberId, digest: &str) -> NewCode {
    NewCode { member: member.clone(), digest: digest.into() }
}

fn session(id: &str) -> NewSession<'_> {
    NewSession { id, digest: id, device: "" }
}

/// The nth attempt, three at most for a beginning, five for an address, eight in all.
fn attempt(digest: &'static str, nth: u32) -> TypedCode<'static> {
    static EDITION: std::sync::LazyLock<arobase_domain::EditionId> = std::sync::LazyLock::new(|| edition().id);
    let id: &'static str = Box::leak(format!("{digest}{nth}").into_boxed_str());
    TypedCode {
        edition: &EDITION,
        id,
        digest,
        beginning: &digest[..1],
        address: "here",
        since: NOW - 60 * MINUTE,
        at_most: [3, 5, 8],
    }
}

#[test]
fn a_code_opens_as_often_as_needed_until_it_is_ended_or_replaced() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        enrol(store, &roster(vec![listed(2, "Ada Morel", "", "")]), Trial::Real).await;
        let (ada, by) = (everyone(store).await.swap_remove(0).id, MemberId::new("boss"));
        store.make_codes(&edition.id, vec![code(&ada, "x1")], &by, NOW).await.unwrap();
        for (nth, id) in [(1, "s1"), (2, "s2")] {
            let tried = store.use_code(attempt("x1", nth), session(id), NOW).await.unwrap();
            assert_eq!(tried, Tried::Opened(ada.clone()));
        }
        assert_eq!(store.code_since(&edition.id, &ada).await.unwrap(), Some(NOW));
        store.make_codes(&edition.id, vec![code(&ada, "y2")], &by, NOW).await.unwrap();
        assert_eq!(store.use_code(attempt("x1", 3), session("s3"), NOW).await.unwrap(), Tried::Unknown, "replaced");
        assert!(store.end_code(&edition.id, &ada, &by, NOW).await.unwrap());
        assert!(!store.end_code(&edition.id, &ada, &by, NOW).await.unwrap());
        assert_eq!(store.use_code(attempt("y2", 1), session("s4"), NOW).await.unwrap(), Tried::Unknown, "ended");
        let figures = store.invitation_figures(&edition.id).await.unwrap();
        assert_eq!(figures, InvitationFigures { by_letter: 1, ..InvitationFigures::default() });
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn wrong_codes_are_counted_by_beginning_by_address_and_in_all() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        enrol(store, &roster(vec![listed(2, "Ada Morel", "", "")]), Trial::Real).await;
        let ada = everyone(store).await.swap_remove(0).id;
        store.make_codes(&edition.id, vec![code(&ada, "a-right")], &MemberId::new("boss"), NOW).await.unwrap();
        let tries = async |attempt: TypedCode<'_>, at| store.use_code(attempt, session(attempt.id), at).await.unwrap();
        for nth in 0..3 {
            assert_eq!(tries(attempt("a-wrong", nth), NOW).await, Tried::Unknown);
        }
        assert_eq!(tries(attempt("a-right", 9), NOW).await, Tried::TooMany, "of this beginning");
        for nth in 0..2 {
            assert_eq!(tries(attempt("b-wrong", nth), NOW).await, Tried::Unknown);
        }
        assert_eq!(tries(attempt("c-wrong", 0), NOW).await, Tried::TooMany, "from this address");
        for nth in 0..3 {
            let attempt = TypedCode { address: "there", ..attempt(["d", "e", "f"][nth], nth as u32) };
            assert_eq!(tries(attempt, NOW).await, Tried::Unknown);
        }
        let attempt_there = TypedCode { address: "elsewhere", ..attempt("g", 0) };
        assert_eq!(tries(attempt_there, NOW).await, Tried::TooMany, "in all");
        let later = TypedCode { since: NOW + 1, ..attempt("a-right", 10) };
        assert_eq!(tries(later, NOW + 61 * MINUTE).await, Tried::Opened(ada), "an hour later");
    });
}

fn envelope(member: &MemberId, nth: &str) -> Envelope {
    let letter = arobase_domain::Letter { stop: Some("http://a.example/stop".into()), ..letter() };
    Envelope {
        member: member.clone(),
        link: format!("l{nth}"),
        digest: format!("d{nth}"),
        expires_at: NOW + MINUTE,
        mail: format!("m{nth}"),
        letter,
    }
}

#[test]
fn many_are_invited_once_and_nobody_who_wants_no_letter() {
    on_both(async |fresh| {
        let (store, edition) = (&fresh.store, edition());
        store.create_edition(&edition, NOW).await.unwrap();
        let mut people: Vec<Listed> =
            (0..4).map(|nth| listed(nth, &format!("Elu {nth}"), &format!("elu{nth}@a.example"), "")).collect();
        people.push(listed(9, "Jean Bon", "", ""));
        enrol(store, &roster(people), Trial::Real).await;
        let members = store.uninvited(&edition.id, Some(Role::Contributor)).await.unwrap();
        assert_eq!((members.len(), store.uninvited(&edition.id, Some(Role::Juror)).await.unwrap().len()), (5, 0));
        assert!(store.stop_letters(&members[0].id, true, NOW).await.unwrap());
        assert!(!store.stop_letters(&members[0].id, true, NOW).await.unwrap(), "once");
        let left = store.uninvited(&edition.id, None).await.unwrap();
        assert_eq!(left.len(), 4);
        let by = MemberId::new("boss");
        for turn in 0..2 {
            let envelopes = left.iter().filter(|one| one.email.is_some()).zip(0..);
            let envelopes = envelopes.map(|(one, nth)| envelope(&one.id, &format!("{turn}{nth}"))).collect();
            let sent = store.invite_many(&edition.id, envelopes, &by, NOW).await.unwrap();
            assert_eq!(sent, if turn == 0 { 3 } else { 0 });
        }
        let figures = store.invitation_figures(&edition.id).await.unwrap();
        let expected =
            InvitationFigures { by_email: 3, have_address: 1, unreachable: 1, stopped: 1, ..Default::default() };
        assert_eq!((figures, store.outbox().await.unwrap().waiting), (expected, 3));
        assert!(store.stop_letters(&left[1].id, true, NOW).await.unwrap());
        assert!(store.stop_letters(&left[1].id, false, NOW + 1).await.unwrap(), "and again");
        assert!(!store.wants_no_letters(&left[1].id).await.unwrap());
        assert!(store.verify_journal().await.is_ok());
    });
}
