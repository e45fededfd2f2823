//! Running the engine on what an edition has received, and keeping what it found.

use crate::bridge;
use crate::clock;
use crate::progress::Bars;
use arobase_domain::{Analysis, ContributionId, Edition, Fate, RunId};
use arobase_encoder::{EncodeError, Encoder};
use arobase_funnel::{Input, Settings, Signature};
use arobase_store::{Material, Store};
use miette::{IntoDiagnostic, miette};

/// Analyses everything received so far and stores the run.
pub(crate) async fn run(store: &Store, edition: &Edition, settings: &Settings, bars: Bars) -> miette::Result<Analysis> {
    let read_at = clock::now_millis();
    let materials = store.materials(&edition.id).await.into_diagnostic()?;
    let settings = settings.clone();
    let analysis = tokio::task::spawn_blocking(move || analyse(&materials, &settings, bars)).await.into_diagnostic()?;
    let analysis = analysis.map_err(|error| miette!("{error}"))?;
    let id = RunId::new(clock::new_id().to_string());
    store
        .save_run(&edition.id, &analysis, &arobase_text::stem::terms, &id, read_at, clock::now_millis())
        .await
        .into_diagnostic()?;
    Ok(analysis)
}

fn analyse(materials: &[Material], settings: &Settings, bars: Bars) -> Result<Analysis, EncodeError> {
    let (inputs, broken) = inputs(materials);
    bridge::run(&inputs, broken, settings, Encoder::french(), bars)
}

/// What the engine reads, and the fates of what could not be read.
pub(super) fn inputs(materials: &[Material]) -> (Vec<Input>, Vec<Fate>) {
    let (broken, whole): (Vec<&Material>, Vec<&Material>) =
        materials.iter().partition(|material| material.broken.is_some());
    (whole.into_iter().map(input).collect(), broken.into_iter().map(unreadable).collect())
}

fn input(material: &Material) -> Input {
    Input {
        id: ContributionId::numbered(material.number).to_string(),
        title: material.title.clone().unwrap_or_default(),
        text: material.text.clone(),
        author: material.author.clone(),
        territory: material.territory.clone(),
        others: material.others.iter().map(signature).collect(),
        ..Input::default()
    }
}

fn signature(one: &arobase_domain::Signature) -> Signature {
    Signature { author: one.author.clone(), territory: one.territory.clone() }
}

fn unreadable(material: &Material) -> Fate {
    let detail = material.broken.clone().unwrap_or_default();
    Fate { contribution: ContributionId::numbered(material.number), status: None, reason: "broken_row".into(), detail }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::demonstration::{contributions, edition_now};
    use arobase_domain::curated::{Voice, curated};
    use arobase_domain::edits::State;
    use arobase_domain::signers::SIGNATURES;
    use arobase_domain::{Author, Signer};
    use std::collections::BTreeMap;

    fn beside(nth: usize) -> Signer {
        let author = Author { name: format!("Nom {nth}"), commune: format!("Lieu {}", nth % 3), ..Author::default() };
        Signer { author, territory: None, department: None, email: None }
    }

    /// What nobody touched is what the engine found: supports are counted alike on both sides.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_bench_without_gestures_is_its_run() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}?mode=rwc", folder.path().join("a.db").display());
        let store = Store::open(&url).await.expect("a database");
        let edition = edition_now().expect("dates are constants");
        store.create_edition(&edition, 0).await.expect("an edition");
        let mut contributions = contributions(&edition).expect("the file is committed");
        for (nth, one) in contributions.iter_mut().enumerate().step_by(5) {
            one.contribution.signers = vec![beside(nth % 7), beside(nth % 11)];
        }
        store.import(&edition.id, contributions, &arobase_text::stem::terms, 0).await.expect("received");
        let found = run(&store, &edition, &Settings::default(), Bars::silent()).await.expect("analysed");
        let voices: BTreeMap<ContributionId, Voice> = (store.materials(&edition.id).await.expect("read").into_iter())
            .map(|one| {
                (
                    ContributionId::numbered(one.number),
                    Voice { author: one.author, territory: one.territory, channel: one.channel, others: one.others },
                )
            })
            .collect();
        assert!(found.run.parameters.iter().any(|(name, _)| name == SIGNATURES), "some sign beside");
        let same = curated(&found, &State::whole(&found, 0.0), &voices).expect("nothing is missing");
        assert_eq!(same.themes, found.themes);
        assert_eq!(same.questions, found.questions);
        assert_eq!(same.fates, found.fates);
        for (one, other) in same.ideas.iter().zip(&found.ideas) {
            assert_eq!(one, other);
        }
        assert_eq!(same.ideas.len(), found.ideas.len());
        let by_id = |analysis: &Analysis| -> BTreeMap<_, _> {
            analysis.propositions.iter().map(|one| (one.id.clone(), one.clone())).collect()
        };
        let (same, found) = (by_id(&same), by_id(&found));
        assert_eq!(same.len(), found.len());
        for (id, one) in &found {
            let mut other = same[id].clone();
            other.ideas.sort();
            let mut one = one.clone();
            one.ideas.sort();
            assert_eq!(other, one);
        }
    }
}
