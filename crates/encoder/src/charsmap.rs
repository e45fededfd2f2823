//! The normalisation that SentencePiece compiled into the model: NFKC and a little more, as a double-array trie from byte
//! strings to their replacements.

/// The trie and the text of the replacements.
pub(crate) struct Charsmap {
    /// One unit per state: a label, an offset to its children, whether a value hangs on it (darts-clone's layout).
    units: Vec<u32>,
    /// Replacements, each ended by a zero byte; values of the trie point to their beginnings.
    replacements: Vec<u8>,
}

impl Charsmap {
    /// Reads SentencePiece's form: the trie's length in bytes, the trie, the replacements.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk()?;
        let (trie, replacements) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let units = trie.as_chunks().0.iter().map(|b| u32::from_le_bytes(*b)).collect();
        std::str::from_utf8(replacements).ok()?;
        Some(Self { units, replacements: replacements.to_vec() })
    }

    /// What the beginning of `text` becomes, and how many bytes of it: the longest key of the trie, or one character as it is.
    pub(crate) fn prefix<'a>(&'a self, text: &'a str) -> (&'a str, usize) {
        self.replacement(text).unwrap_or_else(|| {
            let length = text.chars().next().map_or(0, char::len_utf8);
            (&text[..length], length)
        })
    }

    fn replacement(&self, text: &str) -> Option<(&str, usize)> {
        let (value, length) = self.longest(text.as_bytes())?;
        let text = self.replacements.get(value..)?;
        let end = text.iter().position(|&byte| byte == 0)?;
        Some((std::str::from_utf8(&text[..end]).ok()?, length))
    }

    /// The value of the longest key that `text` begins with, and its length.
    fn longest(&self, text: &[u8]) -> Option<(usize, usize)> {
        let mut found = None;
        let mut node = offset(*self.units.first()?);
        for (i, &byte) in text.iter().enumerate() {
            node ^= usize::from(byte);
            let Some(&unit) = self.units.get(node) else { break };
            if unit & 0x8000_00ff != u32::from(byte) {
                break;
            }
            node ^= offset(unit);
            if unit & 0x100 != 0 {
                let value = self.units.get(node).map(|unit| (unit & 0x7fff_ffff) as usize);
                found = value.map(|value| (value, i + 1)).or(found);
            }
        }
        found
    }
}

/// Distance from a state to its children.
fn offset(unit: u32) -> usize {
    ((unit >> 10) << ((unit & 0x200) >> 6)) as usize
}
