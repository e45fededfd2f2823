//! What helps an analyst judge the themes of a run: profiles, other granularities, splits, a second classification, a map
//! (analysis.md §1.7, §2, §3.6, §3.13).

use crate::id::{IdeaId, ThemeId};
use serde::{Deserialize, Serialize};

/// Everything beside the themes themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Study {
    /// Signed χ² profile of each theme, in the order of the themes.
    pub profiles: Vec<Profile>,
    /// Every resolution tried, from the coarsest.
    pub ladder: Vec<Rung>,
    /// Ways to split each theme in two and in three.
    pub splits: Vec<Split>,
    /// Reinert's classification, for runs of at most 5,000 segments.
    pub reinert: Option<Reinert>,
    /// Where themes and ideas stand.
    pub map: Map,
    /// The nearest themes of each idea « à classer ».
    pub nearest: Vec<Nearest>,
}

/// The terms that a theme over-uses, then those it under-uses; the strongest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The theme.
    pub theme: ThemeId,
    /// Its terms: p ≤ .05, at least three authors.
    pub terms: Vec<Term>,
}

/// A term of a profile. What is counted is authors, each campaign for one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// In its most frequent form.
    pub text: String,
    /// χ² with one degree of freedom, negative when under-used.
    pub chi2: f64,
    /// Authors who say it here.
    pub authors: usize,
    /// Authors who would, if all themes spoke alike.
    pub expected: f64,
}

/// One resolution of the ladder.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rung {
    /// γ of the modularity.
    pub resolution: f64,
    /// Communities large enough to be themes.
    pub themes: usize,
    /// Mean adjusted Rand index with the partitions of sub-samples, where measured: where the number of themes may be chosen.
    pub stability: Option<f64>,
    /// Modularity at that resolution.
    pub modularity: f64,
    /// It is the one whose communities became the themes.
    pub kept: bool,
    /// Community of each idea of the run, in their order, from 1 by falling weight; empty where stability was not measured, and in runs of more
    /// than 20,000 ideas.
    pub communities: Vec<Option<u32>>,
}

/// A way to split a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// The theme.
    pub theme: ThemeId,
    /// Its parts, by falling size.
    pub parts: Vec<Part>,
    /// Modularity of the parts among the ideas of the theme: above .3 they are well apart.
    pub quality: f64,
    /// The parts are well apart, found again without a fifth of the ideas, and each as large as a theme: « à scinder ». One way at most for a theme.
    pub suggested: bool,
}

/// One part of a split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What it would be called.
    pub label: String,
    /// Its ideas.
    pub ideas: Vec<IdeaId>,
}

/// Reinert's descending classification beside the themes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reinert {
    /// Classes by falling size.
    pub classes: Vec<Class>,
    /// Class of each idea of the run, in their order, from 1; none for ideas without a frequent word.
    pub class: Vec<Option<u32>>,
    /// Adjusted mutual information with the themes: 1 when both say the same, 0 when chance would do as well.
    pub ami: f64,
    /// Adjusted Rand index with the themes.
    pub ari: f64,
}

/// One class of Reinert's classification.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Class {
    /// Ideas it holds.
    pub ideas: usize,
    /// Its signed χ² profile.
    pub terms: Vec<Term>,
}

/// A map of the ideas. The unit is the distance between two neighbouring ideas; y grows upwards.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// One disc for each theme, in their order.
    pub zones: Vec<Zone>,
    /// Place of each idea of the run, in their order; none without a theme.
    pub points: Vec<Option<(f64, f64)>>,
}

/// The disc of a theme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius.
    pub radius: f64,
}

/// The nearest themes of an idea « à classer ».
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    /// The idea.
    pub idea: IdeaId,
    /// Up to three themes with their shares of its neighbours, 0 to 1, the largest first.
    pub themes: Vec<(ThemeId, f64)>,
}
