//! Names as they are compared: « St-Céré » and « saint cere » are the same words.

/// The words of a name, its abbreviations spelt out.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words = plain_words(name);
    words.iter_mut().for_each(spell_out);
    shorten_bodies(words)
}

/// The words of any text: letters without accents or capitals, anything else between them.
pub(crate) fn plain_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut apart = true;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if ('\u{300}'..='\u{36f}').contains(&letter) {
            continue;
        }
        if !letter.is_alphanumeric() {
            apart = true;
            continue;
        }
        if std::mem::take(&mut apart) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            push_plain(word, letter);
        }
    }
    words
}

fn push_plain(word: &mut String, letter: char) {
    match letter {
        'œ' => word.push_str("oe"),
        'æ' => word.push_str("ae"),
        _ => word.push(plain(letter)),
    }
}

/// The letter without what French, Breton, Basque, Alsatian and Tahitian names put on it.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'ā' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ÿ' => 'y',
        _ => letter,
    }
}

/// No official name holds these abbreviations as words of their own.
fn spell_out(word: &mut String) {
    let whole = match word.as_str() {
        "st" => "saint",
        "ste" => "sainte",
        "sts" => "saints",
        "stes" => "saintes",
        "s" => "sur",
        _ => return,
    };
    whole.clone_into(word);
}

/// Official names of EPCI say « CC », « CA » and « CU ».
const BODIES: [(&[&str], &str); 3] = [
    (&["communaute", "de", "communes"], "cc"),
    (&["communaute", "d", "agglomeration"], "ca"),
    (&["communaute", "urbaine"], "cu"),
];

fn shorten_bodies(mut words: Vec<String>) -> Vec<String> {
    for (long, short) in BODIES {
        if words.len() > long.len() && words.iter().zip(long).all(|(word, body)| word == body) {
            words.splice(..long.len(), [short.to_owned()]);
        }
    }
    words
}

/// Whether a word is an article that people leave out or add before a name.
pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "le" | "la" | "les" | "l")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_meets_what_is_official() {
        for (typed, official) in [
            ("ST-CERE", "Saint-Céré"),
            ("ste  colombe", "Sainte-Colombe"),
            ("l'haÿ les roses", "L’Haÿ-les-Roses"),
            ("Villeneuve s/ Lot", "Villeneuve-sur-Lot"),
            ("Coeur de Flandre", "Cœur de Flandre"),
            ("E\u{301}pinal", "Épinal"),
            ("communauté d’agglomération du Grand Dole", "CA du Grand Dole"),
        ] {
            assert_eq!(words(typed), words(official), "{typed}");
        }
        assert_eq!(words(" (’) "), Vec::<String>::new());
        assert_eq!(words("communauté urbaine"), ["communaute", "urbaine"]);
    }
}
