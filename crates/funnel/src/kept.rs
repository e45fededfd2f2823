//! What costly stages found, as bytes that [`Progress::keep`] may put aside and [`Progress::recall`] bring back, so that an interrupted run goes on.
//!
//! Only what depends on the contributions and the settings alone is kept. Numbers are little-endian, a list begins with its length. Whoever keeps
//! the bytes vouches that they come back as they were.

use crate::outcome::Progress;

/// Something that can be written as bytes and read again, the same to the bit.
pub(crate) trait Kept: Sized {
    /// Adds itself at the end of `out`.
    fn write(&self, out: &mut Vec<u8>);

    /// Takes itself from the beginning of `bytes`; `None` when they are not what [`Kept::write`] wrote.
    fn read(bytes: &mut &[u8]) -> Option<Self>;
}

/// What was kept of `stage`, if it `fits` what the stages before it found.
pub(crate) fn recall<T: Kept>(
    progress: &mut dyn Progress,
    stage: &'static str,
    fits: impl Fn(&T) -> bool,
) -> Option<T> {
    let bytes = progress.recall(stage)?;
    let mut rest = bytes.as_slice();
    T::read(&mut rest).filter(|kept| rest.is_empty() && fits(kept))
}

/// Keeps what `stage` found.
pub(crate) fn keep(progress: &mut dyn Progress, stage: &'static str, found: &impl Kept) {
    progress.keep(stage, &|| {
        let mut bytes = Vec::new();
        found.write(&mut bytes);
        bytes
    });
}

/// The run within a run that leaves campaigns out: it keeps what it finds under other names, and counts nothing.
pub(crate) struct Within<'a>(pub(crate) &'a mut dyn Progress);

impl Progress for Within<'_> {
    fn done(&mut self, _: &'static str, _: &[(&'static str, usize)]) {}

    fn recall(&mut self, stage: &'static str) -> Option<Vec<u8>> {
        self.0.recall(renamed(stage))
    }

    fn keep(&mut self, stage: &'static str, content: &dyn Fn() -> Vec<u8>) {
        self.0.keep(renamed(stage), content);
    }
}

fn renamed(stage: &'static str) -> &'static str {
    match stage {
        "vectors" => "vectors-within",
        "neighbours" => "neighbours-within",
        _ => "themes-within",
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Kept for $number {
            fn write(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            fn read(bytes: &mut &[u8]) -> Option<Self> {
                let (first, rest) = bytes.split_first_chunk()?;
                *bytes = rest;
                Some(Self::from_le_bytes(*first))
            }
        }
    )*};
}

numbers!(u8, i16, u32, i32, u64, f64);

impl Kept for usize {
    fn write(&self, out: &mut Vec<u8>) {
        (*self as u64).write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        u64::read(bytes)?.try_into().ok()
    }
}

impl<T: Kept> Kept for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        u8::from(self.is_some()).write(out);
        if let Some(held) = self {
            held.write(out);
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        match u8::read(bytes)? {
            0 => Some(None),
            1 => T::read(bytes).map(Some),
            _ => None,
        }
    }
}

impl<T: Kept> Kept for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        out.reserve(self.len() * size_of::<T>());
        for one in self {
            one.write(out);
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let length = usize::read(bytes)?;
        // Nothing kept is shorter than a byte: a damaged length asks for no memory.
        let mut found = Self::with_capacity(length.min(bytes.len()));
        for _ in 0..length {
            found.push(T::read(bytes)?);
        }
        Some(found)
    }
}

impl<A: Kept, B: Kept> Kept for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some((A::read(bytes)?, B::read(bytes)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[derive(Default)]
    struct Shelf(BTreeMap<&'static str, Vec<u8>>);

    impl Progress for Shelf {
        fn done(&mut self, _: &'static str, _: &[(&'static str, usize)]) {}

        fn recall(&mut self, stage: &'static str) -> Option<Vec<u8>> {
            self.0.get(stage).cloned()
        }

        fn keep(&mut self, stage: &'static str, content: &dyn Fn() -> Vec<u8>) {
            self.0.insert(stage, content());
        }
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut shelf = Shelf::default();
        let found = vec![(Some(7_u32), 0.1_f64), (None, -0.0)];
        keep(&mut shelf, "themes", &found);
        let back: Option<Vec<(Option<u32>, f64)>> = recall(&mut shelf, "themes", |_| true);
        assert_eq!(format!("{back:?}"), format!("{:?}", Some(&found)), "−0 is not 0");
        assert_eq!(recall::<Vec<(Option<u32>, f64)>>(&mut shelf, "themes", |kept| kept.len() == 3), None);
        assert_eq!(recall::<Vec<i16>>(&mut shelf, "vectors", |_| true), None);
        keep(&mut Within(&mut shelf), "themes", &vec![1_u32]);
        assert_eq!(recall::<Vec<u32>>(&mut Within(&mut shelf), "themes", |_| true), Some(vec![1]));
        assert_eq!(shelf.0.keys().copied().collect::<Vec<_>>(), ["themes", "themes-within"]);
    }

    #[test]
    fn what_is_cut_or_longer_is_not_read() {
        let mut bytes = Vec::new();
        vec![Some(3_i32), None].write(&mut bytes);
        for end in 0..bytes.len() {
            assert_eq!(Vec::<Option<i32>>::read(&mut &bytes[..end]), None, "{end}");
        }
        let mut shelf = Shelf::default();
        shelf.0.insert("themes", [bytes, vec![0]].concat());
        assert_eq!(recall::<Vec<Option<i32>>>(&mut shelf, "themes", |_| true), None);
        assert_eq!(Vec::<i16>::read(&mut [255; 8].as_slice()), None, "a damaged length");
    }
}
