//! Words whose full stop does not end a sentence, and words that begin one.

/// Followed by what they announce: their stop never ends a sentence.
const ANNOUNCING: &[&str] = &[
    "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "mgr", "st", "ste", "art", "cf", "p", "pp", "n", "no", "nos",
    "al", "ex", "av", "bd", "bld", "bvd", "chap", "fig", "réf", "ref", "tél", "tel", "vol", "éd", "env", "vs", "ann",
    "c.-à-d", "c-à-d", "e.g", "i.e",
];

/// May stand at the end: their stop ends a sentence if a capital follows.
const LOOSE: &[&str] = &[
    "etc", "hab", "max", "min", "approx", "janv", "févr", "fév", "avr", "juil", "sept", "oct", "nov", "déc", "resp",
    "dépt", "dept", "cie", "qq", "qqs", "cad", "adm", "admin", "info", "gouv", "inc", "sec", "kms", "km", "ndlr",
    "bcp", "svp", "stp",
];

const STARTERS: &[&str] = &[
    "il", "ils", "elle", "elles", "on", "je", "nous", "vous", "le", "la", "les", "l", "un", "une", "des", "de", "du",
    "d", "ce", "cela", "cet", "cette", "ces", "c", "ça", "et", "mais", "pour", "par", "dans", "en", "si", "qu", "que",
    "qui", "quand", "comme", "avec", "sans", "plus", "moins", "pas", "j", "n", "ne", "faut", "à", "au", "aux", "car",
    "donc", "enfin", "ainsi", "aussi", "puis", "notre", "nos", "mon", "ma", "mes", "leur", "leurs", "tout", "tous",
    "toutes", "chaque", "il", "afin", "merci", "oui", "non", "s",
];

pub(super) fn announces(word: &str) -> bool {
    ANNOUNCING.contains(&word)
}

pub(super) fn is_loose(word: &str) -> bool {
    LOOSE.contains(&word)
}

/// Whether a word, in lower case, commonly begins a sentence and is no proper noun.
pub(super) fn starts_sentence(word: &str) -> bool {
    STARTERS.contains(&word)
}
