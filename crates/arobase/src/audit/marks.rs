//! What stands in a page of ours: figures under their names, what is quoted from files, and the rest.

/// A piece of a page, in its order.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// `<data class="name" value="value">text</data>`
    Figure { name: &'a str, value: &'a str, text: &'a str },
    /// `<span data-of="of">text</span>`, or a `code` element.
    Quoted { of: &'a str, text: String },
    /// Any other text.
    Text(&'a str),
}

/// The pieces of the body of a page.
pub(super) fn marks(page: &str) -> Vec<Mark<'_>> {
    let body = page.split_once("<body>").map_or(page, |(_, body)| body);
    let (mut marks, mut rest) = (Vec::new(), body);
    while let Some((before, after)) = rest.split_once('<') {
        marks.push(Mark::Text(before));
        let Some((tag, then)) = after.split_once('>') else { break };
        rest = then;
        let attribute = |name: &str| tag.split_once(name)?.1.split_once('"').map(|(value, _)| value);
        let text = then.split_once('<').map_or(then, |(text, _)| text);
        if let (true, Some(name), Some(value)) =
            (tag.starts_with("data "), attribute("class=\""), attribute("value=\""))
        {
            marks.push(Mark::Figure { name, value, text });
            rest = &then[text.len()..];
        } else if let Some(of) = attribute("data-of=\"") {
            marks.push(Mark::Quoted { of, text: unescaped(text) });
            rest = &then[text.len()..];
        }
    }
    marks.push(Mark::Text(rest));
    marks.retain(|mark| !matches!(mark, Mark::Text(text) if text.trim().is_empty()));
    marks
}

/// What was written before it was escaped.
fn unescaped(text: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.iter().fold(text.to_owned(), |text, (escaped, sign)| text.replace(escaped, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_taken_apart() {
        let page = "<head><title>7</title></head><body><p>Lues\u{a0}: <data class=\"a.b\" value=\"1200\">1\u{202f}200</data> \
                    et 3.</p><code data-of=\"parameter.x\">4 &#60;b&#62;</code></body>";
        let found = [
            Mark::Text("Lues\u{a0}: "),
            Mark::Figure { name: "a.b", value: "1200", text: "1\u{202f}200" },
            Mark::Text(" et 3."),
            Mark::Quoted { of: "parameter.x", text: "4 <b>".into() },
        ];
        assert_eq!(marks(page), found);
    }
}
