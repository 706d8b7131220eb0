//! `/dev/inbox`: the letters as a page, one of them open. A letter's HTML is shown by itself in a frame that runs
//! nothing and belongs to nobody: its styles are its own, and its links open elsewhere.

use rocket::http::{ContentType, Header};
use rocket::response::{self, Responder, Response};
use rocket::{Request, Route, State, get, routes};
use serde::Serialize;

use super::{Local, To};
use crate::domain::App;
use crate::domain::dev::inbox::{self, InboxMessage};
use crate::model::LetterId;
use crate::web::pages::frame::{Failure, Page, Visitor};
use crate::web::param::Param;
use crate::web::problem::Problem;
use crate::web::refusal::Refusal;

/// What a letter's HTML may do: look as it says, and have its links opened in a page of their own.
const LETTER_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; \
    base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    routes![show_inbox, show_letter, show_html]
}

#[derive(Serialize)]
struct InboxView {
    /// The newest first.
    letters: Vec<ListedLetter>,
    open: Option<OpenLetter>,
    /// The address whose letters alone are shown.
    to: Option<String>,
}

#[derive(Serialize)]
struct ListedLetter {
    id: String,
    to: String,
    subject: String,
    at: i64,
    is_open: bool,
}

#[derive(Serialize)]
struct OpenLetter {
    id: String,
    to: String,
    subject: String,
    at: i64,
    text: Vec<Piece>,
}

/// A piece of a letter's text: words, or a link.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    is_link: bool,
}

impl InboxView {
    fn new(messages: &[InboxMessage], open: Option<&InboxMessage>, to: To) -> Self {
        let listed = messages.iter().rev().map(|message| ListedLetter {
            id: message.id.to_string(),
            to: message.to.clone(),
            subject: message.subject.clone(),
            at: message.created_at.as_microsecond(),
            is_open: open.is_some_and(|open| open.id == message.id),
        });
        Self {
            letters: listed.collect(),
            open: open.map(Into::into),
            to: to.0.map(|address| address.as_str().to_owned()),
        }
    }
}

impl From<&InboxMessage> for OpenLetter {
    fn from(message: &InboxMessage) -> Self {
        Self {
            id: message.id.to_string(),
            to: message.to.clone(),
            subject: message.subject.clone(),
            at: message.created_at.as_microsecond(),
            text: pieces(&message.text),
        }
    }
}

/// Tells the links in a text from the words around them. They end where white space begins.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let link = word.trim_end();
        if link.starts_with("https://") || link.starts_with("http://") {
            pieces.push(Piece { text: link.to_owned(), is_link: true });
            pieces.push(Piece { text: word[link.len()..].to_owned(), is_link: false });
        } else {
            match pieces.last_mut() {
                Some(last) if !last.is_link => last.text.push_str(word),
                _ => pieces.push(Piece { text: word.to_owned(), is_link: false }),
            }
        }
    }
    pieces
}

#[get("/inbox")]
async fn show_inbox(app: &State<App>, _local: Local, _visitor: &Visitor, to: To) -> Result<Page, Failure> {
    let messages = inbox::list(app, to.0.clone()).await?;
    let view = InboxView::new(&messages, messages.last(), to);
    Ok(Page::new("dev_inbox.html", view))
}

#[get("/inbox/<id>")]
async fn show_letter(
    app: &State<App>,
    _local: Local,
    _visitor: &Visitor,
    id: Param<LetterId>,
    to: To,
) -> Result<Page, Failure> {
    let messages = inbox::list(app, to.0.clone()).await?;
    let open = messages.iter().find(|message| message.id == id.0);
    let open = open.ok_or_else(|| Failure::new(Refusal::PathNotFound))?;
    Ok(Page::new("dev_inbox.html", InboxView::new(&messages, Some(open), to)))
}

/// A letter's HTML on its way out.
pub(crate) struct LetterHtml(String);

impl<'r> Responder<'r, 'static> for LetterHtml {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        // A link would otherwise open inside the frame, where no page lets itself be shown.
        let html = self.0.replacen("<head>", "<head>\n<base target=\"_blank\">", 1);
        Response::build()
            .header(ContentType::HTML)
            .header(Header::new("Content-Security-Policy", LETTER_POLICY))
            .header(Header::new("Referrer-Policy", "no-referrer"))
            .sized_body(html.len(), std::io::Cursor::new(html))
            .ok()
    }
}

#[get("/inbox/<id>/html")]
async fn show_html(app: &State<App>, _local: Local, id: Param<LetterId>) -> Result<LetterHtml, Problem> {
    let messages = inbox::list(app, None).await?;
    let found = messages.into_iter().find(|message| message.id == id.0);
    found.map(|message| LetterHtml(message.html)).ok_or_else(|| Problem::new(Refusal::PathNotFound))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_a_text_are_told_from_its_words() {
        let piece = |text: &str, is_link| Piece { text: text.to_owned(), is_link };
        assert_eq!(
            pieces("Open this:\n\nhttps://a.example/x?token=y\n\nIt works once."),
            [
                piece("Open this:\n\n", false),
                piece("https://a.example/x?token=y", true),
                piece("\n\nIt works once.", false),
            ]
        );
        assert_eq!(pieces("javascript:alert(1)"), [piece("javascript:alert(1)", false)]);
    }
}
