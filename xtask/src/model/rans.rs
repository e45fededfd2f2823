//! Entropy coding by range asymmetric numeral systems (Duda 2013), order zero: as compact as arithmetic coding, and decoded
//! by a table and a multiplication.

/// Frequencies sum to two to this power.
const BITS: u32 = 12;

/// The state stays at or above two to this power, by words of as many bits.
const WORD: u32 = 16;

/// How often each symbol comes, out of 4,096; a symbol that comes at all has at least one.
pub(super) struct Model {
    frequencies: Vec<u32>,
}

impl Model {
    /// Counts the `symbols`, each below `levels`.
    pub(super) fn of<'a>(levels: usize, symbols: impl Iterator<Item = &'a u8>) -> Self {
        let mut counts = vec![0_u64; levels];
        symbols.for_each(|&symbol| counts[usize::from(symbol)] += 1);
        let total = counts.iter().sum::<u64>().max(1);
        let mut frequencies: Vec<u32> =
            counts.iter().map(|&n| if n == 0 { 0 } else { ((n << BITS) / total).max(1) as u32 }).collect();
        while let missing @ 1.. = (1 << BITS) - frequencies.iter().sum::<u32>().min(1 << BITS) {
            frequencies[most(&counts)] += missing;
        }
        while frequencies.iter().sum::<u32>() > 1 << BITS {
            let largest = (0..levels).max_by_key(|&s| frequencies[s]).unwrap_or(0);
            frequencies[largest] -= 1;
        }
        Self { frequencies }
    }

    /// One number for each symbol; they sum to 4,096.
    pub(super) fn frequencies(&self) -> impl Iterator<Item = u16> {
        self.frequencies.iter().map(|&f| f as u16)
    }

    /// Little-endian words: the state, high half first, then what it takes in as it is used up.
    pub(super) fn encode(&self, symbols: &[u8]) -> Vec<u8> {
        let (mut state, mut words) = (1_u64 << WORD, Vec::<u16>::new());
        for &symbol in symbols.iter().rev() {
            let symbol = usize::from(symbol);
            let frequency = u64::from(self.frequencies[symbol]);
            let start = u64::from(self.frequencies[..symbol].iter().sum::<u32>());
            if state >= frequency << (2 * WORD - BITS) {
                words.push(state as u16);
                state >>= WORD;
            }
            state = ((state / frequency) << BITS) + state % frequency + start;
        }
        words.extend([state as u16, (state >> WORD) as u16]);
        words.iter().rev().flat_map(|word| word.to_le_bytes()).collect()
    }
}

fn most(counts: &[u64]) -> usize {
    (0..counts.len()).max_by_key(|&s| counts[s]).unwrap_or(0)
}
