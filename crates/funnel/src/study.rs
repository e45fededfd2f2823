//! What helps an analyst judge the themes: profiles, other granularities, splits, a second classification, a map.

pub use crate::map::{Point, Zone};

/// Everything beside the themes themselves. Lists by idea follow [`crate::Outcome::ideas`], lists by theme [`crate::Outcome::themes`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Study {
    /// For each theme, terms over-used then under-used.
    pub profiles: Vec<Vec<Term>>,
    /// Every resolution tried, rising.
    pub ladder: Vec<Rung>,
    /// Ways to split each theme, in two and in three; none for a theme that does not come apart, or in a run too large.
    pub splits: Vec<Split>,
    /// Reinert's classification, up to 5,000 segments.
    pub reinert: Option<Reinert>,
    /// Where the themes stand.
    pub zones: Vec<Zone>,
    /// Where the ideas stand; `None` without theme.
    pub points: Vec<Option<Point>>,
    /// For each idea « à classer », up to three themes with their shares of its neighbours, 0 to 1; empty for the others.
    pub nearest: Vec<Vec<(usize, f64)>>,
}

/// A term of a signed χ² profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// In its most frequent form.
    pub text: String,
    /// Negative when under-used.
    pub chi2: f64,
    /// Authors who say it here.
    pub authors: usize,
    /// Authors expected to.
    pub expected: f64,
}

/// One resolution of the ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// γ of the modularity.
    pub resolution: f64,
    /// Communities large enough to be themes.
    pub themes: usize,
    /// Mean adjusted Rand index with sub-samples; measured where the number of themes may be chosen.
    pub stability: Option<f64>,
    /// Modularity.
    pub modularity: f64,
    /// It is the one whose communities became the themes.
    pub kept: bool,
    /// Community of each idea, from 0 by falling weight; empty where stability was not measured or the run is too large.
    pub communities: Vec<Option<u32>>,
}

/// A proposed split of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The theme.
    pub theme: usize,
    /// What each part would be called, by falling size.
    pub labels: Vec<String>,
    /// The part of each idea of the theme, by index of idea.
    pub part: Vec<(usize, u32)>,
    /// Modularity of the parts inside the theme; above .3 they are well apart.
    pub quality: f64,
    /// The parts are well apart, found again without a fifth of the ideas, and each as large as a theme: « à scinder ». One way at most for a theme.
    pub suggested: bool,
}

/// Reinert's classification beside ours.
#[derive(Debug, Clone, PartialEq)]
pub struct Reinert {
    /// Class of each idea, by falling size; `None` for those without a frequent word.
    pub class: Vec<Option<u32>>,
    /// Profile of each class.
    pub profiles: Vec<Vec<Term>>,
    /// Ideas of each class.
    pub sizes: Vec<usize>,
    /// Adjusted mutual information and adjusted Rand index with the themes, over the ideas that have both.
    pub ami: f64,
    /// See `ami`.
    pub ari: f64,
}
