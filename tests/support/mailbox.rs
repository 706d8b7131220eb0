//! Letters as people read them: delivered, opened, their link followed.

use rocket::http::Method;
use serde_json::Value;

use super::{Answer, TestApp};

/// A letter.
#[derive(Clone, Debug)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
}

impl Mail {
    /// The link of a journey: `activate`, `invitation`, `not-me`, `sign-in`.
    #[track_caller]
    pub fn link(&self, journey: &str) -> &str {
        self.text
            .split_whitespace()
            .find(|word| word.contains(&format!("/{journey}")))
            .unwrap_or_else(|| panic!("no link to {journey} in: {}", self.text))
    }

    /// The token of a journey's link.
    #[track_caller]
    pub fn token(&self, journey: &str) -> String {
        let link = self.link(journey);
        link.split_once("?token=").unwrap_or_else(|| panic!("no token in {link}")).1.to_owned()
    }

    /// The letters of an inbox's answer.
    pub(super) fn list(answer: &Answer) -> Vec<Self> {
        let text = |letter: &Value, member: &str| letter[member].as_str().unwrap_or_default().to_owned();
        answer
            .body
            .as_array()
            .expect("a list of letters")
            .iter()
            .map(|letter| Mail {
                to: text(letter, "to"),
                subject: text(letter, "subject"),
                text: text(letter, "text"),
                html: text(letter, "html"),
            })
            .collect()
    }
}

impl TestApp {
    /// Delivers what is queued, and reads all letters to an address, the oldest first.
    pub async fn letters_to(&self, address: &str) -> Vec<Mail> {
        self.delivery.deliver_due().await;
        let path = format!("/dev/inbox.json?to={address}");
        let post = self.post.as_deref().unwrap_or(self);
        Mail::list(&post.anonymous().send(Method::Get, &path, None).await.expect(200))
    }

    /// Delivers what is queued, and reads all letters there are, the oldest first.
    pub async fn letters(&self) -> Vec<Mail> {
        self.delivery.deliver_due().await;
        Mail::list(&self.anonymous().send(Method::Get, "/dev/inbox.json", None).await.expect(200))
    }

    /// The token of a journey's link in the newest letter to an address that has one.
    pub async fn last_token_to(&self, address: &str, journey: &str) -> String {
        let letters = self.letters_to(address).await;
        let found = letters.iter().rev().find(|mail| mail.text.contains(&format!("/{journey}?")));
        found.unwrap_or_else(|| panic!("no letter to {address} leads to {journey}")).token(journey)
    }

    /// The newest letter to an address.
    pub async fn last_letter_to(&self, address: &str) -> Mail {
        self.letters_to(address).await.pop().unwrap_or_else(|| panic!("no letter to {address}"))
    }
}
