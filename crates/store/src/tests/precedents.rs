use super::sample::*;
use super::support::on_both;
use crate::{NewState, Precedent, Store};
use arobase_domain::motion::{Motion, Shape, start};
use arobase_domain::*;

const BY: (&str, i64) = ("anne", NOW);

/// An edition whose congress was in a year, with a motion of one clause.
async fn congress(store: &Store, year: &str, days: i64, published: bool) -> EditionId {
    let id = EditionId::new(format!("0199-{year}"));
    let congress_date = edition().congress_date - days * 86_400_000;
    let one = Edition { id: id.clone(), slug: year.into(), congress_date, phases: Vec::new(), ..edition() };
    store.create_edition(&one, NOW).await.unwrap();
    let motion = text(year);
    store.keep_motion(&id, NewState { after: 0, gesture: None, motion: &motion, by: "anne", at: NOW }).await.unwrap();
    assert_eq!(store.freeze_motion(&id, (1, ""), BY).await.unwrap(), Some(1), "without a run");
    assert!(store.publish_motion(&id, 1, BY).await.unwrap());
    if !published {
        let later = text("later");
        store
            .keep_motion(&id, NewState { after: 1, gesture: None, motion: &later, by: "anne", at: NOW })
            .await
            .unwrap();
        store.freeze_motion(&id, (2, ""), BY).await.unwrap();
    }
    id
}

fn text(title: &str) -> Motion {
    let mut motion = start(&Analysis::default(), Shape::Blank, title);
    let clause = Clause { id: motion.new_clause(), text: "Ouvrir une maison.".into(), ..Clause::default() };
    motion.sections.push(Section { clauses: vec![clause], ..Section::default() });
    motion
}

#[test]
fn earlier_motions_are_those_that_were_published() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        congress(store, "2022", 1_400, true).await;
        congress(store, "2025", 300, false).await;
        congress(store, "2031", -2_000, true).await;
        let found = store.earlier_motions(&id).await.unwrap();
        let told: Vec<_> = found.iter().map(|one| (one.slug.as_str(), one.motion.title.as_str())).collect();
        assert_eq!(told, [("2025", "2025"), ("2022", "2022")], "what is frozen only is not read by everyone");
        assert!(store.motion_passages(&found[0].edition, 1).await.unwrap().is_empty());
        assert_eq!(store.earlier_motions(&found[1].edition).await.unwrap(), []);
    });
}

#[test]
fn one_thing_is_said_of_a_clause_and_an_earlier_motion() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        let before = congress(store, "2022", 1_400, true).await;
        let said = |clause: &str, earlier: &str, same| Precedent {
            clause: ClauseId::new(clause),
            edition: before.clone(),
            earlier: ClauseId::new(earlier),
            same,
        };
        for one in [said("e2", "e1", true), said("e1", "e3", false), said("e2", "e2", true)] {
            store.judge_precedent(&id, &one, BY).await.unwrap();
        }
        assert_eq!(store.precedents(&id).await.unwrap(), [said("e1", "e3", false), said("e2", "e2", true)]);
        store.forget_precedent(&id, &said("e2", "e2", true), BY).await.unwrap();
        assert_eq!(store.precedents(&id).await.unwrap(), [said("e1", "e3", false)]);
        assert_eq!(store.precedents(&before).await.unwrap(), []);
        store.verify_journal().await.unwrap();
    });
}
