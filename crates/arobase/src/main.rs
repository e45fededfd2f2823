//! From hundreds of contributions to one motion, every idea accounted for.

fn main() {}
