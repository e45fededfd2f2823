//! Drawings as pictures, for slides and messages that take no SVG: on paper colour, in the product's own font.
//!
//! Nothing is read but the drawing and the two files of the font, so that the same drawing gives the same bytes.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// Pixels for each unit of a drawing, and most pixels of its longer side.
const SCALE: f32 = 1.5;
const MOST: f32 = 4_000.0;

const FAMILY: &str = "Source Sans 3";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("../print/fonts/SourceSans3-Regular.otf").to_vec());
    fonts.load_font_data(include_bytes!("../print/fonts/SourceSans3-Bold.otf").to_vec());
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Why a drawing could not be made a picture.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// It is no SVG.
    #[error("the drawing: {0}")]
    Drawing(#[from] resvg::usvg::Error),
    /// It has no size that a picture can have.
    #[error("a drawing of {0} by {1}")]
    Size(f32, f32),
    /// The picture could not be written.
    #[error("the picture: {0}")]
    Written(String),
}

/// A drawing of its own (those that [`crate::tree::standalone`] and [`crate::map::standalone`] give) as PNG, three pixels for two units, fewer where
/// its longer side would exceed 4,000. The light colours are taken.
pub fn png(drawing: &str) -> Result<Vec<u8>, PngError> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&plain(drawing), &options)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = SCALE.min(MOST / width.max(height));
    let pixels = |length: f32| (length * scale).ceil() as u32;
    let mut page = Pixmap::new(pixels(width), pixels(height)).ok_or(PngError::Size(width, height))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut page.as_mut());
    page.encode_png().map_err(|why| PngError::Written(why.to_string()))
}

/// The drawing with a style sheet that renderers without variables, media or pseudo-classes read, on its paper.
fn plain(drawing: &str) -> String {
    let Some((before, rest)) = drawing.split_once("<style>") else { return drawing.to_owned() };
    let Some((style, after)) = rest.split_once("</style>") else { return drawing.to_owned() };
    let rules = rules(style);
    let light = light(&rules);
    let rules = rules.iter().filter(|(selector, _)| !selector.contains([':', '@']) && *selector != "svg");
    let rules: Vec<String> =
        rules.map(|(selector, body)| format!("{selector}{{{}}}", resolved(body, &light))).collect();
    let rules = rules.concat();
    let paper = light.get("--paper").map_or("#fff", String::as_str);
    format!("{before}<style>{rules}</style><rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>{after}")
}

/// Each rule of a style sheet: its selector, and what is between its braces. Those of media are left out.
fn rules(style: &str) -> Vec<(&str, &str)> {
    let (mut found, mut rest) = (Vec::new(), style);
    while let Some((selector, after)) = rest.split_once('{') {
        let end = closing(after);
        if !selector.trim_start().starts_with('@') {
            found.push((selector.trim(), &after[..end]));
        }
        rest = after.get(end + 1..).unwrap_or_default();
    }
    found
}

/// Where the brace that is open closes.
fn closing(text: &str) -> usize {
    let mut open = 1;
    let closes = text.char_indices().find(|(_, sign)| {
        open += i32::from(*sign == '{') - i32::from(*sign == '}');
        open == 0
    });
    closes.map_or(text.len(), |(at, _)| at)
}

/// What variables are, outside of media.
fn light(rules: &[(&str, &str)]) -> BTreeMap<String, String> {
    let declared = rules.iter().flat_map(|(_, body)| body.split(';')).filter_map(|one| one.split_once(':'));
    let variables = declared.filter(|(name, _)| name.trim().starts_with("--"));
    variables.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

/// A rule with its variables replaced by what they are, else by what stands for them.
fn resolved(body: &str, light: &BTreeMap<String, String>) -> String {
    let (mut out, mut rest) = (String::new(), body);
    while let Some((before, after)) = rest.split_once("var(") {
        let (inside, then) = after.split_once(')').unwrap_or((after, ""));
        let (name, instead) = inside.split_once(',').unwrap_or((inside, ""));
        out.push_str(before);
        out.push_str(light.get(name.trim()).map_or(instead.trim(), String::as_str));
        rest = then;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Atlas;
    use crate::{map, sample, tree};
    use arobase_domain::Lang;

    fn drawings() -> [String; 3] {
        let analysis = sample();
        let root = tree::Material::of(&analysis, Lang::Fr).whole("Congrès", true);
        let tree = |form| tree::standalone(&root, form);
        [tree(tree::Form::Tree), tree(tree::Form::Radial), map::standalone(&Atlas::of(&analysis), Lang::Fr)]
    }

    #[test]
    fn a_picture_has_the_size_and_the_colours_of_its_drawing_and_the_same_bytes_twice() {
        for drawing in drawings() {
            let made = png(&drawing).expect("a picture");
            assert_eq!(made, png(&drawing).expect("a picture"));
            let page = Pixmap::decode_png(&made).expect("PNG");
            let size: f32 = drawing
                .split("width=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next()?.parse().ok())
                .expect("a width");
            assert_eq!(page.width(), (SCALE * size).ceil() as u32);
            let colour = |at: usize| page.pixels()[at].demultiply();
            assert_eq!((colour(0).red(), colour(0).green(), colour(0).blue()), (0xfb, 0xf8, 0xf1), "paper");
            // Letters of ink: without a font, or with a style sheet that was not read, there would be none.
            let ink =
                page.pixels().iter().filter(|pixel| (pixel.red(), pixel.green(), pixel.blue()) == (0x22, 0x1c, 0x15));
            assert!(ink.count() > 500, "{drawing}");
        }
    }

    #[test]
    fn nothing_is_left_that_a_plain_renderer_would_not_read() {
        for drawing in drawings() {
            let plain = plain(&drawing);
            let style = plain.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a style");
            assert!(!style.contains("var(") && !style.contains('@') && !style.contains("--"), "{style}");
            assert!(style.contains(".tree") || style.contains(".map"), "{style}");
        }
    }

    #[test]
    fn what_is_no_drawing_is_told() {
        assert!(matches!(png("<p>non</p>"), Err(PngError::Drawing(_))));
    }
}
