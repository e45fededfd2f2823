//! What each column of the open data holds: for people as a page, for programs as a Frictionless data package with Table Schemas.

mod beside;
mod columns;

use crate::Error;
use crate::downloads::exported;
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
use beside::ARCHIVED;
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
    archived: &'static [File],
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
    render(&Dictionary { page, files: FILES, archived: ARCHIVED })
}

/// Every file that is told here.
pub(crate) fn files() -> impl Iterator<Item = &'static File> {
    FILES.iter().chain(ARCHIVED)
}

/// The files that there are now, with the columns that they have.
async fn package(State(state): State<AppState>) -> Result<Json<Value>, Error> {
    let folder = exported(&state).await?.path();
    let mut resources = Vec::new();
    for file in files() {
        let Ok(content) = tokio::fs::read_to_string(folder.join(file.0)).await else { continue };
        resources.push(resource(file, content.lines().next().unwrap_or_default()));
    }
    let edition = &state.edition;
    let licence = if edition.fictional {
        json!({ "name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/" })
    } else {
        json!({ "name": "etalab-2.0", "path": "https://github.com/etalab/licence-ouverte/blob/master/LO.md" })
    };
    Ok(Json(json!({
        "profile": "tabular-data-package",
        "name": edition.slug,
        "title": edition.name,
        "licenses": [licence],
        "resources": resources,
    })))
}

fn resource((name, content, columns): &File, header: &str) -> Value {
    let field = |name: &str| {
        let (_, kind, [fr, en]) = columns.iter().find(|(told, ..)| is(told, name))?;
        Some(json!({ "name": name, "type": kind, "description": fr, "description_en": en }))
    };
    json!({
        "profile": "tabular-data-resource",
        "name": name.trim_end_matches(".csv"),
        "path": name,
        "description": Lang::Fr.t(content),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": { "fields": header.split(',').filter_map(field).collect::<Vec<_>>() },
    })
}

/// Whether a column is the one told: « rung_* » is any of that series.
fn is(told: &str, name: &str) -> bool {
    told.strip_suffix('*').map_or(told == name, |series| name.starts_with(series))
}

impl Dictionary {
    fn told(&self, [fr, en]: &[&'static str; 2]) -> &'static str {
        self.page.lang.pick(*fr, *en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::downloads::tests::all;
    use crate::sample;
    use std::collections::BTreeSet;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Dictionary {
                page: sample::page(lang, Target::Dictionary),
                files: FILES,
                archived: ARCHIVED,
            });
        }
    }

    #[test]
    fn every_file_of_the_open_data_is_told_with_every_column_in_its_order() {
        let made = all();
        let written = std::fs::read_dir(made.path().join("data")).unwrap().map(|one| one.unwrap().path());
        let tables: BTreeSet<String> = written
            .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(tables, files().map(|(name, ..)| (*name).to_owned()).collect());
        for (name, _, columns) in files() {
            let content = std::fs::read_to_string(made.path().join("data").join(name)).unwrap();
            let mut told = columns.iter().map(|(name, ..)| *name).peekable();
            let mut last = None;
            for column in content.lines().next().unwrap().split(',') {
                last = told.next_if(|told| is(told, column)).or(last);
                assert!(last.is_some_and(|last| is(last, column)), "{name}: {column} is not told");
            }
            assert!(told.all(|left| left.ends_with('*')), "{name} lacks columns");
        }
    }

    #[test]
    fn a_resource_has_the_columns_of_its_file() {
        let file = files().find(|(name, ..)| *name == "partitions.csv").unwrap();
        let told = resource(file, "idea_id,theme_id,split_2,split_3,rung_3,rung_4");
        let fields = told["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["idea_id", "theme_id", "split_2", "split_3", "rung_3", "rung_4"]);
        assert_eq!(fields[5]["type"], "integer");
    }
}
