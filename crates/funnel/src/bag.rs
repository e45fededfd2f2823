//! The stems of a text.

/// The stems of a text in order, in one piece of memory: a million ideas hold fifteen million of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bag {
    /// Each followed by [`END`].
    stems: Box<str>,
}

/// No word holds it.
const END: char = '\n';

impl Bag {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        arobase_text::stem::terms(text).into_iter().collect()
    }

    /// The stems, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.stems.split_terminator(END)
    }

    /// Number of stems.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }
}

impl<S: AsRef<str>> FromIterator<S> for Bag {
    fn from_iter<I: IntoIterator<Item = S>>(stems: I) -> Self {
        let mut all = String::new();
        for stem in stems {
            all.push_str(stem.as_ref());
            all.push(END);
        }
        Self { stems: all.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_come_back_in_order() {
        let bag: Bag = ["gare", "", "gare", "velo"].into_iter().collect();
        assert_eq!(bag.iter().collect::<Vec<_>>(), ["gare", "", "gare", "velo"]);
        assert_eq!((bag.len(), bag.is_empty()), (4, false));
        assert_eq!((Bag::of("").len(), Bag::of("").is_empty()), (0, true));
        assert_eq!(Bag::of("les gares").iter().collect::<Vec<_>>(), arobase_text::stem::terms("les gares"));
    }
}
