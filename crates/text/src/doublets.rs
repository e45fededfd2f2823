//! « les élu·es » written in full: « les élues et les élus ».
//!
//! A text that is signed is read again by a person: what cannot be rewritten with certainty is left as it is, and listed.

use crate::inclusive::base;
use crate::words::{Word, words};

/// A text in doublets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doublets {
    /// The text.
    pub text: String,
    /// Abbreviated forms that stand in it still, for a person to rewrite.
    pub left: Vec<String>,
}

/// Determiners and prepositions that are said before each of the two words.
const REPEATED: [&str; 18] = [
    "les",
    "des",
    "aux",
    "nos",
    "vos",
    "leurs",
    "ces",
    "ses",
    "mes",
    "tes",
    "de",
    "d’",
    "d'",
    "l’",
    "l'",
    "chaque",
    "quelques",
    "plusieurs",
];

/// Words before which an adjective or a participle speaks of those who were just named.
const COPULAS: [&str; 12] = [
    "sont",
    "soient",
    "seront",
    "seraient",
    "étaient",
    "été",
    "être",
    "restent",
    "demeurent",
    "deviennent",
    "semblent",
    "très",
];

/// Forms that no rule makes: abbreviated, feminine, masculine.
const PAIRS: &[(&str, &str, &str)] = &[
    ("tou·te·s", "toutes", "tous"),
    ("tou·tes", "toutes", "tous"),
    ("tous·tes", "toutes", "tous"),
    ("tous·toutes", "toutes", "tous"),
    ("ceux·celles", "celles", "ceux"),
    ("celles·ceux", "celles", "ceux"),
    ("ils·elles", "elles", "ils"),
    ("il·elle", "elle", "il"),
    ("un·e", "une", "un"),
    ("chacun·e", "chacune", "chacun"),
];

/// What a feminine ending takes the place of: the ending as abbreviated, that of the masculine, that of the feminine.
const ENDINGS: &[(&str, &str, &str)] = &[
    ("trice", "teur", "trice"),
    ("rice", "teur", "trice"),
    ("ice", "teur", "trice"),
    ("euse", "eur", "euse"),
    ("euse", "eux", "euse"),
    ("se", "eur", "euse"),
    ("se", "x", "se"),
    ("ve", "f", "ve"),
    ("ive", "if", "ive"),
    ("ière", "ier", "ière"),
    ("ère", "er", "ère"),
    ("elle", "eau", "elle"),
    ("elle", "el", "elle"),
    ("lle", "l", "lle"),
    ("le", "l", "lle"),
    ("enne", "en", "enne"),
    ("ienne", "ien", "ienne"),
    ("onne", "on", "onne"),
    ("ne", "n", "nne"),
    ("te", "t", "tte"),
    ("ale", "al", "ale"),
    ("sse", "e", "esse"),
    ("esse", "e", "esse"),
    ("e", "er", "ère"),
    ("e", "eux", "euse"),
    ("e", "f", "ve"),
    ("e", "el", "elle"),
    ("e", "en", "enne"),
    ("e", "", "e"),
];

/// Both genders of one word.
struct Pair {
    feminine: String,
    masculine: String,
    plural: bool,
}

/// The text with every abbreviated form in full, feminine first, the article said twice: « les élu·es » → « les élues et les élus ».
///
/// What agrees with them takes the form of the nearer word: « les élu·es concerné·es » → « les élues et les élus concernés ».
pub fn doublets(text: &str) -> Doublets {
    let found = words(text);
    let mut out = Doublets::default();
    let (mut last, mut at) = (0, 0);
    while let Some(word) = found.get(at) {
        let Some(pair) = pair(word.text) else {
            at += 1;
            continue;
        };
        let (start, written, used) = written(text, &found, at, &pair);
        out.text.push_str(&text[last..start.max(last)]);
        out.text.push_str(&written);
        (last, at) = (found[at + used - 1].end, at + used);
    }
    out.text.push_str(&text[last..]);
    out.left = left(&out.text);
    out
}

