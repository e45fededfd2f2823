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
//! | R18 | « en faisant » → « faire » |
//! | R19 | a thing named: « la carte grise en ligne » → « développer la carte grise en ligne » |

use super::backward::points_back;
use super::clause;
use super::grammar::{has_mood, split};
use super::mend::mend;
use super::must::must;
use super::opening::{calm, circumstance, introduce, postpone, without_parentheses};
use super::phrase::{finish, lower_first, quality};
use super::refuse::{self, need_not, refuses, refuses_half, stop};
use super::spelling::misspelt;
use super::thing::{self, MEASURE, listed, more, thing};
use super::verb::{after_que, begins_with_infinitive, leading_verb, without_preposition, without_recipient};
use super::{Asked, bare, nominal, whole};
use crate::heads::{self, Form, Head};
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::{Lexicon, Mood};
use arobase_text::sentences::sentences;
use arobase_text::stem::fold;
use std::sync::LazyLock;

/// A thing merely named says less well what to do than a verb of the author's own.
const NAMED: f32 = 0.25;

/// A phrase before it is finished.
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) rules: Vec<&'static str>,
}

/// Verbs after « il faut » that tell rather than ask.
const TELLING: &str = "dire savoir avouer reconnaître noter constater rappeler croire espérer voir penser comprendre \
    préciser souligner admettre oublier attendre être avoir remercier saluer imaginer aller passer venir \
    refaire ressaisir recommencer appeler téléphoner redire remarquer parler répondre signaler faut devoir falloir";

/// The demands of an idea, best first; `carried` is the head of the enumeration it comes from.
pub(crate) fn read(text: &str, carried: &str) -> Vec<Asked> {
    let mut found: Vec<Asked> = Vec::new();
    for (number, sentence) in sentences(text).into_iter().enumerate() {
        let sentence = text[sentence].trim();
        let inherited = || (number == 0 && !carried.is_empty()).then(|| inherit(carried, sentence)).flatten();
        found.extend(if leans(carried, sentence) && number == 0 {
            inherited()
        } else {
            ask(sentence).or_else(inherited)
        });
    }
    found.sort_by(|a, b| b.quality.total_cmp(&a.quality));
    found
}

/// What a piece asks once the head of its enumeration is put back before it.
fn inherit(carried: &str, sentence: &str) -> Option<Asked> {
    ask(&format!("{carried} {}", lower_first(unlinked(sentence))))
}

/// « [Le cadre doit …] et concerner les écoles »: alone, the infinitive would lose its subject.
fn leans(carried: &str, sentence: &str) -> bool {
    let subject = heads::first(carried).filter(|head| matches!(head.form, Form::Must | Form::Deserve));
    subject.is_some_and(|head| !clause::is_understood(carried[..head.range.start].trim()))
        && begins_with_infinitive(unlinked(sentence))
}

fn unlinked(sentence: &str) -> &str {
    ["et ", "ou ", "puis ", "mais "].iter().find_map(|link| sentence.strip_prefix(link)).unwrap_or(sentence)
}

/// What one sentence asks.
fn ask(sentence: &str) -> Option<Asked> {
    if super::asks::is_against(sentence) || whole::is_idle(sentence) {
        return None;
    }
    let plain = calm(without_parentheses(sentence));
    let (introduced, mut rules) = introduce(&plain);
    if plain.len() != sentence.len() {
        rules.push("R14");
    }
    let (body, place) = circumstance(introduced);
    let refusal = || refuse::opening(plain.trim_start()).or_else(|| refuse::opening(body));
    let mut draft = refusal().or_else(|| headed(body)).or_else(|| headless(body))?;
    draft.text = mend(&draft.text);
    if let Some(place) = place {
        draft.text = postpone(&draft.text, place);
        rules.push("R17");
    }
    let bare_infinitive = draft.rules.is_empty();
    rules.append(&mut draft.rules);
    let mut finished = finish(&draft.text)?;
    // « Se faire doubler »: undergone, never asked.
    if finished.text.starts_with("se faire ")
        || points_back(&finished.text)
        || refuses_half(&draft.text)
        || only(&finished.text)
        || misspelt(&finished.text)
        || !whole::stands(&finished.text, sentence, &rules)
    {
        return None;
    }
    rules.append(&mut finished.rules);
    rules.dedup();
    if tells(&finished.text, bare_infinitive)? {
        return None;
    }
    Some(Asked {
        quality: quality(&finished.text) - if rules.contains(&"R19") { NAMED } else { 0.0 },
        refused: refuses(&finished.text),
        text: finished.text,
        rules,
        justification: finished.justification,
    })
}

/// « garder qu’une structure »: « ne … que » without its « ne ».
fn only(phrase: &str) -> bool {
    let (verb, rest) = split(phrase);
    rest.starts_with("qu’un") && listed("garder avoir faire utiliser laisser conserver développer", verb)
}

/// « Limiter la culture, c’est … »: the infinitive is what is spoken of.
pub(super) fn means(body: &str) -> bool {
    static MEANS: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^[^.;!?]{0,240}[ ,](?:c'est|c'etait|je ne (?:pense|crois|vois|suis)|n'est|serait|ce n'est|ce serait|revient a|ca (?:me|n|v|s)|cela |(?:nous|vous|lui|leur) \w+(?:erait|irait|drait|ait)\b|non ?[.!]*$)",
        )
    });
    MEANS.is_match(body)
}

