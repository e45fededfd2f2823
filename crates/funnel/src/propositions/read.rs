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
//! | R12 | a pronoun without antecedent: not rewritten; the idea stays, its demand does not |
//! | R13 | leaves out the last members of too long an enumeration |
//! | R14 | leaves out a parenthesis |
//! | R15 | « S doit être gratuit », « S doit avoir X » → « rendre S gratuit », « doter S de X » |
//! | R16 | « il faut X » → « prévoir X » |
//! | R17 | moves an opening circumstance to the end: « dans les villages, il faut X » |

use super::Asked;
use super::clause;
use super::grammar::{definite, has_mood, split, to};
use super::nominal;
use super::opening::{calm, circumstance, introduce, postpone, without_parentheses};
use super::phrase::{finish, lower_first, quality};
use super::thing::{MEASURE, listed, more, thing, would_help};
use super::verb::{
    after_que, begins_with_infinitive, clitic, leading_verb, strip_adverbs, without_preposition, without_recipient,
};
use crate::heads::{self, Form, Head};
use arobase_text::lexicon::{Lexicon, Mood};
use arobase_text::sentences::sentences;
use arobase_text::stem::fold;
use arobase_text::words::words;

/// A phrase before it is finished.
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) rules: Vec<&'static str>,
    pub(super) refused: bool,
}

/// Verbs after « il faut » that tell rather than ask.
const TELLING: &str = "dire savoir avouer reconnaître noter constater rappeler croire espérer voir penser comprendre \
    préciser souligner admettre oublier attendre être avoir remercier saluer imaginer aller passer venir \
    refaire ressaisir recommencer appeler téléphoner redire remarquer parler répondre signaler faut";

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
    if listed(TELLING, &verb) {
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

pub(super) fn asked(text: String, rule: &'static str) -> Draft {
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
