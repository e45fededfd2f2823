//! Reading what an idea asks, and saying it in the infinitive (analysis.md §3.9).
//!
//! | rule | what it does |
//! |---|---|
//! | R1 | leaves out what introduces: « je pense que », « à mon avis » |
//! | R2 | « il faut que S fasse » → « faire », or « faire en sorte que S fasse » |
//! | R3 | « il faut faire », « nous proposons de faire » → « faire » |
//! | R4 | « S doit faire » → « faire », or « demander à S de faire » |
//! | R5 | « S doit être fait » → « faire S » |
//! | R6 | « création de X » → « créer X » |
//! | R7 | « plus de X » → « renforcer X », « moins de X » → « réduire X », « stop à X » → « mettre fin à X » |
//! | R8 | « pourquoi ne pas faire », « et si on faisait » → « faire » |
//! | R9 | « arrêtez de faire », « gardez X » → « cesser de faire », « garder X » |
//! | R10 | « il ne faut pas faire » → « ne pas faire » |
//! | R11 | detaches the reason or the goal |
//! | R12 | a pronoun without antecedent: not rewritten, « à compléter » |
//! | R13 | leaves out the last members of too long an enumeration |
//! | R14 | leaves out a parenthesis |
//! | R15 | « S doit être gratuit », « S doit avoir X » → « rendre S gratuit », « doter S de X » |
//! | R16 | « il faut X » → « prévoir X » |
//! | R17 | moves an opening circumstance to the end: « dans les villages, il faut X » |

use super::Asked;
use super::clause;
use super::grammar::{definite, has_mood, split, to};
use super::nominal;
use super::phrase::{finish, lower_first, quality};
use crate::heads::{self, Form, Head};
use crate::pattern::pattern;
use arobase_text::lexicon::{Lexicon, Mood};
use arobase_text::sentences::sentences;
use arobase_text::stem::fold;
use arobase_text::words::words;
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A phrase before it is finished.
struct Draft {
    text: String,
    rules: Vec<&'static str>,
    refused: bool,
}

static OPINION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:je (?:pense|crois|trouve|considere|dis)|nous (?:pensons|croyons|considerons|estimons)|j'estime|il me semble|a mon avis|selon moi|pour moi|pour nous|a notre avis|de mon point de vue|bonjour|madame|monsieur|donc|enfin|bref|ensuite|aussi|de plus|par ailleurs|en outre|d'abord|tout d'abord|en conclusion|egalement|en premier lieu|premierement|deuxiemement|troisiemement|et|mais|alors|oui|non|proposition|idee|suggestion|demande|constat|besoin|urgent|priorite)(?: qu['e])?[ ,:]*)+",
    )
});

static CIRCUMSTANCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^((?:dans|en|pour|a|aux|au|chez|avec|sur|lors d|pendant|face a|des|apres|avant)\b[^,.;:!?]{3,60}?), ?")
});

/// Verbs after « il faut » that tell rather than ask.
const TELLING: &[&str] = &[
    "dire",
    "savoir",
    "avouer",
    "reconnaître",
    "noter",
    "constater",
    "rappeler",
    "croire",
    "espérer",
    "voir",
    "penser",
    "comprendre",
    "préciser",
    "souligner",
    "admettre",
    "oublier",
    "attendre",
    "être",
    "avoir",
    "remercier",
    "saluer",
    "imaginer",
    "aller",
    "passer",
    "venir",
    "refaire",
    "ressaisir",
    "recommencer",
    "appeler",
    "téléphoner",
    "redire",
    "remarquer",
    "parler",
    "répondre",
    "signaler",
    "faut",
];

/// What follows « il faut » when it measures instead of asking: « il faut deux heures ».
static MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:parfois |encore |environ |bien |souvent |presque |au moins |compter )*(?:\d|deux|trois|quatre|cinq|six|dix|quinze|vingt|trente|une (?:heure|demi|journee|semaine)|un (?:mois|an|jour|quart)|des (?:heures|mois|jours|semaines|annees)|plusieurs (?:heures|mois|jours|semaines)|du (?:temps|courage|monde)|beaucoup d)",
    )
});

