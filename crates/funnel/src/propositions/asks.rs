//! Whether a sentence asks for something, apart from whether it can be rewritten (analysis.md §3.9, « Detect »).
//!
//! Each sign adds its weight; from [`ASKS`] on, something is asked. A bare noun phrase is the answer to « what would you like? », and a gerund
//! to « how? »: in a consultation both ask, unless they praise, refuse or deplore, or the question put to people called for something else.

use super::opening::{calm, introduce, without_parentheses};
use super::verb::{begins_with_infinitive, leading_verb};
use super::{Asked, bare, nominal, norm};
use crate::expected::{Expects, Opening, changes};
use crate::heads::{self, Form};
use crate::pattern::{Pattern, Patterns, pattern};
use arobase_text::lexicon::{Lexicon, Mood};
use arobase_text::sentences::sentences;
use arobase_text::stem::fold;
use std::sync::LazyLock;

/// Least score of a demand.
pub const ASKS: f32 = 1.0;

/// Expressions, each with what it weighs.
struct Signs {
    weights: Vec<f32>,
    patterns: Patterns,
}

impl Signs {
    fn of<const N: usize>(signs: [(f32, &str); N]) -> Self {
        let patterns = Patterns::of(signs.iter().map(|(_, source)| *source));
        Self { weights: signs.iter().map(|(weight, _)| *weight).collect(), patterns }
    }

    /// What the signs seen in `text` weigh.
    fn weights(&self, text: &str) -> impl Iterator<Item = f32> {
        self.patterns.matching(text).map(|at| self.weights[at])
    }
}

/// Signs and their weights; the strongest counts, the negative ones are added to it.
static SIGNS: LazyLock<Signs> = LazyLock::new(|| {
    Signs::of([
        (
            1.0,
            r"\b(?:suffirait|suffit|y a lieu|y aurait lieu|serait temps|vaudrait mieux|vaut mieux|serait mieux) (?:de |d'|que |qu')",
        ),
        (
            1.0,
            r"\b(?:avons|a|ont|aurait|auraient|aurions|ai|aurais) (?:vraiment |grand |surtout |aussi )?besoin (?:de |d'|que |qu')|^besoin (?:de |d')",
        ),
        (
            1.0,
            r"\b(?:serait|seraient) (?:donc |aussi |vraiment |tres |plus |peut-etre |deja )?(?:une? (?:bonne|excellente|vraie|grande|premiere|solution|avancee|priorite|progres|plus)|un (?:bon|vrai|grand|premier|plus|progres)|bien|bon|bonne|utile|utiles|souhaitable|necessaire|judicieux|interessant|ideal|parfait|appreciable|preferable|super|top|formidable|pertinent)\b",
        ),
        (
            1.0,
            r"\b(?:est|sont|reste|restent|parait|semble)(?: donc| aussi| plus que| tout a fait| absolument| vraiment)? (?:souhaitables?|necessaires?|indispensables?|primordial(?:e|es)?|imperati(?:f|ve)s?|prioritaires?|essentiel(?:le)?s?|urgente?s?|une necessite|une priorite|une urgence|capital(?:e|es)?)\b",
        ),
        (
            1.0,
            r"\b(?:a|a) (?:proscrire|developper|generaliser|revoir|supprimer|eviter|privilegier|interdire|encourager|renforcer|bannir|revaloriser|reformer|creer|conserver|maintenir|ameliorer|simplifier|etendre|prevoir|mettre en place|rendre obligatoire|abolir)\b",
        ),
        (
            1.0,
            r"\b(?:je prefere|nous preferons|je prefererais|nous prefererions|j'espere|nous esperons|on espere|je reve|j'aimerai|je souhaiterai|je voudrai|j'apprecierais|je veux|on veut|on voudrait|on aimerait|on souhaite|je suggererais|je proposerais|je demanderais|je vote pour|je plaide|je preconise|je milite)\b",
        ),
        (
            1.0,
            r"^(?:attention (?:a|au|aux)|priorite (?:a|au|aux)|place (?:a|au|aux)|non (?:a|au|aux) |oui (?:a|au|aux) |stop |halte |assez de |fini |finis |finie |finies |fin (?:de|du|des) |pas de |pas d'|plus jamais |zero )",
        ),
        (
            1.0,
            r"\b(?:on|nous|l'on|l'etat|les elus|le gouvernement|la loi|les collectivites|les communes|les services|chaque \w+|l'administration|les administrations) (?:pourrait|pourraient|pourrions|peut tres bien|gagneraient?)\b",
        ),
        (1.0, r"\b(?:ne |n')\w+(?:ons|ez|tes) (?:pas|plus|jamais)\b"),
        (
            1.0,
            r"\b(?:ne devrai(?:t|ent)|ne doi(?:t|vent)|ne devrons|ne doit-on|devrait-on|pourrait-on|ne pourrait-on|ne faudrait-il|faudrait-il|ne devrait-on) |\b(?:ferait|ferions|feraient|ferait-on) mieux d|\btenue?s? d|^article \d+ ?[:.-]|\bj'imagine |\bsont a gerer\b",
        ),
        (
            1.0,
            r"^(?:a quand|vivement|mieux vaut|autant|plutot|prioritairement|d'urgence|urgence a|quitte a|revoir|que l'|qu'on|pour que|afin que) ",
        ),
        (
            1.0,
            r"\b(?:est|soit|sera|serait|etre) (?:obligatoire|interdite?|interdits|interdites|tenue?s? de|oblige|obliges)\b",
        ),
        (0.6, r"\b(?:pourrait|pourraient) (?:etre|permettre|faire|avoir|proposer|mettre|donner)\b"),
    ])
});

