//! Whether two demands want the same done to the same thing: nearness says what they are about, not what they ask.

use super::grammar::split;
use super::intent::{Way, intent, way};
use super::nominal;
use crate::wording::nounphrase::is_vague;
use arobase_text::stem::{fold, stem};
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::words;
use std::collections::BTreeMap;

/// Words that two demands must have in common beside their verb, and the share of the shorter one's.
const SHARED: usize = 2;
const OVERLAP: f64 = 0.5;

/// What « rendre » asks with an adjective. A table.
const MADE: &[(&str, &str)] = &[
    ("prioritaire", "privilégier"),
    ("obligatoire", "obliger"),
    ("facultati", "assouplir"),
    ("gratuit", "financer"),
    ("accessible", "ouvrir"),
    ("transparent", "ouvrir"),
    ("simple", "simplifier"),
];

/// What is wanted, and the words of what it is wanted of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aim {
    want: String,
    way: Option<Way>,
    /// In order, each once, with whether it tells anything: the others are vague.
    words: Box<[(String, bool)]>,
}

impl Aim {
    /// Of an infinitive phrase.
    pub(crate) fn of(phrase: &str) -> Self {
        let done = done(phrase).or_else(|| made(phrase));
        let (verb, rest) = split(done.as_deref().unwrap_or(phrase));
        let full = |word: &&str| word.chars().any(char::is_alphabetic) && !is_stop_word(&fold(word));
        let mut found: BTreeMap<String, bool> = BTreeMap::new();
        for word in words(rest).iter().map(|word| word.text).filter(full) {
            *found.entry(stem(word)).or_default() |= !is_vague(word);
        }
        Self { want: intent(verb).unwrap_or(verb).to_owned(), way: way(verb), words: found.into_iter().collect() }
    }

    /// The same intent and half of the shorter one's words, two at least where it has two; or another intent that goes the same way, and all
    /// of its words, two at least: « offrir des maisons de services » and « renforcer les maisons de services ».
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let (shared, both) = self.common(other);
        let shorter = self.telling().min(other.telling());
        let alike = shared > 0 && shared >= SHARED.min(shorter) && shared as f64 >= OVERLAP * shorter as f64;
        let whole = shared > 0 && both >= SHARED && both == self.words.len().min(other.words.len());
        (alike && self.want == other.want) || (whole && self.way.is_some() && self.way == other.way)
    }

    /// How many of its words tell something.
    fn telling(&self) -> usize {
        self.words.iter().filter(|(_, tells)| *tells).count()
    }

    /// How many words are in both: those that tell something in both, and all.
    fn common(&self, other: &Self) -> (usize, usize) {
        let same = |(word, tells): &(String, bool)| {
            let at = other.words.binary_search_by(|(other, _)| other.cmp(word)).ok()?;
            Some(*tells && other.words[at].1)
        };
        self.words.iter().filter_map(same).fold((0, 0), |(shared, both), tells| (shared + usize::from(tells), both + 1))
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

/// « rendre les logiciels libres prioritaires » wants them favoured: what is done is in the adjective.
fn made(phrase: &str) -> Option<String> {
    let (verb, rest) = split(phrase);
    let of = |word: &str| MADE.iter().find(|(adjective, _)| fold(word).starts_with(adjective)).map(|(_, verb)| *verb);
    let at = words(rest).into_iter().find(|word| of(word.text).is_some()).filter(|_| verb == "rendre")?;
    Some(format!("{} {}", of(at.text)?, rest.replacen(at.text, "", 1)))
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
        let free = "privilégier les logiciels libres dans les écoles";
        assert!(same(free, "rendre les logiciels libres prioritaires dans les écoles"), "told by an adjective");
        assert!(same("offrir des maisons de services", "renforcer les maisons de services au public"), "more of it");
        assert!(!same("réduire les maisons de services", "renforcer les maisons de services"), "less and more");
        assert!(!same("encadrer les prix des abonnements", "financer les abonnements des communes"), "another intent");
        assert!(!same("numériser les archives du village", "numériser le cadastre du village"), "another object");
        assert!(
            !same("créer un numéro d’appel unique", "créer un numéro gratuit avec un humain"),
            "one word in common"
        );
    }
}
