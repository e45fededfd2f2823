//! Where each node stands. Every node has its own height of page, so that no words cover others.

use super::{Branch, Form};
use crate::funnel::words::wrap;

/// Height of a line, and what is left between two nodes.
pub(super) const LINE: f64 = 19.0;
pub(super) const GAP: f64 = 11.0;
/// Breadth of a letter, on the large side: fonts differ.
const LETTER: f64 = 7.9;
const BOLD: f64 = 9.0;
/// What a path leaves between itself and the words that it joins.
const AIR: f64 = 8.0;
/// How much further out the middle of a side stands than its ends, in the radial form.
const BULGE: f64 = 50.0;
const LINES: usize = 6;

/// A node with its place.
pub(super) struct Placed<'a> {
    pub(super) branch: &'a Branch,
    pub(super) level: usize,
    pub(super) lines: Vec<String>,
    /// Where its words begin, or end when they stand on the left; their middle at the root of a radial form.
    pub(super) x: f64,
    /// The middle of its height.
    pub(super) y: f64,
    pub(super) side: Side,
    /// Where the path to it begins and ends.
    pub(super) path: Option<[(f64, f64); 2]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Middle,
    Right,
    Left,
}

/// A drawing laid out.
pub(super) struct Layout<'a> {
    pub(super) nodes: Vec<Placed<'a>>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Where the words of each level begin, and their breadth.
type Columns = &'static [(f64, f64)];

fn columns(form: Form, levels: usize) -> (f64, Columns) {
    match (form, levels) {
        (Form::Tree, ..=2) => (1120.0, &[(8.0, 300.0), (370.0, 730.0)]),
        (Form::Tree, 3) => (1120.0, &[(8.0, 190.0), (250.0, 350.0), (660.0, 450.0)]),
        (Form::Tree, _) => (1500.0, &[(8.0, 150.0), (210.0, 290.0), (560.0, 320.0), (940.0, 550.0)]),
        (Form::Radial, ..=2) => (1240.0, &[(0.0, 200.0), (180.0, 380.0)]),
        (Form::Radial, 3) => (1240.0, &[(0.0, 170.0), (110.0, 180.0), (350.0, 210.0)]),
        (Form::Radial, _) => (2000.0, &[(0.0, 170.0), (110.0, 200.0), (380.0, 220.0), (660.0, 280.0)]),
    }
}

/// Lays a tree out.
pub(super) fn layout(root: &Branch, form: Form) -> Layout<'_> {
    let (width, columns) = columns(form, root.levels());
    let plan = Plan { columns, middle: width / 2.0, height: 0.0 };
    match form {
        Form::Tree => plan.tree(root, width),
        Form::Radial => plan.radial(root, width),
    }
}

/// Whether a node is written in bold: the root and what hangs on it, where more hangs on that.
pub(super) fn bold(branch: &Branch, level: usize) -> bool {
    level < 2 && !branch.inside.is_empty()
}

fn letter(branch: &Branch, level: usize) -> f64 {
    if bold(branch, level) { BOLD } else { LETTER }
}

/// Letters of the longest line.
fn long(lines: &[String]) -> f64 {
    lines.iter().map(|line| line.chars().count()).max().unwrap_or_default() as f64
}

struct Plan {
    columns: Columns,
    /// Of the breadth, and whole height: what the radial form turns around.
    middle: f64,
    height: f64,
}

/// Where a node hangs.
#[derive(Clone, Copy)]
struct Hung {
    level: usize,
    side: Side,
    top: f64,
    from: Option<(f64, f64)>,
}

