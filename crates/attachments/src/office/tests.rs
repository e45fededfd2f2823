//! Real packages, made here.

use crate::{Refusal, read};
use arobase_domain::attachment::AttachmentKind;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>{body}</office:text></office:body></office:document-content>"#
    );
    let mimetype = AttachmentKind::Odt.media_type();
    package(&[("mimetype", mimetype), ("content.xml", &content), ("META-INF/manifest.xml", "<manifest/>")])
}

pub(crate) fn docx_of(main: &str, body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let types =
        format!(r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.{main}+xml"/></Types>"#);
    let document = format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    package(&[&[("[Content_Types].xml", types.as_str()), ("word/document.xml", document.as_str())], others].concat())
}

pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_of("openxmlformats-officedocument.wordprocessingml.document.main", body, &[])
}

fn text(bytes: Vec<u8>) -> String {
    read(bytes, 20_000).unwrap().words.unwrap().text
}

#[test]
fn an_odt_is_read_paragraph_by_paragraph() {
    let body = "<text:tracked-changes><text:p>barré</text:p></text:tracked-changes>\
        <text:h>La fibre &amp; nous</text:h>\
        <text:p>Elle n&#8217;arrive<text:s/>pas <text:span>chez</text:span> nous<text:note><text:note-citation>1</text:note-citation></text:note>.</text:p>\
        <text:p/>\
        <text:list><text:list-item><text:p>former</text:p></text:list-item><text:list-item><text:p>équiper</text:p></text:list-item></text:list>";
    let found = read(odt(body), 20_000).unwrap();
    assert_eq!(found.kind, AttachmentKind::Odt);
    assert_eq!(found.bytes, odt(body), "kept as given");
    let words = found.words.unwrap();
    assert_eq!(words.text, "La fibre & nous\nElle n’arrive pas chez nous.\n– former\n– équiper");
    assert!(words.whole);
}

#[test]
fn a_docx_is_read_paragraph_by_paragraph() {
    let body = "<w:p><w:r><w:t>Il faut </w:t></w:r><w:del><w:r><w:delText>ouvrir</w:delText></w:r></w:del><w:ins><w:r><w:t>rouvrir</w:t></w:r></w:ins>\
        <w:r><w:tab/><w:t>la poste</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl/></w:numPr></w:pPr><w:r><w:t>le samedi</w:t></w:r></w:p>\
        <w:tbl><w:tc><w:p><w:r><w:t>Case</w:t></w:r></w:p></w:tc></w:tbl>";
    let found = read(docx(body), 20_000).unwrap();
    assert_eq!(found.kind, AttachmentKind::Docx);
    assert_eq!(found.words.unwrap().text, "Il faut rouvrir la poste\n– le samedi\nCase");
}

#[test]
fn a_text_box_is_said_once() {
    let twice = "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>";
    assert_eq!(text(docx(&format!("<w:p><w:r><w:t>Avant</w:t>{twice}</w:r></w:p>"))), "Avant\nEncadré");
}

#[test]
fn a_document_without_a_word_has_no_text() {
    assert_eq!(read(odt("<text:p/>"), 100).unwrap().words, None);
    let cut = read(docx("<w:p><w:r><w:t>Un texte long</w:t></w:r></w:p>"), 8).unwrap().words.unwrap();
    assert_eq!((cut.text.as_str(), cut.whole), ("Un texte", false));
}

#[test]
fn other_packages_are_refused_for_what_they_are() {
    let refusal = |bytes: Vec<u8>| read(bytes, 100).unwrap_err();
    assert_eq!(refusal(package(&[("a.txt", "oui")])), Refusal::Kind, "a zip");
    let sheet = "application/vnd.oasis.opendocument.spreadsheet";
    assert_eq!(refusal(package(&[("mimetype", sheet), ("content.xml", "<a/>")])), Refusal::Kind);
    assert_eq!(refusal(docx_of("ms-word.document.macroEnabled.main", "", &[])), Refusal::Macros);
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked = [("mimetype", AttachmentKind::Odt.media_type()), ("META-INF/manifest.xml", manifest)];
    assert_eq!(refusal(package(&locked)), Refusal::Encrypted);
    let entities = "<!DOCTYPE a [<!ENTITY a \"aaaa\">]><a/>";
    let bomb = [("mimetype", AttachmentKind::Odt.media_type()), ("content.xml", entities)];
    assert_eq!(refusal(package(&bomb)), Refusal::Broken);
}

#[test]
fn a_zip_that_would_fill_a_disk_is_refused_before_it_is_unpacked() {
    let zeros = "0".repeat(21 << 20);
    let heavy = package(&[("mimetype", AttachmentKind::Odt.media_type()), ("content.xml", &zeros)]);
    assert!(heavy.len() < 100_000, "{}", heavy.len());
    assert_eq!(read(heavy, 100).unwrap_err(), Refusal::Swollen);
    let parts: Vec<(String, &str)> = (0..5).map(|nth| (format!("Pictures/{nth}"), zeros.as_str())).collect();
    let mut parts: Vec<(&str, &str)> = parts.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    parts.push(("mimetype", AttachmentKind::Odt.media_type()));
    assert_eq!(read(package(&parts), 100).unwrap_err(), Refusal::Swollen);
}

#[test]
fn compound_files_are_told_apart() {
    let compound = |name: &str| {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        let bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(vec![0; 600]).chain(name).collect();
        read(bytes, 100).unwrap_err()
    };
    assert_eq!(compound("WordDocument"), Refusal::OldWord);
    assert_eq!(compound("EncryptedPackage"), Refusal::Encrypted);
    assert_eq!(compound("Workbook"), Refusal::Kind);
}
