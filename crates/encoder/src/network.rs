//! The layers: a deep averaging network over pieces and their windows of two, three and five (Yang et al. 2019, Multilingual
//! Universal Sentence Encoder).

use crate::embedding::WIDTH;
use crate::format::Sections;
use crate::{Matrix, ModelError, Panels};

/// Numbers of a branch.
pub(crate) const BRANCH: usize = 256;

/// Numbers of the three branches together.
pub(crate) const BRANCHES: usize = 3 * BRANCH;

/// Numbers of a piece in its text: its embedding and the three branches.
pub(crate) const FEATURES: usize = WIDTH + BRANCHES;

/// Width of the hidden layers.
const HIDDEN: usize = 320;

/// Numbers of the vector of a text.
pub(crate) const DIMENSIONS: usize = 512;

/// Places in the windows of the three branches together.
pub(crate) const PLACES: usize = 2 + 3 + 5;

/// Multiplications that depend on a piece alone: projections and first convolutions.
pub(crate) const fn per_distinct_piece() -> usize {
    WIDTH * BRANCHES + PLACES * BRANCH * BRANCH
}

/// Multiplications for each piece in its text: second convolutions.
pub(crate) const fn per_piece() -> usize {
    PLACES * BRANCH * BRANCH
}

/// Multiplications for each text: the dense layers.
pub(crate) const fn per_text() -> usize {
    FEATURES * DIMENSIONS + HIDDEN * (2 * DIMENSIONS + HIDDEN + 2 * DIMENSIONS) + DIMENSIONS * DIMENSIONS
}

/// Gains and offsets of a layer norm.
struct Norm {
    gains: Vec<f32>,
    offsets: Vec<f32>,
}

/// Two convolutions over a window of `order` pieces.
pub(crate) struct Branch {
    /// Pieces in the window.
    pub(crate) order: usize,
    /// Pieces of the window before the piece itself.
    pub(crate) before: usize,
    /// The first convolution, cut by place in the window: 256 × (order · 256), so that one product gives what a piece brings to
    /// each of its neighbours.
    pub(crate) first: Panels,
    pub(crate) first_bias: Vec<f32>,
    /// The second convolution: (order · 256) × 256.
    pub(crate) second: Panels,
    pub(crate) second_bias: Vec<f32>,
}

/// All weights but the embedding.
pub(crate) struct Network {
    /// 512 × 768: the three branches' projections of an embedding.
    pub(crate) projection: Panels,
    projection_bias: Vec<f32>,
    projection_norm: Norm,
    pub(crate) branches: [Branch; 3],
    feature_norm: Norm,
    /// 1,280 × 512.
    pooled: Panels,
    pooled_bias: Vec<f32>,
    /// The dense layers, by the names of the reference: `d` in a chain, `p` past one of them.
    d0: Panels,
    d1: Panels,
    d2: Panels,
    d3: Panels,
    p1: Panels,
    p3: Panels,
    epsilon: f32,
}

impl Network {
    /// Reads the layers in the order of the file.
    pub(crate) fn read(sections: &mut Sections) -> Result<Self, ModelError> {
        let mut projections = Vec::new();
        let mut bias = Vec::new();
        let mut norm = Norm { gains: Vec::new(), offsets: Vec::new() };
        let mut branch = |sections: &mut Sections, order: usize, before: usize| {
            projections.push(sections.tensor("projection", WIDTH, BRANCH)?);
            bias.extend(row(sections, "projection", BRANCH)?);
            norm.gains.extend(row(sections, "projection norm", BRANCH)?);
            norm.offsets.extend(row(sections, "projection norm", BRANCH)?);
            Branch::read(sections, order, before)
        };
        let branches = [branch(sections, 2, 0)?, branch(sections, 3, 1)?, branch(sections, 5, 2)?];
        Ok(Self {
            projection: Panels::of(&beside(&projections)),
            projection_bias: bias,
            projection_norm: norm,
            branches,
            feature_norm: Norm {
                gains: row(sections, "feature norm", FEATURES)?,
                offsets: row(sections, "feature norm", FEATURES)?,
            },
            pooled: Panels::of(&sections.tensor("pooled", FEATURES, DIMENSIONS)?),
            pooled_bias: row(sections, "pooled", DIMENSIONS)?,
            d0: Panels::of(&sections.tensor("d0", DIMENSIONS, HIDDEN)?),
            d1: Panels::of(&sections.tensor("d1", HIDDEN, HIDDEN)?),
            d2: Panels::of(&sections.tensor("d2", HIDDEN, DIMENSIONS)?),
            d3: Panels::of(&sections.tensor("d3", DIMENSIONS, DIMENSIONS)?),
            p1: Panels::of(&sections.tensor("p1", DIMENSIONS, HIDDEN)?),
            p3: Panels::of(&sections.tensor("p3", HIDDEN, DIMENSIONS)?),
            epsilon: sections.tensor("epsilon", 1, 1)?.row(0)[0],
        })
    }

