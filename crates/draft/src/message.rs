//! What pages and server say to each other: the messages of y-websocket, and one more.

use yrs::sync::{AwarenessUpdate, Message, SyncMessage};
use yrs::updates::decoder::Decode as _;
use yrs::updates::encoder::Encode as _;

/// The message that says how many changes of a connection are on disk.
const KEPT: u8 = 64;

/// What a page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// « This is what I have »: it asks for what it lacks.
    Has(Vec<u8>),
    /// A change.
    Change(Vec<u8>),
    /// Who writes, and where.
    Presence(Vec<u8>),
}

/// What a page says; `None` if it is nothing that this room knows.
pub fn heard(bytes: &[u8]) -> Option<Said> {
    match Message::decode_v1(bytes).ok()? {
        Message::Sync(SyncMessage::SyncStep1(has)) => Some(Said::Has(has.encode_v1())),
        Message::Sync(SyncMessage::SyncStep2(change) | SyncMessage::Update(change)) => Some(Said::Change(change)),
        Message::Awareness(presence) => Some(Said::Presence(presence.encode_v1())),
        _ => None,
    }
}

/// Asks a page for what this copy lacks.
pub fn ask(has: &[u8]) -> Option<Vec<u8>> {
    let has = yrs::StateVector::decode_v1(has).ok()?;
    Some(Message::Sync(SyncMessage::SyncStep1(has)).encode_v1())
}

/// Gives a page what it asked for.
pub fn answer(lacking: Vec<u8>) -> Vec<u8> {
    Message::Sync(SyncMessage::SyncStep2(lacking)).encode_v1()
}

/// A change that someone made.
pub fn change(update: Vec<u8>) -> Vec<u8> {
    Message::Sync(SyncMessage::Update(update)).encode_v1()
}

/// How many changes of a connection are on disk.
pub fn kept(count: u32) -> Vec<u8> {
    Message::Custom(KEPT, count.to_be_bytes().to_vec()).encode_v1()
}

/// Who writes, and where.
pub fn presence(presence: &[u8]) -> Option<Vec<u8>> {
    Some(Message::Awareness(AwarenessUpdate::decode_v1(presence).ok()?).encode_v1())
}

/// The same people, gone.
pub fn gone(presence: &[u8]) -> Option<Vec<u8>> {
    let mut update = AwarenessUpdate::decode_v1(presence).ok()?;
    for entry in update.clients.values_mut() {
        entry.clock += 1;
        entry.json = "null".into();
    }
    Some(Message::Awareness(update).encode_v1())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_heard() {
        assert_eq!(heard(&answer(vec![0, 0])), Some(Said::Change(vec![0, 0])));
        assert_eq!(heard(&change(vec![0, 0])), Some(Said::Change(vec![0, 0])));
        assert_eq!(heard(&ask(&[0]).expect("nothing is a state")), Some(Said::Has(vec![0])));
        // One person, number 7, at the third thing they say.
        let here = [&[1, 7, 3, 2][..], b"{}"].concat();
        assert_eq!(heard(&presence(&here).expect("one person")), Some(Said::Presence(here.clone())));
        let left = [&[1, 7, 4, 4][..], b"null"].concat();
        assert_eq!(heard(&gone(&here).expect("one person")), Some(Said::Presence(left)));
        assert_eq!([heard(&[]), heard(&[9, 9]), heard(&kept(3))], [None, None, None]);
    }
}
