//! A gesture on the text, made and kept.

use crate::Error;
use crate::state::AppState;
use arobase_domain::motion::{Gesture, Refusal, Written};
use arobase_store::NewState;

/// How many times a gesture is made anew on what someone else has just written.
const TRIES: usize = 20;

/// Makes a gesture on the text as it stands and keeps it, or says why not; nothing is kept then.
pub(crate) async fn made(state: &AppState, by: &str, gesture: Gesture) -> Result<Result<Written, Refusal>, Error> {
    for _ in 0..TRIES {
        let mut written = state.store.motion(&state.edition.id).await?;
        if let Err(refusal) = written.motion.make(gesture.clone()) {
            return Ok(Err(refusal));
        }
        let at = state.now();
        let new = NewState { after: written.seq, gesture: Some(&gesture), motion: &written.motion, by, at };
        if let Some(seq) = state.store.keep_motion(&state.edition.id, new).await? {
            return Ok(Ok(Written { seq, at, by: by.to_owned(), motion: written.motion }));
        }
    }
    Err(Error::busy())
}
