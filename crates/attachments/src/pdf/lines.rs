//! Letters made lines, and lines made paragraphs, in the order in which the page draws them.

use kurbo::Point;

/// Where a letter stands: its foot, the foot of the next one, and its head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) start: Point,
    pub(super) end: Point,
    pub(super) top: Point,
}

/// Blank between two letters that makes two words, in heights of a letter. Letters are set closer, spaces are a quarter wide.
const SPACE: f64 = 0.18;
/// Shift across the line that makes another line; indices and exponents stay.
const LINE: f64 = 0.6;
/// Shift across the line that makes another paragraph; lines are set 1.2 to 1.5 apart.
const PARAGRAPH: f64 = 1.9;

#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Each with whether a blank stands before it.
    lines: Vec<(bool, String)>,
    last: Option<Letter>,
}

impl Lines {
    pub(super) fn add(&mut self, letter: Letter, signs: &str) {
        let step = self.last.map_or(Step::Paragraph, |last| step(last, letter));
        match (step, self.lines.last_mut()) {
            (Step::Same, Some((_, line))) => line.push_str(signs),
            (Step::Space, Some((_, line))) => {
                line.push(' ');
                line.push_str(signs);
            }
            (step, _) => self.lines.push((matches!(step, Step::Paragraph), signs.to_owned())),
        }
        self.last = Some(letter);
    }

    /// Lines that go on are one paragraph; a word cut at the end of one is whole again.
    pub(super) fn paragraphs(&self) -> Vec<String> {
        let mut paragraphs: Vec<String> = Vec::new();
        for (apart, line) in &self.lines {
            let line = line.trim();
            match paragraphs.last_mut() {
                Some(before) if !apart && goes_on(before, line) => join(before, line),
                _ => paragraphs.push(line.to_owned()),
            }
        }
        paragraphs
    }
}

enum Step {
    Same,
    Space,
    Line,
    Paragraph,
}

/// What lies between two letters, along and across the line of the first.
fn step(last: Letter, next: Letter) -> Step {
    let height = (last.top - last.start).hypot().max((next.top - next.start).hypot());
    let along = last.end - last.start;
    if height <= 0.0 || along.hypot() <= 0.0 {
        return Step::Same;
    }
    let along = along / along.hypot();
    let gap = next.start - last.end;
    let (forward, across) = (gap.dot(along) / height, gap.cross(along).abs() / height);
    match () {
        () if across > PARAGRAPH => Step::Paragraph,
        () if across > LINE || forward < -1.0 => Step::Line,
        () if forward > SPACE => Step::Space,
        () => Step::Same,
    }
}

/// Whether a line goes on with the sentence before it.
fn goes_on(before: &str, line: &str) -> bool {
    let ended = before.ends_with(['.', '!', '?', ':', ';', '…']);
    let listed = line.starts_with(['•', '–', '—', '-', '*', '▪', '◦', '\u{f0b7}']) || numbered(line);
    !ended && !listed && !line.is_empty()
}

/// « 1. », « 2) », « a) ».
fn numbered(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let number = word.trim_end_matches(['.', ')', '°']);
    let digits = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic());
    number.len() < word.len() && (digits || letter)
}

fn join(before: &mut String, line: &str) {
    let small = |letter: Option<char>| letter.is_some_and(char::is_lowercase);
    if before.ends_with('\u{ad}')
        || before.ends_with('-') && small(before.chars().rev().nth(1)) && small(line.chars().next())
    {
        before.pop();
    } else if !before.ends_with(['-', '’', '\'']) {
        before.push(' ');
    }
    before.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of letters ten units high, six wide, at this height of the page.
    fn line(lines: &mut Lines, y: f64, words: &str) {
        for (nth, letter) in words.chars().enumerate() {
            let x = 6.0 * nth as f64;
            let place = Letter { start: Point::new(x, y), end: Point::new(x + 6.0, y), top: Point::new(x, y - 10.0) };
            if letter != ' ' {
                lines.add(place, letter.encode_utf8(&mut [0; 4]));
            }
        }
    }

    #[test]
    fn lines_that_go_on_are_one_paragraph() {
        let mut lines = Lines::default();
        line(&mut lines, 0.0, "Il faut main-");
        line(&mut lines, 12.0, "tenir un accueil dans l’");
        line(&mut lines, 24.0, "annexe et le garder");
        line(&mut lines, 36.0, "ouvert. Ensuite :");
        line(&mut lines, 48.0, "• former");
        line(&mut lines, 60.0, "• équiper");
        line(&mut lines, 90.0, "Fin");
        let found = lines.paragraphs();
        let first = "Il faut maintenir un accueil dans l’annexe et le garder ouvert. Ensuite :";
        assert_eq!(found, [first, "• former", "• équiper", "Fin"]);
    }

    #[test]
    fn a_compound_name_keeps_its_hyphen() {
        let mut lines = Lines::default();
        line(&mut lines, 0.0, "À Saint-");
        line(&mut lines, 12.0, "Denis");
        assert_eq!(lines.paragraphs(), ["À Saint-Denis"]);
    }

    #[test]
    fn numbers_of_a_list_begin_a_paragraph() {
        assert!(numbered("1. ouvrir") && numbered("b) fermer") && !numbered("2026 sera") && !numbered("Oui."));
    }
}
