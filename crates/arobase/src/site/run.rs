//! Running the engine on what an edition has received, and keeping what it found.

use crate::bridge;
use crate::clock;
use crate::progress::Bars;
use arobase_domain::{Analysis, ContributionId, Edition, Fate, RunId};
use arobase_encoder::{EncodeError, Encoder};
use arobase_funnel::{Input, Settings};
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
    let (broken, whole): (Vec<&Material>, Vec<&Material>) =
        materials.iter().partition(|material| material.broken.is_some());
    let inputs: Vec<Input> = whole.into_iter().map(input).collect();
    bridge::run(&inputs, broken.into_iter().map(unreadable).collect(), settings, Encoder::french(), bars)
}

fn input(material: &Material) -> Input {
    Input {
        id: ContributionId::numbered(material.number).to_string(),
        title: material.title.clone().unwrap_or_default(),
        text: material.text.clone(),
        author: material.author.clone(),
        territory: material.territory.clone(),
        ..Input::default()
    }
}

fn unreadable(material: &Material) -> Fate {
    let detail = material.broken.clone().unwrap_or_default();
    Fate { contribution: ContributionId::numbered(material.number), status: None, reason: "broken_row".into(), detail }
}
