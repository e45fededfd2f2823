//! The square that a telephone reads.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// Modules left blank on each side, as the standard wants.
const QUIET: usize = 4;

/// An address as an SVG drawing, readable with 15 % of it hidden.
pub fn square(address: &str) -> Result<String, qrcode::types::QrError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)?;
    let (width, colors) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run[0] == Color::Dark {
                let length = run.len();
                write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET).expect("a string takes everything");
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET;
    Ok(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules of the drawing, read back.
    fn dark(svg: &str) -> Vec<(usize, usize)> {
        let path = svg.split("d=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut dark = Vec::new();
        for run in path.split('M').skip(1) {
            let (start, rest) = run.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            dark.extend((0..length).map(|i| (x.parse::<usize>().unwrap() + i, y.parse::<usize>().unwrap())));
        }
        dark
    }

    #[test]
    fn every_dark_module_is_drawn_inside_its_quiet_zone() {
        let address = "https://congres.example/fr/saisie?sheet=42";
        let code = QrCode::with_error_correction_level(address, EcLevel::M).unwrap();
        let expected: Vec<(usize, usize)> = (0..code.width())
            .flat_map(|y| (0..code.width()).map(move |x| (x, y)))
            .filter(|&place| code[place] == Color::Dark)
            .map(|(x, y)| (x + QUIET, y + QUIET))
            .collect();
        let svg = square(address).unwrap();
        assert_eq!(dark(&svg), expected);
        assert!(svg.contains(&format!("viewBox=\"0 0 {0} {0}\"", code.width() + 2 * QUIET)));
    }

    #[test]
    fn an_address_too_long_is_refused() {
        assert!(square(&"x".repeat(4_000)).is_err());
    }
}
