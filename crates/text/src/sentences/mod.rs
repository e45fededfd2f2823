//! Blocks (paragraphs, items of lists) and sentences of a French text.

mod abbreviations;
mod blocks;
mod cuts;

pub use blocks::{Block, blocks};

use std::ops::Range;

/// The sentences of a text, as byte ranges in order; every character that is not a space lies in exactly one of them.
/// The marker of a list item belongs to its first sentence: see [`sentences_in`] for sentences without it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let with_marker = |block: &Block| {
        let mut found = sentences_in(text, block);
        if let Some(first) = found.first_mut() {
            first.start = block.marker.start.min(first.start);
        }
        found
    };
    blocks(text).iter().flat_map(with_marker).collect()
}

/// The sentences of one block of `text`, as byte ranges of `text`, list marker left out.
pub fn sentences_in(text: &str, block: &Block) -> Vec<Range<usize>> {
    let content = &text[block.range.clone()];
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for end in cuts::cuts(content).into_iter().chain([content.len()]) {
        let piece = trimmed(content, start..end);
        let lone_signs = !content[piece.clone()].contains(char::is_alphanumeric);
        match found.last_mut() {
            Some(last) if lone_signs => last.end = piece.end.max(last.end),
            _ if piece.is_empty() => {}
            _ => found.push(piece),
        }
        start = end;
    }
    join_leading_signs(content, &mut found);
    found.into_iter().map(|range| range.start + block.range.start..range.end + block.range.start).collect()
}

/// Signs before the first word (« - … ») belong to the sentence that follows.
fn join_leading_signs(content: &str, found: &mut Vec<Range<usize>>) {
    if found.len() > 1 && !content[found[0].clone()].contains(char::is_alphanumeric) {
        found[1].start = found[0].start;
        found.remove(0);
    }
}

