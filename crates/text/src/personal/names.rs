//! Names of private persons: after a title, after « je m’appelle », in a signature, a given name with a family name.

use super::given::is_given;
use super::public::{is_function, is_institution, is_public};
use super::scan::{Page, Token, is_one_of};
use super::{Hit, Kind};
use crate::letter::{Role, frame};
use crate::lexicon::Lexicon;
use crate::stopwords::is_stop_word;

const TITLES: &[&str] = &[
    "M",
    "Mr",
    "MM",
    "Mme",
    "Mmes",
    "Mlle",
    "Mlles",
    "Monsieur",
    "Madame",
    "Mademoiselle",
    "Dr",
    "Docteur",
    "MME",
    "MR",
    "Maître",
];
const PARTICLES: &[&str] = &["de", "du", "des", "le", "la", "d", "van", "von", "el", "ben"];
/// Everybody and nobody.
const NOBODY: &[&str] = &[
    "michu",
    "untel",
    "unetelle",
    "tartempion",
    "dupont-lajoie",
    "lambda",
    "toutlemonde",
    "toutlmonde",
    "duchmol",
    "dugenou",
    "tout",
    "x",
    "y",
    "durand-dupont",
];

pub(super) fn find(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let shouted =
        page.text.chars().filter(|c| c.is_uppercase()).count() > page.text.chars().filter(|c| c.is_lowercase()).count();
    for at in 0..page.tokens.len() {
        hits.extend(titled(page, at, shouted).or_else(|| introduced(page, at)));
        if !shouted {
            hits.extend(full(page, at));
        }
    }
    signed(page, hits);
}

/// « Mme Le Goff »; an official is named with a function.
fn titled(page: &Page<'_>, at: usize, shouted: bool) -> Option<Hit> {
    let title = page.tokens[at];
    let initial = matches!(title.text, "M" | "MM");
    if !TITLES.contains(&title.text)
        || !matches!(page.gap(at + 1), " " | ". " | ".")
        || initial && page.gap(at).ends_with(['\'', '’', '-', '/'])
    {
        return None;
    }
    let end = name_end(page, at + 1)?;
    let common = |token: &Token<'_>| Lexicon::french().contains(token.text) && !is_given(&token.folded());
    let doubtful = page.tokens[at + 1..end].iter().all(common) && (shouted || page.token(at + 1)?.is_upper());
    let words = &page.tokens[at + 1..end];
    (!doubtful && is_private(page, at, end) && !words.iter().any(|word| is_function(&word.folded())))
        .then(|| page.hit(at + 1..end, Kind::Name, 0.85, "title"))
}

/// « je m’appelle Martine », « je soussigné Jean Le Goff », « mon nom est … ».
fn introduced(page: &Page<'_>, at: usize) -> Option<Hit> {
    let word = page.tokens[at].folded();
    let before = |back: usize| at.checked_sub(back).map(|at| page.tokens[at].folded()).unwrap_or_default();
    let introduces = match word.as_str() {
        "appelle" => before(1) == "m" && before(2) == "je",
        "nomme" => before(1) == "me" && before(2) == "je",
        "soussigne" | "soussignee" => true,
        "est" => before(1) == "nom" && before(2) == "mon",
        _ => false,
    };
    let first = page.token(at + 1).filter(|_| introduces)?;
    let end = name_end(page, at + 1).or_else(|| is_given(&first.folded()).then_some(at + 2))?;
    Some(page.hit(at + 1..end, Kind::Name, 0.9, "introduces_themselves"))
}

/// « Jeanne Le Goff » where nothing says that it is the name of a street, of a law or of someone everybody knows.
fn full(page: &Page<'_>, at: usize) -> Option<Hit> {
    let given = page.tokens[at];
    if !given.is_capitalised() || !is_given(&given.folded()) || at > 0 && page.gap(at).is_empty() {
        return None;
    }
    let end = name_end(page, at).filter(|&end| end > at + 1)?;
    let family = &page.tokens[at + 1..end];
    let unknown =
        |token: &Token<'_>| token.is_upper() && token.text.len() > 3 || !Lexicon::french().contains(token.text);
    let family_known =
        family.iter().any(|token| token.is_capitalised() && unknown(token) && !is_given(&token.folded()));
    let after_word =
        at > 0 && page.gap(at) == " " && page.tokens[at - 1].is_capitalised() && !page.tokens[at - 1].is_upper();
    let place = named_after(page, at);
    (family_known && !after_word && !place && is_private(page, at, end))
        .then(|| page.hit(at..end, Kind::Name, 0.6, "given_and_family_name"))
}

