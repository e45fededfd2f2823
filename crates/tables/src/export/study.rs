//! The files of the study: profiles, granularities, splits, second classification, map.

use super::files::{join, or_empty, share, sheet};
use arobase_domain::study::{Rung, Split, Term};
use arobase_domain::{Analysis, IdeaId, ThemeId};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Signed χ² profiles of the themes, then of Reinert's classes.
pub(super) fn profiles(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let study = &analysis.study;
    let themes = study.profiles.iter().map(|profile| (profile.theme.to_string(), &profile.terms));
    let classes = study.reinert.iter().flat_map(|reinert| reinert.classes.iter().zip(1..));
    let classes = classes.map(|(class, number)| (format!("reinert {number}"), &class.terms));
    let rows = themes.chain(classes).flat_map(|(group, terms)| terms.iter().map(move |term| (group.clone(), term)));
    sheet(out, "theme_id,term,use,chi2,authors,expected", rows, |(group, term): (String, &Term)| {
        let side = if term.chi2 > 0.0 { "over" } else { "under" };
        vec![
            group,
            term.text.clone(),
            side.to_owned(),
            share(term.chi2),
            term.authors.to_string(),
            share(term.expected),
        ]
    })
}

/// One row for each resolution tried.
pub(super) fn ladder(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let rungs = analysis.study.ladder.iter().zip(1..);
    sheet(out, "rung,resolution,themes,stability,modularity,kept", rungs, |(rung, number): (&Rung, usize)| {
        vec![
            number.to_string(),
            share(rung.resolution),
            rung.themes.to_string(),
            rung.stability.map(share).unwrap_or_default(),
            share(rung.modularity),
            rung.kept.to_string(),
        ]
    })
}

/// One row for each part of each split.
pub(super) fn splits(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let parts =
        analysis.study.splits.iter().flat_map(|split| split.parts.iter().zip(1..).map(move |part| (split, part)));
    let columns = "theme_id,parts,part,label,ideas,quality,suggested";
    sheet(out, columns, parts, |(split, (part, number)): (&Split, _)| {
        let number: usize = number;
        vec![
            split.theme.to_string(),
            split.parts.len().to_string(),
            number.to_string(),
            part.label.clone(),
            part.ideas.len().to_string(),
            share(split.quality),
            split.suggested.to_string(),
        ]
    })
}

/// For each idea: its theme, its part in each split of it, its community on each rung whose stability was measured.
pub(super) fn partitions(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let rungs: Vec<(usize, &Rung)> =
        (1..).zip(&analysis.study.ladder).filter(|(_, rung)| !rung.communities.is_empty()).collect();
    let columns = ["idea_id", "theme_id", "split_2", "split_3"].map(str::to_owned).into_iter();
    let columns = columns.chain(rungs.iter().map(|(number, _)| format!("rung_{number}"))).collect::<Vec<_>>().join(",");
    let parts = [2, 3].map(|count| parts(&analysis.study.splits, count));
    sheet(out, &columns, analysis.ideas.iter().enumerate(), |(at, idea)| {
        let mut cells = vec![idea.id.to_string(), or_empty(idea.theme.as_ref())];
        cells.extend(parts.iter().map(|parts| or_empty(parts.get(&idea.id))));
        cells.extend(rungs.iter().map(|(_, rung)| or_empty(rung.communities[at].as_ref())));
        cells
    })
}

/// The part of each idea in the splits of so many parts.
fn parts(splits: &[Split], count: usize) -> BTreeMap<&IdeaId, usize> {
    let wanted = splits.iter().filter(|split| split.parts.len() == count);
    let numbered = wanted.flat_map(|split| split.parts.iter().zip(1..));
    numbered.flat_map(|(part, number)| part.ideas.iter().map(move |idea| (idea, number))).collect()
}

/// Reinert's class of each idea; no row when the run was too large for it.
pub(super) fn reinert(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let classes = analysis.study.reinert.iter().flat_map(|reinert| &reinert.class);
    sheet(out, "idea_id,class", analysis.ideas.iter().zip(classes), |(idea, class)| {
        vec![idea.id.to_string(), or_empty(class.as_ref())]
    })
}

/// Where the ideas that have a theme stand; the discs of the themes are in `themes.csv`.
pub(super) fn map(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let placed = analysis.ideas.iter().zip(&analysis.study.map.points);
    let placed = placed.filter_map(|(idea, point)| point.map(|point| (idea, point)));
    sheet(out, "idea_id,x,y", placed, |(idea, (x, y))| vec![idea.id.to_string(), share(x), share(y)])
}

/// Up to three themes near each idea « à classer ».
pub(super) fn nearest(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let rows = analysis
        .study
        .nearest
        .iter()
        .flat_map(|nearest| nearest.themes.iter().zip(1..).map(move |(theme, rank)| (&nearest.idea, rank, theme)));
    sheet(out, "idea_id,rank,theme_id,share,label", rows, |(idea, rank, (theme, near)): (_, usize, &(ThemeId, f64))| {
        let label = analysis.themes.iter().filter(|one| one.id == *theme).map(|one| &one.label).collect::<Vec<_>>();
        vec![idea.to_string(), rank.to_string(), theme.to_string(), share(*near), join(&label)]
    })
}
