use super::tiles::{TILE, WAVE};
use super::*;
use crate::quantise::STEPS;
use crate::random::Draws;
use arobase_encoder::Matrix;

fn random_rows(n: usize, cols: usize) -> Compact {
    let mut draws = Draws::new(11);
    let mut x = Matrix::from_vec(n, cols, (0..n * cols).map(|_| draws.gaussian() as f32).collect());
    crate::vectors::unit_rows(&mut x);
    x.row_mut(n / 2).fill(0.0);
    Compact::of(&x)
}

fn naive(x: &Compact, k: usize) -> Vec<Vec<Near>> {
    let similarity = |i: usize, j: usize| Similarity::of(x.row(i).zip(x.row(j)).fold(0.0, |sum, (a, b)| sum + a * b));
    (0..x.rows())
        .map(|i| {
            let mut all: Vec<Near> = (0..x.rows()).filter(|&j| j != i).map(|j| (similarity(i, j), j as u32)).collect();
            all.sort_by_key(|&(s, j)| (std::cmp::Reverse(s), j));
            all.truncate(k);
            all
        })
        .collect()
}

#[test]
fn tiles_find_what_a_full_sort_finds() {
    // Over one wave of tiles, so that merging is exercised too.
    for (n, cols) in [(3, 4), (700, 6), (TILE * WAVE + 90, 3)] {
        let x = random_rows(n, cols);
        assert_eq!(knn(&x, 5).rows, naive(&x, 5), "{n} rows");
    }
}

/// 4,000 rows around 60 directions, as ideas are around subjects.
fn clustered_rows() -> Compact {
    let mut draws = Draws::new(12);
    let subjects: Vec<Vec<f64>> = (0..60).map(|_| (0..32).map(|_| draws.gaussian()).collect()).collect();
    let row = |i: usize, draws: &mut Draws| -> Vec<f32> {
        subjects[i % 60].iter().map(|&s| (s + 0.7 * draws.gaussian()) as f32).collect()
    };
    let mut x = Matrix::from_rows((0..4000).map(|i| row(i, &mut draws)));
    crate::vectors::unit_rows(&mut x);
    Compact::of(&x)
}

#[test]
fn cells_find_nine_neighbours_in_ten() {
    let x = clustered_rows();
    let (some, all) = (cells::knn(&x, 15), tiles::knn(&x, 15));
    let found: usize = (0..4000).map(|i| all.of(i).iter().filter(|near| some.of(i).contains(near)).count()).sum();
    assert!(found >= 4000 * 15 * 9 / 10, "{found} of {}", 4000 * 15);
}

#[test]
fn threads_do_not_show() {
    let x = clustered_rows();
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    assert_eq!(pool(1).install(|| tiles::knn(&x, 10)), pool(2).install(|| tiles::knn(&x, 10)));
    assert_eq!(pool(1).install(|| cells::knn(&x, 10)), pool(2).install(|| cells::knn(&x, 10)));
}

#[test]
fn edges_are_symmetric_and_weak_ones_dropped() {
    let of = |cosine: f64| Similarity((cosine * f64::from(STEPS)) as i32);
    let rows = vec![vec![(of(0.9), 1)], vec![(of(0.9), 0), (of(0.5), 2)], vec![(of(0.2), 0)]];
    let g = graph(&Neighbours { rows });
    assert_eq!(g.of(0), [(1, of(0.9))]);
    assert_eq!(g.of(1), [(0, of(0.9)), (2, of(0.5))]);
    assert_eq!(g.of(2), [(1, of(0.5))]);
    assert_eq!(g.edge_count(), 2);
}

#[test]
fn a_row_of_zeros_has_no_edge() {
    let g = graph(&knn(&random_rows(300, 3), 10));
    assert!(g.of(150).is_empty());
    assert!(g.of(0).len() >= 5);
}

#[test]
fn pieces_of_one_text_leave_room_for_others() {
    let near = |others: &[u32]| others.iter().map(|&j| (Similarity(STEPS - j as i32), j)).collect::<Vec<Near>>();
    let rows = vec![near(&[1, 2, 3, 4, 5, 6])];
    let kept = Neighbours { rows }.beyond_kin(&[0, 0, 0, 0, 0, 1, 1], 4);
    assert_eq!(kept.of(0), near(&[1, 2, 3, 5]));
}
