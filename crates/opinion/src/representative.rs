//! The statements that set a group apart (analysis.md §3.12, 9), chosen as red-dwarf chooses.

use crate::statistics::{InGroup, SIGNIFICANT, Side};

/// Statements listed for a group, or for a side of the consensus.
pub(crate) const LISTED: usize = 5;

/// A statement that sets a group apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Representative {
    /// The statement, by index.
    pub statement: usize,
    /// What the group does more than the others.
    pub side: Side,
    /// The figures of that side.
    pub figures: InGroup,
    /// What the group agrees on most, and most of its own: always listed.
    pub best_agree: bool,
}

/// A statement of a group: its index, then both sides.
pub(crate) type Row = (usize, [InGroup; 2]);

/// At most [`LISTED`] statements; at least one, when there are statements. Those that the group agrees with come first.
pub(crate) fn representative(rows: &[Row]) -> Vec<Representative> {
    let mut significant: Vec<Representative> =
        rows.iter().filter(|row| row.1.iter().any(|side| side.is_significant())).map(told).collect();
    significant.sort_by(|one, other| {
        other.figures.weight().total_cmp(&one.figures.weight()).then(one.statement.cmp(&other.statement))
    });
    let head = match best_agree(rows) {
        Some(row) => Some(Representative { best_agree: true, ..told(row) }),
        None if significant.is_empty() => most_its_own(rows).map(told),
        None => None,
    };
    // Where red-dwarf has no head it lists nothing, however much the group disagrees; that reads as an oversight.
    let rest = significant.into_iter().filter(|one| head.is_none_or(|head| one.statement != head.statement));
    let mut listed: Vec<Representative> = head.into_iter().chain(rest).take(LISTED).collect();
    listed.sort_by_key(|one| one.side);
    listed
}

/// A statement seen from the side on which the group differs most.
fn told(&(statement, [agree, disagree]): &Row) -> Representative {
    let (side, figures) = if agree.zr > disagree.zr { (Side::Agree, agree) } else { (Side::Disagree, disagree) };
    Representative { statement, side, figures, best_agree: false }
}

/// What the group agrees on: each statement is held against the best one so far, by what that one owes its place to.
fn best_agree(rows: &[Row]) -> Option<&Row> {
    let mut best: Option<&Row> = None;
    for row in rows.iter().filter(|row| row.1.iter().any(|side| side.share.count > 0)) {
        let agree = row.1[0];
        let better = match best.map(|best| best.1[0]) {
            Some(best) if best.r > 1.0 => agree.weight() > best.weight(),
            Some(best) => agree.share.p * agree.share.z > best.share.p * best.share.z,
            None => agree.share.z > SIGNIFICANT || (agree.r > 1.0 && agree.share.p > 0.5),
        };
        if better {
            best = Some(row);
        }
    }
    best
}

fn most_its_own(rows: &[Row]) -> Option<&Row> {
    let own = |row: &Row| row.1[0].zr.max(row.1[1].zr);
    rows.iter().reduce(|best, row| if own(row) > own(best) { row } else { best })
}
