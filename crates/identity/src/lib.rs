//! Who is at the other end: secrets of links and sessions, their lifetimes, cookies; OpenID providers, second factors, passkeys.
//!
//! Nothing secret is in the database. A session is kept as the digest of what its cookie holds; the secret of a mailed link is made again, when the
//! letter leaves, from its identifier and a key that lies outside the database.

mod code;
mod cookie;
mod device;
pub mod oidc;
mod passkey;
mod seal;
mod second;
mod secret;

pub use code::{Code, Mistyped};
pub use cookie::Cookie;
pub use device::device;
pub use passkey::{Challenge, Kept, PasskeyError, Passkeys};
pub use second::{Clock, recovery_code};
pub use secret::{Key, Token, digest};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// How long a link asked for on the site opens, in milliseconds.
pub const LINK_LASTS: i64 = 15 * MINUTE;
/// How long a browser may be away to be recognised elsewhere, in milliseconds.
pub const ATTEMPT_LASTS: i64 = 15 * MINUTE;
/// How long the link of an invitation opens, in milliseconds.
pub const INVITATION_LASTS: i64 = 7 * DAY;
/// How many links one address may ask for within [`LINK_LASTS`].
pub const LINKS_AT_MOST: u32 = 3;
/// How many second factors may be wrong within [`FAILURES_WITHIN`].
pub const FAILURES_AT_MOST: u32 = 5;
/// How long a wrong second factor is remembered, in milliseconds.
pub const FAILURES_WITHIN: i64 = 15 * MINUTE;
/// A session that nobody has used for so long is over, in milliseconds.
pub const SESSION_RESTS: i64 = 30 * DAY;
/// A session is over after so long, used or not, in milliseconds.
pub const SESSION_LASTS: i64 = 180 * DAY;
/// A session's last use is written down no more often than this, in milliseconds.
pub const SESSION_NOTED: i64 = 10 * MINUTE;
/// Codes that open nothing are counted over so long, in milliseconds.
pub const CODES_COUNTED: i64 = 60 * MINUTE;
/// How many wrong codes of invitation one network address may give within [`CODES_COUNTED`]: a village hall is one address.
pub const INVITATIONS_BY_ADDRESS: u64 = 30;
/// How many people one network address may have written to, to ask whether they sign, within [`CODES_COUNTED`].
pub const SIGNERS_BY_ADDRESS: u64 = 60;
/// How many of them one beginning of a code may have within [`CODES_COUNTED`]…
pub const CODES_BY_BEGINNING: u32 = 10;
/// …one device's address, which a whole town hall may share…
pub const CODES_BY_ADDRESS: u32 = 30;
/// …and everyone together: at this pace, one of a thousand letters would be found in a century and a half.
pub const CODES_IN_ALL: u32 = 1_000;
