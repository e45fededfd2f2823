//! Noun phrases as people write them: N, N A, N de N, N de la N A.

use super::vague::{EMPTY, NUMERALS, PARTITIVE, VAGUE};
use arobase_text::inclusive;
use arobase_text::lexicon::{Lexicon, Tag};
use arobase_text::stem::{fold, stem};
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::{Word, words};
use std::sync::LazyLock;

/// A noun phrase: its words as written, and the stems of its content words, which make two surfaces one phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NounPhrase {
    /// Stems of the content words, joined by spaces.
    pub key: String,
    /// As written, lower-case unless an acronym.
    pub surface: String,
    /// Number of content words.
    pub length: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Noun,
    Adjective,
    Preposition,
    Determiner,
    Other,
}

const PREPOSITIONS: &[&str] = &["de", "d'", "du", "des", "a", "au", "aux", "en", "contre", "sur", "entre"];
const DETERMINERS: &[&str] =
    &["le", "la", "les", "l'", "un", "une", "nos", "notre", "leurs", "leur", "ces", "cette", "ce", "chaque"];

/// Nouns that follow another without a preposition.
const APPOSED: &[&str] = &["internet", "web", "source", "data", "papier", "cle", "wifi", "temoin", "pilote", "relais"];

/// Every noun phrase of `text`, shorter ones inside longer ones included.
pub(crate) fn noun_phrases(text: &str) -> Vec<NounPhrase> {
    let sentence = Sentence::read(text);
    let starts = (0..sentence.words.len()).filter(|&at| sentence.classes[at] == Class::Noun && sentence.introduced(at));
    starts.flat_map(|start| sentence.grown(start)).collect()
}

/// A text with the class of each of its words.
struct Sentence<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
    classes: Vec<Class>,
}

impl<'a> Sentence<'a> {
    fn read(text: &'a str) -> Self {
        let words = words(text);
        let classes = (0..words.len()).map(|at| class(words[at].text, shouted(&words, at))).collect();
        let mut sentence = Self { text, words, classes };
        sentence.cross_out();
        sentence
    }

    /// Set phrases such as « mise en œuvre » name nothing, nor do their words.
    fn cross_out(&mut self) {
        static SET: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| EMPTY.iter().map(|phrase| folded(phrase)).collect());
        let said: Vec<String> = self.words.iter().map(|word| fold(word.text)).collect();
        for at in 0..said.len() {
            for set in SET.iter().filter(|set| said[at..].starts_with(set)) {
                self.classes[at..at + set.len()].fill(Class::Other);
            }
        }
    }

    /// A noun counts when a determiner or a preposition stands before it: « nous formons » has no « forme », « plus simple » no « simple ».
    /// One that can be nothing else needs none.
    fn introduced(&self, at: usize) -> bool {
        let word = self.words[at].text;
        let adjective = Lexicon::french().is_adjective(&inclusive::base(word));
        let noun = |next: usize| self.classes[next] == Class::Noun && !qualifies(self.words[next].text);
        if adjective && self.next(at).is_some_and(noun) {
            return false;
        }
        let determined = self
            .previous(at)
            .is_some_and(|before| matches!(self.classes[before], Class::Determiner | Class::Preposition));
        let followed = || self.next(at).is_some_and(|next| self.classes[next] == Class::Preposition);
        let opens = self.previous(at).is_none();
        determined || !adjective && (!Lexicon::french().is_verb_form(word) || opens && followed())
    }

    fn previous(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| self.touch(before))
    }

    fn next(&self, at: usize) -> Option<usize> {
        (at + 1 < self.words.len() && self.touch(at)).then_some(at + 1)
    }

    /// Whether nothing but a space stands after that word.
    fn touch(&self, at: usize) -> bool {
        self.text[self.words[at].end..self.words[at + 1].start].chars().all(|c| c == ' ' || c == '’')
    }

    /// Grows from the noun at `start`: adjectives and complements as far as the words touch.
    fn grown(&self, start: usize) -> Vec<NounPhrase> {
        let mut found = Vec::new();
        let (mut content, mut useful, mut nouns) = (Vec::new(), false, 0);
        let mut at = Some(start);
        while let Some(here) = at.filter(|&here| here < start + 7 && content.len() < 4) {
            let word = inclusive::base(self.words[here].text);
            match self.classes[here] {
                Class::Other => break,
                _ if here > start && !self.agrees(here) => break,
                Class::Noun | Class::Adjective => {
                    // « personnel » behind « caractère » qualifies it.
                    let apart = here == start || self.classes[here - 1] != Class::Noun;
                    nouns += usize::from(self.classes[here] == Class::Noun && apart);
                    useful |= !is_vague(&word);
                    content.push(stem(&word));
                    if nouns <= 3 && useful && !self.awaits(start, here) && (here > start || long(&word)) {
                        found.push(self.phrase(start, here, &content));
                    }
                }
                Class::Preposition | Class::Determiner => {}
            }
            at = self.next(here);
        }
        let partitive = PARTITIVE.contains(&Lexicon::french().lemma(&inclusive::base(self.words[start].text)).as_str());
        if partitive { Vec::new() } else { found }
    }

    /// Whether a word can stand right behind the noun before it: a complement needs its preposition (« site internet » does not), an adjective
    /// agrees.
    fn agrees(&self, at: usize) -> bool {
        let (before, word) = (self.words[at - 1].text, self.words[at].text);
        let noun = matches!(self.classes[at - 1], Class::Noun | Class::Adjective);
        let lexicon = Lexicon::french();
        match self.classes[at] {
            Class::Noun if noun && (acronym(word) || APPOSED.contains(&fold(word).as_str())) => true,
            Class::Noun if noun && !qualifies(word) => false,
            Class::Noun | Class::Adjective if self.classes[at - 1] == Class::Noun => {
                let (gender, plural) = (lexicon.noun_gender(before), lexicon.is_plural(before));
                let fits = |tag| {
                    matches!(tag, Tag::Adjective { gender: g, plural: p }
                    if (g.is_none() || gender.is_none() || g == gender) && (p.is_none() || plural.is_none() || p == plural))
                };
                !lexicon.is_adjective(word) || lexicon.analyses(word).iter().any(|reading| fits(reading.tag))
            }
            _ => true,
        }
    }

    /// « citoyens tirés | au sort », « risques liés | à » say little without what follows.
    fn awaits(&self, start: usize, at: usize) -> bool {
        at > start
            && Lexicon::french().infinitive_of_participle(self.words[at].text).is_some()
            && self.next(at).is_some_and(|next| self.classes[next] == Class::Preposition)
    }

    fn phrase(&self, start: usize, end: usize, content: &[String]) -> NounPhrase {
        let mut surface = String::new();
        for at in start..=end {
            let shouted = shouted(&self.words, at);
            surface.push_str(&written(self.words[at].text, shouted));
            surface.push_str(if at < end { &self.text[self.words[at].end..self.words[at + 1].start] } else { "" });
        }
        NounPhrase { key: content.join(" "), surface, length: content.len() }
    }
}

