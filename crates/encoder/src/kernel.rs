//! One small product, written so that every machine finds the same bits.
//!
//! A tile is a few rows of *a* times [`PANEL`] columns of *b*. Each of its elements is summed over k in increasing order, one
//! multiplication rounded, then one addition rounded: never a fused multiply-add, never a sum split in parts. The width of
//! the machine's registers only decides how many elements advance together, so it cannot be seen in the result.

/// Columns of a tile, and of a packed panel of *b*.
pub(crate) const PANEL: usize = 16;

/// The rows of *a* that one call takes: a multiple of every tile's height, few enough to stay in the second-level cache.
pub(crate) const BLOCK: usize = 48;

/// What the machine offers, from the narrowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// What every machine of the architecture has (SSE2, NEON).
    Baseline,
    /// 256 bits.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// 512 bits.
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Width {
    /// The widths this machine has, narrowest first.
    pub(crate) fn available() -> impl DoubleEndedIterator<Item = Self> {
        #[cfg(target_arch = "x86_64")]
        let wide = [
            is_x86_feature_detected!("avx2").then_some(Self::Avx2),
            is_x86_feature_detected!("avx512f").then_some(Self::Avx512),
        ];
        #[cfg(not(target_arch = "x86_64"))]
        let wide = [];
        std::iter::once(Self::Baseline).chain(wide.into_iter().flatten())
    }

    /// The widest of them.
    pub(crate) fn best() -> Self {
        Self::available().next_back().unwrap_or(Self::Baseline)
    }

    /// Rows of a tile: as many as the registers hold.
    pub(crate) fn height(self) -> usize {
        match self {
            Self::Baseline => BASELINE,
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => AVX2,
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => AVX512,
        }
    }
}

const BASELINE: usize = 3;
#[cfg(target_arch = "x86_64")]
const AVX2: usize = 6;
#[cfg(target_arch = "x86_64")]
const AVX512: usize = 12;

/// One block of *a* against all panels of *b*.
pub(crate) struct Task<'a> {
    /// Terms of each sum: columns of *a*, rows of *b*.
    pub(crate) k: usize,
    /// *a*, in groups of `height` rows: for each k, the group's numbers of column k.
    pub(crate) a: &'a [f32],
    /// *b*, in panels of [`PANEL`] columns: for each k, the panel's numbers of row k.
    pub(crate) b: &'a [f32],
    /// Rows of *a* that count; the group that ends the block may hold more.
    pub(crate) rows: usize,
    /// Columns of *b* that count; the last panel may hold more.
    pub(crate) cols: usize,
    /// Distance between two rows of the result.
    pub(crate) stride: usize,
}

impl Task<'_> {
    /// Writes the product into `out`, row i at `i * stride`.
    #[cfg_attr(target_arch = "x86_64", expect(unsafe_code, reason = "a wider instruction set, detected at run time"))]
    pub(crate) fn run(&self, width: Width, out: &mut [f32]) {
        match width {
            Width::Baseline => self.tiles(out, tile::<BASELINE>),
            // SAFETY: `Width::available` offers these widths only where the processor has them.
            #[cfg(target_arch = "x86_64")]
            Width::Avx2 => unsafe { self.run_avx2(out) },
            #[cfg(target_arch = "x86_64")]
            Width::Avx512 => unsafe { self.run_avx512(out) },
        }
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn run_avx2(&self, out: &mut [f32]) {
        self.tiles(out, |a, b| tile_avx2(a, b));
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f")]
    fn run_avx512(&self, out: &mut [f32]) {
        self.tiles(out, |a, b| tile_avx512(a, b));
    }

    #[expect(clippy::inline_always, reason = "takes the instruction set of its caller only when inlined")]
    #[inline(always)]
    fn tiles<const H: usize>(&self, out: &mut [f32], tile: impl Fn(&[f32], &[f32]) -> [[f32; PANEL]; H]) {
        for (panel, b) in self.b.chunks_exact((self.k * PANEL).max(1)).enumerate() {
            let width = PANEL.min(self.cols - panel * PANEL);
            for (group, a) in self.a.chunks_exact(self.k * H).enumerate() {
                let rows = tile(a, b);
                for (i, row) in (group * H..self.rows).zip(&rows) {
                    let at = i * self.stride + panel * PANEL;
                    out[at..at + width].copy_from_slice(&row[..width]);
                }
            }
        }
    }
}

/// `H` rows by [`PANEL`] columns, in a shape that the compiler turns into vectors of the enabled width.
#[expect(clippy::inline_always, reason = "takes the instruction set of its caller only when inlined")]
#[inline(always)]
fn tile<const H: usize>(a: &[f32], b: &[f32]) -> [[f32; PANEL]; H] {
    let mut sums = [[0.0; PANEL]; H];
    for (a, b) in a.as_chunks::<H>().0.iter().zip(b.as_chunks::<PANEL>().0) {
        for i in 0..H {
            for j in 0..PANEL {
                sums[i][j] += a[i] * b[j];
            }
        }
    }
    sums
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn tile_avx2(a: &[f32], b: &[f32]) -> [[f32; PANEL]; AVX2] {
    tile::<AVX2>(a, b)
}

/// The same in intrinsics: the compiler does not find 512-bit vectors by itself in [`tile`].
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f")]
fn tile_avx512(a: &[f32], b: &[f32]) -> [[f32; PANEL]; AVX512] {
    use std::arch::x86_64::{__m512, _mm512_add_ps, _mm512_mul_ps, _mm512_set1_ps, _mm512_setzero_ps};
    let mut sums = [_mm512_setzero_ps(); AVX512];
    for (a, &b) in a.as_chunks::<AVX512>().0.iter().zip(b.as_chunks::<PANEL>().0) {
        let b: __m512 = bytemuck::cast(b);
        for i in 0..AVX512 {
            sums[i] = _mm512_add_ps(sums[i], _mm512_mul_ps(_mm512_set1_ps(a[i]), b));
        }
    }
    sums.map(bytemuck::cast)
}