    /// Layer norm: brings a row to mean 0 and variance 1, without gains and offsets.
    pub(crate) fn standardise(&self, row: &mut [f32]) {
        let n = row.len() as f32;
        let mean = sum(row, |x| x) / n;
        for x in row.iter_mut() {
            *x -= mean;
        }
        let scale = 1.0 / (sum(row, |x| x * x) / n + self.epsilon).sqrt();
        for x in row.iter_mut() {
            *x *= scale;
        }
    }

    /// Adds the bias of the projections and brings them to one norm, the three branches together.
    pub(crate) fn normalise_projection(&self, x: &mut [f32]) {
        x.iter_mut().zip(&self.projection_bias).for_each(|(x, bias)| *x += bias);
        self.standardise(x);
        let Norm { gains, offsets } = &self.projection_norm;
        x.iter_mut().zip(gains).zip(offsets).for_each(|((x, gain), offset)| *x = *x * gain + offset);
    }

    /// From the summed, standardised features of texts (one row each) of `lengths` pieces to their vectors, of length 1.
    pub(crate) fn finish(&self, mut sums: Matrix, lengths: &[usize]) -> Matrix {
        for (i, &n) in lengths.iter().enumerate() {
            let Norm { gains, offsets } = &self.feature_norm;
            let row = sums.row_mut(i).iter_mut().zip(gains).zip(offsets);
            row.for_each(|((x, gain), offset)| *x = *x * gain + n as f32 * offset);
        }
        let mut x = self.pooled.product(&sums);
        for (i, &n) in lengths.iter().enumerate() {
            let n = n as f32;
            x.row_mut(i).iter_mut().zip(&self.pooled_bias).for_each(|(x, bias)| *x = (*x + n * bias) / n.sqrt());
        }
        let y0 = relu(self.d0.product(&x));
        let y1 = relu(plus(self.p1.product(&x), &self.d1.product(&y0)));
        let y2 = relu(self.d2.product(&y1));
        let mut z = plus(self.p3.product(&y1), &self.d3.product(&y2));
        for i in 0..z.rows() {
            self.to_unit(z.row_mut(i));
        }
        z
    }

    fn to_unit(&self, row: &mut [f32]) {
        for x in row.iter_mut() {
            *x = libm::tanhf(*x);
        }
        let length = sum(row, |x| x * x).max(self.epsilon).sqrt();
        for x in row.iter_mut() {
            *x /= length;
        }
    }
}

impl Branch {
    fn read(sections: &mut Sections, order: usize, before: usize) -> Result<Self, ModelError> {
        let first = sections.tensor("first convolution", order * BRANCH, BRANCH)?;
        let first_bias = row(sections, "first convolution", BRANCH)?;
        let second = sections.tensor("second convolution", order * BRANCH, BRANCH)?;
        let second_bias = row(sections, "second convolution", BRANCH)?;
        let places = first.as_slice().chunks_exact(BRANCH * BRANCH);
        let places: Vec<Matrix> = places.map(|place| Matrix::from_vec(BRANCH, BRANCH, place.to_vec())).collect();
        let (first, second) = (Panels::of(&beside(&places)), Panels::of(&second));
        Ok(Self { order, before, first, first_bias, second, second_bias })
    }
}

fn row(sections: &mut Sections, part: &'static str, cols: usize) -> Result<Vec<f32>, ModelError> {
    Ok(sections.tensor(part, 1, cols)?.row(0).to_vec())
}

/// Matrices of as many rows, side by side.
fn beside(matrices: &[Matrix]) -> Matrix {
    let rows = matrices.first().map_or(0, Matrix::rows);
    Matrix::from_rows((0..rows).map(|i| matrices.iter().flat_map(|m| m.row(i)).copied().collect::<Vec<f32>>()))
}

/// The sum of `f` over a row, in sixteen interleaved parts so that it can be vectorised: the same order everywhere.
fn sum(row: &[f32], f: impl Fn(f32) -> f32) -> f32 {
    let (chunks, rest) = row.as_chunks::<16>();
    let mut parts = [0.0; 16];
    for chunk in chunks {
        parts.iter_mut().zip(chunk).for_each(|(part, &x)| *part += f(x));
    }
    parts.iter().copied().chain(rest.iter().map(|&x| f(x))).fold(0.0, |sum, x| sum + x)
}

/// The positive part. Not `f32::max`, which leaves the sign of zero open.
pub(crate) fn positive(x: f32) -> f32 {
    if x > 0.0 { x } else { 0.0 }
}

fn relu(mut m: Matrix) -> Matrix {
    m.as_mut_slice().iter_mut().for_each(|x| *x = positive(*x));
    m
}

fn plus(mut a: Matrix, b: &Matrix) -> Matrix {
    a.as_mut_slice().iter_mut().zip(b.as_slice()).for_each(|(a, b)| *a += b);
    a
}
