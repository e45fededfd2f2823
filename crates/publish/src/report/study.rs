//! What the report shows of the study: telling words, splits, granularities, a second opinion.

use super::words::Say;
use arobase_domain::study::Term;
use arobase_domain::{Analysis, ThemeId};
use arobase_text::typography::french;

/// Most words shown on each side of a profile, and for a class.
const OVER: usize = 12;
const UNDER: usize = 6;
const CLASS: usize = 8;

/// Beside a theme: its profile and the ways to split it.
#[derive(Default)]
pub(super) struct Aside {
    pub(super) over: Vec<Term>,
    pub(super) under: Vec<Term>,
    pub(super) splits: Vec<Scission>,
    /// One of them is suggested.
    pub(super) suggested: bool,
}

/// A way to split a theme.
pub(super) struct Scission {
    /// What the parts would be called, with their ideas.
    pub(super) parts: Vec<Piece>,
    pub(super) quality: f64,
}

/// A part of a theme, or a class of Reinert's.
#[derive(Default)]
pub(super) struct Piece {
    /// What it would be called, or its words.
    pub(super) label: String,
    pub(super) ideas: usize,
    /// Of a class: the theme that holds most of it, and which share of it.
    pub(super) theme: String,
    pub(super) share: f64,
}

/// A rung of the ladder.
pub(super) struct Granularity {
    pub(super) resolution: f64,
    pub(super) themes: usize,
    /// Empty where it was not measured.
    pub(super) stability: String,
    pub(super) modularity: f64,
    pub(super) kept: bool,
}

/// Reinert's classification.
pub(super) struct Second {
    pub(super) ami: f64,
    pub(super) ari: f64,
    pub(super) classes: Vec<Piece>,
}

impl Aside {
    pub(super) fn of(analysis: &Analysis, theme: &ThemeId) -> Self {
        let profile = analysis.study.profiles.iter().find(|profile| profile.theme == *theme);
        let terms = profile.map_or(&[][..], |profile| &profile.terms);
        let side =
            |over: bool, most| terms.iter().filter(move |term| (term.chi2 > 0.0) == over).take(most).cloned().collect();
        let splits: Vec<_> = analysis.study.splits.iter().filter(|split| split.theme == *theme).collect();
        Self {
            over: side(true, OVER),
            under: side(false, UNDER),
            suggested: splits.iter().any(|split| split.suggested),
            splits: splits
                .iter()
                .map(|split| Scission {
                    parts: split
                        .parts
                        .iter()
                        .map(|part| Piece { label: french(&part.label), ideas: part.ideas.len(), ..Piece::default() })
                        .collect(),
                    quality: split.quality,
                })
                .collect(),
        }
    }
}

pub(super) fn ladder(analysis: &Analysis, say: Say) -> Vec<Granularity> {
    let rungs = analysis.study.ladder.iter();
    rungs
        .map(|rung| Granularity {
            resolution: rung.resolution,
            themes: rung.themes,
            stability: rung.stability.map(|stability| say.decimal(stability)).unwrap_or_default(),
            modularity: rung.modularity,
            kept: rung.kept,
        })
        .collect()
}

pub(super) fn second(analysis: &Analysis) -> Option<Second> {
    let reinert = analysis.study.reinert.as_ref()?;
    let class = |(class, number): (&arobase_domain::study::Class, u32)| {
        let over = class.terms.iter().filter(|term| term.chi2 > 0.0).take(CLASS);
        let label = over.map(|term| term.text.as_str()).collect::<Vec<_>>().join(", ");
        let (theme, share) = main_theme(analysis, &reinert.class, number);
        Piece { label, ideas: class.ideas, theme, share }
    };
    Some(Second { ami: reinert.ami, ari: reinert.ari, classes: reinert.classes.iter().zip(1..).map(class).collect() })
}

/// The theme that holds most ideas of a class, and which share of them.
fn main_theme(analysis: &Analysis, classes: &[Option<u32>], number: u32) -> (String, f64) {
    let own: Vec<_> = analysis.ideas.iter().zip(classes).filter(|(_, class)| **class == Some(number)).collect();
    let held = |theme: &ThemeId| own.iter().filter(|(idea, _)| idea.theme.as_ref() == Some(theme)).count();
    let counted = analysis.themes.iter().map(|theme| (held(&theme.id), theme));
    let most = counted.reduce(|best, next| if next.0 > best.0 { next } else { best });
    most.map_or_else(Default::default, |(count, theme)| (french(&theme.label), count as f64 / own.len().max(1) as f64))
}
