//! Lines and paragraphs: what a line break means is told by the document itself.

use memchr::memchr2_iter;

use crate::LineBreaks;
use crate::cursor::Cursor;
use crate::lexicon::LEXICON;

/// A stretch of text that is not empty, as byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Its first byte that is no white space.
    pub(crate) start: usize,
    /// Just after its last byte that is no white space.
    pub(crate) end: usize,
    /// Whether a blank line lies before it.
    pub(crate) after_blank: bool,
}

/// Splits a text into paragraphs.
///
/// A blank line always parts them. What a single line break does is given or told by the text.
pub(crate) fn paragraphs(text: &str, line_breaks: LineBreaks, blocks: &mut Vec<Block>) {
    blocks.clear();
    let mut blank = true;
    let mut start = 0;
    let push = |from: usize, to: usize, blank: &mut bool, blocks: &mut Vec<Block>| {
        let line = text.get(from..to).unwrap_or("");
        let trimmed = line.trim_start();
        let start = from + (line.len() - trimmed.len());
        let end = start + trimmed.trim_end().len();
        if start < end {
            blocks.push(Block {
                start,
                end,
                after_blank: *blank,
            });
            *blank = false;
        } else if to > from || from == to {
            *blank = true;
        }
    };
    let bytes = text.as_bytes();
    for at in memchr2_iter(b'\n', b'\r', bytes) {
        // The second byte of a line break that is written with two.
        if bytes.get(at) == Some(&b'\n') && at > 0 && bytes.get(at - 1) == Some(&b'\r') {
            start = at + 1;
            continue;
        }
        push(start, at, &mut blank, blocks);
        start = at + 1;
    }
    push(start, text.len(), &mut blank, blocks);
    // Where a blank line parts all of them, single breaks need no meaning.
    if blocks.iter().skip(1).all(|block| block.after_blank) {
        return;
    }
    match line_breaks {
        LineBreaks::Detect => {}
        LineBreaks::Part => return,
        LineBreaks::Join => return join(blocks, |_, block| !block.after_blank),
    }
    let width = wrap_width(text, blocks);
    if width.is_some() || blocks.windows(2).any(|pair| is_broken(text, pair)) {
        join_wrapped(text, blocks, width);
    }
}

/// Whether a line of some length breaks off and goes on in the next, in a text that is not wrapped: an accident.
fn is_broken(text: &str, pair: &[Block]) -> bool {
    match pair {
        [left, right] => !right.after_blank && left.end - left.start >= 60 && runs_on(text, *left, *right),
        _ => false,
    }
}

/// The longest line that counts as wrapped.
const WIDEST: usize = 132;

/// The width a document was wrapped to, or `None` when each of its lines is a paragraph.
fn wrap_width(text: &str, lines: &[Block]) -> Option<usize> {
    let mut width = 0usize;
    let mut long = 0usize;
    for line in lines {
        let length = line.end - line.start;
        if length > WIDEST {
            long += 1;
        } else {
            width = width.max(length);
        }
    }
    // An address may stick out of a wrapped text; paragraphs on lines of their own do all over.
    if long * 20 > lines.len() {
        return None;
    }
    let mut breaks = 0usize;
    let mut running_on = 0usize;
    for pair in lines.windows(2) {
        let [left, right] = pair else { continue };
        if right.after_blank {
            continue;
        }
        breaks += 1;
        running_on += usize::from(2 * (left.end - left.start) >= width && runs_on(text, *left, *right));
    }
    // In wrapped German about half of the lines go on with a small letter or end with an article; in others none does.
    (running_on > 0 && running_on * 5 >= breaks).then_some(width)
}

/// Whether a line plainly goes on in the next one.
fn runs_on(text: &str, left: Block, right: Block) -> bool {
    if ends_open(text, left) {
        return true;
    }
    let cursor = Cursor::new(text, right.end);
    cursor.is_lower(right.start)
        && !cursor
            .before(left.end)
            .is_some_and(|c| matches!(c, '.' | '!' | '?' | ':' | ';' | '“' | '”' | '«' | '"'))
        // An agency signs in small letters.
        && !LEXICON.is_agency(cursor.slice(right.start, cursor.letters(right.start)))
}

/// Whether a line ends with a word that leaves its sentence open: *… hat der*.
fn ends_open(text: &str, line: Block) -> bool {
    const LONGEST: usize = 9;
    let bytes = text.as_bytes().get(line.start..line.end).unwrap_or(&[]);
    let Some(length) = bytes.iter().rev().take(LONGEST + 1).position(|&byte| byte == b' ') else {
        return false;
    };
    LEXICON.is_open_word(text.get(line.end - length..line.end).unwrap_or(""))
}

/// Joins the lines of each paragraph: those of a wrapped text, or, without a width, only lines that were broken.
fn join_wrapped(text: &str, blocks: &mut Vec<Block>, width: Option<usize>) {
    join(blocks, |line, block| match width {
        Some(width) => !block.after_blank && !is_deliberate(text, line, block, width),
        None => is_broken(text, &[line, block]),
    });
}

/// Joins lines where `joins` says so of a line and the next one.
fn join(blocks: &mut Vec<Block>, joins: impl Fn(Block, Block) -> bool) {
    // The last line seen, which `dedup_by` does not keep when it was joined to the one before.
    let mut line = blocks.first().copied();
    blocks.dedup_by(|block, last| {
        let joined = line.is_some_and(|line| joins(line, *block));
        line = Some(*block);
        if joined {
            last.end = block.end;
        }
        joined
    });
}

/// Whether a line break in a wrapped text was meant: the next word would still have fitted, and the line could end.
fn is_deliberate(text: &str, left: Block, right: Block, width: usize) -> bool {
    let cursor = Cursor::new(text, right.end);
    if cursor.is_lower(right.start) || ends_open(text, left) {
        return false;
    }
    let next = text.get(right.start..right.end).unwrap_or("");
    let word = next.bytes().position(|byte| byte == b' ').unwrap_or(next.len());
    // A little slack: widths are counted in bytes, and some editors wrap a word early.
    left.end - left.start + 1 + word + 8 < width
}
