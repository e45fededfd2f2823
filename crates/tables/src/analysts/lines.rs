//! Texts with one kind of line end, and where their characters went.

use arobase_domain::Span;

/// A text whose lines end with LF: tools disagree on whether CR LF counts for one position or two.
pub(super) struct Lines {
    pub(super) text: String,
    /// Positions of the characters left out, in the raw text.
    left_out: Vec<usize>,
}

impl Lines {
    pub(super) fn of(raw: &str) -> Self {
        let mut lines = Self { text: String::with_capacity(raw.len()), left_out: Vec::new() };
        let mut signs = raw.chars().enumerate().peekable();
        while let Some((at, sign)) = signs.next() {
            match sign {
                '\r' if signs.peek().is_some_and(|(_, next)| *next == '\n') => lines.left_out.push(at),
                '\r' => lines.text.push('\n'),
                _ => lines.text.push(sign),
            }
        }
        lines
    }

    /// A span of the raw text, in this one.
    pub(super) fn span(&self, raw: Span) -> Span {
        let moved = |at: usize| at - self.left_out.partition_point(|left_out| *left_out < at);
        Span { start: moved(raw.start), end: moved(raw.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_one_and_spans_follow() {
        let raw = "é\r\nun\rdeux\r\n\r\ntrois";
        let lines = Lines::of(raw);
        assert_eq!(lines.text, "é\nun\ndeux\n\ntrois");
        for word in ["un", "deux", "trois"] {
            let start = raw[..raw.find(word).unwrap()].chars().count();
            let Span { start, end } = lines.span(Span { start, end: start + word.len() });
            assert_eq!(lines.text.chars().skip(start).take(end - start).collect::<String>(), word);
        }
    }
}
