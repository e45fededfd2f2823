//! Chance as an argument: every draw of a run comes from its seed and the name of the stage that draws.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// The seed of one stage: the first eight bytes of blake3(run seed ‖ stage), so that a stage added
/// before another one does not change what the other draws.
pub fn stage_seed(run: u64, stage: &str) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&run.to_le_bytes());
    hasher.update(stage.as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    u64::from_le_bytes(first)
}

/// A stream of draws that is the same on every machine.
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// The stream of `seed`.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Any 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number in [0, 1), with 53 random bits.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An index under `n`. The bias of the multiplication is under n / 2⁶⁴.
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.bits()) * n as u128) >> 64) as usize
    }

    /// A standard normal number (Box and Muller, with `libm` so that machines agree).
    pub fn gaussian(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }

    /// Shuffles in place (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_have_the_moments_of_their_laws() {
        let mut draws = Draws::new(1);
        let normal: Vec<f64> = (0..20_000).map(|_| draws.gaussian()).collect();
        let mean = normal.iter().sum::<f64>() / 20_000.0;
        let variance = normal.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05, "mean {mean}, variance {variance}");
        let mut counts = [0; 7];
        (0..7_000).for_each(|_| counts[draws.below(7)] += 1);
        assert!(counts.iter().all(|&c| (880..1120).contains(&c)), "{counts:?}");
    }

    #[test]
    fn stages_draw_apart_and_again() {
        assert_ne!(stage_seed(42, "lsa"), stage_seed(42, "themes"));
        assert_ne!(stage_seed(42, "lsa"), stage_seed(43, "lsa"));
        let stream = |seed| {
            let mut draws = Draws::new(seed);
            (0..5).map(|_| draws.bits()).collect::<Vec<_>>()
        };
        assert_eq!(stream(7), stream(7));
        assert_ne!(stream(7), stream(8));
    }
}