/// A range without the spaces at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..(start + part.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn stops_end_sentences_and_abbreviations_do_not() {
        assert_eq!(
            cut("M. Petit (art. 3, p. 12) habite av. Foch. Il a 2.5 km de fibre, etc. Quel délai ? Aucun !"),
            ["M. Petit (art. 3, p. 12) habite av. Foch.", "Il a 2.5 km de fibre, etc.", "Quel délai ?", "Aucun !"]
        );
        assert_eq!(cut("Les routes, les ponts etc. sont à revoir."), ["Les routes, les ponts etc. sont à revoir."]);
        assert_eq!(
            cut("Selon J. Martin et la S.N.C.F. Paris est loin."),
            ["Selon J. Martin et la S.N.C.F. Paris est loin."]
        );
        assert_eq!(cut("C’est le plan B. Il faut agir."), ["C’est le plan B.", "Il faut agir."]);
        assert_eq!(cut("Fini en 2025. Voir data.gouv.fr. Merci"), ["Fini en 2025.", "Voir data.gouv.fr.", "Merci"]);
    }

    #[test]
    fn forgotten_spaces_and_capitals_do_not_hide_the_end() {
        assert_eq!(cut("C’est la fin.Le début suit."), ["C’est la fin.", "Le début suit."]);
        assert_eq!(
            cut("le réseau tombe.il faut agir. le reste attend"),
            ["le réseau tombe.", "il faut agir.", "le reste attend"]
        );
        assert_eq!(cut("PLUS DE FIBRE. MOINS DE PAPIER.ET VITE"), ["PLUS DE FIBRE.", "MOINS DE PAPIER.", "ET VITE"]);
        assert_eq!(cut("les élu.e.s et les professionnel.les"), ["les élu.e.s et les professionnel.les"]);
        assert_eq!(cut("un site Node.JS en v1.2"), ["un site Node.JS en v1.2"]);
    }

    #[test]
    fn ellipses_quotations_and_semicolons() {
        assert_eq!(cut("On attend… toujours… Rien ne vient."), ["On attend… toujours…", "Rien ne vient."]);
        assert_eq!(cut("Il dit : « Assez ! » puis sort. « Bien. »"), ["Il dit : « Assez ! » puis sort.", "« Bien. »"]);
        assert_eq!(cut("Former les agents ; équiper les écoles"), ["Former les agents ;", "équiper les écoles"]);
        assert_eq!(cut("Un mot (le mien ; le tien) suffit ?! Oui"), ["Un mot (le mien ; le tien) suffit ?!", "Oui"]);
    }

    #[test]
    fn colons_end_a_sentence_before_an_infinitive_only() {
        assert_eq!(cut("Une priorité : former les élus"), ["Une priorité :", "former les élus"]);
        assert_eq!(cut("Je propose : de ne pas fermer"), ["Je propose :", "de ne pas fermer"]);
        assert_eq!(cut("Une priorité : la fibre à 10:30"), ["Une priorité : la fibre à 10:30"]);
    }

    #[test]
    fn items_of_lists_are_blocks() {
        let text = "Il faut :\n- former les élus ;\n• équiper\n1) mailler\na) relier\n2° payer\n-agir";
        let found = blocks(text);
        let contents: Vec<&str> = found.iter().map(|block| &text[block.range.clone()]).collect();
        assert_eq!(contents, ["Il faut :", "former les élus ;", "équiper", "mailler", "relier", "payer", "agir"]);
        assert_eq!(
            found.iter().map(|block| block.item).collect::<Vec<_>>(),
            [false, true, true, true, true, true, true]
        );
        assert_eq!(cut(text)[1], "- former les élus ;");
    }

    #[test]
    fn lists_inside_a_line_are_found_too() {
        assert_eq!(cut("Mes idées : - la fibre - le bus"), ["Mes idées :", "- la fibre", "- le bus"]);
        assert_eq!(cut("Idées : 1) la fibre 2) le bus (voir 3)"), ["Idées :", "1) la fibre", "2) le bus (voir 3)"]);
        assert_eq!(cut("Le maire - élu en 2020 - décide"), ["Le maire - élu en 2020 - décide"]);
        assert_eq!(cut("- la fibre - le bus - le train"), ["- la fibre", "- le bus", "- le train"]);
        assert_eq!(cut("- le maire - élu en 2020 - décide"), ["- le maire - élu en 2020 - décide"]);
        assert_eq!(cut("D’une part la fibre, d’autre part le bus"), ["D’une part la fibre,", "d’autre part le bus"]);
        assert_eq!(
            cut("Il est ajouté : « II. - Les éditeurs répondent. »"),
            ["Il est ajouté : « II. - Les éditeurs répondent. »"]
        );
        assert_eq!(cut("1. La fibre. 2. Le bus."), ["1. La fibre.", "2. Le bus."]);
    }

    #[test]
    fn wrapped_lines_are_one_sentence() {
        let text = "Nous souhaitons que la commune puisse accueillir les habitants\ndans un lieu ouvert.\nPuis voir.";
        assert_eq!(cut(text).len(), 2);
        assert_eq!(cut("la fibre\nle bus"), ["la fibre", "le bus"]);
    }

    proptest! {
        #[test]
        fn every_sign_is_in_exactly_one_sentence(
            text in "([a-zéA-Z]{1,6}|[.!?…;:,()«»\"’-]|•|\n| |1\\)|2\\.|d’autre part|etc\\.|- ){0,40}|(?s:.{0,40})"
        ) {
            let mut covered = vec![0_u8; text.len()];
            let mut last = 0;
            for range in sentences(&text) {
                prop_assert!(range.start >= last && range.end > range.start);
                last = range.end;
                covered[range].iter_mut().for_each(|n| *n += 1);
            }
            for (at, c) in text.char_indices() {
                prop_assert!(c.is_whitespace() || covered[at] == 1, "{c:?} at {at}");
            }
        }

        #[test]
        fn blocks_are_in_order_and_have_content(text in "([a-zé]{1,4}|[-•*–]|\n| |1\\)|2\\.|a\\)|: ){0,30}") {
            let mut last = 0;
            for block in blocks(&text) {
                prop_assert!(block.marker.start >= last && block.marker.end <= block.range.start && !block.range.is_empty());
                last = block.range.end;
            }
        }
    }
}
