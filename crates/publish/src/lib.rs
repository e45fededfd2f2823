//! Documents and drawings: reports in HTML, charts as SVG.
