//! Identifiers for tools that want a GUID, derived from ours: the same thing keeps the same one from a run to the next.

/// A UUID of version 8 (RFC 9562) over the consultation, the kind of thing and its identifier, by BLAKE3.
pub(super) fn guid(title: &str, kind: &str, id: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in ["arobase", title, kind, id] {
        hasher.update(part.as_bytes()).update(b"\0");
    }
    let mut bytes = [0; 16];
    hasher.finalize_xof().fill(&mut bytes);
    // Version 8, made by a rule of its own, and the variant of the RFC.
    let all = u128::from_be_bytes(bytes) & !(0xf << 76 | 0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let part = |from: u32, digits: u32| all >> (4 * from) & ((1 << (4 * digits)) - 1);
    format!("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", part(24, 8), part(20, 4), part(16, 4), part(12, 4), part(0, 12))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_the_same_identifier_and_no_other_has() {
        let one = guid("2026", "theme", "t07");
        assert_eq!(one, guid("2026", "theme", "t07"));
        assert_eq!((one.len(), &one[14..15]), (36, "8"));
        for other in [guid("2027", "theme", "t07"), guid("2026", "question", "t07"), guid("2026", "theme", "t08")] {
            assert_ne!(one, other);
        }
    }
}
