//! The nouns of Gatepost: parsed values and the records that rooms hand each other.
//!
//! Once you hold a value of this room it is valid: an [`EmailAddress`] has been parsed, a
//! [`Role`] is one of four. Nothing here does IO, reads a clock, draws random numbers or knows a
//! wire format; whoever needs JSON or SQL translates at its own edge. Start reading at [`user`],
//! [`org`] and [`invitation`].

pub mod api_key;
pub mod audit;
pub mod authenticator;
pub mod case_folding;
pub mod client;
pub mod color;
pub mod country;
pub mod dialect;
pub mod email_address;
pub mod email_change;
pub mod email_domain;
pub mod face;
pub mod id;
pub mod invitation;
pub mod ip_network;
pub mod job;
pub mod letter;
pub mod letter_trace;
pub mod locale;
pub mod login;
pub mod name;
pub mod number;
pub mod one_time_token;
pub mod org;
pub mod ownership_transfer;
pub mod page;
pub mod page_url;
pub mod passkey;
pub mod password;
pub mod principal;
pub mod refusal;
pub mod role;
pub mod scope;
pub mod search;
pub mod session;
pub mod sign_up;
pub mod sign_up_domain;
pub mod user;
pub mod username;

pub use api_key::{ApiKey, ProfileKey};
pub use audit::{Action, AuditEvent, AuditPersonal, Target};
pub use authenticator::Authenticator;
pub use client::ClientInfo;
pub use color::Color;
pub use country::Country;
pub use dialect::Dialect;
pub use email_address::EmailAddress;
pub use email_change::{Agreement, EmailChange, EmailChangeStep};
pub use email_domain::EmailDomain;
pub use face::Face;
pub use id::{
    ApiKeyId, AuditEventId, AuthenticatorId, EmailChangeId, InvitationId, JobId, LetterId, LoginId,
    MembershipId, OneTimeTokenId, OrgId, OwnershipTransferId, PasskeyId, SessionId, SignUpDomainId,
    SignUpDomainVersionId, SignUpId, UserId,
};
pub use invitation::{Invitation, InvitationState, MailStage, MailState};
pub use ip_network::IpNetwork;
pub use job::{Job, JobFailure, JobState, JobStep, Step, Task};
pub use letter::Letter;
pub use letter_trace::{LetterDelivery, LetterTrace};
pub use locale::Locale;
pub use login::Login;
pub use name::{KeyName, NameChange, OrgName, PersonName};
pub use number::Number;
pub use one_time_token::{OneTimeTokenRecord, Purpose};
pub use org::{Joined, Member, Membership, Org, OrgPolicies, OrgState};
pub use ownership_transfer::OwnershipTransfer;
pub use page::{Order, Page, PageRequest, Slice};
pub use page_url::PageUrl;
pub use passkey::Passkey;
pub use password::Password;
pub use principal::Principal;
pub use refusal::ValueError;
pub use role::{Permission, Role};
pub use scope::Scope;
pub use search::Search;
pub use session::{IssuedToken, Session};
pub use sign_up::{FoundedOrg, SignUp};
pub use sign_up_domain::{SignUpDomain, SignUpDomainVersion};
pub use user::{NamedUser, User, UserEmail, UserState};
pub use username::Username;

/// A point in time, UTC. Rows keep it as whole microseconds.
pub type Timestamp = jiff::Timestamp;
