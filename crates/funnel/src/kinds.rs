//! What an idea does: asks, complains, explains, tells, wonders, approves, refuses (analysis.md §3.2).
//!
//! Each sign weighs; signs of one kind add up as independent witnesses do, 1 − Π(1 − w). All kinds from [`KEPT`] on are kept.

mod signs;
mod stance;

use crate::expected::Expects;
use crate::outcome::Kind;
use crate::propositions::is_verbless;
use signs::SIGNS;

/// Least score that is kept.
const KEPT: f32 = 0.5;
/// Something is asked, reworded or not.
const ASKED: f32 = 0.9;
/// Asked « what is wrong? », one names it.
const NAMED: f32 = 0.6;
/// The idea ends with a question mark.
const MARK: f32 = 0.6;

/// The kinds of an idea with their scores, the surest first; `folded` is its matching form, `asks` says whether it asks, `expects` what it answers.
pub(crate) fn kinds(text: &str, folded: &str, asks: bool, expects: Expects) -> Vec<(Kind, f32)> {
    let mut doubts = [1.0_f32; ORDER.len()];
    let mut witness = |kind: Kind, weight: f32| {
        if let Some(at) = ORDER.iter().position(|known| *known == kind) {
            doubts[at] *= 1.0 - weight;
        }
    };
    if asks {
        witness(Kind::Proposal, ASKED);
    }
    if !asks && expects == Expects::Problems && is_verbless(text) {
        witness(Kind::Problem, NAMED);
    }
    if text.trim_end().ends_with('?') {
        witness(Kind::Question, MARK);
    }
    stance::of(folded, &mut witness);
    for sign in SIGNS.matches(folded) {
        witness(sign.kind, sign.weight);
    }
    ranked(doubts)
}

/// In the order that decides between equal scores.
const ORDER: [Kind; 7] =
    [Kind::Proposal, Kind::Experience, Kind::Question, Kind::Opposition, Kind::Support, Kind::Cause, Kind::Problem];

fn ranked(doubts: [f32; ORDER.len()]) -> Vec<(Kind, f32)> {
    let rounded = |doubt: f32| ((1.0 - doubt) * 100.0).round() / 100.0;
    let mut found: Vec<(Kind, f32)> =
        ORDER.into_iter().zip(doubts.map(rounded)).filter(|(_, score)| *score >= KEPT).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found
}

/// The surest kind; a statement when there is none.
pub(crate) fn main(kinds: &[(Kind, f32)]) -> Kind {
    kinds.first().map_or(Kind::Statement, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::propositions::{ASKS, asks};

    fn of(text: &str) -> Vec<Kind> {
        let folded = arobase_text::stem::fold(text).replace(|c: char| !c.is_alphanumeric(), " ");
        let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        kinds(text, &folded, asks::score(text, "", Expects::Anything) >= ASKS, Expects::Anything)
            .into_iter()
            .map(|(kind, _)| kind)
            .collect()
    }

    #[test]
    fn each_kind_has_its_signs() {
        for (text, kind) in [
            ("Former les agents", Kind::Proposal),
            ("Qui va payer ?", Kind::Question),
            ("Nous sommes contre la fermeture", Kind::Opposition),
            ("Nous avons ouvert un tiers-lieu, j’étais là l’an dernier", Kind::Experience),
            ("La 4G ne passe pas au hameau, c’est un problème", Kind::Problem),
            ("Cette situation s’explique par le manque de médecins", Kind::Cause),
            ("Je suis tout à fait favorable à ce texte", Kind::Support),
        ] {
            assert_eq!(of(text).first(), Some(&kind), "{text}");
        }
        assert_eq!(of("Le site a été refait en mars"), []);
    }

    #[test]
    fn negations_turn_the_side() {
        for text in [
            "Je ne suis pas favorable à cette fusion",
            "nous ne sommes pas d’accord",
            "Ce n’est pas une bonne idée",
            "je ne soutiens pas ce projet",
        ] {
            assert_eq!(of(text).first(), Some(&Kind::Opposition), "{text}");
            assert!(!of(text).contains(&Kind::Support), "{text}");
        }
        for text in
            ["Je ne suis pas contre le principe", "On n’est pas opposés au projet", "Je ne suis pas hostile au vote"]
        {
            assert_eq!(of(text).first(), Some(&Kind::Support), "{text}");
            assert!(!of(text).contains(&Kind::Opposition), "{text}");
        }
    }

    #[test]
    fn an_idea_may_do_two_things() {
        let both = of("Il faut rouvrir la poste car le manque de services est un vrai problème pour les villages");
        assert_eq!(both[0], Kind::Proposal);
        assert!(both.contains(&Kind::Problem));
    }
}
