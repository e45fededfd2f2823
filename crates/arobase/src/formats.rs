//! The files of other tools, beside those of the contract: mind maps, spreadsheets, corpora, projects of qualitative analysis.

use arobase_domain::{Analysis, ContributionId};
use arobase_publish::mindmap;
use arobase_tables::Row;
use arobase_tables::analysts::{self, Corpus, Source};
use arobase_tables::export::{Output, WriteError};
use std::collections::BTreeMap;

/// What a row says, without who signed it.
pub(crate) fn source(row: &Row) -> Source {
    let given = |value: &Option<String>| value.clone().unwrap_or_default();
    Source {
        id: ContributionId::new(row.id.as_str()),
        title: row.title.clone(),
        text: row.text.clone(),
        channel: given(&row.channel),
        territory: given(&row.territory),
        ..Source::default()
    }
}

/// In the order of the analysis, whatever that of the rows was.
pub(crate) fn sort(sources: &mut [Source], analysis: &Analysis) {
    let place: BTreeMap<_, usize> = analysis.fates.iter().map(|fate| &fate.contribution).zip(0..).collect();
    sources.sort_by_key(|source| place.get(&source.id).copied());
}

/// Adds every one of them to the results.
pub(crate) fn write(corpus: &Corpus<'_>, output: &mut Output) -> Result<(), WriteError> {
    let Corpus { title, lang, analysis, .. } = *corpus;
    output.file("mindmap.opml", mindmap::opml(analysis, title, lang).as_bytes())?;
    output.file("mindmap.mm", mindmap::freemind(analysis, title, lang).as_bytes())?;
    for (name, make) in analysts::FILES {
        output.made(name, || make(corpus))?;
    }
    Ok(())
}
