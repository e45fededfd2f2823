//! Documents are read by a process of their own: one made to harm ends it, and nothing else.

use arobase_attachments::{Read, Refusal, Words};
use arobase_domain::AttachmentKind;
use arobase_domain::motion::outline::Outline;
use serde::{Deserialize, Serialize};
use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Name of the command that the process runs.
pub(crate) const COMMAND: &str = "read-document";
/// Most memory that it may take, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;
/// Most seconds of a processor that it may take.
#[cfg(unix)]
const SECONDS: u64 = 10;

/// What was found, before the bytes to be kept.
#[derive(Serialize, Deserialize)]
enum Found {
    Kept(AttachmentKind, Option<Words>),
    Refused(Refusal),
}

/// Has a document read by a process of its own; one that it does not survive cannot be opened.
#[expect(clippy::needless_pass_by_value, reason = "the site gives the document away, to readers that keep it too")]
pub(crate) fn read(bytes: Vec<u8>, longest: usize) -> Result<Read, Refusal> {
    ask(&bytes, longest).unwrap_or_else(|error| {
        tracing::warn!(%error, "a document was not read");
        Err(Refusal::Broken)
    })
}

fn ask(bytes: &[u8], longest: usize) -> io::Result<Result<Read, Refusal>> {
    let told = answer(bytes, Some(longest))?;
    let (told, kept) = told.split_at(told.iter().position(|byte| *byte == b'\n').unwrap_or_default());
    Ok(match serde_json::from_slice(told)? {
        Found::Kept(kind, words) => Ok(Read { kind, bytes: kept[1..].to_vec(), words }),
        Found::Refused(refusal) => Err(refusal),
    })
}

/// Has a text read paragraph by paragraph, in the same way.
#[expect(clippy::needless_pass_by_value, reason = "the site gives the document away, as to the other reader")]
pub(crate) fn read_text(bytes: Vec<u8>) -> Result<Outline, Refusal> {
    let read = answer(&bytes, None).and_then(|told| Ok(serde_json::from_slice::<Result<Outline, Refusal>>(&told)?));
    read.unwrap_or_else(|error| {
        tracing::warn!(%error, "a text was not read");
        Err(Refusal::Broken)
    })
}

/// What the process says of a document.
fn answer(bytes: &[u8], longest: Option<usize>) -> io::Result<Vec<u8>> {
    let mut command = Command::new(program()?);
    command.arg(COMMAND).args(longest.map(|longest| longest.to_string())).env_clear();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    // A process that has ended already takes no more; why is asked below.
    let _ = child.stdin.take().map(|mut into| into.write_all(bytes));
    let output = child.wait_with_output()?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(io::Error::other(format!("the process that read it ended with {}", output.status)))
}

/// This program, even where a newer one has taken its place on disk.
fn program() -> io::Result<PathBuf> {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() { Ok(running) } else { std::env::current_exe() }
}

/// What that process does: a document comes by standard input, what was found leaves by standard output.
pub(crate) fn serve(longest: usize) -> io::Result<()> {
    confine()?;
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let (found, kept) = match arobase_attachments::read(bytes, longest) {
        Ok(read) => (Found::Kept(read.kind, read.words), read.bytes),
        Err(refusal) => (Found::Refused(refusal), Vec::new()),
    };
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &found)?;
    out.write_all(b"\n")?;
    out.write_all(&kept)?;
    out.flush()
}

/// The same for a text, paragraph by paragraph.
pub(crate) fn serve_text() -> io::Result<()> {
    confine()?;
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &arobase_attachments::outline(&bytes))?;
    out.flush()
}

/// Takes from this process what reading a document does not need.
#[cfg(unix)]
fn confine() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (what, most) in [(Resource::As, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0)] {
        setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn confine() -> io::Result<()> {
    Ok(())
}
