//! The layout of the model file: little-endian sections, each a length in four bytes and its content.

use super::npy::Tensor;
use super::rans::Model;

/// Sections in a row.
#[derive(Default)]
pub(super) struct Sections(Vec<u8>);

impl Sections {
    /// A section of bytes.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend((bytes.len() as u32).to_le_bytes());
        self.0.extend(bytes);
    }

    /// A section of numbers.
    pub(super) fn floats(&mut self, floats: impl Iterator<Item = f32>) {
        self.bytes(&floats.flat_map(f32::to_le_bytes).collect::<Vec<u8>>());
    }

    /// A section of small whole numbers.
    pub(super) fn shorts(&mut self, shorts: impl Iterator<Item = u16>) {
        self.bytes(&shorts.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    }

    /// Three sections: the distinct values, their frequencies and the coded places of each, when the values are few (the
    /// matrices were quantised); else the values as they are and two empty sections.
    pub(super) fn tensor(&mut self, tensor: &Tensor) {
        let mut levels = tensor.data.clone();
        levels.sort_by(f32::total_cmp);
        levels.dedup_by_key(|x| x.to_bits());
        if levels.len() > 256 || levels.len() * 2 > tensor.data.len() {
            self.floats(tensor.data.iter().copied());
            self.bytes(&[]);
            return self.bytes(&[]);
        }
        let place = |x: &f32| levels.partition_point(|level| level.total_cmp(x).is_lt()) as u8;
        let places: Vec<u8> = tensor.data.iter().map(place).collect();
        let model = Model::of(levels.len(), places.iter());
        self.floats(levels.iter().copied());
        self.shorts(model.frequencies());
        self.bytes(&model.encode(&places));
    }

    /// The sections, one after the other.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}
