//! For or against, negation seen: « je ne suis pas favorable », « ce n’est pas une bonne idée ».

use crate::outcome::Kind;
use regex::Regex;
use std::sync::LazyLock;

/// Someone, perhaps a negation, then a side.
static STANCE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?:je|j|nous|on|moi|ils|c|ce|cela|cette [a-z]+|ca) (?P<ne>ne |n )?(?:suis|sommes|est|sera|serait|serais|serions|reste|restons|me dis|me semble|parait) (?P<no>pas |plus |guere |jamais |absolument pas |vraiment pas |pas du tout )?(?:(?:tout a fait|totalement|entierement|tres|plutot|completement|resolument|fermement|plus que|absolument|pour ma part|donc|aussi|egalement|vraiment|bien|forcement|franchement) )*(?:(?P<pro>favorables?|pour\b|d accord|partisans? d|une? (?:tres |vraiment |)(?:bonne|excellente|belle) (?:idee|chose|initiative|mesure|proposition)|une? (?:tres |)bon (?:projet|principe|point)|pertinente?s?|souhaitable|acceptable|tres bien|formidable|ravie?s?|contente?s?|satisfaite?s?)|(?P<con>contre\b|oppose(?:e|s|es)?\b|hostiles?|defavorables?|une? (?:tres |)(?:mauvaise|fausse bonne) (?:idee|chose|initiative|mesure|proposition)|reticente?s?|inutiles?|absurdes?|inacceptables?|scandaleu(?:x|se)|aberrante?s?|ridicules?|inadmissibles?|stupides?|dangereu(?:x|se)))",
    )
});

/// Verbs of approval and refusal, said by the author.
static VERB: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?:je|j|nous|on) (?P<ne>ne |n )?(?:m y |nous y |y |le |la |les |l )?(?:(?P<pro>soutiens|soutenons|soutient|approuve|approuvons|adhere|adherons|salue|saluons|plussoie|applaudis|applaudissons|felicite|felicitons)|(?P<con>m oppose|nous opposons|m y oppose|refuse|refusons|desapprouve|conteste|contestons|rejette|rejetons|deplore|denonce|denoncons))\b(?P<no> pas| plus| guere| nullement)?",
    )
});

pub(super) fn compiled(source: &str) -> Regex {
    Regex::new(source).expect("expressions of this crate are constants, compiled by a test")
}

/// Tells `witness` which sides the idea takes.
pub(super) fn of(folded: &str, witness: &mut impl FnMut(Kind, f32)) {
    for (regex, weight) in [(&STANCE, 0.8), (&VERB, 0.8)] {
        for found in regex.captures_iter(folded) {
            let negated = found.name("no").is_some();
            let pro = found.name("pro").is_some() != negated;
            witness(if pro { Kind::Support } else { Kind::Opposition }, weight);
        }
    }
}
