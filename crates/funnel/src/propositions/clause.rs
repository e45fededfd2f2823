//! Subjects and verbs: « que l’État finance X », « X doivent être formés », « chaque commune doit avoir Y » (rules R2, R4, R5, R15).

use super::grammar::{has_mood, of, split, to};
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::{Lexicon, Mood, Tag};
use arobase_text::stem::fold;
use arobase_text::words::{Word, words};
use std::sync::LazyLock;

/// Those to whom the motion speaks, or who speak in it: their name need not be repeated.
static UNDERSTOOD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:on|nous|nous tous|l'on|l'etat|le gouvernement|les pouvoirs publics|la motion|notre motion|le congres|le legislateur|la loi|les collectivites(?: locales| territoriales)?|les elus|la puissance publique|notre association|l'association|le ministere|les ministeres)$",
    )
});

/// Bodies that can be asked to act.
static ACTOR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:operateurs?|editeurs?|fournisseurs?|prestataires?|plateformes?|banques?|assureurs?|caf|cpam|prefectures?|prefets?|administrations?|organismes?|hebergeurs?|fabricants?|constructeurs?|entreprises?|departements?|regions?|communes?|intercommunalites?|communautes?|maires?|etablissements?|ministeres?|services (?:publics|de l'etat)|centres de gestion|academies?|rectorats?|ecoles|colleges|agences?|associations?|anssi|cnil|europe|parlement)\b",
    )
});

/// Whether the one who acts need not be said.
pub(super) fn is_understood(subject: &str) -> bool {
    subject.is_empty() || UNDERSTOOD.is_match(subject)
}

/// Rewrites « S + verb … » found after « que »: the verb is finite, in the subjunctive or not.
pub(crate) fn que(clause: &str) -> Option<(String, &'static str)> {
    // « Que de belles intentions »: an exclamation.
    if clause.starts_with("de ") || clause.starts_with("d’") {
        return None;
    }
    let tokens = words(clause);
    let at = finite_verb(&tokens)?;
    let subject = uncapitalised(clause[..tokens[at].start].trim());
    let subject = subject.as_str();
    let rest = clause[tokens[at].end..].trim_start();
    if fold(subject) == "il y" {
        return Some((format!("prévoir {rest}"), "R2"));
    }
    let (subject, negated) = without_ne(subject);
    if is_pronoun(subject) || subject.is_empty() || is_broken(subject) {
        return None;
    }
    if negated {
        return not_so(subject, &tokens[at], rest).map(|text| (text, "R10"));
    }
    let infinitive = Lexicon::french().infinitive_of(tokens[at].text)?;
    verb_phrase(subject, &infinitive, rest).or_else(|| so_that(subject, &tokens[at], rest, clause))
}

/// Rewrites « S doit infinitive … »: `rest` begins with the infinitive.
pub(crate) fn must(subject: &str, rest: &str, could: bool) -> Option<(String, &'static str)> {
    let subject = &uncapitalised(subject);
    if is_pronoun(subject) {
        return None;
    }
    let (infinitive, complement) = split(rest);
    if !Lexicon::french().is_infinitive(infinitive) {
        return adverb_first(subject, rest, could);
    }
    if subject.is_empty() || UNDERSTOOD.is_match(subject) && !points_back(rest) {
        return verb_phrase("", infinitive, complement).is_none().then(|| (rest.to_owned(), "R4"));
    }
    if infinitive == "être" && makes_no_passive(split(complement).0) {
        return None;
    }
    // « le marché pourrait avoir un effet »: what may happen, not what is asked.
    if could && infinitive == "avoir" {
        return None;
    }
    verb_phrase(subject, &fold_verb(infinitive), complement).or_else(|| {
        if ACTOR.is_match(subject) || UNDERSTOOD.is_match(subject) {
            return Some((asked_of(subject, rest, could), "R4"));
        }
        if could && infinitive == "être" {
            return None;
        }
        if could {
            return Some((format!("permettre {} {}", to(subject), de_infinitive(rest)), "R15"));
        }
        if coordinates_infinitives(complement) {
            return None;
        }
        let plural = is_plural(subject);
        let verb = Lexicon::french().conjugate(&fold_verb(infinitive), Mood::Subjunctive, 3, plural)?;
        Some((format!("faire en sorte {} {verb} {complement}", arobase_text::lexicon::elide("que", subject)), "R4"))
    })
}

