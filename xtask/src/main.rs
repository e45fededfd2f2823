//! Everything a developer runs that is not `cargo build`.

fn main() {}
