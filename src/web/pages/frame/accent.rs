//! The accent color of buttons and links, so that they can be read whatever it is.

use crate::model::Color;

/// What links stand on where the screen is light, and where it is dark: `--canvas` and `--raised` of the style sheet.
const LIGHT_GROUND: Color = Color { red: 0xf5, green: 0xf6, blue: 0xf8 };
const DARK_GROUND: Color = Color { red: 0x1d, green: 0x23, blue: 0x2c };

/// What the style sheet is told of the color: text on it is white where that can be read, else black, and links are
/// darker or brighter than it as far as need be.
pub(super) fn style_sheet(accent: Color) -> String {
    let on_accent = accent.text_on();
    let hover = if on_accent == Color::WHITE { Color::BLACK } else { Color::WHITE };
    format!(
        ":root{{--accent:{};--on-accent:{};--hover:{};--link:{}}}\n\
         @media (prefers-color-scheme:dark){{:root{{--link:{}}}}}\n",
        accent.hex(),
        on_accent.hex(),
        hover.hex(),
        accent.legible_on(LIGHT_GROUND, Color::BLACK).hex(),
        accent.legible_on(DARK_GROUND, Color::WHITE).hex(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dark_accent_has_white_text_and_a_bright_one_black() {
        let of = |text| style_sheet(Color::parse(text).unwrap());
        assert!(of("#2456c8").contains("--accent:#2456c8;--on-accent:#ffffff;"), "{}", of("#2456c8"));
        assert!(of("#ffd400").contains("--accent:#ffd400;--on-accent:#000000;"), "{}", of("#ffd400"));
    }
}
