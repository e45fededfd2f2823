//! What surrounds a message and says nothing of its subject: headers of e-mails, greetings, closings, signatures.

use crate::lexicon::Lexicon;
use crate::stem::fold;
use std::ops::Range;

/// What a part of a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// « De : », « À : », « Le 3 mai, X a écrit : », « ----- Message transféré ----- ».
    Header,
    /// « Bonjour à tous, » alone on its line.
    Greeting,
    /// « Cordialement », « Je vous prie d’agréer… ».
    Closing,
    /// Name, function, telephone after a closing.
    Signature,
}

/// A part of a letter's frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub role: Role,
}

const LABELS: &[&str] =
    &["de", "from", "a", "to", "cc", "cci", "bcc", "date", "envoye", "envoye le", "sent", "repondre a", "reply-to"];
const SUBJECTS: &[&str] = &["objet", "sujet", "subject"];
const GREETS: &[&str] = &[
    "bonjour",
    "bonsoir",
    "salut",
    "hello",
    "madame",
    "monsieur",
    "mesdames",
    "messieurs",
    "mme",
    "cher",
    "chere",
    "chers",
    "cheres",
];
const GREETED: &[&str] = &[
    "a",
    "et",
    "le",
    "la",
    "les",
    "l",
    "l’",
    "mes",
    "mon",
    "tous",
    "toutes",
    "tout",
    "monde",
    "maire",
    "maires",
    "president",
    "presidente",
    "presidents",
    "ministre",
    "ministres",
    "depute",
    "deputee",
    "senateur",
    "senatrice",
    "prefet",
    "prefete",
    "elu",
    "elue",
    "elus",
    "elues",
    "collegue",
    "collegues",
    "concitoyens",
    "concitoyennes",
    "amis",
    "ami",
    "amie",
    "adjoint",
    "adjointe",
    "vous",
    "equipe",
    "m",
];
/// After these a name may follow.
const SIGNING: &[&str] = &[
    "cordialement",
    "bien cordialement",
    "tres cordialement",
    "cdlt",
    "cdt",
    "bien a vous",
    "salutations",
    "sinceres salutations",
    "respectueusement",
    "amicalement",
    "bien amicalement",
    "sincerement",
    "meilleures salutations",
    "salutations distinguees",
    "je vous prie d’agreer",
    "je vous prie de croire",
    "je vous prie de recevoir",
    "nous vous prions d’agreer",
    "veuillez agreer",
    "veuillez recevoir",
    "veuillez croire",
    "recevez, ",
    "avec mes salutations",
    "avec mes sinceres",
    "citoyennement",
    "republicainement",
    "bien respectueusement",
    "mes salutations",
];
const THANKING: &[&str] = &[
    "merci d’avance",
    "merci par avance",
    "d’avance merci",
    "avec mes remerciements",
    "avec tous mes remerciements",
    "en vous remerciant",
    "vous en remerciant",
    "bonne journee",
    "bonne soiree",
    "bonne reception",
    "bonne continuation",
    "dans l’attente de votre",
    "dans l’attente d’une",
    "merci de votre attention",
    "merci pour votre attention",
    "merci de m’avoir lu",
    "merci de votre lecture",
    "merci de votre ecoute",
    "merci pour votre ecoute",
];
const FUNCTIONS: &[&str] = &[
    "maire",
    "adjoint",
    "adjointe",
    "conseiller",
    "conseillere",
    "president",
    "presidente",
    "secretaire",
    "directeur",
    "directrice",
    "dgs",
    "responsable",
    "charge",
    "chargee",
    "agent",
    "association",
    "commune",
    "mairie",
    "tel",
    "telephone",
    "port",
    "portable",
    "mobile",
    "fax",
    "mail",
    "courriel",
    "email",
    "rue",
    "avenue",
    "delegue",
    "deleguee",
    "referent",
    "referente",
    "citoyen",
    "citoyenne",
    "retraite",
    "retraitee",
    "habitant",
    "habitante",
    "professeur",
    "medecin",
    "ingenieur",
    "cedex",
];
/// A closing longer than this many words says something else too.
const LONGEST_CLOSING: usize = 30;
/// A line longer than this many words is no signature.
const LONGEST_LINE: usize = 9;

