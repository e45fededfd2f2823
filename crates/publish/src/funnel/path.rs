//! Shapes as path data, whichever way the flow goes.

use super::layout::Bar;

/// Thickness of a node, along the flow.
pub(crate) const THICK: f64 = 10.0;

/// Which way the flow goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Right,
    Down,
}

impl Way {
    /// A node: a stretch of a column.
    pub(crate) fn bar(self, along: f64, bar: Bar) -> String {
        self.block(along - THICK / 2.0, along + THICK / 2.0, bar)
    }

    /// A rectangle from one place along the flow to another.
    pub(crate) fn block(self, start: f64, end: f64, bar: Bar) -> String {
        let (run, start, at, len) = (Num(end - start), Num(start), Num(bar.at), Num(bar.len));
        match self {
            Self::Right => format!("M{start} {at}h{run}v{len}h-{run}z"),
            Self::Down => format!("M{at} {start}h{len}v{run}h-{len}z"),
        }
    }

    /// From a stretch of one column to a stretch of the next, leaving and arriving along the flow.
    pub(crate) fn ribbon(self, start: f64, from: Bar, end: f64, to: Bar) -> String {
        let (start, run) = (start + THICK / 2.0, end - start - THICK);
        let (near, far) = (to.at - from.at, from.end() - to.end());
        let pair = |along: f64, across: f64| match self {
            Self::Right => format!("{} {}", Num(along), Num(across)),
            Self::Down => format!("{} {}", Num(across), Num(along)),
        };
        let curve =
            |run: f64, side: f64| format!("c{} {} {}", pair(run / 2.0, 0.0), pair(run / 2.0, side), pair(run, side));
        let turn = if self == Self::Right { 'v' } else { 'h' };
        format!("M{}{}{turn}{}{}z", pair(start, from.at), curve(run, near), Num(to.len), curve(-run, far))
    }
}

/// A stream that turns from a stretch at `y` down and left, to rest at `x` from `at` on.
pub(super) fn bend(bar: Bar, y: f64, x: f64, at: f64) -> String {
    let (near, far, foot) = (Num(bar.at), Num(bar.end()), Num(at + bar.len));
    let (x, y, at, len) = (Num(x), Num(y), Num(at), Num(bar.len));
    format!("M{near} {y}C{near} {at} {near} {at} {x} {at}v{len}C{far} {foot} {far} {foot} {far} {y}z")
}

/// One decimal at most, and no more characters than needed.
pub(crate) struct Num(pub(crate) f64);

impl std::fmt::Display for Num {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = (self.0 * 10.0).round() as i64;
        let sign = if tenths < 0 { "-" } else { "" };
        match (tenths.abs() / 10, tenths.abs() % 10) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (0, tenth) => write!(f, "{sign}.{tenth}"),
            (whole, tenth) => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let short = |value: f64| Num(value).to_string();
        assert_eq!([0.04, -0.26, 12.0, -3.97, 0.5].map(short), ["0", "-.3", "12", "-4", ".5"]);
    }

    #[test]
    fn both_ways_draw_the_same_ribbon() {
        let (from, to) = (Bar { at: 10.0, len: 4.0 }, Bar { at: 30.0, len: 4.0 });
        assert_eq!(Way::Right.ribbon(0.0, from, 110.0, to), "M5 10c50 0 50 20 100 20v4c-50 0 -50 -20 -100 -20z");
        assert_eq!(Way::Down.ribbon(0.0, from, 110.0, to), "M10 5c0 50 20 50 20 100h4c0 -50 -20 -50 -20 -100z");
    }
}
