//! Texts as sets of overlapping pieces.

/// Letters in a piece of a short text, words in a piece of a long one.
const LETTERS: usize = 5;
const WORDS: usize = 3;

/// The pieces of many texts, hashed to 32 bits, sorted and unique within each text.
pub(super) struct Shingles {
    starts: Vec<usize>,
    hashes: Vec<u32>,
}

impl Shingles {
    /// The pieces of `texts`, cut by [`Self::letters`] or [`Self::words`].
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>, cut: fn(&str) -> Vec<u32>) -> Self {
        let mut all = Self { starts: vec![0], hashes: Vec::new() };
        for text in texts {
            let mut pieces = cut(text);
            pieces.sort_unstable();
            pieces.dedup();
            all.hashes.extend(pieces);
            all.starts.push(all.hashes.len());
        }
        all
    }

    /// Runs of five letters, spaces included; a shorter text is one piece.
    pub(super) fn letters(text: &str) -> Vec<u32> {
        let letters: Vec<u64> = text.chars().map(u64::from).collect();
        runs(&letters, LETTERS)
    }

    /// Runs of three words; a shorter text is one piece.
    pub(super) fn words(text: &str) -> Vec<u32> {
        let words: Vec<u64> = text.split(' ').map(|word| chain(word.bytes().map(u64::from))).collect();
        runs(&words, WORDS)
    }

    /// Number of texts.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The pieces of text `i`.
    pub(super) fn get(&self, i: usize) -> &[u32] {
        &self.hashes[self.starts[i]..self.starts[i + 1]]
    }

    /// Shared pieces over all pieces of texts `a` and `b`, 0 to 1.
    pub(super) fn jaccard(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (self.get(a), self.get(b));
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while i < a.len() && j < b.len() {
            shared += usize::from(a[i] == b[j]);
            let (x, y) = (a[i], b[j]);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        shared as f64 / (a.len() + b.len() - shared).max(1) as f64
    }
}

fn runs(units: &[u64], length: usize) -> Vec<u32> {
    let hash = |run: &[u64]| (chain(run.iter().copied()) >> 32) as u32;
    if units.len() < length { vec![hash(units)] } else { units.windows(length).map(hash).collect() }
}

/// FNV-1a over whole units, then the finaliser of SplitMix64 so that all bits depend on all units.
pub(super) fn chain(units: impl Iterator<Item = u64>) -> u64 {
    let mut x = units.fold(0xcbf2_9ce4_8422_2325, |h: u64, unit| (h ^ unit).wrapping_mul(0x0100_0000_01b3));
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
