//! The page where tables go, between their marks.

use crate::shell::{self, Outcome};

const PAGE: &str = "docs/PERFORMANCE.md";

/// Replaces what stands between the two lines `marks`.
pub(super) fn write(marks: [&str; 2], table: &str) -> Outcome {
    let path = shell::root().join(PAGE);
    let page = between(&std::fs::read_to_string(&path)?, marks, table)
        .ok_or_else(|| format!("{PAGE} lacks the lines {} and {}", marks[0], marks[1]))?;
    std::fs::write(path, page)?;
    println!("written to {PAGE}");
    Ok(())
}

fn between(page: &str, [begin, end]: [&str; 2], table: &str) -> Option<String> {
    let (before, rest) = page.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}\n\n{}\n\n{end}{after}", table.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let page = "a\n<!-- b -->\n\nold\n\n<!-- e -->\nz\n";
        let marks = ["<!-- b -->", "<!-- e -->"];
        assert_eq!(between(page, marks, "new\n").as_deref(), Some("a\n<!-- b -->\n\nnew\n\n<!-- e -->\nz\n"));
        assert_eq!(between("no marks", marks, "new"), None);
    }
}
