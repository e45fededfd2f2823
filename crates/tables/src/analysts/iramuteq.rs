//! Corpora for IRaMuTeQ: texts announced by `****` and their starred variables, `*variable_modality`.
//!
//! The rules are those of its manual and of what its reader does (`BuildFromAlceste`): a line that starts with `****` opens a text, a line that starts
//! with `-*` a theme, `$` ends a segment, a variable is what stands before the first `_`, a text without a word is one too many. In UTF-8 without a mark,
//! for the first line would not start with `****`.

use super::{Corpus, Source};
use arobase_domain::{Idea, QuestionId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// One text for each contribution, with where it comes from and every theme that it speaks of.
pub fn contributions(corpus: &Corpus<'_>) -> String {
    let (fates, ideas, questions) = (corpus.fates(), corpus.ideas(), questions(corpus));
    let mut out = String::new();
    for source in corpus.sources {
        let of: BTreeSet<&ThemeId> =
            ideas.get(&source.id).into_iter().flatten().filter_map(|idea| idea.theme.as_ref()).collect();
        let asked: BTreeSet<&QuestionId> = of.iter().filter_map(|theme| questions.get(*theme).copied()).collect();
        let mut stars = provenance(source);
        let status = fates.get(&source.id).and_then(|fate| fate.status);
        stars.extend(status.map(|status| star("etat", status.as_str())));
        stars.extend(asked.into_iter().map(|question| star("question", question.as_str())));
        stars.extend(of.into_iter().map(|theme| star("theme", theme.as_str())));
        announce(&stars, &source.text, &mut out);
    }
    out
}

/// One text for each idea, with its theme: to set the classes of IRaMuTeQ against the themes.
pub fn ideas(corpus: &Corpus<'_>) -> String {
    let (ideas, questions) = (corpus.ideas(), questions(corpus));
    let mut out = String::new();
    for source in corpus.sources {
        for idea in ideas.get(&source.id).into_iter().flatten() {
            let mut stars = vec![star("idee", idea.id.as_str())];
            stars.extend(provenance(source));
            stars.extend(classification(idea, &questions));
            announce(&stars, &idea.text, &mut out);
        }
    }
    out
}

fn questions<'a>(corpus: &Corpus<'a>) -> BTreeMap<&'a ThemeId, &'a QuestionId> {
    corpus.analysis.themes.iter().map(|theme| (&theme.id, &theme.question)).collect()
}

fn provenance(source: &Source) -> Vec<String> {
    let month = source.day.get(..7).unwrap_or_default();
    let known = [
        ("contrib", source.id.as_str()),
        ("canal", &source.channel),
        ("dep", &source.department),
        ("territoire", &source.territory),
        ("mois", month),
    ];
    known.into_iter().filter(|(_, value)| !value.is_empty()).map(|(variable, value)| star(variable, value)).collect()
}

fn classification(idea: &Idea, questions: &BTreeMap<&ThemeId, &QuestionId>) -> Vec<String> {
    let theme = idea.theme.as_ref();
    let mut stars = vec![star("etat", idea.status.as_str()), star("nature", idea.kind.as_str())];
    stars.extend(theme.and_then(|theme| questions.get(theme)).map(|question| star("question", question.as_str())));
    stars.extend(theme.map(|theme| star("theme", theme.as_str())));
    stars.extend(idea.proposition.as_ref().map(|proposition| star("proposition", proposition.as_str())));
    stars.extend(idea.campaign.map(|campaign| star("campagne", &campaign.to_string())));
    stars.extend(idea.duplicate_of.as_ref().map(|_| star("doublon", "oui")));
    stars
}

/// `*dep_33`: letters without accents, digits, `_`.
fn star(variable: &str, modality: &str) -> String {
    let plain = modality.nfkd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase);
    let plain: String = plain.map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' }).collect();
    let words: Vec<&str> = plain.split('_').filter(|word| !word.is_empty()).collect();
    format!("*{variable}_{}", if words.is_empty() { "x".to_owned() } else { words.join("_") })
}

/// A text under its stars, a paragraph a line; nothing when it holds no word.
fn announce(stars: &[String], text: &str, out: &mut String) {
    if !text.contains(is_of_a_word) {
        return;
    }
    out.extend(["**** ", &stars.join(" "), "\n"]);
    for line in text.split(is_line_end).map(plain).filter(|line| !line.is_empty()) {
        out.extend([line.as_str(), "\n"]);
    }
    out.push('\n');
}

/// A letter or a digit that is left when IRaMuTeQ has cleaned a text, with its usual settings.
fn is_of_a_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign.to_lowercase().all(|sign| "àâäáéèêëìîïòôöùûüçßœñ".contains(sign))
}

/// Where Python ends a line.
fn is_line_end(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A line without the signs that IRaMuTeQ keeps for itself, and without those that show nothing.
fn plain(line: &str) -> String {
    let kept = line.chars().map(|sign| match sign {
        '*' | '$' | '_' | '\u{feff}' => ' ',
        _ if sign.is_control() => ' ',
        _ => sign,
    });
    let kept: String = kept.collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a corpus that break a rule, from 1, with the rule: an empty list is a corpus that IRaMuTeQ reads as it was meant.
pub fn faults(corpus: &str) -> Vec<(usize, &'static str)> {
    let mut faults = Vec::new();
    let mut words = true;
    for (line, number) in corpus.split('\n').zip(1..) {
        if let Some(stars) = line.strip_prefix("****") {
            faults.extend((!words).then_some((number, "the text before has no word")));
            faults.extend(
                (!stars.split(' ').skip(1).all(is_star)).then_some((number, "a variable is not *name_modality")),
            );
            words = false;
        } else {
            faults.extend((number == 1).then_some((number, "text before the first text mark")));
            faults.extend(line.contains(['*', '$', '_']).then_some((number, "a sign that IRaMuTeQ keeps for itself")));
            faults.extend(line.contains(is_line_end).then_some((number, "a line end that Python sees within a line")));
            words |= line.contains(is_of_a_word);
        }
    }
    faults.extend((!words).then_some((corpus.split('\n').count(), "the last text has no word")));
    faults
}

/// `*name_modality`, in letters without accents, digits and `_`.
fn is_star(star: &str) -> bool {
    let parts = star.strip_prefix('*').and_then(|star| star.split_once('_'));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    parts.is_some_and(|(name, modality)| !name.is_empty() && !modality.is_empty() && plain(name) && plain(modality))
}
