//! One-time tokens of every kind, each come by as its holder comes by it.

use gatepost::domain::accounts::make_operator::{MadeOperator, make_operator};
use gatepost::domain::accounts::sign_up::sign_up;
use gatepost::model::{Dialect, EmailAddress, Purpose};
use serde_json::json;

use super::{Answer, Device, PASSWORD, Person, TestApp, caller_in, sign_up_of};

/// What a one-time token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Opens the account of a sign-up.
    Activation,
    /// The same, told to whoever signed up: it proves nothing.
    ActivationShared,
    /// Proves the mailbox of an account that is open already.
    EmailVerification,
    /// Disowns a sign-up.
    DisownSignUp,
    /// Disowns an account that was opened without its mailbox.
    DisownAccount,
    /// Disowns the deletion of an account: it stays.
    DisownDeletion,
    /// Disowns the deletion of an org: it stays.
    DisownOrgDeletion,
    /// Joins, and proves the mailbox.
    InvitationMailed,
    /// Joins, and proves nothing.
    InvitationShared,
    /// Sets another password.
    PasswordReset,
    /// Lets an address change.
    EmailChangeAccept,
    /// Stops a change of address.
    EmailChangeDeny,
    /// Proves the mailbox that an address is to change to.
    EmailChangeConfirm,
    /// Puts an address back that was changed.
    DisownEmailChange,
    /// Takes an owner's place.
    OwnershipTransfer,
    /// Asks for a second factor.
    TwoFactorChallenge,
    /// Makes an operator's account.
    OperatorSetUp,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 17] = [
        Self::Activation,
        Self::ActivationShared,
        Self::EmailVerification,
        Self::DisownSignUp,
        Self::DisownAccount,
        Self::DisownDeletion,
        Self::DisownOrgDeletion,
        Self::InvitationMailed,
        Self::InvitationShared,
        Self::PasswordReset,
        Self::EmailChangeAccept,
        Self::EmailChangeDeny,
        Self::EmailChangeConfirm,
        Self::DisownEmailChange,
        Self::OwnershipTransfer,
        Self::TwoFactorChallenge,
        Self::OperatorSetUp,
    ];

    /// The kinds of a purpose. One that is added there has to be added here.
    pub fn of(purpose: Purpose) -> &'static [Self] {
        match purpose {
            Purpose::Activation => &[Self::Activation],
            Purpose::ActivationShared => &[Self::ActivationShared],
            Purpose::EmailVerification => &[Self::EmailVerification],
            Purpose::NotMe => {
                &[Self::DisownSignUp, Self::DisownAccount, Self::DisownDeletion, Self::DisownOrgDeletion]
            }
            Purpose::InvitationMailed => &[Self::InvitationMailed],
            Purpose::InvitationShared => &[Self::InvitationShared],
            Purpose::PasswordReset => &[Self::PasswordReset],
            Purpose::EmailChangeAccept => &[Self::EmailChangeAccept],
            Purpose::EmailChangeDeny => &[Self::EmailChangeDeny],
            Purpose::EmailChangeConfirm => &[Self::EmailChangeConfirm],
            Purpose::EmailChangeUndo => &[Self::DisownEmailChange],
            Purpose::OwnershipTransfer => &[Self::OwnershipTransfer],
            Purpose::TwoFactorChallenge => &[Self::TwoFactorChallenge],
            Purpose::OperatorSetUp => &[Self::OperatorSetUp],
            // Nobody is given one: it is a mark of an answer that was used.
            Purpose::PasskeyCeremony => &[],
        }
    }

    /// The page that the kind's link opens; what a challenge asks for has none.
    pub fn journey(self) -> &'static str {
        match self {
            Self::Activation | Self::ActivationShared | Self::EmailVerification => "activate",
            Self::DisownSignUp
            | Self::DisownAccount
            | Self::DisownDeletion
            | Self::DisownOrgDeletion
            | Self::DisownEmailChange => "not-me",
            Self::InvitationMailed | Self::InvitationShared => "invitation",
            Self::PasswordReset => "reset",
            Self::EmailChangeAccept => "email-change/accept",
            Self::EmailChangeDeny => "email-change/deny",
            Self::EmailChangeConfirm => "email-change/confirm",
            Self::OwnershipTransfer => "ownership-transfer",
            Self::TwoFactorChallenge => "two-factor",
            Self::OperatorSetUp => "setup",
        }
    }
}

/// A one-time token in its holder's hands.
#[derive(Clone, Debug)]
pub struct OneTime {
    /// What it is for.
    pub kind: Kind,
    /// The token.
    pub token: String,
    /// For which address.
    pub email: String,
    /// What answers it, where it is a challenge.
    pub device: Option<Device>,
}

impl OneTime {
    /// Uses it as it is meant to be used.
    pub async fn redeem(&self, app: &TestApp) -> Answer {
        let api = app.anonymous();
        let Self { kind, token, email, device } = self;
        match kind {
            Kind::Activation | Kind::ActivationShared | Kind::EmailVerification => {
                api.post("/activation", json!({"token": token})).await
            }
            Kind::DisownSignUp
            | Kind::DisownAccount
            | Kind::DisownDeletion
            | Kind::DisownOrgDeletion
            | Kind::DisownEmailChange => api.post_empty(&format!("/not-me/{token}")).await,
            Kind::EmailChangeAccept | Kind::EmailChangeDeny | Kind::EmailChangeConfirm => {
                let (_, step) = kind.journey().split_once('/').expect("a journey and its step");
                api.post_empty(&format!("/email-changes/{token}/{step}")).await
            }
            Kind::InvitationMailed | Kind::InvitationShared => app.sign_up_invited(email, token).await,
            Kind::PasswordReset => {
                api.post(&format!("/password-resets/{token}"), json!({"password": PASSWORD})).await
            }
            Kind::OwnershipTransfer => {
                let successor = app.sign_in(email).await;
                successor.api(app).post_empty(&format!("/ownership-transfers/{token}/accept")).await
            }
            Kind::TwoFactorChallenge => {
                let code = device.as_ref().expect("whoever is challenged has a device").code(app);
                app.complete(token, ("code", &code)).await
            }
            Kind::OperatorSetUp => {
                let body = json!({"token": token, "email": email, "password": PASSWORD, "name": "Olga Root"});
                api.post("/setup", body).await
            }
        }
    }
}

