//! What a message quotes and its signature, set apart from what it says.

/// Words that end a letter, alone on their line.
const CLOSINGS: [&str; 18] = [
    "cordialement",
    "bien cordialement",
    "très cordialement",
    "cdlt",
    "cdt",
    "bien à vous",
    "bien à toi",
    "amicalement",
    "respectueusement",
    "salutations",
    "sincères salutations",
    "salutations distinguées",
    "cordiales salutations",
    "meilleures salutations",
    "avec mes salutations",
    "best regards",
    "kind regards",
    "regards",
];
/// What telephones and programs add.
const ADDED: [&str; 8] = [
    "envoyé de mon ",
    "envoyé depuis ",
    "envoyé à partir de ",
    "sent from ",
    "télécharger outlook",
    "obtenir outlook",
    "get outlook",
    "provenance : courrier",
];
/// Lines that announce a message passed on or answered.
const ORIGINALS: [&str; 7] = [
    "message d'origine",
    "message d’origine",
    "message original",
    "message transféré",
    "original message",
    "forwarded message",
    "message réexpédié",
];
/// A signature has a few lines; a closing with a page below it is no end.
const SIGNATURE: usize = 12;

/// The part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Said,
    Apart,
}

/// What a message says, and what is set apart, each without blank lines around.
pub(super) fn apart(body: &str) -> (String, String) {
    let lines: Vec<&str> = body.lines().map(|line| line.trim_end_matches('\r')).collect();
    let mut parts = vec![Part::Said; lines.len()];
    quotes(&lines, &mut parts);
    if let Some(at) = signature(&lines, &parts) {
        parts[at..].fill(Part::Apart);
    }
    let gather = |wanted: Part| {
        let chosen = lines.iter().zip(&parts).filter(|(_, part)| **part == wanted).map(|(line, _)| *line);
        chosen.collect::<Vec<_>>().join("\n").trim().to_owned()
    };
    (gather(Part::Said), gather(Part::Apart))
}

fn quotes(lines: &[&str], parts: &mut [Part]) {
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with('>') {
            parts[at] = Part::Apart;
        }
    }
    if let Some(at) = (0..lines.len()).find(|&at| opens_original(lines, at)) {
        parts[at..].fill(Part::Apart);
    }
    for at in 0..lines.len() {
        let length = attribution(lines, at);
        let next = (at + length..lines.len()).find(|&next| !lines[next].trim().is_empty());
        if length > 0 && next.is_none_or(|next| parts[next] == Part::Apart) {
            parts[at..at + length].fill(Part::Apart);
        }
    }
}

/// How many lines, one to three, say « Le 14 septembre 2026, Anne a écrit : »; 0 if none begins here.
fn attribution(lines: &[&str], at: usize) -> usize {
    let starts = ["Le ", "On ", "El ", "Am "].iter().any(|start| lines[at].trim_start().starts_with(start));
    let ends = |line: &&str| {
        let line = line.trim_end().trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']);
        line.ends_with("a écrit") || line.ends_with("wrote")
    };
    if starts { lines[at..].iter().take(3).position(ends).map_or(0, |last| last + 1) } else { 0 }
}

/// A ruled title such as « -----Message d’origine----- », or the headers that Outlook repeats.
fn opens_original(lines: &[&str], at: usize) -> bool {
    let line = lines[at].trim().to_lowercase();
    let ruled = line.starts_with("--") && ORIGINALS.iter().any(|title| line.contains(title));
    let names = |line: &str, wanted: &[&str]| {
        let line = line.trim().trim_start_matches('*').to_lowercase();
        wanted.iter().any(|name| {
            line.strip_prefix(name).is_some_and(|rest| rest.trim_start_matches(['*', ' ', '\u{a0}']).starts_with(':'))
        })
    };
    let below = &lines[at + 1..lines.len().min(at + 6)];
    let has = |wanted: &[&str]| below.iter().any(|line| names(line, wanted));
    let headers = names(lines[at], &["de", "from"]) && has(&["envoyé", "date", "sent"]) && has(&["objet", "subject"]);
    ruled || headers
}