/// « rue de l’abbé Jean Kerbrat », « loi Jean Kerbrat »: no comma between.
fn named_after(page: &Page<'_>, at: usize) -> bool {
    let joined = |near: usize| !page.gap(near).contains([',', '.', '\n', ';', ':', '(']);
    (1..=3.min(at))
        .take_while(|back| joined(at + 1 - back))
        .any(|back| is_institution(&page.tokens[at - back].folded()))
}

/// Names of a signature.
fn signed(page: &Page<'_>, hits: &mut Vec<Hit>) {
    for part in frame(page.text) {
        let line = &page.text[part.range.clone()];
        let from = match part.role {
            Role::Signature if is_full_name(line) => part.range.start,
            // « Cordialement, Jean Le Goff »
            Role::Closing if is_full_name(line.split_once(',').map_or("", |(_, name)| name)) => {
                part.range.end - line.split_once(',').map_or(0, |(_, name)| name.trim_start().len())
            }
            _ => continue,
        };
        let range = from..from + page.text[from..part.range.end].trim_end_matches(['.', ',', ' ']).len();
        hits.push(Hit { range, kind: Kind::Name, score: 0.8, reason: "signature" });
    }
}

/// Two to four capitalised words, one of them a given name: « Jeanne Le Goff », « LE GOFF Jeanne ».
pub(crate) fn is_full_name(line: &str) -> bool {
    let page = Page::of(line.trim());
    let words = &page.tokens;
    let shaped = |token: &Token<'_>| token.is_capitalised() || PARTICLES.contains(&token.text);
    let apart = (1..words.len()).all(|at| matches!(page.gap(at), " " | "-" | "’" | "'"));
    let family = |token: &Token<'_>| {
        !is_given(&token.folded()) && !is_stop_word(&token.folded()) && !is_function(&token.folded())
    };
    (2..=5).contains(&words.len())
        && apart
        && words.iter().all(shaped)
        && words.iter().any(|token| is_given(&token.folded()))
        && words.iter().any(family)
        && !words.iter().any(|token| is_function(&token.folded()) || is_institution(&token.folded()))
}

/// One past the capitalised words from `from` on, particles within; none when the first is a small word.
fn name_end(page: &Page<'_>, from: usize) -> Option<usize> {
    let mut end = None;
    for at in from..from + 5 {
        let Some(token) = page.token(at) else { break };
        let joined = at == from || matches!(page.gap(at), " " | "-" | "’" | "'");
        let folded = token.folded();
        let particle = at > from && is_one_of(&folded, PARTICLES)
            || is_one_of(token.text, &["Le", "La", "De", "Du", "Des", "LE", "LA", "DE", "DU", "El", "Ben"]);
        if !joined || is_one_of(&folded, NOBODY) {
            break;
        }
        if token.is_capitalised() && !particle && !is_stop_word(&folded) {
            end = Some(at + 1);
        } else if !particle {
            break;
        }
    }
    end
}

/// Neither someone known to all, nor an official named with a function in the same breath.
fn is_private(page: &Page<'_>, from: usize, to: usize) -> bool {
    let known = page.tokens[from..to].iter().any(|token| is_public(&token.folded()));
    let breath = |at: usize| !page.gap(at).contains(['.', '\n', ';', ':', '!', '?']);
    let before = (1..=4)
        .take_while(|back| *back <= from && breath(from + 1 - back))
        .any(|back| is_function(&page.tokens[from - back].folded()));
    let after = (to..to + 4)
        .take_while(|&at| at < page.tokens.len() && breath(at))
        .any(|at| is_function(&page.tokens[at].folded()));
    !known && !before && !after
}
