//! A demand, rewritten.

/// A phrase asked for by one idea.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Infinitive phrase: first letter lower-case, no full stop.
    pub text: String,
    /// Rules applied, in order.
    pub rules: Vec<&'static str>,
    /// The author's reason, or empty.
    pub justification: String,
    /// Refused rather than asked (« ne pas … », « mettre fin à … »).
    pub refused: bool,
    /// 0 to 1: how fit the phrase is to be shown.
    pub quality: f32,
}
