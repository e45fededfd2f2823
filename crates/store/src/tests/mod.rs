//! Every question to the store, asked of SQLite and of PostgreSQL.

mod arrivals;
mod change;
mod concurrency;
mod drafts;
mod durability;
mod factor;
mod federated;
mod gatherings;
mod gestures;
mod intake;
mod jobs;
mod journal;
mod lists;
mod outbox;
mod participation;
mod passkey;
mod people;
mod revise;
mod roster;
mod runs;
mod sample;
mod search;
mod sheets;
mod support;