impl TestApp {
    /// A token of a kind for an address that nobody has used yet; `inviter` invites where that is needed.
    pub async fn one_time(&self, inviter: &Person, kind: Kind, email: &str) -> OneTime {
        let mut device = None;
        let token = match kind {
            Kind::Activation | Kind::DisownSignUp => {
                let body = json!({"email": email, "password": PASSWORD, "name": "June Doe"});
                self.anonymous().post("/sign-up", body).await.expect(201);
                self.last_letter_to(email).await.token(kind.journey())
            }
            Kind::ActivationShared => {
                let client = caller_in(Dialect::Backstack);
                let signed_up = sign_up(&self.app, &client, sign_up_of(email)).await;
                let waiting = signed_up.expect("the sign-up is taken").waiting;
                waiting.and_then(|waiting| waiting.token).expect("the caller is told the token")
            }
            Kind::EmailVerification | Kind::DisownAccount => {
                let shared = self.invite_by_link(inviter, email, "member").await;
                self.sign_up_invited(email, &shared).await.expect(201);
                self.last_letter_to(email).await.token(kind.journey())
            }
            Kind::DisownDeletion => {
                self.loner(email).await.delete_account(self).await.expect(202);
                self.last_letter_to(email).await.token(kind.journey())
            }
            Kind::DisownOrgDeletion => {
                self.founder(email, "Globex").await.delete_org(self).await.expect(202);
                self.last_letter_to(email).await.token(kind.journey())
            }
            Kind::InvitationMailed => self.invite(inviter, email, "member").await,
            Kind::InvitationShared => self.invite_by_link(inviter, email, "member").await,
            Kind::PasswordReset => {
                self.loner(email).await;
                self.anonymous().post("/password-resets", json!({"email": email})).await.expect(202);
                self.last_letter_to(email).await.token(kind.journey())
            }
            Kind::EmailChangeAccept
            | Kind::EmailChangeDeny
            | Kind::EmailChangeConfirm
            | Kind::DisownEmailChange => {
                let person = self.loner(email).await;
                let links = self.ask_for_address(&person, &format!("new.{email}")).await;
                match kind {
                    Kind::EmailChangeAccept => links.accept,
                    Kind::EmailChangeDeny => links.deny,
                    Kind::EmailChangeConfirm => links.confirm,
                    _ => {
                        links.complete(self).await;
                        self.last_letter_to(email).await.token(kind.journey())
                    }
                }
            }
            Kind::OwnershipTransfer => {
                // Of an org of its own: the owner is one no longer once it is used.
                let owner = self.founder(&format!("owner.of.{email}"), "Globex").await;
                let successor = self.joiner(&owner, email, "member").await;
                self.ask_to_take_over(&owner, &successor).await.1
            }
            Kind::TwoFactorChallenge => {
                device = Some(self.loner(email).await.turn_two_factor_on(self).await);
                self.challenge(email).await
            }
            Kind::OperatorSetUp => self.operator_link(email).await,
        };
        OneTime { kind, token, email: email.to_owned(), device }
    }

    /// Invites an address, and answers the shared token: the one in the link that the inviter is shown.
    pub async fn invite_by_link(&self, inviter: &Person, email: &str, role: &str) -> String {
        let path = format!("/orgs/{}/invitations", inviter.org_id);
        let answer = inviter.api(self).post(&path, json!({"email": email, "role": role})).await.expect(201);
        answer.str("/link").split_once("?token=").expect("a token in the link").1.to_owned()
    }

    /// Signs up with an invitation's token and [`PASSWORD`].
    pub async fn sign_up_invited(&self, email: &str, token: &str) -> Answer {
        let body = json!({"email": email, "password": PASSWORD, "name": "Adam Poe", "invitation": token});
        self.anonymous().post("/sign-up", body).await
    }

    /// Asks a member to take an owner's place, and answers the transfer's id and the token of its letter.
    pub async fn ask_to_take_over(&self, owner: &Person, successor: &Person) -> (String, String) {
        let body = json!({"user_id": successor.id, "password": PASSWORD});
        let asked = owner.api(self).post(&owner.org("/ownership-transfers"), body).await.expect(201);
        let token = self.last_letter_to(&successor.email).await.token("ownership-transfer");
        (asked.str("/id").to_owned(), token)
    }

    /// The token of the link that the command line prints for a new operator.
    pub async fn operator_link(&self, email: &str) -> String {
        let email = EmailAddress::parse(email).expect("an address");
        match make_operator(&self.app, email).await.expect("the database answers") {
            MadeOperator::Invited { link, .. } => {
                link.split_once("?token=").expect("a token in the link").1.to_owned()
            }
            MadeOperator::Granted(_) => panic!("somebody has this address"),
        }
    }
}
