//! The noun phrases of many texts, each written once: most of what is said is said again, and what is said once names no group.

use super::nounphrase::NounPhrase;
use rayon::prelude::*;
use std::collections::HashMap;

/// Lots of texts read at once: their phrases are held as strings no longer.
const BATCH: usize = 16_384;

/// The noun phrases whose key several texts hold, and which of them each text holds.
pub(crate) struct Phrasebook {
    /// By key, then surface.
    phrases: Vec<NounPhrase>,
    /// For each text, the numbers of its phrases, as often as it says them.
    held: Lists,
}

impl Phrasebook {
    /// The phrases of the texts of `lots`, in order; `read` gives those of one lot, text by text.
    pub(crate) fn of(lots: usize, read: impl Fn(usize) -> Vec<Vec<NounPhrase>> + Sync) -> Self {
        let mut numbers: HashMap<NounPhrase, u32> = HashMap::new();
        let mut held = Lists::default();
        for first in (0..lots).step_by(BATCH) {
            let batch: Vec<_> = (first..lots.min(first + BATCH)).into_par_iter().map(&read).collect();
            for text in batch.into_iter().flatten() {
                held.push(text.into_iter().map(|phrase| {
                    let next = numbers.len() as u32;
                    *numbers.entry(phrase).or_insert(next)
                }));
            }
        }
        let mut phrases: Vec<(NounPhrase, u32)> = numbers.into_iter().collect();
        phrases.par_sort_unstable();
        let mut rank = vec![0; phrases.len()];
        phrases.iter().zip(0..).for_each(|(phrase, new)| rank[phrase.1 as usize] = new);
        held.items.iter_mut().for_each(|number| *number = rank[*number as usize]);
        Self { phrases: phrases.into_iter().map(|(phrase, _)| phrase).collect(), held }.shared()
    }

    /// Without the phrases whose key one text alone holds.
    fn shared(self) -> Self {
        let mut several = vec![false; self.phrases.len()];
        let texts = self.holders((0..self.held.len()).map(|text| (text as u32, self.held.of(text))));
        for key in self.keys() {
            let mut holders = key.clone().flat_map(|phrase| texts.of(phrase));
            let first = holders.next();
            let shared = holders.any(|text| Some(text) != first);
            several[key].fill(shared);
        }
        let mut number = vec![0; several.len()];
        several.iter().enumerate().filter(|(_, kept)| **kept).zip(0..).for_each(|((old, _), new)| number[old] = new);
        let mut held = Lists::default();
        for text in 0..self.held.len() {
            let kept = self.held.of(text).iter().filter(|&&phrase| several[phrase as usize]);
            held.push(kept.map(|&phrase| number[phrase as usize]));
        }
        let kept = self.phrases.into_iter().zip(several).filter_map(|(phrase, kept)| kept.then_some(phrase));
        Self { phrases: kept.collect(), held }
    }

    /// The numbers of the phrases of a text.
    pub(crate) fn held(&self, text: usize) -> &[u32] {
        self.held.of(text)
    }

    /// The phrase of that number.
    pub(crate) fn phrase(&self, number: usize) -> &NounPhrase {
        &self.phrases[number]
    }

    /// The numbers of the phrases of each key, keys rising.
    pub(crate) fn keys(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let mut first = 0;
        self.phrases.chunk_by(|a, b| a.key == b.key).map(move |run| {
            first += run.len();
            first - run.len()..first
        })
    }

    /// For each phrase, those of `texts` that hold it, as often as they do: each comes with its number and its phrases.
    pub(crate) fn holders<'a>(&self, texts: impl Iterator<Item = (u32, &'a [u32])> + Clone) -> Lists {
        Lists::turned(self.phrases.len(), texts)
    }
}

/// Lists of numbers, one after the other.
pub(crate) struct Lists {
    starts: Vec<usize>,
    items: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }
}

impl Lists {
    fn push(&mut self, items: impl Iterator<Item = u32>) {
        self.items.extend(items);
        self.starts.push(self.items.len());
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The list of that number.
    pub(crate) fn of(&self, at: usize) -> &[u32] {
        &self.items[self.starts[at]..self.starts[at + 1]]
    }

    /// For each of `count` items, the numbers of the `lists` that hold it, in their order.
    fn turned<'a>(count: usize, lists: impl Iterator<Item = (u32, &'a [u32])> + Clone) -> Self {
        let mut starts = vec![0; count + 1];
        lists.clone().flat_map(|(_, items)| items).for_each(|&item| starts[item as usize + 1] += 1);
        (0..count).for_each(|item| starts[item + 1] += starts[item]);
        let (mut next, mut items) = (starts.clone(), vec![0; starts[count]]);
        for (list, held) in lists {
            for &item in held {
                items[next[item as usize]] = list;
                next[item as usize] += 1;
            }
        }
        Self { starts, items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::nounphrase::noun_phrases;

    #[test]
    fn what_several_texts_say_is_written_once() {
        let texts = ["la fibre optique", "une gare", "la fibre et la fibre", "les fibres optiques"];
        let book = Phrasebook::of(4, |lot| vec![noun_phrases(texts[lot])]);
        let surfaces = |text: usize| -> Vec<&str> {
            book.held(text).iter().map(|&number| book.phrase(number as usize).surface.as_str()).collect()
        };
        assert_eq!(surfaces(0), ["fibre", "fibre optique"]);
        assert_eq!(surfaces(1), Vec::<&str>::new(), "one text alone says it");
        assert_eq!(surfaces(2), ["fibre", "fibre"]);
        assert_eq!(surfaces(3), ["fibres", "fibres optiques"]);
        assert_eq!(book.keys().collect::<Vec<_>>(), [0..2, 2..4]);
    }
}
