//! Serves the site of the tests, to look at it: `cargo run -p arobase-web --example preview [PORT]`.

#![expect(clippy::unwrap_used, reason = "the fixture is that of the tests")]

#[path = "../tests/fixture/mod.rs"]
mod fixture;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).unwrap_or_else(|| "8099".into());
    let folder = tempfile::tempdir()?;
    let state = fixture::site(folder.path(), true).await;
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("http://127.0.0.1:{port}/fr");
    arobase_web::serve(listener, state, async {
        let _ = tokio::signal::ctrl_c().await;
    })
    .await
}
