//! One entry of the tape.

use std::ops::Range;

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number, whole or not.
    Number,
    /// A string; keys of objects are strings too.
    String,
    /// `[…]`
    Array,
    /// `{…}`
    Object,
}

/// A key or a value: 16 bytes, in the order of the text.
///
/// An object's keys are nodes of their own, each right before its value. Offsets fit in 32 bits
/// because longer texts are refused, and there are never more nodes than bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    start: u32,
    end: u32,
    /// Index on the tape of what follows this value and everything in it.
    next: u32,
    /// Bits 0–2 the kind, bit 3 whether a string has escapes, the rest the number of members.
    meta: u32,
}

const ESCAPED: u32 = 1 << 3;
const COUNT_SHIFT: u32 = 4;
const COUNT_MAX: u32 = u32::MAX >> COUNT_SHIFT;

impl Node {
    /// Stands in where the tape has no such index, which its construction rules out.
    pub(super) const NULL: Self = Self {
        start: 0,
        end: 0,
        next: u32::MAX,
        meta: Kind::Null as u32,
    };

    pub(super) fn scalar(kind: Kind, span: Range<usize>, next: u32) -> Self {
        Self {
            start: narrow(span.start),
            end: narrow(span.end),
            next,
            meta: kind as u32,
        }
    }

    pub(super) fn string(span: Range<usize>, next: u32, escaped: bool) -> Self {
        let mut node = Self::scalar(Kind::String, span, next);
        if escaped {
            node.meta |= ESCAPED;
        }
        node
    }

    /// Completes an array or object, pushed when it was opened, once its end is known.
    pub(super) fn close(&mut self, end: usize, next: u32, count: u32) {
        self.end = narrow(end);
        self.next = next;
        self.meta |= count.min(COUNT_MAX) << COUNT_SHIFT;
    }

    pub(super) fn kind(self) -> Kind {
        const KINDS: [Kind; 8] = [
            Kind::Null,
            Kind::Bool,
            Kind::Number,
            Kind::String,
            Kind::Array,
            Kind::Object,
            Kind::Null,
            Kind::Null,
        ];
        KINDS[(self.meta & 7) as usize]
    }

    pub(super) fn is_escaped(self) -> bool {
        self.meta & ESCAPED != 0
    }

    pub(super) fn next(self) -> u32 {
        self.next
    }

    pub(super) fn span(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    /// Number of members, or `None` where it did not fit in its 28 bits and has to be counted.
    pub(super) fn count(self) -> Option<usize> {
        let count = self.meta >> COUNT_SHIFT;
        (count < COUNT_MAX).then_some(count as usize)
    }
}

/// An offset or index as the tape stores it; the check of the text's length keeps it in range.
pub(super) fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_takes_16_bytes() {
        assert_eq!(size_of::<Node>(), 16);
    }

    #[test]
    fn kind_survives_packing() {
        for kind in [
            Kind::Null,
            Kind::Bool,
            Kind::Number,
            Kind::String,
            Kind::Array,
            Kind::Object,
        ] {
            let mut node = Node::scalar(kind, 3..9, 1);
            node.close(12, 7, u32::MAX);
            assert_eq!(node.kind(), kind);
            assert_eq!(node.span(), 3..12);
            assert_eq!(node.count(), None, "too many to store");
        }
    }
}
