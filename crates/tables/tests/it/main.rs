//! What the room promises, on files written for each test and on real ones.

mod common;
mod corpora;
mod export;
mod formats;
mod intake;
mod mail;
mod refusals;
mod roundtrip;
mod votes;