/// What makes a demand of others, a story or a doubt of it.
static AGAINST: LazyLock<Signs> = LazyLock::new(|| {
    Signs::of([
        (
            -0.5,
            r"\b(?:ils|certains|on nous|on me|le texte|le projet|l'article|la loi) (?:disent|dit|pretend|pretendent|prevoit|propose deja)\b",
        ),
        (
            -0.5,
            r"^(?:je suis (?:d'accord|tout a fait|entierement)|d'accord|tout a fait|bonne? (?:idee|proposition)|excellente?|tres bo[nn]|bravo|merci|formidable|quelle|quel )",
        ),
        (
            -1.0,
            r"\b(?:je suis|j'y suis|nous sommes|on est) (?:totalement |plutot |absolument |resolument )?contre\b|\bje ne vois pas (?:l'interet|l'utilite|pourquoi)|\bmauvaise idee\b|^pas d\x27accord",
        ),
        (
            -1.0,
            r"\bc'est (?:une|un) (?:tres )?(?:bonne|bon|excellente?|belle|beau) (?:idee|chose|initiative|projet|mesure|proposition)\b|\bdevrai(?:t|ent) (?:deja )?suffire\b",
        ),
        (-0.3, r"\?[ !?]*$"),
    ])
});

/// « …, je suis contre »: whatever the words before, it is refused.
pub(super) fn is_against(sentence: &str) -> bool {
    AGAINST.weights(sentence).any(|weight| weight <= -ASKS)
}

/// Whether an idea asks. Where people were asked for something else than proposals, what was read in it goes when it does not.
pub(crate) fn heard(text: &str, carried: &str, expects: Expects, asked: &mut Vec<Asked>) -> bool {
    let open = matches!(expects, Expects::Anything | Expects::Proposals);
    if open && !asked.is_empty() {
        return true;
    }
    let asks = score(text, carried, expects) >= ASKS;
    if !asks {
        asked.clear();
    }
    asks
}

/// How surely an idea asks: the best of its sentences; the first may carry the head of an enumeration.
pub(crate) fn score(text: &str, carried: &str, expects: Expects) -> f32 {
    best(text, carried, expects).0
}

