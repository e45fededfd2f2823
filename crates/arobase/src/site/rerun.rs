//! Running the engine again on a bench: all that was received is read, what people did stays, and what came since joins it.

use super::run::inputs;
use crate::clock;
use crate::progress::Bars;
use crate::resume::{self, Continued, Origin, Stopped};
use arobase_domain::edits::{Bench, Change, Edit, Event, Gesture, Hindrance, Rejoined, State};
use arobase_domain::record::{IdeaRow, Record};
use arobase_domain::{Analysis, Edition, Idea, RunId, Waiting};
use arobase_encoder::{Encode, Encoder};
use arobase_funnel::Settings;
use arobase_store::{Material, Rerun, RerunAsked, Store, StoreError};
use arobase_tables::export::fingerprint;
use miette::{IntoDiagnostic, miette};

/// How many times the engine runs when people take away, meanwhile, the themes that it found ideas for.
const RUNS: usize = 3;

/// How many times its line is written again when gestures come first.
const PATIENCE: usize = 20;

/// A bench as it stands, read from the database.
struct Desk {
    base: RunId,
    bench: Bench,
    /// The run that its ideas are those of.
    known: Analysis,
}

/// What has come since the run that the bench is about.
pub(super) async fn waiting(store: &Store, edition: &Edition) -> Result<Waiting, StoreError> {
    match store.bench_known(&edition.id).await? {
        Some(known) => store.waiting_since(&edition.id, &known).await,
        None => Ok(Waiting::default()),
    }
}

/// Runs the engine from the bench of an edition and brings it what it found; nobody may have asked.
pub(super) async fn run(
    store: &Store,
    edition: &Edition,
    asked: &RerunAsked,
    settings: &Settings,
) -> miette::Result<()> {
    for _ in 0..RUNS {
        let read_at = clock::now_millis();
        let materials = store.materials(&edition.id).await.into_diagnostic()?;
        let desk = Desk::read(store, edition).await?;
        let (known, mut state, settings) = (desk.known, desk.bench.state, settings.clone());
        state.resolution = asked.resolution.unwrap_or(state.resolution);
        let again = move || again(&materials, &known, &state, &settings, Encoder::french());
        let again = tokio::task::spawn_blocking(again).await.into_diagnostic()?;
        let again = again.map_err(|error| miette!("{error}"))?;
        if bring(store, edition, &asked.by, &again, read_at).await? {
            return Ok(());
        }
    }
    Err(miette!("the bench changed while the engine ran, {RUNS} times"))
}

impl Desk {
    async fn read(store: &Store, edition: &Edition) -> miette::Result<Self> {
        let base = store.bench_run(&edition.id).await.into_diagnostic()?.ok_or_else(|| miette!("no bench is open"))?;
        let first = analysis(store, &base).await?;
        let mut bench = Bench::new(State::whole(&first, resolution(&first)));
        let events = store.bench_events(&edition.id, &base, 0).await.into_diagnostic()?;
        bench.follow(events).into_diagnostic()?;
        let known = match bench.rerun() {
            Some(run) => analysis(store, run).await?,
            None => first,
        };
        Ok(Self { base, bench, known })
    }
}

async fn analysis(store: &Store, run: &RunId) -> miette::Result<Analysis> {
    let found = store.bench_analysis(run).await.into_diagnostic()?;
    found.map(|(_, analysis)| analysis).ok_or_else(|| miette!("the run {run} is not in the database"))
}

/// The resolution at which the themes of a run were found; 1 for a run too small to try several.
fn resolution(run: &Analysis) -> f64 {
    run.study.ladder.iter().find(|rung| rung.kept).map_or(1.0, |rung| rung.resolution)
}

/// What a run brings to a bench.
struct Again {
    run: Analysis,
    change: Change,
    /// Gestures that nobody has accepted yet.
    proposal: Vec<Gesture>,
}

fn again(
    materials: &[Material],
    known: &Analysis,
    state: &State,
    settings: &Settings,
    encoder: &dyn Encode,
) -> Result<Again, Stopped> {
    let (inputs, broken) = inputs(materials);
    let origin = Origin { run: Some((record(known, state), themes(state))), edits: Vec::new() };
    let Continued { analysis, change, .. } = resume::run(&inputs, broken, settings, encoder, Bars::silent(), origin)?;
    let Rejoined { mut run, state: next, backs } = Rejoined::of(state, known, analysis);
    run.run.output_hash = fingerprint(&run);
    let moves = change.map(|change| change.proposal).unwrap_or_default();
    let proposal = moves.into_iter().map(|Edit { gesture, .. }| gesture).chain(backs).collect();
    Ok(Again { run, change: Change::between(state, &next), proposal })
}

/// The ideas of a run where they stand on the bench; the engine knows of no cut.
fn record(known: &Analysis, state: &State) -> Record {
    let row = |idea: &Idea| {
        let stands = state.standing(&idea.id)?;
        Some(IdeaRow {
            idea_id: idea.id.clone(),
            contribution_id: idea.contribution.clone(),
            start: idea.span.start,
            end: idea.span.end,
            text: idea.text.clone(),
            status: stands.status,
            theme_id: stands.theme.clone(),
            duplicate_of: idea.duplicate_of.clone(),
            proposition_id: idea.proposition.clone(),
            reason: stands.reason.clone(),
            carried: idea.carried.clone(),
            second_theme_id: idea.second_theme.clone(),
            campaign: idea.campaign,
        })
    };
    Record { ideas: known.ideas.iter().filter_map(row).collect(), ..Record::default() }
}

/// The state without its ideas, which the record tells.
fn themes(state: &State) -> State {
    let State { next, resolution, themes, .. } = state.clone();
    State { next, resolution, themes, ..State::default() }
}

/// Brings what was found to the bench as it is now; `false` if it no longer fits.
async fn bring(store: &Store, edition: &Edition, by: &str, again: &Again, read_at: i64) -> miette::Result<bool> {
    let id = RunId::new(clock::new_id().to_string());
    for _ in 0..PATIENCE {
        let Desk { base, bench, .. } = Desk::read(store, edition).await?;
        let event: Event = match bench.rejoin(again.change.clone(), id.clone(), by, clock::now_millis()) {
            Ok((_, event)) => event,
            Err(Hindrance::Meanwhile(_)) => return Ok(false),
            Err(other) => return Err(other).into_diagnostic(),
        };
        let rerun = Rerun { id: &id, analysis: &again.run, proposal: &again.proposal, read_at };
        if store.keep_rerun(&edition.id, &base, &event, rerun).await.into_diagnostic()? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests;
