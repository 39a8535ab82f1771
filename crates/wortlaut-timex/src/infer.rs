//! The date of publication, as far as the text tells.

use wortlaut_syntax::Syntax;
use wortlaut_tokenize::Tokenization;

use crate::{InferredDate, Timex};

pub(crate) fn infer(_text: &str, _tokens: &Tokenization, _syntax: &Syntax, _times: &[Timex]) -> Option<InferredDate> {
    None
}
