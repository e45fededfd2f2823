//! The engine's side of the quality bench (`cargo xtask bench quality`, whose other side is `bench/quality`).
//!
//! ```text
//! quality analyse SAMPLE.csv FOLDER [K] the whole engine, asked for K themes or not: ideas.csv, propositions.csv and run.csv
//! quality vectors SAMPLE.csv FOLDER    one vector per text for the peers: vectors.npy; its stems: terms.txt
//! quality texts   SAMPLE.csv FOLDER    themes of those vectors, texts left whole: texts.csv
//! quality read    SAMPLE.csv FOLDER    what is read in each text taken as one idea: readings.csv
//! quality demands SAMPLE.csv FOLDER    what is asked in each idea that the texts are cut into: demands.csv
//! ```
//!
//! A sample has the columns `id`, `title`, `text`, `author` and `question`; others are not read.
#![expect(clippy::print_stderr, reason = "a bench says what failed")]

use arobase_encoder::{Encoder, Matrix};
use arobase_funnel::bag::Bag;
use arobase_funnel::{Input, Outcome, Settings, analyse, lsa, neighbours, reading, themes, vectors};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

type Done<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Done {
    let [task, sample, folder, asked @ ..] = arguments else {
        return Err("quality analyse|vectors|texts|read|demands SAMPLE.csv FOLDER [K]".into());
    };
    let themes = asked.first().map(|count| count.parse()).transpose()?;
    let settings = Settings { themes, ..Settings::default() };
    let (inputs, folder) = (read(sample)?, Path::new(folder));
    match task.as_str() {
        "analyse" => write(&inputs, &analyse(&inputs, &settings, Encoder::french(), &mut ())?, folder),
        "vectors" => write_vectors(&inputs, folder),
        "texts" => write_texts(&inputs, folder),
        "read" => write_readings(&inputs, folder),
        "demands" => write_demands(&inputs, folder),
        other => Err(format!("{other} is neither analyse, vectors, texts, read nor demands").into()),
    }
}

fn read(file: &str) -> Done<Vec<Input>> {
    let mut reader = csv::Reader::from_path(file)?;
    let headers = reader.headers()?.clone();
    let mut inputs = Vec::new();
    for record in reader.records() {
        let record = record?;
        let cell = |name: &str| {
            let column = headers.iter().position(|header| header == name)?;
            record.get(column).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        inputs.push(Input {
            id: cell("id").ok_or("a row has no id")?,
            title: cell("title").unwrap_or_default(),
            text: cell("text").unwrap_or_default(),
            author: cell("author"),
            question: cell("question"),
            ..Input::default()
        });
    }
    Ok(inputs)
}

fn write(inputs: &[Input], found: &Outcome, folder: &Path) -> Done {
    let mut out = csv::Writer::from_path(folder.join("ideas.csv"))?;
    out.write_record(["contribution", "start", "end", "letters", "theme", "kind", "status", "proposition", "repeats"])?;
    for idea in &found.ideas {
        out.write_record([
            inputs[found.order[idea.contribution]].id.clone(),
            idea.span.start.to_string(),
            idea.span.end.to_string(),
            idea.text.chars().filter(|c| c.is_alphanumeric()).count().to_string(),
            number(idea.theme),
            format!("{:?}", idea.kind),
            format!("{:?}", idea.status),
            number(idea.proposition),
            number(idea.duplicate_of),
        ])?;
    }
    out.flush()?;
    write_propositions(found, folder)?;
    write_run(found, folder)
}

fn write_propositions(found: &Outcome, folder: &Path) -> Done {
    let mut out = csv::Writer::from_path(folder.join("propositions.csv"))?;
    out.write_record(["rank", "text", "source", "ideas"])?;
    for proposition in &found.propositions {
        let ideas: Vec<String> = proposition.ideas.iter().map(ToString::to_string).collect();
        let rank = format!("{:?}", proposition.rank);
        out.write_record([&rank, &proposition.text, &proposition.source.to_string(), &ideas.join(" ")])?;
    }
    Ok(out.flush()?)
}

fn write_run(found: &Outcome, folder: &Path) -> Done {
    let measures = &found.measures;
    let mut out = csv::Writer::from_path(folder.join("run.csv"))?;
    out.write_record(["themes", "coverage_ideas", "coverage_authors", "redundancy"])?;
    let figures = [measures.coverage_ideas, measures.coverage_authors, measures.redundancy].map(|x| x.to_string());
    out.write_record([&[found.themes.len().to_string()], figures.as_slice()].concat())?;
    Ok(out.flush()?)
}

/// A number, or nothing.
fn number(index: Option<usize>) -> String {
    index.map(|index| index.to_string()).unwrap_or_default()
}

/// Title and text of each contribution as one, in ordinary capitals.
fn wholes(inputs: &[Input]) -> Vec<String> {
    let whole = |input: &Input| match input.title.as_str() {
        "" => input.text.clone(),
        title => format!("{title}. {}", input.text),
    };
    inputs.iter().map(|input| arobase_text::typography::sentence_case(&whole(input))).collect()
}

/// The vectors that peers are given, and the stems behind their lexical part.
fn vectors(inputs: &[Input]) -> (vectors::Compact, Vec<Bag>) {
    let wholes = wholes(inputs);
    let texts: Vec<&str> = wholes.iter().map(String::as_str).collect();
    let bags: Vec<Bag> = texts.iter().map(|text| Bag::of(text)).collect();
    let lexical = lsa::lsa(&bags, Settings::default().seed);
    let dense = vectors::Compact::of(&Encoder::french().encode(&texts));
    (vectors::fuse(&dense, &lexical, vectors::LEXICAL_WEIGHT), bags)
}

fn write_vectors(inputs: &[Input], folder: &Path) -> Done {
    let (vectors, bags) = vectors(inputs);
    let lines: Vec<String> = bags.iter().map(|bag| bag.iter().collect::<Vec<_>>().join(" ") + "\n").collect();
    std::fs::write(folder.join("terms.txt"), lines.concat())?;
    Ok(std::fs::write(folder.join("vectors.npy"), npy(&vectors.matrix()))?)
}

/// NumPy's file format, version 1: a header padded to 64 bytes, then the rows.
fn npy(x: &Matrix) -> Vec<u8> {
    let shape = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}, {}), }}", x.rows(), x.cols());
    let padded = (10 + shape.len() + 1).next_multiple_of(64) - 10;
    let mut out = b"\x93NUMPY\x01\x00".to_vec();
    out.extend((padded as u16).to_le_bytes());
    out.extend(format!("{shape:<width$}\n", width = padded - 1).bytes());
    out.extend(x.as_slice().iter().flat_map(|value| value.to_le_bytes()));
    out
}