/// « … et se développer »: turned into a clause, the second verb would be left behind.
fn coordinates_infinitives(complement: &str) -> bool {
    let tokens = words(complement);
    tokens.windows(2).any(|pair| {
        let verb = pair[1].text;
        ["et", "ou", "se", "s’", "être"].contains(&pair[0].text) && Lexicon::french().is_infinitive(verb)
    }) || complement.contains(" et être ")
}

/// « l’État doit mieux surveiller », « les opérateurs doivent s’engager »: what stands before the infinitive stays.
fn adverb_first(subject: &str, rest: &str, could: bool) -> Option<(String, &'static str)> {
    super::verb::leading_verb(rest)?;
    if subject.is_empty() || UNDERSTOOD.is_match(subject) {
        return Some((rest.to_owned(), "R4"));
    }
    ACTOR.is_match(subject).then(|| (asked_of(subject, rest, could), "R4"))
}

/// « l’opérateur doit réparer » → « demander à l’opérateur de réparer »; « … pourrait … » → « inviter l’opérateur à réparer ».
fn asked_of(subject: &str, rest: &str, could: bool) -> String {
    if could {
        format!("inviter {subject} à {rest}")
    } else {
        format!("demander {} {}", to(subject), de_infinitive(rest))
    }
}

/// A possessive or a reflexive that needs its subject.
fn points_back(rest: &str) -> bool {
    words(rest).iter().any(|word| ["leur", "leurs", "son", "sa", "ses"].contains(&word.text.to_lowercase().as_str()))
}

fn is_plural(subject: &str) -> bool {
    let first = fold(split(subject).0);
    ["les", "des", "nos", "leurs", "tous", "toutes", "deux", "trois", "certains", "ces"].contains(&first.as_str())
        || subject.contains(" et l") && !subject.contains(" de ")
}

/// « en amont, quand une administration », « les communes qui ne » before a relative’s verb: no subject, and its « ne » is not the clause’s.
fn is_broken(subject: &str) -> bool {
    words(subject).iter().any(|word| ["quand", "que", "qu’", "si", "lorsque", "qui", "dont"].contains(&word.text))
        || subject.contains(" qu’")
}

/// « S ne doit pas être vendu » → « ne pas vendre S »; « S ne doit pas conduire … » → « éviter que S conduise … ».
pub(crate) fn must_not(subject: &str, rest: &str) -> Option<String> {
    let subject = &uncapitalised(subject);
    let (infinitive, complement) = split(rest);
    if is_pronoun(subject) || !Lexicon::french().is_infinitive(infinitive) {
        return None;
    }
    if subject.is_empty() || UNDERSTOOD.is_match(subject) && !points_back(rest) {
        return Some(format!("ne pas {rest}"));
    }
    if infinitive == "être"
        && let Some((text, "R5")) = passive(subject, complement)
    {
        return Some(format!("ne pas {text}"));
    }
    let verb = Lexicon::french().conjugate(&fold_verb(infinitive), Mood::Subjunctive, 3, is_plural(subject))?;
    Some(format!("éviter {} {verb} {complement}", arobase_text::lexicon::elide("que", subject)))
}

