//! The methodological annex, with the tables that its figures are counted from.

use crate::Error;
use crate::lang::Lang;
use arobase_domain::annex::{Annex, Figures};
use arobase_domain::{Analysis, Edition};
use arobase_publish::annex;
use arobase_tables::export::Output;

/// The analysis as the files tell it: they say of which edition.
pub(super) fn of_edition(mut analysis: Analysis, edition: &Edition) -> Analysis {
    analysis.run.parameters.push(("edition".to_owned(), edition.name.clone()));
    analysis
}

/// Adds the annex to the files of the analysis. It is in French, as contributions are.
pub(super) fn write(beside: &Annex, analysis: &Analysis, output: &mut Output) -> Result<(), Error> {
    let figures = Figures::of(analysis, &beside.gestures, &beside.codes);
    output.annex(beside).map_err(Error::export)?;
    let told = serde_json::to_vec_pretty(&figures).map_err(Error::export)?;
    output.file("method.json", &told).map_err(Error::export)?;
    let document = annex::document(analysis, &figures, Lang::Fr);
    output.file("method.html", document.as_bytes()).map_err(Error::export)
}
