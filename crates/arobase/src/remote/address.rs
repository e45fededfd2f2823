//! Where an API lives.

use std::str::FromStr;
use ureq::http::Uri;

/// The address of an OpenAI-compatible API: `http://localhost:11434/v1`, or that of one of its gestures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    base: String,
    host: String,
}

/// What is no such address.
#[derive(Debug, thiserror::Error)]
#[error("an address such as http://localhost:11434/v1 is expected, without name or password")]
pub(crate) struct NoAddress;

impl Address {
    /// Where `gesture` (`embeddings`, `chat/completions`) is asked, whether or not the address given named it already.
    pub(crate) fn of(&self, gesture: &str) -> String {
        let base = self.base.strip_suffix(gesture).map_or(self.base.as_str(), |base| base.trim_end_matches('/'));
        format!("{base}/{gesture}")
    }

    /// The machine that would receive texts, with its port.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }
}

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(written: &str) -> Result<Self, NoAddress> {
        let uri: Uri = written.trim().parse().map_err(|_| NoAddress)?;
        let authority = uri.authority().ok_or(NoAddress)?;
        let known = matches!(uri.scheme_str(), Some("http" | "https"));
        // A key in an address would be seen in the list of processes, and in run.json.
        if !known || authority.as_str().contains('@') || uri.query().is_some() {
            return Err(NoAddress);
        }
        Ok(Self { base: uri.to_string().trim_end_matches('/').to_owned(), host: authority.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn the_gesture_may_be_named_or_not() {
        for written in ["http://h:1/v1", "http://h:1/v1/", " http://h:1/v1/embeddings"] {
            let address: Address = written.parse().expect("an address");
            assert_eq!(address.of("embeddings"), "http://h:1/v1/embeddings");
            assert_eq!(address.host(), "h:1");
        }
    }

    #[test]
    fn what_is_no_address_or_hides_a_key() {
        for written in ["", "localhost:1/v1", "ftp://h/v1", "/v1", "http://me:secret@h/v1", "https://h/v1?key=secret"] {
            assert!(written.parse::<Address>().is_err(), "{written}");
        }
    }
}
