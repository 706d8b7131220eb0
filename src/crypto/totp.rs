//! Time-based one-time passwords (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator
//! app has them.
//!
//! Which step a code belongs to is answered, so that whoever keeps rows can accept each step once
//! (RFC 6238 §5.2). Time comes in.

use jiff::Timestamp;
use qrcode::{Color, EcLevel, QrCode};
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use super::random::Random;

/// RFC 4226 §4 asks for 128 bits at least and recommends 160.
pub const SECRET_LENGTH: usize = 20;

/// Half a minute before and after: clocks differ, and people type (RFC 6238 §5.2).
const SKEW: u16 = 1;

/// What an authenticator app and the service share.
pub struct Authenticator {
    totp: Totp,
    secret: Secret,
}

impl Authenticator {
    /// Draws a secret.
    #[must_use]
    pub fn draw(random: &Random) -> Zeroizing<[u8; SECRET_LENGTH]> {
        Zeroizing::new(random.bytes())
    }

    /// Takes a secret; `issuer` and `account` are what the app shows. `None` for a secret that is too
    /// short, or names that an app can't show.
    #[must_use]
    pub fn new(secret: &[u8], issuer: &str, account: &str) -> Option<Self> {
        let totp = Builder::new()
            .with_secret(secret)
            .with_skew(SKEW)
            .with_issuer(Some(issuer.replace(':', " ")))
            .with_account_name(account)
            .build()
            .ok()?;
        Some(Self { totp, secret: Secret::from(secret) })
    }

    /// The step that a code belongs to, if it is one of those around `now`.
    #[must_use]
    pub fn step_of(&self, code: &str, now: Timestamp) -> Option<i64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let seconds = u64::try_from(now.as_second()).ok()?;
        self.totp.check(&digits, seconds).and_then(|step| i64::try_from(step).ok())
    }

    /// The code of a moment, for tests and for nobody else.
    #[must_use]
    pub fn code_at(&self, now: Timestamp) -> String {
        self.totp.generate(u64::try_from(now.as_second()).unwrap_or_default()).to_string()
    }

    /// The secret as a person types it (base32).
    #[must_use]
    pub fn typed_secret(&self) -> String {
        self.secret.to_base32()
    }

    /// `otpauth://totp/…`, as apps read it.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        self.totp.to_url().ok()
    }

    /// The same as a QR code, drawn as SVG.
    #[must_use]
    pub fn qr_svg(&self) -> Option<String> {
        QrCode::with_error_correction_level(self.url()?, EcLevel::M).ok().map(|code| draw(&code))
    }
}

/// Draws a QR code with the margin that it needs, four modules wide (ISO/IEC 18004), each run of dark modules as one
/// line: as a square for each module it would weigh more than the page around it.
fn draw(code: &QrCode) -> String {
    const MARGIN: usize = 4;
    let (width, side) = (code.width(), code.width() + 2 * MARGIN);
    let line = |run: &[Color]| match run[0] {
        Color::Dark => format!("h{}", run.len()),
        Color::Light => format!("m{} 0", run.len()),
    };
    let colors = code.to_colors();
    let rows = colors.chunks(width).zip(MARGIN..).map(|(modules, y)| {
        let drawn: String = modules.chunk_by(|one, next| one == next).map(line).collect();
        format!("M{MARGIN} {y}.5{drawn}")
    });
    let lines: String = rows.collect();
    format!(
        "<?xml version=\"1.0\" standalone=\"yes\"?><svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"240\" \
         height=\"240\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 \
         0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{lines}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238 appendix B, SHA-1; the last six of its eight digits.
    const VECTORS: [(i64, &str); 6] = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ];

    fn authenticator() -> Authenticator {
        Authenticator::new(b"12345678901234567890", "Gatepost", "june@example.com").unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        for (second, code) in VECTORS {
            assert_eq!(authenticator().code_at(at(second)), code);
            assert_eq!(authenticator().step_of(code, at(second)), Some(second / 30));
        }
    }

    #[test]
    fn a_code_is_good_one_step_around_its_own_and_no_further() {
        let code = authenticator().code_at(at(1_234_567_890));
        for (second, good) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            assert_eq!(
                authenticator().step_of(&code, at(1_234_567_890 + second)).is_some(),
                good,
                "{second}"
            );
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for code in ["", "28708", "2870822", "28708x", "٢٨٧٠٨٢"] {
            assert_eq!(authenticator().step_of(code, at(59)), None, "{code}");
        }
        assert!(authenticator().step_of("287 082", at(59)).is_some());
    }

    #[test]
    fn apps_are_told_issuer_and_account() {
        let url = authenticator().url().unwrap();
        assert!(url.starts_with("otpauth://totp/Gatepost:june"), "{url}");
        assert!(url.contains(&authenticator().typed_secret()));
        let drawn = authenticator().qr_svg().unwrap();
        assert!(drawn.contains("<svg") && drawn.len() < 6_000, "{} bytes", drawn.len());
    }

    #[test]
    fn every_module_is_drawn_in_its_place_within_the_margin() {
        let code = QrCode::with_error_correction_level("otpauth://totp/Gatepost", EcLevel::M).unwrap();
        let drawn = draw(&code);
        let side = code.width() + 8;
        assert!(drawn.contains(&format!("viewBox=\"0 0 {side} {side}\"")), "{drawn}");
        let (_, lines) = drawn.split_once("stroke=\"#000\" d=\"").unwrap();
        let (lines, _) = lines.split_once('"').unwrap();
        let mut colors = Vec::new();
        for (row, y) in lines.split('M').skip(1).zip(4..) {
            let runs = row.strip_prefix(&format!("4 {y}.5")).expect("each row begins at the margin");
            for run in runs.replace(" 0", "").replace('h', " h").replace('m', " m").split_whitespace() {
                let (kind, length) = run.split_at(1);
                let color = if kind == "h" { Color::Dark } else { Color::Light };
                colors.extend(std::iter::repeat_n(color, length.parse().unwrap()));
            }
        }
        assert_eq!(colors, code.to_colors());
    }
}
