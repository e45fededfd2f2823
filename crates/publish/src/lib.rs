//! Documents and drawings: reports in HTML, charts as SVG.
//!
//! Nothing here reads a file, a clock or a database: an [`arobase_domain::Analysis`] comes in, text or PDF goes out, and the same analysis gives the
//! same bytes.

pub mod annex;
pub mod chart;
pub mod day;
pub mod france;
pub mod funnel;
pub mod map;
pub mod mindmap;
pub mod motion;
pub mod opinions;
pub mod png;
pub mod print;
pub mod report;
mod sample;
pub mod sankey;
mod say;
pub mod tree;

pub use funnel::{Column, FunnelFigure, Target};
pub use report::SourceText;
pub use sample::{sample, sources};
