//! What is kept and logged of a mail server's words.
//!
//! Servers like to quote: the recipient's address, or the link that made them refuse a letter. What
//! is kept has no links, what is logged has no addresses either.

use crate::model::email_address;

/// RFC 5321 §4.5.3.1.5 allows 512 octets a line; a reply of many lines says nothing new after the first.
const MAX_CHARACTERS: usize = 512;

/// The reply on one line, without links, at most 512 characters.
pub(super) fn kept(reply: &str) -> String {
    let words = reply.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.map(|word| if word.contains("://") { "[link]" } else { word }).collect();
    words.join(" ").chars().take(MAX_CHARACTERS).collect()
}

/// A kept reply without the local parts of the addresses in it.
pub(super) fn logged(reply: &str) -> String {
    let words = reply.split(' ').map(|word| {
        let address = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if word.contains('@') { email_address::mask(address) } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_reply_is_one_line_without_links() {
        let reply =
            "554 5.7.1\r\nblocked: <https://accounts.example.com/activate?token=secret> \u{0} is on a list";
        assert_eq!(kept(reply), "554 5.7.1 blocked: [link] is on a list");
        assert_eq!(kept(&"x".repeat(1000)).len(), MAX_CHARACTERS);
    }

    #[test]
    fn a_logged_reply_has_no_whole_address() {
        let reply = "550 5.1.1 <june@example.com>: no such user june@example.com, sorry";
        assert_eq!(logged(reply), "550 5.1.1 j***@example.com no such user j***@example.com sorry");
    }
}
