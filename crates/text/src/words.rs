//! Words of a French text: elided particles apart, compounds, inclusive forms, addresses and numbers whole.

use crate::inclusive;

/// One word and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// As written.
    pub text: &'a str,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Word<'_> {
    /// Whether it holds a letter.
    pub fn is_alphabetic(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }
}

/// The words of a text in order; punctuation and symbols lie between them.
///
/// « l’ », « d’ », « qu’ »… are words of their own, apostrophe included; « aujourd’hui », « rendez-vous », « élu·es », 3,5,
/// data.gouv.fr and addresses are one word; « faut-il » is « faut » and « -il ».
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(skipped) = text[at..].find(char::is_alphanumeric) {
        let start = at + skipped;
        let end = end_of_token(text, start);
        split(text, start, end, &mut found);
        at = end;
    }
    found
}

fn end_of_token(text: &str, start: usize) -> usize {
    address_end(text, start).unwrap_or_else(|| end_of_word(text, start))
}

/// Longest address and longest name of a mailbox or host looked at, in bytes.
const LONGEST_ADDRESS: usize = 2_048;
const LONGEST_NAME: usize = 128;

/// The end of the web or mail address that begins at byte `start`, if one does.
pub(crate) fn address_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    if !is_web(rest) && !is_mail(rest) {
        return None;
    }
    let rest = &rest[..rest.floor_char_boundary(LONGEST_ADDRESS)];
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '(' | ')' | '’' | '…');
    let run = rest[..rest.find(ends).unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', ']', '\'']);
    (run.len() > 8 || run.contains('@')).then_some(start + run.len())
}

fn is_web(rest: &str) -> bool {
    ["http://", "https://", "www."]
        .iter()
        .any(|p| rest.get(..p.len()).is_some_and(|start| start.eq_ignore_ascii_case(p)))
}

fn is_mail(rest: &str) -> bool {
    let name = rest[..rest.floor_char_boundary(LONGEST_NAME)].find(|c| !in_name(c)).unwrap_or(0);
    let host = rest[name..].strip_prefix('@').unwrap_or_default();
    let host = &host[..host.floor_char_boundary(LONGEST_NAME)];
    let host = &host[..host.find(|c| !in_name(c)).unwrap_or(host.len())];
    name > 0 && host.trim_end_matches('.').contains('.')
}

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+')
}

fn end_of_word(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        at += text[at..].find(|c: char| !is_letter(c)).unwrap_or(text.len() - at);
        match join(text, start, at) {
            Some(next) => at = next,
            None => return at,
        }
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}')
}

/// Where the word goes on after the sign at `at`, if it does.
fn join(text: &str, start: usize, at: usize) -> Option<usize> {
    if let Some(end) = inclusive::suffix_end(text, start, at) {
        return Some(end);
    }
    let mut signs = text[at..].chars();
    let (sign, after) = (signs.next()?, signs.next());
    let next = at + sign.len_utf8();
    let before = text[start..at].chars().next_back()?;
    let goes_on = after.is_some_and(char::is_alphanumeric);
    match sign {
        '-' | '\u{2010}' | '\u{2011}' | '_' | '&' if goes_on => Some(next),
        '’' | '\'' if goes_on && before.is_alphabetic() && !is_particle(last_part(&text[start..at])) => Some(next),
        ',' | '.' if before.is_ascii_digit() && after.is_some_and(|c| c.is_ascii_digit()) => Some(next),
        '.' if goes_on && is_dotted(text, start, at) => Some(next),
        '°' if before.is_ascii_digit() || text[start..at].eq_ignore_ascii_case("n") => Some(next),
        _ => None,
    }
}

fn last_part(word: &str) -> &str {
    word.rsplit(['-', '’', '\'']).next().unwrap_or(word)
}

/// S.N.C.F., e.g., data.gouv.fr: a dot that does not end a sentence although no space follows.
fn is_dotted(text: &str, start: usize, at: usize) -> bool {
    let before = text[start..at].rsplit('.').next().unwrap_or_default();
    let rest = &text[at + 1..];
    let after = &rest[..rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len())];
    let letters = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let from = start.max(text.floor_char_boundary(at.saturating_sub(LONGEST_NAME)));
    letters(before) && letters(after) || is_host(&text[from..text.floor_char_boundary(at + LONGEST_NAME)])
}

/// Whether a dotted run of letters ends like a host name.
fn is_host(rest: &str) -> bool {
    const ENDS: &[&str] =
        &["fr", "com", "org", "net", "eu", "info", "io", "gouv", "bzh", "coop", "be", "ch", "uk", "pdf", "html"];
    let run = &rest[..rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(rest.len())];
    let run = run.trim_end_matches('.');
    run.rsplit_once('.').is_some_and(|(name, end)| name.len() > 1 && ENDS.contains(&end.to_ascii_lowercase().as_str()))
        && !run.contains("..")
}

