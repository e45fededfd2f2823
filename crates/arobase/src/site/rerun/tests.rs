//! An edition curated on the first contributions, then run again with the rest.

use super::*;
use crate::site::analyst::look;
use crate::site::{edition, run as first};
use arobase_domain::edits::{BY_HAND, Silent, Wish};
use arobase_domain::{Channel, IdeaId, IdeaStatus, NewContribution, ThemeId};
use arobase_store::Incoming;
use arobase_text::stem::terms;
use std::collections::{BTreeMap, BTreeSet};

const NOW: i64 = 1_789_034_400_000;

fn incoming(text: &str, received_at: i64) -> Incoming {
    let contribution = NewContribution { channel: Channel::Import, text: text.into(), ..NewContribution::default() };
    Incoming { contribution, id: clock::new_id(), received_at, broken: None }
}

async fn receive(store: &Store, edition: &Edition, texts: &[String], at: i64) {
    let sheaf = texts.iter().map(|text| incoming(text, at)).collect();
    store.import(&edition.id, sheaf, &terms, at).await.expect("received");
}

async fn make(store: &Store, edition: &Edition, gesture: Gesture) {
    let mut desk = Desk::read(store, edition).await.expect("a bench");
    let event = desk.bench.wish(Wish::Make(gesture), "anne", NOW, &Silent).expect("it can be made").clone();
    assert!(store.keep_event(&edition.id, &desk.base, &event).await.expect("kept"));
}

/// Opens an edition on `early`, classes a little of it, then lets `late` come and asks for a run: the bench before and after.
async fn curated(store: &Store, early: &[String], late: &[String]) -> (Edition, Desk, Desk) {
    let edition = edition("a", "A", "", true, NOW);
    store.create_edition(&edition, NOW).await.expect("an edition");
    receive(store, &edition, early, NOW).await;
    first::run(store, &edition, &Settings::default(), Bars::silent()).await.expect("a first run");
    let desk = Desk::read(store, &edition).await.expect("a bench");
    let themes: Vec<ThemeId> = desk.bench.state.themes.keys().cloned().collect();
    let locked = &themes[..2.min(themes.len() - 1)];
    for theme in locked {
        make(store, &edition, Gesture::Lock { theme: theme.clone() }).await;
    }
    let last = themes.last().expect("a theme").clone();
    let free = |idea: &&Idea| idea.theme.as_ref().is_some_and(|theme| !locked.contains(theme));
    let moved = desk.known.ideas.iter().filter(free).take(5).map(|idea| idea.id.clone()).collect();
    make(store, &edition, Gesture::Move { ideas: moved, to: last.clone(), proposed: false }).await;
    make(store, &edition, Gesture::Rename { theme: last, label: "Nom d’une personne".into() }).await;
    let before = Desk::read(store, &edition).await.expect("a bench");
    receive(store, &edition, late, NOW + 1).await;
    assert!(!look(store, &edition, NOW + 2).await.expect("looks"), "they have just come");
    store.ask_rerun(&edition.id, &RerunAsked { by: "anne".into(), resolution: None }, NOW + 2).await.expect("asked");
    assert!(look(store, &edition, NOW + 3).await.expect("looks"), "someone asked");
    let job = store.latest_job(&edition.id, arobase_domain::Job::ANALYSIS).await.expect("reads").expect("a job");
    assert_eq!(job.detail, "");
    let after = Desk::read(store, &edition).await.expect("a bench");
    (edition, before, after)
}

/// What people did stays, and all that was received is there.
fn keeps_what_people_did(before: &State, after: &State, run: &Analysis, received: usize) {
    assert_eq!(run.fates.len(), received);
    assert_eq!(after.ideas.len(), run.ideas.len());
    assert!(after.ideas.len() > before.ideas.len());
    for (id, stood) in &before.ideas {
        let stands = &after.ideas[id];
        assert!(stands == stood || (stood.status == IdeaStatus::ToSort && stood.reason != BY_HAND), "{id} moved");
    }
    for (theme, held) in &before.themes {
        assert_eq!(&after.themes[theme], held, "{theme}");
    }
    let early: BTreeSet<&IdeaId> = before.ideas.keys().collect();
    for theme in before.themes.iter().filter(|(_, held)| held.locked).map(|(theme, _)| theme) {
        let there = after.members(theme).into_iter().filter(|idea| early.contains(idea));
        let stayed = before.members(theme).iter().all(|idea| after.ideas[idea].theme.as_ref() == Some(theme));
        assert!(stayed && there.count() >= before.members(theme).len(), "{theme} is locked");
    }
    assert_eq!(after.questions, before.questions);
    for (id, worded) in &before.propositions {
        assert_eq!(&after.propositions[id], worded, "{id}");
    }
}