/// The line where the signature begins, if the message has one at its end.
fn signature(lines: &[&str], parts: &[Part]) -> Option<usize> {
    let said: Vec<usize> = (0..lines.len()).filter(|&at| parts[at] == Part::Said).collect();
    let near_end =
        |place: usize| said[place + 1..].iter().filter(|&&at| !lines[at].trim().is_empty()).count() <= SIGNATURE;
    let opens = |at: usize| {
        let line = lines[at];
        if matches!(line, "-- " | "--") {
            return true;
        }
        let words = line.trim().to_lowercase();
        ADDED.iter().any(|added| words.starts_with(added))
            || CLOSINGS.contains(&words.trim_end_matches([',', '.', '!', ' ', ';']))
    };
    let place = (0..said.len()).find(|&place| opens(said[place]) && near_end(place))?;
    // What is said between quotations after a signature stays: only an end is a signature.
    let at = said[place];
    let last = *said.last()?;
    (parts[at..=last].iter().all(|part| *part == Part::Said)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::apart;
    use proptest::prelude::*;

    #[test]
    fn replies_and_signatures_are_set_apart() {
        let body = "Bonjour,\n\nIl faut la fibre.\n\nCordialement,\nAnne Morvan\nMaire de Nouans\n06 00 00 00 00\n\nLe lun. 14 sept. 2026 à 10:32, Contact\n<contact@congres.example> a écrit :\n> Que proposez-vous ?\n>\n> Merci\n";
        let (said, beside) = apart(body);
        assert_eq!(said, "Bonjour,\n\nIl faut la fibre.");
        assert!(beside.starts_with("Cordialement,\nAnne Morvan") && beside.ends_with("> Merci"), "{beside}");
    }

    proptest! {
        #[test]
        fn every_line_is_said_or_set_apart(lines in prop::collection::vec("(> ?|-- ?|De : |Le |Objet : )?[a-zé:,. ]{0,12}(a écrit :)?", 0..20)) {
            let (said, beside) = apart(&lines.join("\n"));
            let mut found: Vec<&str> = said.lines().chain(beside.lines()).map(str::trim).filter(|line| !line.is_empty()).collect();
            let mut expected: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
            found.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn answers_between_quotations_stay() {
        let (said, beside) = apart("> Que manque-t-il ?\nLa fibre.\n> Et après ?\nUn guichet.\n-- \nBob");
        assert_eq!(
            (said.as_str(), beside.as_str()),
            ("La fibre.\nUn guichet.", "> Que manque-t-il ?\n> Et après ?\n-- \nBob")
        );
    }

    #[test]
    fn what_outlook_and_telephones_add() {
        let outlook = "Oui à la fibre.\n\nDe : Contact <c@x.example>\nEnvoyé : lundi 14 septembre 2026 10:32\nÀ : Anne\nObjet : Congrès\n\nQue proposez-vous ?";
        assert_eq!(apart(outlook).0, "Oui à la fibre.");
        assert_eq!(apart("Oui.\n\nEnvoyé de mon téléphone").0, "Oui.");
        assert_eq!(apart("Oui.\n-----Message d’origine-----\nDe : x\nNon.").0, "Oui.");
    }

    #[test]
    fn ordinary_words_are_no_quotation() {
        for body in [
            "De : ma commune, j’attends un guichet.",
            "Le maire a écrit :\nrien ne bouge",
            "Cordialement reçus, nous voulons\nla fibre",
        ] {
            assert_eq!(apart(body), (body.to_owned(), String::new()));
        }
        let long = format!("Cordialement,\n{}", "une idée\n".repeat(20));
        assert_eq!(apart(&long).1, "", "a page below is no signature");
    }
}
