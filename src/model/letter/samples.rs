//! One of every letter, for tests and previews.

use jiff::SignedDuration;

use super::{Agreement, Letter, OperatorDeed, OrgDeletionEvent, OwnershipEvent, SecurityEvent, Timestamp};

impl Letter {
    /// One of every letter, with and without its optional parts.
    pub fn samples() -> Vec<Self> {
        [
            sign_up(),
            invitations(),
            approval(),
            ownership(),
            passwords(),
            email_changes(),
            security(),
            deletion(),
            operators(),
            org_deletion(),
        ]
        .concat()
    }
}

fn sign_up() -> Vec<Letter> {
    let activation = |org: Option<&str>, username: Option<&str>, password: Option<&str>| Letter::Activation {
        person: person(),
        org: org.map(str::to_owned),
        username: username.map(str::to_owned),
        password: password.map(str::to_owned),
        link: link("activate"),
        not_me_link: link("not-me"),
        expires: time(),
    };
    let to_review = |orgs: &[&str]| Letter::OrgsToReview {
        person: person(),
        orgs: orgs.iter().map(|&org| org.to_owned()).collect(),
        sign_in_link: sign_in_link(),
    };
    vec![
        activation(Some("Acme & Sons"), None, None),
        activation(None, None, None),
        activation(Some("Acme & Sons"), Some("junedoe-k7q2mx"), Some("k7q2mx9d4thbw3fz")),
        Letter::AccountExists { person: person(), sign_in_link: sign_in_link() },
        to_review(&["Acme"]),
        to_review(&["Acme", "Globex"]),
    ]
}

fn invitations() -> Vec<Letter> {
    let invitation = |org: &str, role: &str, message: Option<&str>| Letter::OrganizationInvitation {
        org: org.to_owned(),
        inviter: person(),
        role: role.to_owned(),
        message: message.map(str::to_owned),
        link: link("invitation"),
        expires: time(),
    };
    vec![
        invitation("Acme & Sons", "member", Some("Glad to have you.")),
        invitation("Acme", "admin", None),
        invitation("Acme", "owner", None),
        invitation("Acme", "pending", None),
    ]
}

fn approval() -> Vec<Letter> {
    let awaits = |role: &str| Letter::MemberAwaitsApproval {
        person: person(),
        newcomer: "Adam Poe".to_owned(),
        email: "adam@example.com".to_owned(),
        org: "Acme & Sons".to_owned(),
        role: role.to_owned(),
        sign_in_link: sign_in_link(),
    };
    let approved = |role: &str| Letter::MembershipApproved {
        person: person(),
        org: "Acme & Sons".to_owned(),
        role: role.to_owned(),
        sign_in_link: sign_in_link(),
    };
    let awaiting = ["pending", "member", "admin", "owner"].map(awaits);
    let approvals = ["member", "admin", "owner"].map(approved);
    awaiting.into_iter().chain(approvals).collect()
}

fn ownership() -> Vec<Letter> {
    let notice = |event| Letter::OwnershipNotice {
        person: "Olivia Moe".to_owned(),
        event,
        owner: person(),
        successor: "Adam Poe".to_owned(),
        org: "Acme & Sons".to_owned(),
        sign_in_link: sign_in_link(),
    };
    let asking = Letter::OwnershipTransfer {
        person: "Adam Poe".to_owned(),
        owner: person(),
        org: "Acme & Sons".to_owned(),
        link: link("ownership-transfer"),
        expires: time(),
    };
    let events = [OwnershipEvent::Asked, OwnershipEvent::Accepted, OwnershipEvent::Declined];
    [asking].into_iter().chain(events.map(notice)).collect()
}

fn passwords() -> Vec<Letter> {
    vec![Letter::PasswordReset { person: person(), link: link("reset"), expires: time() }]
}

