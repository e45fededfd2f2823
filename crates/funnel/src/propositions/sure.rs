//! Whether a phrase is surely French: no second main verb, no infinitive without a link, no end left open.

use super::bare::clear_verbs;
use super::grammar::{has_mood, split};
use super::nominal;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::{Lexicon, Mood};
use arobase_text::stem::fold;
use arobase_text::words::{Word, words};
use std::sync::LazyLock;

/// Fewest words worth keeping before a cut.
const KEPT: usize = 3;

/// The byte where a second sentence begins without a stop: a new infinitive, a noun of action in capitals, a main verb after a comma.
pub(super) fn run_on(phrase: &str) -> Option<usize> {
    let tokens = words(phrase);
    (1..tokens.len()).find(|&at| begins_anew(phrase, &tokens, at)).map(|at| tokens[at].start)
}

/// The comma before a noun without article in a list of nouns that have theirs: « libérer des heures, prise en compte du sport ».
pub(super) fn bare_member(phrase: &str) -> Option<usize> {
    let determined = |word: &Word<'_>| {
        ["le", "la", "les", "l’", "un", "une", "des", "du", "au", "aux", "nos", "plus"].contains(&word.text)
    };
    let commas = phrase.match_indices(", ").map(|(at, _)| at);
    commas.filter(|&at| is_bare(&phrase[at + 2..])).find(|&at| {
        let member = words(&phrase[phrase[..at].rfind(", ").map_or(0, |before| before + 2)..at]);
        member.len() >= KEPT
            && member.iter().any(determined)
            && !member[member.len() - 2..].iter().any(|word| prepares(word.text))
    })
}

/// A singular that is a noun and nothing else, or a noun of action.
fn is_bare(rest: &str) -> bool {
    let word = split(rest).0;
    let lexicon = Lexicon::french();
    let readings = lexicon.analyses(word);
    let noun = |tag| matches!(tag, arobase_text::lexicon::Tag::Noun { plural: Some(false), .. });
    let only = !readings.is_empty() && readings.iter().all(|reading| noun(reading.tag));
    word.starts_with(char::is_lowercase) && (only || lexicon.is_noun(word) && nominal::opens(rest))
}

/// « par courrier, téléphone ou radio »: after these a noun needs no article.
fn prepares(word: &str) -> bool {
    ["par", "en", "de", "d’", "sans", "avec", "comme", "ou", "et"].contains(&word)
}

fn begins_anew(phrase: &str, tokens: &[Word<'_>], at: usize) -> bool {
    let gap = &phrase[tokens[at - 1].end..tokens[at].start];
    let (before, word) = (tokens[at - 1].text, tokens[at].text);
    let lexicon = Lexicon::french();
    let unlinked = gap.chars().all(char::is_whitespace);
    let infinitive = lexicon.is_infinitive(word) && !lexicon.is_noun(word);
    if word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase) {
        let article = is_closed(word);
        let action = nominal::opens(&phrase[tokens[at].start..]);
        let last = at + 1 == tokens.len();
        let plural = lexicon.is_plural(word) == Some(true) && !lexicon.is_adjective(word);
        let noun = (last || plural) && lexicon.is_noun(word);
        let lower = before.starts_with(char::is_lowercase) && !links(before);
        return article && (gap.trim() == "," || unlinked && !links(before))
            || unlinked && lower && (action || infinitive || noun || parts(before, word));
    }
    infinitive && unlinked && at >= KEPT && !leads(before) && !governs(tokens[0].text)
}

/// « laisser les équipes dire … »: verbs that take an object and its infinitive.
fn governs(verb: &str) -> bool {
    ["laisser", "faire", "regarder", "voir", "écouter"].contains(&verb.to_lowercase().as_str())
}