/// Whether a word alone names no subject.
pub(crate) fn is_vague(word: &str) -> bool {
    VAGUE.contains(&Lexicon::french().lemma(word).as_str())
}

fn long(word: &str) -> bool {
    word.chars().count() > 2 || acronym(word)
}

fn folded(phrase: &str) -> Vec<String> {
    words(phrase).into_iter().map(|word| fold(word.text)).collect()
}

fn class(word: &str, shouted: bool) -> Class {
    let folded = fold(word);
    if PREPOSITIONS.contains(&folded.as_str()) {
        return Class::Preposition;
    }
    if DETERMINERS.contains(&folded.as_str()) {
        return Class::Determiner;
    }
    let acronym = acronym(word) && !shouted;
    if NUMERALS.contains(&folded.as_str()) || is_stop_word(&folded) || folded.chars().count() < 3 && !acronym {
        return Class::Other;
    }
    let lexicon = Lexicon::french();
    let base = inclusive::base(word);
    if likeliest_noun(&base) || acronym {
        Class::Noun
    } else if lexicon.is_infinitive(&base) {
        Class::Other
    } else if lexicon.is_adjective(&base) {
        Class::Adjective
    } else {
        Class::Other
    }
}

/// « clair » and « locale » can be nouns; out of context they are not.
fn likeliest_noun(word: &str) -> bool {
    Lexicon::french().analyses(word).first().is_some_and(|reading| reading.tag.is_noun())
}

/// An adjective, or a participle used as one.
fn qualifies(word: &str) -> bool {
    let lexicon = Lexicon::french();
    lexicon.is_adjective(&inclusive::base(word)) || lexicon.infinitive_of_participle(word).is_some()
}

/// Two to five capitals.
fn acronym(word: &str) -> bool {
    (2..=5).contains(&word.chars().count()) && capitals(word)
}

fn capitals(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
        && word.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// Whether a word in capitals stands beside another one: a text that shouts has no acronym.
fn shouted(words: &[Word<'_>], at: usize) -> bool {
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|other| words.get(other));
    capitals(words[at].text) && beside.into_iter().any(|word| capitals(word.text))
}

/// A word inside a label: lower case, but for acronyms and for names that the language does not know; accents put back.
fn written(word: &str, shouted: bool) -> String {
    let inner = word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    if acronym(word) && !shouted || inner {
        return word.to_owned();
    }
    let lower = word.to_lowercase().replace("oeu", "œu");
    let lexicon = Lexicon::french();
    if word == "Etat" || word == "État" {
        "État".to_owned()
    } else if lexicon.contains(&lower) || lower.chars().count() < 4 {
        lower
    } else if let Some(accented) = lexicon.restore_accents(&lower) {
        accented
    } else if capitals(word) {
        lower
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(text: &str) -> Vec<String> {
        noun_phrases(text).into_iter().map(|phrase| phrase.surface).collect()
    }

    #[test]
    fn phrases_grow_from_their_noun() {
        let found = surfaces("La formation des agents municipaux coûte cher");
        assert!(found.contains(&"formation".to_owned()));
        assert!(found.contains(&"formation des agents".to_owned()));
        assert!(found.contains(&"formation des agents municipaux".to_owned()));
    }

    #[test]
    fn what_names_nothing_is_left_out() {
        assert_eq!(surfaces("une attente plus simple, la mise en place et la part des élus"), Vec::<String>::new());
        assert_eq!(surfaces("des citoyens tirés au sort"), ["citoyens"], "« tirés » awaits what follows");
        assert_eq!(surfaces("LES POUVOIRS PUBLICS"), ["pouvoirs publics"]);
        assert_eq!(surfaces("l’Etat et la CNIL"), ["CNIL"]);
    }

    #[test]
    fn number_and_gender_do_not_matter() {
        let keys = |text: &str| noun_phrases(text).into_iter().map(|phrase| phrase.key).collect::<Vec<_>>();
        assert_eq!(keys("le conseiller numérique").last(), keys("les conseillers numériques").last());
    }
}
