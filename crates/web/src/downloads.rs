//! Downloads: every file of `arobase analyse`, the contributions as they were received, and the same for other tools.

pub(crate) mod asked;
mod documents;
mod formats;
mod method;

use crate::Error;
use crate::dictionary::files;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::motion::{Confirmed, confirmed};
use crate::page::{Page, render};
use crate::state::{AppState, day};
use crate::url::{Target, slug};
use arobase_domain::annex::Annex;
use arobase_domain::masks::{Masks, veiled};
use arobase_domain::motion::record::{MotionRecord, VersionRecord};
use arobase_domain::{Analysis, ContributionId, Edition, Fate, IdeaStatus};
use arobase_store::{Attachment, Material, Provenance};
use arobase_tables::export;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::collections::BTreeSet;
use std::path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::sync::Mutex;

/// Each file with the message that tells its content.
const FILES: [(&str, &str); 20] = [
    ("contributions.csv", "downloads-contributions"),
    ("attachments.csv", "downloads-attachments"),
    ("ideas.csv", "downloads-ideas"),
    ("themes.csv", "downloads-themes"),
    ("questions.csv", "downloads-questions"),
    ("propositions.csv", "downloads-propositions"),
    ("lineage.csv", "downloads-lineage"),
    ("ledger.csv", "downloads-ledger"),
    ("run.json", "downloads-run"),
    ("analysis.json", "downloads-analysis"),
    ("method.html", "downloads-method"),
    ("method.json", "downloads-method-figures"),
    ("gestures.csv", "downloads-gestures"),
    ("codes.csv", "downloads-codes"),
    ("motion.json", "downloads-motion"),
    ("motion_version.json", "downloads-motion-version"),
    ("clauses.csv", "downloads-clauses"),
    ("motion_lineage.csv", "downloads-motion-lineage"),
    (asked::FILE, "downloads-asked-before"),
    ("results.zip", "downloads-archive"),
];

/// How long files serve while contributions keep coming, in milliseconds.
const KEPT: i64 = 60_000;

#[derive(Template)]
#[template(path = "downloads.html")]
struct Downloads {
    page: Page,
    tables: [Table; 2],
    updated: Option<String>,
}

/// Files with their caption; no file, no table.
struct Table {
    id: &'static str,
    caption: String,
    files: Vec<Line>,
}

struct Line {
    name: &'static str,
    content: String,
    size: u64,
}

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![
        Gesture::page(slug::DOWNLOADS, "", Access::Public, get(show)),
        Gesture::at(&["/data/{file}"], Access::Public, get(send)),
    ]
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let exported = exported(&state).await?;
    let updated = exported.updated.map(|at| lang.it("downloads-updated", day(lang, at)));
    let page = Page::new(&state, lang, Target::Downloads, lang.t("title-downloads"));
    let size = |name: &str| Some(exported.path().join(name).metadata().ok()?.len());
    render(&Downloads { page, tables: tables(lang, size), updated })
}

async fn send(State(state): State<AppState>, Path(file): Path<String>) -> Result<Response, Error> {
    let offered = FILES.into_iter().chain(formats::FILES).map(|(name, _)| name);
    let name =
        offered.chain(files().map(|(name, ..)| *name)).find(|name| *name == file).ok_or_else(Error::not_found)?;
    let exported = exported(&state).await?;
    let body = tokio::fs::read(exported.path().join(name)).await.map_err(|_| Error::not_found())?;
    let disposition = format!("attachment; filename=\"{name}\"");
    let kind = formats::kind(name).to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], body).into_response())
}

