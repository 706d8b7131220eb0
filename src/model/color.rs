//! Colors of the screen.

use super::ValueError;

/// A color by its parts of red, green and blue (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

/// No color is written so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Write a color like `#2456c8`.")]
pub struct ColorError;

impl ValueError for ColorError {
    fn code(&self) -> &'static str {
        "color_malformed"
    }
}

/// The least contrast of text (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// As much, and a little more for tinted grounds.
const EASY_CONTRAST: f64 = 5.0;

impl Color {
    /// What buttons and links have where nobody chose a color for them.
    pub const ACCENT: Self = Self { red: 0x24, green: 0x56, blue: 0xc8 };

    /// Black.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };

    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// Reads a color: `#` and six hexadecimal digits.
    ///
    /// # Errors
    /// For anything else.
    pub fn parse(text: &str) -> Result<Self, ColorError> {
        let digits = text.strip_prefix('#').ok_or(ColorError)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ColorError);
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| ColorError);
        Ok(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    /// How a style sheet writes it.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// This color with so many percent of another one in it.
    #[must_use]
    pub fn mixed_with(self, other: Self, percent: u8) -> Self {
        let percent = u16::from(percent.min(100));
        let mix = |own: u8, other: u8| {
            let sum = u16::from(own) * (100 - percent) + u16::from(other) * percent;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Self {
            red: mix(self.red, other.red),
            green: mix(self.green, other.green),
            blue: mix(self.blue, other.blue),
        }
    }

    /// The contrast to another color, from 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast_to(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// What text on this color is written in, black or white: white where that can be read.
    #[must_use]
    pub fn text_on(self) -> Self {
        if self.contrast_to(Self::WHITE) >= LEAST_CONTRAST { Self::WHITE } else { Self::BLACK }
    }

    /// This color with as much of `towards` in it as it takes for text of it to be read on `ground`.
    #[must_use]
    pub fn legible_on(self, ground: Self, towards: Self) -> Self {
        let mixtures = (0..=100).step_by(5).map(|percent| self.mixed_with(towards, percent));
        mixtures.into_iter().find(|it| it.contrast_to(ground) >= EASY_CONTRAST).unwrap_or(towards)
    }

    /// How bright it is, from 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_six_hexadecimal_digits() {
        assert_eq!(Color::parse("#2456C8").unwrap().hex(), "#2456c8");
        for text in ["", "2456c8", "#246", "#2456c8ff", "#2456cg", "#+456c8", "red", "#ä456c"] {
            assert_eq!(Color::parse(text), Err(ColorError), "{text}");
        }
    }

    #[test]
    fn contrast_is_as_the_guidelines_have_it() {
        assert!((Color::BLACK.contrast_to(Color::WHITE) - 21.0).abs() < 0.001);
        assert!((Color::WHITE.contrast_to(Color::WHITE) - 1.0).abs() < 0.001);
        let gray = Color::parse("#767676").unwrap();
        assert!((gray.contrast_to(Color::WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn text_on_any_color_and_of_it_can_be_read() {
        let (light, dark) = (Color::parse("#f5f6f8").unwrap(), Color::parse("#1d232c").unwrap());
        let parts = || (0..=255).step_by(51);
        for color in
            parts().flat_map(|red| parts().flat_map(move |green| parts().map(move |blue| (red, green, blue))))
        {
            let color = Color { red: color.0, green: color.1, blue: color.2 };
            assert!(color.contrast_to(color.text_on()) >= LEAST_CONTRAST, "{}", color.hex());
            for (ground, towards) in [(light, Color::BLACK), (dark, Color::WHITE)] {
                let link = color.legible_on(ground, towards);
                assert!(link.contrast_to(ground) >= EASY_CONTRAST, "{}", color.hex());
            }
        }
    }

    #[test]
    fn mixing_ends_at_the_other_color() {
        let blue = Color::parse("#2456c8").unwrap();
        assert_eq!(blue.mixed_with(Color::BLACK, 0), blue);
        assert_eq!(blue.mixed_with(Color::WHITE, 100), Color::WHITE);
    }
}
