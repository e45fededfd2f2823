//! Ids that are unique, and the same whatever the order of the rows.

use crate::table::{Broken, Notice, Row};
use std::collections::{BTreeMap, BTreeSet};

/// What an id is given to, with the digest that orders equal ids.
pub(super) struct Claim<T> {
    pub(super) holder: T,
    pub(super) digest: blake3::Hash,
}

/// `r` or `b`, then ten hexadecimal digits.
pub(crate) fn digest_id(prefix: char, digest: &blake3::Hash) -> String {
    format!("{prefix}{}", &digest.to_hex()[..10])
}

/// Gives a suffix to repeated ids, smallest digest first, and says how many ids of the source were repeated.
pub(super) fn settle(rows: &mut [Claim<Row>], broken: &mut [Claim<Broken>]) -> Option<Notice> {
    let rows = rows.iter_mut().map(|claim| (claim.digest, &mut claim.holder.id));
    let broken = broken.iter_mut().map(|claim| (claim.digest, &mut claim.holder.id));
    settle_ids(rows.chain(broken))
}

/// The same for ids wherever they are, each with the digest of what bears it.
pub(crate) fn settle_ids<'a>(claims: impl Iterator<Item = (blake3::Hash, &'a mut String)>) -> Option<Notice> {
    let mut by_id: BTreeMap<String, Vec<(blake3::Hash, &mut String)>> = BTreeMap::new();
    for (digest, id) in claims {
        by_id.entry(id.clone()).or_default().push((digest, id));
    }
    let mut taken: BTreeSet<String> = by_id.keys().cloned().collect();
    let mut repeated = Vec::new();
    for (id, mut holders) in by_id {
        if holders.len() == 1 {
            continue;
        }
        holders.sort_by(|one, other| one.0.as_bytes().cmp(other.0.as_bytes()));
        // Rows without id that say the same share their digest: theirs is no mistake of the source.
        if !holders.iter().any(|(digest, _)| [digest_id('r', digest), digest_id('b', digest)].contains(&id)) {
            repeated.push(id.clone());
        }
        let mut rank = 1;
        for (_, holder) in holders.into_iter().skip(1) {
            *holder = loop {
                rank += 1;
                let candidate = format!("{id}-{rank}");
                if taken.insert(candidate.clone()) {
                    break candidate;
                }
            };
        }
    }
    let example = repeated.first().cloned()?;
    Some(Notice::RepeatedIds { ids: repeated.len(), example })
}
