//! Pieces that do not stand alone join their neighbour (analysis.md §3.2, rule 4).

use super::Piece;
use super::clauses::{is_clear_verb, opens_demand};
use crate::pattern::{Pattern, pattern};
use crate::propositions::Asked;
use crate::propositions::read::read;
use crate::wording::nounphrase::noun_phrases;
use arobase_text::lexicon::Lexicon;
use arobase_text::words::words;
use std::sync::LazyLock;

/// More words than this and a sentence that points backwards is left alone.
const CONTEXT_CAP: usize = 60;
/// What asks nothing flows on in segments of about forty words, as Reinert's method cuts them (analysis.md §1.7).
const SEGMENT: usize = 45;

/// Most words of a title, and of a remark that may say nothing.
const TITLE: usize = 8;
const REMARK: usize = 4;

static POINTS_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:cela|ceci|ca|ce qui|c'est|c'etait|ce serait|ils?|elles?|celui-ci|celle-ci|ceux-ci|celles-ci|par exemple|car|en effet|parce que?|ainsi|resultat|consequence|exemple|donc|d'ou|sinon|merci|c'est pourquoi|et ce|tout cela|tout ca|bref|faute de|d'autant|a ce jour|notamment|surtout|idem|et pas|mais pas|meme si|or|de quoi|autrement)\b",
    )
});

/// Joins headings to what they announce, then weak pieces to the left, or to the right when they come first.
pub(super) fn join(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if text[piece.range.clone()].chars().any(char::is_alphanumeric) {
            let alone = match joined.last_mut() {
                Some(left) => meet(text, left, piece),
                None => Some(piece),
            };
            joined.extend(alone);
        }
    }
    lean_right(text, joined)
}

/// Joins a piece to its left, or gives it back.
fn meet(text: &str, left: &mut Piece, mut piece: Piece) -> Option<Piece> {
    if left.frame || piece.frame {
        let both = left.frame && piece.frame;
        if both {
            left.range.end = piece.range.end;
        }
        return (!both).then_some(piece);
    }
    if left.heading {
        announce(left, &piece);
    } else if depends(text, left, &mut piece) {
        append(text, left, piece);
    } else {
        return Some(piece);
    }
    None
}

/// The heading becomes part of the first item: its head is read there.
fn announce(heading: &mut Piece, item: &Piece) {
    heading.range.end = item.range.end;
    heading.heading = item.heading;
    heading.block = item.block;
    heading.carried.clear();
    heading.asked = None;
}

/// A sentence brings what it asks; a part of a sentence makes its left read again.
fn append(text: &str, left: &mut Piece, mut piece: Piece) {
    left.asked = if piece.opens {
        let mut asked = std::mem::take(asked(text, left));
        asked.append(self::asked(text, &mut piece));
        asked.sort_by(|a, b| b.quality.total_cmp(&a.quality));
        Some(asked)
    } else {
        None
    };
    left.range.end = piece.range.end;
}

fn depends(text: &str, left: &mut Piece, piece: &mut Piece) -> bool {
    if !piece.carried.is_empty() {
        return false;
    }
    let content = &text[piece.range.clone()];
    let together = words(&text[left.range.start..piece.range.end]).len();
    let supports = |text, piece: &mut Piece| together <= CONTEXT_CAP && refers(content) && !asks(text, piece);
    if finishes(left, piece, text) {
        return true;
    }
    if left.block != piece.block {
        return !piece.item && (supports(text, piece) || says_nothing(content) && !asks(text, piece));
    }
    !stands_alone(content)
        || points_back(content) && together <= CONTEXT_CAP
        || supports(text, piece)
        || together <= SEGMENT && !asks(text, left) && !asks(text, piece)
}

/// What the left leaves open: « deux choses : », « … Ex. », « des pratiques qui » before an item « mettent en péril ».
fn finishes(left: &Piece, piece: &Piece, text: &str) -> bool {
    let before = text[left.range.clone()].trim_end();
    let content = &text[piece.range.clone()];
    let first = words(content).first().map_or("", |word| word.text);
    let item = piece.item && first.starts_with(char::is_lowercase) && is_clear_verb(first);
    let open = before.ends_with(':') || before.to_lowercase().trim_end_matches(['.', ' ']).ends_with(" ex");
    item || open && left.block == piece.block
}

