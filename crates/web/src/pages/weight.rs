//! What a page weighs, and its EcoIndex.

/// What a first visit to a page costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// Elements of `body`, less the direct children of each `svg`, as EcoIndex counts them.
    pub elements: usize,
    /// Requests.
    pub requests: usize,
    /// Bytes transferred, compressed, headers apart.
    pub transferred: u64,
}

// Quantiles of EcoIndex (collectif Conception numérique responsable), elements, requests and kilobytes.
const ELEMENTS: [f64; 21] = [
    0.0, 47.0, 75.0, 159.0, 233.0, 298.0, 358.0, 417.0, 476.0, 537.0, 603.0, 674.0, 753.0, 843.0, 949.0, 1076.0,
    1237.0, 1459.0, 1801.0, 2479.0, 594_601.0,
];
const REQUESTS: [f64; 21] = [
    0.0, 2.0, 15.0, 25.0, 34.0, 42.0, 49.0, 56.0, 63.0, 70.0, 78.0, 86.0, 95.0, 105.0, 117.0, 130.0, 147.0, 170.0,
    205.0, 281.0, 3920.0,
];
const KILOBYTES: [f64; 21] = [
    0.0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06,
    2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223_212.26,
];

fn quantile(scale: &[f64; 21], value: f64) -> f64 {
    let Some(rank) = scale.iter().position(|&bound| value < bound) else { return 20.0 };
    let low = rank.saturating_sub(1);
    low as f64 + (value - scale[low]) / (scale[rank] - scale[low])
}

impl Weight {
    /// EcoIndex, 0 to 100: `100 − 5 (3 q(elements) + 2 q(requests) + q(kilobytes)) / 6`.
    pub fn score(&self) -> f64 {
        let elements = quantile(&ELEMENTS, self.elements as f64);
        let requests = quantile(&REQUESTS, self.requests as f64);
        let kilobytes = quantile(&KILOBYTES, self.transferred as f64 / 1000.0);
        100.0 - 5.0 * (3.0 * elements + 2.0 * requests + kilobytes) / 6.0
    }

    /// Its letter.
    pub fn grade(&self) -> char {
        let score = self.score();
        let bounds = [('A', 80.0), ('B', 70.0), ('C', 55.0), ('D', 40.0), ('E', 25.0), ('F', 10.0)];
        bounds.into_iter().find(|&(_, bound)| score > bound).map_or('G', |(grade, _)| grade)
    }
}

const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements of `body`, less the direct children of each `svg`. For the well-formed pages that this site writes.
pub fn elements(html: &str) -> usize {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut open: Vec<&str> = Vec::new();
    let mut count = 0;
    for piece in body.split('<').skip(1) {
        let Some(tag) = piece.split('>').next() else { continue };
        if let Some(name) = tag.strip_prefix('/') {
            if open.last() == Some(&name) {
                open.pop();
            }
            continue;
        }
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        count += usize::from(open.last() != Some(&"svg"));
        if !tag.ends_with('/') && !VOID.contains(&name) {
            open.push(name);
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_those_of_the_reference() {
        // Elements, kilobytes, requests → score: domain.md §3.3.
        let cases = [
            (100, 100, 100, 72),
            (100, 1000, 100, 67),
            (100, 10_000, 100, 58),
            (200, 10_000, 200, 46),
            (2355, 2493, 267, 10),
            (240, 331, 20, 83),
        ];
        for (elements, kilobytes, requests, score) in cases {
            let weight = Weight { elements, requests, transferred: kilobytes * 1000 };
            assert_eq!(weight.score().round() as i32, score, "{weight:?} is {}", weight.score());
        }
    }

    #[test]
    fn children_of_drawings_are_free_and_their_children_are_not() {
        let html = "<html><body><p>a<br>b</p><svg><path/><g><path/></g><a href=\"x/\"><text>t</text></a></svg><!-- c --></body>";
        assert_eq!(elements(html), 5, "p, br, svg, the path in g, the text in a");
    }

    #[test]
    fn letters_begin_strictly_above_their_bounds() {
        let light = Weight { elements: 385, requests: 6, transferred: 50_000 };
        assert_eq!(light.grade(), 'A');
        let heavy = Weight { elements: 2400, requests: 270, transferred: 8_000_000 };
        assert_eq!(heavy.grade(), 'G');
    }
}
