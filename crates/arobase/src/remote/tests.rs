//! An endpoint that answers well, slowly, wrongly and not at all.

use super::server::{Asked, Reply, Server, vectors};
use super::{Patience, Problem, RemoteEncoder, RemoteError};
use arobase_domain::Lang;
use arobase_encoder::{Encode as _, Matrix};
use std::time::Duration;
use tempfile::TempDir;

/// Short, for tests that wait in earnest.
const PATIENCE: Patience = Patience {
    timeout: Duration::from_millis(400),
    attempts: 3,
    pause: Duration::from_millis(5),
    longest: Duration::from_millis(50),
};

fn encoder(url: &str, cache: &TempDir) -> RemoteEncoder {
    let address = url.parse().expect("an address");
    RemoteEncoder::open(&address, "petit", Some("clef-secrete".to_owned()), PATIENCE, cache.path()).expect("opened")
}

/// Asks the vectors of a few texts from a server that behaves so.
fn ask(behaviour: impl Fn(usize, &Asked) -> Reply + Send + Sync + 'static) -> (Result<Matrix, RemoteError>, Server) {
    let (server, cache) = (Server::start(behaviour), TempDir::new().expect("a folder"));
    let answer = encoder(&server.url(), &cache).encode(&["un", "deux", "un", " … "]);
    (answer.map_err(|error| *error.downcast().expect("an error of ours")), server)
}

/// A vector of two numbers that tells texts apart.
fn vector(text: &str) -> Vec<f32> {
    vec![text.len() as f32, 1.0]
}

fn well(asked: &Asked) -> Reply {
    vectors(asked.texts().iter().map(|text| vector(text)))
}

fn say(body: &str) -> Reply {
    Reply::Say(200, "", body.to_owned())
}

#[test]
fn rows_of_length_one_in_the_order_of_the_texts() {
    let (matrix, server) = ask(|_, asked| well(asked));
    let matrix = matrix.expect("vectors");
    assert_eq!((matrix.rows(), matrix.cols()), (4, 2));
    for (row, text) in [(0, "un"), (1, "deux"), (2, "un")] {
        let (x, norm) = (text.len() as f32, (text.len() as f32).hypot(1.0));
        assert!((matrix.row(row)[0] - x / norm).abs() < 1e-6, "{text}: {:?}", matrix.row(row));
    }
    assert_eq!(matrix.row(3), [0.0, 0.0], "nothing to read");
    let asked = server.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].texts()[1..], ["un", "deux"], "each text once, after the witness");
    assert_eq!(asked[0].body["model"], "petit");
    assert!(asked[0].head.starts_with("POST /v1/embeddings "));
    assert!(asked[0].head.to_lowercase().contains("authorization: bearer clef-secrete"));
}

#[test]
fn answers_in_another_order_are_put_right() {
    let (matrix, _) = ask(|_, asked| {
        let texts = asked.texts();
        let items =
            (0..texts.len()).rev().map(|at| serde_json::json!({ "index": at, "embedding": vector(&texts[at]) }));
        say(&serde_json::json!({ "data": items.collect::<Vec<_>>() }).to_string())
    });
    let matrix = matrix.expect("vectors");
    assert!(matrix.row(0)[0] < matrix.row(1)[0]);
}

#[test]
fn what_passes_is_waited_for() {
    let passing: [fn() -> Reply; 6] = [
        || Reply::Say(429, "Retry-After: 0", "{}".into()),
        || Reply::Say(429, "Retry-After: 3600", "{}".into()),
        || Reply::Say(503, "", "loading model".into()),
        || Reply::Cut("{\"data\":[".into()),
        || say("<html>proxy</html>"),
        || Reply::Hang(Duration::from_millis(600)),
    ];
    for (at, trouble) in passing.into_iter().enumerate() {
        let (matrix, server) = ask(move |number, asked| if number < 2 { trouble() } else { well(asked) });
        assert!(matrix.is_ok(), "{at}: {matrix:?}");
        assert_eq!(server.asked().len(), 3, "{at}");
    }
}

/// A server's answer that is of no use, the problem told, and how many times it is asked.
type Trouble = (fn(&Asked) -> Reply, fn(&Problem) -> bool, usize);

