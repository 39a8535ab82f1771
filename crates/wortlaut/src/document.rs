//! What goes in: a text and what is known about it.

use std::borrow::Cow;

use jiff::civil::Date;

/// A text to analyse, with what the caller knows about it.
///
/// ```
/// use wortlaut::Document;
///
/// let document = Document::new("Der Rat tagt am Dienstag.")?
///     .id("example-1")
///     .published("2025-02-25".parse()?);
/// assert_eq!(document.text().len(), 25);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'t> {
    text: Cow<'t, str>,
    id: Option<String>,
    published: Option<Date>,
}

/// Why something is not a document that can be analysed.
///
/// Only this door is guarded: whatever the text says, its analysis does not fail.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// Spans are 32-bit byte offsets.
    #[error("the text has {bytes} bytes; at most 4 GiB can be analysed at once: split it into documents")]
    TooLarge {
        /// The size of the text.
        bytes: usize,
    },
    /// The bytes are not UTF-8.
    #[error("line {line}, byte {offset}: not UTF-8 (found byte 0x{byte:02x}): convert the text to UTF-8 first")]
    NotUtf8 {
        /// The offset of the first byte that is not UTF-8.
        offset: usize,
        /// Its line, counted from 1.
        line: usize,
        /// The byte found there.
        byte: u8,
    },
    /// A date of publication that is no date.
    #[error("{given:?} is not a date: give year, month and day as in 2025-02-25")]
    NotADate {
        /// What was given.
        given: String,
    },
}

impl<'t> Document<'t> {
    /// A document of which nothing but the text is known.
    ///
    /// # Errors
    ///
    /// [`DocumentError::TooLarge`] for texts of 4 GiB and more.
    pub fn new(text: impl Into<Cow<'t, str>>) -> Result<Self, DocumentError> {
        let text = text.into();
        if u32::try_from(text.len()).is_err() {
            return Err(DocumentError::TooLarge { bytes: text.len() });
        }
        Ok(Document {
            text,
            id: None,
            published: None,
        })
    }

    /// A document from bytes that should be UTF-8, borrowed (`&[u8]`) or owned (`Vec<u8>`, as read from a file).
    ///
    /// # Errors
    ///
    /// [`DocumentError::NotUtf8`] with the place of the first wrong byte; [`DocumentError::TooLarge`].
    ///
    /// ```
    /// use wortlaut::Document;
    ///
    /// let latin1 = b"Gr\xfc\xdfe".as_slice();
    /// let error = Document::from_utf8(latin1).unwrap_err();
    /// assert!(error.to_string().starts_with("line 1, byte 2: not UTF-8"));
    /// ```
    pub fn from_utf8(bytes: impl Into<Cow<'t, [u8]>>) -> Result<Self, DocumentError> {
        match bytes.into() {
            Cow::Borrowed(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Document::new(text),
                Err(error) => Err(not_utf8(bytes, error.valid_up_to())),
            },
            Cow::Owned(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Document::new(text),
                Err(error) => Err(not_utf8(error.as_bytes(), error.utf8_error().valid_up_to())),
            },
        }
    }

    /// The same document with a name of the caller's choice, passed through to the output.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same document with its day of publication, from which *gestern* and *am Dienstag* are counted.
    ///
    /// Without it nothing is guessed: values stay underspecified (`XXXX-WXX-2`), and
    /// [`Analysis::inferred`](crate::Analysis::inferred) says what the text itself tells about its date.
    #[must_use]
    pub fn published(mut self, date: Date) -> Self {
        self.published = Some(date);
        self
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The caller's name for it.
    #[must_use]
    pub fn get_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The day of publication.
    #[must_use]
    pub fn get_published(&self) -> Option<Date> {
        self.published
    }
}

/// The error for bytes that are UTF-8 only up to `offset`.
fn not_utf8(bytes: &[u8], offset: usize) -> DocumentError {
    let before = bytes.get(..offset).unwrap_or_default();
    DocumentError::NotUtf8 {
        offset,
        line: 1 + before.iter().filter(|&&byte| byte == b'\n').count(),
        byte: bytes.get(offset).copied().unwrap_or_default(),
    }
}

/// Reads a day of publication as people write it on a command line or in a table: `2025-02-25`.
///
/// # Errors
///
/// [`DocumentError::NotADate`], which says what was given and what is expected.
///
/// ```
/// assert!(wortlaut::parse_date("2024-02-29").is_ok());
/// let error = wortlaut::parse_date("29.02.2024").unwrap_err();
/// assert_eq!(error.to_string(), "\"29.02.2024\" is not a date: give year, month and day as in 2025-02-25");
/// ```
pub fn parse_date(given: &str) -> Result<Date, DocumentError> {
    // jiff also reads times of day behind the date; a day of publication has none.
    let wrong = || DocumentError::NotADate {
        given: given.to_owned(),
    };
    if given.len() > 11 {
        Err(wrong())
    } else {
        given.parse().map_err(|_| wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_wrong_byte() {
        let error = Document::from_utf8(b"eins\nzwei\nd\xffei").unwrap_err();
        assert_eq!(
            error,
            DocumentError::NotUtf8 {
                offset: 11,
                line: 3,
                byte: 0xff
            }
        );
    }

    #[test]
    fn dates() {
        assert_eq!(parse_date("2025-02-25").unwrap().to_string(), "2025-02-25");
        for wrong in ["", "heute", "2025-13-01", "2025-02-29", "2025-02-25T12:00", "25.2.2025"] {
            assert!(parse_date(wrong).is_err(), "{wrong}");
        }
    }
}
