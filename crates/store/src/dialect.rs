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

    /// What each connection must be told. An acknowledged write is on disk before the answer; SQLite reads the file where it lies, which halves
    /// a search; PostgreSQL plans for the values that it is given, of which one may be in nearly every row and another in none.
    pub(crate) async fn settle(self, connection: &mut AnyConnection) -> sqlx::Result<()> {
        let settings = match self {
            Self::Sqlite => {
                "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 1073741824"
            }
            Self::Postgres => {
                "SET synchronous_commit = on; SET client_min_messages = warning; SET plan_cache_mode = force_custom_plan"
            }
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
