//! What must be remembered between leaving for a provider and coming back.

use crate::{Token, digest};

/// Separates what is made of the same secret.
const STATE: &str = "arobase 2026 openid state";
const NONCE: &str = "arobase 2026 openid nonce";
const VERIFIER: &str = "arobase 2026 openid code verifier";

/// One departure. All that the protocol wants remembered is made again from one secret that the browser keeps; the database keeps its digest, to be
/// taken once.
#[derive(Debug, Clone)]
pub struct Departure(String);

impl Departure {
    /// One about to begin.
    pub fn new(secret: &Token) -> Self {
        Self(secret.reveal().to_owned())
    }

    /// One that comes back, with what the browser kept.
    pub fn returning(kept: &str) -> Self {
        Self(kept.to_owned())
    }

    /// What may be kept of its secret.
    pub fn digest(&self) -> String {
        digest(&self.0)
    }

    /// Goes by the browser, and tells that the answer is to this departure: 64 hexadecimal digits.
    pub fn state(&self) -> String {
        self.derived(STATE)
    }

    /// Comes back inside what the provider signs: 64 hexadecimal digits.
    pub fn nonce(&self) -> String {
        self.derived(NONCE)
    }

    /// The secret of PKCE (RFC 7636): 64 hexadecimal digits.
    pub(super) fn verifier(&self) -> String {
        self.derived(VERIFIER)
    }

    fn derived(&self, purpose: &str) -> String {
        blake3::Hash::from_bytes(blake3::derive_key(purpose, self.0.as_bytes())).to_hex().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_made_again_from_one_secret_and_each_part_tells_nothing_of_the_others() {
        let token = Token::new([4; 32]);
        let (gone, back) = (Departure::new(&token), Departure::returning(token.reveal()));
        assert_eq!((gone.state(), gone.nonce(), gone.verifier()), (back.state(), back.nonce(), back.verifier()));
        let parts = [gone.state(), gone.nonce(), gone.verifier(), gone.digest(), token.reveal().to_owned()];
        let distinct: std::collections::BTreeSet<_> = parts.iter().collect();
        assert_eq!(distinct.len(), 5);
        assert!(parts.iter().all(|part| part.len() == 64));
        assert_ne!(gone.state(), Departure::new(&Token::new([5; 32])).state());
    }
}
