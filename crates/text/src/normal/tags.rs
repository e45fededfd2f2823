//! HTML tags.

use crate::piece::Piece;

/// Farthest place where the end of a tag is looked for, in characters.
const LONGEST: usize = 2_000;

const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "tbody",
    "thead",
    "blockquote",
    "section",
    "article",
    "hr",
    "pre",
    "dl",
    "dt",
    "dd",
    "header",
    "footer",
    "figure",
];
const INLINE: &[&str] = &[
    "a",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "span",
    "font",
    "small",
    "big",
    "sup",
    "sub",
    "img",
    "code",
    "strike",
    "del",
    "ins",
    "mark",
    "abbr",
    "cite",
    "q",
    "label",
    "html",
    "body",
    "head",
    "style",
    "script",
    "iframe",
    "center",
    "o",
    "figcaption",
    "col",
    "colgroup",
];

/// Pieces without tags: those of blocks leave a line feed, items of lists a hyphen as well, cells a space.
pub(super) fn strip(raw: &[Piece]) -> Vec<Piece> {
    let mut done = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(&piece) = raw.get(at) {
        if let Some((length, left)) = (piece.c == '<').then(|| tag(&raw[at..])).flatten() {
            let last = raw[at + length - 1];
            done.extend(left.chars().map(|c| piece.up_to(last, c)));
            at += length;
        } else {
            done.push(piece);
            at += 1;
        }
    }
    done
}

/// The length of the tag that begins here, and what it leaves.
fn tag(raw: &[Piece]) -> Option<(usize, &'static str)> {
    let end = raw.iter().take(LONGEST).skip(1).position(|piece| matches!(piece.c, '<' | '>'))? + 1;
    let inside: String = raw[1..end].iter().map(|piece| piece.c).collect();
    let left = left_by(&inside).filter(|_| raw[end].c == '>')?;
    Some((end + 1, left))
}

/// What a tag leaves, given what stands between its angle brackets; `None` if that is no tag (`a<b et c>d`).
fn left_by(inside: &str) -> Option<&'static str> {
    if inside.starts_with("!--") || inside.starts_with("![") {
        return Some("");
    }
    let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |rest| (true, rest));
    let name_end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, attributes) =
        (inside[..name_end].to_ascii_lowercase(), inside[name_end..].trim_matches([' ', '/', '\n']));
    let spaced = name_end == inside.len() || inside[name_end..].starts_with([' ', '/', '\n', ':']);
    if !spaced || !(attributes.is_empty() || attributes.contains('=') || attributes.starts_with(':')) {
        return None;
    }
    match name.as_str() {
        "li" if !closing => Some("\n- "),
        "li" => Some("\n"),
        "td" | "th" => Some(" "),
        name if BLOCKS.contains(&name) => Some("\n"),
        name if INLINE.contains(&name) => Some(""),
        _ => None,
    }
}