/// The demands of an idea, best first; `carried` is the head of the enumeration it comes from.
pub(crate) fn read(text: &str, carried: &str) -> Vec<Asked> {
    let mut found: Vec<Asked> = Vec::new();
    for (number, sentence) in sentences(text).into_iter().enumerate() {
        let sentence = text[sentence].trim();
        let own = ask(sentence);
        let inherited = || {
            (number == 0 && !carried.is_empty()).then(|| ask(&format!("{carried} {}", lower_first(sentence)))).flatten()
        };
        found.extend(own.or_else(inherited));
    }
    found.sort_by(|a, b| b.quality.total_cmp(&a.quality));
    found
}

/// What one sentence asks.
fn ask(sentence: &str) -> Option<Asked> {
    let plain = calm(without_parentheses(sentence));
    let (body, mut rules) = introduce(&plain);
    if plain.len() != sentence.len() {
        rules.push("R14");
    }
    let (body, place) = circumstance(body);
    let mut draft = headed(body).or_else(|| headless(body))?;
    if let Some(place) = place {
        draft.text = postpone(&draft.text, place);
        rules.push("R17");
    }
    rules.append(&mut draft.rules);
    let mut finished = finish(&draft.text)?;
    let (first, rest) = split(&finished.text);
    if clitic(first, rest) {
        return None;
    }
    rules.append(&mut finished.rules);
    let verb = leading_verb(&finished.text)?;
    if TELLING.contains(&verb.as_str()) {
        return None;
    }
    Some(Asked {
        quality: quality(&finished.text),
        text: finished.text,
        rules,
        justification: finished.justification,
        refused: draft.refused,
    })
}

/// Parentheses illustrate; they are in nobody's way to the verb (R14).
fn without_parentheses(sentence: &str) -> Cow<'_, str> {
    static PARENTHESIS: LazyLock<Regex> = LazyLock::new(|| pattern(r" ?\([^)]*\)"));
    PARENTHESIS.replace_all(sentence, "")
}

