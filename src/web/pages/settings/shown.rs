//! How times and devices are shown.

use serde::Serialize;

use crate::model::Timestamp;

/// A moment, to be read by people and by programs.
#[derive(Serialize)]
pub(super) struct When {
    /// Microseconds since 1970, for the words.
    at: i64,
    /// As HTML's `datetime` has it.
    iso: String,
}

impl From<Timestamp> for When {
    fn from(at: Timestamp) -> Self {
        Self { at: at.as_microsecond(), iso: format!("{at:.0}") }
    }
}

/// What a user agent calls itself, and what people call that. Most pretend to be several others, so the order counts.
#[derive(Serialize)]
pub(super) struct Device {
    /// The browser or program, where it is a known one.
    program: Option<&'static str>,
    /// What it runs on.
    system: Option<&'static str>,
    /// What it says itself.
    text: Option<String>,
}

const PROGRAMS: [(&str, &str); 11] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
    ("curl/", "curl"),
    ("python-requests/", "Python"),
    ("okhttp/", "OkHttp"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Device {
    /// Reads a user agent.
    pub(super) fn of(user_agent: Option<&str>) -> Self {
        let known = |names: &[(&str, &'static str)]| {
            let text = user_agent.unwrap_or_default();
            names.iter().find(|(mark, _)| text.contains(mark)).map(|(_, name)| *name)
        };
        Self { program: known(&PROGRAMS), system: known(&SYSTEMS), text: user_agent.map(str::to_owned) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_from_those_it_pretends_to_be() {
        for (text, program, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 \
                 Safari/537.36 Edg/140.0.0.0",
                Some("Edge"),
                Some("Windows"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile \
                 Safari/537.36",
                Some("Chrome"),
                Some("Android"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Mobile/15E148 Safari/604.1",
                Some("Safari"),
                Some("iPhone"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0",
                Some("Firefox"),
                Some("macOS"),
            ),
            ("Acme/1.0", None, None),
        ] {
            let device = Device::of(Some(text));
            assert_eq!((device.program, device.system), (program, system), "{text}");
        }
    }
}
