//! Answers without a main verb: a thing named, or a gerund.

use super::grammar::split;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::{Lexicon, Mood, Tag};
use arobase_text::stem::fold;
use arobase_text::words::{Word, words};
use regex::Regex;
use std::sync::LazyLock;

/// Openings that praise, refuse, deplore or announce instead of naming what is wanted.
static NO_WISH: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:aucune?s?|rien|non|oui|nulle?|bonne?s?|excellente?s?|tres|trop|assez|quel(?:le)?s?|comment|pourquoi|qui|que|ou|quand|quid|combien|merci|bravo|bonjour|article|contexte|objet|exemple|idem|cf|dommage|honte|faux|vrai|exact|d'accord|impossible|inutile|ok|sans avis|tout a fait|l'article|cet article|cette|ce|cet|ces|je|j'|nous|il|elle|ils|elles|on|c'|ca|cela|si|comme|parce|car|mais|meme)\b",
    )
});

static DEPLORED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:le|la|les|l'|un|une|des|du|de la|encore|toujours) ?)*(?:manques?|absences?|lenteurs?|difficultes?|problemes?|pb|degradation|disparition|fermetures?|pertes?|lourdeurs?|complexite|scandales?|pollutions?|secheresses?|canicules?|inondations?|embouteillages?|nuisances?|violences?|incivilites?|hontes?|injustices?|inegalites?|exclusion|risques?|dangers?|danger|fracture|erreurs?|pannes?|bugs?|usine a gaz|gachis|abus|desert|points? (?:durs?|faibles?|noirs?|negatifs?)|gain|dommage|impression|incoherences?|aberrations?|mepris|atteinte|fausse|mauvaise?s?|questions?|remarques?|reponse|argument|proposition|avis|idee|lien|source)\b",
    )
});

/// « Le site marche bien »: the verb looks like a noun.
static PRAISED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r" (?:marche|marchent|fonctionne|fonctionnent|suffit|va|vont) (?:tous |toutes |toujours )?(?:tres |assez |plutot )?(?:bien|mal|deja)\b",
    )
});

/// What tells a thing that is judged from a thing that is wished for.
static JUDGED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:inadmissibles?|inacceptables?|scandaleu(?:x|ses?)|injustes?|discriminante?s?|insuffisante?s?|inexistante?s?|faibles? |soi-disant|trop|satisfaite?s?|satisfaisante?s?|compare[es]* a|de plus en plus|dus? (?:a|au|aux)|dues? (?:a|au|aux)|pas (?:tous|toutes|assez|encore|toujours)|aucune?|ce qui|au detriment|aux detriments|sans explications?|ne sont (?:plus|pas)|n'est (?:plus|pas)|(?:est|sont) (?:tres|assez|plutot|bien|mal))\b|→|=>",
    )
});

/// Whether a sentence is a noun phrase, whose only verbs are in relative clauses or reasons.
pub(crate) fn is_thing(body: &str) -> bool {
    if PRAISED.is_match(body)
        || JUDGED.is_match(body)
        || NO_WISH.is_match(body)
        || DEPLORED.is_match(body)
        || body.trim_end().ends_with('?')
    {
        return false;
    }
    let tokens = words(body);
    let lexicon = Lexicon::french();
    let first = tokens.first().map(|word| word.text);
    let named = tokens.iter().take(6).any(|word| lexicon.is_noun(word.text) || !lexicon.contains(word.text));
    let opens = first.is_some_and(|word| opens_thing(word, tokens.get(1).map_or("", |next| next.text)));
    named && opens && tokens.len() <= LONGEST && clear_verbs(body).next().is_none()
}

/// Whether no main verb stands in it.
pub(crate) fn is_verbless(body: &str) -> bool {
    clear_verbs(body).next().is_none()
}

/// Longest answer that merely names a thing, in words: what is longer tells.
const LONGEST: usize = 30;

/// A determiner, a noun or an adjective; not a day, nor somebody.
fn opens_thing(word: &str, next: &str) -> bool {
    let lexicon = Lexicon::french();
    let determiners = "le la les l’ l' d' un une des du de d’ tout toute tous toutes plus moins davantage mieux quelques plusieurs chaque deux trois";
    let determined = determiners.split(' ').any(|one| one == fold(word));
    let noun = if determined { next } else { word };
    let readings = lexicon.analyses(word);
    let named = readings.is_empty()
        || readings
            .first()
            .is_some_and(|reading| matches!(reading.tag, Tag::Noun { .. } | Tag::Adjective { .. } | Tag::ProperNoun));
    (determined || named) && !super::thing::tells(noun)
}

/// Finite verbs of the main clause, as far as words alone tell them from nouns. A relative clause has one verb, more if coordinated.
pub(crate) fn clear_verbs(body: &str) -> impl Iterator<Item = &str> {
    let tokens = words(body);
    let mut found = Vec::new();
    let mut clause = Clause::Main;
    for (at, word) in tokens.iter().enumerate() {
        let gap = if at > 0 { &body[tokens[at - 1].end..word.start] } else { "" };
        if gap.contains(['.', ';', ':', ',']) {
            clause = Clause::Main;
        } else if clause == Clause::Spent && ["et", "ou", "mais"].contains(&word.text) {
            clause = Clause::Relative;
        }
        let compared = at > 0
            && ["autre", "autres", "plus", "moins", "même", "tel", "telle", "ainsi", "plutôt", "mieux"]
                .contains(&tokens[at - 1].text);
        if opens_subordinate(word.text) && !compared {
            clause = Clause::Relative;
        }
        if is_clear_verb(&tokens, at) {
            match clause {
                Clause::Relative => clause = Clause::Spent,
                Clause::Main | Clause::Spent => found.push(word.text),
            }
        }
    }
    found.into_iter()
}

