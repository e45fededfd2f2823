//! A small server of the tests' own, which answers as it is told: well, slowly, wrongly or not at all.

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What is sent back.
pub(crate) enum Reply {
    /// A status, a header if any, and a body.
    Say(u16, &'static str, String),
    /// The beginning of an answer, and the line is cut.
    Cut(String),
    /// Nothing for that long.
    Hang(Duration),
}

/// What a request said.
#[derive(Clone)]
pub(crate) struct Asked {
    /// The first line and the headers.
    pub(crate) head: String,
    /// The JSON sent.
    pub(crate) body: Value,
}

impl Asked {
    /// The texts to encode.
    pub(crate) fn texts(&self) -> Vec<String> {
        let texts = self.body["input"].as_array().expect("a list of texts");
        texts.iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
    }
}

/// A server, and all that it was asked so far.
#[derive(Clone)]
pub(crate) struct Server {
    address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Answers request number n (from 0) as `behaviour` says.
    pub(crate) fn start(behaviour: impl Fn(usize, &Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let server = Self { address, asked: Arc::default() };
        let (behaviour, seen) = (Arc::new(behaviour), server.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (behaviour, seen) = (Arc::clone(&behaviour), seen.clone());
                thread::spawn(move || seen.serve(&stream, &*behaviour));
            }
        });
        server
    }

    /// The address to give to the product.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// Everything asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no thread panicked").clone()
    }

    fn serve(&self, mut stream: &TcpStream, behaviour: &(dyn Fn(usize, &Asked) -> Reply + Send + Sync)) {
        let asked = read(stream);
        let number = {
            let mut all = self.asked.lock().expect("no thread panicked");
            all.push(asked.clone());
            all.len() - 1
        };
        let content = match behaviour(number, &asked) {
            Reply::Say(status, header, body) => head(status, header, body.len()) + &body,
            Reply::Cut(body) => head(200, "", body.len() + 100) + &body,
            Reply::Hang(time) => {
                thread::sleep(time);
                String::new()
            }
        };
        // Who asked may have gone away: that is a test of its own.
        let _gone = stream.write_all(content.as_bytes());
    }
}

fn head(status: u16, header: &str, length: usize) -> String {
    let header = if header.is_empty() { String::new() } else { format!("{header}\r\n") };
    format!(
        "HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nConnection: close\r\n{header}Content-Length: {length}\r\n\r\n"
    )
}

fn read(stream: &TcpStream) -> Asked {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head).expect("a request") > 0 {}
    let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("a body");
    Asked { head, body: serde_json::from_slice(&body).unwrap_or(Value::Null) }
}

/// A body with these vectors, in order.
pub(crate) fn vectors(rows: impl IntoIterator<Item = Vec<f32>>) -> Reply {
    let data: Vec<Value> = rows
        .into_iter()
        .enumerate()
        .map(|(index, embedding)| json!({ "index": index, "embedding": embedding }))
        .collect();
    Reply::Say(200, "", json!({ "object": "list", "data": data }).to_string())
}
