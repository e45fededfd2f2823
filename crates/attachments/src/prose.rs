//! Paragraphs out of what formats give: letters, spaces, ends of lines.

use crate::Words;

/// A text being put together, of so many characters at most.
pub(crate) struct Prose {
    text: String,
    left: usize,
    whole: bool,
}

impl Prose {
    pub(crate) fn new(longest: usize) -> Self {
        Self { text: String::new(), left: longest, whole: true }
    }

    /// Whether there is room for more.
    pub(crate) fn is_full(&self) -> bool {
        !self.whole
    }

    /// Adds a paragraph, its blanks made single; one that is empty adds nothing.
    pub(crate) fn paragraph(&mut self, words: &str) {
        let mut letters = String::with_capacity(words.len() + 1);
        for word in words.split_whitespace() {
            letters.push_str(if letters.is_empty() { "\n" } else { " " });
            letters.push_str(word);
        }
        let letters = if self.text.is_empty() { letters.trim_start() } else { &letters };
        for letter in letters.chars().filter(|letter| *letter == '\n' || !letter.is_control() && *letter != '\u{ad}') {
            if self.left == 0 {
                self.whole = false;
                return;
            }
            self.left -= 1;
            self.text.push(letter);
        }
    }

    /// What was put together; nothing where there is no word.
    pub(crate) fn words(self) -> Option<Words> {
        let said = self.text.chars().any(char::is_alphanumeric);
        said.then(|| Words { text: self.text.trim_end().to_owned(), whole: self.whole })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(longest: usize, paragraphs: &[&str]) -> Option<Words> {
        let mut prose = Prose::new(longest);
        for one in paragraphs {
            prose.paragraph(one);
        }
        prose.words()
    }

    #[test]
    fn blanks_are_single_and_empty_paragraphs_go() {
        let words = of(100, &["", " La\u{a0}fibre \n d’abord ", "\t", "Co\u{ad}opérer"]).unwrap();
        assert_eq!((words.text.as_str(), words.whole), ("La fibre d’abord\nCoopérer", true));
    }

    #[test]
    fn what_is_longer_is_said_to_be_cut() {
        let words = of(5, &["abc", "défg"]).unwrap();
        assert_eq!((words.text.as_str(), words.whole), ("abc\nd", false));
        assert!(of(7, &["abc", "déf"]).unwrap().whole, "to the last character");
    }

    #[test]
    fn signs_alone_say_nothing() {
        assert_eq!(of(100, &["– –", "…"]), None);
    }
}
