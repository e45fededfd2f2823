//! A server killed in the middle of contributions, fifty times: what it acknowledged is there afterwards, and the journal holds.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

const ROUNDS: u64 = 50;
const WRITERS: u64 = 3;

/// What a writer sent and had acknowledged: the token of each form, with the address of its receipt.
type Acknowledged = BTreeMap<String, String>;

#[test]
fn what_is_acknowledged_survives() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    arobase(folder.path(), &["init"]);
    let mut all = Acknowledged::new();
    let mut last = Acknowledged::new();
    for round in 0..ROUNDS {
        let server = Server::start(folder.path());
        server.still_has_all(&last);
        last = server.killed_while_receiving(round);
        arobase(folder.path(), &["journal", "verify"]);
        all.append(&mut last.clone());
    }
    let server = Server::start(folder.path());
    server.still_has_all(&all);
    let numbers: BTreeSet<String> = all.values().map(|receipt| number(&server.address, receipt)).collect();
    assert_eq!(numbers.len(), all.len(), "a number was given twice");
    assert!(
        all.len() as u64 >= ROUNDS,
        "only {} were acknowledged: the kills came too early to mean anything",
        all.len()
    );
    println!("{} contributions acknowledged over {ROUNDS} kills, all there", all.len());
}

/// Runs a command on the data of a folder, and expects it to succeed.
fn arobase(folder: &Path, command: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_arobase")).args(command).arg("--data").arg(folder).output();
    let output = output.expect("the binary runs");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A running server; dropping it kills it without warning.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_arobase"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut line = String::new();
        let output = process.stdout.as_mut().expect("its output is a pipe");
        BufReader::new(output).read_line(&mut line).expect("it prints its address");
        let address = line.trim().strip_prefix("http://").expect("the line is an address").to_owned();
        // The first contribution after a start reads the table of territories; what is killed are those that follow.
        post(&address, "00000000-0000-4000-8000-000000000000").expect("the server answers");
        Self { process, address }
    }

    /// Kills the server while writers send one contribution after another; returns those that were acknowledged.
    fn killed_while_receiving(mut self, round: u64) -> Acknowledged {
        let senders: Vec<_> = (0..WRITERS).map(|writer| self.sender(round, writer)).collect();
        thread::sleep(delay(round));
        self.process.kill().expect("it runs until then");
        senders.into_iter().flat_map(|sender| sender.join().expect("a writer only stops")).collect()
    }

    /// Sends until the server no longer answers.
    fn sender(&self, round: u64, writer: u64) -> thread::JoinHandle<Acknowledged> {
        let address = self.address.clone();
        thread::spawn(move || {
            let tokens = (0_u64..).map(|n| format!("{round:08x}-{writer:04x}-4000-8000-{n:012x}"));
            tokens.map_while(|token| post(&address, &token).map(|receipt| (token, receipt))).collect()
        })
    }

    fn still_has_all(&self, acknowledged: &Acknowledged) {
        for (token, receipt) in acknowledged {
            self.still_has(token, receipt);
        }
    }

    /// The contribution is readable under its number, and sending its form again gives the same number.
    fn still_has(&self, token: &str, receipt: &str) {
        let number = number(&self.address, receipt);
        let page = exchange(&self.address, &format!("GET /fr/contributions/{number}"), "").expect("the server answers");
        assert!(page.starts_with("HTTP/1.1 200"), "{number} was acknowledged and is lost:\n{page}");
        assert!(page.contains(token), "{number} was acknowledged and is another:\n{page}");
        assert_eq!(post(&self.address, token).as_deref(), Some(receipt), "sent again, it has another number");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill(); // an error says that it is dead already
        let _ = self.process.wait();
    }
}

/// From 20 to 147 milliseconds, another one each round (Knuth's multiplicative hash), the same ones each time.
fn delay(round: u64) -> Duration {
    let hash = (round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    Duration::from_millis(20 + (hash >> 57))
}

/// Sends a contribution; returns the address of its receipt if the server acknowledged it.
fn post(address: &str, token: &str) -> Option<String> {
    let form = format!("token={token}&text=Ouvrir+un+guichet+de+plus+{token}&author=&territory=");
    let answer = exchange(address, "POST /fr/contribuer", &form)?;
    assert!(answer.starts_with("HTTP/1.1 303"), "refused:\n{answer}");
    let location = answer.lines().find_map(|line| line.strip_prefix("location: "))?;
    Some(location.trim().to_owned())
}

/// The number that a receipt gives.
fn number(address: &str, receipt: &str) -> String {
    let page = exchange(address, &format!("GET {receipt}"), "").expect("the server answers");
    let main = page.split_once("<main").expect("a receipt is a page").1;
    let (_, link) = main.split_once("/contributions/").expect("a receipt leads to its contribution");
    link.split('"').next().expect("an address has an end").to_owned()
}

/// One request on a connection of its own; nothing if the server died before its answer was whole.
fn exchange(address: &str, request: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    let length = body.len();
    let head = format!("{request} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n");
    write!(stream, "{head}Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}").ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    answer.contains("\r\n\r\n").then_some(answer)
}
