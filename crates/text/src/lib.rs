//! French text: repair, words, sentences, stems, verb forms, typography, inclusive writing.
