//! The site: one folder a stage, one file a gesture.
