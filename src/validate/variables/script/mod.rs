//! What scripts do with variables, as far as it can be told without running them.

mod lexer;

use lexer::{Lexer, Piece};

/// What a script does to a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act<'s> {
    /// It gives the variable of that name a value, or expects one from a data file.
    Sets(&'s str),
    /// It gives values to variables whose names are made at run time.
    SetsAny,
    /// It reads variables whose names are made at run time.
    ReadsAny,
    /// It has a text that may be a variable's name.
    Mentions(&'s str),
}

/// What `source` does, in order.
pub(super) fn acts(source: &str) -> Vec<Act<'_>> {
    let pieces: Vec<Piece> = Lexer::new(source).collect();
    let mut reader = Reader {
        pieces: &pieces,
        acts: Vec::new(),
    };
    for at in 0..pieces.len() {
        reader.look(at);
    }
    reader.acts
}

struct Reader<'a, 's> {
    pieces: &'a [Piece<'s>],
    acts: Vec<Act<'s>>,
}

impl<'s> Reader<'_, 's> {
    fn piece(&self, at: usize) -> Option<Piece<'s>> {
        self.pieces.get(at).copied()
    }

    /// The name after a dot at `at`, and where it ends; `?.` is a dot too.
    fn member(&self, at: usize) -> Option<(&'s str, usize)> {
        let at = match self.piece(at)? {
            Piece::Sign('?') => at + 1,
            _ => at,
        };
        match (self.piece(at)?, self.piece(at + 1)?) {
            (Piece::Sign('.'), Piece::Word(name)) => Some((name, at + 2)),
            _ => None,
        }
    }

    fn look(&mut self, at: usize) {
        let word = match self.piece(at) {
            Some(Piece::Text(text)) => return self.acts.push(Act::Mentions(text)),
            Some(Piece::Word(word)) => word,
            _ => return,
        };
        let before = at.checked_sub(1).and_then(|before| self.piece(before));
        if before == Some(Piece::Sign('.')) {
            return;
        }
        match word {
            "pm" => self.pm(at + 1),
            "postman" => self.postman(at + 1),
            "eval" | "Function" => self.anything(),
            "environment" | "globals" => {
                if let Some((name, _)) = self.member(at + 1) {
                    self.acts.push(Act::Mentions(name));
                }
            }
            "data" => self.data(at + 1),
            _ => {}
        }
    }

    fn anything(&mut self) {
        self.acts.extend([Act::SetsAny, Act::ReadsAny]);
    }

    /// `pm.environment.set("name", …)` and its like.
    fn pm(&mut self, at: usize) {
        let Some((scope, after)) = self.member(at) else {
            return self.anything();
        };
        match scope {
            "environment" | "globals" | "collectionVariables" | "variables" | "iterationData" => {}
            "require" => return self.anything(),
            _ => return,
        }
        let Some((method, after)) = self.member(after) else {
            // The scope is handed on under another name.
            return self.anything();
        };
        let is_data = scope == "iterationData";
        match method {
            "set" => self.sets(after),
            "get" | "has" if is_data => self.sets(after),
            "get" | "has" | "unset" => self.reads(after),
            "toObject" | "toJSON" | "values" if is_data => self.anything(),
            "toObject" | "toJSON" | "values" => self.acts.push(Act::ReadsAny),
            "name" | "id" | "replaceIn" | "clear" => {}
            _ => self.anything(),
        }
    }

    /// `postman.setEnvironmentVariable("name", …)` and its like.
    fn postman(&mut self, at: usize) {
        match self.member(at) {
            Some(("setEnvironmentVariable" | "setGlobalVariable", after)) => self.sets(after),
            Some(("getEnvironmentVariable" | "getGlobalVariable", after)) => self.reads(after),
            Some(_) => {}
            None => self.anything(),
        }
    }

    /// `data.name` and `data["name"]`, a row of a data file in old scripts.
    fn data(&mut self, at: usize) {
        if let Some((name, _)) = self.member(at) {
            self.acts.push(Act::Sets(name));
        } else if self.piece(at) == Some(Piece::Sign('['))
            && let Some(Piece::Text(name)) = self.piece(at + 1)
            && self.piece(at + 2) == Some(Piece::Sign(']'))
        {
            self.acts.push(Act::Sets(name));
        }
    }

    fn sets(&mut self, at: usize) {
        let act = self.argument(at).map_or(Act::SetsAny, Act::Sets);
        self.acts.push(act);
    }

    fn reads(&mut self, at: usize) {
        if self.argument(at).is_none() {
            self.acts.push(Act::ReadsAny);
        }
    }

    /// The first argument of the call at `at`, when it is a text and nothing but that.
    fn argument(&self, at: usize) -> Option<&'s str> {
        let (open, text, after) = (self.piece(at)?, self.piece(at + 1)?, self.piece(at + 2)?);
        match (open, text, after) {
            (Piece::Sign('('), Piece::Text(name), Piece::Sign(',' | ')')) => {
                (!name.contains('\\')).then_some(name)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, acts};

    fn sets(source: &str) -> Vec<&str> {
        let set = |act| match act {
            Act::Sets(name) => Some(name),
            Act::SetsAny => Some("*"),
            _ => None,
        };
        acts(source).into_iter().filter_map(set).collect()
    }

    #[test]
    fn names_that_are_set_are_found() {
        for (source, found) in [
            ("pm.environment.set('a', 1)", &["a"][..]),
            ("pm\n  .collectionVariables\n  .set(\"a\", x)", &["a"]),
            ("pm.variables?.set(`a`, 1)", &["a"]),
            ("postman.setGlobalVariable('a', 1)", &["a"]),
            (
                "pm.iterationData.get('a'); data.b; data['c']",
                &["a", "b", "c"],
            ),
            ("pm.globals.set('a' + i, 1)", &["*"]),
            ("pm.globals.set(`a${i}`, 1)", &["*"]),
            ("for (const k of ks) pm.environment.set(k, 1)", &["*"]),
            ("const env = pm.environment; env.set('a', 1)", &["*"]),
            ("const { variables } = pm", &["*"]),
            ("eval(pm.globals.get('lib'))", &["*"]),
            ("// pm.environment.set('a', 1)", &[]),
            ("pm.environment.unset('a'); pm.environment.get(k)", &[]),
            ("pm.response.json().data.id; pm.test('a', f)", &[]),
        ] {
            assert_eq!(sets(source), found, "{source}");
        }
    }

    #[test]
    fn reads_and_mentions_are_found() {
        let found = acts("`Bearer ${pm.environment.get('token')}` + environment.host");
        assert_eq!(found, [Act::Mentions("token"), Act::Mentions("host")]);
        assert_eq!(acts("pm.environment.get(k)"), [Act::ReadsAny]);
    }
}
