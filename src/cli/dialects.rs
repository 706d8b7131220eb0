//! What is told of the dialects that are answered, to whoever runs the service.

use crate::config::Settings;
use crate::domain::customs::gives_away;
use crate::model::Dialect;

/// A sentence about each: what it gives away.
pub(super) fn told(settings: &Settings) -> Vec<String> {
    let strict = settings.dialects.strict;
    let how = if strict { "strictly" } else { "as documented" };
    let tell = |dialect: Dialect| {
        let clauses = gives_away(dialect, strict).join("; ");
        format!("The dialect {} is answered {how}: {clauses}.", dialect.as_str())
    };
    settings.mounted_dialects().into_iter().map(tell).collect()
}

/// Logs those sentences, as warnings unless the service's own policy goes first.
pub(super) fn log(settings: &Settings) {
    for sentence in told(settings) {
        if settings.dialects.strict {
            tracing::info!("{sentence}");
        } else {
            tracing::warn!("{sentence}");
        }
    }
}
