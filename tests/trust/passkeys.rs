//! T15, T19, T27 and T32 for passkeys: one that a thief added goes with the thief, and nobody but its person sees, adds or
//! removes one.

use rocket::futures::future::{join, join_all};
use serde_json::json;

use crate::support::{Browser, PASSWORD, Person, Seen, SoftKey, TestApp};

const JUNE: &str = "june@acme.example";
const PASSKEYS: &str = "/settings/passkeys";
const SIGN_IN: &str = "/sign-in/passkey";

/// Whether a device signs somebody in.
async fn lets_in(app: &TestApp, device: &SoftKey) -> bool {
    let mut browser = Browser::new(app);
    let page = browser.open("/sign-in").await.expect(200);
    let answer = device.answer(&page.question(SIGN_IN));
    browser.submit_passkey(&page, SIGN_IN, &[("credential", &answer)]).await;
    browser.cookie("__Host-gatepost").is_some()
}

/// What the owner of a mailbox answers to letters about what a thief does.
#[derive(Clone, Copy, Debug)]
enum Word {
    /// "This wasn't me", to the letter about the passkey.
    NotMe,
    /// No, to another address.
    Deny,
    /// "This wasn't me", to an address that was changed.
    Undo,
}

impl Word {
    /// Where it is said: on which page, by which call, and by which token.
    async fn place(self, app: &TestApp, thief: &Person) -> (&'static str, String, String) {
        let asked = match self {
            Self::NotMe => None,
            Self::Deny | Self::Undo => Some(app.ask_for_address(thief, "eve@evil.example").await),
        };
        match (self, asked) {
            (Self::Deny, Some(links)) => {
                ("/email-change/deny", format!("/email-changes/{}/deny", links.deny), links.deny)
            }
            (_, asked) => {
                if let Some(links) = asked {
                    links.complete(app).await;
                }
                let token = app.last_token_to(JUNE, "not-me").await;
                ("/not-me", format!("/not-me/{token}"), token)
            }
        }
    }
}

/// To break it: shut a thief out, and leave the passkeys.
#[rocket::async_test]
async fn t15_t27_a_passkey_that_a_thief_added_goes_when_the_mailbox_says_so() {
    for (word, is_on_page) in
        [Word::NotMe, Word::Deny, Word::Undo].into_iter().flat_map(|word| [(word, false), (word, true)])
    {
        let app = TestApp::start().await;
        app.loner(JUNE).await;
        let thief = app.sign_in(JUNE).await;
        let device = thief.add_passkey(&app, "My phone").await;
        assert!(lets_in(&app, &device).await);
        let (page, call, token) = word.place(&app, &thief).await;
        if is_on_page {
            let mut browser = Browser::new(&app);
            let shown = browser.open(&format!("{page}?token={token}")).await.expect(200);
            browser.submit(&shown, page, &[]).await.expect(200);
        } else {
            app.anonymous().post_empty(&call).await.expect(204);
        }
        assert!(!lets_in(&app, &device).await, "{word:?}");
        // Nor is it back when the owner is.
        let reset = format!("/password-resets/{}", app.last_token_to(JUNE, "reset").await);
        app.anonymous().post(&reset, json!({"password": PASSWORD})).await.expect(200);
        let june = app.sign_in(JUNE).await;
        let seen = Browser::of(&app, &june).open(PASSKEYS).await.expect(200);
        assert!(!seen.text().contains("My phone"), "{word:?}: {}", seen.text());
        assert!(!lets_in(&app, &device).await, "{word:?}");
    }
}

/// A thief whose devices have answered already.
struct Answered<'a> {
    browser: Browser<'a>,
    asked: Seen,
    device: SoftKey,
    answer: String,
}

