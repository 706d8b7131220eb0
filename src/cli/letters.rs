//! From the settings to the way letters go.

use std::fs;

use anyhow::{Context as _, Result};

use crate::config::{Smtp, SmtpTls};
use crate::mail::Transport;
use crate::mail::transport::{FileTransport, SmtpSettings, SmtpTransport, Tls};

/// What is told while no mail server is set.
pub(super) const NOT_CONFIGURED: &str = "No mail server is set: letters are kept in the queue until there is one. \
     Give GATEPOST_SMTP__HOST and GATEPOST_SMTP__FROM.";

/// The way letters go by the settings, if there is one. Nothing is sent and nobody is called yet: a mail
/// server that is down must not stop the start.
pub(super) fn transport(smtp: &Smtp) -> Result<Option<Transport>> {
    let Some(from) = &smtp.from else { return Ok(None) };
    if let Some(directory) = &smtp.directory {
        let transport = FileTransport::new(directory.clone(), from.mailbox().clone())?;
        return Ok(Some(Transport::File(transport)));
    }
    let Some(host) = &smtp.host else { return Ok(None) };
    let ca_pem = smtp
        .ca_file
        .as_ref()
        .map(|path| fs::read(path).with_context(|| format!("smtp.ca_file {} can't be read", path.display())))
        .transpose()?;
    let transport = SmtpTransport::new(SmtpSettings {
        host: host.clone(),
        port: smtp.relay_port(),
        tls: match smtp.tls {
            SmtpTls::Starttls => Tls::StartTls,
            SmtpTls::Tls => Tls::Tls,
            SmtpTls::None => Tls::None,
        },
        credentials: smtp.username.clone().zip(smtp.password.clone()),
        from: from.mailbox().clone(),
        ca_pem,
        timeout: SmtpSettings::TIMEOUT,
    })?;
    Ok(Some(Transport::Smtp(transport)))
}
