//! Making a phrase fit to be shown: one demand, its reason detached, four to twenty-five words (rules R11 to R14).

use super::grammar::has_mood;
use super::sure::{bare_member, is_cut_short, lacks_object, run_on, second_verb, without_gerund};
use super::verb::begins_with_infinitive;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::{Lexicon, Mood, Tag};
use arobase_text::stem::{fold, terms};
use arobase_text::words::{Word, words};
use std::sync::LazyLock;

/// Longest phrase, in words.
const LONGEST: usize = 25;
/// Above this, a goal (« pour … ») is detached: readers miss it more than they mind its length.
const WITH_GOAL: usize = 24;

/// What remains of a phrase once finished.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Finished {
    pub text: String,
    pub justification: String,
    pub rules: Vec<&'static str>,
}

static REASON: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:, ce qu(?:i|e|\x27) ?|, d'ou |[,;:]? *\b(?:car\b|parce qu|puisqu|sinon|vu qu|etant donne|d'autant|faute de quoi|sans quoi|afin qu|pour qu['e]|pour eviter qu|alors qu|tandis qu|meme si|bien qu|comme (?:c'est|le fait|le font|on|nous|cela|ca|avant|a)|quand (?:on|nous)\b|quitte a|sous peine|c'est|c'etait|ca |cela |autrement|si (?:on|nous|l'on)\b|tant qu|a defaut|sans compter|par exemple|notamment|y compris pour ceux|d'ailleurs|je\b|j'|on (?:a|est|ne|n'|y|m|l|s|p|d|r|c|v|f)|nous (?:avons|sommes|ne|n'|l|p|d|r|s|v)|merci|des qu'|des que |ou alors|et pas l|trop de |et moins |et plus d))",
    )
});

static ASIDE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r" *(?:: |=>| et \d$| \.| (?:stop|halte) (?:a|au|aux) |,? \(?(?:par )?ex\b|,? etc\b|,? cf\b|, qu'(?:il|elle|on)|,? et qu'|,? (?:mais|et) aussi qu|, et que | et que | oui mais | mais bien |, aucune? | en tous? cas\b| et non (?:en|pas|par) | et pas | pourquoi pas| et (?:soient|soit|aient|puissent|puisse|fassent|aillent|vivent)\b|, meme et surtout| non plus\b|, par pitie|, de grace|, et quand |,? d'une part$|,? entre autres|\. |\.$|\?|!|;| – | - | — |…|\.\.\.|, (?:et )?(?:oui|non|voila|mais|or|donc|il|elle|ils|elles|on|nous|ils|chez|ici|aujourd'hui|bref|ensuite|voire|tout simplement|s'il vous plait|svp|pas (?:a|de|des|un|une|seulement|juste)|non pas)\b)",
    )
});

static GOAL: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r",? (?:afin de |afin d'|pour |de facon a |de maniere a |en vue de |dans le but de )"));

static PARENTHESIS: LazyLock<Pattern> = LazyLock::new(|| pattern(r" ?\([^)]*\)?| ?\[[^\]]*\]?"));

static OPENER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:donc|en plus|aussi|egalement|enfin|simplement|surtout|absolument|peut-etre|vraiment|d'abord|alors|toujours|bien|imperativement|au moins|tout simplement|plutot|:|,|en priorite|avant tout|a terme) +",
    )
});

/// Someone speaks here, or points at something said before.
static PERSONAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:je|j'|moi|mon|ma|mes|m'|me|chez (?:moi|nous)|ici|cela|ca|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette derniere|ces derniers|tu|ton|ta|tes|vous|vos|votre|ci-dessus|idem|etc|lequel|laquelle)\b",
    )
});

/// Words that point at something said before, when they come before a noun or a verb.
static POINTING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:ces?|cet|cette|leurs?|son|sa|ses|lui|les leurs|y|en avoir|eux|elles?|ils?|plutot|meme|deja|encore|aussi|quelqu'un)\b|«",
    )
});

/// Cuts, cleans and checks a phrase that begins with its infinitive; `None` when what is left cannot be shown.
pub(crate) fn finish(phrase: &str) -> Option<Finished> {
    let mut rules = Vec::new();
    let mut justification = String::new();
    let mut text = PARENTHESIS.replace_all(phrase.trim(), "").into_owned();
    if text.len() != phrase.trim().len() {
        rules.push("R14");
    }
    text = strip_openers(text.replace(", ,", ",").replace(" ,", ","));
    detach(&mut text, &mut justification, &mut rules);
    one_demand(&mut text, &mut rules)?;
    shorten(&mut text, &mut justification, &mut rules)?;
    let mut text = lower_first(without_loose_end(without_gerund(without_loose_end(&text))));
    if text.matches('"').count() % 2 == 1 {
        text = text.replace('"', "");
    }
    if lacks_object(&text) || is_cut_short(&text) {
        return None;
    }
    complete(&text).then_some(Finished { text, justification, rules })
}

