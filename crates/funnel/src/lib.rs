//! Contributions to ideas, themes, questions and propositions, with their traces.