fn email_changes() -> Vec<Letter> {
    let ip = || "192.0.2.7".to_owned();
    let requested = |device, agreement| Letter::EmailChangeRequested {
        person: person(),
        new_address: "june@new.example.com".to_owned(),
        at: time(),
        device,
        ip: ip(),
        agreement,
        accept_link: (agreement != Agreement::New).then(|| link("email-change/accept")),
        deny_link: link("email-change/deny"),
        expires: time(),
    };
    let changed = |device| Letter::EmailChanged {
        person: person(),
        at: time(),
        device,
        ip: ip(),
        not_me_link: link("not-me"),
        expires: time(),
    };
    vec![
        requested(Some(device()), Agreement::Both),
        requested(None, Agreement::Both),
        requested(None, Agreement::Old),
        requested(None, Agreement::New),
        Letter::EmailChangeConfirm { person: person(), link: link("email-change/confirm"), expires: time() },
        Letter::EmailChangeTaken { person: person(), sign_in_link: sign_in_link() },
        changed(Some(device())),
        changed(None),
        Letter::EmailChangeUndone { person: person(), sign_in_link: sign_in_link() },
    ]
}

fn security() -> Vec<Letter> {
    let notice = |event, device, ip: Option<&str>| Letter::SecurityNotice {
        person: person(),
        event,
        at: time(),
        device,
        ip: ip.map(str::to_owned),
        not_me_link: link("not-me"),
    };
    let reused =
        |device| Letter::SessionReused { person: person(), device, at: time(), sign_in_link: sign_in_link() };
    let mut letters = vec![
        notice(SecurityEvent::NewSignIn, Some(device()), Some("192.0.2.7")),
        reused(Some(device())),
        reused(None),
    ];
    letters.extend(SecurityEvent::ALL.map(|event| notice(event, None, None)));
    letters
}

fn deletion() -> Vec<Letter> {
    let asked = |device| Letter::AccountDeletion {
        person: person(),
        due: days_later(7),
        at: time(),
        device,
        ip: "192.0.2.7".to_owned(),
        sign_in_link: sign_in_link(),
        not_me_link: link("not-me"),
    };
    let not_deleted = |orgs: &[&str]| Letter::AccountNotDeleted {
        person: person(),
        orgs: orgs.iter().map(|&org| org.to_owned()).collect(),
        sign_in_link: sign_in_link(),
    };
    vec![
        asked(Some(device())),
        asked(None),
        not_deleted(&["Acme"]),
        not_deleted(&["Acme", "Globex"]),
        Letter::AccountDeleted { person: person() },
    ]
}

fn operators() -> Vec<Letter> {
    let notice = |event| Letter::OperatorNotice {
        person: person(),
        event,
        operator: (!event.is_of_command_line()).then(|| "Rita Root".to_owned()),
        at: time(),
        until: (event == OperatorDeed::SupportLogin).then(|| days_later(1)),
        sign_in_link: sign_in_link(),
        not_me_link: (event == OperatorDeed::TwoFactorReset).then(|| link("not-me")),
    };
    let test = Letter::Test { operator: "Rita Root".to_owned(), sign_in_link: sign_in_link() };
    OperatorDeed::ALL.map(notice).into_iter().chain([test]).collect()
}

fn org_deletion() -> Vec<Letter> {
    let asked = |not_me_link| Letter::OrgDeletion {
        person: person(),
        org: "Acme & Sons".to_owned(),
        owner: "Olivia Moe".to_owned(),
        due: days_later(7),
        job_link: "https://accounts.example.com/jobs/0190c5a8-0000-7000-8000-000000000000".to_owned(),
        not_me_link,
    };
    let became = |event| Letter::OrgDeletionNotice {
        person: person(),
        event,
        org: "Acme & Sons".to_owned(),
        sign_in_link: sign_in_link(),
    };
    vec![
        asked(Some(link("not-me"))),
        asked(None),
        became(OrgDeletionEvent::Cancelled),
        became(OrgDeletionEvent::Done),
    ]
}

fn person() -> String {
    "June Doe".to_owned()
}

fn device() -> String {
    "Firefox on Linux".to_owned()
}

/// 24 November 2026, 10:00 UTC.
fn time() -> Timestamp {
    Timestamp::from_second(1_795_514_400).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn days_later(days: i64) -> Timestamp {
    time().saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}

fn link(journey: &str) -> String {
    format!("https://accounts.example.com/{journey}?token=sample")
}

fn sign_in_link() -> String {
    "https://accounts.example.com/sign-in".to_owned()
}