/// CAPITALS are read as small letters.
fn calm(sentence: Cow<'_, str>) -> Cow<'_, str> {
    let upper = sentence.chars().filter(|c| c.is_uppercase()).count();
    let lower = sentence.chars().filter(|c| c.is_lowercase()).count();
    if upper > lower { Cow::Owned(sentence.to_lowercase()) } else { sentence }
}

/// Leaves out an introduction (R1).
fn introduce(sentence: &str) -> (&str, Vec<&'static str>) {
    match OPINION.find(sentence).filter(|found| found.end() < sentence.len()) {
        Some(found) => (&sentence[found.end()..], vec!["R1"]),
        None => (sentence, Vec::new()),
    }
}

/// Sets an opening circumstance aside when a demand follows it.
fn circumstance(body: &str) -> (&str, Option<&str>) {
    let Some(found) = CIRCUMSTANCE.captures(body) else { return (body, None) };
    let (Some(whole), Some(place)) = (found.get(0), found.get(1)) else { return (body, None) };
    let rest = &body[whole.end()..];
    let short = words(place.as_str()).len() <= 6
        && !words(place.as_str()).iter().any(|word| Lexicon::french().is_infinitive(word.text));
    let demands = heads::first(rest).is_some_and(|head| head.range.start == 0) || begins_with_infinitive(rest);
    if short && demands { (rest, Some(place.as_str())) } else { (body, None) }
}

/// The circumstance goes where the demand ends, before its reason.
fn postpone(text: &str, place: &str) -> String {
    let place = place.trim();
    let lowered: String = lower_first(place);
    match finish(text) {
        Some(finished) => format!("{} {lowered}", finished.text),
        None => text.to_owned(),
    }
}

/// A demand that a head announces.
fn headed(body: &str) -> Option<Draft> {
    let mut from = 0;
    while let Some(head) = heads::after(body, from) {
        from = head.range.end;
        if let Some(draft) = follow(body, &head) {
            return Some(draft);
        }
    }
    None
}

fn follow(body: &str, head: &Head) -> Option<Draft> {
    let rest = body[head.range.end..].trim_start();
    match head.form {
        Form::Need | Form::Ask => wanted(rest, head.form == Form::Need),
        Form::NeedNot => refused(rest),
        Form::Must | Form::Deserve => must(body, head, rest),
        Form::Suggest => suggested(rest),
        Form::More => more(rest),
        Form::Less => Some(asked(format!("réduire {}", definite(rest)?), "R7")),
        Form::Stop => stop(body, head, rest),
        Form::Wish => clause::que(rest).map(|(text, rule)| asked(text, rule)),
    }
}

fn asked(text: String, rule: &'static str) -> Draft {
    Draft { text, rules: vec![rule], refused: false }
}

/// After « il faut » or « nous proposons »: an infinitive, a que-clause, a noun of action, or a thing.
fn wanted(rest: &str, need: bool) -> Option<Draft> {
    let rest = without_recipient(rest.trim_start_matches([':', ',', ' ']));
    if need && MEASURE.is_match(rest) {
        return None;
    }
    if let Some(clause) = after_que(rest) {
        return clause::que(clause).map(|(text, rule)| asked(text, rule));
    }
    let bare = without_preposition(rest);
    if begins_with_infinitive(bare) {
        return Some(infinitive(bare));
    }
    thing(rest)
}

/// « pouvoir payer en ligne » → « permettre de payer en ligne ».
fn infinitive(phrase: &str) -> Draft {
    match split(phrase) {
        (first, rest) if fold(first) == "pouvoir" => {
            asked(format!("permettre {}", arobase_text::lexicon::elide("de", rest)), "R3")
        }
        _ => asked(phrase.to_owned(), "R3"),
    }
}

fn thing(rest: &str) -> Option<Draft> {
    if let Some((text, rule)) = nominal::rewrite(rest).or_else(|| nominal::instaurer(rest)) {
        return Some(asked(text, rule));
    }
    let (first, tail) = split(rest);
    match fold(first).as_str() {
        "plus" | "davantage" => more(split(tail).1),
        "moins" => Some(asked(format!("réduire {}", definite(split(tail).1)?), "R7")),
        "un" | "une" | "des" | "deux" | "trois" | "plusieurs" => Some(asked(format!("prévoir {rest}"), "R16")),
        "le" | "la" | "les" | "l’" | "l'" if Lexicon::french().is_noun(split(tail).0) => {
            Some(asked(format!("assurer {rest}"), "R16"))
        }
        _ => None,
    }
}

/// « plus de moyens » → « renforcer les moyens ».
fn more(rest: &str) -> Option<Draft> {
    // « Plus de médecin » deplores, « plus de médecins » asks.
    let (first, _) = split(rest);
    let countless = [
        "sobriété",
        "transparence",
        "proximité",
        "formation",
        "concertation",
        "lisibilité",
        "simplicité",
        "coordination",
        "souplesse",
        "pédagogie",
        "moyens",
        "humain",
    ];
    let asks = Lexicon::french().is_plural(first) == Some(true) || countless.contains(&first);
    (asks && Lexicon::french().is_noun(first) && !rest.contains("depuis"))
        .then(|| definite(rest))
        .flatten()
        .map(|phrase| asked(format!("renforcer {phrase}"), "R7"))
}

fn refused(rest: &str) -> Option<Draft> {
    let bare = without_preposition(rest);
    let text = match after_que(rest) {
        Some(clause) => format!("éviter que {clause}"),
        None if begins_with_infinitive(bare) => format!("ne pas {bare}"),
        None => return None,
    };
    Some(Draft { text, rules: vec!["R10"], refused: true })
}

fn must(body: &str, head: &Head, rest: &str) -> Option<Draft> {
    let subject = subject_before(&body[..head.range.start])?;
    let rest = strip_adverbs(rest);
    clause::must(subject, rest).map(|(text, rule)| asked(text, rule))
}

/// The noun phrase that ends right before « doit »; `None` when it is the end of a relative clause.
fn subject_before(before: &str) -> Option<&str> {
    let start = before
        .rfind([',', ';', ':', '.', '(', '«'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let mut subject = before[start..].trim();
    for opener in ["et ", "mais ", "donc ", "car ", "aussi ", "ainsi "] {
        subject = subject.strip_prefix(opener).unwrap_or(subject);
    }
    if let Some(at) = subject.rfind(" que ").or_else(|| subject.rfind(" qu’")) {
        subject = subject[at..].trim_start_matches(" que ").trim_start_matches(" qu’");
    }
    let lexicon = Lexicon::french();
    let tokens = words(subject);
    let relative =
        tokens.iter().any(|word| ["qui", "dont", "où", "qu’", "que"].contains(&word.text.to_lowercase().as_str()));
    let verbal = tokens.iter().skip(1).any(|word| {
        lexicon.is_finite_verb(word.text) && !lexicon.is_noun(word.text) && !lexicon.is_adjective(word.text)
    });
    (!relative && !verbal && tokens.len() <= 9 && determined(subject)).then_some(subject)
}

fn determined(subject: &str) -> bool {
    let first = fold(split(subject).0);
    [
        "le", "la", "les", "l’", "l'", "un", "une", "des", "on", "nous", "chaque", "tout", "tous", "toute", "toutes",
        "nos", "notre", "aucun", "aucune", "leurs", "leur", "l",
    ]
    .contains(&first.as_str())
        || subject.is_empty()
}

fn suggested(rest: &str) -> Option<Draft> {
    let bare = without_preposition(rest);
    if begins_with_infinitive(bare) {
        return Some(asked(bare.trim_end_matches([' ', '?']).to_owned(), "R8"));
    }
    let (verb, complement) = split(rest);
    let infinitive = Lexicon::french().infinitive_of(verb)?;
    Some(asked(format!("{infinitive} {complement}"), "R8"))
}

fn stop(body: &str, head: &Head, rest: &str) -> Option<Draft> {
    let opener = fold(&body[head.range.clone()]);
    let preposition = opener.split_whitespace().last()?;
    let phrase = if preposition == "a" { to(rest) } else { format!("{preposition} {rest}") };
    Some(Draft { text: format!("mettre fin {phrase}"), rules: vec!["R7"], refused: true })
}

/// No head: a bare infinitive, a noun of action or an imperative opens the sentence.
fn headless(body: &str) -> Option<Draft> {
    if begins_with_infinitive(body) {
        let mut draft = infinitive(body);
        draft.refused = fold(body).starts_with("ne pas") || fold(body).starts_with("ne plus");
        draft.rules.clear();
        return Some(draft);
    }
    let noun = nominal::rewrite(body).or_else(|| nominal::instaurer(body)).map(|(text, rule)| asked(text, rule));
    noun.or_else(|| imperative(body)).or_else(|| would_help(body))
}

/// « Un mandat unique éviterait ces situations » → « prévoir un mandat unique »; « Un guichet par canton. » likewise.
fn would_help(body: &str) -> Option<Draft> {
    let (article, tail) = split(body);
    let noun = split(tail).0;
    if !["un", "une"].contains(&fold(article).as_str())
        || !Lexicon::french().is_noun(noun)
        || NO_THING.contains(&Lexicon::french().lemma(noun).as_str())
    {
        return None;
    }
    let tokens = words(body);
    let verb = tokens.iter().skip(2).find(|word| {
        Lexicon::french().is_finite_verb(word.text)
            && !Lexicon::french().is_noun(word.text)
            && !Lexicon::french().is_adjective(word.text)
    });
    let thing = match verb {
        None => body,
        Some(verb) if has_mood(verb.text, Mood::Conditional) => &body[..verb.start],
        Some(_) => return None,
    };
    let named = thing.split([':', ';', '.', '«', '?', '!']).next().unwrap_or(thing).trim();
    (words(named).len() >= 4)
        .then(|| asked(format!("prévoir {}", lower_first(named.trim_end_matches([',', ' ']))), "R16"))
}

/// Nouns that tell when or who, and ask for nothing.
const NO_THING: &[&str] = &[
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "jour",
    "matin",
    "soir",
    "nuit",
    "hiver",
    "été",
    "fois",
    "année",
    "an",
    "mois",
    "semaine",
    "heure",
    "minute",
    "exemple",
    "participant",
    "participante",
    "élu",
    "maire",
    "habitant",
    "administré",
    "agent",
    "collègue",
    "voisin",
    "voisine",
    "dame",
    "monsieur",
    "homme",
    "femme",
    "enfant",
    "fille",
    "fils",
    "médecin",
    "chercheur",
    "jeune",
    "personne",
    "retraité",
    "commerçant",
    "agriculteur",
    "stagiaire",
    "tiers",
    "quart",
    "moitié",
    "dizaine",
    "centaine",
    "partie",
    "chose",
    "mot",
    "question",
    "remarque",
    "dernier",
    "problème",
    "courriel",
    "mail",
    "lettre",
    "secrétaire",
    "maman",
    "père",
    "mère",
    "usager",
    "famille",
    "couple",
    "patron",
    "opérateur",
    "éditeur",
    "prestataire",
    "voisinage",
    "entreprise",
    "commune",
    "village",
    "ville",
];

/// « Gardez les guichets » → « garder les guichets »; « arrêtons de fermer » → « cesser de fermer ».
fn imperative(body: &str) -> Option<Draft> {
    let (verb, complement) = split(body);
    let plural = verb.ends_with("ez") || verb.ends_with("ons");
    if !plural || complement.is_empty() || !has_mood(verb, Mood::Imperative) || Lexicon::french().is_noun(verb) {
        return None;
    }
    let infinitive = Lexicon::french().infinitive_of(verb)?;
    let stops = infinitive == "arrêter" && (complement.starts_with("de ") || complement.starts_with("d’"));
    let text = format!("{} {complement}", if stops { "cesser" } else { &infinitive });
    Some(Draft { text, rules: vec!["R9"], refused: stops })
}

/// « à l’État de financer » after « nous demandons »: the recipient is understood.
fn without_recipient(rest: &str) -> &str {
    static RECIPIENT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:a l'etat|au gouvernement|aux pouvoirs publics|au legislateur|a la motion|au congres|aux? ministeres?)(?: de l'interieur)?,? (?:de |d'|qu)",
        )
    });
    match RECIPIENT.find(rest) {
        Some(found) if rest[..found.end()].ends_with("qu") => &rest[found.end() - 2..],
        Some(found) => &rest[found.end()..],
        None => rest,
    }
}

