//! Images keep their pixels, untouched, their colours and which side is up; where, when and with what they were taken goes.

use crate::Refusal;
use exif::{In, Tag};
use img_parts::jpeg::{Jpeg, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

/// Parts of a PNG that say how it looks, animation included.
const PNG: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD",
    b"pHYs", b"acTL", b"fcTL", b"fdAT", b"sPLT",
];
/// Parts of a WebP that say how it looks.
const WEBP: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"];
/// Bit of a WebP's header that announces what Adobe's programs write.
const WEBP_XMP: u8 = 0b100;

/// A JPEG without what cameras and programs write beside the picture, nor what telephones write after it.
pub(crate) fn jpeg(bytes: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let mut image = Jpeg::from_bytes(Bytes::from(bytes)).map_err(|_| Refusal::Broken)?;
    if image.dimensions().is_none() {
        return Err(Refusal::Broken);
    }
    let side = side(&image);
    image.segments_mut().retain(|segment| match segment.marker() {
        markers::APP0 => segment.contents().starts_with(b"JFIF\0"),
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP14 => segment.contents().starts_with(b"Adobe"),
        markers::APP1..=markers::APP15 | markers::COM => false,
        _ => true,
    });
    image.set_exif(side);
    let whole = image.encoder().bytes();
    let end = end_of(&whole).ok_or(Refusal::Broken)?;
    Ok(whole[..end].to_vec())
}

/// A PNG without what programs write beside the picture.
pub(crate) fn png(bytes: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let mut image = Png::from_bytes(Bytes::from(bytes)).map_err(|_| Refusal::Broken)?;
    let whole = image.chunks().last().is_some_and(|chunk| &chunk.kind() == b"IEND");
    if image.dimensions().is_none() || !whole {
        return Err(Refusal::Broken);
    }
    let side = side(&image);
    image.chunks_mut().retain(|chunk| PNG.contains(&&chunk.kind()));
    image.set_exif(side);
    Ok(image.encoder().bytes().to_vec())
}

/// A WebP without what cameras and programs write beside the picture.
pub(crate) fn webp(bytes: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let mut image = WebP::from_bytes(Bytes::from(bytes)).map_err(|_| Refusal::Broken)?;
    if image.dimensions().is_none() {
        return Err(Refusal::Broken);
    }
    let side = side(&image);
    image.chunks_mut().retain(|chunk| WEBP.contains(&&chunk.id()));
    image.set_exif(side);
    let mut bytes = image.encoder().bytes().to_vec();
    // « RIFF », length, « WEBP », then « VP8X », length, flags.
    if bytes.get(12..16) == Some(b"VP8X") && bytes.len() > 20 {
        bytes[20] &= !WEBP_XMP;
    }
    Ok(bytes)
}

/// What is left of an image's EXIF: which side is up, where it is not the first line; without it a photo held upright lies down.
fn side(image: &impl ImageEXIF) -> Option<Bytes> {
    let given = exif::Reader::new().continue_on_error(true).read_raw(image.exif()?.to_vec());
    let given = given.or_else(|error| error.distill_partial_result(|_| ())).ok()?;
    let side = given.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)?;
    let side = u8::try_from(side).ok().filter(|side| (2..=8).contains(side))?;
    // TIFF in the order of Intel: header, one directory of one entry (274, a short), no other.
    Some(Bytes::from(vec![b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, side, 0, 0, 0, 0, 0, 0, 0]))
}

/// Where a JPEG ends: telephones write a film, or another photo with its own EXIF, after it.
fn end_of(image: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        at += image.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match *image.get(at + 1)? {
            0xd9 => return Some(at + 2),
            0xff => at += 1,
            0 | 1 | 0xd0..=0xd8 => at += 2,
            _ => at += 2 + usize::from(u16::from_be_bytes([*image.get(at + 2)?, *image.get(at + 3)?])),
        }
    }
}

#[cfg(test)]
mod tests;