/// The score of the best sentence, with the name of its strongest sign.
fn best(text: &str, carried: &str, expects: Expects) -> (f32, &'static str) {
    let mut best = (0.0_f32, "");
    let mut keep = |found: (f32, &'static str)| {
        if found.0 > best.0 {
            best = found;
        }
    };
    for (number, sentence) in sentences(text).into_iter().enumerate() {
        let sentence = text[sentence].trim();
        let found = weigh(sentence, expects);
        // A thing named after a sentence goes on with it: « … Gain de temps énorme. »
        if number == 0 || found.1 != "thing" {
            keep(found);
        }
        if number == 0 && !carried.is_empty() {
            keep(weigh(&format!("{carried} {sentence}"), expects));
        }
    }
    best
}

fn weigh(sentence: &str, expects: Expects) -> (f32, &'static str) {
    let plain = calm(without_parentheses(sentence));
    let (body, _) = introduce(&plain);
    let body = body.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (suggested, headed) = head_weight(body, expects);
    let wording = SIGNS.weights(body).fold(0.0, f32::max);
    let for_it =
        [(headed, "head"), (wording, "wording"), opening(body, expects), (norm::weight(body, expects), "norm")];
    let (weight, sign) = for_it.into_iter().fold((0.0, ""), |best, next| if next.0 > best.0 { next } else { best });
    let against: f32 = AGAINST.weights(body).sum();
    (if suggested { weight } else { weight + against }, sign)
}

/// Whether the head is a question that asks (« pourquoi ne pas … ? »), and what it weighs.
fn head_weight(body: &str, expects: Expects) -> (bool, f32) {
    let mut from = 0;
    let mut best = (false, 0.0_f32);
    while let Some(head) = heads::after(body, from) {
        from = head.range.end;
        let rest = body[head.range.end..].trim_start();
        let weight = match head.form {
            Form::Need
                if notes(&body[head.range.clone()], rest) || endured(&body[head.range.clone()], rest, expects) =>
            {
                0.0
            }
            Form::Must if fold(&body[head.range.clone()]).starts_with("pourr") => 0.6,
            _ => 1.0,
        };
        best = (best.0 || head.form == Form::Suggest, best.1.max(weight));
    }
    best
}

/// « Il s’agit là d’un progrès », « il faut reconnaître que … », « c’est bien la preuve »: nothing is asked.
pub(super) fn notes(head: &str, rest: &str) -> bool {
    static NOTING: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:bien |aussi |donc |tout de meme |quand meme )*(?:dire|savoir|avouer|reconnaitre|noter|constater|rappeler|croire|esperer|voir|comprendre|preciser|souligner|admettre|s'etonner|remercier|saluer|attendre)\b",
        )
    });
    let concerns = fold(head).contains("s'agit") || fold(head).contains("s’agit");
    let (first, after) = super::grammar::split(rest);
    let judged = ["est", "serait", "sera"].iter().any(|verb| head.ends_with(verb))
        && Lexicon::french().is_adjective(first.trim_end_matches([',', '.', '!']))
        && !after.starts_with("de ")
        && !after.starts_with("d’")
        && !after.starts_with("que ");
    let praised = [" bien", " bon", " important", " utile", " essentiel"].iter().any(|word| head.ends_with(word))
        && ["le", "la", "l’", "l'", "un", "une", "ce", "cette"].contains(&fold(first).as_str());
    let action = rest.strip_prefix("de ").or_else(|| rest.strip_prefix("d’")).is_some_and(begins_with_infinitive);
    NOTING.is_match(rest) || concerns && !action || judged || praised
}

/// Asked « what is wrong? », « il faut attendre deux mois » complains.
fn endured(head: &str, rest: &str, expects: Expects) -> bool {
    let (verb, _) = super::grammar::split(rest);
    matches!(expects, Expects::Problems | Expects::Facts)
        && fold(head).starts_with("il ")
        && fold(head).ends_with("faut")
        && Lexicon::french().is_infinitive(verb)
        && !changes(verb)
}

