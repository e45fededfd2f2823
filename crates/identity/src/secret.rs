//! Secrets, and what may be kept of them.

use std::fmt;

/// Separates keys made for this from any other use of the same bytes.
const LINK: &str = "arobase 2026 secret of a mailed link";
const ADDRESS: &str = "arobase 2026 address that asked for a link";

/// What makes the secrets of links: 256 random bits kept in a file beside the database, never in it.
#[derive(Clone)]
pub struct Key([u8; 32]);

/// A secret of 256 bits, written as 64 hexadecimal digits: whoever holds it is let in. It shows itself only where it is asked for by name.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Key {
    /// A key from random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The secret of the link with this identifier.
    pub fn link(&self, id: &str) -> Token {
        Token(self.keyed(LINK, id))
    }

    /// Tells whether the same address asked before, without keeping it.
    pub fn address(&self, email: &str) -> String {
        self.keyed(ADDRESS, email)
    }

    fn keyed(&self, purpose: &str, text: &str) -> String {
        blake3::keyed_hash(&self.derived(purpose), text.as_bytes()).to_hex().to_string()
    }

    /// A key for one purpose, from which the others cannot be told.
    pub(crate) fn derived(&self, purpose: &str) -> [u8; 32] {
        blake3::derive_key(purpose, &self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Token {
    /// A secret from random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(blake3::Hash::from_bytes(bytes).to_hex().to_string())
    }

    /// The secret, to be given to whoever it is for and written nowhere.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What may be kept of it.
    pub fn digest(&self) -> String {
        digest(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is kept of a secret that someone presents: BLAKE3, which is enough for 256 random bits that nobody can guess one by one.
pub fn digest(presented: &str) -> String {
    blake3::hash(presented.as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_the_same_secret_again_and_another_key_another() {
        let (one, other) = (Key::new([1; 32]), Key::new([2; 32]));
        assert_eq!(one.link("a"), one.link("a"));
        assert_ne!(one.link("a"), one.link("b"));
        assert_ne!(one.link("a"), other.link("a"));
        assert_ne!(one.link("a").reveal(), one.address("a"), "one use tells nothing of the other");
        assert_eq!(one.link("a").reveal().len(), 64);
    }

    #[test]
    fn secrets_do_not_show_themselves() {
        let (key, token) = (Key::new([7; 32]), Token::new([7; 32]));
        assert_eq!(format!("{key:?} {token:?}"), "Key(…) Token(…)");
        assert_eq!(token.digest(), digest(token.reveal()));
        assert_ne!(token.digest(), token.reveal());
    }
}
