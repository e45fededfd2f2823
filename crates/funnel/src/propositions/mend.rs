//! Mending what people type in haste: accents, articles and spaces left out, a second imperative beside the first.

use super::agree::agreed;
use super::grammar::{definite, has_mood, split};
use super::spelling::corrected;
use arobase_text::lexicon::{Lexicon, Mood, Tag, elide};
use arobase_text::words::words;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The phrase, mended.
pub(super) fn mend(phrase: &str) -> String {
    let phrase = coordinated(&with_article(phrase));
    let phrase =
        contracted(&spaced(&elided(&apostrophes(&prepositions(&having(&agreed(&plurals(&accents(&phrase)))))))))
            .replace(" aux les ", " aux ")
            .replace(" jusque a", " jusqu’a")
            .replace(" jusque à", " jusqu’à");
    corrected(&phrase)
}

/// « de les écoles » → « des écoles », but « de les corriger ».
fn contracted(phrase: &str) -> String {
    static OF_THE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r" de (les?) (\p{L}+)").expect("a constant pattern"));
    OF_THE
        .replace_all(phrase, |found: &Captures<'_>| match &found[1] {
            _ if Lexicon::french().is_infinitive(&found[2]) => found[0].to_owned(),
            "le" => format!(" du {}", &found[2]),
            _ => format!(" des {}", &found[2]),
        })
        .into_owned()
}

/// « dont la France à besoin » → « dont la France a besoin ».
fn having(phrase: &str) -> String {
    static HAS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(\S+) à (besoin|été|eu|fait|voulu|pu|décidé)\b").expect("a constant pattern"));
    HAS.replace_all(phrase, |found: &Captures<'_>| match &found[1] {
        "tout" | "Tout" => found[0].to_owned(),
        before => format!("{before} a {}", &found[2]),
    })
    .into_owned()
}

/// « les utilisateur » → « les utilisateurs »; « rendre accessible les salles » → « rendre accessibles les salles ».
fn plurals(phrase: &str) -> String {
    static NOUN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(les|des|aux|nos|ces|ses|leurs|plusieurs|quelques) (\p{Ll}{4,})").expect("a constant pattern")
    });
    static MADE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b([Rr]endre) (\p{Ll}{4,}) (le |la |les |l’|un |une |tous les |toutes les )(\p{Ll}{4,})")
            .expect("a constant pattern")
    });
    let lexicon = Lexicon::french();
    let original = phrase;
    let phrase = NOUN.replace_all(phrase, |found: &Captures<'_>| {
        let noun = &found[2];
        let plural = format!("{noun}s");
        let one =
            |tag| matches!(tag, Tag::Noun { plural: Some(false), .. } | Tag::Adjective { plural: Some(false), .. });
        let singular = lexicon.analyses(noun).iter().all(|reading| one(reading.tag)) && lexicon.is_noun(noun);
        let known = lexicon.is_noun(&plural) && lexicon.is_plural(&plural) == Some(true);
        let whole = found.get(0).is_none_or(|whole| !original[whole.end()..].starts_with(['-', '’', '·', '(']));
        format!("{} {}", &found[1], if singular && known && whole { &plural } else { noun })
    });
    MADE.replace_all(&phrase, |found: &Captures<'_>| {
        let (adjective, article, noun) = (&found[2], &found[3], &found[4]);
        let plural = article.ends_with("les ");
        let gender = lexicon.noun_gender(noun).filter(|_| lexicon.is_adjective(adjective) && lexicon.is_noun(noun));
        let form = gender.and_then(|gender| lexicon.agree(adjective, gender, plural));
        format!("{} {} {article}{noun}", &found[1], form.as_deref().unwrap_or(adjective))
    })
    .into_owned()
}

/// « moins de emballages » → « moins d’emballages »; « les les » → « les ».
fn elided(phrase: &str) -> String {
    static BEFORE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r" (de|que|ne|se) (\p{L}+)").expect("a constant pattern"));
    let mended = BEFORE.replace_all(phrase, |found: &Captures<'_>| {
        let (particle, next) = (&found[1], &found[2]);
        let lower = next.starts_with(char::is_lowercase) && next.chars().count() > 2;
        if lower { format!(" {}", elide(particle, next)) } else { found[0].to_owned() }
    });
    ["les", "des", "de", "la", "le", "et", "au", "du", "à", "pour", "un", "une"]
        .iter()
        .fold(mended.into_owned(), |text, word| text.replace(&format!(" {word} {word} "), &format!(" {word} ")))
}

/// « l absence », « d un » → « l’absence », « d’un ».
fn apostrophes(phrase: &str) -> String {
    static LOST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r" ([ldnsjLD]|qu|jusqu) ([aeiouyhéèêâîôàœAEIOUYHÉÈÊ])").expect("a constant pattern")
    });
    LOST.replace_all(phrase, " $1’$2").into_owned()
}

/// « regles » → « règles »; a name in capitals stays.
fn accents(phrase: &str) -> String {
    let mut mended = String::with_capacity(phrase.len());
    let mut from = 0;
    for word in words(phrase) {
        mended.push_str(&phrase[from..word.start]);
        mended.push_str(&accented(word.text));
        from = word.end;
    }
    mended.push_str(&phrase[from..]);
    mended
}

