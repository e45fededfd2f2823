//! Two partitions of the same ideas, face to face: where the ideas of each group went.

use crate::funnel::layout::Bar;
use crate::funnel::path::{Num, Way};
use crate::funnel::words::{cut, escape};
use crate::say::number;
use arobase_domain::Lang;
use std::collections::BTreeMap;

/// A group of one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub label: String,
    /// Whether it is no theme: « à classer », or ideas that the other side does not have.
    pub aside: bool,
}

/// Ideas that go from a group on the left to one on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// Index on the left.
    pub from: usize,
    /// Index on the right.
    pub to: usize,
    /// How many.
    pub ideas: usize,
    /// Whether nothing moved: the two groups are the same theme, or one side does not have these ideas.
    pub same: bool,
}

/// What is drawn; groups stand from top to bottom in the order given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sankey {
    /// Names of the two sides.
    pub sides: (String, String),
    /// Groups of the left.
    pub before: Vec<Group>,
    /// Groups of the right.
    pub after: Vec<Group>,
    /// What joins them.
    pub flows: Vec<Flow>,
}

const WIDTH: f64 = 1120.0;
const LEFT: f64 = 360.0;
const RIGHT: f64 = 760.0;
const TOP: f64 = 44.0;
/// Breadth of all the ideas, and the least height of a group, that its name may be read.
const IDEAS: f64 = 620.0;
const SLOT: f64 = 17.0;
const GAP: f64 = 4.0;
const LETTERS: usize = 40;

/// Ribbons in ink where the theme stays, in colour where ideas move; dark and light, without any other file.
const STYLE: &str = "svg{background:#fbf9f4;color:#23201b;font:13px system-ui,sans-serif}\
    .same{fill:#23201b;opacity:.22}.moved{fill:#b3431e;opacity:.55}.node{fill:#23201b}.aside{fill:#8a8378}\
    .figure{font-variant-numeric:tabular-nums}.word{fill:#625c52}text{fill:#23201b}\
    @media(prefers-color-scheme:dark){svg{background:#1b1916}text,.node,.same{fill:#efe9dd}.word{fill:#b5ad9f}.moved{fill:#f08a5d}}";

impl Sankey {
    /// Puts the groups of the right in the order in which the left meets them, those aside last, so that ribbons cross little.
    #[must_use]
    pub fn untangled(mut self) -> Self {
        let mut weight = vec![(0.0, 0.0); self.after.len()];
        for flow in &self.flows {
            // A theme that stays stands opposite itself; what comes from no theme pulls nowhere.
            let share = if self.before[flow.from].aside { 0.01 } else { 1.0 };
            let pull = share * flow.ideas as f64 * if flow.same { 4.0 } else { 1.0 };
            weight[flow.to].0 += pull * flow.from as f64;
            weight[flow.to].1 += pull;
        }
        let middle = |at: usize| weight[at].0 / f64::max(weight[at].1, 1e-9);
        let mut order: Vec<usize> = (0..self.after.len()).collect();
        order.sort_by(|&a, &b| {
            self.after[a].aside.cmp(&self.after[b].aside).then(middle(a).total_cmp(&middle(b))).then(a.cmp(&b))
        });
        let place: BTreeMap<usize, usize> = order.iter().copied().zip(0..).collect();
        self.after = order.into_iter().map(|at| self.after[at].clone()).collect();
        self.flows.iter_mut().for_each(|flow| flow.to = place[&flow.to]);
        self
    }