/// Takes the reason away, then what is said by the way, then what the demand would bring about.
fn detach(text: &mut String, justification: &mut String, rules: &mut Vec<&'static str>) {
    if let Some(at) = reason(text) {
        *justification = sentence_of(&text[at..]);
        text.truncate(at);
        rules.push("R11");
    }
    if let Some(aside) = ASIDE.find(text) {
        text.truncate(aside.start());
    }
    if let Some(effect) = effect(text) {
        *justification = sentence_of(&text[effect..]);
        text.truncate(effect);
        rules.push("R11");
    }
}

/// Keeps the first demand of several; `None` when it is only what is spoken of.
fn one_demand(text: &mut String, rules: &mut Vec<&'static str>) -> Option<()> {
    if let Some(at) = run_on(text).into_iter().chain(bare_member(text)).min() {
        text.truncate(at);
        // « …, et les communes garder les clés »: with its verb goes its subject.
        text.truncate(text.rfind(", et l").filter(|&at| words(&text[at..]).len() <= 3).unwrap_or(text.len()));
        rules.push("R13");
    }
    if let Some(at) = second_verb(text) {
        let comma = text[..at].rfind([',', ';'])?;
        if leads_on(&text[comma..at]) {
            return None;
        }
        text.truncate(comma);
        rules.push("R13");
    }
    Some(())
}

/// « passer par un avocat, pour effacer des données, va … »: no subject since the comma, the infinitive is what is spoken of.
fn leads_on(before: &str) -> bool {
    static LINK: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"^[,;] *(?:pour|afin|sans|de|d'|a|au|aux|et|ou|par|dans|en|sur)\b"));
    let tokens = words(before);
    LINK.is_match(before)
        && !tokens.iter().any(|word| {
            ["qui", "que", "qu’", "ce", "c’", "il", "elle", "ils", "elles", "on", "nous", "je"].contains(&word.text)
        })
}

/// « …, éviterait des importations »: what the demand would bring about, from its comma on.
fn effect(text: &str) -> Option<usize> {
    let tokens = words(text);
    let would = |word: &Word<'_>| has_mood(word.text, Mood::Conditional) && !Lexicon::french().is_noun(word.text);
    let at =
        (1..tokens.len()).find(|&at| would(&tokens[at]) && text[tokens[at - 1].end..tokens[at].start].contains(','))?;
    Some(tokens[at - 1].end)
}

/// Where the reason begins, unless a relative or « tout ce qui » holds it.
fn reason(text: &str) -> Option<usize> {
    let held = |at: usize| {
        let before = text[..at].trim_end();
        [
            " où",
            " que",
            "qu’",
            " dont",
            "l’",
            " si",
            " quand",
            " qui",
            "lorsqu’",
            " comme",
            " ou",
            "u’on",
            " l’on",
            " on",
            " de",
            " en",
            " le",
            " un",
        ]
        .iter()
        .any(|end| before.ends_with(end))
    };
    REASON.find_iter(text).find(|found| found.start() > 0 && !held(found.start())).map(|found| found.start())
}

fn strip_openers(mut text: String) -> String {
    while let Some(found) = OPENER.find(&text) {
        text.drain(..found.end());
    }
    text
}

fn sentence_of(reason: &str) -> String {
    let end = reason.find(['.', '!', '?', '\n']).unwrap_or(reason.len());
    reason[..end].trim_matches(|c: char| c.is_whitespace() || ",;:".contains(c)).to_owned()
}

/// Within twenty words a goal stays; above, it is detached; above twenty-five, the last comma group goes.
fn shorten(text: &mut String, justification: &mut String, rules: &mut Vec<&'static str>) -> Option<()> {
    if words(text).len() > WITH_GOAL
        && let Some(goal) = GOAL
            .find_iter(text)
            .filter(|found| words(&text[..found.start()]).len() >= 5 && begins_with_infinitive(&text[found.end()..]))
            .last()
    {
        if justification.is_empty() {
            *justification = sentence_of(&text[goal.start()..]);
        }
        text.truncate(goal.start());
        rules.push("R11");
    }
    rules.dedup();
    while words(text).len() > LONGEST {
        let comma = text.rfind([',', ';']).filter(|&at| words(&text[..at]).len() >= 5)?;
        text.truncate(comma);
        rules.push("R13");
    }
    Some(())
}

