//! Facts from the lexemes of a script: fewer than from a parser, but for any text.

use std::collections::HashSet;
use std::ops::Range;

use super::api::{self, Effect};
use super::lexer::{Lexed, Lexeme, LexemeKind};
use super::{Action, Literal, ScriptFacts, ScriptScope, StringLiteral, VariableAccess};

/// What `lexed`, the lexemes of `source`, say.
pub(super) fn facts(source: &str, lexed: Lexed) -> ScriptFacts {
    let mut reader = Reader {
        source,
        lexemes: &lexed.lexemes,
        own: HashSet::new(),
        calls: Vec::new(),
        facts: ScriptFacts::default(),
    };
    reader.find_own();
    for at in 0..lexed.lexemes.len() {
        reader.look(at);
    }
    let mut facts = reader.facts;
    facts.comments = lexed.comments;
    facts
}

struct Reader<'s, 'p> {
    source: &'s str,
    lexemes: &'p [Lexeme],
    /// Names of the old sandbox that the script defines itself.
    own: HashSet<&'s str>,
    /// The open brackets; for a call the function and the index of the argument.
    calls: Vec<Option<(Range<usize>, usize)>>,
    facts: ScriptFacts,
}

/// The maximum number of lexemes in a title.
const LONGEST_TITLE: usize = 1000;

/// Names that are Postman's only where the script does not define them.
const OLD: [&str; 4] = ["environment", "globals", "data", "tests"];

