use super::people::{anne, invited};
use super::sample::*;
use super::support::on_both;
use crate::{Assigning, Settling, Store};
use arobase_domain::coding::{Code, Drawn, Entry, Said, Sample};
use arobase_domain::edits::{Bench, Silent, State, Wish};
use arobase_domain::*;

fn theme(at: u32) -> Code {
    Code::Theme(ThemeId::numbered(at))
}

fn idea(id: &str) -> IdeaId {
    IdeaId::new(id)
}

/// Anne and Bruno code two ideas, of which the engine says nothing and t01.
async fn drawn(store: &Store) -> (Sample, [MemberId; 2]) {
    run_saved(store).await;
    let bruno = Member {
        id: MemberId::new("m-bruno"),
        name: String::new(),
        email: Some("bruno@nouans.example".parse().unwrap()),
        ..anne()
    };
    let role = Role::KnowledgeEngineer;
    let people = [
        invited(store, &anne(), role, "l-anne", None).await,
        invited(store, &bruno, Role::Juror, "l-bruno", None).await,
    ];
    let sample = Sample {
        id: SampleId::new("s-1"),
        run: RunId::new("run-1"),
        by: people[0].clone(),
        at: NOW,
        closed_at: None,
        seed: "seed".into(),
        coders: people.to_vec(),
        ideas: vec![Drawn { idea: idea("2.1"), engine: None }, Drawn { idea: idea("1.1"), engine: Some(theme(1)) }],
        codebook: vec![Entry { theme: ThemeId::numbered(1), label: "Fibre".into(), ..Entry::default() }],
    };
    store.draw(&edition().id, &sample).await.unwrap();
    let again = Sample { ideas: vec![Drawn { idea: idea("3.1"), engine: None }], ..sample.clone() };
    store.draw(&edition().id, &again).await.unwrap();
    (sample, people)
}

async fn say(store: &Store, coder: &MemberId, of: &str, code: Code) -> bool {
    let said = Said { coder: coder.clone(), idea: idea(of), code };
    store.say(&edition().id, &SampleId::new("s-1"), &said, NOW).await.unwrap()
}

#[test]
fn each_says_what_they_read_until_it_is_closed() {
    on_both(async |fresh| {
        let store = &fresh.store;
        let (sample, [anne, bruno]) = drawn(store).await;
        let id = &edition().id;
        assert_eq!(store.sample(id, &sample.id).await.unwrap(), Some(sample.clone()));
        assert_eq!(store.sample(&EditionId::new("other"), &sample.id).await.unwrap(), None);
        assert!(say(store, &anne, "2.1", Code::Empty).await && say(store, &anne, "2.1", theme(1)).await);
        assert!(say(store, &anne, "1.1", theme(1)).await && say(store, &bruno, "2.1", Code::OffTopic).await);
        assert!(!say(store, &MemberId::new("m-zoe"), "1.1", theme(1)).await, "a stranger");
        assert!(!say(store, &bruno, "9.9", theme(1)).await, "another idea");
        assert_eq!(
            store.said_by(&sample.id, &anne).await.unwrap(),
            [(idea("1.1"), theme(1)), (idea("2.1"), theme(1))].into()
        );
        let far: Vec<(String, u64, u64, bool)> = store.codings(id).await.unwrap().into_iter().map(told).collect();
        assert_eq!(far, [("Anne Le Goff".into(), 2, 2, false), ("bruno@nouans.example".into(), 1, 2, false)]);
        assert_eq!(store.codings_of(id, &bruno).await.unwrap().len(), 1);
        assert_eq!(store.disputed(id).await.unwrap(), [], "nothing is compared before");
        assert!(store.close_sample(id, &sample.id, &anne, NOW + 1).await.unwrap());
        assert!(!store.close_sample(id, &sample.id, &anne, NOW + 2).await.unwrap());
        assert!(!say(store, &bruno, "1.1", theme(1)).await, "too late");
        assert_eq!(store.said(&sample.id).await.unwrap().len(), 3);
        let journal = store.journal(1).await.unwrap().items;
        let said: Vec<_> = journal.iter().filter(|sealed| sealed.entry.gesture == "coding.said").collect();
        assert_eq!(said.len(), 4);
        assert!(!format!("{said:?}").contains("off_topic"), "what was said is sealed, not told");
        store.verify_journal().await.unwrap();
    });
}

fn told(one: crate::Progress) -> (String, u64, u64, bool) {
    (one.name, one.done, one.ideas, one.closed)
}