impl<'a> Answered<'a> {
    async fn by(app: &'a TestApp, thief: &Person) -> Self {
        let mut browser = Browser::of(app, thief);
        let page = browser.open(PASSKEYS).await.expect(200);
        let fields = [("password", PASSWORD)];
        let asked = browser.submit(&page, &format!("{PASSKEYS}/ask"), &fields).await.expect(200);
        let (device, answer) = SoftKey::make(&asked.question(PASSKEYS));
        Self { browser, asked, device, answer }
    }

    async fn add(&mut self) {
        let fields = [("name", "My phone"), ("credential", self.answer.as_str())];
        let page = self.browser.submit_passkey(&self.asked, PASSKEYS, &fields).await;
        assert!(page.answer.status < 500, "{}", page.text());
    }
}

/// To break it: ask nothing of a session in the transaction that adds a passkey.
#[rocket::async_test]
async fn t15_no_passkey_is_added_by_a_thief_who_is_shut_out_meanwhile() {
    for round in 0..6 {
        let app = TestApp::start().await;
        app.loner(JUNE).await;
        let thief = app.sign_in(JUNE).await;
        thief.add_passkey(&app, "My phone").await;
        let not_me = format!("/not-me/{}", app.last_token_to(JUNE, "not-me").await);
        let mut answered = Vec::new();
        for _ in 0..8 {
            answered.push(Answered::by(&app, &thief).await);
        }
        let shut_out = async {
            // In every other round the passkeys come first, and go again.
            if round % 2 == 1 {
                thief.api(&app).get("/orgs").await.expect(200);
            }
            app.anonymous().post_empty(&not_me).await.expect(204)
        };
        let adding = join_all(answered.iter_mut().map(Answered::add));
        Box::pin(join(adding, shut_out)).await;
        for thief in &answered {
            assert!(!lets_in(&app, &thief.device).await, "round {round}");
        }
    }
}

/// To break it: be content with any session where passkeys are listed, asked for, added or removed.
#[rocket::async_test]
async fn t19_t32_a_support_login_neither_sees_nor_adds_nor_removes_a_passkey() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.founder(JUNE, "Acme").await;
    let device = june.add_passkey(&app, "My phone").await;
    // What June herself may do, with all that is asked for it.
    let mut own = Browser::of(&app, &june);
    let list = own.open(PASSKEYS).await.expect(200);
    let removing = list.attr("a[href$='/remove']", "href").expect("it can be removed");
    let removal = own.open(&removing).await.expect(200);
    let asked = own.submit(&list, &format!("{PASSKEYS}/ask"), &[("password", PASSWORD)]).await.expect(200);
    let (another, made) = SoftKey::make(&asked.question(PASSKEYS));
    let fields = [("name", "Another"), ("credential", made.as_str())];

    let support = app.support_login(&june, &rita).await;
    let mut helper = Browser::of(&app, &Person { token: support.str("/token").to_owned(), ..june.clone() });
    for path in [PASSKEYS, &removing] {
        let page = helper.open(path).await.expect(403).expect_text("alone");
        assert!(!page.answer.text.contains("My phone"), "{path}: {}", page.answer.text);
    }
    let form_token = helper.form_token().await;
    let confirmed = [("form_token", form_token.as_str()), ("password", PASSWORD)];
    let adding = [&[("form_token", form_token.as_str())], &fields[..]].concat();
    helper.submit(&list, &format!("{PASSKEYS}/ask"), &confirmed).await.expect(403).expect_text("alone");
    helper.submit_passkey(&asked, PASSKEYS, &adding).await.expect(403).expect_text("alone");
    helper.submit(&removal, &removing, &confirmed).await.expect(403).expect_text("alone");
    assert!(!lets_in(&app, &another).await, "nothing was added");
    assert!(lets_in(&app, &device).await, "nothing was removed");
    // The very same is June's to do.
    own.submit_passkey(&asked, PASSKEYS, &fields).await.expect(200).expect_text("Another");
    assert!(lets_in(&app, &another).await);
    own.submit(&removal, &removing, &[("password", PASSWORD)]).await.expect(200);
    assert!(!lets_in(&app, &device).await);
}
