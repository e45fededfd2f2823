use arobase_domain::follow_up::NotADay;
use arobase_domain::{Broken, ContributionId, EditionId, NotAnEmail, PhaseError, SettingError, UnknownCode};

/// What can go wrong with the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused, or could not be reached.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The address of the database is of no kind that we know, or of one that loses what it was given.
    #[error("« {0} » is not the address of a database: sqlite:/path/file.db?mode=rwc or postgres://user@host/name")]
    Address(String),
    /// No edition has this identifier.
    #[error("no edition {0}")]
    UnknownEdition(EditionId),
    /// The windows of the edition do not follow one another.
    #[error("phases: {0}")]
    Phases(#[from] PhaseError),
    /// A setting of the edition cannot be.
    #[error("settings: {0}")]
    Settings(#[from] SettingError),
    /// A run speaks of a contribution that the edition does not have.
    #[error("the run speaks of contribution {0}, which the edition does not have")]
    UnknownContribution(ContributionId),
    /// The journal no longer proves what was written.
    #[error(transparent)]
    Journal(#[from] Broken),
    /// A gesture of a bench is not the one that the journal sealed.
    #[error("gesture {seq} of the bench of edition {edition} was altered, or is missing")]
    Bench {
        /// The edition.
        edition: String,
        /// Number of the gesture.
        seq: u32,
    },
    /// A stored code is not of its list.
    #[error("unreadable row: {0}")]
    Code(#[from] UnknownCode),
    /// A stored list is not JSON.
    #[error("unreadable row: {0}")]
    Json(#[from] serde_json::Error),
    /// The bytes of a stored file cannot be read.
    #[error("unreadable row: {0}")]
    Bytes(String),
    /// A stored address is none.
    #[error("unreadable row: {0}")]
    Email(#[from] NotAnEmail),
    /// A stored day is none.
    #[error("unreadable row: {0}")]
    Day(#[from] NotADay),
    /// A stored number is out of range.
    #[error("unreadable row: {0}")]
    Number(#[from] std::num::TryFromIntError),
}
