//! Every question to the store, asked of SQLite and of PostgreSQL.

mod concurrency;
mod durability;
mod gestures;
mod journal;
mod lists;
mod runs;
mod sample;
mod search;
mod support;