/// « les tris sélectifs Ramassage », « la halle Rapidement »: a capital that goes with nothing before.
fn parts(before: &str, word: &str) -> bool {
    let lexicon = Lexicon::french();
    let number = |form| lexicon.is_plural(form);
    let first = lexicon.analyses(word).into_iter().next();
    let adverb = first.is_some_and(|reading| reading.tag == arobase_text::lexicon::Tag::Adverb);
    let common = lexicon.is_noun(word) && !lexicon.is_adjective(word);
    adverb || common && lexicon.is_adjective(before) && number(before) == Some(true) && number(word) == Some(false)
}

fn is_closed(word: &str) -> bool {
    let first = Lexicon::french().analyses(word).into_iter().next();
    first.is_some_and(|reading| reading.tag == arobase_text::lexicon::Tag::Other)
}

/// Words after which an infinitive may stand.
fn leads(before: &str) -> bool {
    let lexicon = Lexicon::french();
    let folded = fold(before);
    let readings = lexicon.analyses(before);
    let closed = readings.is_empty()
        || readings.iter().any(|reading| {
            matches!(reading.tag, arobase_text::lexicon::Tag::Other | arobase_text::lexicon::Tag::Adverb)
        });
    closed
        || has_mood(before, Mood::PresentParticiple)
        || lexicon.is_infinitive(before)
        || lexicon.is_finite_verb(before) && !lexicon.is_noun(before)
        || links(&folded)
}

fn links(word: &str) -> bool {
    [
        "et", "ou", "de", "d’", "a", "à", "la", "le", "les", "l’", "du", "des", "un", "une", "aux", "au", "en", "pour",
        "sans", "par", "avec", "dans", "sur",
    ]
    .contains(&word)
}

/// Whether a main verb stands where only the infinitive should lead.
pub(super) fn second_verb(phrase: &str) -> Option<usize> {
    let verb = clear_verbs(phrase).next()?;
    let at = verb.as_ptr() as usize - phrase.as_ptr() as usize;
    Some(at)
}

/// Drops an end that calls for more: « en adaptant », « afin de pouvoir ».
pub(super) fn without_gerund(phrase: &str) -> &str {
    let tokens = words(phrase);
    let [.., en, last] = tokens.as_slice() else { return phrase };
    let participle = has_mood(last.text, Mood::PresentParticiple);
    let lexicon = Lexicon::french();
    if participle && fold(en.text) == "en" {
        phrase[..en.start].trim_end()
    } else if participle && !lexicon.is_noun(last.text) && !lexicon.is_adjective(last.text) {
        phrase[..last.start].trim_end()
    } else {
        phrase
    }
}

/// Verbs that say nothing without their object.
const TRANSITIVE: &str = "multiplier aider faire mettre donner créer développer améliorer renforcer rendre supprimer réduire augmenter permettre proposer \
    prévoir favoriser garantir assurer organiser financer maintenir imposer interdire élargir ajouter étendre appliquer attribuer \
    accorder offrir apporter fournir limiter diffuser réinsérer équiper";

/// « aider par une politique », « élargir à l’ensemble des citoyens »: what is aided or widened is not said.
pub(super) fn lacks_object(phrase: &str) -> bool {
    let (verb, rest) = split(phrase);
    let rest = without_when(rest);
    let (next, after) = split(rest);
    if !TRANSITIVE.split_whitespace().any(|transitive| transitive == verb) {
        return false;
    }
    let set = [
        "en place",
        "en œuvre",
        "en avant",
        "en valeur",
        "en commun",
        "en réseau",
        "en sorte",
        "en ligne",
        "à jour",
        "à disposition",
        "à l’abri",
    ];
    let loose = ["par", "d’abord", "dans", "pour", "sur", "avec", "en"].contains(&next)
        || ["à", "au", "aux"].contains(&next)
            && ["élargir", "ajouter", "étendre", "appliquer", "limiter"].contains(&verb);
    let object_later = words(after).windows(2).any(|pair| {
        ["un", "une", "des", "le", "la", "les", "l’"].contains(&pair[1].text)
            && !links(pair[0].text)
            && !["de", "d’"].contains(&pair[0].text)
    });
    (loose || rest.is_empty()) && !set.iter().any(|words| rest.starts_with(words)) && !object_later
}