fn without_preposition(rest: &str) -> &str {
    ["de ", "d’", "d'", "à "].iter().find_map(|preposition| rest.strip_prefix(preposition)).unwrap_or(rest)
}

fn after_que(rest: &str) -> Option<&str> {
    ["que ", "qu’", "qu'"].iter().find_map(|que| rest.strip_prefix(que))
}

fn strip_adverbs(rest: &str) -> &str {
    let mut rest = rest;
    while ["aussi", "egalement", "donc", "absolument", "imperativement", "enfin", "vraiment"]
        .contains(&fold(split(rest).0).as_str())
    {
        rest = split(rest).1;
    }
    rest
}

/// An infinitive, perhaps after « ne pas », « mieux » or « se ».
fn begins_with_infinitive(phrase: &str) -> bool {
    leading_verb(phrase).is_some()
}

/// The infinitive that leads a phrase.
fn leading_verb(phrase: &str) -> Option<String> {
    let mut rest = phrase.trim_start();
    for _ in 0..4 {
        let (first, after) = split(rest);
        let folded = fold(first);
        if [
            "ne",
            "n’",
            "pas",
            "plus",
            "mieux",
            "bien",
            "se",
            "s’",
            "s'",
            "systematiquement",
            "davantage",
            "aussi",
            "y",
            "en",
            "le",
            "la",
            "les",
            "l’",
            "leur",
            "lui",
        ]
        .contains(&folded.as_str())
        {
            rest = after;
            continue;
        }
        let word = first.trim_end_matches([',', ':', '.', ';']);
        return Lexicon::french().is_infinitive(word).then(|| word.to_lowercase());
    }
    None
}

