//! The study of the themes, by name.

use super::{Names, thousandths};
use arobase_domain::study::{Class, Map, Nearest, Part, Profile, Reinert, Rung, Split, Study, Term, Zone};
use arobase_funnel::study::{self, Study as Found};

pub(super) fn study(found: &Found, names: &Names<'_>) -> Study {
    let profile =
        |(at, terms): (usize, &Vec<study::Term>)| Profile { theme: names.themes[at].clone(), terms: all(terms) };
    Study {
        profiles: found.profiles.iter().enumerate().map(profile).collect(),
        ladder: found.ladder.iter().map(rung).collect(),
        splits: found.splits.iter().map(|found| split(found, names)).collect(),
        reinert: found.reinert.as_ref().map(reinert),
        map: map(found),
        nearest: nearest(found, names),
    }
}

fn all(terms: &[study::Term]) -> Vec<Term> {
    let one = |term: &study::Term| Term {
        text: term.text.clone(),
        chi2: thousandths(term.chi2),
        authors: term.authors,
        expected: thousandths(term.expected),
    };
    terms.iter().map(one).collect()
}

fn rung(rung: &study::Rung) -> Rung {
    Rung {
        resolution: thousandths(rung.resolution),
        themes: rung.themes,
        stability: rung.stability.map(thousandths),
        modularity: thousandths(rung.modularity),
        kept: rung.kept,
        communities: from_one(&rung.communities),
    }
}

/// People count from one.
fn from_one(groups: &[Option<u32>]) -> Vec<Option<u32>> {
    groups.iter().map(|group| group.map(|group| group + 1)).collect()
}

fn split(found: &study::Split, names: &Names<'_>) -> Split {
    let part = |(number, label): (usize, &String)| {
        let own = found.part.iter().filter(|(_, part)| *part as usize == number);
        Part { label: label.clone(), ideas: own.map(|&(idea, _)| names.ideas[idea].clone()).collect() }
    };
    Split {
        theme: names.themes[found.theme].clone(),
        parts: found.labels.iter().enumerate().map(part).collect(),
        quality: thousandths(found.quality),
        suggested: found.suggested,
    }
}

fn reinert(found: &study::Reinert) -> Reinert {
    let classes = found.sizes.iter().zip(&found.profiles);
    Reinert {
        classes: classes.map(|(&ideas, terms)| Class { ideas, terms: all(terms) }).collect(),
        class: from_one(&found.class),
        ami: thousandths(found.ami),
        ari: thousandths(found.ari),
    }
}

fn map(found: &Found) -> Map {
    let zone = |zone: &study::Zone| Zone {
        x: thousandths(zone.centre.x),
        y: thousandths(zone.centre.y),
        radius: thousandths(zone.radius),
    };
    Map {
        zones: found.zones.iter().map(zone).collect(),
        points: found.points.iter().map(|point| point.map(|p| (thousandths(p.x), thousandths(p.y)))).collect(),
    }
}

fn nearest(found: &Found, names: &Names<'_>) -> Vec<Nearest> {
    let waiting = found.nearest.iter().enumerate().filter(|(_, themes)| !themes.is_empty());
    let one = |(idea, themes): (usize, &Vec<(usize, f64)>)| Nearest {
        idea: names.ideas[idea].clone(),
        themes: themes.iter().map(|&(theme, share)| (names.themes[theme].clone(), thousandths(share))).collect(),
    };
    waiting.map(one).collect()
}
