//! Phrases of the annex that depend on what is told.

use super::sentence::Told;
use crate::say::pick;
use arobase_domain::Lang;
use arobase_domain::annex::ENGINE;

/// A code that is no theme, in words.
pub(super) fn code(lang: Lang, id: &str) -> Option<&'static str> {
    let (fr, en) = match id {
        "to_sort" => ("Aucun thème ne convient", "No theme fits"),
        "off_topic" => ("Hors sujet", "Off topic"),
        "empty" => ("Sans contenu", "Without content"),
        _ => return None,
    };
    Some(pick(lang, fr, en))
}

/// How far two coders agree, as HTML.
pub(super) fn pair(told: &Told, place: &str, [one, other]: [&str; 2]) -> String {
    let other = if other == ENGINE { pick(told.lang, "la machine", "the machine") } else { other };
    told.say(
        &format!("{one} et {other} : α de {{{place}.alpha}} ; la même réponse pour {{{place}.same}} des {{{place}.both}} idées que l’un et l’autre ont lues."),
        &format!("{one} and {other}: α of {{{place}.alpha}}; the same answer for {{{place}.same}} of the {{{place}.both}} ideas that both have read."),
    )
}

/// What became of the sample of this number, as HTML.
pub(super) fn sample(told: &Told, number: usize) -> String {
    let place = |text: &str| text.replace('#', &format!("coding.{number}"));
    told.say(
        &place("Codes donnés par {#.coders|personne|personnes} : {#.codes}, sur {#.ideas|idée tirée|idées tirées} au sort, dont {#.whole.ideas|lue|lues} par deux personnes au moins. α vaut {#.whole.alpha} ; quand on tire au sort, avec remise, d’autres échantillons dans celui-ci, il tombe dix-neuf fois sur vingt entre {#.whole.low} et {#.whole.high}. Si l’on compte la machine comme un codeur de plus, α vaut {#.whole.with_engine}. Idées sur lesquelles les personnes ne s’accordent pas : {#.divided} ; sur lesquelles seule la machine dit autre chose : {#.engine_alone}. De ces désaccords, tranchés un par un : {#.settled} ; restants : {#.left}."),
        &place("Codes given by {#.coders|person|people}: {#.codes}, on {#.ideas|idea|ideas} drawn at random, of which {#.whole.ideas} read by two people at least. α is {#.whole.alpha}; when other samples are drawn from this one, with replacement, it falls between {#.whole.low} and {#.whole.high} nineteen times out of twenty. Counting the machine as one coder more, α is {#.whole.with_engine}. Ideas on which people do not agree: {#.divided}; on which only the machine says otherwise: {#.engine_alone}. Of these disagreements, settled one by one: {#.settled}; left: {#.left}."),
    )
}

/// What α was before themes were merged, as HTML.
pub(super) fn as_said(told: &Told, number: usize) -> String {
    let place = |text: &str| text.replace('#', &format!("coding.{number}"));
    told.say(
        &place("Des thèmes ont été fondus depuis. Avec les codes tels qu’ils ont été donnés, α vaut {#.as_said} : fondre des thèmes que l’on confond rapproche les réponses."),
        &place("Themes were merged since. With the codes as they were given, α is {#.as_said}: merging themes that people confuse brings answers nearer."),
    )
}