/// The parts of the frame, in order; none in most texts.
pub fn frame(text: &str) -> Vec<Part> {
    let units = units(text);
    let folded: Vec<String> = units.iter().map(|unit| plain(&text[unit.clone()])).collect();
    let mut roles: Vec<Option<Role>> = (0..units.len()).map(|at| header(text, &units, &folded, at)).collect();
    greet(&folded, &mut roles);
    close(text, &units, &folded, &mut roles);
    sign_last(text, &units, &mut roles);
    let part = |(range, role): (Range<usize>, Option<Role>)| role.map(|role| Part { range, role });
    units.into_iter().zip(roles).filter_map(part).collect()
}

/// Lines, and sentences of lines, without the spaces and quotation marks (« > ») around.
fn units(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for at in 0..=bytes.len() {
        let ends = at == bytes.len()
            || bytes[at] == b'\n'
            || bytes[at] == b' ' && at > 0 && matches!(bytes[at - 1], b'.' | b'!' | b'?');
        if ends {
            let part = text[start..at].trim_start_matches([' ', '>', '\n', '\t', '\u{a0}']);
            let from = at - part.len();
            if !part.trim_end().is_empty() {
                found.push(from..from + part.trim_end().len());
            }
            start = at;
        }
    }
    found
}

fn plain(unit: &str) -> String {
    fold(unit.trim_start_matches(|c: char| !c.is_alphanumeric())).replace('\'', "’")
}