#[test]
fn what_codes_differ_about_is_settled_with_its_gesture() {
    on_both(async |fresh| {
        let store = &fresh.store;
        let (sample, [anne, bruno]) = drawn(store).await;
        let (id, run) = (&edition().id, RunId::new("run-1"));
        say(store, &anne, "2.1", theme(1)).await;
        say(store, &bruno, "2.1", Code::OffTopic).await;
        say(store, &anne, "1.1", Code::OffTopic).await;
        store.close_sample(id, &sample.id, &anne, NOW).await.unwrap();
        let left = store.disputed(id).await.unwrap();
        assert_eq!(
            left.iter().map(|one| one.idea.as_str()).collect::<Vec<_>>(),
            ["2.1", "1.1"],
            "the engine counts too"
        );
        assert!(left.iter().all(|one| one.settled.is_none()));

        let mut bench = Bench::new(State::whole(&store.bench_analysis(&run).await.unwrap().unwrap().1, 1.0));
        let (of, code) = (idea("2.1"), Code::OffTopic);
        let gesture = code.gesture(&of, &bench.state.ideas[&of]);
        let event = bench.wish(Wish::Make(gesture), anne.as_str(), NOW, &Silent).unwrap().clone();
        let settling = Settling { sample: &sample.id, idea: &of, code: &code, by: &anne, at: NOW };
        assert!(store.settle(id, settling, Some((&run, &event))).await.unwrap());
        assert!(!store.settle(id, settling, Some((&run, &event))).await.unwrap(), "its line is taken");
        let (of, code) = (idea("1.1"), theme(1));
        let settling = Settling { sample: &sample.id, idea: &of, code: &code, by: &anne, at: NOW };
        assert!(store.settle(id, settling, None).await.unwrap());
        let settled: Vec<(String, Option<u32>)> = store.disputed(id).await.unwrap().into_iter().map(decided).collect();
        assert_eq!(settled, [("off_topic".into(), Some(1)), ("t01".into(), None)]);
        assert_eq!(store.bench_events(id, &run, 0).await.unwrap(), [event]);
        assert_eq!((store.verify_benches().await.unwrap(), store.verify_journal().await.is_ok()), (1, true));
    });
}

fn decided(one: crate::Disputed) -> (String, Option<u32>) {
    let settled = one.settled.unwrap();
    (settled.code.to_string(), settled.seq)
}

#[test]
fn what_someone_said_follows_them_when_two_members_are_one() {
    on_both(async |fresh| {
        let store = &fresh.store;
        let (sample, [anne, bruno]) = drawn(store).await;
        let zoe = Member {
            id: MemberId::new("m-zoe"),
            email: Some("zoe@nouans.example".parse().unwrap()),
            ..super::people::anne()
        };
        let zoe = invited(store, &zoe, Role::Drafter, "l-zoe", None).await;
        say(store, &bruno, "2.1", Code::OffTopic).await;
        let names: Vec<String> =
            store.colleagues(&edition().id, None).await.unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["Anne Le Goff", "Anne Le Goff", "bruno@nouans.example"]);
        let engineers = store.colleagues(&edition().id, Some(Role::KnowledgeEngineer)).await.unwrap();
        assert_eq!(engineers.into_iter().map(|one| one.id).collect::<Vec<_>>(), std::slice::from_ref(&anne));
        assert!(store.merge(&edition().id, [&zoe, &bruno], &anne, NOW).await.unwrap());
        assert_eq!(store.said_by(&sample.id, &zoe).await.unwrap(), [(idea("2.1"), Code::OffTopic)].into());
        let coders = store.sample(&edition().id, &sample.id).await.unwrap().unwrap().coders;
        assert_eq!(coders, [anne, zoe]);
    });
}

#[test]
fn a_pile_has_one_keeper_and_nobody_loses_it_unseen() {
    on_both(async |fresh| {
        let store = &fresh.store;
        let (_, [anne, bruno]) = drawn(store).await;
        let (id, nobody) = (&edition().id, MemberId::default());
        let assign = async |held: &MemberId, to: &MemberId| {
            let assigning = Assigning { pile: "t01", held, to, by: &anne };
            store.assign(id, assigning, NOW).await.unwrap()
        };
        let kept = async || -> Vec<String> {
            store.assigned(id).await.unwrap().into_iter().map(|one| format!("{} {}", one.pile, one.who.name)).collect()
        };
        assert!(assign(&nobody, &anne).await);
        assert!(!assign(&nobody, &bruno).await, "he did not know that she does");
        assert_eq!(kept().await, ["t01 Anne Le Goff"]);
        assert!(assign(&anne, &bruno).await);
        assert!(!assign(&anne, &nobody).await, "it is no longer hers");
        assert_eq!(kept().await, ["t01 bruno@nouans.example"]);
        assert!(assign(&bruno, &nobody).await);
        assert_eq!(kept().await, [""; 0]);
        let journal = store.journal(1).await.unwrap().items;
        assert_eq!(journal.iter().filter(|sealed| sealed.entry.gesture == "bench.assigned").count(), 3);
        store.verify_journal().await.unwrap();
    });
}
