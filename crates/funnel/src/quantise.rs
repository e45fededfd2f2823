//! Similarities in steps of 1/4096: what two processors compute a hair apart compares equal.

/// Steps in one unit of similarity.
pub const STEPS: i32 = 4096;

/// A similarity in steps of 1/4096.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Similarity(pub i32);

impl Similarity {
    /// Rounds to the nearest step, halves away from zero.
    pub fn of(x: f32) -> Self {
        // The truncating cast is exact and vectorises; `round` would be a call per number.
        let scaled = x * STEPS as f32;
        Self((scaled + if scaled < 0.0 { -0.5 } else { 0.5 }) as i32)
    }

    /// A number under which none rounds to this step: half a step lower, and a little more.
    pub fn least(self) -> f32 {
        (self.0 as f32 - 0.75) / STEPS as f32
    }

    /// Back to a real number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / f64::from(STEPS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_the_nearest_step() {
        assert_eq!(Similarity::of(1.0), Similarity(4096));
        assert_eq!(Similarity::of(-0.25), Similarity(-1024));
        assert_eq!(Similarity::of(0.000_13), Similarity(1));
        assert_eq!(Similarity::of(-0.000_13), Similarity(-1));
        assert_eq!(Similarity::of(0.000_12), Similarity(0));
    }

    #[test]
    fn nothing_under_the_least_rounds_to_a_step() {
        for step in -STEPS..=STEPS {
            let least = Similarity(step).least();
            assert!(Similarity::of(least.next_down()) < Similarity(step));
            assert!(Similarity::of(least + 0.6 / STEPS as f32) == Similarity(step), "{step}");
        }
    }
}
