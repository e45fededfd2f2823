//! What is understood of each format, and what is refused.

use super::*;
use crate::office::tests::{docx, docx_of, odt, package};
use arobase_domain::motion::outline::{Form, Left, Paragraph};

/// Each paragraph with what it is, stressed words between stars.
fn told(outline: &Outline) -> Vec<(Form, String)> {
    let words = |one: &Paragraph| {
        let run = |run: &arobase_domain::motion::prose::Run| {
            if run.stressed { format!("*{}*", run.text) } else { run.text.clone() }
        };
        one.runs.iter().map(run).collect()
    };
    outline.paragraphs.iter().map(|one| (one.form, words(one))).collect()
}

fn of(text: &str) -> Outline {
    outline(text.as_bytes()).unwrap()
}

fn pairs(wanted: &[(Form, &str)]) -> Vec<(Form, String)> {
    wanted.iter().map(|(form, words)| (*form, (*words).to_owned())).collect()
}

#[test]
fn markdown_is_read_with_what_its_paragraphs_are() {
    let text = "# Titre\n\nUn *mot*\nfort.\n\n## Partie\n\n**Nous demandons :**\n\n1. D’abord\n\n   - ceci\n   - cela\n\n   Puis.\n2. > dit-elle\n3. - rien\n\n> à part\n\n\
        [lien](https://exemple.fr) ~~barré~~ <b>gras</b>\n\n| a | b |\n|---|---|\n| c | d |\n";
    let found = of(text);
    let wanted = [
        (Form::Heading(1), "Titre"),
        (Form::Text, "Un *mot* fort."),
        (Form::Heading(2), "Partie"),
        (Form::Text, "Nous demandons :"),
        (Form::Numbered(0), "D’abord"),
        (Form::Bullet(1), "ceci"),
        (Form::Bullet(1), "cela"),
        (Form::Within, "Puis."),
        (Form::Numbered(0), ""),
        (Form::Quote, "dit-elle"),
        (Form::Numbered(0), ""),
        (Form::Bullet(1), "rien"),
        (Form::Quote, "à part"),
        (Form::Text, "lien gras"),
    ];
    let told = told(&found);
    assert_eq!(told[..wanted.len()], pairs(&wanted));
    assert_eq!(told[wanted.len()..], pairs(&["a", "b", "c", "d"].map(|cell| (Form::Text, cell))));
    let left: Vec<(Left, usize)> = found.left.into_iter().collect();
    assert_eq!(left, [(Left::Struck, 1), (Left::Table, 1), (Left::Link, 1), (Left::Code, 2)]);
}

#[test]
fn a_docx_from_word_is_cleaned() {
    let body = r#"<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Partie</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">Ouvrir </w:t></w:r>
        <w:del><w:r><w:delText>une</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve">la </w:t></w:r></w:ins>
        <w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>poste</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t>le samedi</w:t></w:r></w:p>
        <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Tout en gras</w:t></w:r></w:p>
        <w:p><w:r><w:drawing/></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>case</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    let styles =
        r#"<w:styles xmlns:w="w"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let numbering = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
    let bytes = docx_of(
        "openxmlformats-officedocument.wordprocessingml.document.main",
        body,
        &[("word/styles.xml", styles), ("word/numbering.xml", numbering)],
    );
    let found = outline(&bytes).unwrap();
    let wanted = [
        (Form::Heading(1), "Partie"),
        (Form::Numbered(0), "Ouvrir la *poste*."),
        (Form::Bullet(1), "le samedi"),
        (Form::Text, "Tout en gras"),
        (Form::Text, "case"),
    ];
    assert_eq!(told(&found), pairs(&wanted));
    let left: Vec<Left> = found.left.into_keys().collect();
    assert_eq!(left, [Left::Struck, Left::Added, Left::Comment, Left::Image, Left::Table]);
}

#[test]
fn an_odt_is_read_by_its_styles_and_lists() {
    let content = r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f"><office:automatic-styles>
        <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
        <style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
        <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles>
        <office:body><office:text><text:h text:outline-level="2">Partie</text:h><text:list text:style-name="L1"><text:list-item><text:p>Ouvrir
        <text:span text:style-name="T1">la poste</text:span><text:annotation><text:p>non</text:p></text:annotation></text:p><text:p>Vite.</text:p>
        <text:list><text:list-item><text:p>le samedi</text:p></text:list-item></text:list></text:list-item></text:list>
        <text:p text:style-name="P1">dit<text:s text:c="3"/>-elle</text:p></office:text></office:body></office:document-content>"#;
    let bytes = package(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]);
    let found = outline(&bytes).unwrap();
    let wanted = [
        (Form::Heading(2), "Partie"),
        (Form::Numbered(0), "Ouvrir *la poste*"),
        (Form::Within, "Vite."),
        (Form::Bullet(1), "le samedi"),
        (Form::Quote, "dit -elle"),
    ];
    assert_eq!(told(&found), pairs(&wanted));
    assert_eq!(found.left.into_iter().collect::<Vec<_>>(), [(Left::Comment, 1)]);
    assert_eq!(told(&outline(&odt("<text:p>Un</text:p>")).unwrap()), pairs(&[(Form::Text, "Un")]));
}

#[test]
fn what_is_no_text_is_refused_for_what_it_is() {
    let refusal = |bytes: &[u8]| outline(bytes).unwrap_err();
    assert_eq!(refusal(b""), Refusal::Empty);
    assert_eq!(refusal(&vec![b'a'; ATTACHMENT_MAX + 1]), Refusal::Heavy);
    for other in
        [&b"%PDF-1.7\n"[..], b"\xff\xd8\xff\xe0\0\x10JFIF", b"<html><p>non</p>", b"{\\rtf1 non}", b"\xe9\xe8", b"a\0b"]
    {
        assert_eq!(refusal(other), Refusal::Kind, "{other:?}");
    }
    assert_eq!(refusal(b"PK\x03\x04rien"), Refusal::Broken);
    assert_eq!(refusal(&docx("<w:p>")), Refusal::Broken);
    let deep = format!("{}{}", "<w:sdt>".repeat(5_000), "</w:sdt>".repeat(5_000));
    assert_eq!(refusal(&docx(&deep)), Refusal::Broken, "made to harm");
    let macros = docx_of("ms-word.document.macroEnabled.main", "<w:p/>", &[]);
    assert_eq!(refusal(&macros), Refusal::Macros);
}
