//! What an authenticator app is told, and what a person keeps.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::two_factor::recover::Recovered;
use crate::domain::two_factor::set_up::SetUp;

/// What an app is told.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetUpBody {
    /// A picture for the app to scan, as a `data:` URL.
    #[schema(example = "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=")]
    pub qr: String,
    /// The same to type (base32).
    pub secret: String,
}

impl From<SetUp> for SetUpBody {
    fn from(set_up: SetUp) -> Self {
        Self { qr: picture(&set_up.qr_svg), secret: set_up.secret }
    }
}

/// What an app is told in place of a lost one.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecoveredBody {
    /// A picture for the app to scan, as a `data:` URL.
    #[schema(example = "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=")]
    pub qr: String,
    /// The same to type (base32).
    pub secret: String,
    /// Once the app is in force: codes in place of all before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovery_codes: Option<Vec<String>>,
}

impl From<Recovered> for RecoveredBody {
    fn from(recovered: Recovered) -> Self {
        let SetUpBody { qr, secret } = recovered.set_up.into();
        Self { qr, secret, recovery_codes: recovered.recovery_codes }
    }
}

/// A second factor that is on.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnabledBody {
    /// Ten codes for when the app is lost. Shown once.
    pub recovery_codes: Vec<String>,
    /// The code that turned it on, as it was sent.
    #[schema(example = "123456")]
    pub totp_passcode: String,
}

fn picture(svg: &str) -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
}
