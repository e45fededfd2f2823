//! Sentences parted from the frame of the letter they stand in.

use arobase_text::letter::Part;
use std::ops::Range;

/// The parts of the sentence at `range`, and whether each is of the frame.
pub(super) fn part(range: Range<usize>, frame: &[Part]) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut from = range.start;
    for part in frame.iter().filter(|part| part.range.start < range.end && part.range.end > range.start) {
        let (start, end) = (part.range.start.max(from), part.range.end.min(range.end));
        if from < start {
            found.push((from..start, false));
        }
        if start < end {
            found.push((start..end, true));
        }
        from = end.max(from);
    }
    if from < range.end {
        found.push((from..range.end, false));
    }
    found
}
