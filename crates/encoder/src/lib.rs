//! Sentences to vectors: the pruned multilingual sentence encoder, in plain Rust.