fn accented(word: &str) -> String {
    let lower = word.chars().all(|c| !c.is_uppercase());
    match word {
        "Etat" | "état" if word == "Etat" => "État".to_owned(),
        "Etats" => "États".to_owned(),
        "etre" => "être".to_owned(),
        _ if lower && word.chars().count() > 2 => {
            Lexicon::french().restore_accents(word).unwrap_or_else(|| word.to_owned())
        }
        _ => word.to_owned(),
    }
}

/// « adapter a la ville » → « adapter à la ville », unless somebody « a ».
fn prepositions(phrase: &str) -> String {
    static HAS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?P<before>\S+) a (?P<next>la|l’|un|une|des|cette|ces|leur|leurs|tous|toutes|chaque|ceux|celles|celui|nos|son|sa|ses|cette|domicile)\b|(?P<first>^\S+) a (?P<inf>\S+er)\b")
            .expect("a constant pattern")
    });
    HAS.replace_all(phrase, |found: &Captures<'_>| {
        let whole = found[0].to_owned();
        match (found.name("before"), found.name("next"), found.name("first"), found.name("inf")) {
            (Some(before), Some(next), ..) if !owns(before.as_str()) => {
                format!("{} à {}", before.as_str(), next.as_str())
            }
            (_, _, Some(first), Some(verb)) => format!("{} à {}", first.as_str(), verb.as_str()),
            _ => whole,
        }
    })
    .into_owned()
}

/// Words after which « a » is the verb.
fn owns(before: &str) -> bool {
    ["qui", "y", "il", "elle", "on", "en", "ne", "nous", "lui", "leur", "qu’il", "qu’elle", "qu’on", "l’on"]
        .contains(&before)
        || before.ends_with("n’")
}

/// One space after a comma and none before; « / » without spaces.
fn spaced(phrase: &str) -> String {
    static COMMA: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\s*,\s*").expect("a constant pattern"));
    static DECIMAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(\d), (\d)").expect("a constant pattern"));
    static SPACES: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\s{2,}").expect("a constant pattern"));
    let phrase = COMMA.replace_all(phrase, ", ");
    let phrase = SPACES.replace_all(&phrase, " ");
    DECIMAL.replace_all(&phrase, "$1,$2").into_owned()
}

/// Verbs that take a noun without an article: « faire confiance », « avoir accès ».
const BARE_OBJECT: &str = "avoir faire mettre donner rendre prendre tenir porter demander laisser trouver perdre poser prêter être \
    devenir rester servir parler créer payer redonner remettre refaire passer venir aller revenir tirer voter naître travailler";

/// « améliorer accès aux soins » → « améliorer l’accès aux soins ».
fn with_article(phrase: &str) -> String {
    let (verb, object) = split(phrase);
    let lexicon = Lexicon::french();
    if !lexicon.is_infinitive(verb) || BARE_OBJECT.split_whitespace().any(|bare| bare == verb.to_lowercase()) {
        return phrase.to_owned();
    }
    let noun = split(object).0.trim_end_matches(',');
    let first = lexicon.analyses(noun).into_iter().next();
    let bare = first.is_some_and(|reading| matches!(reading.tag, Tag::Noun { .. }))
        && !lexicon.analyses(noun).iter().any(|reading| matches!(reading.tag, Tag::Other | Tag::Adverb))
        && !noun.starts_with(char::is_uppercase)
        && !["deux", "trois", "quatre", "cinq", "six", "dix"].contains(&noun);
    match definite(object) {
        Some(determined) if bare => format!("{verb} {determined}"),
        _ => phrase.to_owned(),
    }
}

/// « laisser du temps et évitons la hâte » → « … et éviter la hâte ».
fn coordinated(phrase: &str) -> String {
    static SECOND: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(, | et |, et )(\p{L}+(?:ons|ez|ant))\b").expect("a constant pattern"));
    SECOND
        .replace_all(phrase, |found: &Captures<'_>| {
            let lexicon = Lexicon::french();
            let (link, verb) = (&found[1], &found[2]);
            let imperative = has_mood(verb, Mood::Imperative) && !lexicon.is_noun(verb) && !lexicon.is_adjective(verb);
            match lexicon.infinitive_of(verb) {
                Some(infinitive) if imperative => format!("{link}{infinitive}"),
                _ => found[0].to_owned(),
            }
        })
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn haste_is_mended() {
        assert_eq!(mend("simplifier les regles"), "simplifier les règles");
        assert_eq!(mend("adapter les horaires a la vie des gens"), "adapter les horaires à la vie des gens");
        assert_eq!(mend("aider celui qui a la charge d’un parent"), "aider celui qui a la charge d’un parent");
        assert_eq!(mend("améliorer accès aux soins"), "améliorer l’accès aux soins");
        assert_eq!(mend("faire confiance aux maires"), "faire confiance aux maires");
        assert_eq!(mend("laisser du temps et évitons la hâte"), "laisser du temps et éviter la hâte");
        assert_eq!(mend("permettre aux gens de les corriger"), "permettre aux gens de les corriger");
        assert_eq!(mend("aider les utilisateur du réseau"), "aider les utilisateurs du réseau");
        assert_eq!(mend("rendre public la présence des élus"), "rendre publique la présence des élus");
        assert_eq!(mend("aider ceux dont la France à besoin"), "aider ceux dont la France a besoin");
        assert_eq!(mend("laisser les communes libres de choisir"), "laisser les communes libres de choisir");
        assert_eq!(mend("créer des bus ,des gares"), "créer des bus, des gares");
        assert_eq!(mend("limiter à 2,5 euros"), "limiter à 2,5 euros");
    }
}
