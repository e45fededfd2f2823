//! Where a request comes from, so that what may be tried only so often is counted: never kept, but as a keyed digest.

use crate::state::AppState;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// Where a proxy tells who asks.
const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Keyed digest of the network address that a request comes from.
pub(crate) struct Origin(pub(crate) String);

impl FromRequestParts<AppState> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        Ok(Self(state.key.device(&origin(peer, &parts.headers))))
    }
}

/// The address that the proxy of this machine tells, else that of the other end. An IPv6 network counts as one.
fn origin(peer: Option<IpAddr>, headers: &HeaderMap) -> String {
    let told = headers.get_all(FORWARDED).iter().next_back().and_then(|value| value.to_str().ok());
    let told = told.and_then(|told| told.rsplit(',').next()).and_then(|told| told.trim().parse().ok());
    let by_proxy = peer.is_none_or(|peer| peer.is_loopback());
    match told.filter(|_| by_proxy).or(peer) {
        Some(IpAddr::V6(address)) => Ipv6Addr::from(u128::from(address) >> 64 << 64).to_string(),
        Some(address) => address.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_proxy_of_this_machine_is_believed() {
        let mut headers = HeaderMap::new();
        headers.insert(FORWARDED, "6.6.6.6, 192.0.2.7".parse().unwrap());
        let from = |peer: &str| origin(peer.parse().ok(), &headers);
        assert_eq!(from("127.0.0.1"), "192.0.2.7");
        assert_eq!(from("198.51.100.9"), "198.51.100.9");
        assert_eq!(from("2001:db8:1:2:3:4:5:6"), from("2001:db8:1:2::9"));
        assert_eq!(origin(None, &HeaderMap::new()), "");
    }
}
