use super::sample::*;
use super::support::on_both;
use crate::Revision;
use arobase_domain::{Job, JobOutcome, Waiting};

#[test]
fn what_has_come_or_changed_since_the_run_waits() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        assert_eq!(store.waiting(&id).await.unwrap(), Waiting::default());
        submit(store, "la fibre", "a").await;
        submit(store, "le papier", "b").await;
        let two = Waiting { contributions: 2, oldest: Some(NOW), newest: Some(NOW) };
        assert_eq!(store.waiting(&id).await.unwrap(), two);
        store.revise(&id, 1, Revision { text: "la 5G", named: false }, &stems, NOW + 9).await.unwrap();
        assert_eq!(store.waiting(&id).await.unwrap(), Waiting { newest: Some(NOW + 9), ..two });
    });
}

#[test]
fn after_a_run_nothing_waits() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        assert_eq!(fresh.store.waiting(&edition().id).await.unwrap().contributions, 0);
    });
}

#[test]
fn a_job_that_did_not_end_was_interrupted() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        assert_eq!(store.latest_job(&id, "analysis").await.unwrap(), None);
        store.begin_job(&id, "a", "analysis", NOW).await.unwrap();
        let running = Job { started_at: NOW, ended_at: None, outcome: None, detail: String::new() };
        assert_eq!(store.latest_job(&id, "analysis").await.unwrap(), Some(running.clone()));
        store.begin_job(&id, "b", "analysis", NOW + 5).await.unwrap();
        store.end_job("b", JobOutcome::Failed, "no room on disk", NOW + 6).await.unwrap();
        let failed = Job {
            started_at: NOW + 5,
            ended_at: Some(NOW + 6),
            outcome: Some(JobOutcome::Failed),
            detail: "no room on disk".into(),
        };
        assert_eq!(store.latest_job(&id, "analysis").await.unwrap(), Some(failed));
        let cut = "SELECT COUNT(*) FROM job WHERE id = 'a' AND outcome = 'interrupted'";
        let (cut,): (i64,) = sqlx::query_as(cut).fetch_one(&mut fresh.beside().await).await.unwrap();
        assert_eq!(cut, 1);
    });
}
