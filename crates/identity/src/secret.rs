//! Secrets, and what may be kept of them.

use crate::Code;
use std::fmt;

/// Separates keys made for this from any other use of the same bytes.
const LINK: &str = "arobase 2026 secret of a mailed link";
const ADDRESS: &str = "arobase 2026 address that asked for a link";
const CODE: &str = "arobase 2026 code of a printed letter";
const BEGINNING: &str = "arobase 2026 beginning of a code that was tried";
const DEVICE: &str = "arobase 2026 network address that tried a code";
const STOP: &str = "arobase 2026 link that stops letters";

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

    /// What may be kept of a code. Keyed: with 40 bits, a plain digest could be undone.
    pub fn code(&self, code: &Code) -> String {
        self.keyed(CODE, &code.plain())
    }

    /// Tells whether codes with the same beginning were tried before.
    pub fn beginning(&self, code: &Code) -> String {
        self.keyed(BEGINNING, &code.beginning())
    }

    /// Tells whether the same network address tried before, without keeping it.
    pub fn device(&self, address: &str) -> String {
        self.keyed(DEVICE, address)
    }

    /// What the link that stops a member's letters holds. It opens nothing else, and stays the same.
    pub fn stop(&self, member: &str) -> String {
        format!("{member}.{}", &self.keyed(STOP, member)[..32])
    }

    /// The member whose letters such a link stops.
    pub fn stopped<'a>(&self, presented: &'a str) -> Option<&'a str> {
        let (member, _) = presented.rsplit_once('.')?;
        let expected = digest(&self.stop(member));
        (digest(presented) == expected).then_some(member)
    }

    pub(crate) fn keyed(&self, purpose: &str, text: &str) -> String {
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
    fn a_link_that_stops_names_its_member_and_cannot_be_made_up() {
        let key = Key::new([1; 32]);
        let link = key.stop("0192-a");
        assert_eq!(key.stopped(&link), Some("0192-a"));
        assert_eq!(Key::new([2; 32]).stopped(&link), None);
        for wrong in ["", "0192-a", "0192-a.", &link.replace("0192-a", "0192-b"), &link[..link.len() - 1]] {
            assert_eq!(key.stopped(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn secrets_do_not_show_themselves() {
        let (key, token) = (Key::new([7; 32]), Token::new([7; 32]));
        assert_eq!(format!("{key:?} {token:?}"), "Key(…) Token(…)");
        assert_eq!(token.digest(), digest(token.reveal()));
        assert_ne!(token.digest(), token.reveal());
    }
}