const PARTICLES: &[&str] = &["l", "d", "j", "m", "t", "s", "n", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

fn is_particle(word: &str) -> bool {
    word.len() <= 6 && PARTICLES.contains(&word.to_lowercase().as_str())
}

const CLITICS: &[&str] = &[
    "-t-il", "-t-elle", "-t-on", "-t-ils", "-t-elles", "-je", "-tu", "-il", "-elle", "-on", "-nous", "-vous", "-ils",
    "-elles", "-ce", "-le", "-la", "-les", "-lui", "-leur", "-moi", "-toi", "-y", "-en",
];

const COMPOUNDS: &[&str] =
    &["rendez-vous", "celle-là", "celui-là", "au-delà", "est-ce", "peut-être", "chez-soi", "va-et-vient"];

/// Pushes a token, its elided particle and its enclitic pronouns apart.
fn split<'a>(text: &'a str, start: usize, end: usize, found: &mut Vec<Word<'a>>) {
    let token = &text[start..end];
    let stem_end = start + without_clitics(token);
    if stem_end > start {
        push(text, start, particle_end(text, stem_end), found);
    }
    let mut at = stem_end;
    while at < end {
        let clitic = CLITICS.iter().find(|c| starts_with(&text[at..end], c)).map_or(end - at, |c| c.len());
        push(text, at, at + clitic, found);
        at += clitic;
    }
}

/// An elided particle takes the apostrophe that follows it.
fn particle_end(text: &str, end: usize) -> usize {
    let from = text[..end]
        .rfind(|c: char| !is_letter(c))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    match text[end..].chars().next() {
        Some(sign @ ('’' | '\'')) if is_particle(&text[from..end]) => end + sign.len_utf8(),
        _ => end,
    }
}

/// Length of the token without the pronouns hung to its end: at most two, « dites-le-nous ».
fn without_clitics(token: &str) -> usize {
    let mut kept = token;
    for _ in 0..2 {
        let lower = kept.to_lowercase();
        if !kept.contains('-') || COMPOUNDS.contains(&lower.as_str()) && lower != "est-ce" {
            break;
        }
        let Some(clitic) = CLITICS.iter().find(|c| kept.len() > c.len() && ends_with(kept, c)) else { break };
        kept = &kept[..kept.len() - clitic.len()];
    }
    kept.len()
}

fn ends_with(word: &str, clitic: &str) -> bool {
    word.len()
        .checked_sub(clitic.len())
        .and_then(|at| word.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(clitic))
}

fn starts_with(text: &str, clitic: &str) -> bool {
    text.get(..clitic.len()).is_some_and(|start| start.eq_ignore_ascii_case(clitic))
        && !text[clitic.len()..].starts_with(char::is_alphanumeric)
}

fn push<'a>(text: &'a str, start: usize, end: usize, found: &mut Vec<Word<'a>>) {
    found.push(Word { text: &text[start..end], start, end });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn particles_stand_apart() {
        assert_eq!(
            cut("L’accès jusqu'à l'école d’aujourd’hui"),
            ["L’", "accès", "jusqu'", "à", "l'", "école", "d’", "aujourd’hui"]
        );
        assert_eq!(
            cut("Qu’est-ce que quelqu’un des prud’hommes"),
            ["Qu’", "est", "-ce", "que", "quelqu’un", "des", "prud’hommes"]
        );
        assert_eq!(cut("‘mot’ 'mot' presqu’île"), ["mot", "mot", "presqu’île"]);
    }

    #[test]
    fn pronouns_are_unhung_and_compounds_kept() {
        assert_eq!(cut("Faut-il un rendez-vous ?"), ["Faut", "-il", "un", "rendez-vous"]);
        assert_eq!(
            cut("Y a-t-il des tiers-lieux, dites-le-nous"),
            ["Y", "a", "-t-il", "des", "tiers-lieux", "dites", "-le", "-nous"]
        );
        assert_eq!(cut("celui-ci est peut-être à Saint-Brieuc"), ["celui-ci", "est", "peut-être", "à", "Saint-Brieuc"]);
    }

    #[test]
    fn inclusive_forms_are_one_word() {
        let text = "les élu·es, élu.e.s, élu(e)s et élu-e-s ; citoyen·ne·s. Fin";
        assert_eq!(cut(text), ["les", "élu·es", "élu.e.s", "élu(e)s", "et", "élu-e-s", "citoyen·ne·s", "Fin"]);
        assert_eq!(cut("la fin.Le début (voir) plan(s)"), ["la", "fin", "Le", "début", "voir", "plan(s)"]);
    }

    #[test]
    fn addresses_and_numbers_are_one_word() {
        let text =
            "Sur data.gouv.fr, https://www.exemple.fr/a?b=1. Écrire à jean.petit@mairie.fr : 3,5 % de 1.000 (n° 7)";
        let expected = [
            "Sur",
            "data.gouv.fr",
            "https://www.exemple.fr/a?b=1",
            "Écrire",
            "à",
            "jean.petit@mairie.fr",
            "3,5",
            "de",
            "1.000",
            "n°",
            "7",
        ];
        assert_eq!(cut(text), expected);
        assert_eq!(
            cut("la S.N.C.F. et l’e-administration, e.g. 1er"),
            ["la", "S.N.C.F", "et", "l’", "e-administration", "e.g", "1er"]
        );
    }

    proptest! {
        #[test]
        fn words_lie_in_order_inside_the_text(text in "[a-eéÉ’'·.() \\-@:/0-9ls]{0,40}|\\PC{0,40}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.start >= last && word.end > word.start);
                prop_assert_eq!(&text[word.start..word.end], word.text);
                last = word.end;
            }
        }

        #[test]
        fn no_letter_is_left_out(text in "[a-eéÉ’'·.() \\-@:/0-9lsû]{0,40}|\\PC{0,40}") {
            let mut inside = vec![false; text.len()];
            for word in words(&text) {
                inside[word.start..word.end].fill(true);
            }
            for (at, c) in text.char_indices() {
                prop_assert!(!c.is_alphanumeric() || inside[at], "{c} at {at} in {text:?}");
            }
        }
    }
}
