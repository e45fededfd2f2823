//! Coming in by someone else who vouches for the person: OpenID Connect, authorization code flow.
//!
//! Signatures and claims are verified by the `openidconnect` crate. Requests are made by the caller's [`Fetch`]: this room has no network.

mod departure;
mod fetch;
mod provider;
mod settings;

pub use departure::Departure;
pub use fetch::{Fetch, FetchError};
pub use openidconnect::{HttpRequest, HttpResponse, http};
pub use provider::{Identity, OidcError, Provider};
pub use settings::{Profile, Settings, SettingsError};
