use super::*;
use crate::metrics::adjusted_rand;
use crate::quantise::Similarity;
use crate::random::Draws;
use std::collections::BTreeSet;

/// A planted partition: `groups` of `size` ideas, most edges inside.
fn planted(groups: usize, size: usize, inside: f64, across: f64, seed: u64) -> (Graph, Vec<u32>) {
    let n = groups * size;
    let mut draws = Draws::new(seed);
    let mut edges = Vec::new();
    for i in 0..n {
        for j in i + 1..n {
            let chance = if i / size == j / size { inside } else { across };
            if draws.unit() < chance {
                edges.push((i as u32, j as u32, Similarity(1600 + draws.below(1600) as i32)));
            }
        }
    }
    (Graph::from_edges(n, edges), (0..n).map(|i| (i / size) as u32).collect())
}

/// The themes of ideas that each come from a contribution of their own.
fn themes_of(graph: &Graph, weights: &[f64], settings: Settings) -> Themes {
    let sources: Vec<usize> = (0..graph.len()).collect();
    find(Nodes { graph, weights, sources: &sources }, settings, 42)
}

#[test]
fn a_theme_is_what_several_contributions_speak_of() {
    let (graph, _) = planted(4, 20, 0.5, 0.0, 1);
    let weights = vec![1.0; 80];
    let wordy: Vec<usize> = (0..80).map(|i| if i < 20 { i / 10 } else { i }).collect();
    let found = find(Nodes { graph: &graph, weights: &weights, sources: &wordy }, Settings::default(), 42);
    assert_eq!(found.count(), 3, "the ideas of two contributions make no theme");
}

#[test]
fn planted_groups_are_found() {
    let (graph, truth) = planted(8, 30, 0.35, 0.01, 4);
    let found = themes_of(&graph, &vec![1.0; 240], Settings::default());
    let labels: Vec<u32> = found.theme().iter().map(|t| t.unwrap_or(99)).collect();
    assert_eq!(found.count(), 8);
    assert!(adjusted_rand(&labels, &truth) > 0.95);
    assert!(found.stability.iter().all(|&s| s > 0.75), "{:?}", found.stability);
}

#[test]
fn the_number_asked_for_is_reached() {
    let (graph, _) = planted(24, 10, 0.6, 0.02, 9);
    for asked in [4, 6, 12, 24] {
        let found = themes_of(&graph, &vec![1.0; 240], Settings { themes: Some(asked) });
        assert!(found.count().abs_diff(asked) <= 1, "{} for {asked}", found.count());
    }
}

#[test]
fn an_idea_without_neighbours_waits_to_be_sorted() {
    let (graph, _) = planted(5, 20, 0.5, 0.01, 1);
    let edges = (0..100).flat_map(|i| graph.of(i).iter().map(move |&(j, w)| (i as u32, j, w)).collect::<Vec<_>>());
    let wider = Graph::from_edges(101, edges);
    let found = themes_of(&wider, &vec![1.0; 101], Settings::default());
    assert_eq!(found.placements[100].theme, None);
    assert_eq!(found.placements[100].reason, Reason::Alone);
    assert!(found.placements[..100].iter().all(|p| p.theme.is_some()));
}

#[test]
fn a_pair_joins_its_clear_neighbours() {
    let (graph, _) = planted(5, 20, 0.6, 0.0, 1);
    let mut edges: Vec<(u32, u32, Similarity)> =
        (0..100).flat_map(|i| graph.of(i).iter().map(move |&(j, w)| (i as u32, j, w)).collect::<Vec<_>>()).collect();
    // Two ideas very near each other, and a little to the first group: too few for a theme at a fine resolution.
    edges.push((100, 101, Similarity(4000)));
    edges.extend((0..3).flat_map(|j| [(100, j, Similarity(1400)), (101, j, Similarity(1400))]));
    let wider = Graph::from_edges(102, edges);
    let communities: Vec<Option<u32>> = (0..102).map(|i| (i < 100).then_some(i / 20)).collect();
    let placed = placement::place(&wider, &communities);
    assert_eq!((placed[100].theme, placed[100].reason), (Some(0), Reason::Joined));
}

