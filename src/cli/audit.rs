//! `gatepost audit verify`

use anyhow::Result;

use super::arguments::AuditCommand;
use super::{say, wiring};
use crate::config::{self, Purpose};
use crate::domain::audit::verify::{self, Verification};
use crate::store::OpenMode;

/// Tells whether the chain holds.
pub(super) fn run(command: &AuditCommand) -> Result<bool> {
    let AuditCommand::Verify(flags) = command;
    let settings = config::load(Purpose::Command, &flags.into())?;
    wiring::require_database(&settings)?;
    wiring::start_logging(&settings.log);
    let found = wiring::runtime()?.block_on(async {
        // No letter is written here, so no link needs the public URL.
        let app = wiring::start_app(&settings, String::new(), OpenMode::Beside, false).await?;
        let found = verify::verify(&app).await;
        app.stop().await;
        Ok::<_, anyhow::Error>(found?)
    })?;
    tell(&found);
    Ok(found.faults.is_empty())
}

fn tell(found: &Verification) {
    let Verification { chained, erased, waiting, faults } = found;
    for fault in faults {
        say::line(&format!("Does not hold: {fault}."));
    }
    if faults.is_empty() {
        say::line(&format!("The audit is as it was written: {chained} events hold together."));
    } else {
        say::line(&format!(
            "The audit is not as it was written: of {chained} events, the ones above do not hold. Compare them with a \
             backup from before, and find out who can write to the data directory."
        ));
    }
    if *erased > 0 {
        say::line(&format!("Of {erased} the personal part was erased, as it is when an account is deleted."));
    }
    if *waiting > 0 {
        say::line(&format!(
            "{waiting} more wait to be chained, which the running service does within a second."
        ));
    }
}