impl Plan {
    fn tree(self, root: &Branch, width: f64) -> Layout<'_> {
        let mut nodes = Vec::new();
        let height = self.room(root, 0) + GAP;
        let hung = Hung { level: 0, side: Side::Right, top: GAP / 2.0, from: None };
        self.hang(root, hung, &|level, _| self.columns[level].0, &mut nodes);
        Layout { nodes, width, height }
    }

    fn radial(self, root: &Branch, width: f64) -> Layout<'_> {
        let (right, left) = root.inside.split_at(self.halves(root));
        let sum = |side: &[Branch]| side.iter().map(|branch| self.room(branch, 1)).sum::<f64>();
        let height = sum(right).max(sum(left)).max(self.own(root, 0)) + 2.0 * GAP;
        let plan = Self { height, ..self };
        let (lines, x, y) = (plan.lines(root, 0), plan.middle, height / 2.0);
        let half = long(&lines) * letter(root, 0) / 2.0 + AIR;
        let mut nodes = vec![Placed { branch: root, level: 0, lines, x, y, side: Side::Middle, path: None }];
        // Clockwise: down the right side, up the left one.
        let mut top = (height - sum(right)) / 2.0;
        for branch in right {
            let hung = Hung { level: 1, side: Side::Right, top, from: Some((x + half, y)) };
            plan.hang(branch, hung, &|level, y| plan.out(level, y), &mut nodes);
            top += plan.room(branch, 1);
        }
        let mut top = f64::midpoint(height, sum(left));
        for branch in left {
            top -= plan.room(branch, 1);
            let hung = Hung { level: 1, side: Side::Left, top, from: Some((x - half, y)) };
            plan.hang(branch, hung, &|level, y| 2.0 * x - plan.out(level, y), &mut nodes);
        }
        Layout { nodes, width, height }
    }

    /// How many branches go right: where both sides are nearest to equal.
    fn halves(&self, root: &Branch) -> usize {
        let rooms: Vec<f64> = root.inside.iter().map(|branch| self.room(branch, 1)).collect();
        let uneven = |at: usize| (rooms[..at].iter().sum::<f64>() - rooms[at..].iter().sum::<f64>()).abs();
        (0..=rooms.len()).min_by(|&a, &b| uneven(a).total_cmp(&uneven(b)).then(b.cmp(&a))).unwrap_or_default()
    }

    /// Where the words of a level begin on the right side, at a height: on an ellipse.
    fn out(&self, level: usize, y: f64) -> f64 {
        let far = (2.0 * y / self.height - 1.0).clamp(-1.0, 1.0);
        self.middle + self.columns[level].0 + BULGE * (1.0 - far * far).sqrt()
    }

    fn lines(&self, branch: &Branch, level: usize) -> Vec<String> {
        wrap(&branch.words(), (self.columns[level].1 / letter(branch, level)) as usize, LINES)
    }

    /// The height that a node needs by itself.
    fn own(&self, branch: &Branch, level: usize) -> f64 {
        self.lines(branch, level).len() as f64 * LINE + GAP
    }

    /// The height that a node and what hangs on it need.
    fn room(&self, branch: &Branch, level: usize) -> f64 {
        self.own(branch, level).max(branch.inside.iter().map(|inside| self.room(inside, level + 1)).sum())
    }

    fn hang<'a>(&self, branch: &'a Branch, hung: Hung, along: &dyn Fn(usize, f64) -> f64, nodes: &mut Vec<Placed<'a>>) {
        let Hung { level, side, top, from } = hung;
        let (room, lines) = (self.room(branch, level), self.lines(branch, level));
        let y = top + room / 2.0;
        let (x, sign) = (along(level, y), if side == Side::Left { -1.0 } else { 1.0 });
        let end = (x + sign * (long(&lines) * letter(branch, level) + AIR), y);
        let path = from.map(|from| [from, (x - sign * AIR, y)]);
        nodes.push(Placed { branch, level, lines, x, y, side, path });
        let inside: f64 = branch.inside.iter().map(|one| self.room(one, level + 1)).sum();
        let mut top = top + (room - inside) / 2.0;
        for one in &branch.inside {
            self.hang(one, Hung { level: level + 1, side, top, from: Some(end) }, along, nodes);
            top += self.room(one, level + 1);
        }
    }
}
