//! Second factors: codes that follow a clock (RFC 6238), and codes kept on paper for when the telephone is lost.

use crate::secret::Key;
use totp_rs::{Builder, Secret, Totp};

/// Separates the digests of recovery codes from any other use of the key.
const RECOVERY: &str = "arobase 2026 recovery code";
/// Letters and digits that nobody mistakes for one another on paper.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Characters of a recovery code: 50 bits, out of reach of [`FAILURES_AT_MOST`](crate::FAILURES_AT_MOST) tries.
const LENGTH: usize = 10;

/// A secret shared with the application that shows codes: six digits every thirty seconds, SHA-1, what every application knows.
pub struct Clock(Totp);

impl Clock {
    /// A secret from random bytes, for this account of this site.
    pub fn new(bytes: [u8; 32], site: &str, account: &str) -> Option<Self> {
        let mut secret = [0; 20];
        secret.copy_from_slice(&mixed(bytes)[..20]);
        Self::of(Secret::new_stack(secret), site, account)
    }

    /// The one that was written so.
    pub fn read(written: &str, site: &str, account: &str) -> Option<Self> {
        Self::of(Secret::try_from_base32(written).ok()?, site, account)
    }

    fn of(secret: Secret, site: &str, account: &str) -> Option<Self> {
        let named = |text: &str| text.replace(':', " ").into_boxed_str();
        let builder =
            Builder::new().with_secret(secret).with_issuer(Some(named(site))).with_account_name(named(account));
        builder.build().ok().map(Self)
    }

    /// The secret as people copy it by hand: base 32.
    pub fn written(&self) -> String {
        self.0.secret().to_base32()
    }

    /// The address that a QR code shows to the application.
    pub fn address(&self) -> Option<String> {
        self.0.to_url().ok()
    }

    /// The step of thirty seconds to which this code belongs, if it is that of now, the one before or the one after. Spaces are forgiven.
    pub fn step(&self, code: &str, now: i64) -> Option<i64> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        self.0.check(&code, u64::try_from(now.div_euclid(1000)).ok()?)?.try_into().ok()
    }
}

/// A code for a piece of paper, from random bytes: `ABCDE-FGH23`.
pub fn recovery_code(bytes: [u8; 32]) -> String {
    let letters: String =
        mixed(bytes)[..LENGTH].iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    format!("{}-{}", &letters[..LENGTH / 2], &letters[LENGTH / 2..])
}

/// Every byte depends on all of those given: few are taken.
fn mixed(bytes: [u8; 32]) -> [u8; 32] {
    *blake3::hash(&bytes).as_bytes()
}

impl Key {
    /// What is kept of a member's recovery code, however they type it.
    pub fn recovery(&self, member: &str, code: &str) -> String {
        let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        self.keyed(RECOVERY, &format!("{member} {}", plain.to_ascii_uppercase()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B: the secret is « 12345678901234567890 ».
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_standard() {
        let clock = Clock::read(SECRET, "Congrès : 2026", "anne@nouans.example").unwrap();
        assert_eq!(clock.written(), SECRET);
        // The standard shows eight digits; the six of use are the last.
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000_i64, "353130")] {
            assert_eq!(clock.step(code, seconds * 1000), Some(seconds / 30), "{seconds}");
        }
        assert_eq!(clock.step("287 082", 30_000), Some(1));
        assert_eq!(clock.step("287082", 89_000), Some(1), "one step after");
        assert_eq!(clock.step("287082", 90_000), None, "two");
        for wrong in ["", "287083", "28708", "2870822", "zzzzzz", "２８７０８２"] {
            assert_eq!(clock.step(wrong, 59_000), None, "{wrong}");
        }
        assert_eq!(clock.step("287082", -1), None);
        let address = clock.address().unwrap();
        assert!(address.starts_with("otpauth://totp/") && address.contains(&format!("secret={SECRET}")), "{address}");
        assert!(Clock::read("AAAA", "s", "a").is_none() && Clock::read("1", "s", "a").is_none());
    }

    #[test]
    fn a_recovery_code_is_read_as_people_type_it_and_is_one_persons() {
        let (key, code) = (Key::new([1; 32]), recovery_code([7; 32]));
        assert_eq!(code.len(), LENGTH + 1);
        assert_ne!(code, recovery_code([8; 32]));
        let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
        assert_eq!(key.recovery("anne", &typed), key.recovery("anne", &code));
        assert_ne!(key.recovery("bruno", &code), key.recovery("anne", &code));
        assert_ne!(Key::new([2; 32]).recovery("anne", &code), key.recovery("anne", &code));
    }
}
