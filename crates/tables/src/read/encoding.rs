//! Which encoding a text is in, and the text as UTF-8.

use encoding_rs::{CoderResult, Decoder, Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

const CHUNK: usize = 64 << 10;
/// Bytes looked at for NULs, which tell UTF-16 and files that are no text.
const HEAD: usize = 8 << 10;
/// Non-ASCII text given to the detector of legacy encodings; more does not change its mind.
const EVIDENCE: usize = 4 << 20;
/// What French has beyond ASCII.
const FRENCH: &str = "éèàêçùôîûâëïüöÿœæÉÈÀÊÇÙÔÎÛÂËÏÜÖŸŒÆ’‘“”«»…–—•·€°²³½\u{a0}©®×";

/// The encoding of the whole input; `None` if it is no text. Reads to the end.
pub(super) fn detect(reader: impl Read) -> io::Result<Option<&'static Encoding>> {
    let mut survey = Survey { bytes: 0, high: [0; 128], marked: false, valid: 0, invalid: 0, pending: Vec::new() };
    let mut detector = chardetng::EncodingDetector::new();
    let (mut chunk, mut fed) = (Vec::with_capacity(CHUNK), 0);
    let mut reader = reader;
    loop {
        chunk.clear();
        if reader.by_ref().take(CHUNK as u64).read_to_end(&mut chunk)? == 0 {
            break;
        }
        if survey.bytes == 0 {
            match head(&chunk[..chunk.len().min(HEAD)]) {
                Head::Marked(encoding) if encoding != UTF_8 => return Ok(Some(encoding)),
                Head::Wide(encoding) => return Ok(Some(encoding)),
                Head::Binary => return Ok(None),
                Head::Marked(_) => survey.marked = true,
                Head::Plain => {}
            }
        }
        survey.add(&chunk);
        if fed < EVIDENCE && !chunk.is_ascii() {
            fed += chunk.len();
            detector.feed(&chunk, false);
        }
    }
    detector.feed(b"", true);
    let legacy = || survey.french().unwrap_or_else(|| detector.guess(Some(b"fr"), false));
    Ok(Some(if survey.is_utf8() { UTF_8 } else { legacy() }))
}

enum Head {
    Marked(&'static Encoding),
    Wide(&'static Encoding),
    Binary,
    Plain,
}

/// What the first bytes tell: a byte order mark, or where NULs lie.
fn head(bytes: &[u8]) -> Head {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Head::Marked(encoding);
    }
    let nuls = |parity| bytes.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    match bytes.len() / 2 {
        pairs if odd * 10 > pairs * 3 && even * 20 < pairs => Head::Wide(UTF_16LE),
        pairs if even * 10 > pairs * 3 && odd * 20 < pairs => Head::Wide(UTF_16BE),
        _ if even + odd > 0 => Head::Binary,
        _ => Head::Plain,
    }
}

/// How far the input is UTF-8.
struct Survey {
    bytes: usize,
    /// How often each byte beyond ASCII occurs.
    high: [usize; 128],
    marked: bool,
    /// Characters of several bytes that are UTF-8.
    valid: usize,
    /// Sequences that are not.
    invalid: usize,
    /// A character cut by the end of the last chunk.
    pending: Vec<u8>,
}

impl Survey {
    fn add(&mut self, chunk: &[u8]) {
        self.bytes += chunk.len();
        chunk.iter().filter(|byte| !byte.is_ascii()).for_each(|&byte| self.high[usize::from(byte - 128)] += 1);
        self.pending.extend_from_slice(chunk);
        let bytes = std::mem::take(&mut self.pending);
        let mut rest = bytes.as_slice();
        loop {
            let Err(error) = str::from_utf8(rest) else { break self.count(rest) };
            let (before, after) = rest.split_at(error.valid_up_to());
            self.count(before);
            match error.error_len() {
                Some(length) => {
                    self.invalid += 1;
                    rest = &after[length..];
                }
                None => break self.pending.extend_from_slice(after),
            }
        }
    }

    fn count(&mut self, valid: &[u8]) {
        self.valid += valid.iter().filter(|&&byte| byte >= 0xC0).count();
    }

    /// A few wrong bytes in much UTF-8 are accidents of some rows; legacy text has almost no valid sequence.
    fn is_utf8(&self) -> bool {
        let invalid = self.invalid + usize::from(!self.pending.is_empty());
        invalid == 0 || self.marked || self.valid >= 4 * invalid
    }

