//! Names on the map: over their disc, in lines long or short, and a number where no way is free.

use crate::funnel::path::Num;
use crate::funnel::words::{escape, wrap};
use std::fmt::Write as _;

/// How a page writes: height of a letter in the units of the drawing, letters in a line from the first way tried to the last.
pub(super) struct Page {
    size: f64,
    letters: [usize; 3],
    /// How much wider than its zone a name may be.
    wider: f64,
}

pub(super) const WIDE: Page = Page { size: 15.0, letters: [22, 16, 12], wider: 1.3 };
pub(super) const NARROW: Page = Page { size: 34.0, letters: [12, 9, 7], wider: 1.3 };
/// Read from the last row; names may lean over their neighbours' dots, there being no table beside.
pub(super) const ROOM: Page = Page { size: 22.0, letters: [18, 14, 10], wider: 2.2 };

impl Page {
    /// Height of a letter.
    pub(super) fn size(&self) -> f64 {
        self.size
    }
}

/// Lines of a name.
const LINES: usize = 4;

/// Mean width of a letter and height of a line, in heights of a letter.
const LETTER: f64 = 0.5;
const LINE: f64 = 1.15;

/// A theme to be named.
pub(super) struct Name {
    pub(super) text: String,
    /// Its number in the table of themes.
    pub(super) number: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) radius: f64,
}

#[derive(Clone, Copy)]
struct Box {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Box {
    fn touches(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

impl Page {
    /// Names as text elements, the largest themes served first.
    pub(super) fn write(&self, names: &[Name], height: f64) -> String {
        let mut order: Vec<&Name> = names.iter().collect();
        order.sort_by(|a, b| b.radius.total_cmp(&a.radius).then(a.number.cmp(&b.number)));
        // Every disc keeps room for its number, so that a neighbour's name never hides it.
        let mut taken: Vec<(usize, Box)> =
            names.iter().map(|name| (name.number, self.room(&[name.number.to_string()], name.x, name.y))).collect();
        let mut out = String::new();
        for name in order {
            let ways = self.letters.iter().map(|&letters| wrap(&name.text, letters, LINES));
            let free = ways.filter(|lines| lines.last().is_some_and(|line| !line.ends_with('…'))).find(|lines| {
                let room = self.room(lines, name.x, name.y);
                let inside = room.left >= 0.0 && room.right <= super::WIDTH && room.top >= 0.0 && room.bottom <= height;
                let fits = room.right - room.left <= 2.0 * self.wider * name.radius;
                inside && fits && taken.iter().all(|&(number, other)| number == name.number || !room.touches(other))
            });
            let class = if free.is_some() { "name" } else { "number" };
            let lines = free.unwrap_or_else(|| vec![name.number.to_string()]);
            taken.push((name.number, self.room(&lines, name.x, name.y)));
            self.text(&mut out, &lines, name.x, name.y, class);
        }
        out
    }

    fn room(&self, lines: &[String], x: f64, y: f64) -> Box {
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) as f64;
        let (wide, tall) = (longest * LETTER * self.size / 2.0, lines.len() as f64 * LINE * self.size / 2.0);
        Box { left: x - wide, right: x + wide, top: y - tall, bottom: y + tall }
    }

    fn text(&self, out: &mut String, lines: &[String], x: f64, y: f64, class: &str) {
        let first = y - (lines.len() as f64 / 2.0 - 0.78) * LINE * self.size;
        let (at, size) = (Num(x), Num(self.size));
        let _infallible = write!(out, "<text class=\"{class}\" x=\"{at}\" y=\"{}\" font-size=\"{size}\">", Num(first));
        // The first line needs no element of its own.
        for (line, rank) in lines.iter().zip(0..) {
            let y = Num(first + f64::from(rank) * LINE * self.size);
            let _infallible = match rank {
                0 => write!(out, "{}", escape(line)),
                _ => write!(out, " <tspan x=\"{at}\" y=\"{y}\">{}</tspan>", escape(line)),
            };
        }
        out.push_str("</text>");
    }
}
