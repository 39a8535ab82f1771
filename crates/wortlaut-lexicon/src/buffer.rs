//! A short word on the stack: look-ups of changed words (first letter lowered, parts joined) without allocation.

/// The longest word that is looked up, in bytes. No German word in use is longer.
pub(crate) const MAX_WORD: usize = 128;

/// Bytes of a word.
#[derive(Clone, Copy)]
pub(crate) struct WordBuffer {
    bytes: [u8; MAX_WORD],
    length: usize,
}

impl WordBuffer {
    /// The parts joined; `None` if they are too long.
    pub(crate) fn join(parts: &[&str]) -> Option<WordBuffer> {
        let mut buffer = WordBuffer {
            bytes: [0; MAX_WORD],
            length: 0,
        };
        for part in parts {
            let end = buffer.length + part.len();
            buffer
                .bytes
                .get_mut(buffer.length..end)?
                .copy_from_slice(part.as_bytes());
            buffer.length = end;
        }
        Some(buffer)
    }

    /// The word with its first letter in lower case; `None` if it has no upper-case first letter or is too long.
    pub(crate) fn lowered(word: &str) -> Option<WordBuffer> {
        let first = word.chars().next()?;
        let lower = match first {
            'A'..='Z' => first.to_ascii_lowercase(),
            'Ä' => 'ä',
            'Ö' => 'ö',
            'Ü' => 'ü',
            _ => return None,
        };
        let mut letter = [0; 4];
        let rest = word.get(first.len_utf8()..)?;
        WordBuffer::join(&[lower.encode_utf8(&mut letter), rest])
    }

    /// The word with its first letter in upper case; `None` if it has no lower-case first letter or is too long.
    pub(crate) fn raised(word: &str) -> Option<WordBuffer> {
        let first = word.chars().next()?;
        let upper = match first {
            'a'..='z' => first.to_ascii_uppercase(),
            'ä' => 'Ä',
            'ö' => 'Ö',
            'ü' => 'Ü',
            _ => return None,
        };
        let mut letter = [0; 4];
        let rest = word.get(first.len_utf8()..)?;
        WordBuffer::join(&[upper.encode_utf8(&mut letter), rest])
    }

    /// The word in today's spelling and composed, if that differs: *daß*, *muß* with ss (the spelling before 1996), *ä*
    /// written as *a* with a combining diaeresis as one letter.
    pub(crate) fn respelled(word: &str) -> Option<WordBuffer> {
        if !word.contains(['ß', '\u{308}']) {
            return None;
        }
        let mut buffer = WordBuffer::join(&[])?;
        let mut letters = word.chars().peekable();
        while let Some(letter) = letters.next() {
            let composed = match (letter, letters.peek()) {
                ('a', Some('\u{308}')) => "ä",
                ('o', Some('\u{308}')) => "ö",
                ('u', Some('\u{308}')) => "ü",
                ('A', Some('\u{308}')) => "Ä",
                ('O', Some('\u{308}')) => "Ö",
                ('U', Some('\u{308}')) => "Ü",
                ('ß', _) => {
                    buffer.push("ss")?;
                    continue;
                }
                _ => {
                    buffer.push(letter.encode_utf8(&mut [0; 4]))?;
                    continue;
                }
            };
            letters.next();
            buffer.push(composed)?;
        }
        Some(buffer)
    }

    /// The word with its first ss written ß, as the Swiss do not write it.
    pub(crate) fn sharpened(word: &str) -> Option<WordBuffer> {
        let (before, after) = word.split_once("ss")?;
        WordBuffer::join(&[before, "ß", after])
    }

    /// A word in capitals (*SAGTE* in a headline) in lower case; `None` if it has a lower-case letter or just one letter.
    pub(crate) fn uncapitalised(word: &str) -> Option<WordBuffer> {
        if word.len() > MAX_WORD || word.chars().any(char::is_lowercase) || word.chars().nth(1).is_none() {
            return None;
        }
        let mut buffer = WordBuffer::join(&[])?;
        for letter in word.chars().flat_map(char::to_lowercase) {
            buffer.push(letter.encode_utf8(&mut [0; 4]))?;
        }
        Some(buffer)
    }

    fn push(&mut self, part: &str) -> Option<()> {
        let end = self.length + part.len();
        self.bytes.get_mut(self.length..end)?.copy_from_slice(part.as_bytes());
        self.length = end;
        Some(())
    }

    /// The word.
    pub(crate) fn as_str(&self) -> &str {
        self.bytes
            .get(..self.length)
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}
