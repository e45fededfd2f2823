//! `arobase analyse`: files of contributions in, the tables and the report of one run out.

use super::endpoints::{Endpoints, Unusable};
use crate::progress::Bars;
use crate::remote::{Chat, RemoteError, Suggested, suggest};
use crate::resume::{self, Continued, Origin, Stopped};
use crate::shelf::Shelf;
use crate::{formats, language, summary};
use arobase_domain::{Analysis, ContributionId, Fate, Lang};
use arobase_encoder::{Encode, EncodeError, Encoder};
use arobase_funnel::{Input, Settings};
use arobase_publish::report::{self, SourceText};
use arobase_tables::analysts::{Corpus, Source};
use arobase_tables::export::{self, Output, WriteError, WriteProblem};
use arobase_tables::import::{self, RunError};
use arobase_tables::state::{self, EditError, EditProblem};
use arobase_tables::{Broken, Columns, ReadError, Row, Table};
use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser as _};
use miette::{IntoDiagnostic as _, miette};
use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

/// Broken rows told one by one; the ledger has them all.
const TOLD: usize = 10;

/// Turn contributions into themes, questions and propositions, every idea accounted for
///
/// Reads CSV (any separator and encoding, gzip too), XLSX, ODS and JSON Lines. Columns are found by their names (texte, contribution, body/fr…) unless
/// they are given. Writes ideas.csv, themes.csv, questions.csv, propositions.csv, backing.csv, lineage.csv, ledger.csv, personal.csv, run.json, state.json and
/// report.html, all at once or not at all. Interrupted, the same command goes on from its last long stage, kept until then in a hidden folder beside DIR. Profiles, ladder, splits, partitions, reinert, map and nearest (.csv) help judge the themes. From an earlier run or with gestures, difference.csv tells what moved and proposal.jsonl what could. Exits with 2 when the input or the directory will not do.
#[derive(Debug, clap::Args)]
pub(crate) struct Analyse {
    /// Tables of contributions, read as one
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Directory of the results: new, empty, or holding earlier results, which are replaced
    #[arg(long, short, value_name = "DIR")]
    out: PathBuf,
    /// Results of an earlier run to go on from: what people decided stays, late contributions find their place
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
    /// Gestures to make on the themes, one JSON object a line: merge, split, move, rename, lock, unlock, create, dissolve, off_topic
    #[arg(long, value_name = "FILE")]
    edits: Option<PathBuf>,
    #[command(flatten)]
    named: Named,
    #[command(flatten)]
    settings: Asked,
    #[command(flatten)]
    endpoints: Endpoints,
    /// Threads, which change nothing but the duration [default: as many as processors]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Also write what other tools open: analysis.xlsx and .ods, mindmap.opml and .mm, corpora for IRaMuTeQ, project.qdpx and codebook.qdc for NVivo, ATLAS.ti or QualCoder
    #[arg(long)]
    formats: bool,
    /// Refuse the files if a single row cannot be read
    #[arg(long)]
    strict: bool,
    /// Print a summary as one JSON object
    #[arg(long)]
    json: bool,
    /// Language of messages and report: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

/// Columns by name.
#[derive(Debug, clap::Args)]
pub(super) struct Named {
    /// Column of the text; several form one text, joined by a blank line
    #[arg(long, value_name = "COLUMN")]
    text: Vec<String>,
    /// Column of the title
    #[arg(long, value_name = "COLUMN")]
    title: Option<String>,
    /// Column of the identifier
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// Column of the author, to count distinct people
    #[arg(long, value_name = "COLUMN")]
    author: Option<String>,
    /// Column of the territory
    #[arg(long, value_name = "COLUMN")]
    territory: Option<String>,
    /// Column of the date
    #[arg(long, value_name = "COLUMN")]
    date: Option<String>,
    /// Column of the channel: online, paper, phone…
    #[arg(long, value_name = "COLUMN")]
    channel: Option<String>,
    /// Column of the question answered, or its words when all answer the same: a bare noun wishes or complains by what was asked
    #[arg(long, value_name = "COLUMN|TEXT")]
    question: Option<String>,
}

/// Settings of the engine.
#[derive(Debug, clap::Args)]
struct Asked {
    /// How many themes [default: as many as are stable]
    #[arg(long, value_name = "N")]
    themes: Option<NonZeroUsize>,
    /// How many structuring questions, 2 to 8 [default: 3 to 6, as themes group]
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(2..=8))]
    questions: Option<usize>,
    /// How many propositions [default: 12 to 60, as contributions are many]
    #[arg(long, value_name = "N")]
    propositions: Option<NonZeroUsize>,
    /// Seed of everything drawn; the same seed gives the same results
    #[arg(long, value_name = "N", default_value_t = Settings::default().seed)]
    seed: u64,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error(transparent)]
    Endpoint(#[from] Unusable),
    #[error(transparent)]
    Remote(Box<RemoteError>),
    #[error("broken rows")]
    Strict(Vec<Broken>),
    #[error(transparent)]
    From(#[from] RunError),
    #[error(transparent)]
    Edits(#[from] EditError),
    #[error("{0:?}")]
    Unexpected(miette::Report),
}

impl Analyse {
    /// Analyses, or says why not.
    pub(crate) fn run(self) -> miette::Result<ExitCode> {
        let lang = self.lang.unwrap_or_else(language::of_environment);
        match self.analyse(lang) {
            Ok(()) => Ok(ExitCode::SUCCESS),
            Err(Failure::Unexpected(report)) => Err(report),
            Err(failure) => {
                let code = failure.code();
                super::tell(&failure.message(lang));
                Ok(ExitCode::from(code))
            }
        }
    }

    fn analyse(self, lang: Lang) -> Result<(), Failure> {
        // Before minutes of work, not after.
        export::check(&self.out)?;
        let (encoder, chat) = (self.endpoints.encoder()?, self.endpoints.chat()?);
        let origin = self.origin()?;
        let mut bars = Bars::speaking(lang);
        let table = arobase_tables::read_all(&self.files, &self.named.columns())?;
        bars.read(table.rows.len(), table.broken.len());
        bars.aside(&remarks(&table, lang));
        if self.strict && !table.broken.is_empty() {
            return Err(Failure::Strict(table.broken));
        }
        let notices = table.notices.iter().map(|notice| notice.message(lang)).collect();
        let mut given: Vec<Source> = table.rows.iter().filter(|_| self.formats).map(formats::source).collect();
        let inputs: Vec<Input> = table.rows.into_iter().map(input).collect();
        let broken = table.broken.iter().map(|broken| fate(broken, lang)).collect();
        bars.aside(&self.endpoints.announce(lang));
        let engine: &dyn Encode = match &encoder {
            Some(remote) => remote,
            None => Encoder::french(),
        };
        let settings = self.settings.settings();
        let shelf = Shelf::of(&self.out, &inputs, &settings, engine);
        bars.keep_on(shelf.clone());
        let continued = self.engine(&inputs, broken, &settings, engine, bars, origin);
        let mut continued = continued.inspect_err(|failure| failure.leave(shelf.as_ref()))?;
        continued.analysis.run.parameters.extend(self.endpoints.record());
        let suggested = chat.map(|chat| suggestions(&mut continued.analysis, &chat, lang));
        formats::sort(&mut given, &continued.analysis);
        self.write(&continued, suggested.as_ref(), inputs, &given, lang)?;
        shelf.iter().for_each(Shelf::clear);
        let Continued { analysis, change, .. } = continued;
        let summary = if self.json {
            summary::json(&analysis, &self.out, notices)
        } else {
            let changed = change.map(|change| format!("\n\n{}", summary::change(&change, &self.out, lang)));
            summary::text(&analysis, &self.out, lang) + &changed.unwrap_or_default()
        };
        // A reader that has gone away, as `head` does, is no failure of ours.
        let _gone = writeln!(io::stdout(), "{summary}");
        Ok(())
    }

    /// The earlier run and the gestures, read before minutes of work.
    fn origin(&self) -> Result<Origin, Failure> {
        let from =
            |directory: &PathBuf| -> Result<_, Failure> { Ok((import::record(directory)?, state::read(directory)?)) };
        let run = self.from.as_ref().map(from).transpose()?;
        Ok(Origin { run, edits: self.edits.as_deref().map(state::edits).transpose()?.unwrap_or_default() })
    }

    /// Runs the engine on as many threads as asked.
    fn engine(
        &self,
        inputs: &[Input],
        broken: Vec<Fate>,
        settings: &Settings,
        encoder: &dyn Encode,
        bars: Bars,
        origin: Origin,
    ) -> Result<Continued, Failure> {
        let threads = self.threads.map_or(0, NonZeroUsize::get);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().into_diagnostic();
        let run = || resume::run(inputs, broken, settings, encoder, bars, origin);
        pool.map_err(Failure::Unexpected)?.install(run).map_err(|stopped| match stopped {
            Stopped::Encoder(error) => Failure::of_encoder(error),
            Stopped::Refused(line, refusal) => {
                let path = self.edits.clone().unwrap_or_default();
                Failure::Edits(EditError { path, line, problem: EditProblem::Refused(refusal) })
            }
        })
    }

    fn write(
        &self,
        continued: &Continued,
        suggested: Option<&Suggested>,
        inputs: Vec<Input>,
        given: &[Source],
        lang: Lang,
    ) -> Result<(), WriteError> {
        let Continued { analysis, state, change } = continued;
        let kept = suggested.map_or(&[][..], |suggested| &suggested.kept);
        let sources = inputs.into_iter().map(source).collect();
        let mut output = Output::open(&self.out)?;
        output.file("report.html", report::render_with(analysis, &sources, kept, lang).as_bytes())?;
        output.file(state::STATE, &state::written(state))?;
        if let Some(suggested) = suggested {
            output.file("suggestions.jsonl", suggested.lines().as_bytes())?;
        }
        if let Some(change) = change {
            output.file("difference.csv", &export::difference(&change.rows))?;
            output.file("proposal.jsonl", &export::gestures(&change.proposal))?;
        }
        if self.formats {
            formats::write(&Corpus { title: &self.title(), lang, analysis, sources: given }, &mut output)?;
        }
        output.analysis(analysis)?;
        output.publish()
    }

    /// The consultation is called as its first file.
    fn title(&self) -> String {
        let name = self.files.first().and_then(|file| file.file_stem());
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }
}

impl Named {
    pub(super) fn columns(&self) -> Columns {
        let Self { text, title, id, author, territory, date, channel, question } = self;
        Columns {
            text: text.clone(),
            title: title.clone(),
            id: id.clone(),
            author: author.clone(),
            territory: territory.clone(),
            date: date.clone(),
            channel: channel.clone(),
            question: question.clone(),
            language: None,
        }
    }
}

impl Asked {
    fn settings(&self) -> Settings {
        Settings {
            seed: self.seed,
            themes: self.themes.map(NonZeroUsize::get),
            questions: self.questions,
            propositions: self.propositions.map(NonZeroUsize::get),
            ..Settings::default()
        }
    }
}

impl Failure {
    fn of_encoder(error: EncodeError) -> Self {
        match error.downcast() {
            Ok(remote) => Self::Remote(remote),
            Err(other) => Self::Unexpected(miette!("{other}")),
        }
    }

    /// 2 when the user can mend it, 1 when the machine failed.
    fn code(&self) -> u8 {
        match self {
            Self::Read(_) | Self::Strict(_) | Self::Endpoint(_) | Self::From(_) | Self::Edits(_) => 2,
            Self::Write(error) if !matches!(error.problem, WriteProblem::Io(_)) => 2,
            Self::Write(_) | Self::Remote(_) | Self::Unexpected(_) => 1,
        }
    }

    /// A refusal leaves no trace; when the machine fails, what was kept serves again.
    fn leave(&self, shelf: Option<&Shelf>) {
        if self.code() == 2 {
            shelf.into_iter().for_each(Shelf::clear);
        }
    }

    fn message(&self, lang: Lang) -> String {
        match self {
            Self::Read(error) => error.message(lang),
            Self::Write(error) => error.message(lang),
            Self::Endpoint(error) => error.message(lang),
            Self::Remote(error) => error.message(lang),
            Self::From(error) => error.message(lang),
            Self::Edits(error) => error.message(lang),
            Self::Unexpected(report) => format!("{report:?}"),
            Self::Strict(_) => match lang {
                Lang::Fr => "Rien n’a été analysé : --strict refuse toute ligne illisible.".to_owned(),
                Lang::En => "Nothing was analysed: --strict refuses any row that cannot be read.".to_owned(),
            },
        }
    }
}

/// Asks for suggestions, and notes in the record of the run how many were kept. Nothing else of the result changes.
fn suggestions(analysis: &mut Analysis, chat: &Chat, lang: Lang) -> Suggested {
    let suggested = suggest(analysis, chat);
    if let Some(error) = &suggested.stopped {
        super::tell(&error.stopped(lang));
    }
    analysis.run.parameters.push(("suggestions".to_owned(), suggested.count()));
    suggested
}

pub(super) fn input(row: Row) -> Input {
    Input {
        id: row.id,
        title: row.title,
        text: row.text,
        author: row.author,
        territory: row.territory,
        question: row.question,
        ..Input::default()
    }
}

fn fate(broken: &Broken, lang: Lang) -> Fate {
    let contribution = ContributionId::new(broken.id.as_str());
    Fate { contribution, status: None, reason: "broken_row".to_owned(), detail: broken.message(lang) }
}

/// Nobody has agreed to be named in the report: authors are left out of it.
fn source(input: Input) -> (ContributionId, SourceText) {
    (ContributionId::new(input.id), SourceText { title: input.title, text: input.text, author: String::new() })
}

/// What was decided while reading, then the rows that could not be read.
fn remarks(table: &Table, lang: Lang) -> Vec<String> {
    let notices = table.notices.iter().map(|notice| notice.message(lang));
    let broken = table.broken.iter().take(TOLD).map(|broken| broken.message(lang));
    let rest = table.broken.len().saturating_sub(TOLD);
    let more = (rest > 0).then(|| match lang {
        Lang::Fr => format!("… et {rest} autres lignes illisibles, toutes au registre (ledger.csv)."),
        Lang::En => format!("… and {rest} more rows that cannot be read, all in the ledger (ledger.csv)."),
    });
    notices.chain(broken).chain(more).collect()
}
