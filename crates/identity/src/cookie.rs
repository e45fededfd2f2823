//! The cookies: one holds a session, one what is under way in a browser.

use crate::secret::Token;

/// How a cookie is named and sent: over https it is bound to this host and to encrypted connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cookie {
    secure: bool,
    held: Held,
}

/// What a cookie holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    Session,
    Attempt,
}

impl Cookie {
    /// The cookie of a session on a site at this address.
    pub fn of(site: &str) -> Self {
        Self { secure: site.starts_with("https://"), held: Held::Session }
    }

    /// The cookie of what is under way: gone to be recognised elsewhere, a passkey asked for.
    pub fn attempt(site: &str) -> Self {
        Self { held: Held::Attempt, ..Self::of(site) }
    }

    /// Value of `Set-Cookie` that opens a session. `Lax`: the link of a letter leads to a site that knows who comes.
    pub fn open(self, token: &Token) -> String {
        self.set(token.reveal(), self.lasts() / 1000)
    }

    /// Value of `Set-Cookie` that closes it.
    pub fn close(self) -> String {
        self.set("", 0)
    }

    /// What this cookie holds, in a `Cookie` header.
    pub fn read(self, header: &str) -> Option<&str> {
        let pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
        pairs.filter(|(name, _)| *name == self.name()).map(|(_, value)| value).find(|value| !value.is_empty())
    }

    fn name(self) -> &'static str {
        match (self.held, self.secure) {
            (Held::Session, true) => "__Host-session",
            (Held::Session, false) => "session",
            (Held::Attempt, true) => "__Host-attempt",
            (Held::Attempt, false) => "attempt",
        }
    }

    /// How long a browser keeps it, in milliseconds.
    fn lasts(self) -> i64 {
        match self.held {
            Held::Session => crate::SESSION_LASTS,
            Held::Attempt => crate::ATTEMPT_LASTS,
        }
    }

    fn set(self, value: &str, age: i64) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_read_as_it_was_set() {
        for site in ["https://congres.example", "http://127.0.0.1:8080"] {
            let (cookie, token) = (Cookie::of(site), Token::new([3; 32]));
            let set = cookie.open(&token);
            assert!(set.contains("HttpOnly; SameSite=Lax"));
            assert_eq!(set.contains("; Secure"), site.starts_with("https"));
            let sent = format!("other=1; {}; session2=x", set.split(';').next().unwrap());
            assert_eq!(cookie.read(&sent), Some(token.reveal()));
            assert_eq!(cookie.read(cookie.close().split(';').next().unwrap()), None);
        }
        assert_eq!(Cookie::of("https://a.example").read("session=abc"), None, "set without protection, not believed");
        let attempt = Cookie::attempt("https://a.example").open(&Token::new([3; 32]));
        assert!(attempt.starts_with("__Host-attempt=") && attempt.contains("; Max-Age=900; "));
        assert_eq!(Cookie::of("https://a.example").read(attempt.split(';').next().unwrap()), None);
    }
}
