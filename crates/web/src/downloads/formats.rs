//! The analysis for tools that people have already: spreadsheets, mind maps, IRaMuTeQ, programs of qualitative analysis.
//!
//! Contributions are in French, and so is the little that is ours beside them, whatever the language of the page.

use super::Received;
use crate::Error;
use crate::calendar::clock;
use crate::lang::Lang;
use crate::page::channel;
use arobase_domain::{Analysis, ContributionId};
use arobase_publish::{map, mindmap, png, tree};
use arobase_store::{Material, Provenance};
use arobase_tables::analysts::{self, Corpus, Source};
use arobase_tables::export::Output;

/// Each file with the message that tells what it is for.
pub(super) const FILES: [(&str, &str); 14] = [
    ("analysis.xlsx", "formats-xlsx"),
    ("analysis.ods", "formats-ods"),
    ("mindmap.mm", "formats-mm"),
    ("mindmap.opml", "formats-opml"),
    ("mindmap.svg", "formats-svg"),
    ("mindmap-radial.svg", "formats-svg-radial"),
    ("mindmap.png", "formats-png"),
    ("mindmap-radial.png", "formats-png-radial"),
    ("ideas-map.svg", "formats-ideas-svg"),
    ("ideas-map.png", "formats-ideas-png"),
    ("iramuteq-contributions.txt", "formats-iramuteq-contributions"),
    ("iramuteq-ideas.txt", "formats-iramuteq-ideas"),
    ("project.qdpx", "formats-qdpx"),
    ("codebook.qdc", "formats-qdc"),
];

/// Adds every file to those of the analysis.
pub(super) fn write(received: &Received, analysis: &Analysis, output: &mut Output) -> Result<(), Error> {
    let (lang, title) = (Lang::Fr, received.edition.name.as_str());
    let sources = sources(received);
    let corpus = Corpus { title, lang, analysis, sources: &sources };
    output.file("mindmap.mm", mindmap::freemind(analysis, title, lang).as_bytes()).map_err(Error::export)?;
    output.file("mindmap.opml", mindmap::opml(analysis, title, lang).as_bytes()).map_err(Error::export)?;
    let root = tree::Material::of(analysis, lang).whole(title, true);
    drawn(output, "mindmap", &tree::standalone(&root, tree::Form::Tree))?;
    drawn(output, "mindmap-radial", &tree::standalone(&root, tree::Form::Radial))?;
    drawn(output, "ideas-map", &map::standalone(&map::Atlas::of(analysis), lang))?;
    for (name, make) in analysts::FILES {
        output.made(name, || make(&corpus)).map_err(Error::export)?;
    }
    Ok(())
}

/// A drawing, as itself and as a picture.
fn drawn(output: &mut Output, name: &str, drawing: &str) -> Result<(), Error> {
    let picture = png::png(drawing).map_err(Error::export)?;
    output.file(&format!("{name}.svg"), drawing.as_bytes()).map_err(Error::export)?;
    output.file(&format!("{name}.png"), &picture).map_err(Error::export)
}

/// What programs are told of a file.
pub(super) fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "csv" => "text/csv; charset=utf-8; header=present",
        "json" => "application/json",
        "html" => "text/html; charset=utf-8",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "txt" => "text/plain; charset=utf-8",
        "opml" => "text/x-opml; charset=utf-8",
        "mm" => "application/x-freemind",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "qdc" => "application/xml",
        _ => "application/octet-stream",
    }
}

/// Both lists are by number; one that came between the two questions waits for the next time.
fn sources(received: &Received) -> Vec<Source> {
    let zone = &received.edition.settings.time_zone;
    let pairs = received.materials.iter().zip(&received.provenances);
    pairs.take_while(|(material, known)| material.number == known.number).map(|pair| source(pair, zone)).collect()
}

fn source((material, known): (&Material, &Provenance), zone: &str) -> Source {
    Source {
        id: ContributionId::numbered(material.number),
        title: material.title.clone().unwrap_or_default(),
        text: material.text.clone(),
        channel: channel(Lang::Fr, known.channel),
        department: known.department.clone().unwrap_or_default(),
        territory: known.commune.clone().unwrap_or_default(),
        day: clock(known.received_at, zone).date().to_string(),
    }
}
