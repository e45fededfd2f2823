//! Eigenvectors of a small symmetric matrix, by Jacobi's rotations (Golub and Van Loan, Matrix Computations, §8.5).

/// The eigenvalues from the greatest down, and for each its vector as `vectors[row * n + rank]`.
pub(crate) fn symmetric(mut matrix: Vec<f64>, n: usize) -> (Vec<f64>, Vec<f64>) {
    const SWEEPS: usize = 60;
    let mut vectors = vec![0.0; n * n];
    (0..n).for_each(|at| vectors[at * n + at] = 1.0);
    for _ in 0..SWEEPS {
        let scale: f64 = (0..n).map(|at| matrix[at * n + at].abs()).sum();
        let off: f64 = (0..n).flat_map(|p| (0..p).map(move |q| (p, q))).map(|(p, q)| matrix[p * n + q].abs()).sum();
        if off <= 1e-18 * scale {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut matrix, &mut vectors, n, p, q);
            }
        }
    }
    sorted(&matrix, &vectors, n)
}

/// Brings the cell (p, q) to 0.
fn rotate(matrix: &mut [f64], vectors: &mut [f64], n: usize, p: usize, q: usize) {
    let off = matrix[p * n + q];
    if off == 0.0 {
        return;
    }
    let theta = (matrix[q * n + q] - matrix[p * n + p]) / (2.0 * off);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for k in 0..n {
        let (one, other) = (matrix[k * n + p], matrix[k * n + q]);
        (matrix[k * n + p], matrix[k * n + q]) = (c * one - s * other, s * one + c * other);
    }
    for k in 0..n {
        let (one, other) = (matrix[p * n + k], matrix[q * n + k]);
        (matrix[p * n + k], matrix[q * n + k]) = (c * one - s * other, s * one + c * other);
        let (one, other) = (vectors[k * n + p], vectors[k * n + q]);
        (vectors[k * n + p], vectors[k * n + q]) = (c * one - s * other, s * one + c * other);
    }
}

fn sorted(matrix: &[f64], vectors: &[f64], n: usize) -> (Vec<f64>, Vec<f64>) {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&one, &other| matrix[other * n + other].total_cmp(&matrix[one * n + one]).then(one.cmp(&other)));
    let values = order.iter().map(|&at| matrix[at * n + at]).collect();
    let vectors = (0..n).flat_map(|row| order.iter().map(move |&at| vectors[row * n + at])).collect();
    (values, vectors)
}

#[cfg(test)]
mod tests {
    use super::symmetric;

    #[test]
    fn a_matrix_is_its_values_along_its_vectors() {
        let matrix = vec![4.0, 1.0, -2.0, 1.0, 2.0, 0.5, -2.0, 0.5, 3.0];
        let (values, vectors) = symmetric(matrix.clone(), 3);
        assert!(values[0] >= values[1] && values[1] >= values[2]);
        for rank in 0..3 {
            for row in 0..3 {
                let image: f64 = (0..3).map(|k| matrix[row * 3 + k] * vectors[k * 3 + rank]).sum();
                assert!((image - values[rank] * vectors[row * 3 + rank]).abs() < 1e-12);
            }
        }
    }
}
