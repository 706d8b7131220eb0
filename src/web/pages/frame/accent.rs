//! The accent color of buttons and links, so that they can be read whatever it is.

use crate::model::Color;

/// The least contrast of text (WCAG 2.2, 1.4.3), and a little more for tinted backgrounds.
const LEGIBLE: f64 = 5.0;

/// What links stand on where the screen is light, and where it is dark: `--canvas` and `--raised` of the style sheet.
const LIGHT_GROUND: Color = Color { red: 0xf5, green: 0xf6, blue: 0xf8 };
const DARK_GROUND: Color = Color { red: 0x1d, green: 0x23, blue: 0x2c };

/// What the style sheet is told of the color: text on it is white where that can be read, else black, and links are
/// darker or brighter than it as far as need be.
pub(super) fn style_sheet(accent: Color) -> String {
    let (on_accent, hover) =
        if accent.contrast_to(Color::WHITE) >= 4.5 { ("#fff", "#000") } else { ("#000", "#fff") };
    format!(
        ":root{{--accent:{};--on-accent:{on_accent};--hover:{hover};--link:{}}}\n\
         @media (prefers-color-scheme:dark){{:root{{--link:{}}}}}\n",
        accent.hex(),
        legible(accent, LIGHT_GROUND, Color::BLACK).hex(),
        legible(accent, DARK_GROUND, Color::WHITE).hex(),
    )
}

/// The color, with as much of `towards` in it as it takes to be read on `ground`.
fn legible(accent: Color, ground: Color, towards: Color) -> Color {
    let mixtures = (0..=100).step_by(5).map(|percent| accent.mixed_with(towards, percent));
    mixtures.into_iter().find(|mixture| mixture.contrast_to(ground) >= LEGIBLE).unwrap_or(towards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_on_any_accent_and_links_of_it_can_be_read() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let accent = Color { red, green, blue };
                    let best = accent.contrast_to(Color::WHITE).max(accent.contrast_to(Color::BLACK));
                    assert!(best >= 4.5, "{}", accent.hex());
                    for (ground, towards) in [(LIGHT_GROUND, Color::BLACK), (DARK_GROUND, Color::WHITE)] {
                        let link = legible(accent, ground, towards);
                        assert!(link.contrast_to(ground) >= LEGIBLE, "{}", accent.hex());
                    }
                }
            }
        }
    }

    #[test]
    fn a_dark_accent_has_white_text_and_a_bright_one_black() {
        let of = |text| style_sheet(Color::parse(text).unwrap());
        assert!(of("#2456c8").contains("--accent:#2456c8;--on-accent:#fff;"), "{}", of("#2456c8"));
        assert!(of("#ffd400").contains("--accent:#ffd400;--on-accent:#000;"), "{}", of("#ffd400"));
    }
}