/// First letter lower-case.
pub(crate) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// At least three words with a noun, an end that ends, and nobody speaking.
fn complete(text: &str) -> bool {
    let words = words(text);
    let lexicon = Lexicon::french();
    let Some(last) = words.last() else { return false };
    let noun = words
        .iter()
        .skip(1)
        .any(|word| word.text.chars().count() > 2 && (lexicon.is_noun(word.text) || !lexicon.contains(word.text)));
    words.len() >= 3
        && noun
        && !vague(&words)
        && !headless(&words)
        && (!loose(last.text) || names_somebody(text))
        && !PERSONAL.is_match(text)
        && balanced(text)
}

/// Punctuation, then words that nothing follows: « … dès que l’ ».
fn without_loose_end(text: &str) -> &str {
    let marks = |c: char| c.is_whitespace() || ",;:.!?-–—\"'’".contains(c);
    let mut text = text.trim_matches(marks);
    while let Some(last) = words(text).last().filter(|last| loose(last.text) && !names_somebody(text)) {
        text = text[..last.start].trim_end_matches(marks);
    }
    text
}

/// « parler à quelqu’un »: an end, though « un » calls for more.
fn names_somebody(text: &str) -> bool {
    text.ends_with("quelqu’un") || text.ends_with("quelqu'un")
}

/// A determiner, a preposition, a conjunction: something ought to follow.
fn loose(word: &str) -> bool {
    let folded = fold(word);
    let closing = [
        "tous", "toutes", "moins", "plus", "pas", "autre", "autres", "soi", "rien", "personne", "eux", "elles", "elle",
        "lui", "chacun", "chacune", "ailleurs", "ensemble", "partout",
    ];
    let readings = Lexicon::french().analyses(word);
    let closed = !readings.is_empty() && readings.iter().all(|reading| reading.tag == Tag::Other);
    (closed
        || word.chars().count() == 1 && !word.chars().all(char::is_numeric)
        || folded == "mieux"
        || ["aussi", "et", "ou", "mais", "tres", "si", "l", "d", "qu"].contains(&folded.trim_end_matches(['’', '\''])))
        && !closing.contains(&folded.as_str())
}

/// « un budget pour les petites » leaves out what is small.
fn headless(words: &[Word<'_>]) -> bool {
    let [.., article, last] = words else { return false };
    let adjective = Lexicon::french().analyses(last.text).first().is_some_and(|reading| reading.tag.is_adjective());
    adjective && ["les", "des", "la", "le", "un", "une"].contains(&article.text)
}

/// « prévoir trois choses simples » announces and says nothing.
fn vague(words: &[Word<'_>]) -> bool {
    let first_noun = words.iter().skip(1).find(|word| {
        word.text.chars().count() > 3 && Lexicon::french().is_noun(word.text) && !NUMBERS.contains(&word.text)
    });
    first_noun.is_some_and(|noun| {
        [
            "chose",
            "reste",
            "point",
            "question",
            "exemple",
            "remarque",
            "mesure",
            "proposition",
            "piste",
            "idée",
            "moyen",
        ]
        .contains(&Lexicon::french().lemma(noun.text).as_str())
            && words.len() <= 5
    })
}

const NUMBERS: &[&str] = &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "cent", "mille"];

fn balanced(text: &str) -> bool {
    text.matches('«').count() == text.matches('»').count() && text.matches('(').count() == text.matches(')').count()
}

/// 0 to 1: six to eighteen words of which four say something, every word known, nothing that points backwards.
pub(crate) fn quality(text: &str) -> f32 {
    let words = words(text);
    let lexicon = Lexicon::french();
    let unknown = words
        .iter()
        .filter(|word| {
            word.text.chars().count() > 2 && !lexicon.contains(word.text) && !word.text.starts_with(char::is_uppercase)
        })
        .count();
    let length = match words.len() {
        6..=18 => 0.0,
        4..=5 | 19..=22 => 0.1,
        _ => 0.25,
    };
    let pointing = if POINTING.is_match(text) { 0.3 } else { 0.0 };
    let capitals = if text.chars().filter(|c| c.is_uppercase()).count() > text.chars().count() / 3 { 0.5 } else { 0.0 };
    let thin = if terms(text).len() < 4 { 0.2 } else { 0.0 };
    (1.0 - length - pointing - capitals - thin - 0.4 * unknown as f32).max(0.0)
}