#[test]
fn an_idea_goes_where_most_of_its_neighbours_are() {
    let edges = |far: i32| (1..=8).map(move |j| (0, j, Similarity(far)));
    let communities: Vec<Option<u32>> = (0..9).map(|i| Some(u32::from(i >= 3))).collect();
    let place = |far| placement::place(&Graph::from_edges(9, edges(far)), &communities)[0].clone();
    let near = place(2000);
    assert_eq!(
        (near.theme, near.reason),
        (Some(1), Reason::Joined),
        "two of its eight neighbours are of its community"
    );
    assert_eq!(place(1100).theme, Some(1), "however far, most of them agree");
    let divided: Vec<Option<u32>> = (0..9).map(|i| Some(i % 3)).collect();
    let far = placement::place(&Graph::from_edges(9, edges(1100)), &divided)[0].clone();
    assert_eq!((far.theme, far.reason), (None, Reason::Far));
}

#[test]
fn threads_do_not_show() {
    let (graph, _) = planted(10, 25, 0.2, 0.03, 2);
    let weights: Vec<f64> = (0..250).map(|i| 1.0 + f64::from(i % 4)).collect();
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| themes_of(&graph, &weights, Settings::default()))
    };
    assert_eq!(run(1), run(2));
}

#[test]
fn no_idea_no_theme() {
    let nothing = themes_of(&Graph::from_edges(0, []), &[], Settings::default());
    assert_eq!(nothing.count(), 0);
    let alone = themes_of(&Graph::from_edges(1, []), &[1.0], Settings::default());
    assert_eq!((alone.count(), alone.placements[0].reason), (0, Reason::Alone));
}

#[test]
fn communities_hold_together() {
    let (graph, _) = planted(6, 20, 0.15, 0.04, 3);
    let network = Network::new(&graph, &vec![1.0; 120]);
    for seed in 0..10 {
        let labels = leiden::leiden(&network, 2.0, 2, seed);
        for community in 0..=*labels.iter().max().unwrap() {
            let members: Vec<usize> = (0..120).filter(|&i| labels[i] == community).collect();
            let mut reached = BTreeSet::from([members[0]]);
            let mut next = vec![members[0]];
            while let Some(i) = next.pop() {
                let inside = network.of(i).map(|edge| edge.0).filter(|&j| labels[j] == community);
                next.extend(inside.filter(|&j| reached.insert(j)));
            }
            assert_eq!(reached.len(), members.len(), "community {community} of seed {seed} is in one piece");
        }
    }
}

/// Modularity within a thousandth of the peer crate's on the same graphs.
#[test]
fn as_good_as_the_peer() {
    use single_clustering::community_search::leiden::{LeidenConfig, ObjectiveKind, leiden as peer};
    use single_clustering::network::CSRNetwork;
    for (seed, resolution) in [(1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0)] {
        let (graph, _) = planted(12, 25, 0.2, 0.03, seed);
        let edges: Vec<(usize, usize, f64)> = (0..graph.len())
            .flat_map(|i| graph.of(i).iter().map(move |&(j, w)| (i, j as usize, f64::from(w.0))))
            .filter(|&(i, j, _)| i < j)
            .collect();
        let theirs = CSRNetwork::from_edges(graph.len(), &edges).unwrap();
        let config =
            LeidenConfig { objective: ObjectiveKind::Rb { resolution }, n_iterations: 4, ..Default::default() };
        let theirs: Vec<u32> = peer(&theirs, &config).unwrap().labels().iter().map(|&c| c as u32).collect();
        let network = Network::new(&graph, &vec![1.0; graph.len()]);
        let ours = network.modularity(&leiden::leiden(&network, resolution, 4, seed), resolution);
        let theirs = network.modularity(&theirs, resolution);
        assert!(ours >= 0.999 * theirs, "γ = {resolution}: {ours} against {theirs}");
    }
}

/// A campaign is one idea of weight four at most: it does not carve themes.
#[test]
fn a_campaign_leaves_the_themes_as_they_are() {
    let (graph, _) = planted(10, 25, 0.3, 0.02, 7);
    let mut weights = vec![1.0; 250];
    let labels = |weights: &[f64]| -> Vec<u32> {
        themes_of(&graph, weights, Settings::default()).theme().iter().map(|t| t.unwrap_or(99)).collect()
    };
    let without = labels(&weights);
    weights[12] = 4.0;
    let agreement = crate::metrics::adjusted_mutual_information(&without, &labels(&weights));
    assert!(agreement >= 0.95, "{agreement}");
}