/// « Cette plateforme… », « (Moi aussi.) »: about what was just said.
fn refers(content: &str) -> bool {
    static THIS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?:(?:cette|cet|ces|ce) \w+|aupres d|y compris)"));
    let aside = content.starts_with('(') && content.trim_end_matches(['.', ' ']).ends_with(')');
    aside || THIS.is_match(content) || points_back(content)
}

/// « Article 49-6 », « II ter. », « Table 3 »: a reference, a remark, which names no subject.
fn says_nothing(content: &str) -> bool {
    words(content).len() <= REMARK && noun_phrases(content).is_empty()
}

/// « Enjeux du numérique » alone on its line, above a paragraph: a title.
fn is_title(text: &str, before: Option<usize>, piece: &mut Piece, next: &Piece) -> bool {
    let content = text[piece.range.clone()].trim_end();
    let alone = !piece.item && before != Some(piece.block) && next.block != piece.block;
    let bare = words(content).len() <= TITLE && !content.ends_with(['.', '!', '?', '…', ';', ',']);
    let announces = words(&text[next.range.clone()]).len() > TITLE && !next.item;
    let verbal = || words(content).iter().any(|word| is_clear_verb(word.text));
    alone && bare && announces && !verbal() && !asks(text, piece)
}

/// « Elle ferme à midi » points back; « il faut » does not.
fn points_back(content: &str) -> bool {
    let content = content.trim_start();
    let demands = crate::heads::first(content).is_some_and(|head| head.range.start == 0);
    POINTS_BACK.is_match(content) && !demands
}

fn asks(text: &str, piece: &mut Piece) -> bool {
    !piece.carried.is_empty() || opens_demand(&text[piece.range.clone()]) || !asked(text, piece).is_empty()
}

/// What a piece asks, read once.
fn asked<'a>(text: &str, piece: &'a mut Piece) -> &'a mut Vec<Asked> {
    let (range, carried) = (piece.range.clone(), &piece.carried);
    piece.asked.get_or_insert_with(|| read(&text[range], carried))
}

/// Four words with a verb, or a head that needs none, can be an idea of their own.
fn stands_alone(content: &str) -> bool {
    let words = words(content);
    let lexicon = Lexicon::french();
    let verbal = || words.iter().any(|word| lexicon.is_verb_form(word.text));
    words.len() >= 4 && (verbal() || crate::heads::first(content).is_some())
        || words.len() >= 2 && opens_demand(content)
}

/// A weak opening (« Bonjour, ») and a title join what they open; what they do not ask is not read there.
fn lean_right(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.into_iter().peekable();
    let mut before = None;
    while let Some(mut piece) = pieces.next() {
        match pieces.peek_mut() {
            Some(next) if !piece.frame && !next.frame && next.carried.is_empty() => {
                let block = Some(piece.block);
                if opens_weakly(text, &piece, next) {
                    next.asked = None;
                    next.range.start = piece.range.start;
                } else if is_title(text, before, &mut piece, next) {
                    asked(text, next);
                    next.range.start = piece.range.start;
                } else {
                    kept.push(piece);
                }
                before = block;
            }
            _ => {
                before = Some(piece.block);
                kept.push(piece);
            }
        }
    }
    kept
}

fn opens_weakly(text: &str, piece: &Piece, next: &Piece) -> bool {
    let content = &text[piece.range.clone()];
    next.block == piece.block && words(content).len() < 4 && !stands_alone(content)
}

#[cfg(test)]
mod tests {
    use arobase_text::normal::Normal;

    fn ideas(raw: &str) -> Vec<String> {
        crate::ideas::cut(raw, &Normal::of(raw)).into_iter().map(|cut| cut.text).collect()
    }

    #[test]
    fn a_title_joins_its_paragraph() {
        let raw = "Les enjeux de la lecture\n\nIl faut ouvrir la médiathèque le dimanche pour ceux qui travaillent.\n\n\
                   Nous demandons aussi des horaires plus larges pendant les vacances.";
        let found = ideas(raw);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("Les enjeux de la lecture"));
    }

    #[test]
    fn what_names_nothing_joins_what_it_follows() {
        let found =
            ideas("Il faut ouvrir la médiathèque le dimanche.\n\nArticle 12 bis\n\nFermer la piscine en hiver.");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].ends_with("Article 12 bis"));
    }

    #[test]
    fn bare_things_on_their_lines_stay_apart() {
        assert_eq!(ideas("la fibre\nun médecin\nune école").len(), 3);
    }
}
