//! Text to tape, in one pass and without recursion.

use super::{
    error::{Error, ErrorKind, Expected, Fault},
    escape,
    node::{Kind, Node, narrow},
    number, scan,
};

/// How deeply arrays and objects may nest: 127 levels, the same as `serde_json` allows.
pub const MAX_DEPTH: usize = 127;

/// The length of the longest text in bytes, so that every offset fits in 32 bits.
pub(super) const MAX_LENGTH: u64 = u32::MAX as u64;

/// Bytes of text per node that memory is reserved for; collections have 20 to 40.
const BYTES_A_NODE: usize = 32;

/// Parses what follows `start`, the length of the byte order mark.
pub(super) fn parse(text: &str, start: usize) -> Result<Vec<Node>, Error> {
    if let Some(error) = refuse_length(text.len()) {
        return Err(error);
    }
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: start,
        tape: Vec::with_capacity(text.len() / BYTES_A_NODE + 1),
        open: Vec::with_capacity(MAX_DEPTH),
    };
    match parser.document() {
        Ok(()) => Ok(parser.tape),
        Err(fault) => {
            let container = parser.open.last().and_then(|frame| {
                let node = parser.tape.get(frame.node as usize)?;
                Some(node.start())
            });
            Err(fault.explain(text, container))
        }
    }
}

/// The error for a text of that many bytes, if it is too long.
pub(super) fn refuse_length(bytes: usize) -> Option<Error> {
    let too_large = u64::try_from(bytes).is_ok_and(|length| length > MAX_LENGTH);
    too_large.then(|| Error::at_start(ErrorKind::TooLarge { bytes }))
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    tape: Vec<Node>,
    open: Vec<Frame>,
}

