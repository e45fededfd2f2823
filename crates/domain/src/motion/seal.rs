//! What is frozen has a name that nobody can give to another text.

use super::Motion;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The bytes of a motion as it is published and hashed: JSON, keys in the order of the types.
pub fn canonical(motion: &Motion) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(motion).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// SHA-256 of those bytes, in hexadecimal: what `sha256sum motion.json` answers.
pub fn seal(motion: &Motion) -> String {
    let mut seal = String::new();
    for byte in Sha256::digest(canonical(motion)) {
        _ = write!(seal, "{byte:02x}");
    }
    seal
}