/// « que S ne V pas … », the verb in the subjunctive.
fn not_so(subject: &str, verb: &Word<'_>, rest: &str) -> Option<String> {
    let (not, rest) = split(rest);
    if !["pas", "plus"].contains(&fold(not).as_str()) || !has_mood(verb.text, Mood::Subjunctive) {
        return None;
    }
    let infinitive = Lexicon::french().infinitive_of(verb.text)?;
    if infinitive == "être"
        && let Some((text, "R5")) = passive(subject, rest)
    {
        return Some(format!("ne {not} {text}"));
    }
    if UNDERSTOOD.is_match(subject) {
        return Some(format!("ne {not} {infinitive} {rest}"));
    }
    let rest = if verb.text == "soit" || verb.text == "soient" { agreed(subject, rest) } else { rest.to_owned() };
    Some(format!("éviter {} {} {rest}", arobase_text::lexicon::elide("que", subject), verb.text))
}

fn de_infinitive(rest: &str) -> String {
    arobase_text::lexicon::elide("de", rest)
}

fn fold_verb(infinitive: &str) -> String {
    infinitive.to_lowercase()
}

/// « Les agents » → « les agents »; a name keeps its capital.
fn uncapitalised(subject: &str) -> String {
    let (first, _) = split(subject);
    let determiner = first.chars().skip(1).all(|c| !c.is_uppercase()) && !Lexicon::french().is_noun(first);
    if determiner { crate::propositions::phrase::lower_first(subject) } else { subject.to_owned() }
}

/// The shapes that a subject and a verb can take without the subject being the one who acts.
fn verb_phrase(subject: &str, infinitive: &str, rest: &str) -> Option<(String, &'static str)> {
    match infinitive {
        "être" => passive(subject, rest),
        "pouvoir" if split(rest).0 == "être" => {
            let (text, rule) = passive(subject, split(rest).1)?;
            Some((format!("permettre {}", de_infinitive(&text)), rule))
        }
        "pouvoir" if rest.starts_with("se faire ") => {
            Some((format!("permettre de faire {subject} {}", &rest["se faire ".len()..]), "R15"))
        }
        "pouvoir" => Some((format!("permettre {} {}", to(subject), de_infinitive(rest)), "R15")),
        "avoir" if begins_noun_phrase(rest) && !coordinates_infinitives(rest) => given(subject, rest),
        "disposer" | "bénéficier" if begins_complement(rest) => Some((format!("doter {subject} {rest}"), "R15")),
        "rester" | "demeurer" => adjective(rest).map(|_| (format!("maintenir {subject} {rest}"), "R15")),
        _ if UNDERSTOOD.is_match(subject) => Some((format!("{infinitive} {rest}"), "R2")),
        _ => None,
    }
}

/// « S ait un référent » → « doter S d’un référent »; « S ait le choix » → « donner à S le choix ».
fn given(subject: &str, rest: &str) -> Option<(String, &'static str)> {
    let definite = ["le", "la", "les", "l’", "l'", "accès"].contains(&split(rest).0);
    match definite {
        true if subject.contains(" et ") => None,
        true => Some((format!("donner {} {rest}", to(subject)), "R15")),
        false => Some((format!("doter {subject} {}", of(rest)), "R15")),
    }
}

/// « les structures doivent être pérennisées » → « pérenniser les structures »; « … être gratuites » → « rendre … gratuites ».
fn passive(subject: &str, rest: &str) -> Option<(String, &'static str)> {
    let (first, after) = split(rest);
    let lexicon = Lexicon::french();
    let (adverb, participle, after) = match fold(first).as_str() {
        "mieux" | "davantage" | "plus" | "systematiquement" | "enfin" | "tous" | "toutes" | "aussi" | "egalement"
        | "bien" | "automatiquement" | "regulierement" | "mis" | "mise" | "mises"
            if !(fold(first).starts_with("mis") && ["en", "à", "au"].contains(&split(after).0)) =>
        {
            let (second, tail) = split(after);
            (first, second, tail)
        }
        _ => ("", first, after),
    };
    if coordinates_participle(after) {
        return None;
    }
    if let Some(verb) = lexicon.infinitive_of_participle(participle) {
        if let (true, Some(duty)) = (
            ["tenir", "obliger", "contraindre"].contains(&verb.as_str()),
            after.strip_prefix("de ").or_else(|| after.strip_prefix("d’")),
        ) {
            return Some((format!("obliger {subject} à {duty}"), "R5"));
        }
        if makes_no_passive(participle) {
            return None;
        }
        return Some((active(subject, &verb, adverb, after), "R5"));
    }
    adjective(participle).map(|_| (format!("rendre {subject} {}", agreed(subject, rest)), "R15"))
}

