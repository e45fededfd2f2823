//! The engine runs by itself on what has come: the public and the knowledge engineer are minutes behind, not weeks.

use super::{rerun, run};
use crate::clock;
use crate::progress::Bars;
use arobase_domain::{Edition, Job, JobOutcome};
use arobase_funnel::Settings;
use arobase_store::{Store, StoreError};
use std::time::Duration;
use tokio::task::JoinHandle;

/// How often it looks at what has come.
const LOOK: Duration = Duration::from_secs(20);

/// Starts to look; aborting the task stops it, and what it was doing is done again at the next start.
pub(crate) fn start(store: &Store) -> JoinHandle<()> {
    let store = store.clone();
    tokio::spawn(async move {
        loop {
            if let Err(error) = round(&store).await {
                tracing::error!(%error, "the analysis could not begin");
            }
            tokio::time::sleep(LOOK).await;
        }
    })
}

/// Looks at every edition, as they are now.
async fn round(store: &Store) -> Result<(), StoreError> {
    for (edition, _) in store.editions().await? {
        look(store, &edition, clock::now_millis()).await?;
    }
    Ok(())
}

/// Runs the engine if it is time to, or if someone asked; whether it did. Once people have begun to class, the run goes on from what they did.
pub(super) async fn look(store: &Store, edition: &Edition, now: i64) -> Result<bool, StoreError> {
    let open = store.bench_is_open(&edition.id).await?;
    let asked = store.rerun_asked(&edition.id).await?;
    let waiting = if open { rerun::waiting(store, edition).await? } else { store.waiting(&edition.id).await? };
    if asked.is_none() && !waiting.is_due(store.latest_job(&edition.id, Job::ANALYSIS).await?.as_ref(), now) {
        return Ok(false);
    }
    let id = clock::new_id().to_string();
    store.begin_job(&edition.id, &id, Job::ANALYSIS, now).await?;
    let ran = if open {
        rerun::run(store, edition, &asked.unwrap_or_default(), &Settings::default()).await
    } else {
        run::run(store, edition, &Settings::default(), Bars::silent()).await.map(drop)
    };
    let (outcome, detail) = match ran {
        Ok(()) => (JobOutcome::Done, String::new()),
        Err(error) => (JobOutcome::Failed, format!("{error:#}")),
    };
    if outcome == JobOutcome::Failed {
        tracing::error!(detail, "the analysis failed");
    }
    store.answer_rerun(&edition.id).await?;
    store.end_job(&id, outcome, &detail, clock::now_millis()).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::edition;
    use arobase_domain::{Channel, Draft};
    use arobase_store::Submission;
    use arobase_text::stem::terms;

    const NOW: i64 = 1_789_034_400_000;

    async fn send(store: &Store, edition: &Edition, text: &str, at: i64) {
        let new = Draft { text: text.into(), ..Draft::default() }.check(Channel::Online).expect("it is a contribution");
        let sent = Submission { contribution: &new, token: text, id: clock::new_id(), by: None, calls: &[] };
        store.submit(&edition.id, sent, &terms, at).await.expect("received");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_comes_is_read_after_a_pause_and_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}?mode=rwc", folder.path().join("a.db").display());
        let store = Store::open(&url).await.expect("a database");
        let edition = edition("a", "A", "", true, NOW);
        store.create_edition(&edition, NOW).await.expect("an edition");
        assert!(!look(&store, &edition, NOW).await.expect("looks"), "nothing has come");
        for text in ["Il faut garder le papier.", "Former les secrétaires de mairie.", "La fibre partout."] {
            send(&store, &edition, text, NOW).await;
        }
        assert!(!look(&store, &edition, NOW + 1_000).await.expect("looks"), "people are writing");
        assert!(look(&store, &edition, NOW + 600_000).await.expect("looks"));
        assert!(store.latest_run(&edition.id).await.expect("reads").is_some());
        let job = store.latest_job(&edition.id, Job::ANALYSIS).await.expect("reads").expect("there is one");
        assert_eq!(job.outcome, Some(JobOutcome::Done), "{}", job.detail);
        assert!(!look(&store, &edition, NOW + 700_000).await.expect("looks"), "nothing new");
    }
}