fn label(folded: &str) -> Option<&str> {
    folded.split_once(':').map(|(label, _)| label.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// A label alone may open a sentence; beside another label it is a header.
fn header(text: &str, units: &[Range<usize>], folded: &[String], at: usize) -> Option<Role> {
    let labelled = |other: usize| {
        folded
            .get(other)
            .and_then(|line| label(line))
            .is_some_and(|found| LABELS.contains(&found) || SUBJECTS.contains(&found))
    };
    let own = label(&folded[at]).is_some_and(|found| LABELS.contains(&found));
    let beside = labelled(at + 1) || at.checked_sub(1).is_some_and(labelled);
    let raw = &text[units[at].clone()];
    let line = &folded[at];
    let forwarded = (raw.starts_with("---") || raw.starts_with("___")) && line.contains("message");
    let wrote = (line.starts_with("le ") || line.starts_with("on "))
        && (line.ends_with("a ecrit :") || line.ends_with("wrote:"));
    (own && beside || forwarded || wrote).then_some(Role::Header)
}

/// Greetings stand before anything is said.
fn greet(folded: &[String], roles: &mut [Option<Role>]) {
    for (line, role) in folded.iter().zip(roles) {
        if role.is_some() {
            continue;
        }
        let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let greets = words.next().is_some_and(|word| GREETS.contains(&word));
        if !greets || words.clone().count() > 8 || !words.all(|word| GREETED.contains(&word) || GREETS.contains(&word))
        {
            break;
        }
        *role = Some(Role::Greeting);
    }
}

fn close(text: &str, units: &[Range<usize>], folded: &[String], roles: &mut [Option<Role>]) {
    let mut signing = false;
    for at in 0..units.len() {
        let short = folded[at].split(' ').count() <= LONGEST_CLOSING;
        let opens = |words: &[&str]| words.iter().any(|word| begins(&folded[at], word));
        if roles[at].is_some() {
            signing = false;
        } else if short && opens(SIGNING) {
            (roles[at], signing) = (Some(Role::Closing), true);
        } else if folded[at].split(' ').count() <= LONGEST_LINE && opens(THANKING) {
            roles[at] = Some(Role::Closing);
        } else if signing && signs(&text[units[at].clone()]) {
            roles[at] = Some(Role::Signature);
        } else {
            signing = false;
        }
    }
}

fn begins(line: &str, words: &str) -> bool {
    line.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// A name, a function, a number: few words, none of them a clear verb, capitals or marks of a signature.
fn signs(line: &str) -> bool {
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let lexicon = Lexicon::french();
    let verb = |word: &&str| {
        word.starts_with(char::is_lowercase)
            && (lexicon.is_infinitive(word) || lexicon.infinitive_of_clear_verb(word).is_some())
    };
    let named = words.first().is_some_and(|word| word.starts_with(char::is_uppercase))
        && words.iter().all(|word| word.starts_with(|c: char| !c.is_lowercase()) || word.chars().count() <= 3);
    let marked = line.contains('@')
        || words.iter().any(|word| FUNCTIONS.contains(&fold(word).as_str()))
        || line.bytes().filter(u8::is_ascii_digit).count() >= 5;
    words.len() <= LONGEST_LINE && !words.iter().any(verb) && (named || marked)
}

/// A last line that is a given name and a family name.
fn sign_last(text: &str, units: &[Range<usize>], roles: &mut [Option<Role>]) {
    let Some((last, role)) = units.last().zip(roles.last_mut()) else { return };
    let alone = last.start == 0 || text[..last.start].trim_end_matches([' ', '>']).ends_with('\n');
    if units.len() > 1 && role.is_none() && alone && crate::personal::is_full_name(&text[last.clone()]) {
        *role = Some(Role::Signature);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> Vec<(Role, &str)> {
        frame(text).into_iter().map(|part| (part.role, &text[part.range])).collect()
    }

    #[test]
    fn the_frame_of_a_letter_is_told_from_what_it_says() {
        let text = "De : Jeanne Le Goff\nÀ : mairie@exemple.fr\nObjet : la fibre\n\nBonjour Madame,\nLa fibre manque. Cordialement,\nJeanne Le Goff\nAdjointe au maire\n06 00 00 00 00\nP.S. : le bus aussi manque.";
        let expected = [(Role::Header, "De : Jeanne Le Goff"), (Role::Header, "À : mairie@exemple.fr")];
        let found = parts(text);
        assert_eq!(found[..2], expected);
        assert!(found.contains(&(Role::Closing, "Cordialement,")));
        assert!(found.contains(&(Role::Signature, "Adjointe au maire")));
        assert!(found.contains(&(Role::Signature, "06 00 00 00 00")));
        assert!(!found.iter().any(|(_, part)| part.contains("bus") || part.contains("fibre")));
    }

    #[test]
    fn greetings_open_and_names_close() {
        assert_eq!(parts("Bonjour à tous,\nla fibre"), [(Role::Greeting, "Bonjour à tous,")]);
        assert_eq!(parts("la fibre\nBonjour"), []);
        assert_eq!(parts("Bonjour, la fibre manque"), []);
        assert_eq!(parts("La fibre manque.\nMarie Kerbrat"), [(Role::Signature, "Marie Kerbrat")]);
        assert_eq!(parts("Merci d'avance.\nLa fibre partout"), [(Role::Closing, "Merci d'avance.")]);
        assert_eq!(parts("De : ce village on ne voit rien"), []);
    }

    proptest! {
        #[test]
        fn parts_are_in_order_within_the_text(text in "((De|Objet) : |Bonjour|Cordialement|Marie Kerbrat|la fibre|\n|, |\\. |> |é){0,20}|(?s:.{0,60})") {
            let mut last = 0;
            for part in frame(&text) {
                prop_assert!(part.range.start >= last && part.range.end > part.range.start);
                prop_assert!(text.get(part.range.clone()).is_some());
                last = part.range.end;
            }
        }
    }
}
