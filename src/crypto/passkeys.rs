//! Passkeys (Web Authentication, W3C): what a browser is asked, and whether what a device answers is right.
//!
//! The work is webauthn-rs's; this module keeps its types from the rest of the service. What is stored of a passkey and
//! what a ceremony has to remember between asking and answering go out as bytes. The user is always verified by the
//! device, so that a passkey is something one has and something one is or knows. No rows and no time are known here.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyAuthentication, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};
use webauthn_rs_proto::ResidentKeyRequirement;

/// Asks browsers, and judges what devices answer.
pub struct RelyingParty(Webauthn);

/// Why a passkey is refused. What exactly is wrong is nobody's business but ours.
#[derive(Clone, Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The answer is not one, or not to what was asked.
    #[error("the answer of the passkey is not right")]
    Wrong,
    /// What was stored can't be read.
    #[error("a stored passkey can't be read")]
    Unreadable,
}

/// A question to a browser, and what has to be remembered until it is answered.
pub struct Asked {
    /// What the browser is asked: JSON, for `navigator.credentials`.
    pub options: String,
    /// What has to be remembered. Whoever can change it can forge an answer: it is to be sealed.
    pub state: Vec<u8>,
}

/// A passkey that a device has made.
pub struct Made {
    /// What the device calls it.
    pub credential_id: Vec<u8>,
    /// What is stored of it.
    pub credential: Vec<u8>,
}

/// What a device answers, before it is judged.
pub struct Answer {
    said: PublicKeyCredential,
    /// Whose passkey the device says it is; by itself that proves nothing.
    pub user_id: Option<Uuid>,
    /// Which passkey.
    pub credential_id: Vec<u8>,
}

/// What a ceremony remembers.
#[derive(Serialize, Deserialize)]
enum State {
    Making(PasskeyRegistration),
    Finding(DiscoverableAuthentication),
    Using(PasskeyAuthentication),
}

impl RelyingParty {
    /// Speaks for the service at a public URL; `None` where that has no name but an address, for which no passkeys can be
    /// made.
    #[must_use]
    pub fn new(public_url: &str, product: &str) -> Option<Self> {
        let origin = Url::parse(public_url).ok()?;
        let name = origin.domain()?.to_owned();
        let builder = WebauthnBuilder::new(&name, &origin).ok()?.rp_name(product);
        builder.build().ok().map(Self)
    }

    /// Asks for a new passkey of a person, who has `known` ones already.
    ///
    /// # Errors
    /// [`PasskeyError`].
    pub fn ask_to_make(
        &self,
        user_id: Uuid,
        login: &str,
        name: &str,
        known: Vec<Vec<u8>>,
    ) -> Result<Asked, PasskeyError> {
        let (mut options, state) = self
            .0
            .start_passkey_registration(user_id, login, name, Some(known))
            .map_err(|_| PasskeyError::Wrong)?;
        // The device is to remember whose it is, so that nobody has to say who they are first.
        if let Some(selection) = &mut options.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        asked(&options.public_key, &State::Making(state))
    }

    /// Judges the answer to [`RelyingParty::ask_to_make`].
    ///
    /// # Errors
    /// [`PasskeyError::Wrong`].
    pub fn judge_made(&self, state: &[u8], answer: &str) -> Result<Made, PasskeyError> {
        let State::Making(state) = read(state)? else { return Err(PasskeyError::Wrong) };
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(|_| PasskeyError::Wrong)?;
        let passkey = self.0.finish_passkey_registration(&answer, &state).map_err(|_| PasskeyError::Wrong)?;
        Ok(Made { credential_id: passkey.cred_id().clone(), credential: written(&passkey)? })
    }

    /// Asks for any passkey of this service, whoever's it is.
    ///
    /// # Errors
    /// [`PasskeyError`].
    pub fn ask_for_any(&self) -> Result<Asked, PasskeyError> {
        let (options, state) = self.0.start_discoverable_authentication().map_err(|_| PasskeyError::Wrong)?;
        asked(&options.public_key, &State::Finding(state))
    }

    /// Asks for one of these passkeys.
    ///
    /// # Errors
    /// [`PasskeyError`].
    pub fn ask_for_one_of(&self, credentials: &[Vec<u8>]) -> Result<Asked, PasskeyError> {
        let passkeys = credentials.iter().map(|bytes| read(bytes)).collect::<Result<Vec<Passkey>, _>>()?;
        let (options, state) =
            self.0.start_passkey_authentication(&passkeys).map_err(|_| PasskeyError::Wrong)?;
        asked(&options.public_key, &State::Using(state))
    }

    /// Judges an answer by the stored passkey that it names. Answers what is stored from now on, if that is something
    /// else: counters grow.
    ///
    /// # Errors
    /// [`PasskeyError`].
    pub fn judge_used(
        &self,
        state: &[u8],
        answer: &Answer,
        credential: &[u8],
    ) -> Result<Option<Vec<u8>>, PasskeyError> {
        let mut passkey: Passkey = read(credential)?;
        let result = match read(state)? {
            State::Finding(state) => {
                let key = DiscoverableKey::from(&passkey);
                self.0.finish_discoverable_authentication_v2(&answer.said, state, key)
            }
            State::Using(state) => self.0.finish_passkey_authentication(&answer.said, &state),
            State::Making(_) => return Err(PasskeyError::Wrong),
        };
        let result = result.map_err(|_| PasskeyError::Wrong)?;
        if !result.user_verified() || result.cred_id() != passkey.cred_id() {
            return Err(PasskeyError::Wrong);
        }
        match passkey.update_credential(&result) {
            Some(true) => written(&passkey).map(Some),
            _ => Ok(None),
        }
    }
}

impl Answer {
    /// Reads what a browser hands over.
    ///
    /// # Errors
    /// [`PasskeyError::Wrong`] for anything else.
    pub fn read(text: &str) -> Result<Self, PasskeyError> {
        let said: PublicKeyCredential = serde_json::from_str(text).map_err(|_| PasskeyError::Wrong)?;
        let user_id = said.get_user_unique_id().and_then(|bytes| Uuid::from_slice(bytes).ok());
        let credential_id = said.get_credential_id().to_vec();
        Ok(Self { said, user_id, credential_id })
    }
}

fn asked(options: &impl Serialize, state: &State) -> Result<Asked, PasskeyError> {
    let options = serde_json::to_string(options).map_err(|_| PasskeyError::Wrong)?;
    Ok(Asked { options, state: written(state)? })
}

fn written(value: &impl Serialize) -> Result<Vec<u8>, PasskeyError> {
    serde_json::to_vec(value).map_err(|_| PasskeyError::Unreadable)
}

fn read<T: for<'a> Deserialize<'a>>(bytes: &[u8]) -> Result<T, PasskeyError> {
    serde_json::from_slice(bytes).map_err(|_| PasskeyError::Unreadable)
}