fn write_texts(inputs: &[Input], folder: &Path) -> Done {
    let (vectors, _) = vectors(inputs);
    let graph = neighbours::graph(&neighbours::knn(&vectors, neighbours::usual_count(vectors.rows())));
    let voices = vec![1.0; vectors.rows()];
    let sources: Vec<usize> = (0..vectors.rows()).collect();
    let nodes = themes::Nodes { graph: &graph, weights: &voices, sources: &sources };
    let found = themes::find(nodes, themes::Settings::default(), Settings::default().seed);
    let mut out = csv::Writer::from_path(folder.join("texts.csv"))?;
    out.write_record(["contribution", "theme"])?;
    for (input, theme) in inputs.iter().zip(found.theme()) {
        out.write_record([&input.id, &number(theme.map(|theme| theme as usize))])?;
    }
    Ok(out.flush()?)
}

fn write_readings(inputs: &[Input], folder: &Path) -> Done {
    let mut out = csv::Writer::from_path(folder.join("readings.csv"))?;
    out.write_record(["contribution", "kind", "refused", "infinitive", "rules"])?;
    for input in inputs {
        let found = reading::answer(&input.text, "", input.question.as_deref());
        let (refused, text, rules) = found
            .demands
            .first()
            .map(|demand| (demand.refused.to_string(), demand.text.clone(), demand.rules.join(" ")))
            .unwrap_or_default();
        out.write_record([&input.id, &format!("{:?}", found.kind), &refused, &text, &rules])?;
    }
    Ok(out.flush()?)
}

fn write_demands(inputs: &[Input], folder: &Path) -> Done {
    let mut out = csv::Writer::from_path(folder.join("demands.csv"))?;
    out.write_record(["contribution", "start", "end", "carried", "refused", "infinitive", "rules"])?;
    for input in inputs {
        for idea in reading::ideas(&input.text, input.question.as_deref()) {
            let Some(demand) = idea.reading.as_ref().and_then(|reading| reading.demands.first()) else { continue };
            out.write_record([
                &input.id,
                &idea.span.start.to_string(),
                &idea.span.end.to_string(),
                &idea.carried,
                &demand.refused.to_string(),
                &demand.text,
                &demand.rules.join(" "),
            ])?;
        }
    }
    Ok(out.flush()?)
}