async fn nowhere() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}?mode=rwc", folder.path().join("a.db").display());
    let store = Store::open(&url).await.expect("a database");
    (folder, store)
}

fn told(times: std::ops::Range<usize>) -> Vec<String> {
    const SAID: [&str; 6] = [
        "Il faut déployer la fibre dans les villages de montagne",
        "Garder un guichet ouvert pour les démarches sur papier",
        "Former les secrétaires de mairie aux outils numériques",
        "Des bus plus fréquents entre les bourgs et la ville",
        "Ouvrir une maison de santé avec un médecin salarié",
        "Replanter des haies le long des chemins communaux",
    ];
    times.map(|at| format!("{}, point {at} pour l’année {}.", SAID[at % SAID.len()], 2020 + at / SAID.len())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bench_goes_on_with_what_came_since() {
    let (_folder, store) = nowhere().await;
    let (edition, before, after) = curated(&store, &told(0..72), &told(72..90)).await;
    keeps_what_people_did(&before.bench.state, &after.bench.state, &after.known, 90);
    assert_eq!(store.bench_run(&edition.id).await.expect("reads"), Some(before.base.clone()), "one log for both");
    let published = store.analysis(&edition.id).await.expect("reads").expect("a run");
    assert_eq!(published.fates.len(), 72, "pages show what was there");
    assert_eq!(store.waiting(&edition.id).await.expect("reads").contributions, 18, "the ledger counts what came");
    assert_eq!(waiting(&store, &edition).await.expect("reads").contributions, 0, "the bench has it");
    assert!(!look(&store, &edition, NOW + 9_999_999).await.expect("looks"), "once");
    let mut again = Bench::new(State::whole(&before.known, 0.0));
    again.audit(after.bench.log.clone()).expect("every line leads where it says");
    make(&store, &edition, Gesture::Accept { ideas: vec![IdeaId::new("90.1")] }).await;
}

/// The first real input, where the corpora are.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn republique_numerique_seventy_then_thirty() {
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("AROBASE_DATA").map_or(beside, std::path::PathBuf::from);
    let Ok(mut reader) = csv::Reader::from_path(folder.join("republique-numerique/contributions.csv")) else {
        assert!(std::env::var_os("CI").is_none(), "the corpora are needed in continuous integration");
        return println!("skipped: no corpora");
    };
    let rows = reader.deserialize::<BTreeMap<String, String>>().map(|row| row.expect("a row"));
    let texts: Vec<String> = rows.map(|row| row["texte"].clone()).filter(|text| !text.trim().is_empty()).collect();
    let (early, late) = texts.split_at(texts.len() * 7 / 10);
    let (_folder, store) = nowhere().await;
    let (edition, before, after) = curated(&store, early, late).await;
    keeps_what_people_did(&before.bench.state, &after.bench.state, &after.known, texts.len());

    let materials = store.materials(&edition.id).await.expect("reads");
    let (inputs, broken) = inputs(&materials);
    let run = Some((record(&before.known, &before.bench.state), themes(&before.bench.state)));
    let origin = Origin { run, edits: Vec::new() };
    let settings = Settings::default();
    let compared = resume::run(&inputs, broken, &settings, Encoder::french(), Bars::silent(), origin);
    let compared = compared.expect("it runs").change.expect("it goes on from a run");
    let engine: BTreeMap<&IdeaId, &Option<ThemeId>> = compared.rows.iter().map(|(id, _, to, _)| (id, to)).collect();
    let event = after.bench.log.last().expect("the run is the last line");
    let theme = |stands: &Option<arobase_domain::edits::Standing>| stands.as_ref().and_then(|it| it.theme.clone());
    let shown = event
        .change
        .ideas
        .iter()
        .filter(|(_, turn)| turn.before.is_none() || theme(&turn.before) != theme(&turn.after));
    let shown: BTreeMap<&IdeaId, Option<ThemeId>> = shown.map(|(id, turn)| (id, theme(&turn.after))).collect();
    assert_eq!(shown.len(), engine.len());
    assert!(shown.iter().all(|(id, to)| engine[id] == to), "the difference is the engine's");
    assert!(compared.gone == 0 && !compared.proposal.is_empty());
    let late = event.change.ideas.values().filter(|turn| turn.before.is_none()).count();
    let new = event.change.themes.values().filter(|turn| turn.before.is_none()).count();
    println!("{late} late ideas, {new} new themes, {} rows, {} proposed", engine.len(), compared.proposal.len());
}
