//! One life: somebody signs up with an org, activates, signs in, invites a friend who joins, refreshes their session and
//! changes their password. What was answered is written down as it is.

use std::io;
use std::sync::mpsc::Sender;

use serde_json::{Value, json};

use crate::support::{Answer, Http, PASSWORD};

/// The password that it is changed to.
pub(super) const CHANGED: &str = "borrowed violet lantern";

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    SignUp,
    Activate,
    SignIn,
    Invite,
    Accept,
    Refresh,
    ChangePassword,
}

/// How far somebody came.
#[derive(Clone, Debug, Default)]
pub(super) struct Life {
    pub(super) email: String,
    pub(super) friend: String,
    /// The last step that was answered.
    pub(super) done: Option<Step>,
    /// The step that was asked for and not answered.
    pub(super) in_doubt: Option<Step>,
    /// The token of the activation letter, once that was read.
    pub(super) activation: String,
    /// The token of the invitation's link.
    pub(super) invitation: String,
    /// The session's tokens, the newest last.
    pub(super) tokens: Vec<String>,
    pub(super) org_id: String,
    /// How many requests were answered.
    pub(super) answered: usize,
}

impl Life {
    pub(super) fn new(name: &str) -> Self {
        let email = format!("june-{name}@acme.example");
        Self { email, friend: format!("mia-{name}@acme.example"), ..Self::default() }
    }

    /// Whether a step was answered.
    pub(super) fn has(&self, step: Step) -> bool {
        self.done >= Some(step)
    }

    /// Lives it through, telling of every answer.
    ///
    /// # Errors
    /// When the service is gone.
    pub(super) fn live(&mut self, http: &Http, tell: &Sender<()>) -> io::Result<()> {
        let email = self.email.clone();
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "org": {"name": "Acme"}});
        self.step(http, tell, Step::SignUp, ("POST", "/sign-up", body), 201)?;

        self.activation = activation_token(http, &email)?;
        let body = json!({"token": self.activation});
        let activated = self.step(http, tell, Step::Activate, ("POST", "/activation", body), 200)?;
        activated.str("/org/id").clone_into(&mut self.org_id);

        let body = json!({"email": email, "password": PASSWORD});
        let signed_in = self.step(http, tell, Step::SignIn, ("POST", "/sessions", body), 201)?;
        self.tokens.push(signed_in.str("/token").to_owned());
        let own = http.bearer(&self.tokens[0]);

        let path = format!("/orgs/{}/invitations", self.org_id);
        let body = json!({"email": self.friend, "role": "member"});
        let invited = self.step(&own, tell, Step::Invite, ("POST", &path, body), 201)?;
        let (_, token) = invited.str("/link").split_once("?token=").expect("a token in the link");
        token.clone_into(&mut self.invitation);

        let body = sign_up_of_friend(&self.friend, &self.invitation);
        self.step(http, tell, Step::Accept, ("POST", "/sign-up", body), 201)?;

        let path = "/sessions/current/refresh";
        let refreshed = self.step(&own, tell, Step::Refresh, ("POST", path, Value::Null), 200)?;
        self.tokens.push(refreshed.str("/token").to_owned());
        let own = http.bearer(&self.tokens[1]);

        let body = json!({"current": PASSWORD, "new": CHANGED});
        self.step(&own, tell, Step::ChangePassword, ("PUT", "/account/password", body), 204)?;
        Ok(())
    }

    /// Takes a step, and writes down what came of it.
    fn step(
        &mut self,
        http: &Http,
        tell: &Sender<()>,
        step: Step,
        (method, path, body): (&str, &str, Value),
        status: u16,
    ) -> io::Result<Answer> {
        self.in_doubt = Some(step);
        let body = if body.is_null() { None } else { Some(&body) };
        let answer = http.send(method, &format!("/api/v1{path}"), body)?.answer()?.expect(status);
        self.in_doubt = None;
        self.done = Some(step);
        self.answered += 1;
        // Nobody listens any more once the service is to be killed.
        let _told = tell.send(());
        Ok(answer)
    }
}

/// What a friend signs up with.
pub(super) fn sign_up_of_friend(friend: &str, invitation: &str) -> Value {
    json!({"email": friend, "password": PASSWORD, "name": "Mia Poe", "invitation": invitation})
}

/// Looks into the inbox until the letter is there.
pub(super) fn activation_token(http: &Http, email: &str) -> io::Result<String> {
    loop {
        let inbox = http.send("GET", &format!("/dev/inbox.json?to={email}"), None)?.answer()?.expect(200);
        let letters = inbox.body.as_array().cloned().unwrap_or_default();
        let words =
            letters.iter().filter_map(|letter| letter["text"].as_str()).flat_map(str::split_whitespace);
        let mut tokens = words.filter_map(|word| word.split_once("/activate?token=").map(|(_, token)| token));
        if let Some(token) = tokens.next_back() {
            return Ok(token.to_owned());
        }
    }
}
