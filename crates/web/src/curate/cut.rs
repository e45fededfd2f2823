//! Cutting the open idea: its words come back with a mark where the second part begins.

use super::form::{Sent, Unclear};
use super::opened::Opened;
use crate::Error;
use crate::funnel::cut;
use crate::state::AppState;
use arobase_domain::edits::{Cut, Gesture, Wish};
use arobase_domain::masks::veiled;
use arobase_domain::{Idea, PropositionId};
use arobase_text::repair::repair;

/// What people put where they cut.
const MARK: char = '|';

/// What is wished by a form that cuts the open idea.
pub(super) async fn wish(state: &AppState, opened: &Opened, sent: &Sent) -> Result<Result<Wish, Unclear>, Error> {
    let id = sent.open();
    let idea = &opened.analysis.ideas[*opened.places.get(&id).ok_or_else(Error::not_found)?];
    let number = idea.contribution.number().ok_or_else(Error::not_found)?;
    let contribution = state.store.contribution(&state.edition.id, number).await?.ok_or_else(Error::not_found)?;
    let (_, raw, _) = cut(&contribution.text, idea.span);
    let shown = |text: &str| veiled(&opened.bench.state.masks, &idea.contribution, text);
    Ok(place(idea, raw, sent.field("text"), &shown).ok_or(Unclear::Cut).map(|cut| {
        let second = second(opened, idea, cut);
        Wish::Make(Gesture::Cut { idea: id, cut, second })
    }))
}

/// Where an idea whose raw text is `raw` is cut, if `marked` says it; what is masked was not `shown`.
fn place(idea: &Idea, raw: &str, marked: &str, shown: &dyn Fn(&str) -> String) -> Option<Cut> {
    let at = mark(&shown(raw), marked)?;
    let byte = raw.char_indices().nth(at).map_or(raw.len(), |(byte, _)| byte);
    let whole = repair(raw);
    let (first, second) = whole.split_at(split(&whole, &raw[..byte], &raw[byte..])?);
    let said = |text: &str| text.chars().any(char::is_alphanumeric);
    let there = idea.text == shown(&whole);
    (there && said(first) && said(second)).then(|| Cut { at: idea.span.start + at, chars: first.chars().count() })
}

/// Where the repaired text is cut when the raw one is in two parts: before or after what one part gives alone, for what helps to read mis-decoded letters may
/// be in the other.
fn split(whole: &str, first: &str, second: &str) -> Option<usize> {
    let (first, second) = (repair(first), repair(second));
    let after = whole.starts_with(&*first).then_some(first.len());
    after.or_else(|| whole.strip_suffix(&*second).map(str::len))
}

/// How many scalars of `raw` stand before the mark, if `marked` is the same text with one more mark. Browsers write line ends in their own way, and
/// blanks around are not sent.
fn mark(raw: &str, marked: &str) -> Option<usize> {
    let raw: Vec<(usize, char)> = written(raw).collect();
    let marked: Vec<char> = written(marked.trim()).map(|(_, c)| c).collect();
    let blank = |(_, c): &&(usize, char)| c.is_whitespace();
    let (from, to) = (raw.iter().take_while(blank).count(), raw.iter().rev().take_while(blank).count());
    let raw = raw.get(from..raw.len().saturating_sub(to))?;
    let at = raw.iter().zip(&marked).take_while(|((_, said), sent)| said == *sent).count();
    let rest = raw.get(at..)?.iter().map(|(_, c)| c);
    let marks = marked.get(at) == Some(&MARK) && marked.get(at + 1..)?.iter().eq(rest);
    marks.then(|| raw.get(at)).flatten().map(|(place, _)| *place)
}

/// The scalars of a text with their places; a line end is one.
fn written(text: &str) -> impl Iterator<Item = (usize, char)> {
    let next = text.chars().skip(1).map(Some).chain([None]);
    let scalars = text.chars().zip(next).enumerate();
    scalars.filter(|(_, pair)| *pair != ('\r', Some('\n'))).map(|(at, (c, _))| (at, if c == '\r' { '\n' } else { c }))
}

/// The propositions whose words are in the second part.
fn second(opened: &Opened, idea: &Idea, cut: Cut) -> Vec<PropositionId> {
    let found = opened.analysis.propositions.iter();
    found.filter(|one| one.source == idea.id && one.source_span.start >= cut.at).map(|one| one.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_domain::Span;

    #[test]
    fn the_mark_says_where() {
        for (raw, marked, found) in [
            ("Un. Deux.", "Un. |Deux.", Some(4)),
            (" Un. Deux. ", "Un.| Deux.", Some(4)),
            ("Un.\r\nDeux.", "Un.\r\n|Deux.", Some(5)),
            ("Un.\nDeux.", "Un.\r\n|Deux.", Some(4)),
            ("Un | deux. Trois.", "Un | deux. |Trois.", Some(11)),
            ("Un | deux.", "Un || deux.", Some(4)),
            ("Un. Deux.", "Un. Deux.", None),
            ("Un. Deux.", "Un. |Trois.", None),
            ("Un. Deux.", "|Un. |Deux.", None),
            ("Un. Deux.", "Un. Deux.|", None),
            ("", "|", None),
        ] {
            assert_eq!(mark(raw, marked), found, "{raw:?} {marked:?}");
        }
    }

    #[test]
    fn a_part_has_words_and_its_text_is_the_repaired_one() {
        let raw = "L’Ã©cole. La mairie !";
        let idea = Idea {
            text: repair(raw).into_owned(),
            span: Span { start: 10, end: 10 + raw.chars().count() },
            ..Idea::default()
        };
        let cut = place(&idea, raw, "L’Ã©cole. |La mairie !", &str::to_owned);
        assert_eq!(cut, Some(Cut { at: 20, chars: 9 }));
        let cut = place(&idea, raw, "L’|Ã©cole. La mairie !", &str::to_owned);
        assert_eq!(cut, Some(Cut { at: 12, chars: 2 }));
        assert_eq!(place(&idea, raw, "L’Ã©cole. La mairie |!", &str::to_owned), None, "no word is left");
        assert_eq!(place(&idea, raw, "L’Ã|©cole. La mairie !", &str::to_owned), None, "a letter is not cut");
    }
}
