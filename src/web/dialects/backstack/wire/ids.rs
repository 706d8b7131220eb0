//! Ids as Backstack writes them: what they name, `_`, and the whole UUID in base 62.

use uuid::Uuid;

use crate::model::{OrgId, Role, SignUpDomainId, SignUpDomainVersionId, UserId};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// So many digits hold every UUID.
const WIDTH: usize = 22;

/// An account's.
pub fn account(id: OrgId) -> String {
    write("act", id.uuid().as_u128())
}

/// A person's.
pub fn user(id: UserId) -> String {
    write("usr", id.uuid().as_u128())
}

/// A sign-up domain's.
pub fn domain(id: SignUpDomainId) -> String {
    write("dom", id.uuid().as_u128())
}

/// What a sign-up domain offers.
pub fn version(id: SignUpDomainVersionId) -> String {
    write("ver", id.uuid().as_u128())
}

/// The service's, by its fingerprint.
pub fn app(fingerprint: u128) -> String {
    write("app", fingerprint)
}

/// A role's: they are few, and the same everywhere.
pub fn role(role: Role) -> String {
    let number = match role {
        Role::Pending => 1,
        Role::Member => 2,
        Role::Admin => 3,
        Role::Owner => 4,
    };
    write("rol", number)
}

/// Reads an account's id.
pub fn read_account(text: &str) -> Option<OrgId> {
    read("act", text).map(OrgId::new)
}

/// Reads a sign-up domain's id.
pub fn read_domain(text: &str) -> Option<SignUpDomainId> {
    read("dom", text).map(SignUpDomainId::new)
}

fn write(what: &str, number: u128) -> String {
    format!("{what}_{}", base62(number))
}

/// A number in 22 digits.
pub fn base62(mut number: u128) -> String {
    let mut digits = [DIGITS[0]; WIDTH];
    for digit in digits.iter_mut().rev() {
        *digit = DIGITS[(number % 62) as usize];
        number /= 62;
    }
    digits.map(char::from).iter().collect()
}

fn read(what: &str, text: &str) -> Option<Uuid> {
    let digits = text.strip_prefix(what)?.strip_prefix('_')?;
    if digits.len() != WIDTH {
        return None;
    }
    let number = digits.bytes().try_fold(0_u128, |number, digit| {
        let value = DIGITS.iter().position(|known| *known == digit)?;
        number.checked_mul(62)?.checked_add(value as u128)
    })?;
    Some(Uuid::from_u128(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_comes_back_from_its_22_digits() {
        for number in [0, 1, 61, 62, u128::MAX, 0x0193_2c07_209c_7f5b_8a3e_0123_4567_89ab] {
            let id = OrgId::new(Uuid::from_u128(number));
            assert_eq!(account(id).len(), "act_".len() + WIDTH);
            assert_eq!(read_account(&account(id)), Some(id));
        }
        assert_eq!(account(OrgId::new(Uuid::nil())), "act_0000000000000000000000");
        assert_eq!(account(OrgId::new(Uuid::from_u128(61))), "act_000000000000000000000z");
    }

    #[test]
    fn what_no_id_is_written_like_names_nothing() {
        let beyond = format!("act_{}", "z".repeat(WIDTH));
        for text in ["", "act_", "act_1", "dom_0000000000000000000000", "act_000000000000000000000-", &beyond]
        {
            assert_eq!(read_account(text), None, "{text}");
        }
    }
}
