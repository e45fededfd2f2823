//! Which ideas of a run hold which words, so that those that may be like one are found without reading all of them.

use arobase_domain::Idea;
use arobase_text::stem::terms;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Where each stem is.
pub(super) struct Words {
    holders: BTreeMap<String, Vec<u32>>,
    ideas: usize,
}

impl Words {
    pub(super) fn of(ideas: &[Idea]) -> Self {
        let mut holders: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (at, idea) in (0..).zip(ideas) {
            for stem in distinct(&idea.text) {
                holders.entry(stem).or_default().push(at);
            }
        }
        Self { holders, ideas: ideas.len() }
    }

    /// The ideas that share words with a text, by their places: those that share the most and the rarest first, at most `most`.
    pub(super) fn sharing(&self, text: &str, most: usize) -> Vec<usize> {
        let mut shared: BTreeMap<u32, u32> = BTreeMap::new();
        for holders in distinct(text).iter().filter_map(|stem| self.holders.get(stem)) {
            for &at in holders {
                *shared.entry(at).or_default() += self.weight(holders.len());
            }
        }
        let mut found: Vec<(u32, u32)> = shared.into_iter().collect();
        found.sort_by_key(|&(at, weight)| (Reverse(weight), at));
        found.into_iter().take(most).map(|(at, _)| at as usize).collect()
    }

    /// A stem weighs one more when half as many ideas hold it.
    fn weight(&self, holders: usize) -> u32 {
        (self.ideas / holders).ilog2() + 1
    }
}

fn distinct(text: &str) -> BTreeSet<String> {
    terms(text).into_iter().filter(|stem| !stem.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarest_words_that_are_shared_come_first() {
        let texts = [
            "La fibre dans la commune.",
            "La commune.",
            "Une commune sans fibre.",
            "La commune et la commune.",
            "Rien.",
        ];
        let ideas: Vec<Idea> = texts.iter().map(|text| Idea { text: (*text).to_owned(), ..Idea::default() }).collect();
        let words = Words::of(&ideas);
        assert_eq!(words.sharing("fibre et commune", 9), [0, 2, 1, 3]);
        assert_eq!(words.sharing("fibre et commune", 1), [0]);
        assert_eq!(words.sharing("château", 9), Vec::<usize>::new());
        assert_eq!(Words::of(&[]).sharing("fibre", 9), Vec::<usize>::new());
    }
}
