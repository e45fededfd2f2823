//! The page that someone wanted before they had to sign in: remembered for a while, and where they are led once they have.

use crate::url::rooted;
use axum::http::{HeaderMap, HeaderValue, Uri, header};

const NAME: &str = "wanted";
/// Seconds that it is remembered: as long as a link to sign in opens.
const KEPT: i64 = arobase_identity::LINK_LASTS / 1000;

/// Value of `Set-Cookie` that remembers a page of this site.
pub(crate) fn remember(uri: &Uri) -> Option<HeaderValue> {
    let path = rooted(uri.path_and_query()?.as_str());
    own(&path)?;
    HeaderValue::from_str(&format!("{NAME}={path}; Path=/; Max-Age={KEPT}; HttpOnly; SameSite=Lax")).ok()
}

/// Value of `Set-Cookie` that forgets it.
pub(crate) fn forget() -> HeaderValue {
    HeaderValue::from_static("wanted=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
}

/// The page that was wanted, if one was.
pub(crate) fn page(headers: &HeaderMap) -> Option<String> {
    let sent = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = sent.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == NAME).and_then(|(_, path)| own(path)).map(str::to_owned)
}

/// A path of this site: nothing that a browser could take for another.
fn own(path: &str) -> Option<&str> {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && !b";,\\\"".contains(&byte));
    (plain && path.starts_with('/') && !path.starts_with("//")).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_site_are_wanted() {
        let sent = |cookie: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, cookie.parse().unwrap());
            page(&headers)
        };
        assert_eq!(sent("session=a; wanted=/fr/rappels?page=2").as_deref(), Some("/fr/rappels?page=2"));
        for wrong in ["//evil.example", "/\\\\evil.example", "https://evil.example", "", "fr"] {
            assert_eq!(sent(&format!("wanted={wrong}")), None, "{wrong}");
        }
        let set = remember(&"/fr/membres?page=2".parse().unwrap()).unwrap();
        assert!(set.to_str().unwrap().starts_with("wanted=/fr/membres?page=2; Path=/; Max-Age=900;"));
        assert_eq!(remember(&"/fr/a;Domain=b".parse().unwrap()), None);
    }
}
