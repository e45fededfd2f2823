//! Why a model cannot be read.

/// Why a model file cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// It does not begin as a model file of this version does.
    #[error("this is not a model file of this version: make one with `cargo xtask model`")]
    Foreign,
    /// It ends too early.
    #[error("the model file ends before its {part}")]
    Cut {
        /// Where.
        part: &'static str,
    },
    /// Its content has changed since it was written.
    #[error("the model file is damaged: its content has the digest {found}")]
    Damaged {
        /// The digest of what is there.
        found: String,
    },
    /// A part has not the size or the form that the network needs.
    #[error("the model file holds a {part} of another shape")]
    Shape {
        /// Which.
        part: &'static str,
    },
}
