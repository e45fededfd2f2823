#![doc = include_str!("../README.md")]

pub mod concordance;
pub mod contentless;
pub mod doublets;
mod elision;
pub mod inclusive;
pub mod letter;
pub mod lexicon;
pub mod normal;
pub mod personal;
mod piece;
pub mod printed;
pub mod repair;
pub mod sentences;
pub mod stem;
pub mod stopwords;
pub mod style;
pub mod typography;
pub mod words;
