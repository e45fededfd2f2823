use super::sample::*;
use super::support::on_both;
use crate::Testimony;
use arobase_domain::*;
use std::collections::BTreeMap;

#[test]
fn what_is_said_is_withdrawn_by_who_said_it_or_who_answers_for_the_site() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        let said = |nth: &str, clause: &str, named| Testimony {
            id: nth.into(),
            clause: ClauseId::new(clause),
            body: format!("Le guichet {nth} est ouvert."),
            named,
            at: NOW,
            by: "anne".into(),
            ..Testimony::default()
        };
        let all = [said("t1", "e1", true), said("t2", "e1", false), said("t3", "e2", true)];
        for one in &all {
            store.testify(&id, one).await.unwrap();
        }
        let [first, second, third] = all;
        assert_eq!(store.testimonies(&id, None).await.unwrap(), [third.clone(), second.clone(), first.clone()]);
        let on = ClauseId::new("e1");
        assert_eq!(store.testimonies(&id, Some(&on)).await.unwrap(), [second.clone(), first.clone()]);
        let withdraw =
            async |nth, owner, by| store.withdraw_testimony(&id, (nth, owner, "injure"), (by, NOW + 1)).await;
        assert!(!withdraw("t1", Some("bruno"), "bruno").await.unwrap(), "of someone else");
        assert!(withdraw("t1", Some("anne"), "anne").await.unwrap());
        assert!(!withdraw("t1", None, "chloé").await.unwrap(), "withdrawn already");
        assert!(withdraw("t2", None, "chloé").await.unwrap());
        let withdrawn = Some((NOW + 1, "injure".to_owned()));
        let forgotten = Testimony { body: String::new(), withdrawn: withdrawn.clone(), ..first };
        let kept = Testimony { withdrawn, ..second };
        assert_eq!(store.testimonies(&id, Some(&on)).await.unwrap(), [kept, forgotten]);
        assert_eq!(store.testimony_counts(&id).await.unwrap(), BTreeMap::from([(third.clause, 1)]));
        store.verify_journal().await.unwrap();
    });
}
