//! Territories in words, and the homonyms that a form asks to choose from.

use crate::lang::{Lang, Speak as _};
use arobase_domain::draft::NO_TERRITORY;
use arobase_domain::territory::{Hit, Resolution, resolve, territory};
use arobase_domain::{Territory, TerritoryKind};

/// A homonym to choose, or none of them.
pub(super) struct Choice {
    pub(super) code: &'static str,
    pub(super) label: String,
    pub(super) detail: String,
    pub(super) chosen: bool,
}

/// The territories that bear the name typed, when there are several, and a last choice for none of them.
pub(super) fn choices(lang: Lang, typed: &str, chosen: &str) -> Vec<Choice> {
    let Resolution::Several(hits) = resolve(typed) else { return Vec::new() };
    let choice = |hit: &Hit| Choice {
        code: hit.territory.code,
        label: name(lang, hit),
        detail: detail(lang, &hit.territory),
        chosen: hit.territory.code == chosen,
    };
    let none = Choice {
        code: NO_TERRITORY,
        label: lang.t("territory-none"),
        detail: String::new(),
        chosen: chosen == NO_TERRITORY,
    };
    hits.iter().map(choice).chain([none]).collect()
}

/// « Saint-Martin (32) »; « Béon, dans Culoz-Béon (01) » when it was found by the name of a part.
pub(crate) fn name(lang: Lang, hit: &Hit) -> String {
    let whole = hit.territory.to_string();
    match hit.by {
        Some(part) => lang.with("territory-part", [("part", part.to_owned()), ("whole", whole)]),
        None => whole,
    }
}

/// What it is, where it is and how many live there: « commune, Gers, 432 habitants ».
pub(crate) fn detail(lang: Lang, one: &Territory) -> String {
    let within = one.department().filter(|code| *code != one.code).and_then(territory);
    let within = within.filter(|within| within.code != one.code).map(|within| within.name.to_owned());
    let people = (one.population > 0).then(|| lang.n("territory-people", u64::from(one.population)));
    [Some(kind(lang, one.kind)), within, people].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What it is, in words.
pub(super) fn kind(lang: Lang, kind: TerritoryKind) -> String {
    lang.t(match kind {
        TerritoryKind::Commune => "territory-commune",
        TerritoryKind::Epci => "territory-epci",
        TerritoryKind::Department => "territory-department",
        TerritoryKind::Region => "territory-region",
        TerritoryKind::Collectivity => "territory-collectivity",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homonyms_are_told_apart_in_words() {
        let said = |lang, typed| -> Vec<String> {
            choices(lang, typed, "").iter().map(|choice| format!("{}: {}", choice.label, choice.detail)).collect()
        };
        insta::assert_snapshot!(
            [said(Lang::Fr, "mayenne"), said(Lang::Fr, "béon"), said(Lang::En, "guadeloupe")].concat().join("\n")
        );
        assert!(choices(Lang::Fr, "Agen", "").is_empty() && choices(Lang::Fr, "Exempleville", "").is_empty());
    }

    #[test]
    fn a_choice_stays_chosen() {
        let chosen = |code| choices(Lang::Fr, "mayenne", code).iter().position(|choice| choice.chosen);
        assert_eq!((chosen("53147"), chosen(NO_TERRITORY), chosen("47001")), (Some(1), Some(2), None));
    }
}
