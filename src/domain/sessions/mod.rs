//! Being signed in: the session row decides, the token only names it.

pub mod act_for_org;
pub mod activate;
pub mod authenticate;
pub mod complete_sign_in;
pub(in crate::domain) mod credentials;
pub mod end;
pub mod list;
pub mod list_logins;
pub(in crate::domain) mod logins;
pub mod orgs_to_act_for;
pub mod refresh;
pub mod sign_in;
pub mod start;
mod token;
pub mod who_am_i;

pub use token::Bearer;
