//! The text of what was written with HTML.

/// The characters written by name that French and English meet.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("euro", '€'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("ccedil", 'ç'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ocirc", 'ô'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("oelig", 'œ'),
    ("Eacute", 'É'),
    ("Egrave", 'È'),
    ("Agrave", 'À'),
    ("Ccedil", 'Ç'),
];
/// Tags after which a line ends.
const LINES: [&str; 10] = ["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"];
/// Tags that surely are HTML.
const TAGS: [&str; 16] =
    ["p", "br", "div", "span", "ul", "ol", "li", "strong", "em", "b", "i", "a", "h2", "h3", "html", "blockquote"];
/// Elements whose content is not text.
const HIDDEN: [&str; 4] = ["style", "script", "head", "title"];

/// The text without its markup; to the character where it has none.
pub(crate) fn plain(text: &str) -> String {
    if has_markup(text) { stripped(text) } else { text.to_owned() }
}

/// Whether a text holds a tag of HTML; « x < y » is none.
fn has_markup(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| tag(&text[at..]).is_some_and(|(name, _)| TAGS.contains(&name.as_str())))
}

/// The name of the tag that a text starts with, in lower case and without its slash, and its length.
fn tag(text: &str) -> Option<(String, usize)> {
    let end = text[1..].find(['<', '>']).map(|at| at + 1).filter(|&at| text[at..].starts_with('>'))?;
    let inside = text[1..end].trim_start_matches('/');
    let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
    let known = !name.is_empty() || inside.starts_with('!');
    known.then(|| (name.to_lowercase(), end + 1))
}

/// The text of HTML: paragraphs and items on lines of their own, items after a dash, characters by name turned into themselves.
pub(crate) fn stripped(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words(&mut text, &rest[..at]);
        rest = &rest[at..];
        let Some((name, length)) = tag(rest) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        let closing = rest.starts_with("</");
        rest = &rest[length..];
        match name.as_str() {
            hidden if HIDDEN.contains(&hidden) && !closing => rest = after(rest, hidden),
            "li" if !closing => {
                line(&mut text);
                text.push_str("- ");
            }
            "p" if closing => text.push_str("\n\n"),
            "br" => text.push('\n'),
            block if LINES.contains(&block) => line(&mut text),
            _ => {}
        }
    }
    words(&mut text, rest);
    tidy(&text)
}

/// What HTML says outside its quotations, and inside.
pub(crate) fn outside_quotes(html: &str) -> (String, String) {
    let (mut own, mut quoted, mut depth) = (String::new(), String::new(), 0_usize);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let found = tag(&rest[at..]).filter(|(name, _)| name == "blockquote");
        let (end, closing) = (at + found.as_ref().map_or(1, |(_, length)| *length), rest[at..].starts_with("</"));
        let place = if depth > 0 { &mut quoted } else { &mut own };
        place.push_str(&rest[..if found.is_some() { at } else { end }]);
        if found.is_some() {
            // A line of its own on each side, as the tag makes.
            place.push_str("<br>");
            depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        }
        rest = &rest[end..];
    }
    let place = if depth > 0 { &mut quoted } else { &mut own };
    place.push_str(rest);
    (own, quoted)
}

/// Ends the line, unless it has just begun.
fn line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// What follows the end of an element.
fn after<'t>(rest: &'t str, name: &str) -> &'t str {
    let end = format!("</{name}");
    let found = rest.as_bytes().windows(end.len()).position(|bytes| bytes.eq_ignore_ascii_case(end.as_bytes()));
    found.and_then(|at| Some(&rest[at + rest[at..].find('>')? + 1..])).unwrap_or("")
}

/// Adds words: in HTML, any run of blanks is one space.
fn words(text: &mut String, html: &str) {
    let mut blank = text.is_empty() || text.ends_with([' ', '\n']);
    for letter in decoded(html).chars() {
        if matches!(letter, ' ' | '\t' | '\r' | '\n') {
            if !blank {
                text.push(' ');
            }
            blank = true;
        } else {
            text.push(letter);
            blank = false;
        }
    }
}

/// Characters by name or number turned into themselves.
fn decoded(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = rest.find(';').filter(|end| *end <= 10).and_then(|end| Some((character(&rest[1..end])?, end + 1)));
        let (letter, length) = found.unwrap_or(('&', 1));
        text.push(letter);
        rest = &rest[length..];
    }
    text + rest
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = number.strip_prefix(['x', 'X']).map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16));
        return char::from_u32(code.ok()?).filter(|letter| *letter != '\0');
    }
    NAMED.iter().find(|(one, _)| *one == name).map(|(_, letter)| *letter)
}

/// No blank at the end of lines, no more than one blank line in a row, none around.
fn tidy(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for line in text.lines().map(|line| line.trim_matches(' ')) {
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{outside_quotes, plain, stripped};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_markup_stops_the_reading(html in "(<|>|&|;|/|p|br|blockquote|style|é|[ -~]){0,60}") {
            let (own, quoted) = outside_quotes(&html);
            prop_assert!(stripped(&own).len() + stripped(&quoted).len() <= 4 * html.len() + 8);
        }
    }

    #[test]
    fn paragraphs_lists_and_entities() {
        let html = "<p>Ouvrir un <strong>guichet</strong>&nbsp;:</p>\n<ul><li>à la mairie</li><li>&agrave; l&rsquo;&eacute;cole</li></ul><p>Merci&#x21;<br/>Anne</p>";
        assert_eq!(plain(html), "Ouvrir un guichet\u{a0}:\n\n- à la mairie\n- à l’école\nMerci!\nAnne");
    }

    #[test]
    fn what_is_no_markup_stays_to_the_character() {
        for text in ["  x < y  &  z > t\n\n\n", "a <- b", "R&D; <3", "&eacute; seul", "<anne@nouans.example>"] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn quotations_are_told_from_words() {
        let html = "<p>Oui</p><blockquote class=\"q\">a<blockquote>b</blockquote>c</blockquote><p>Non</p>";
        let (own, quoted) = outside_quotes(html);
        assert_eq!((plain(&own).as_str(), plain(&quoted).as_str()), ("Oui\n\nNon", "a\nb\nc"));
        assert_eq!(outside_quotes("a < b").0, "a < b");
    }

    #[test]
    fn styles_and_scripts_are_no_text() {
        let html = "<html><head><title>t</title><STYLE>p{}</STYLE></head><body><p>Oui &#0;</p><!-- x --></body></html>";
        assert_eq!(plain(html), "Oui &#0;");
        assert_eq!(plain("<p>non fermé <script>x"), "non fermé");
    }
}
