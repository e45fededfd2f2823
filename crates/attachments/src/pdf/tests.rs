//! Real PDF, made here with one of the fonts that every reader has.

use crate::{Refusal, Words, read};
use arobase_domain::attachment::AttachmentKind;
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref, Str};

/// A PDF whose pages say these lines, 14 points apart; an empty one leaves a blank.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let (catalog, tree, font) = (Ref::new(1), Ref::new(2), Ref::new(3));
    let ids: Vec<(Ref, Ref)> =
        (0..pages.len() as i32).map(|nth| (Ref::new(10 + 2 * nth), Ref::new(11 + 2 * nth))).collect();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids(ids.iter().map(|(page, _)| *page)).count(pages.len() as i32);
    pdf.type1_font(font).base_font(Name(b"Helvetica")).encoding_predefined(Name(b"WinAnsiEncoding"));
    for ((id, content_id), lines) in ids.into_iter().zip(pages) {
        let mut page = pdf.page(id);
        page.media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).parent(tree).contents(content_id);
        page.resources().fonts().pair(Name(b"F"), font);
        page.finish();
        let mut content = Content::new();
        content.begin_text().set_font(Name(b"F"), 11.0).next_line(72.0, 760.0);
        for line in *lines {
            let signs: Vec<u8> = line.chars().map(|letter| if letter == '’' { 0x92 } else { letter as u8 }).collect();
            content.show(Str(&signs)).next_line(0.0, -14.0);
        }
        content.end_text();
        pdf.stream(content_id, &content.finish());
    }
    pdf.finish()
}

fn words(bytes: Vec<u8>, longest: usize) -> Option<Words> {
    let read = read(bytes, longest).unwrap();
    assert_eq!(read.kind, AttachmentKind::Pdf);
    read.words
}

#[test]
fn a_pdf_is_read_paragraph_by_paragraph_and_page_by_page() {
    let first: &[&str] = &["La fibre n’arrive pas", "chez nous.", "", "", "Il faut une règle."];
    let found = words(pdf(&[first, &["Page suivante"]]), 20_000).unwrap();
    assert_eq!(found.text, "La fibre n’arrive pas chez nous.\nIl faut une règle.\nPage suivante");
    assert!(found.whole);
}

#[test]
fn of_a_long_pdf_the_beginning_is_read() {
    let page: &[&str] = &["Une phrase qui se répète."; 40];
    let found = words(pdf(&[page; 200]), 1_000).unwrap();
    assert_eq!((found.text.chars().count(), found.whole), (1_000, false));
}

#[test]
fn a_page_without_letters_says_nothing() {
    assert_eq!(words(pdf(&[&[]]), 100), None);
}

#[test]
fn a_picture_of_a_text_says_nothing() {
    let mut pdf = Pdf::new();
    let (catalog, tree, page_id, image, content_id) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4), Ref::new(5));
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids([page_id]).count(1);
    let mut page = pdf.page(page_id);
    page.media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).parent(tree).contents(content_id);
    page.resources().x_objects().pair(Name(b"I"), image);
    page.finish();
    let hex = b"00FF00FF>";
    let mut scan = pdf.image_xobject(image, hex);
    scan.filter(Filter::AsciiHexDecode);
    scan.width(2).height(2).bits_per_component(8).color_space().device_gray();
    scan.finish();
    let mut content = Content::new();
    content.transform([595.0, 0.0, 0.0, 842.0, 0.0, 0.0]).x_object(Name(b"I"));
    pdf.stream(content_id, &content.finish());
    assert_eq!(words(pdf.finish(), 100), None);
}

#[test]
fn a_pdf_with_a_password_is_refused() {
    let plain = pdf(&[&["secret"]]);
    let text = plain.windows(9).rposition(|window| window == b"/Root 1 0").unwrap();
    let lock =
        format!("/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -1/O<{0}>/U<{0}>>>/ID[<00><00>]", "41".repeat(32));
    let locked = [&plain[..text], lock.as_bytes(), &plain[text..]].concat();
    assert_eq!(read(locked, 100).unwrap_err(), Refusal::Encrypted);
}