/// An object pronoun before the infinitive has no antecedent here (R12).
fn clitic(first: &str, rest: &str) -> bool {
    let pronoun = ["le", "la", "les", "l’", "l'", "leur", "lui", "y", "en", "nous", "vous", "me", "m’"]
        .contains(&fold(first).as_str());
    pronoun && Lexicon::french().is_infinitive(split(rest).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(idea: &str) -> Option<String> {
        read(idea, "").into_iter().next().map(|asked| asked.text)
    }

    #[test]
    fn infinitives_follow_their_heads() {
        assert_eq!(text("Il faut former les agents d’accueil.").as_deref(), Some("former les agents d’accueil"));
        assert_eq!(
            text("Nous proposons de mutualiser les achats de matériel").as_deref(),
            Some("mutualiser les achats de matériel")
        );
        assert_eq!(
            text("Je pense qu’il faudrait aussi ouvrir les mairies le samedi").as_deref(),
            Some("ouvrir les mairies le samedi")
        );
        assert_eq!(text("Pourquoi ne pas créer une équipe mobile ?").as_deref(), Some("créer une équipe mobile"));
        assert_eq!(
            text("Nous souhaitons pouvoir payer la cantine en ligne").as_deref(),
            Some("permettre de payer la cantine en ligne")
        );
    }

    #[test]
    fn clauses_turn() {
        assert_eq!(
            text("Il faut que l’État finance les conseillers numériques").as_deref(),
            Some("financer les conseillers numériques")
        );
        assert_eq!(
            text("Les conseillers numériques doivent être pérennisés").as_deref(),
            Some("pérenniser les conseillers numériques")
        );
        assert_eq!(
            text("Les sites publics doivent être accessibles à tous").as_deref(),
            Some("rendre les sites publics accessibles à tous")
        );
        assert_eq!(
            text("Chaque commune doit avoir un référent numérique").as_deref(),
            Some("doter chaque commune d’un référent numérique")
        );
        assert_eq!(
            text("Les opérateurs doivent réparer les lignes sous huit jours").as_deref(),
            Some("demander aux opérateurs de réparer les lignes sous huit jours")
        );
        assert_eq!(
            text("Il faudrait qu’il y ait un numéro unique par préfecture").as_deref(),
            Some("prévoir un numéro unique par préfecture")
        );
    }

    #[test]
    fn nouns_and_refusals() {
        assert_eq!(
            text("Création d’un fonds de secours pour les petites communes").as_deref(),
            Some("créer un fonds de secours pour les petites communes")
        );
        assert_eq!(text("Il ne faut pas fermer les guichets").as_deref(), Some("ne pas fermer les guichets"));
        assert_eq!(
            text("Plus de moyens pour les petites communes").as_deref(),
            Some("renforcer les moyens pour les petites communes")
        );
        assert_eq!(text("Stop aux formulaires illisibles").as_deref(), Some("mettre fin aux formulaires illisibles"));
    }

    #[test]
    fn reasons_are_kept_apart() {
        let asked = read("Il faut maintenir un accueil en mairie car beaucoup n’ont pas internet.", "");
        assert_eq!(asked[0].text, "maintenir un accueil en mairie");
        assert_eq!(asked[0].justification, "car beaucoup n’ont pas internet");
        assert_eq!(asked[0].rules, ["R3", "R11"]);
    }

    #[test]
    fn what_is_told_or_unclear_is_left() {
        assert_eq!(text("Il faut deux heures pour joindre la préfecture"), None);
        assert_eq!(text("Il faut les former rapidement"), None);
        assert_eq!(text("Il faut reconnaître que la fibre avance"), None);
        assert_eq!(text("La fibre est arrivée l’an dernier"), None);
    }

    #[test]
    fn an_enumeration_lends_its_head() {
        let asked = read("de former les élus", "nous proposons");
        assert_eq!(asked[0].text, "former les élus");
    }

    #[test]
    fn circumstances_move_to_the_end() {
        assert_eq!(
            text("Dans les villages, il faut garder un accueil physique").as_deref(),
            Some("garder un accueil physique dans les villages")
        );
    }
}