/// Whether the phrase tells or notes instead of asking; `None` when no verb leads it.
fn tells(phrase: &str, bare_infinitive: bool) -> Option<bool> {
    let verb = leading_verb(phrase)?;
    let ask_alone =
        listed("être avoir penser comprendre aller venir oublier parler croire répondre passer attendre", &verb);
    if verb == "oublier" && !phrase.contains(" que ") && !phrase.contains(" qu’") {
        return Some(false);
    }
    let past = ["avoir", "être"].contains(&verb.as_str())
        && Lexicon::french().infinitive_of_participle(split(split(phrase).1).0).is_some();
    Some(listed(TELLING, &verb) && (!(bare_infinitive && ask_alone) || past))
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
        Form::Need if super::asks::notes(&body[head.range.clone()], rest) => None,
        Form::Need | Form::Ask => wanted(rest, head.form == Form::Need),
        Form::NeedNot => need_not(&body[head.range.clone()], rest),
        Form::Must | Form::Deserve => must(body, head, rest),
        // « … et si l’on peut appeler »: a condition, no suggestion.
        Form::Suggest if body[head.range.clone()].starts_with("et si") && head.range.start > 0 => None,
        Form::Suggest => suggested(rest),
        Form::More => more(rest),
        Form::Less => refuse::less(rest),
        Form::Stop => stop(body, head, rest),
        Form::Wish => clause::que(rest).map(|(text, rule)| asked(text, rule)),
    }
}

pub(super) fn asked(text: String, rule: &'static str) -> Draft {
    Draft { text, rules: vec![rule] }
}

/// After « il faut » or « nous proposons »: an infinitive, a que-clause, a noun of action, or a thing.
fn wanted(rest: &str, need: bool) -> Option<Draft> {
    let rest = without_recipient(rest.trim_start_matches([':', ',', ' ']));
    if need && MEASURE.is_match(rest) {
        return None;
    }
    if need && ["pas", "plus"].contains(&split(rest).0) && begins_with_infinitive(without_preposition(split(rest).1)) {
        return need_not(split(rest).0, split(rest).1);
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

fn suggested(rest: &str) -> Option<Draft> {
    let bare = without_preposition(rest);
    if begins_with_infinitive(bare) {
        return Some(asked(bare.trim_end_matches([' ', '?']).to_owned(), "R8"));
    }
    let (verb, complement) = split(rest);
    let infinitive = Lexicon::french().infinitive_of(verb)?;
    Some(asked(format!("{infinitive} {complement}"), "R8"))
}

/// No head: a bare infinitive, a noun of action or an imperative opens the sentence.
fn headless(body: &str) -> Option<Draft> {
    if means(body) {
        return None;
    }
    if begins_with_infinitive(body) {
        let mut draft = infinitive(body);
        draft.rules.clear();
        return Some(draft);
    }
    let noun = nominal::rewrite(body).or_else(|| nominal::instaurer(body)).map(|(text, rule)| asked(text, rule));
    noun.or_else(|| imperative(body)).or_else(|| gerund(body)).or_else(|| thing::named(body))
}

/// « En écoutant les maires » → « écouter les maires » (R18).
fn gerund(body: &str) -> Option<Draft> {
    let (infinitive, complement) = bare::gerund(body)?;
    // « En écoutant les maires, on gagne du temps »: told, not asked.
    if complement.split_once(", ").is_some_and(|(_, main)| !bare::is_verbless(main)) {
        return None;
    }
    Some(asked(format!("{infinitive} {}", bare::without_gerunds(complement)), "R18"))
}

/// « Ne fermez pas les guichets » → « ne pas fermer les guichets ».
fn forbidden(after: &str) -> Option<Draft> {
    let (verb, rest) = split(after);
    let (not, complement) = split(rest);
    let imperative = has_mood(verb, Mood::Imperative) && (verb.ends_with("ez") || verb.ends_with("ons"));
    if !imperative || !["pas", "plus", "jamais"].contains(&not) {
        return None;
    }
    let infinitive = Lexicon::french().infinitive_of(verb)?;
    Some(Draft { text: format!("ne {not} {infinitive} {complement}"), rules: vec!["R9", "R10"] })
}

/// « Gardez les guichets » → « garder les guichets »; « arrêtons de fermer » → « cesser de fermer ».
fn imperative(body: &str) -> Option<Draft> {
    let (ne, after) = split(body);
    if ["ne", "n’", "n'"].contains(&ne.to_lowercase().as_str()) {
        return forbidden(after);
    }
    let (verb, complement) = split(body);
    let plural = verb.ends_with("ez") || verb.ends_with("ons");
    if !plural || complement.is_empty() || !has_mood(verb, Mood::Imperative) || Lexicon::french().is_noun(verb) {
        return None;
    }
    let infinitive = Lexicon::french().infinitive_of(verb)?;
    let stops = infinitive == "arrêter" && (complement.starts_with("de ") || complement.starts_with("d’"));
    let text = format!("{} {complement}", if stops { "cesser" } else { &infinitive });
    Some(asked(text, "R9"))
}