/// Where a verb stands.
#[derive(PartialEq)]
enum Clause {
    Main,
    /// After « qui », « que », « où »…, its verb still to come.
    Relative,
    /// Its verb has come.
    Spent,
}

fn opens_subordinate(word: &str) -> bool {
    [
        "qui",
        "que",
        "qu’",
        "qu'",
        "dont",
        "où",
        "auquel",
        "auxquels",
        "auxquelles",
        "duquel",
        "desquels",
        "desquelles",
        "lesquels",
        "lesquelles",
        "lequel",
        "laquelle",
        "car",
        "si",
        "quand",
        "lorsque",
        "puisque",
        "comme",
    ]
    .contains(&word.to_lowercase().as_str())
}

/// The likeliest reading is a finite verb, and no determiner makes a noun of it.
fn is_clear_verb(tokens: &[Word<'_>], at: usize) -> bool {
    let determined = at.checked_sub(1).is_some_and(|before| {
        [
            "le", "la", "les", "un", "une", "des", "de", "du", "d’", "au", "aux", "l’", "en", "sur", "par", "et", "ou",
            "ce", "cette", "notre", "leur", "leurs", "à",
        ]
        .contains(&tokens[before].text.to_lowercase().as_str())
    });
    if remains(tokens, at) || negated(tokens, at) {
        return true;
    }
    let first = Lexicon::french().analyses(tokens[at].text).into_iter().next();
    let clear = first.is_some_and(|reading| reading.tag.is_finite_verb() && !is_imperative_only(reading.tag));
    let lexicon = Lexicon::french();
    let only_verb = !lexicon.is_noun(tokens[at].text) && !lexicon.is_adjective(tokens[at].text);
    clear && (!determined || only_verb)
}

/// « ne s’adresse »: after « ne », a form that may be a verb is one.
fn negated(tokens: &[Word<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |before| tokens[before].text);
    let ne = |word: &str| ["ne", "n’", "n'"].contains(&word);
    let clitic = ["se", "s’", "me", "nous", "le", "la", "les", "l’", "lui", "leur", "y", "en"].contains(&before(1));
    Lexicon::french().is_finite_verb(tokens[at].text) && (ne(before(1)) || clitic && ne(before(2)))
}

/// « l’aide reste trop basse »: a noun by its form, a verb by what follows.
fn remains(tokens: &[Word<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1).map_or("", |word| word.text);
    at > 1
        && ["reste", "restent", "demeure", "manque", "manquent", "marche"].contains(&tokens[at].text)
        && !["le", "un", "du", "au", "de", "la"].contains(&tokens[at - 1].text)
        && (["trop", "très", "bien", "mal", "encore", "toujours", "à", "de", "un", "une", "le", "la"].contains(&next)
            || Lexicon::french().is_adjective(next))
}

fn is_imperative_only(tag: Tag) -> bool {
    matches!(tag, Tag::Verb { mood: Mood::Imperative, .. })
}

/// « En écoutant les maires » → the infinitive and what follows the gerund.
pub(crate) fn gerund(body: &str) -> Option<(String, &str)> {
    let (en, rest) = split(body);
    if fold(en) != "en" {
        return None;
    }
    let (first, after) = split(rest);
    let reflexive = ["se", "s’", "s'", "ne"].contains(&first);
    let (verb, complement) = if reflexive { split(after) } else { (first, after) };
    let verb = verb.trim_end_matches(',');
    let lemma = present_participle(verb)?;
    match first {
        "ne" => {
            let (not, complement) = split(complement);
            ["pas", "plus"].contains(&not).then(|| (format!("ne {not} {lemma}"), complement))
        }
        _ if reflexive => Some((arobase_text::lexicon::elide("se", &lemma), complement)),
        _ => Some((lemma, complement)),
    }
}

/// « … et en formant », « … et formant » → « … et former », as long as the gerund that led is one verb of a list.
pub(crate) fn without_gerunds(complement: &str) -> String {
    static NEXT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"( et | mais )(?:en )?(\p{L}+ant)\b").expect("a constant pattern"));
    NEXT.replace_all(complement, |found: &regex::Captures<'_>| {
        let lexicon = Lexicon::french();
        let (link, form) = (&found[1], &found[2]);
        let gerund = found[0].contains(" en ") || !lexicon.is_noun(form) && !lexicon.is_adjective(form);
        match present_participle(form) {
            Some(infinitive) if gerund => format!("{link}{infinitive}"),
            _ => found[0].to_owned(),
        }
    })
    .into_owned()
}

fn present_participle(form: &str) -> Option<String> {
    let participle = |tag: Tag| matches!(tag, Tag::Verb { mood: Mood::PresentParticiple, .. });
    Lexicon::french().analyses(form).into_iter().find(|reading| participle(reading.tag)).map(|reading| reading.lemma)
}
