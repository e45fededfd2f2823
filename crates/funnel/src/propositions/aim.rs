//! Whether two demands want the same done to the same thing: nearness says what they are about, not what they ask.

use super::grammar::split;
use super::intent::intent;
use super::nominal;
use crate::wording::nounphrase::is_vague;
use arobase_text::stem::{fold, stem};
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::words;
use std::collections::BTreeSet;

/// Words that two demands must have in common beside their verb, and the share of the shorter one's.
const SHARED: usize = 2;
const OVERLAP: f64 = 0.5;

/// What is wanted, and the words of what it is wanted of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aim {
    want: String,
    about: BTreeSet<String>,
}

impl Aim {
    /// Of an infinitive phrase.
    pub(crate) fn of(phrase: &str) -> Self {
        let done = done(phrase);
        let (verb, rest) = split(done.as_deref().unwrap_or(phrase));
        let tells = |word: &str| word.chars().any(char::is_alphabetic) && !is_stop_word(&fold(word)) && !is_vague(word);
        let about = words(rest).iter().filter(|word| tells(word.text)).map(|word| stem(word.text)).collect();
        Self { want: intent(verb).unwrap_or(verb).to_owned(), about }
    }

    /// The same intent, and half of the shorter one's words, two at least where it has two.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let shared = self.about.intersection(&other.about).count();
        let shorter = self.about.len().min(other.about.len());
        self.want == other.want
            && shared > 0
            && shared >= SHARED.min(shorter)
            && shared as f64 >= OVERLAP * shorter as f64
    }
}

/// « garantir la protection des données » wants them protected: what is done is in the noun.
fn done(phrase: &str) -> Option<String> {
    let (verb, rest) = split(phrase);
    let (article, noun) = split(rest);
    let carries = ["développer", "garantir", "améliorer"].contains(&intent(verb)?);
    let told = carries && ["le", "la", "l", "l'", "une", "un"].contains(&fold(article).as_str());
    nominal::rewrite(noun).filter(|_| told).map(|(phrase, _)| phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        Aim::of(a).meets(&Aim::of(b))
    }

    #[test]
    fn the_same_thing_of_the_same_object() {
        assert!(same("encadrer les prix des abonnements", "réguler le prix des abonnements pour les communes"));
        assert!(same("consulter les pharmaciens avant chaque réforme", "consulter les pharmaciens"));
        assert!(same("garantir la protection de la vie privée", "protéger la vie privée des élèves"), "told by a noun");
        assert!(!same("encadrer les prix des abonnements", "financer les abonnements des communes"), "another intent");
        assert!(!same("numériser les archives du village", "numériser le cadastre du village"), "another object");
        assert!(
            !same("créer un numéro d’appel unique", "créer un numéro gratuit avec un humain"),
            "one word in common"
        );
    }
}