    /// The drawing as one SVG document that stands alone.
    pub fn svg(&self, lang: Lang) -> String {
        let (left, right) = (self.column(self.before.len(), |f| f.from), self.column(self.after.len(), |f| f.to));
        let foot = left.iter().chain(&right).map(|(slot, _)| slot.end()).fold(TOP, f64::max) + 16.0;
        let title = escape(&format!("{} → {}", self.sides.0, self.sides.1));
        let body = [
            self.heads(),
            self.ribbons(&left, &right, lang),
            self.names(&self.before, &left, true, lang),
            self.names(&self.after, &right, false, lang),
        ]
        .concat();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"sankey\">\
             <title id=\"sankey\">{title}</title><style>{STYLE}</style>{body}</svg>\n",
            Num(WIDTH),
            Num(foot)
        )
    }

    fn scale(&self) -> f64 {
        IDEAS / self.flows.iter().map(|flow| flow.ideas).sum::<usize>().max(1) as f64
    }

    /// For each group of a side, the slot that its name needs and the bar of its ideas in it.
    fn column(&self, groups: usize, side: impl Fn(&Flow) -> usize) -> Vec<(Bar, Bar)> {
        let mut ideas = vec![0; groups];
        self.flows.iter().for_each(|flow| ideas[side(flow)] += flow.ideas);
        let mut at = TOP;
        let mut place = |ideas: usize| {
            let len = ideas as f64 * self.scale();
            let slot = Bar { at, len: len.max(SLOT) };
            at = slot.end() + GAP;
            (slot, Bar { at: slot.middle() - len / 2.0, len })
        };
        ideas.into_iter().map(&mut place).collect()
    }

    fn ribbons(&self, left: &[(Bar, Bar)], right: &[(Bar, Bar)], lang: Lang) -> String {
        let mut flows = self.flows.clone();
        flows.sort_by_key(|flow| (flow.from, flow.to));
        let (mut leaving, mut arriving): (Vec<f64>, Vec<f64>) =
            (left.iter().map(|bars| bars.1.at).collect(), right.iter().map(|bars| bars.1.at).collect());
        let draw = |flow: &Flow| {
            let len = flow.ideas as f64 * self.scale();
            let (from, to) = (Bar { at: leaving[flow.from], len }, Bar { at: arriving[flow.to], len });
            leaving[flow.from] += len;
            arriving[flow.to] += len;
            let class = if flow.same { "same" } else { "moved" };
            let (before, after) = (&self.before[flow.from].label, &self.after[flow.to].label);
            let told = escape(&format!("{before} → {after} ({})", number(lang, flow.ideas)));
            let path = Way::Right.ribbon(LEFT, from, RIGHT, to);
            format!("<path class=\"{class}\" d=\"{path}\"><title>{told}</title></path>")
        };
        flows.iter().map(draw).collect()
    }

    fn names(&self, groups: &[Group], bars: &[(Bar, Bar)], left: bool, lang: Lang) -> String {
        let (along, away, anchor) = if left { (LEFT, LEFT - 12.0, "end") } else { (RIGHT, RIGHT + 12.0, "start") };
        let mut ideas = vec![0; groups.len()];
        self.flows.iter().for_each(|flow| ideas[if left { flow.from } else { flow.to }] += flow.ideas);
        let draw = |((group, (slot, bar)), ideas): ((&Group, &(Bar, Bar)), usize)| {
            let class = if group.aside { "aside" } else { "node" };
            let (node, y) = (Way::Right.bar(along, *bar), Num(slot.middle() + 4.5));
            let (label, figure) = (escape(&cut(&group.label, LETTERS)), number(lang, ideas));
            let words = format!("<tspan class=\"word\">{label}</tspan>");
            let figure = format!("<tspan class=\"figure\">{figure}</tspan>");
            let text = if left { format!("{words} {figure}") } else { format!("{figure} {words}") };
            let away = Num(away);
            format!(
                "<path class=\"{class}\" d=\"{node}\"/><text x=\"{away}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>"
            )
        };
        groups.iter().zip(bars).zip(ideas).map(draw).collect()
    }

    fn heads(&self) -> String {
        let head = |x: f64, anchor: &str, name: &str| {
            let name = escape(&cut(name, LETTERS));
            format!("<text x=\"{}\" y=\"24\" text-anchor=\"{anchor}\" font-weight=\"600\">{name}</text>", Num(x))
        };
        head(LEFT + 5.0, "end", &self.sides.0) + &head(RIGHT - 5.0, "start", &self.sides.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(label: &str, aside: bool) -> Group {
        Group { label: label.to_owned(), aside }
    }

    fn sankey() -> Sankey {
        Sankey {
            sides: ("un <1>".into(), "deux".into()),
            before: vec![group("fibre & débit", false), group("guichets", false), group("à classer", true)],
            after: vec![group("à classer", true), group("guichets", false), group("fibre", false)],
            flows: vec![
                Flow { from: 0, to: 2, ideas: 30, same: true },
                Flow { from: 0, to: 1, ideas: 4, same: false },
                Flow { from: 1, to: 1, ideas: 20, same: true },
                Flow { from: 2, to: 0, ideas: 5, same: true },
            ],
        }
    }

    #[test]
    fn themes_stand_opposite_themselves_and_the_rest_below() {
        let labels: Vec<String> = sankey().untangled().after.into_iter().map(|group| group.label).collect();
        assert_eq!(labels, ["fibre", "guichets", "à classer"]);
    }

    #[test]
    fn the_drawing_is_sound_and_shows_every_flow() {
        let svg = sankey().untangled().svg(Lang::Fr);
        let document = roxmltree::Document::parse(&svg).expect("well-formed");
        let paths = |class: &str| document.descendants().filter(|node| node.attribute("class") == Some(class)).count();
        assert_eq!((paths("same"), paths("moved"), paths("node"), paths("aside")), (3, 1, 4, 2));
        assert!(svg.contains("fibre &amp; débit") && svg.contains("un &lt;1&gt;"));
    }

    #[test]
    fn nothing_to_draw_is_drawn() {
        assert!(roxmltree::Document::parse(&Sankey::default().svg(Lang::En)).is_ok());
    }
}
