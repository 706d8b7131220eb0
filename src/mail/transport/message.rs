//! Makes a letter into an internet message (RFC 5322): headers, and the same content as text and HTML.

use std::time::SystemTime;

use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::{DeliveryError, OutgoingLetter};
use crate::model::LetterId;

/// Makes the message. No text of a letter can add a header: lettre encodes the subject and parses
/// the address.
///
/// # Errors
/// [`DeliveryError::Permanent`] for a recipient that is no address.
pub(super) fn compose(from: &Mailbox, letter: &OutgoingLetter<'_>) -> Result<Message, DeliveryError> {
    let to = letter
        .to
        .parse()
        .map_err(|_| DeliveryError::permanent("the recipient is not an address that mail can be sent to"))?;
    // Earlier than 1970 is only a clock that was never set, which the header can't express.
    let date = SystemTime::from(letter.created_at).max(SystemTime::UNIX_EPOCH);
    let content =
        MultiPart::alternative_plain_html(letter.rendered.text.clone(), letter.rendered.html.clone());
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(&letter.rendered.subject)
        .date(date)
        .message_id(Some(message_id(letter.id, from)))
        // RFC 3834 §5: keeps out-of-office programs from answering.
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(content)
        .map_err(|error| DeliveryError::permanent(&format!("the message can't be made: {error}")))
}

/// The same for every delivery of one letter, so that a second copy is recognizable as such.
fn message_id(id: LetterId, from: &Mailbox) -> String {
    format!("<{id}@{}>", from.email.domain())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::RenderedLetter;
    use crate::model::Timestamp;

    fn compose_one(to: &str, subject: &str) -> Result<String, DeliveryError> {
        let rendered = RenderedLetter {
            subject: subject.to_owned(),
            text: "Grüße\n.\nhttps://accounts.example.com/activate?token=sample\n".to_owned(),
            html: "<p>Grüße</p>\n".to_owned(),
        };
        let letter = OutgoingLetter {
            id: "01932c07-209c-7f5b-8a3e-0123456789ab".parse().unwrap(),
            to,
            rendered: &rendered,
            created_at: "2026-11-22T10:00:00Z".parse::<Timestamp>().unwrap(),
        };
        let message = compose(&"Gatepost <no-reply@example.com>".parse().unwrap(), &letter)?;
        Ok(String::from_utf8(message.formatted()).unwrap())
    }

    #[test]
    fn a_message_says_who_when_and_that_a_program_wrote_it() {
        let message = compose_one("june@example.org", "Hello").unwrap();
        for line in [
            "From: Gatepost <no-reply@example.com>",
            "To: june@example.org",
            "Subject: Hello",
            "Date: Sun, 22 Nov 2026 10:00:00 +0000",
            "Message-ID: <01932c07-209c-7f5b-8a3e-0123456789ab@example.com>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ] {
            assert!(message.contains(&format!("{line}\r\n")), "{line} is not in {message}");
        }
        assert!(message.contains("Content-Type: multipart/alternative"), "{message}");
        assert!(message.find("text/plain").unwrap() < message.find("text/html").unwrap(), "text comes first");
        assert!(message.is_ascii(), "every server takes ASCII");
    }

    #[test]
    fn a_line_break_in_the_subject_adds_no_header() {
        let message =
            compose_one("june@example.org", "Hello\r\nBcc: eve@example.net\r\n\r\nGo away").unwrap();
        let (head, _) = message.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
        assert!(head.contains("Auto-Submitted"), "the head was cut: {head}");
    }

    #[test]
    fn a_recipient_that_is_no_address_is_refused_for_good() {
        for to in [
            "june",
            "june@example.org\r\nRCPT TO:<eve@example.net>",
            "june@example.org>, <eve@example.net",
            "",
        ] {
            assert!(matches!(compose_one(to, "Hello"), Err(DeliveryError::Permanent(_))), "{to:?}");
        }
    }
}