/// An array or object whose end has not been seen.
#[derive(Clone, Copy)]
struct Frame {
    node: u32,
    count: u32,
    is_object: bool,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<(), Fault> {
        self.skip_space();
        if self.at == self.bytes.len() {
            return Err(Fault::new(ErrorKind::Empty, self.at));
        }
        let mut expected = Expected::Value;
        loop {
            if let Some(first) = self.value(expected)? {
                expected = first;
            } else if self.after_value()? {
                expected = Expected::Value;
            } else {
                break;
            }
        }
        self.skip_space();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected(Expected::End)),
        }
    }

    /// Reads a scalar, an empty array or object, or the start of one up to its first value; what
    /// to expect then, if the value is not complete.
    fn value(&mut self, expected: Expected) -> Result<Option<Expected>, Fault> {
        match self.peek() {
            Some(b'"') => self.string()?,
            Some(b'{') => {
                self.open(Kind::Object)?;
                if self.peek() != Some(b'}') {
                    self.key(Expected::KeyOrEnd)?;
                    return Ok(Some(Expected::Value));
                }
                self.close();
            }
            Some(b'[') => {
                self.open(Kind::Array)?;
                if self.peek() != Some(b']') {
                    return Ok(Some(Expected::ValueOrEnd));
                }
                self.close();
            }
            Some(b'-' | b'0'..=b'9') => {
                let end = number::end(self.text, self.at)?;
                self.scalar(Kind::Number, end);
            }
            Some(b't') => self.word("true", Kind::Bool, expected)?,
            Some(b'f') => self.word("false", Kind::Bool, expected)?,
            Some(b'n') => self.word("null", Kind::Null, expected)?,
            _ => return Err(self.unexpected(expected)),
        }
        Ok(None)
    }

    /// Closes what ends here and passes the comma; whether another value follows.
    fn after_value(&mut self) -> Result<bool, Fault> {
        while let Some(frame) = self.open.last_mut() {
            frame.count += 1;
            let is_object = frame.is_object;
            self.skip_space();
            match (self.peek(), is_object) {
                (Some(b','), _) => {
                    self.comma(is_object)?;
                    return Ok(true);
                }
                (Some(b'}'), true) | (Some(b']'), false) => self.close(),
                (_, true) => return Err(self.unexpected(Expected::CommaOrBrace)),
                (_, false) => return Err(self.unexpected(Expected::CommaOrBracket)),
            }
        }
        Ok(false)
    }

    fn comma(&mut self, is_object: bool) -> Result<(), Fault> {
        let comma = self.at;
        self.at += 1;
        self.skip_space();
        if let Some(close @ (b'}' | b']')) = self.peek() {
            let before = char::from(close);
            return Err(Fault::new(ErrorKind::TrailingComma { before }, comma));
        }
        if is_object {
            self.key(Expected::Key)?;
        }
        Ok(())
    }

    /// A key and its colon.
    fn key(&mut self, expected: Expected) -> Result<(), Fault> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(expected));
        }
        self.string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.unexpected(Expected::Colon));
        }
        self.at += 1;
        self.skip_space();
        Ok(())
    }

    fn string(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut at = start + 1;
        let mut escaped = false;
        loop {
            at = scan::end_of_plain(self.bytes, at);
            match self.bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    at = self.escape(start, at)?;
                }
                Some(_) => return Err(Fault::new(ErrorKind::ControlCharacter, at)),
                None => return Err(Fault::new(ErrorKind::UnterminatedString, start)),
            }
        }
        self.at = at + 1;
        let node = Node::string(start..self.at, self.next_index(), escaped);
        self.tape.push(node);
        Ok(())
    }

    /// The offset after the escape at `at`, in the string that opened at `start`.
    fn escape(&self, start: usize, at: usize) -> Result<usize, Fault> {
        match escape::read(self.bytes, at) {
            Ok((_, end)) => Ok(end),
            Err(fault) if fault.is_unterminated() => {
                Err(Fault::new(ErrorKind::UnterminatedString, start))
            }
            Err(fault) => Err(fault),
        }
    }

    /// `word`, without a letter or digit right after it.
    fn word(&mut self, word: &str, kind: Kind, expected: Expected) -> Result<(), Fault> {
        let end = self.at + word.len();
        if self.bytes.get(self.at..end) != Some(word.as_bytes())
            || self.bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
        {
            return Err(self.unexpected(expected));
        }
        self.scalar(kind, end);
        Ok(())
    }

    fn scalar(&mut self, kind: Kind, end: usize) {
        let node = Node::scalar(kind, self.at..end, self.next_index());
        self.tape.push(node);
        self.at = end;
    }

    fn open(&mut self, kind: Kind) -> Result<(), Fault> {
        if self.open.len() == MAX_DEPTH {
            return Err(Fault::new(ErrorKind::TooDeep, self.at));
        }
        self.open.push(Frame {
            node: narrow(self.tape.len()),
            count: 0,
            is_object: kind == Kind::Object,
        });
        self.tape.push(Node::scalar(kind, self.at..self.at, 0));
        self.at += 1;
        self.skip_space();
        Ok(())
    }

    fn close(&mut self) {
        self.at += 1;
        let next = narrow(self.tape.len());
        if let Some(frame) = self.open.pop()
            && let Some(node) = self.tape.get_mut(frame.node as usize)
        {
            node.close(self.at, next, frame.count);
        }
    }

    fn next_index(&self) -> u32 {
        narrow(self.tape.len() + 1)
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn skip_space(&mut self) {
        self.at = scan::end_of_space(self.bytes, self.at);
    }

    /// Something other than `expected` is here; the most common mistakes have kinds of their own.
    #[cold]
    fn unexpected(&self, expected: Expected) -> Fault {
        let kind = match self.bytes.get(self.at..).unwrap_or_default() {
            [b'/', b'/' | b'*', ..] | [b'#', ..] => ErrorKind::Comment,
            [b'\'', ..] if expected.is_string_next() => ErrorKind::SingleQuote,
            _ => ErrorKind::Unexpected(expected),
        };
        Fault::new(kind, self.at)
    }
}
