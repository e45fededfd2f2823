//! What pages ask, over 50,000 contributions and twice as many ideas: milliseconds, and times a bare count of the contributions in the same run.
//!
//! `cargo bench -p arobase-store`, on SQLite in a temporary folder, or on the database named by `AROBASE_BENCH_URL`, which must be empty.

use arobase_domain::{
    Analysis, Author, Channel, ContributionId, Edition, EditionId, Fate, Idea, IdeaId, IdeaStatus, Kind,
    NewContribution, Place, Question, QuestionId, RunId, RunRecord, Settings, Span, State, Support, Theme, ThemeId,
};
use arobase_store::{Filter, Incoming, Store, StoreError};
use std::time::{Duration, Instant};
use uuid::Uuid;

const CONTRIBUTIONS: u32 = 50_000;
const IDEAS: u32 = 100_000;
const THEMES: u32 = 60;
const WORDS: [&str; 8] = ["fibre", "mairie", "école", "données", "logiciel", "médiation", "antenne", "sobriété"];

#[tokio::main]
async fn main() -> Result<(), StoreError> {
    let folder = tempfile::tempdir().map_err(sqlx::Error::Io)?;
    let file = format!("sqlite:{}?mode=rwc", folder.path().join("bench.db").display());
    let store = Store::open(&std::env::var("AROBASE_BENCH_URL").unwrap_or(file)).await?;
    let edition = EditionId::new("bench");
    timed("import", fill(&store, &edition)).await?;
    timed("save_run", store.save_run(&edition, &run(), &stems, &RunId::new("run"), 0, 0)).await?;

    let base = best(async || store.contribution(&edition, 1).await.map(drop)).await?;
    println!("{:<32} {:>9.2} ms", "one contribution", base.as_secs_f64() * 1e3);
    let theme = Filter { theme: Some(ThemeId::new("t1")), ..Filter::default() };
    let narrow = Filter { channel: Some(Channel::Paper), state: Some(State::Classed), ..theme.clone() };
    let asked = Filter { stems: vec!["mairie".into(), "fib".into()], ..Filter::default() };
    let common = Filter { stems: vec!["fib".into()], ..Filter::default() };
    let everywhere = Filter { stems: vec!["mot9".into()], ..Filter::default() };
    let classed = Filter { state: Some(State::Classed), ..Filter::default() };
    let paper = Filter { channel: Some(Channel::Paper), ..Filter::default() };
    let (wide, sorted) = (Filter::default(), Filter { state: Some(State::ToSort), ..Filter::default() });
    for (name, filter, page) in [
        ("list", &wide, 1),
        ("list, last page", &wide, 2_000),
        ("to sort", &sorted, 1),
        ("classed", &classed, 1),
        ("classed, last page", &classed, 1_782),
        ("channel", &paper, 1),
        ("theme", &theme, 1),
        ("three filters", &narrow, 1),
        ("words", &asked, 1),
        ("a common word", &common, 1),
        ("a common word, page 400", &common, 400),
        ("a beginning in 19 of 20", &everywhere, 1),
    ] {
        let kept = store.list(&edition, filter, page).await?.total;
        let name = format!("{name} ({kept})");
        report(&name, base, best(async || store.list(&edition, filter, page).await.map(drop)).await?);
    }
    for stems in [&asked.stems, &common.stems] {
        let page = store.search_ideas(&edition, stems, 1).await?;
        let name = format!("{} ideas by words", page.total);
        report(&name, base, best(async || store.search_ideas(&edition, stems, 1).await.map(drop)).await?);
    }
    for many in [12, 40] {
        let said: Vec<String> = words(7, many).split(' ').map(str::to_owned).collect();
        let near = async || store.ideas_with_any(&edition, &said, 60).await.map(drop);
        report(&format!("like a text of {many} words"), base, best(near).await?);
    }
    report("theme's page", base, best(async || store.theme(&edition, &ThemeId::new("t1")).await.map(drop)).await?);
    report(
        "theme's ideas",
        base,
        best(async || store.theme_ideas(&edition, &ThemeId::new("t1"), 1).await.map(drop)).await?,
    );
    report("facets", base, best(async || store.facets(&edition).await.map(drop)).await?);
    report("figures", base, best(async || store.figures(&edition).await.map(drop)).await?);
    report("ledger", base, best(async || store.ledger(&edition).await.map(drop)).await?);
    report("fate", base, best(async || store.contribution_fate(&edition, 7).await.map(drop)).await?);
    timed("whole analysis", async { store.analysis(&edition).await.map(drop) }).await
}

fn report(name: &str, base: Duration, found: Duration) {
    println!("{name:<32} {:>9.2} ms {:>7.1} ×", found.as_secs_f64() * 1e3, found.as_secs_f64() / base.as_secs_f64());
}

