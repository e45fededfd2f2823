//! What each column of the open data holds: for people as a page, for programs as a Frictionless data package with Table Schemas.

mod columns;

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use columns::FILES;
use serde_json::{Value, json};

/// A column: name, type of Table Schema, what it holds in French and in English.
pub(crate) type Column = (&'static str, &'static str, [&'static str; 2]);

/// A file: name, key of the message that tells its content, columns.
pub(crate) type File = (&'static str, &'static str, &'static [Column]);

#[derive(Template)]
#[template(path = "dictionary.html")]
struct Dictionary {
    page: Page,
    files: &'static [File],
}

pub(crate) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::DICTIONARY, "", Access::Public, get(show)),
        Gesture::at(&["/data/datapackage.json"], Access::Public, get(package)),
    ]
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let page = Page::new(&state, lang, Target::Dictionary, lang.t("title-dictionary"))
        .within(lang.t("title-downloads"), Target::Downloads);
    render(&Dictionary { page, files: FILES })
}

async fn package(State(state): State<AppState>) -> Json<Value> {
    let edition = &state.edition;
    let licence = if edition.fictional {
        json!({ "name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/" })
    } else {
        json!({ "name": "etalab-2.0", "path": "https://github.com/etalab/licence-ouverte/blob/master/LO.md" })
    };
    Json(json!({
        "profile": "tabular-data-package",
        "name": edition.slug,
        "title": edition.name,
        "licenses": [licence],
        "resources": FILES.iter().map(resource).collect::<Vec<_>>(),
    }))
}

fn resource((name, content, columns): &File) -> Value {
    let field = |(name, kind, [fr, en]): &Column| json!({ "name": name, "type": kind, "description": fr, "description_en": en });
    json!({
        "profile": "tabular-data-resource",
        "name": name.trim_end_matches(".csv"),
        "path": name,
        "description": Lang::Fr.t(content),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": { "fields": columns.iter().map(field).collect::<Vec<_>>() },
    })
}

impl Dictionary {
    fn told(&self, [fr, en]: &[&'static str; 2]) -> &'static str {
        self.page.lang.pick(*fr, *en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::motion::Passage;
    use arobase_domain::motion::record::{MotionRecord, VersionRecord};
    use arobase_domain::{ClauseId, ContributionId, IdeaId, PropositionId, RunId, Span};
    use arobase_tables::export::Output;

    fn passage() -> Passage {
        let (contribution, idea) = (ContributionId::numbered(7), IdeaId::new("7.1"));
        Passage { contribution, span: Span { start: 0, end: 9 }, idea, proposition: Some(PropositionId::new("p1")) }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Dictionary { page: sample::page(lang, Target::Dictionary), files: FILES });
        }
    }

    #[test]
    fn every_column_of_every_file_is_told_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut output = Output::open(&data).unwrap();
        output.analysis(&arobase_publish::sample()).unwrap();
        let told = VersionRecord { version: 1, seal: String::new(), run: RunId::new("r") };
        let kept = [(ClauseId::new("e1"), passage())];
        output.motion(&MotionRecord::of(told, sample::motion(), &kept)).unwrap();
        output.file("attachments.csv", crate::downloads::ATTACHMENT_COLUMNS.join(",").as_bytes()).unwrap();
        output.publish().unwrap();
        for (name, _, columns) in FILES.iter().filter(|(name, ..)| *name != "contributions.csv") {
            let written = std::fs::read_to_string(data.join(name)).unwrap();
            let told: Vec<&str> = columns.iter().map(|(name, ..)| *name).collect();
            assert_eq!(written.lines().next().unwrap(), told.join(","), "{name}");
        }
    }
}
