//! Long lists, a page at a time.

/// Rows on a page.
pub const PAGE_SIZE: u32 = 25;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// Its rows, at most [`PAGE_SIZE`].
    pub items: Vec<T>,
    /// Its number, from 1.
    pub number: u32,
    /// Rows on all pages together.
    pub total: u64,
}

impl<T> Page<T> {
    /// How many pages there are; an empty list has one.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.total.div_ceil(u64::from(PAGE_SIZE)).max(1)).unwrap_or(u32::MAX)
    }
}

/// LIMIT and OFFSET of a page; page 0 is page 1.
pub(crate) fn window(page: u32) -> (i64, i64) {
    (i64::from(PAGE_SIZE), i64::from(PAGE_SIZE) * i64::from(page.saturating_sub(1)))
}