impl<'s> Reader<'s, '_> {
    fn kind(&self, at: usize) -> Option<LexemeKind> {
        self.lexemes.get(at).map(|lexeme| lexeme.kind)
    }

    fn is_sign(&self, at: usize, sign: u8) -> bool {
        self.kind(at) == Some(LexemeKind::Sign(sign))
    }

    fn written(&self, at: usize) -> &'s str {
        let span = self.lexemes.get(at).map(|lexeme| lexeme.span.clone());
        span.and_then(|span| self.source.get(span))
            .unwrap_or_default()
    }

    fn word(&self, at: usize) -> Option<&'s str> {
        (self.kind(at)? == LexemeKind::Word).then(|| self.written(at))
    }

    fn text(&self, at: usize) -> Option<Literal> {
        (self.kind(at)? == LexemeKind::Text).then(|| Literal {
            span: self
                .lexemes
                .get(at)
                .map(|lexeme| lexeme.span.clone())
                .unwrap_or_default(),
            text: self.written(at).to_owned(),
        })
    }

    fn find_own(&mut self) {
        for at in 0..self.lexemes.len() {
            let Some(word) = self.word(at).filter(|word| OLD.contains(word)) else {
                continue;
            };
            let before = at.checked_sub(1);
            let declares = |word| ["var", "let", "const", "function"].contains(&word);
            let is_declared = before.and_then(|at| self.word(at)).is_some_and(declares);
            let is_member = before.is_some_and(|at| self.is_sign(at, b'.'));
            let is_assigned =
                self.is_sign(at + 1, b'=') && !self.is_sign(at + 2, b'=') && word != "tests";
            if is_declared || (is_assigned && !is_member) {
                self.own.insert(word);
            }
        }
    }

    /// The name after a dot at `at`, and where it ends; `?.` is a dot too.
    fn member(&self, at: usize) -> Option<(&'s str, usize)> {
        let at = if self.is_sign(at, b'?') { at + 1 } else { at };
        let name = self.word(at + 1).filter(|_| self.is_sign(at, b'.'))?;
        Some((name, at + 2))
    }

    fn look(&mut self, at: usize) {
        match self.kind(at) {
            Some(LexemeKind::Text | LexemeKind::Part { .. }) => self.string(at),
            Some(LexemeKind::Word) => self.name(at),
            Some(LexemeKind::Sign(b'(')) => {
                let function = self.function(at);
                self.calls.push(function.map(|span| (span, 0)));
            }
            Some(LexemeKind::Sign(b'[' | b'{')) => self.calls.push(None),
            Some(LexemeKind::Sign(b')' | b']' | b'}')) => {
                self.calls.pop();
            }
            Some(LexemeKind::Sign(b',')) => {
                if let Some(Some((_, number))) = self.calls.last_mut() {
                    *number += 1;
                }
            }
            _ => {}
        }
    }

    /// The function that the parenthesis at `at` calls: names with dots between them.
    fn function(&self, at: usize) -> Option<Range<usize>> {
        let mut first = at.checked_sub(1).filter(|at| self.word(*at).is_some())?;
        let last = first;
        while let Some(dot) = first.checked_sub(1).filter(|at| self.is_sign(*at, b'.')) {
            let sign = dot.checked_sub(1).filter(|at| self.is_sign(*at, b'?'));
            let before = sign.unwrap_or(dot).checked_sub(1);
            match before.filter(|at| self.word(*at).is_some()) {
                Some(before) => first = before,
                None => break,
            }
        }
        let (first, last) = (self.lexemes.get(first)?, self.lexemes.get(last)?);
        Some(first.span.start..last.span.end)
    }

    fn string(&mut self, at: usize) {
        let Some(lexeme) = self.lexemes.get(at) else {
            return;
        };
        if let LexemeKind::Part { starts: false, .. } = lexeme.kind {
            self.calls.pop();
        }
        // On its own: a part of a concatenation is not an argument.
        let ends = |at| self.is_sign(at, b',') || self.is_sign(at, b')');
        let starts = at
            .checked_sub(1)
            .is_some_and(|at| self.is_sign(at, b'(') || self.is_sign(at, b','));
        let is_part = lexeme.kind != LexemeKind::Text;
        let argument = self.calls.last().cloned().flatten();
        self.facts.strings.push(StringLiteral {
            span: lexeme.span.clone(),
            is_part,
            argument: argument.filter(|_| !is_part && starts && ends(at + 1)),
        });
        if let LexemeKind::Part { ends: false, .. } = lexeme.kind {
            self.calls.push(None);
        }
    }

    fn name(&mut self, at: usize) {
        let Some(word) = self.word(at) else { return };
        if at
            .checked_sub(1)
            .is_some_and(|before| self.is_sign(before, b'.'))
        {
            return;
        }
        match word {
            "pm" => self.pm(at + 1),
            "postman" => self.postman(at + 1),
            "eval" | "Function" => self.unknown(ScriptScope::Any),
            "tests" if !self.own.contains(word) => {
                if self.is_sign(at + 1, b'[') && self.is_sign(at + 3, b']') {
                    self.facts.titles.extend(self.text(at + 2));
                }
            }
            _ if self.own.contains(word) => {}
            _ => {
                if let Some(scope) = api::object(word) {
                    self.object(scope, at + 1);
                }
            }
        }
    }

    fn any(&mut self, scope: ScriptScope, action: Action) {
        self.facts.accesses.push(VariableAccess {
            scope,
            action,
            name: None,
        });
    }

    fn unknown(&mut self, scope: ScriptScope) {
        self.any(scope, Action::Set);
        self.any(scope, Action::Get);
    }

    /// `pm.environment.set("name", …)` and its like.
    fn pm(&mut self, at: usize) {
        let Some((name, after)) = self.member(at) else {
            return self.unknown(ScriptScope::Any);
        };
        let Some(scope) = api::scope(name) else {
            match name {
                "require" => self.unknown(ScriptScope::Any),
                "test" => self.facts.titles.extend(self.title(after)),
                "setNextRequest" => self.facts.next_requests.extend(self.argument(after)),
                "execution" => {
                    if let Some(("setNextRequest", after)) = self.member(after) {
                        self.facts.next_requests.extend(self.argument(after));
                    }
                }
                _ => {}
            }
            return;
        };
        match self.member(after) {
            // The scope is passed on under another name.
            None => self.unknown(scope),
            Some((method, after)) => self.effect(scope, api::method(method), after),
        }
    }

    /// `postman.setEnvironmentVariable("name", …)` and its like.
    fn postman(&mut self, at: usize) {
        match self.member(at) {
            Some(("setNextRequest", after)) => {
                self.facts.next_requests.extend(self.argument(after));
            }
            Some((name, after)) => {
                let (scope, effect) = api::postman(name);
                self.effect(scope, effect, after);
            }
            None => self.unknown(ScriptScope::Any),
        }
    }

    /// `environment.name` and `data["name"]`, as old scripts have them.
    fn object(&mut self, scope: ScriptScope, at: usize) {
        let action = Action::Get;
        if let Some((name, after)) = self.member(at) {
            let span = self
                .lexemes
                .get(after - 1)
                .map(|lexeme| lexeme.span.clone());
            let (span, text) = (span.unwrap_or_default(), name.to_owned());
            let name = Some(Literal { span, text });
            self.facts.accesses.push(VariableAccess {
                scope,
                action,
                name,
            });
        } else if self.is_sign(at, b'[') {
            let name = self.text(at + 1).filter(|_| self.is_sign(at + 2, b']'));
            self.facts.accesses.push(VariableAccess {
                scope,
                action,
                name,
            });
        }
    }

    fn effect(&mut self, scope: ScriptScope, effect: Effect, at: usize) {
        match effect {
            Effect::Named(action) => {
                let name = self.argument(at);
                self.facts.accesses.push(VariableAccess {
                    scope,
                    action,
                    name,
                });
            }
            Effect::Any(action) => self.any(scope, action),
            Effect::Unknown => self.unknown(scope),
            Effect::Nothing => {}
        }
    }

    /// The first argument of the call at `at`, when it is a string and nothing but that.
    fn argument(&self, at: usize) -> Option<Literal> {
        let is_whole =
            self.is_sign(at, b'(') && (self.is_sign(at + 2, b',') || self.is_sign(at + 2, b')'));
        let text = self.text(at + 1).filter(|_| is_whole)?;
        (!text.text.contains('\\')).then_some(text)
    }

    /// The first argument of the call at `at`: a string, or a template as it is written.
    fn title(&self, at: usize) -> Option<Literal> {
        if !self.is_sign(at, b'(') || self.kind(at + 1) == Some(LexemeKind::Text) {
            return self.argument(at);
        }
        let mut open = 0;
        for lexeme in self.lexemes.get(at + 1..)?.iter().take(LONGEST_TITLE) {
            match lexeme.kind {
                LexemeKind::Part { starts: true, .. } => open += 1,
                LexemeKind::Part { ends: true, .. } => open -= 1,
                _ => {}
            }
            if open == 0 {
                let span = self.lexemes.get(at + 1)?.span.start..lexeme.span.end;
                let text = self.source.get(span.clone())?.to_owned();
                return matches!(lexeme.kind, LexemeKind::Part { .. })
                    .then_some(Literal { span, text });
            }
        }
        None
    }
}
