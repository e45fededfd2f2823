//! Decoding of what `cargo xtask model` packs: range asymmetric numeral systems (Duda 2013), order zero.

/// Frequencies sum to two to this power.
const BITS: u32 = 12;

/// The state stays at or above two to this power, by words of as many bits.
const WORD: u32 = 16;

/// A code for symbols of known frequencies.
pub(crate) struct Symbols {
    /// For each value of the low bits of the state.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy)]
struct Slot {
    frequency: u16,
    /// Place among the slots of its symbol.
    place: u16,
    symbol: u8,
}

impl Symbols {
    /// Takes how often each symbol comes out of 4,096; nothing when the sum is another or the symbols are more than 256.
    pub(crate) fn new(frequencies: &[u16]) -> Option<Self> {
        let total: u32 = frequencies.iter().map(|&f| u32::from(f)).sum();
        let symbols = (0..=u8::MAX).zip(frequencies);
        let slots =
            symbols.flat_map(|(symbol, &frequency)| (0..frequency).map(move |place| Slot { frequency, place, symbol }));
        (total == 1 << BITS && frequencies.len() <= 256).then(|| Self { slots: slots.collect() })
    }

    /// The first `count` symbols of `code`. A code cut short reads as if zeros followed: the file's digest answers for that.
    pub(crate) fn decode<'a>(&'a self, code: &'a [u8], count: usize) -> impl Iterator<Item = u8> + 'a {
        let mut words = code.as_chunks().0.iter().map(|b| u32::from(u16::from_le_bytes(*b)));
        let mut word = move || words.next().unwrap_or(0);
        let mut state = word() << WORD | word();
        (0..count).map(move |_| {
            let slot = self.slots[(state & ((1 << BITS) - 1)) as usize];
            state = u32::from(slot.frequency) * (state >> BITS) + u32::from(slot.place);
            if state < 1 << WORD {
                state = state << WORD | word();
            }
            slot.symbol
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Symbols;

    #[test]
    fn frequencies_fill_the_slots() {
        assert!(Symbols::new(&[4096]).is_some());
        assert!(Symbols::new(&[4000, 95]).is_none());
        assert!(Symbols::new(&[16; 257]).is_none());
    }

    #[test]
    fn a_hand_made_code_is_read() {
        // The low twelve bits of the first state choose: below 2,048 the first symbol, else the second.
        let symbols = Symbols::new(&[2048, 2048]).expect("they sum to 4,096");
        let code = [0x01, 0x00, 0x00, 0x08];
        assert_eq!(symbols.decode(&code, 1).collect::<Vec<_>>(), [1]);
        assert_eq!(symbols.decode(&code[..2], 1).collect::<Vec<_>>(), [0]);
        assert_eq!(symbols.decode(&[], 3).count(), 3);
    }
}
