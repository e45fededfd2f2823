//! What a run changed of the one it started from.

use arobase_domain::edits::Edit;
use arobase_domain::{IdeaId, ThemeId};

/// `difference.csv`: every idea that moved or came, with its theme before and after, and why.
pub fn difference(rows: &[(IdeaId, Option<ThemeId>, Option<ThemeId>, String)]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    // Writing to memory does not fail.
    let _infallible = writer.write_record(["idea_id", "from_theme", "to_theme", "why"]);
    for (idea, before, after, why) in rows {
        let theme = |theme: &Option<ThemeId>| theme.as_ref().map(ToString::to_string).unwrap_or_default();
        let _infallible = writer.write_record([idea.to_string(), theme(before), theme(after), why.clone()]);
    }
    writer.into_inner().unwrap_or_default()
}

/// Gestures, one JSON object a line, as `--edits` reads them.
pub fn gestures(edits: &[Edit]) -> Vec<u8> {
    let line = |edit: &Edit| serde_json::to_string(edit).unwrap_or_default() + "\n";
    edits.iter().map(line).collect::<String>().into_bytes()
}