/// What stands in place of the pair: from which byte, its words, how many words it takes.
fn written(text: &str, found: &[Word<'_>], at: usize, pair: &Pair) -> (usize, String, usize) {
    let word = &found[at];
    let link = link(word.text, pair.plural);
    if agrees(text, found, at) {
        return (word.start, pair.masculine.clone(), 1);
    }
    if let Some((noun, used)) = next_pair(text, found, at, pair) {
        let between = &text[word.end..found[at + used - 1].start];
        let both = [(&pair.feminine, &noun.feminine), (&pair.masculine, &noun.masculine)];
        let [one, other] = both.map(|(first, second)| format!("{first}{between}{second}"));
        return (word.start, format!("{one}{link}{}", uncapitalised(&other, word.text)), used);
    }
    let article = at.checked_sub(1).map(|before| &found[before]).filter(|before| repeated(text, before, word));
    let (start, before) = article.map_or((word.start, ""), |article| (article.start, &text[article.start..word.start]));
    let again = if article.is_some() { before.to_lowercase() } else { String::new() };
    let again = if shouted(word.text) { again.to_uppercase() } else { again };
    let masculine = if article.is_some() { pair.masculine.clone() } else { uncapitalised(&pair.masculine, word.text) };
    (start, format!("{before}{}{link}{again}{masculine}", pair.feminine), 1)
}

/// « tou·tes les élu·es », « un·e élu·e »: two forms that go together, perhaps with « les » between them.
fn next_pair(text: &str, found: &[Word<'_>], at: usize, first: &Pair) -> Option<(Pair, usize)> {
    const LEADS: [&str; 3] = ["tous", "un", "chacun"];
    LEADS.contains(&first.masculine.to_lowercase().as_str()).then_some(())?;
    let article = found.get(at + 1).is_some_and(|word| ["les", "ces", "nos", "vos", "leurs"].contains(&word.text));
    let noun = at + 1 + usize::from(article);
    let word = found.get(noun)?;
    let close = text[found[at].end..word.start].chars().all(|c| c.is_whitespace() || c.is_alphabetic());
    Some((pair(word.text).filter(|pair| close && pair.plural == first.plural)?, noun - at + 1))
}

/// Whether the word before is an article or a preposition of this one.
fn repeated(text: &str, before: &Word<'_>, word: &Word<'_>) -> bool {
    REPEATED.contains(&before.text.to_lowercase().as_str())
        && text[before.end..word.start].chars().all(|c| matches!(c, ' ' | '\u{a0}'))
}

/// Whether the word qualifies those who were just named: « élu·es *concerné·es* », « sont *invité·es* ».
fn agrees(text: &str, found: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &found[before]) else { return false };
    let close = text[before.end..found[at].start].chars().all(char::is_whitespace);
    let named = pair(before.text).is_some_and(|pair| pair.masculine.chars().count() > 3 && pair.masculine != "tous");
    close && (named || COPULAS.contains(&before.text.to_lowercase().as_str()))
}

fn link(word: &str, plural: bool) -> &'static str {
    match (plural, shouted(word)) {
        (true, false) => " et ",
        (true, true) => " ET ",
        (false, false) => " ou ",
        (false, true) => " OU ",
    }
}

/// Both genders of an abbreviated form, if they are certain.
fn pair(word: &str) -> Option<Pair> {
    let lower = word.to_lowercase();
    if let Some((_, feminine, masculine)) = PAIRS.iter().find(|(form, _, _)| *form == lower) {
        let [feminine, masculine] = [feminine, masculine].map(|form| recased(form, word));
        return Some(Pair { plural: masculine.to_lowercase().ends_with(['s', 'x']), feminine, masculine });
    }
    let masculine = base(word);
    if masculine == word || !word.contains(['·', '•', '‧', '∙', '⋅', '(', '.']) {
        return None;
    }
    let plural = masculine.to_lowercase().ends_with(['s', 'x']) && lower.trim_end_matches(')').ends_with('s');
    let (stem, ending) = parts(&lower)?;
    let singular = feminine(&stem, &ending)?;
    let feminine = if plural { singular + "s" } else { singular };
    Some(Pair { feminine: recased(&feminine, word), masculine: masculine.into_owned(), plural })
}

/// The stem and the feminine ending, both singular.
fn parts(word: &str) -> Option<(String, String)> {
    let sign = |c: char| matches!(c, '·' | '•' | '‧' | '∙' | '⋅' | '.' | '(' | ')');
    let mut parts = word.split(sign).filter(|part| !part.is_empty());
    let (stem, ending) = (parts.next()?, parts.next()?);
    let ending = ending.strip_suffix('s').filter(|rest| !rest.is_empty()).unwrap_or(ending);
    let whole =
        [("aux", "al"), ("eurs", "eur"), ("els", "el"), ("ers", "er"), ("ens", "en"), ("eaux", "eau"), ("ifs", "if")];
    let plural = whole.iter().find_map(|(many, one)| stem.strip_suffix(many).map(|kept| format!("{kept}{one}")));
    ending.ends_with('e').then(|| (plural.unwrap_or_else(|| stem.to_owned()), ending.to_owned()))
}