/// « facturé au juste prix et ouvert à tous »: with the verb made active, the second participle would have no subject.
fn coordinates_participle(after: &str) -> bool {
    let lexicon = Lexicon::french();
    let participle = |word: &str| lexicon.infinitive_of_participle(word).is_some() && !lexicon.is_noun(word);
    words(after).windows(2).any(|pair| ["et", "ou"].contains(&pair[0].text) && participle(pair[1].text))
}

/// « toutes les démarches … réalisable » → « … réalisables ».
fn agreed(subject: &str, rest: &str) -> String {
    let (adverb, tail) = split(rest);
    let measured = ["plus", "moins", "très", "aussi", "totalement", "vraiment"].contains(&adverb);
    let (first, after) = if measured { split(tail) } else { split(rest) };
    let lexicon = Lexicon::french();
    let noun = words(subject).into_iter().find(|word| lexicon.is_noun(word.text) && word.text.chars().count() > 3);
    let gender = noun.and_then(|noun| lexicon.noun_gender(noun.text));
    let agrees = |gender| {
        lexicon.analyses(first).iter().any(|reading| {
            matches!(reading.tag, Tag::Adjective { gender: g, plural: p }
                if g.is_none_or(|g| g == gender) && p.is_none_or(|p| p == is_plural(subject)))
        })
    };
    let form = gender
        .filter(|gender| lexicon.is_adjective(first) && !agrees(*gender))
        .and_then(|g| lexicon.agree(first, g, is_plural(subject)));
    form.map_or_else(
        || rest.to_owned(),
        |form| {
            format!("{}{form} {after}", &rest[..rest.len() - if measured { tail.len() } else { rest.len() }])
                .trim_end()
                .to_owned()
        },
    )
}

fn makes_no_passive(participle: &str) -> bool {
    let verb = Lexicon::french().infinitive_of_participle(participle);
    verb.is_some_and(|verb| INTRANSITIVE.split(' ').any(|other| other == verb))
}

/// Verbs whose participle makes no passive, or nothing without what follows.
const INTRANSITIVE: &str =
    "partir aller venir arriver naître mourir devenir rester entrer sortir tenir obliger contraindre pouvoir concerner";

fn active(subject: &str, verb: &str, adverb: &str, after: &str) -> String {
    let (locution, after) = locution(after);
    let subject = &format!("{locution}{subject}");
    let verb = if by_someone(after) { format!("faire {verb}") } else { verb.to_owned() };
    let phrase = match fold(adverb).as_str() {
        "mieux" | "bien" | "systematiquement" | "automatiquement" | "regulierement" | "davantage" => {
            format!("{} {verb} {subject} {after}", adverb.to_lowercase())
        }
        "plus" => format!("{verb} davantage {subject} {after}"),
        "mis" | "mise" | "mises" => format!("mettre {subject} {verb} {after}"),
        _ => format!("{verb} {subject} {after}"),
    };
    phrase.trim().to_owned()
}

/// « par les maires », « par La Poste », and not « par courrier » or « par an ».
fn by_someone(after: &str) -> bool {
    let Some(by) = after.strip_prefix("par ") else { return false };
    let first = split(by).0;
    first.starts_with(char::is_uppercase)
        || ["le", "la", "les", "l’", "un", "une", "des", "de", "d’", "nos", "chaque", "deux"].contains(&first)
}

