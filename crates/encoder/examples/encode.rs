//! Texts on standard input, one per line, to vectors on standard output: 512 little-endian `f32` for each.

use std::io::{Read, Write};

fn main() -> std::io::Result<()> {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let texts: Vec<&str> = input.lines().collect();
    let vectors = arobase_encoder::Encoder::french().encode(&texts);
    let bytes: Vec<u8> = vectors.as_slice().iter().flat_map(|x| x.to_le_bytes()).collect();
    std::io::stdout().write_all(&bytes)
}
