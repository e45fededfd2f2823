//! The table of `docs/PERFORMANCE.md`.

use super::measure::Measure;

/// Corpora × stages, in seconds, with the whole and the memory.
pub(super) fn markdown(measures: &[Measure]) -> String {
    let stages: Vec<&str> =
        measures.first().into_iter().flat_map(|measure| &measure.stages).map(|(name, _)| name.as_str()).collect();
    let figures = ["whole process (s)", "peak memory (MB)"];
    let head = [&["corpus", "contributions", "ideas"], stages.as_slice(), &figures].concat();
    let rule = head.iter().enumerate().map(|(i, _)| if i == 0 { "---".into() } else { "---:".into() });
    let mut lines = vec![line(head.iter().map(ToString::to_string)), line(rule)];
    lines.extend(measures.iter().map(|measure| line(cells(measure, &stages))));
    lines.push(String::new());
    lines.join("\n")
}

fn cells<'a>(measure: &'a Measure, stages: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    let seconds = |stage: &&str| measure.stages.iter().find(|(name, _)| name == stage).map(|(_, seconds)| *seconds);
    let known = [measure.name.to_owned(), measure.contributions.to_string(), measure.ideas.to_string()];
    let figure = |value: Option<f64>, decimals: usize| value.map_or_else(|| "–".into(), |v| format!("{v:.decimals$}"));
    let memory = measure.peak_memory.map(|bytes| bytes as f64 / 1e6);
    let last = [figure(Some(measure.wall), 2), figure(memory, 0)];
    known.into_iter().chain(stages.iter().map(move |stage| figure(seconds(stage), 2))).chain(last)
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_a_corpus_lacks_is_a_dash() {
        let measure = |name, stages: &[(&str, f64)], peak_memory| Measure {
            name,
            contributions: 12,
            ideas: 30,
            stages: stages.iter().map(|(name, seconds)| ((*name).to_owned(), *seconds)).collect(),
            wall: 1.5,
            peak_memory,
            out: std::path::PathBuf::new(),
        };
        let measures =
            [measure("a", &[("read", 0.25), ("themes", 1.0)], Some(64_000_000)), measure("b", &[("read", 2.0)], None)];
        let expected = "\
            | corpus | contributions | ideas | read | themes | whole process (s) | peak memory (MB) |\n\
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n\
            | a | 12 | 30 | 0.25 | 1.00 | 1.50 | 64 |\n\
            | b | 12 | 30 | 2.00 | – | 1.50 | – |\n";
        assert_eq!(markdown(&measures), expected);
    }
}