/// « prises en compte par … » keeps « en compte » beside its verb.
fn locution(after: &str) -> (String, &str) {
    ["en compte", "en charge", "en place", "en œuvre", "à disposition", "à jour", "en commun", "en avant", "en valeur"]
        .iter()
        .find_map(|words| after.strip_prefix(words).map(|rest| (format!("{words} "), rest.trim_start())))
        .unwrap_or((String::new(), after))
}

fn adjective(phrase: &str) -> Option<&str> {
    let (first, rest) = split(phrase);
    let first = if ["plus", "moins", "tres", "vraiment", "totalement"].contains(&fold(first).as_str()) {
        split(rest).0
    } else {
        first
    };
    Lexicon::french().is_adjective(first).then_some(first)
}

/// Always grammatical when the verb stands in the subjunctive: « faire en sorte que les démarches restent possibles ».
fn so_that(subject: &str, verb: &Word<'_>, rest: &str, clause: &str) -> Option<(String, &'static str)> {
    if !has_mood(verb.text, Mood::Subjunctive) || is_itself_subject(rest) {
        return None;
    }
    let form = if verb.text == "soit" && is_plural(subject) { "soient" } else { verb.text };
    let gap = if clause[..verb.start].ends_with(char::is_whitespace) { " " } else { "" };
    let after = if clause[verb.end..].starts_with(char::is_whitespace) { " " } else { "" };
    let rest = if verb.text == "soit" || verb.text == "soient" { agreed(subject, rest) } else { rest.to_owned() };
    Some((format!("faire en sorte {}{gap}{}{after}{rest}", arobase_text::lexicon::elide("que", subject), form), "R2"))
}

/// « que X soit Y est justifiable »: the clause is what is spoken of.
fn is_itself_subject(rest: &str) -> bool {
    super::bare::clear_verbs(rest).next().is_some_and(|verb| {
        let before = rest[..verb.as_ptr() as usize - rest.as_ptr() as usize].trim_end();
        !before.contains([',', ';', ':', '.'])
            && !before.contains(" et ")
            && ["est", "serait", "sera", "paraît", "semble"].contains(&verb)
    })
}

pub(super) fn without_ne(subject: &str) -> (&str, bool) {
    match subject.rsplit_once(' ') {
        Some((before, "ne" | "n’" | "n'")) => (before.trim(), true),
        _ if ["ne", "n’"].contains(&subject) => ("", true),
        _ => (subject, false),
    }
}

fn is_pronoun(subject: &str) -> bool {
    [
        "il", "elle", "ils", "elles", "je", "j’", "tu", "ce", "cela", "ca", "c’", "vous", "celui-ci", "celle-ci",
        "ceux-ci", "qui", "chacun", "le reste", "tout", "rien",
    ]
    .contains(&fold(subject).as_str())
}

fn begins_noun_phrase(rest: &str) -> bool {
    let (first, _) = split(rest);
    ["un", "une", "des", "le", "la", "les", "l’", "acces", "du", "son", "sa", "ses", "leur", "leurs", "plus", "au"]
        .contains(&fold(first).as_str())
        && fold(first) != "au"
}

fn begins_complement(rest: &str) -> bool {
    ["d’", "de", "du", "des"].contains(&fold(split(rest).0).as_str())
}

/// The first finite verb of a clause, where no determiner makes a noun of it.
fn finite_verb(tokens: &[Word<'_>]) -> Option<usize> {
    let lexicon = Lexicon::french();
    (1..tokens.len().min(14)).find(|&at| {
        let before = fold(tokens[at - 1].text);
        let after_determiner = [
            "le", "la", "les", "l’", "l'", "un", "une", "des", "de", "du", "d’", "au", "aux", "ce", "cette", "ces",
            "nos", "notre", "chaque", "leur", "leurs", "en", "à",
        ]
        .contains(&before.as_str());
        !after_determiner
            && lexicon.is_finite_verb(tokens[at].text)
            && (has_mood(tokens[at].text, Mood::Subjunctive) || !lexicon.is_noun(tokens[at].text))
    })
}
