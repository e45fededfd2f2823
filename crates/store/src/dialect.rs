//! The few things that the two databases do not say alike: settings, the search index, and how a journal refuses changes.

use sqlx::AnyConnection;

/// Which database is behind the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// The dialect that an address asks for.
    pub(crate) fn of(url: &str) -> Option<Self> {
        match url.split_once(':')?.0 {
            "sqlite" if !url.contains(":memory:") && !url.contains("mode=memory") => Some(Self::Sqlite),
            "postgres" | "postgresql" => Some(Self::Postgres),
            _ => None,
        }
    }

    /// An acknowledged write is on disk before the answer: what each connection must be told for that.
    pub(crate) async fn settle(self, connection: &mut AnyConnection) -> sqlx::Result<()> {
        let settings = match self {
            Self::Sqlite => {
                "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"
            }
            Self::Postgres => "SET synchronous_commit = on; SET client_min_messages = warning",
        };
        sqlx::raw_sql(settings).execute(connection).await.map(drop)
    }

    /// What `migrate!` cannot say for both; may be run again and again.
    pub(crate) fn schema(self) -> &'static str {
        match self {
            Self::Sqlite => include_str!("../dialect/sqlite.sql"),
            Self::Postgres => include_str!("../dialect/postgres.sql"),
        }
    }

    /// Takes the write lock at once on SQLite, where a transaction that starts by reading may later be refused it.
    pub(crate) fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }
}