/// « chaque année, un exercice » → « un exercice »: when and how often are no object.
fn without_when(rest: &str) -> &str {
    static WHEN: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:chaque (?:an|annee|mois|jour|semaine|trimestre|fois)|tous les (?:ans|mois|jours|\w+ (?:ans|mois|jours))|une fois par \w+|regulierement|rapidement|immediatement|systematiquement|egalement|aussi|enfin)\b,? ?)+",
        )
    });
    WHEN.find(rest).map_or(rest, |when| &rest[when.end()..])
}

/// « … prévu au sein », « … afin d’atteindre »: the end calls for more.
pub(super) fn is_cut_short(phrase: &str) -> bool {
    static ENDS: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"(?: au sein| en matiere| en fonction| au lieu| afin| grace| par rapport| dans le cadre| en cas| a l'aide| lors| suite| ainsi| (?:de |d')(?:atteindre|mettre|prendre|faire|donner|permettre|rendre|avoir|etre)| suivante?s?| comme suit| ci-dessous| ci-apres| ainsi (?:redigee?s?|formulee?s?|libellee?s?))$|^faire en sorte$|^(?:faire en sorte|eviter) qu(?:e |')(?:son|sa|ses|leurs?) .*",
        )
    });
    ENDS.is_match(phrase) || lacks_verb(phrase) || hangs(phrase)
}

/// Verbs that, at the end of a clause, have lost their object.
const HANGING: &str = "éviter garantir confirmer vérifier permettre faire mettre donner prendre rendre proposer prévoir assurer obtenir fournir";

/// « … pour favoriser », « demander aux banques de garantir », « … que l’usager »: what was to follow is lost.
fn hangs(phrase: &str) -> bool {
    static MORE: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"\b(?:plus|moins|plutot|autre|mieux|autant|aussi|avant)\b"));
    static THAN: LazyLock<Pattern> = LazyLock::new(|| pattern(r" que (?:de |d')\w+(?:er|ir)\b"));
    static RELATIVE: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r" qu(?:e |')(?:le |la |les |l'|un |une |nos |notre |chaque )[\w/]+$"));
    let tokens = words(phrase);
    let [.., link, last] = tokens.as_slice() else { return false };
    let set =
        ["en compte", "en charge", "en place", "en œuvre", "en avant", "à disposition"].contains(&split(phrase).1);
    let transitive = TRANSITIVE.split_whitespace().any(|transitive| transitive == last.text);
    if set || THAN.is_match(phrase) && !MORE.is_match(phrase) {
        return true;
    }
    let clause = phrase.starts_with("faire en sorte") && has_mood(last.text, Mood::Subjunctive);
    let verb = clause.then(|| Lexicon::french().infinitive_of(last.text)).flatten();
    let unsaid = verb.is_some_and(|verb| HANGING.split_whitespace().any(|hanging| hanging == verb));
    unsaid || transitive && ["de", "d’", "pour", "à"].contains(&link.text) || RELATIVE.is_match(phrase)
}

/// « faire en sorte que les logiciels »: the clause lost its verb.
fn lacks_verb(phrase: &str) -> bool {
    let clause = ["faire en sorte qu", "éviter qu"].iter().any(|opening| phrase.starts_with(opening));
    let tokens = words(phrase);
    let verb = |at: usize| {
        let word = tokens[at].text;
        let lexicon = Lexicon::french();
        let after_pronoun = ["nous", "se", "s’", "on", "lui", "ne"].contains(&tokens[at - 1].text);
        let plain = !lexicon.is_noun(word) && !lexicon.is_adjective(word)
            || after_pronoun
            || ["soit", "soient", "ait", "aient"].contains(&word);
        plain && has_mood(word, Mood::Subjunctive) && tokens[at - 1].text != "qui" && !links(tokens[at - 1].text)
    };
    clause && !(3..tokens.len()).any(verb)
}