/// The files that there are, each with its size.
fn tables(lang: Lang, size: impl Fn(&str) -> Option<u64>) -> [Table; 2] {
    let line =
        |&(name, content): &(&'static str, &str)| Some(Line { name, content: lang.t(content), size: size(name)? });
    let table = |id, caption, files: &[(&'static str, &str)]| Table {
        id,
        caption: lang.t(caption),
        files: files.iter().filter_map(line).collect(),
    };
    [table("files", "downloads-table", &FILES), table("formats", "formats-table", &formats::FILES)]
}

/// What the files are made from, beside the analysis.
struct Received {
    edition: Arc<Edition>,
    annex: Annex,
    materials: Vec<Material>,
    provenances: Vec<Provenance>,
    attachments: Vec<Attachment>,
    motion: Option<MotionRecord>,
    asked_before: Vec<Confirmed>,
}

/// What tells one state of the edition from another.
type Of = (Option<String>, u64, Vec<Attachment>, Option<u32>, Vec<Confirmed>);

/// The files of one state of the edition, on disk until the next state.
pub(crate) struct Exported {
    directory: TempDir,
    /// Run, number of contributions, documents, version of the motion, and what earlier ones ask too.
    of: Of,
    /// When they were made, and when what they hold last changed, in Unix milliseconds.
    at: i64,
    updated: Option<i64>,
}

impl Exported {
    /// Inside the temporary directory: what the export publishes must not exist before.
    pub(crate) fn path(&self) -> path::PathBuf {
        self.directory.path().join("data")
    }

    /// Whether they still serve: made from the same, or from the same run a moment ago.
    fn serves(&self, of: &Of, now: i64) -> bool {
        self.of == *of
            || (self.of.0 == of.0
                && self.of.2 == of.2
                && self.of.3 == of.3
                && self.of.4 == of.4
                && (self.at..self.at + KEPT).contains(&now))
    }
}

/// The files last made; kept by the state, made by one request at a time.
pub(crate) type Cache = Mutex<Option<Arc<Exported>>>;

/// The files of the edition as it is.
pub(crate) async fn exported(state: &AppState) -> Result<Arc<Exported>, Error> {
    let run = state.store.latest_run(&state.edition.id).await?;
    let received = state.store.figures(&state.edition.id).await?.contributions;
    let mut attachments = state.store.attachments_told(&state.edition.id).await?;
    let withheld = state.store.withheld(&state.edition.id).await?;
    for one in &mut attachments {
        one.public &= !withheld.contains(&one.id);
    }
    let motion = published(state).await?;
    let version = motion.as_ref().map(|told| told.version.version);
    let asked_before = confirmed(state).await?;
    let of = (run.as_ref().map(|run| run.id.to_string()), received, attachments.clone(), version, asked_before.clone());
    let at = state.now();
    let mut kept = state.exported().lock().await;
    if let Some(kept) = kept.as_ref().filter(|kept| kept.serves(&of, at)) {
        return Ok(Arc::clone(kept));
    }
    let received = Received {
        edition: Arc::clone(&state.edition),
        annex: match &run {
            Some(run) => state.store.annex(&run.id).await?,
            None => Annex::default(),
        },
        materials: masked(
            state.store.materials(&state.edition.id).await?,
            &state.store.masks(&state.edition.id).await?,
        ),
        provenances: state.store.provenances(&state.edition.id).await?,
        attachments,
        motion,
        asked_before,
    };
    let mut analysis = state.store.analysis(&state.edition.id).await?;
    if let (Some(analysis), Some(run), Some(_)) = (&mut analysis, &run, &received.motion) {
        analysis.run.parameters.push(("run_id".to_owned(), run.id.to_string()));
    }
    let updated = received.materials.iter().map(|one| one.received_at).chain(run.map(|run| run.at)).max();
    let directory = tokio::task::spawn_blocking(move || make(&received, analysis)).await.map_err(Error::export)??;
    let made = Arc::new(Exported { directory, of, at, updated });
    *kept = Some(Arc::clone(&made));
    Ok(made)
}

/// The motion that everyone can read, with what each of its clauses comes from.
async fn published(state: &AppState) -> Result<Option<MotionRecord>, Error> {
    let Some((version, written)) = state.store.published_motion(&state.edition.id).await? else { return Ok(None) };
    let kept = state.store.motion_passages(&state.edition.id, version.number).await?;
    let told = VersionRecord { version: version.number, seal: version.seal, run: version.run.unwrap_or_default() };
    Ok(Some(MotionRecord::of(told, written.motion, &kept)))
}

/// What was received, with the words that people masked covered.
fn masked(mut materials: Vec<Material>, masks: &Masks) -> Vec<Material> {
    for one in &mut materials {
        let id = ContributionId::numbered(one.number);
        one.text = veiled(masks, &id, &one.text);
        one.title = one.title.take().map(|title| veiled(masks, &id, &title));
    }
    materials
}

fn make(received: &Received, analysis: Option<Analysis>) -> Result<TempDir, Error> {
    let directory = tempfile::tempdir().map_err(Error::export)?;
    let mut output = export::Output::open(&directory.path().join("data")).map_err(Error::export)?;
    output.file("contributions.csv", &contributions(&received.materials)?).map_err(Error::export)?;
    output.file("attachments.csv", &documents::table(&received.attachments)?).map_err(Error::export)?;
    if let Some(analysis) = analysis {
        let analysis = method::of_edition(with_the_waiting(analysis, &received.materials), &received.edition);
        formats::write(received, &analysis, &mut output)?;
        method::write(&received.annex, &analysis, &mut output)?;
        if let Some(told) = &received.motion {
            output.motion(told).map_err(Error::export)?;
            output.file(asked::FILE, &asked::table(told, &received.asked_before)?).map_err(Error::export)?;
        }
        output.analysis(&analysis).map_err(Error::export)?;
        output.file("analysis.json", &serde_json::to_vec(&analysis).map_err(Error::export)?).map_err(Error::export)?;
        output.packed("results.zip").map_err(Error::export)?;
    }
    output.publish().map_err(Error::export)?;
    Ok(directory)
}

/// Contributions that came after the run are in the ledger and the lineage too, as waiting.
fn with_the_waiting(mut analysis: Analysis, materials: &[Material]) -> Analysis {
    let seen: BTreeSet<String> = analysis.fates.iter().map(|fate| fate.contribution.to_string()).collect();
    let waiting = materials.iter().filter(|one| !seen.contains(&one.number.to_string())).map(|one| Fate {
        contribution: ContributionId::numbered(one.number),
        status: Some(IdeaStatus::ToSort),
        reason: "received".into(),
        detail: String::new(),
    });
    analysis.fates.extend(waiting);
    analysis.run.output_hash = export::fingerprint(&analysis);
    analysis
}

fn contributions(materials: &[Material]) -> Result<Vec<u8>, Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["contribution_id", "title", "text", "signatures"]).map_err(Error::export)?;
    for one in materials {
        let title = one.title.as_deref().unwrap_or_default();
        let signatures = (1 + one.others.len()).to_string();
        table.write_record([&one.number.to_string(), title, &one.text, &signatures]).map_err(Error::export)?;
    }
    table.into_inner().map_err(Error::export)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::collect::attach::attachment;
    use crate::sample;
    use arobase_domain::annex::{CodeRow, GestureRow};
    use arobase_domain::motion::Passage;
    use arobase_domain::{AttachmentKind, ClauseId, IdeaId, PropositionId, Span};

    fn material(number: u32) -> Material {
        Material {
            number,
            title: None,
            text: "« vélo », dit-il\nencore".into(),
            author: None,
            territory: None,
            channel: arobase_domain::Channel::Paper,
            received_at: 0,
            broken: None,
            others: Vec::new(),
        }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Downloads {
                page: sample::page(lang, Target::Downloads),
                tables: tables(lang, |_| Some(12_345)),
                updated: Some("hier".into()),
            });
        }
    }

    #[test]
    fn texts_are_written_to_the_character() {
        let table = String::from_utf8(contributions(&[material(7)]).unwrap()).unwrap();
        insta::assert_snapshot!(table);
    }

    #[test]
    fn what_the_run_has_not_seen_is_in_the_ledger() {
        let analysis = arobase_publish::sample();
        let (seen, next) = (analysis.fates.len(), 9_000);
        let whole = with_the_waiting(analysis, &[material(1), material(next)]);
        assert_eq!(whole.fates.len(), seen + 1);
        assert_eq!(whole.fates[seen].contribution.number(), Some(next));
    }

    #[test]
    fn files_serve_for_a_minute_and_never_for_another_run() {
        let of = (Some("a".to_owned()), 7, Vec::new(), None, Vec::new());
        let made = Exported { directory: tempfile::tempdir().unwrap(), of: of.clone(), at: 1_000, updated: None };
        assert!(made.serves(&of, 1_000 + KEPT));
        assert!(made.serves(&(of.0.clone(), 8, Vec::new(), None, Vec::new()), 999 + KEPT));
        assert!(!made.serves(&(of.0.clone(), 8, Vec::new(), None, Vec::new()), 1_000 + KEPT));
        assert!(!made.serves(&(Some("b".to_owned()), 7, Vec::new(), None, Vec::new()), 1_000));
        let withdrawn = vec![attachment("d", AttachmentKind::Pdf, false)];
        assert!(
            !made.serves(&(of.0.clone(), 7, withdrawn, None, Vec::new()), 1_000),
            "a consent taken back counts at once"
        );
        assert!(!made.serves(&(of.0, 7, Vec::new(), Some(1), Vec::new()), 1_000), "so does a motion");
    }

    #[test]
    fn an_edition_without_run_offers_its_contributions() {
        assert_eq!(offered(&[material(1)], None), [vec!["contributions.csv", "attachments.csv"], vec![]]);
    }

    #[test]
    fn every_file_told_is_made() {
        let names = |files: &[(&'static str, &str)]| files.iter().map(|file| file.0).collect::<Vec<_>>();
        let offered = offered(&[material(1)], Some(arobase_publish::sample()));
        assert_eq!(offered, [names(&FILES), names(&formats::FILES)]);
    }

    /// Every file there may be.
    pub(crate) fn all() -> TempDir {
        made(&[material(1)], Some(arobase_publish::sample()))
    }

    /// The names on the page when these were received and this was found.
    fn offered(materials: &[Material], analysis: Option<Analysis>) -> [Vec<&'static str>; 2] {
        let directory = made(materials, analysis);
        let size = |name: &str| Some(directory.path().join("data").join(name).metadata().ok()?.len());
        tables(Lang::Fr, size).map(|table| table.files.iter().map(|line| line.name).collect())
    }

    fn made(materials: &[Material], analysis: Option<Analysis>) -> TempDir {
        let provenance = |one: &Material| Provenance {
            number: one.number,
            channel: arobase_domain::Channel::Paper,
            department: None,
            commune: None,
            received_at: 0,
        };
        let provenances = materials.iter().map(provenance).collect();
        let annex = Annex { gestures: vec![GestureRow::default()], codes: vec![CodeRow::default()] };
        let edition = Arc::new(sample::edition());
        let told = VersionRecord { version: 1, seal: String::new(), run: arobase_domain::RunId::new("r") };
        let kept = [(ClauseId::new("e1"), passage())];
        let motion = Some(MotionRecord::of(told, sample::motion(), &kept));
        let received = Received {
            edition,
            annex,
            materials: materials.to_vec(),
            provenances,
            attachments: Vec::new(),
            motion,
            asked_before: Vec::new(),
        };
        make(&received, analysis).unwrap()
    }

    fn passage() -> Passage {
        let (contribution, idea) = (ContributionId::numbered(7), IdeaId::new("7.1"));
        Passage { contribution, span: Span { start: 0, end: 9 }, idea, proposition: Some(PropositionId::new("p1")) }
    }
}
