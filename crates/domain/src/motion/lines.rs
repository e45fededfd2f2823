//! Numbered lines, the same on paper and on a screen: an amendment says « ligne 12 » whatever one reads it on.

use super::prose;

/// Signs of a line at most.
pub const LINE: usize = 80;

/// A line of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the motion.
    pub number: usize,
    /// Its words.
    pub text: String,
}

/// The lines of texts that follow one another, numbered from `first`. A word is never cut, save one that is longer than a line.
pub fn lines(text: &str, first: usize) -> Vec<Line> {
    let wrapped = prose::plain(text).lines().flat_map(wrap).collect::<Vec<_>>();
    wrapped.into_iter().enumerate().map(|(at, text)| Line { number: first + at, text }).collect()
}

fn wrap(paragraph: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let taken = lines.last().map_or(0, |line| line.chars().count());
        match lines.last_mut() {
            Some(line) if taken == 0 => line.push_str(word),
            Some(line) if taken + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
