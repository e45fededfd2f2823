//! A document made to harm ends the process that reads it, and nothing else.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn read(document: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_arobase"))
        .args(["read-document", "100"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let _ = child.stdin.take().expect("it is piped").write_all(document);
    child.wait_with_output().expect("it ends")
}

/// A PDF of one page with this content stream, compressed or not.
fn pdf(filter: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
         5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n\
         4 0 obj<<{filter}/Length {}>>stream\n",
        content.len()
    );
    let tail = b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
    [head.as_bytes(), content, tail].concat()
}

#[test]
fn a_document_is_told_and_given_back() {
    let document = pdf("", b"BT /F 12 Tf 72 700 Td (La fibre) Tj ET");
    let output = read(&document);
    assert!(output.status.success());
    let told = b"{\"Kept\":[\"pdf\",{\"text\":\"La fibre\",\"whole\":true}]}\n";
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&[told.as_slice(), &document].concat())
    );
}

#[test]
fn what_is_refused_is_told() {
    let output = read(b"un texte");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "{\"Refused\":\"kind\"}\n");
}

#[cfg(unix)]
#[test]
fn what_would_take_all_memory_takes_only_its_own() {
    // 8 MiB of blanks, then the same again and again: their compressed bytes repeat as they do.
    let (mut zlib, blanks) =
        (flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best()), vec![b' '; 8 << 20]);
    let mut ends = Vec::new();
    for _ in 0..2 {
        zlib.write_all(&blanks).unwrap();
        zlib.flush().unwrap();
        ends.push(zlib.get_ref().len());
    }
    let whole = zlib.finish().unwrap();
    let again = whole[ends[0]..ends[1]].repeat(240);
    let bomb = pdf("/Filter/FlateDecode", &[&whole[..ends[1]], &again, &whole[ends[1]..]].concat());
    assert!(bomb.len() < 5_000_000, "{}: a site would take it", bomb.len());
    let output = read(&bomb);
    assert!(!output.status.success() || !output.stdout.starts_with(b"{\"Kept\":[\"pdf\",{"), "{:?}", output.status);
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_ended() {
    let nested = [vec![b'['; 4_000_000], b" ".to_vec()].concat();
    let output = read(&pdf("", &nested));
    assert!(!output.stdout.starts_with(b"{\"Kept\":[\"pdf\",{"), "{:?}", output.status);
}