    /// The encoding of Windows or of old Macintoshes in which nearly all is French: surer than any guess on a short text.
    fn french(&self) -> Option<&'static Encoding> {
        let all: usize = self.high.iter().sum();
        let french = |encoding: &'static Encoding| -> usize {
            let is_french = |byte: u8| FRENCH.contains(&*encoding.decode_without_bom_handling(&[byte]).0);
            (128..=255).filter(|&byte| is_french(byte)).map(|byte| self.high[usize::from(byte - 128)]).sum()
        };
        [WINDOWS_1252, MACINTOSH].into_iter().find(|encoding| french(encoding) * 20 >= all * 19)
    }
}

/// The input as UTF-8, without byte order mark. UTF-8 passes through as it is, wrong bytes included.
pub(super) struct Transcoder<R> {
    reader: R,
    /// `None` for UTF-8.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
    started: bool,
    ended: bool,
}

impl<R: Read> Transcoder<R> {
    pub(super) fn new(reader: R, encoding: &'static Encoding) -> Self {
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_with_bom_removal());
        Self { reader, decoder, raw: Vec::new(), ready: Vec::new(), given: 0, started: false, ended: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.raw.clear();
        self.ready.clear();
        self.given = 0;
        self.ended = self.reader.by_ref().take(CHUNK as u64).read_to_end(&mut self.raw)? == 0;
        match &mut self.decoder {
            Some(decoder) => decode(decoder, &self.raw, self.ended, &mut self.ready),
            None => std::mem::swap(&mut self.raw, &mut self.ready),
        }
        if !self.started && self.decoder.is_none() && self.ready.starts_with(b"\xEF\xBB\xBF") {
            self.given = 3;
        }
        self.started = true;
        Ok(())
    }
}

fn decode(decoder: &mut Decoder, mut raw: &[u8], last: bool, ready: &mut Vec<u8>) {
    ready.resize(decoder.max_utf8_buffer_length(raw.len()).unwrap_or(4 * CHUNK), 0);
    let mut written = 0;
    loop {
        let (result, read, wrote, _) = decoder.decode_to_utf8(raw, &mut ready[written..], last);
        (raw, written) = (&raw[read..], written + wrote);
        match result {
            CoderResult::InputEmpty => break,
            CoderResult::OutputFull => ready.resize(ready.len() + CHUNK, 0),
        }
    }
    ready.truncate(written);
}

impl<R: Read> Read for Transcoder<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.refill()?;
        }
        let count = buffer.len().min(self.ready.len() - self.given);
        buffer[..count].copy_from_slice(&self.ready[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::{Transcoder, detect};
    use encoding_rs::{KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
    use std::io::Read;

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        let encoding = detect(bytes).expect("memory does not fail").expect("text");
        let mut text = String::new();
        Transcoder::new(bytes, encoding).read_to_string(&mut text).expect("UTF-8 comes out");
        (text, encoding.name())
    }

    #[test]
    fn every_usual_encoding_is_found() {
        let text = "id;texte\n1;« L’été à Évry » coûte 3 € — où ?\n";
        let wide = |little: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        };
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let legacy = WINDOWS_1252.encode(text).0.into_owned();
        for (bytes, name) in [
            (text.as_bytes().to_vec(), UTF_8.name()),
            (marked(b"\xEF\xBB\xBF", text.as_bytes()), UTF_8.name()),
            (wide(true), UTF_16LE.name()),
            (wide(false), UTF_16BE.name()),
            (marked(b"\xFF\xFE", &wide(true)), UTF_16LE.name()),
            (marked(b"\xFE\xFF", &wide(false)), UTF_16BE.name()),
            (legacy, WINDOWS_1252.name()),
        ] {
            assert_eq!(decoded(&bytes), (text.to_owned(), name));
        }
    }

    #[test]
    fn old_macintoshes_and_other_alphabets_are_told_apart() {
        assert_eq!(decoded(b"Num\x8Erique \x88 l'\x8Ecole").0, "Numérique à l'école");
        let text = "Все люди рождаются свободными и равными в своем достоинстве и правах.";
        assert_eq!(decoded(&KOI8_R.encode(text).0).0, text);
    }

    #[test]
    fn characters_cut_by_a_chunk_are_whole() {
        let text = "é".repeat(200_000);
        assert_eq!(decoded(format!("a{text}").as_bytes()), (format!("a{text}"), "UTF-8"));
        assert_eq!(decoded(&WINDOWS_1252.encode(&text).0), (text, "windows-1252"));
    }

    #[test]
    fn a_few_wrong_bytes_do_not_make_a_legacy_file() {
        let bytes = ["é".repeat(8).as_bytes(), b"\xE9\n"].concat();
        assert_eq!(detect(bytes.as_slice()).expect("memory does not fail"), Some(UTF_8));
        assert_eq!(detect(&b"a\0b\0\0\0\0\x01\x02"[..]).expect("memory does not fail"), None);
    }
}
