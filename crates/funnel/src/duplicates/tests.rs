use super::*;
use crate::random::Draws;

fn folded<'a>(texts: &[&'a str]) -> Vec<Folded<'a>> {
    (0_u32..).zip(texts).map(|(i, text)| Folded { text, author: Some(i), contribution: i }).collect()
}

#[test]
fn equal_and_near_texts_follow_the_first() {
    let texts = folded(&[
        "la fibre partout",
        "developper la mediation numerique dans les villages",
        "la fibre partout",
        "developper la mediation numerique dans les village",
        "autre chose",
    ]);
    let found = find(&texts);
    assert_eq!(found.leader, [0, 1, 0, 1, 4]);
    assert_eq!(found.groups, [vec![0, 2], vec![1, 3]]);
    assert_eq!(found.leaders(), [0, 1, 4]);
}

#[test]
fn a_negation_is_not_a_duplicate() {
    let for_it = "il faut selon nous maintenir un guichet ouvert tous les jours dans chaque commune rurale de france pour \
                  aider les habitants a faire leurs demarches en ligne sans payer et sans attendre des semaines";
    let against = for_it.replacen("il faut", "il ne faut pas", 1);
    let (a, b) = (Shingles::words(for_it), Shingles::words(&against));
    let shared = a.iter().filter(|piece| b.contains(piece)).count() as f64;
    assert!(shared / (a.len() + b.len()) as f64 > 0.4, "close enough for the test to mean something");
    assert_eq!(find(&folded(&[for_it, &against])).leader, [0, 1]);
}

#[test]
fn a_text_of_twelve_words_meets_its_copy_of_eleven() {
    let twelve = "former les agents des mairies rurales a la cybersecurite chaque annee ensemble";
    let eleven = twelve.strip_suffix(" ensemble").expect("the last word");
    assert_eq!(twelve.split(' ').count(), LONG);
    assert_eq!(find(&folded(&[twelve, eleven])).leader, [0, 0]);
}

/// `count` words of a vocabulary of 3,000, the first ones more frequent.
fn sentence(draws: &mut Draws, count: usize) -> Vec<String> {
    (0..count).map(|_| format!("mot{}", (draws.unit() * draws.unit() * 3000.0) as usize)).collect()
}

/// Ten templates, each copied 30 times with up to 30 % of its words replaced, among 2,000 other texts.
fn edited_copies(draws: &mut Draws) -> Vec<(usize, String)> {
    let mut texts = Vec::new();
    for template in 0..10 {
        let length = 8 + 6 * template;
        let original = sentence(draws, length);
        for copy in 0..30 {
            let mut words = original.clone();
            for _ in 0..copy * length / 100 {
                words[draws.below(length)] = sentence(draws, 1).remove(0);
            }
            texts.push((template, words.join(" ")));
        }
    }
    texts.extend((0..2000).map(|i| (10 + i, sentence(draws, 6 + i % 50).join(" "))));
    draws.shuffle(&mut texts);
    texts
}

/// Jaccard on the pieces themselves, without a hash.
fn naive_jaccard(a: &str, b: &str) -> f64 {
    let short = a.split(' ').count().min(b.split(' ').count()) < LONG;
    let pieces = |text: &str| -> BTreeSet<String> {
        let letters: Vec<char> = text.chars().collect();
        let words: Vec<&str> = text.split(' ').collect();
        if short {
            letters.windows(5).map(|run| run.iter().collect()).collect()
        } else {
            words.windows(3).map(|run| run.join(" ")).collect()
        }
    };
    let (a, b) = (pieces(a), pieces(b));
    a.intersection(&b).count() as f64 / a.union(&b).count() as f64
}

#[test]
fn finds_edited_copies_and_nothing_else() {
    let texts = edited_copies(&mut Draws::new(8));
    let forms: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let leader = find(&folded(&forms)).leader;
    let (mut expected, mut recalled, mut joined, mut right) = (0, 0, 0, 0);
    for i in 0..texts.len() {
        for j in (i + 1..texts.len()).filter(|&j| texts[j].0 == texts[i].0 || leader[j] == leader[i]) {
            let together = leader[i] == leader[j];
            let near = naive_jaccard(forms[i], forms[j]) >= NEAR;
            expected += usize::from(near);
            recalled += usize::from(near && together);
            joined += usize::from(together);
            right += usize::from(together && texts[i].0 == texts[j].0);
        }
    }
    assert!(expected > 200, "{expected} near pairs to find");
    assert!(recalled as f64 >= 0.95 * expected as f64, "{recalled} of {expected} near pairs found");
    assert!(right as f64 >= 0.98 * joined as f64, "{right} right of {joined} joined");
}

#[test]
fn threads_do_not_show() {
    let texts = edited_copies(&mut Draws::new(9));
    let forms: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| find(&folded(&forms)))
    };
    assert_eq!(run(1), run(2));
}

#[test]
fn weights_count_authors_once_and_stop_at_four() {
    let mut texts = folded(&["a b c"; 40]);
    for text in &mut texts {
        text.author = Some(text.contribution / 2);
    }
    texts.push(Folded { text: "seul", author: None, contribution: 90 });
    let found = find(&texts);
    assert_eq!(found.weights(&texts), [4.0, 1.0]);
    let three = &texts[..6];
    assert_eq!(find(three).weights(three), [2.0]);
}

#[test]
fn a_campaign_needs_five_long_copies_from_three_authors() {
    let long = "nous demandons que chaque commune garde un guichet humain a cote des demarches en ligne";
    let edited = format!("{long} merci");
    let mut texts = vec!["bonjour"; 10];
    texts.extend([long, &edited, long, long]);
    assert_eq!(campaigns(&folded(&texts), &[]), vec![None; 14]);
    texts.push(long);
    let mut expected = vec![None; 10];
    expected.extend([Some(1); 5]);
    assert_eq!(campaigns(&folded(&texts), &[]), expected);
    let mut two_authors = folded(&texts);
    for text in &mut two_authors {
        text.author = Some(text.contribution % 2);
    }
    assert_eq!(campaigns(&two_authors, &[]), vec![None; 15]);
}

#[test]
fn a_template_is_a_campaign_even_with_other_words_around() {
    let texts: Vec<String> =
        (0..6).map(|i| (0..14).map(|j| format!("mot{}", i * 20 + j)).collect::<Vec<_>>().join(" ")).collect();
    let forms: Vec<&str> = texts.iter().map(String::as_str).collect();
    let ideas: Vec<Vec<u32>> = (0..6).map(|i| vec![0, 1, 2, 10 + i, 20 + i]).collect();
    assert_eq!(campaigns(&folded(&forms), &ideas), vec![Some(1); 6]);
    let fewer: Vec<Vec<u32>> = (0..6).map(|i| vec![0, 1, 30 + i, 10 + i, 20 + i]).collect();
    assert_eq!(campaigns(&folded(&forms), &fewer), vec![None; 6]);
}
