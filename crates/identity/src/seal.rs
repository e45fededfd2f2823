//! What has to be kept whole and must not be read in the database: sealed under the site's key, AES-256-GCM.

use crate::secret::Key;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use std::fmt::Write as _;

/// Separates this use of the key from any other.
const SEAL: &str = "arobase 2026 what is sealed in the database";

impl Key {
    /// Seals a text for one owner; `chance` is never used twice. Hexadecimal.
    ///
    /// # Panics
    ///
    /// Never but for a text of gigabytes.
    pub fn seal(&self, owner: &str, text: &str, chance: [u8; 32]) -> String {
        let mut nonce = [0; NONCE_LEN];
        nonce.copy_from_slice(&chance[..NONCE_LEN]);
        let mut bytes = text.as_bytes().to_vec();
        self.sealer()
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(owner), &mut bytes)
            .expect("only a text of gigabytes is refused");
        hex(&[nonce.as_slice(), &bytes].concat())
    }

    /// What was sealed for this owner; nothing if it was altered, is another's, or the site's key has changed.
    pub fn unseal(&self, owner: &str, sealed: &str) -> Option<String> {
        let bytes = unhex(sealed)?;
        let (nonce, rest) = bytes.split_at_checked(NONCE_LEN)?;
        let mut rest = rest.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let text = self.sealer().open_in_place(nonce, Aad::from(owner), &mut rest).ok()?;
        String::from_utf8(text.to_vec()).ok()
    }

    fn sealer(&self) -> LessSafeKey {
        let key = UnboundKey::new(&AES_256_GCM, &self.derived(SEAL));
        LessSafeKey::new(key.expect("a key of 256 bits is what AES-256 takes"))
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.is_ascii().then(|| text.as_bytes().chunks(2))?;
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_read_by_its_owner_alone() {
        let (key, other) = (Key::new([1; 32]), Key::new([2; 32]));
        let sealed = key.seal("anne", "un secret", [9; 32]);
        assert_eq!(key.unseal("anne", &sealed).as_deref(), Some("un secret"));
        assert_eq!(key.unseal("bruno", &sealed), None);
        assert_eq!(other.unseal("anne", &sealed), None);
        assert_ne!(sealed, key.seal("anne", "un secret", [8; 32]));
        let altered = sealed.replace(&sealed[30..31], if &sealed[30..31] == "0" { "1" } else { "0" });
        for wrong in ["", "00", "zz", "é", &sealed[2..], &altered] {
            assert_eq!(key.unseal("anne", wrong), None, "{wrong}");
        }
    }
}
