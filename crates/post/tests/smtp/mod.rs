//! A small mail server of the tests' own, which takes letters, refuses them, dawdles or hangs up as it is told.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What the server does with a letter, once the line is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Takes it.
    Take,
    /// Answers the recipient with this code.
    Refuse(u16),
    /// Answers the whole letter with this code.
    RefuseWhole(u16),
    /// Hangs up before greeting.
    HangUp,
    /// Hangs up in the middle of the letter.
    HangUpWithin,
    /// Takes it, and hangs up before saying so.
    TakeSilently,
    /// Waits that long before greeting, then takes it.
    Dawdle(Duration),
}

/// A letter taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    /// Its `Message-ID`.
    pub(crate) id: String,
    /// Headers and text as sent.
    pub(crate) text: String,
    /// Whether the sender was told.
    pub(crate) told: bool,
}

/// A server, and all that it took so far.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    lines: Arc<Mutex<usize>>,
}

impl Server {
    /// Treats connection number n (from 0) in this mood.
    pub(crate) fn start(mood: impl Fn(usize) -> Mood + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let server = Self { port, taken: Arc::default(), lines: Arc::default() };
        let shared = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let number = shared.count();
                let (server, mood) = (shared.clone(), mood(number));
                // Whoever hangs up on us is a test of its own.
                thread::spawn(move || server.talk(&stream, mood).unwrap_or_default());
            }
        });
        server
    }

    /// Everything taken so far.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.taken.lock().expect("no thread panicked").clone()
    }

    /// How many times someone called.
    pub(crate) fn calls(&self) -> usize {
        *self.lines.lock().expect("no thread panicked")
    }

    fn count(&self) -> usize {
        let mut lines = self.lines.lock().expect("no thread panicked");
        *lines += 1;
        *lines - 1
    }

    fn talk(&self, mut stream: &TcpStream, mood: Mood) -> std::io::Result<()> {
        match mood {
            Mood::HangUp => return Ok(()),
            Mood::Dawdle(time) => thread::sleep(time),
            _ => {}
        }
        let mut reader = BufReader::new(stream);
        stream.write_all(b"220 test\r\n")?;
        let mut line = String::new();
        while reader.read_line(&mut line)? > 0 {
            let answer = match line.get(..4).unwrap_or_default() {
                "RCPT" if let Mood::Refuse(code) = mood => format!("{code} not today\r\n"),
                "DATA" => {
                    stream.write_all(b"354 go on\r\n")?;
                    let Some(answer) = self.receive(&mut reader, mood)? else { return Ok(()) };
                    answer
                }
                "QUIT" => return stream.write_all(b"221 bye\r\n"),
                _ => "250 ok\r\n".to_owned(),
            };
            stream.write_all(answer.as_bytes())?;
            line.clear();
        }
        Ok(())
    }

    /// Reads a letter; what to answer, or nothing to hang up.
    fn receive(&self, reader: &mut BufReader<&TcpStream>, mood: Mood) -> std::io::Result<Option<String>> {
        let (mut text, mut line) = (String::new(), String::new());
        while reader.read_line(&mut line)? > 0 && line != ".\r\n" {
            if mood == Mood::HangUpWithin {
                return Ok(None);
            }
            text.push_str(&std::mem::take(&mut line));
        }
        if let Mood::RefuseWhole(code) = mood {
            return Ok(Some(format!("{code} not this one\r\n")));
        }
        let told = mood != Mood::TakeSilently;
        let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default().to_owned();
        self.taken.lock().expect("no thread panicked").push(Taken { id, text, told });
        Ok(told.then(|| "250 taken\r\n".to_owned()))
    }
}
