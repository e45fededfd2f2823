use super::*;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

const ORIGIN: &str = "https://congres.example";
const MEMBER: &str = "0192f0c0-0000-7000-8000-000000000001";
const OTHER: &str = "0192f0c0-0000-7000-8000-000000000002";

/// A device made of code, honest until told otherwise.
struct Device {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    origin: &'static str,
    domain: &'static str,
    member: &'static str,
    /// Present (1), recognised (4).
    flags: u8,
    counter: u32,
    /// Signs other bytes than those it shows.
    lies: bool,
}

impl Device {
    fn new(id: u8) -> Self {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &SystemRandom::new()).unwrap();
        let key =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &SystemRandom::new()).unwrap();
        let (origin, domain, member) = (ORIGIN, "congres.example", MEMBER);
        Self { key, id: vec![id; 16], origin, domain, member, flags: 5, counter: 1, lies: false }
    }

    fn told(&self, kind: &str, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let challenge = &options["publicKey"]["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let domain = digest(&SHA256, self.domain.as_bytes());
        [domain.as_ref(), &[self.flags | flags], &self.counter.to_be_bytes()].concat()
    }

    /// Answers a challenge to make a passkey: attestation « none », key in COSE.
    fn makes(&self, options: &str) -> String {
        let (x, y) = self.key.public_key().as_ref()[1..].split_at(32);
        let cose = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], x, &[0x22, 0x58, 32], y].concat();
        let data = [&self.data(0x40), &[0; 16][..], &[0, self.id.len() as u8], &self.id, &cose].concat();
        let head = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(), &[data.len() as u8]].concat();
        let response = json!({
            "attestationObject": BASE64.encode([head, data].concat()),
            "clientDataJSON": BASE64.encode(self.told("webauthn.create", options)),
        });
        self.answer(&response)
    }

    /// Answers a challenge to show one.
    fn shows(&self, options: &str) -> String {
        let (told, data) = (self.told("webauthn.get", options), self.data(0));
        let signed =
            [data.as_slice(), digest(&SHA256, told.as_bytes()).as_ref(), &[0][..usize::from(self.lies)]].concat();
        let response = json!({
            "authenticatorData": BASE64.encode(&data),
            "clientDataJSON": BASE64.encode(&told),
            "signature": BASE64.encode(self.key.sign(&SystemRandom::new(), &signed).unwrap()),
            "userHandle": BASE64.encode(Uuid::parse_str(self.member).unwrap().as_bytes()),
        });
        self.answer(&response)
    }

    fn answer(&self, response: &Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }
}

fn site() -> Passkeys {
    Passkeys::of(ORIGIN, "Congrès").unwrap()
}

fn made(device: &Device) -> Result<Kept, PasskeyError> {
    let challenge = site().make(MEMBER, "anne@nouans.example", "Anne", &[]).unwrap();
    site().made(&challenge.state, &device.makes(&challenge.options))
}

fn shown(device: &Device, credential: &str) -> Result<String, PasskeyError> {
    let challenge = site().ask().unwrap();
    site().verify(&challenge.state, &device.shows(&challenge.options), MEMBER, credential)
}

#[test]
fn passkeys_want_a_name_and_a_member() {
    assert!(Passkeys::of("http://127.0.0.1:8080", "a").is_none());
    assert!(Passkeys::of("nowhere", "a").is_none());
    let asked = site().make(MEMBER, "anne@nouans.example", "Anne", &[]).unwrap();
    let options: Value = serde_json::from_str(&asked.options).unwrap();
    let public = &options["publicKey"];
    assert_eq!(public["rp"]["id"], "congres.example");
    assert_eq!(public["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(public["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(public["attestation"], "none", "the make of people’s devices is not our concern");
    assert!(matches!(site().make("m", "a", "a", &[]), Err(PasskeyError::Member)));
    assert!(site().made(&asked.state, "{}").is_err());
    assert_eq!(Passkeys::which("{}"), None);
    assert_ne!(site().ask().unwrap().options, site().ask().unwrap().options);
}

#[test]
fn a_device_makes_a_passkey_and_shows_it_again_and_again() {
    let mut device = Device::new(7);
    let kept = made(&device).unwrap();
    assert_eq!(kept.id, "07".repeat(16));
    let again = site().make(MEMBER, "a", "a", std::slice::from_ref(&kept.credential)).unwrap();
    assert!(again.options.contains(&BASE64.encode(&device.id)), "the device is told which it has");
    let mut credential = kept.credential;
    for counter in 2..5 {
        device.counter = counter;
        credential = shown(&device, &credential).unwrap();
    }
    assert!(shown(&device, &credential).is_err(), "the same count twice is a copy of the key");
    device.counter = 9;
    let challenge = site().ask().unwrap();
    let answer = device.shows(&challenge.options);
    assert_eq!(Passkeys::which(&answer).as_deref(), Some("07".repeat(16).as_str()));
    assert!(site().verify(&site().ask().unwrap().state, &answer, MEMBER, &credential).is_err(), "another challenge");
    assert!(site().verify(&challenge.state, &answer, OTHER, &credential).is_err(), "another member");
    assert!(site().verify(&challenge.state, &answer, MEMBER, &credential).is_ok());
}

#[test]
fn what_does_not_hold_is_refused() {
    let wrong: [fn(&mut Device); 6] = [
        |device| device.origin = "https://congres.example.evil.example",
        |device| device.domain = "evil.example",
        |device| device.flags = 1,
        |device| device.flags = 4,
        |device| device.flags = 0,
        |device| device.origin = "http://congres.example",
    ];
    let honest = made(&Device::new(7)).unwrap();
    for (nth, spoil) in wrong.iter().enumerate() {
        let mut device = Device::new(7);
        spoil(&mut device);
        assert!(made(&device).is_err(), "made {nth}");
    }
    assert!(shown(&Device { counter: 2, ..Device::new(7) }, &honest.credential).is_err(), "the key of another");
    let device = Device::new(8);
    let credential = made(&device).unwrap().credential;
    let mut device = Device { counter: 2, ..device };
    for (nth, spoil) in wrong
        .iter()
        .chain(&[(|device| device.lies = true) as fn(&mut Device), |device| device.member = OTHER])
        .enumerate()
    {
        let Device { origin, domain, member, flags, lies, .. } = device;
        spoil(&mut device);
        assert!(shown(&device, &credential).is_err(), "shown {nth}");
        device = Device { origin, domain, member, flags, lies, ..device };
    }
    assert!(shown(&device, &credential).is_ok(), "nothing else was wrong");
}
