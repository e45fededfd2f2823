//! The words of a PDF: letters where a page puts them, made lines, and lines made paragraphs.

mod lines;

use crate::prose::Prose;
use crate::{Refusal, Words};
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::util::TransformExt as _;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};
use lines::{Letter, Lines};

/// What a PDF says, `longest` characters at most. A picture of a text says nothing.
pub(crate) fn words(bytes: &[u8], longest: usize) -> Result<Option<Words>, Refusal> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Encrypted,
        _ => Refusal::Broken,
    })?;
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
    let mut prose = Prose::new(longest);
    for page in pdf.pages().iter() {
        let upright = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(upright, Rect::new(0.0, 0.0, 1.0, 1.0), &cache, pdf.xref(), settings.clone());
        let mut letters = Letters::default();
        interpret_page(page, &mut context, &mut letters);
        for one in letters.lines.paragraphs() {
            prose.paragraph(&one);
        }
        if prose.is_full() {
            break;
        }
    }
    Ok(prose.words())
}

/// A page read for its letters alone.
#[derive(Default)]
struct Letters {
    lines: Lines,
}

impl<'a> Device<'a> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let Some(sign) = glyph.as_unicode() else { return };
        let width = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(500.0, f64::from),
            Glyph::Type3(_) => 500.0,
        };
        let place = transform * glyph_transform;
        let letter = Letter {
            start: place * Point::ZERO,
            end: place * Point::new(width, 0.0),
            top: place * Point::new(0.0, 1e3),
        };
        match sign {
            BfString::Char(sign) => self.lines.add(letter, sign.encode_utf8(&mut [0; 4])),
            BfString::String(signs) => self.lines.add(letter, &signs),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests;
