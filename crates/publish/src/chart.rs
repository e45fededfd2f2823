//! Small drawings that stand beside a figure, never instead of it.

/// A horizontal bar as SVG: `part` of `whole` in full ink, then up to `total` in a lighter one (what a campaign adds, say).
///
/// It has no name for a screen reader: the figures stand beside it. Classes `bar`, `part` and `rest` are for the style sheet.
///
/// ```
/// let bar = arobase_publish::chart::bar(30, 45, 60);
/// assert!(bar.contains("h50v") && bar.contains("h25v"));
/// ```
pub fn bar(part: usize, total: usize, whole: usize) -> String {
    let share = |count: usize| (count.min(whole) * 1000 / whole.max(1)) as f64 / 10.0;
    let (part, total) = (share(part.min(total)), share(total));
    let rest = (total - part).max(0.0);
    format!(
        r#"<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><path class="part" fill="currentColor" d="M0 0h{part}v6H0z"/><path class="rest" fill="currentColor" opacity=".4" d="M{part} 0h{rest}v6H{part}z"/></svg>"#,
        rest = Trim(rest),
    )
}

/// At most one decimal, none when it is zero.
struct Trim(f64);

impl std::fmt::Display for Trim {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", (self.0 * 10.0).round() / 10.0)
    }
}
