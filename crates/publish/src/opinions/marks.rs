//! Shapes and bars that tell groups and votes apart without colour.

use arobase_domain::opinions::Tally;

/// Colours of the groups where no style sheet says otherwise; those of the house.
pub(super) const HUES: [&str; 5] = ["#96291a", "#2f6373", "#8a5f00", "#4c6b34", "#6d4a7d"];

/// The outline of the shape of a group, around a point: disc, triangle, square, lozenge, cross.
pub(super) fn shape(rank: usize, (x, y): (f64, f64), r: f64) -> String {
    let at = |dx: f64, dy: f64| format!("{} {}", tenth(x + dx), tenth(y + dy));
    match rank % 5 {
        0 => format!("M{}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0z", at(-r, 0.0), d = 2.0 * r),
        1 => format!("M{}L{}L{}z", at(0.0, -1.25 * r), at(1.15 * r, 0.8 * r), at(-1.15 * r, 0.8 * r)),
        2 => format!("M{}h{w}v{w}h-{w}z", at(-0.9 * r, -0.9 * r), w = tenth(1.8 * r)),
        3 => format!("M{}L{}L{}L{}z", at(0.0, -1.35 * r), at(1.35 * r, 0.0), at(0.0, 1.35 * r), at(-1.35 * r, 0.0)),
        _ => {
            let (arm, half) = (tenth(0.9 * r), tenth(0.35 * r));
            let w = tenth(0.7 * r);
            format!("M{}h{w}v{arm}h{arm}v{w}h-{arm}v{arm}h-{w}v-{arm}h-{arm}v-{w}h{arm}z", at(-half, -half - arm))
        }
    }
}

/// One decimal.
pub(super) fn tenth(value: f64) -> f64 {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// The shape of a group beside its name.
pub(super) fn badge(rank: usize) -> String {
    let (class, hue) = (rank % 5 + 1, HUES[rank % 5]);
    let path = shape(rank, (8.0, 8.0), 5.0);
    format!(
        r#"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path class="g{class}" fill="{hue}" d="{path}"/></svg>"#
    )
}

/// Votes as a bar: those who agree in full ink from the left, those who disagree as an empty frame from the right, the others between.
///
/// It has no name for a screen reader: the figures stand beside it.
pub(super) fn votes(tally: Tally, rank: Option<usize>) -> String {
    let share = |count: u32| tenth(f64::from(count) * 100.0 / f64::from(tally.votes().max(1)));
    let (agree, disagree) = (share(tally.agrees), share(tally.disagrees));
    let class = rank.map_or_else(String::new, |rank| format!(" g{}", rank % 5 + 1));
    let frame = if disagree > 0.0 {
        format!(
            r#"<path class="no" fill="none" stroke="currentColor" vector-effect="non-scaling-stroke" d="M{} .5h{disagree}v7H{}z"/>"#,
            tenth(100.0 - disagree),
            tenth(100.0 - disagree)
        )
    } else {
        String::new()
    };
    format!(
        r#"<svg class="ballot{class}" viewBox="-0.5 0 101 8" preserveAspectRatio="none" aria-hidden="true"><path class="yes" fill="currentColor" d="M0 0h{agree}v8H0z"/>{frame}</svg>"#
    )
}
