//! Passkeys: keys that a device keeps, and opens by a finger, a face or a PIN (WebAuthn). The crate `webauthn-rs` verifies them,
//! and draws the challenges: the one chance in this room that is no argument.
//!
//! What must be remembered between a challenge and its answer is told as text, for the caller to keep where nobody alters it and to take once.

#[cfg(test)]
mod tests;

use crate::seal::hex;
use serde::de::DeserializeOwned;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// Passkeys of one site.
#[derive(Debug, Clone)]
pub struct Passkeys(Webauthn);

/// A challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// What the browser is given: JSON.
    pub options: String,
    /// What must be remembered: JSON.
    pub state: String,
}

/// A passkey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its identifier, in hexadecimal.
    pub id: String,
    /// Public key, counter, whether it is backed up: JSON.
    pub credential: String,
}

/// Why a passkey is not believed.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The answer does not hold.
    #[error(transparent)]
    Refused(#[from] WebauthnError),
    /// What came, or what was kept, cannot be read.
    #[error(transparent)]
    Unreadable(#[from] serde_json::Error),
    /// A member without a UUID cannot have one.
    #[error("not an identifier of a member")]
    Member,
    /// The passkey is another's.
    #[error("the passkey of another")]
    Another,
}

impl Passkeys {
    /// Those of a site at this address; none for one that has no domain name, which passkeys are bound to.
    pub fn of(address: &str, name: &str) -> Option<Self> {
        let origin = Url::parse(address).ok()?;
        let domain = origin.domain()?.to_owned();
        WebauthnBuilder::new(&domain, &origin).ok()?.rp_name(name).build().ok().map(Self)
    }

    /// Asks a device for a passkey of this member (a UUID), who appears under this account and name, and has these already.
    pub fn make(
        &self,
        member: &str,
        account: &str,
        name: &str,
        credentials: &[String],
    ) -> Result<Challenge, PasskeyError> {
        let member = Uuid::parse_str(member).map_err(|_| PasskeyError::Member)?;
        let known = credentials.iter().map(|one| Ok(read::<Passkey>(one)?.cred_id().clone()));
        let known = known.collect::<Result<Vec<_>, PasskeyError>>()?;
        let (options, state) = self.0.start_passkey_registration(member, account, name, Some(known))?;
        Ok(Challenge { options: discoverable(&options)?, state: serde_json::to_string(&state)? })
    }

    /// The passkey that a device made.
    pub fn made(&self, state: &str, answer: &str) -> Result<Kept, PasskeyError> {
        let answer = read::<RegisterPublicKeyCredential>(answer)?;
        let passkey = self.0.finish_passkey_registration(&answer, &read::<PasskeyRegistration>(state)?)?;
        Ok(Kept { id: hex(passkey.cred_id()), credential: serde_json::to_string(&passkey)? })
    }

    /// Asks whoever is there for a passkey of theirs.
    pub fn ask(&self) -> Result<Challenge, PasskeyError> {
        let (options, state) = self.0.start_discoverable_authentication()?;
        Ok(Challenge { options: serde_json::to_string(&options)?, state: serde_json::to_string(&state)? })
    }

    /// Which passkey an answer is of; nothing is proved yet.
    pub fn which(answer: &str) -> Option<String> {
        Some(hex(read::<PublicKeyCredential>(answer).ok()?.get_credential_id()))
    }

    /// Verifies that an answer is of this passkey of this member, the person recognised by the device; the passkey as it is to be kept from now on.
    pub fn verify(&self, state: &str, answer: &str, member: &str, credential: &str) -> Result<String, PasskeyError> {
        let (answer, state) = (read::<PublicKeyCredential>(answer)?, read::<DiscoverableAuthentication>(state)?);
        let (said, _) = self.0.identify_discoverable_authentication(&answer)?;
        if Uuid::parse_str(member) != Ok(said) {
            return Err(PasskeyError::Another);
        }
        let mut passkey = read::<Passkey>(credential)?;
        let proof = self.0.finish_discoverable_authentication_v2(&answer, state, &passkey)?;
        passkey.update_credential(&proof).ok_or(PasskeyError::Another)?;
        Ok(serde_json::to_string(&passkey)?)
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, PasskeyError> {
    Ok(serde_json::from_str(text)?)
}

/// The device is to keep the passkey so that it can be found without saying who one is first.
fn discoverable(options: &CreationChallengeResponse) -> Result<String, PasskeyError> {
    let mut options = serde_json::to_value(options)?;
    let selection = &mut options["publicKey"]["authenticatorSelection"];
    selection["residentKey"] = "required".into();
    selection["requireResidentKey"] = true.into();
    Ok(options.to_string())
}
