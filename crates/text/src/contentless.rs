//! Answers that say nothing: « ras », « sans avis », « voir ci-dessus », punctuation.

use crate::lexicon::Lexicon;
use crate::stem::fold;
use crate::stopwords::is_stop_word;
use crate::words::words;

/// Words that say nothing when nothing but them and function words is said.
const EMPTY: &str = "
ras r.a.s rien neant idem nsp nspp na oui non ok aucun aucune idee idees avis opinion commentaire commentaires reponse reponses
remarque remarques observation observations suggestion suggestions question questions objet sujet ci-dessus ci-dessous dessus dessous
haut precedent precedente precedentes precedemment deja repondu dit voir cf cf. d'accord accord desaccord merci bonjour bravo prononce
prononcer concerne concernee connais connait comprends comprend comprendre test essai blabla bla signaler ajouter declarer dire bien
bonne parfait super top nickel passe joker nul nulle bof mouais euh sans sais suis aise competent competente competence interesse
interessee attente point neutre indifferent indifferente vide x xx xxx pareil meme particulier special precis precise moment instant
content contente satisfait satisfaite va voila lol
";

/// Words that take a position although they are function words: « déjà trop », « tout ce qui peut l’être ».
const POSITIONS: &str =
    "trop beaucoup tout tous toute toutes assez moins plus possible suffit suffisamment faut faudrait doit doivent";

/// Longest answer, in words and in bytes, that can be without content.
const LONGEST: usize = 9;
const LONGEST_BYTES: usize = 200;

/// Whether an answer, in its normal form, says nothing that could be classed.
///
/// Two-word answers such as « La fibre » or « Plus de médiateurs » have content: one content word is enough.
pub fn is_contentless(text: &str) -> bool {
    if text.len() > LONGEST_BYTES {
        return false;
    }
    let words = words(text);
    words.len() <= LONGEST
        && !words.iter().any(|word| has_content(word.text) || words.len() > 2 && takes_position(word.text))
}

fn takes_position(word: &str) -> bool {
    let folded = fold(word);
    POSITIONS.split_ascii_whitespace().any(|known| known == folded)
}

fn has_content(word: &str) -> bool {
    let folded = fold(word);
    let empty = is_stop_word(&folded) || EMPTY.split_ascii_whitespace().any(|known| known == folded);
    !empty && !is_noise(&folded, word)
}

/// Numbers alone and keys struck at random; a word of the lexicon, whole or without its accents, is never noise.
fn is_noise(folded: &str, word: &str) -> bool {
    let letters = folded.chars().filter(|c| c.is_alphabetic()).count();
    if letters == 0 {
        return true;
    }
    let mut distinct: Vec<char> = folded.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let vowels = folded.chars().any(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let acronym = word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()) && letters <= 6;
    let struck = letters > 2 && distinct.len() <= 2 || letters > 3 && !vowels;
    let french = Lexicon::french();
    struck && !(acronym && distinct.len() > 2) && !french.contains(word) && french.restore_accents(word).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_answers_are_found() {
        for text in [
            "",
            "ras",
            "RAS",
            "R.A.S.",
            "Rien",
            "rien à signaler",
            "Néant.",
            "idem",
            "oui",
            "Non !",
            "sans avis",
            "Voir ci-dessus",
            "…",
            "je ne sais pas",
            "Aucune idée",
            "pas d’avis",
            "Pas d'avis particulier",
            "Bonne question",
            "-",
            "?!",
            "123",
            "xxxx",
            "sdfgh",
            "aucun commentaire",
            "Je n’ai rien à ajouter",
            "sans opinion",
            "Voir ma réponse précédente",
            "déjà répondu",
            "Je ne comprends pas la question",
            "ne se prononce pas",
            "n/a",
            "merci",
            "je ne suis pas concerné",
        ] {
            assert!(is_contentless(text), "{text}");
        }
    }

    #[test]
    fn short_answers_with_content_are_kept() {
        for text in [
            "Fibre partout",
            "Plus de médiateurs",
            "La fibre",
            "Wifi",
            "5G",
            "Moins d’État",
            "RGPD",
            "SNCF",
            "Gratuité",
            "mediation",
            "Non au papier",
            "Former les élus",
            "Tout en ligne",
            "Linux",
            "L’accès",
            "Impôts",
            "Rien ne marche dans mon village",
            "Aucune, il y en a déjà trop",
            "Tout ce qui peut l’être !",
        ] {
            assert!(!is_contentless(text), "{text}");
        }
    }
}