/// A bare infinitive, a noun of action, a gerund, an imperative, or a thing named.
fn opening(body: &str, expects: Expects) -> (f32, &'static str) {
    let verbless = || bare::clear_verbs(body).next().is_none();
    let verb = leading_verb(body).filter(|_| !is_subject(body) && !super::read::means(body));
    let (sign, opening) = if let Some(verb) = &verb {
        ("infinitive", Opening::Infinitive(verb))
    } else if bare::gerund(body).is_some() && verbless() {
        ("gerund", Opening::Gerund)
    } else if imperative(body) {
        ("imperative", Opening::Imperative)
    } else if nominal::opens(body) && verbless() {
        ("noun of action", Opening::Noun)
    } else if bare::is_thing(body) {
        ("thing", Opening::Noun)
    } else {
        return (0.0, "");
    };
    if expects.presumes(opening) { (1.0, sign) } else { (0.0, "") }
}

/// « Répondre à ce besoin ne peut pas … »: the infinitive is a subject.
fn is_subject(body: &str) -> bool {
    bare::clear_verbs(body).next().is_some_and(|verb| {
        [
            "est", "n’est", "serait", "peut", "sera", "paraît", "semble", "était", "risque", "revient", "suppose",
            "implique",
        ]
        .contains(&verb.to_lowercase().as_str())
    })
}

fn imperative(body: &str) -> bool {
    let (verb, _) = super::grammar::split(body);
    let verb = verb.trim_end_matches(|c: char| !c.is_alphanumeric());
    let verb = verb.split('-').next().unwrap_or(verb);
    (verb.ends_with("ez") || verb.ends_with("ons") || verb == "faites" || verb == "Faites")
        && super::grammar::has_mood(verb, Mood::Imperative)
        && !Lexicon::french().is_noun(verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_ask_in_many_ways() {
        for asked in [
            "Il faudrait rouvrir la gare",
            "La carte grise en ligne",
            "En écoutant les maires",
            "Toutes les démarches administratives",
            "Ne fermons pas les guichets",
            "Le tout-internet est à proscrire",
            "Un accueil humain reste souhaitable",
            "Les mairies publieront leurs comptes",
            "Pas de fermeture de classe",
            "On pourrait partager les locaux",
            "Pourquoi ne pas partager les locaux ?",
            "Laissez les communes choisir",
            "Simplifier",
            "Que l’État tienne parole",
        ] {
            assert!(score(asked, "", Expects::Anything) >= ASKS, "{asked}: {}", score(asked, "", Expects::Anything));
        }
    }

    #[test]
    fn others_tell_praise_or_wonder() {
        for told in [
            "Tout le monde n’a pas d’ordinateur",
            "Très bonne idée",
            "Aucune",
            "Le site des impôts marche bien",
            "Qui va payer tout cela ?",
            "J’ai attendu deux heures à la préfecture",
            "Trop de papiers inutiles",
            "Prime soi-disant exonérée d’impôt mais soumise à la cotisation",
            "Pollution de la rivière par les camions",
            "Guichet du samedi satisfaisant",
            "C’est une très bonne idée d’ouvrir le samedi",
            "On nous dit qu’il faut tout faire en ligne",
        ] {
            assert!(score(told, "", Expects::Anything) < ASKS, "{told}: {}", score(told, "", Expects::Anything));
        }
    }

    #[test]
    fn the_question_tells_a_wish_from_a_complaint() {
        for bare in [
            "Base de remboursement faible au guichet",
            "Plusieurs papiers à la mairie",
            "faire la queue à la préfecture",
            "il faut attendre deux mois",
        ] {
            assert!(score(bare, "", Expects::Problems) < ASKS, "{bare}");
        }
        assert!(score("Des bus le soir", "", Expects::Proposals) >= ASKS);
        assert!(score("Des bus le soir", "", Expects::Opinions) < ASKS);
        for asked in ["Il faudrait rouvrir la gare", "Simplifier les formulaires", "Gardez les guichets"] {
            assert!(score(asked, "", Expects::Problems) >= ASKS, "{asked}");
        }
    }
}
