use super::*;

fn bags(texts: &[&str]) -> Vec<Bag> {
    texts.iter().map(|text| text.split(' ').filter(|w| !w.is_empty()).collect()).collect()
}

fn cosine(x: &Matrix, i: usize, j: usize) -> f32 {
    x.row(i).iter().zip(x.row(j)).map(|(a, b)| a * b).sum()
}

/// 600 bags of eight words, each on one of ten subjects of 60 words.
fn subjects() -> Vec<Bag> {
    let mut draws = Draws::new(6);
    (0..600).map(|i| (0..8).map(|_| format!("s{}m{}", i % 10, draws.below(60))).collect()).collect()
}

#[test]
fn words_that_keep_company_come_close() {
    let corpus = subjects();
    let x = lsa(&corpus, 42);
    let strangers = |i: usize, j: usize| !corpus[i].iter().any(|word| corpus[j].iter().any(|other| other == word));
    let pairs = (0..300).flat_map(|i| (i + 1..300).map(move |j| (i, j))).filter(|&(i, j)| strangers(i, j));
    let (mut near, mut far) = ((0.0, 0.0), (0.0, 0.0));
    for (i, j) in pairs {
        let side = if i % 10 == j % 10 { &mut near } else { &mut far };
        *side = (side.0 + cosine(&x, i, j), side.1 + 1.0);
    }
    let (near, far) = (near.0 / near.1, far.0 / far.1);
    assert!(near > 0.03 && far.abs() < 0.003, "without a shared word: {near} on one subject, {far} on two");
}

#[test]
fn a_bag_without_a_shared_word_stays_zero() {
    let mut corpus = subjects();
    corpus.push(["hapax"].into_iter().collect());
    let x = lsa(&corpus, 42);
    assert!(x.row(600).iter().all(|&v| v == 0.0));
    assert!((cosine(&x, 1, 1) - 1.0).abs() < 1e-5);
}

#[test]
fn nothing_in_nothing_out() {
    assert_eq!(lsa::<Bag>(&[], 1).rows(), 0);
    let x = lsa(&bags(&["seul", ""]), 1);
    assert_eq!(x.rows(), 2);
    assert!(x.as_slice().iter().all(|&v| v == 0.0));
}

#[test]
fn threads_do_not_show() {
    let mut draws = Draws::new(5);
    let corpus: Vec<Bag> =
        (0..1500).map(|_| (0..12).map(|_| format!("m{}", draws.below(40) * draws.below(40))).collect()).collect();
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| lsa(&corpus, 42))
    };
    let one: Vec<u32> = run(1).as_slice().iter().map(|x| x.to_bits()).collect();
    let two: Vec<u32> = run(2).as_slice().iter().map(|x| x.to_bits()).collect();
    assert_eq!(one, two);
}
