//! Images made part by part, with what a telephone writes in them.

use crate::{Refusal, read};
use arobase_domain::attachment::AttachmentKind;
use img_parts::png::{Png, PngChunk};
use img_parts::{Bytes, ImageEXIF};

/// EXIF of a photo held upright (side 6), taken with a named telephone, somewhere.
fn exif() -> Vec<u8> {
    let mut tiff = vec![b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 3];
    tiff.extend([0x01, 0x0f, 0, 2, 0, 0, 0, 8, 0, 0, 0, 50]); // maker, at 50
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]); // side
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 58]); // GPS, at 58
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"MAKER-X\0");
    tiff.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
    tiff
}

fn segment(marker: u8, contents: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xff, marker];
    bytes.extend(u16::try_from(contents.len() + 2).unwrap().to_be_bytes());
    bytes.extend(contents);
    bytes
}

/// A JPEG of one pixel, its picture from the first table on.
fn picture() -> Vec<u8> {
    let mut bytes = segment(0xdb, &[0; 65]);
    bytes.extend(segment(0xc0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
    bytes.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
    bytes.extend([0x7f, 0xff, 0x00, 0x3c, 0xff, 0xd9]);
    bytes
}

fn photo() -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    bytes.extend(segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));
    bytes.extend(segment(0xe1, &[b"Exif\0\0".as_slice(), &exif()].concat()));
    bytes.extend(segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>48.85 N, XMP-PLACE</x:xmpmeta>"));
    bytes.extend(segment(0xe2, b"MPF\0SECOND"));
    bytes.extend(segment(0xed, b"Photoshop 3.0\0IPTC-TOWN"));
    bytes.extend(segment(0xfe, b"COMMENT-BY-ANNE"));
    bytes.extend(picture());
    bytes.extend(b"ftypmp42 FILM-AFTER");
    bytes
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn a_photo_tells_no_longer_where_and_with_what_it_was_taken() {
    let given = photo();
    let read = read(given.clone(), 100).unwrap();
    assert_eq!((read.kind, read.words), (AttachmentKind::Jpeg, None));
    for words in [&b"MAKER-X"[..], b"XMP-PLACE", b"IPTC-TOWN", b"COMMENT-BY-ANNE", b"SECOND", b"FILM-AFTER"] {
        assert!(holds(&given, words) && !holds(&read.bytes, words), "{}", String::from_utf8_lossy(words));
    }
    assert!(read.bytes.ends_with(&picture()), "the picture is the same to the byte");
    let kept = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(&read.bytes)).unwrap();
    let fields: Vec<_> = kept.fields().map(|field| (field.tag, field.value.get_uint(0))).collect();
    assert_eq!(fields, [(exif::Tag::Orientation, Some(6))], "which side is up, and nothing else");
}

#[test]
fn an_image_read_again_is_the_same() {
    let once = read(photo(), 100).unwrap().bytes;
    assert_eq!(read(once.clone(), 100).unwrap().bytes, once);
}

#[test]
fn a_photo_cut_short_is_refused() {
    let given = photo();
    let cut = given[..given.len() - 22].to_vec();
    assert_eq!(read(cut, 100).unwrap_err(), Refusal::Broken);
}

#[test]
fn a_png_keeps_how_it_looks() {
    let chunk = |kind: &[u8; 4], contents: &[u8]| PngChunk::new(*kind, Bytes::copy_from_slice(contents));
    let header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let parts = [
        chunk(b"IHDR", &header),
        chunk(b"tEXt", b"Author\0ANNE"),
        chunk(b"eXIf", &exif()),
        chunk(b"tIME", b"\x07\xea\x0b\x17\x01\x02\x03"),
        chunk(b"pHYs", &[0; 9]),
        chunk(b"IDAT", b"x\x9cc\0\0\0\x02\0\x01"),
        chunk(b"IEND", b""),
    ];
    for part in parts {
        bytes.extend(part.encoder().bytes());
    }
    bytes.extend(b"AFTER");
    let read = read(bytes, 100).unwrap();
    assert_eq!(read.kind, AttachmentKind::Png);
    for words in [&b"ANNE"[..], b"MAKER-X", b"tIME", b"AFTER"] {
        assert!(!holds(&read.bytes, words));
    }
    let kept = Png::from_bytes(Bytes::from(read.bytes)).unwrap();
    assert!([b"IHDR", b"pHYs", b"IDAT", b"IEND", b"eXIf"].iter().all(|kind| kept.chunk_by_type(**kind).is_some()));
    assert_eq!(kept.exif().map(|side| side.len()), Some(26));
}

#[test]
fn a_webp_keeps_how_it_looks() {
    let chunk = |kind: &[u8; 4], contents: &[u8]| {
        let size = u32::try_from(contents.len()).unwrap().to_le_bytes();
        [kind.as_slice(), &size, contents].concat()
    };
    let parts = [
        chunk(b"VP8X", &[0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        chunk(b"VP8 ", &[0x30, 0, 0, 0x9d, 1, 0x2a, 1, 0, 1, 0]),
        chunk(b"EXIF", &exif()),
        chunk(b"XMP ", b"<x>XMP-PLACE</x>"),
    ];
    let body = parts.concat();
    let bytes = chunk(b"RIFF", &[b"WEBP".as_slice(), &body].concat());
    let read = read(bytes, 100).unwrap();
    assert_eq!(read.kind, AttachmentKind::Webp);
    assert!(!holds(&read.bytes, b"XMP-PLACE") && !holds(&read.bytes, b"MAKER-X"));
    assert_eq!(read.bytes[20], 0b1000, "only which side is up is announced");
    assert!(holds(&read.bytes, b"VP8 \x0a\0\0\0\x30"));
}