#[test]
fn what_does_not_pass_is_told_with_what_is_kept() {
    let troubles: [Trouble; 14] = [
        (|_| Reply::Say(500, "", String::new()), |p| matches!(p, Problem::Refused { status: 500, .. }), 3),
        (|_| Reply::Say(429, "", String::new()), |p| matches!(p, Problem::Refused { status: 429, .. }), 3),
        (|_| Reply::Say(401, "", "no clef-secrete".into()), |p| matches!(p, Problem::Refused { status: 401, .. }), 1),
        (|_| Reply::Say(404, "", "no such model".into()), |p| matches!(p, Problem::Refused { status: 404, .. }), 1),
        (
            |_| Reply::Say(307, "Location: http://127.0.0.1:1/v1", String::new()),
            |p| matches!(p, Problem::Elsewhere(_)),
            1,
        ),
        (|_| Reply::Hang(Duration::from_millis(600)), |p| matches!(p, Problem::Slow(_)), 3),
        (|_| Reply::Cut("{".into()), |p| matches!(p, Problem::Unreachable(_)), 3),
        (|_| say("not JSON"), |p| matches!(p, Problem::Unreadable(_)), 3),
        (|_| say(r#"{"data":[{"index":0,"embedding":[null,1.0]}]}"#), |p| matches!(p, Problem::Unreadable(_)), 3),
        (|_| say(r#"{"data":[{"index":0,"embedding":[NaN]}]}"#), |p| matches!(p, Problem::Unreadable(_)), 3),
        (|_| vectors([vec![1.0]]), |p| matches!(p, Problem::Count { asked: 3, given: 1 }), 1),
        (|_| vectors(vec![vec![1.0]; 4]), |p| matches!(p, Problem::Count { asked: 3, given: 4 }), 1),
        (
            |_| vectors([vec![1.0], vec![1.0, 0.0], vec![1.0]]),
            |p| matches!(p, Problem::Dimensions { expected: 1, given: 2 }),
            1,
        ),
        (|_| vectors(vec![vec![0.0, 0.0]; 3]), |p| matches!(p, Problem::NoVector), 1),
    ];
    for (at, (reply, expected, times)) in troubles.into_iter().enumerate() {
        let (answer, server) = ask(move |_, asked| reply(asked));
        let error = answer.expect_err("trouble");
        assert!(expected(&error.problem), "{at}: {:?}", error.problem);
        assert_eq!(server.asked().len(), times, "{at}");
        for lang in [Lang::Fr, Lang::En] {
            let message = error.message(lang);
            assert!(message.starts_with(&server.url()) && !message.contains("clef-secrete"), "{message}");
            assert!(message.contains("Rien n’a été écrit") || message.contains("Nothing was written"), "{message}");
        }
    }
}

#[test]
fn numbers_too_large_are_no_vector() {
    let large = r#"{"data":[{"embedding":[1e39]},{"embedding":[1e39]},{"embedding":[1e39]}]}"#;
    let (answer, _) = ask(move |_, _| say(large));
    let problem = answer.expect_err("no number").problem;
    assert!(matches!(problem, Problem::NoVector | Problem::Unreadable(_)), "{problem:?}");
}

#[test]
fn nobody_at_the_address() {
    let cache = TempDir::new().expect("a folder");
    let error = encoder("http://127.0.0.1:1/v1", &cache).encode(&["un"]).expect_err("nobody");
    let error = error.downcast::<RemoteError>().expect("an error of ours");
    assert!(matches!(error.problem, Problem::Unreachable(_)), "{:?}", error.problem);
}

#[test]
fn a_server_without_the_trust_asked_for() {
    let (server, cache) = (Server::start(|_, asked| well(asked)), TempDir::new().expect("a folder"));
    let error = encoder(&server.url().replace("http:", "https:"), &cache).encode(&["un"]).expect_err("no TLS there");
    let error = error.downcast::<RemoteError>().expect("an error of ours");
    assert!(matches!(error.problem, Problem::Unreachable(_) | Problem::Slow(_)), "{:?}", error.problem);
}

#[test]
fn a_batch_too_large_is_halved_and_a_text_too_long_cut() {
    let (server, cache) = (
        Server::start(|_, asked| {
            let texts = asked.texts();
            if texts.len() > 2 || texts.iter().any(|text| text.len() > 500) {
                return Reply::Say(413, "", "too large".into());
            }
            well(asked)
        }),
        TempDir::new().expect("a folder"),
    );
    let long = "mot ".repeat(300);
    let texts = ["un", "deux", "trois", "quatre", &long];
    let matrix = encoder(&server.url(), &cache).encode(&texts).expect("vectors");
    let sent = [2, 4, 5, 6, 300];
    for (row, length) in sent.into_iter().enumerate() {
        let norm = (length as f32).hypot(1.0);
        assert!((matrix.row(row)[0] - length as f32 / norm).abs() < 1e-5, "row {row}");
    }
}

#[test]
fn vectors_kept_are_not_asked_again() {
    let (server, cache) = (Server::start(|_, asked| well(asked)), TempDir::new().expect("a folder"));
    let texts: Vec<String> = (0..100).map(|at| format!("texte {at}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let first = encoder(&server.url(), &cache).encode(&texts[..70]).expect("vectors");
    assert_eq!(server.asked().len(), 3);
    let again = encoder(&server.url(), &cache).encode(&texts).expect("vectors");
    assert_eq!(again.as_slice()[..140], *first.as_slice());
    let later: Vec<String> = server.asked()[3..].iter().flat_map(Asked::texts).collect();
    assert_eq!(later[1..], texts[70..], "only the new ones, after the witness");
    encoder(&server.url(), &cache).encode(&texts).expect("vectors");
    assert_eq!(server.asked().len(), 4, "all known: nothing is asked");
}

#[test]
fn two_encoders_are_never_mixed() {
    let (server, cache) = (
        Server::start(|number, asked| match number {
            0 => well(asked),
            1 => vectors(asked.texts().iter().map(|_| vec![1.0, -1.0])),
            _ => vectors(asked.texts().iter().map(|_| vec![1.0, 0.0, 0.0])),
        }),
        TempDir::new().expect("a folder"),
    );
    encoder(&server.url(), &cache).encode(&["un"]).expect("vectors");
    for text in ["deux", "trois"] {
        let error = encoder(&server.url(), &cache).encode(&["un", text]).expect_err("another model");
        let error = error.downcast::<RemoteError>().expect("an error of ours");
        assert!(matches!(error.problem, Problem::Changed), "{:?}", error.problem);
    }
}

#[test]
fn personal_data_found_do_not_leave() {
    let (server, cache) = (Server::start(|_, asked| well(asked)), TempDir::new().expect("a folder"));
    encoder(&server.url(), &cache).encode(&["Me rappeler au 06 00 00 00 01."]).expect("vectors");
    assert_eq!(server.asked()[0].texts()[1], "Me rappeler au [téléphone].");
}