#[expect(clippy::disallowed_methods, reason = "a bench is a stopwatch")]
async fn timed(name: &str, work: impl Future<Output = Result<(), StoreError>>) -> Result<(), StoreError> {
    let start = Instant::now();
    work.await?;
    println!("{name:<32} {:>9.2} ms", start.elapsed().as_secs_f64() * 1e3);
    Ok(())
}

/// The median of eleven.
#[expect(clippy::disallowed_methods, reason = "a bench is a stopwatch")]
async fn best(work: impl AsyncFn() -> Result<(), StoreError>) -> Result<Duration, StoreError> {
    let mut times = Vec::new();
    for _ in 0..11 {
        let start = Instant::now();
        work().await?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok(times[5])
}

fn stems(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

/// Words as frequent as in a language: the nth about n times rarer than the first.
fn words(nth: u32, count: u32) -> String {
    let word = |place: u32| {
        let hash = blake3::hash(&(u64::from(nth) << 32 | u64::from(place)).to_le_bytes());
        let share = hash.as_bytes()[..4].iter().fold(0.0, |share, &byte| (share + f64::from(byte)) / 256.0);
        let rank = 5_000_f64.powf(share) as usize;
        rank.checked_sub(40).and_then(|nth| WORDS.get(nth)).map_or_else(|| format!("mot{rank}"), ToString::to_string)
    };
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

async fn fill(store: &Store, edition: &EditionId) -> Result<(), StoreError> {
    let created = Edition {
        id: edition.clone(),
        slug: "bench".into(),
        name: "Bench".into(),
        motto: String::new(),
        fictional: true,
        congress_date: 0,
        phases: vec![],
        settings: Settings::default(),
    };
    store.create_edition(&created, 0).await?;
    let sheaf = (1..=CONTRIBUTIONS).map(|nth| {
        let author = Author {
            name: format!("Nom {}", nth % 5_000),
            commune: format!("Commune {}", nth % 900),
            ..Author::default()
        };
        let contribution = NewContribution {
            channel: Channel::ALL[(nth % 7) as usize],
            title: None,
            text: words(nth, 80),
            department: Some(format!("{:02}", nth % 95 + 1)),
            author: Some(author),
            ..NewContribution::default()
        };
        Incoming { contribution, id: Uuid::from_u128(u128::from(nth)), received_at: i64::from(nth), broken: None }
    });
    store.import(edition, sheaf.collect(), &stems, 0).await.map(drop)
}

fn run() -> Analysis {
    let fates = (1..=CONTRIBUTIONS - 500).map(|number| Fate {
        contribution: ContributionId::numbered(number),
        status: Some(if number.is_multiple_of(10) { IdeaStatus::ToSort } else { IdeaStatus::Classed }),
        reason: "classed".into(),
        detail: String::new(),
    });
    let themes = (0..THEMES).map(|nth| Theme {
        id: ThemeId::new(format!("t{nth}")),
        question: QuestionId::new("q1"),
        label: words(nth, 2),
        keywords: vec![],
        support: Support::default(),
        stability: 1.0,
        label_coverage: 1.0,
    });
    let question = Question {
        id: QuestionId::new("q1"),
        wording: "Comment ?".into(),
        candidates: vec![],
        support: Support::default(),
    };
    Analysis {
        run: RunRecord {
            input_hash: String::new(),
            output_hash: String::new(),
            parameters: vec![],
            versions: vec![],
            stages: vec![],
            coverage_ideas: 1.0,
            coverage_authors: 1.0,
            stability: 1.0,
            redundancy: 0.0,
            peak_memory: None,
        },
        fates: fates.collect(),
        ideas: (0..IDEAS).map(idea).collect(),
        themes: themes.collect(),
        questions: vec![question],
        propositions: vec![],
        controversies: vec![],
        ..Default::default()
    }
}

/// Half of the ideas are in the first themes, as in real corpora.
fn idea(nth: u32) -> Idea {
    let number = nth / 2 % (CONTRIBUTIONS - 500) + 1;
    let theme = if nth.is_multiple_of(2) { nth % 4 } else { nth % THEMES };
    Idea {
        id: IdeaId::new(format!("{number}.{nth}")),
        contribution: ContributionId::numbered(number),
        span: Span { start: 0, end: 80 },
        text: words(nth, 20),
        carried: String::new(),
        kind: Kind::Proposal,
        status: IdeaStatus::Classed,
        reason: "classed".into(),
        theme: Some(ThemeId::new(format!("t{theme}"))),
        second_theme: None,
        confidence: 0.5,
        duplicate_of: None,
        campaign: None,
        proposition: None,
        place: if nth.is_multiple_of(50) { Place::Marginal } else { Place::Ordinary },
        ..Default::default()
    }
}