/// The feminine of a stem: the longest ending that fits.
fn feminine(stem: &str, ending: &str) -> Option<String> {
    let (_, from, to) = ENDINGS.iter().find(|(short, from, _)| *short == ending && stem.ends_with(from))?;
    let bare = ending == "e" && stem.ends_with('e');
    let kept = &stem[..stem.len() - from.len()];
    let doubled = ["le", "ne", "te"].contains(&ending);
    // « élu·le » is no word; « local·e » is one, « professionnel·le » too.
    (!bare && (!doubled || stem.chars().count() > 2)).then(|| format!("{kept}{to}"))
}

fn shouted(word: &str) -> bool {
    !word.contains(char::is_lowercase) && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// A form in the capitals of a model.
fn recased(form: &str, model: &str) -> String {
    let mut letters = form.chars();
    match model.chars().next() {
        _ if shouted(model) => form.to_uppercase(),
        Some(first) if first.is_uppercase() => {
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
        }
        _ => form.to_owned(),
    }
}

/// The second word of a pair without the capital that opened the sentence.
fn uncapitalised(form: &str, model: &str) -> String {
    let mut letters = form.chars();
    if shouted(model) {
        return form.to_owned();
    }
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// Abbreviated forms still in a text.
fn left(text: &str) -> Vec<String> {
    let abbreviated = |word: &&str| {
        let held = word.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
        held.contains(['·', '•']) || words(held).iter().any(|word| base(word.text) != word.text)
    };
    let trim = |word: &str| word.trim_matches(|c: char| matches!(c, ',' | ';' | '«' | '»' | '.' | ':')).to_owned();
    text.split_whitespace().filter(|word| word.chars().count() > 1).filter(abbreviated).map(trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn full(text: &str) -> String {
        doublets(text).text
    }

    #[test]
    fn both_words_are_written_with_their_article() {
        for (short, long) in [
            ("Les élu·es demandent", "Les élues et les élus demandent"),
            ("aux élu·e·s et aux agent·es", "aux élues et aux élus et aux agentes et aux agents"),
            ("123 élu·es", "123 élues et élus"),
            ("d’élu·es, de citoyen·nes", "d’élues et d’élus, de citoyennes et de citoyens"),
            ("l’élu·e", "l’élue ou l’élu"),
            ("Élu·es et services", "Élues et élus et services"),
            ("LES ÉLU·ES", "LES ÉLUES ET LES ÉLUS"),
            ("des agriculteur·rice·s", "des agricultrices et des agriculteurs"),
            ("des acteurs·trices", "des actrices et des acteurs"),
            ("nos conseiller·ères", "nos conseillères et nos conseillers"),
            ("les usager·e·s", "les usagères et les usagers"),
            ("les maire·sses", "les mairesses et les maires"),
            ("les professionnel·les", "les professionnelles et les professionnels"),
            ("les élu.e.s", "les élues et les élus"),
            ("les élu(e)s", "les élues et les élus"),
            ("ceux·celles qui", "celles et ceux qui"),
            ("tou·tes les élu·es", "toutes les élues et tous les élus"),
            ("tou·te·s, partout", "toutes et tous, partout"),
            ("un·e élu·e", "une élue ou un élu"),
        ] {
            assert_eq!(full(short), long);
            assert_eq!(doublets(short).left, Vec::<String>::new(), "{short}");
        }
    }

    #[test]
    fn what_qualifies_them_agrees_with_the_nearer() {
        assert_eq!(full("les élu·es concerné·es"), "les élues et les élus concernés");
        assert_eq!(full("les agent·es sont formé·es"), "les agentes et les agents sont formés");
    }

    #[test]
    fn what_is_not_certain_is_left_and_listed() {
        let read = doublets("le·la maire, les élu·es et la commune(s)");
        assert_eq!(read.text, "le·la maire, les élues et les élus et la commune(s)");
        assert_eq!(read.left, ["le·la", "commune(s)"]);
    }

    proptest! {
        /// A text without any abbreviation is not touched; any text can be read.
        #[test]
        fn plain_words_stay(text in "[a-zé ,.’\n]{0,60}", any in "\\PC{0,60}") {
            let plain = words(&text).iter().all(|word| base(word.text) == word.text);
            if plain {
                prop_assert_eq!(full(&text), text);
            }
            doublets(&any);
        }
    }
}
