use std::ops::Range;

/// What is in a script, as far as it can be known without running it. Places are bytes of its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ScriptFacts {
    /// What it does with variables, in the order of the text.
    pub accesses: Vec<VariableAccess>,
    /// The titles of its tests.
    pub titles: Vec<Literal>,
    /// The requests that it sets to run next, by name or id.
    pub next_requests: Vec<Literal>,
    /// Its strings, among them the parts of templates between `${…}`.
    pub strings: Vec<StringLiteral>,
    /// Its comments, with their delimiters.
    pub comments: Vec<Range<usize>>,
    /// Why it is not JavaScript, so that nothing of it runs. Known from the parser only.
    pub syntax_error: Option<SyntaxError>,
    /// The first use of each deprecated name. Known from the parser only.
    pub deprecated: Vec<Deprecated>,
    /// What it writes to the console. Known from the parser only.
    pub output: Vec<ConsoleOutput>,
    /// Assertions such as `pm.expect(a);` that assert nothing. Only the parser says so.
    pub incomplete_assertions: Vec<Range<usize>>,
    /// The first use of a member of the response. Only the parser says so.
    pub response: Option<Range<usize>>,
    /// Those of its strings that it sends in requests of its own. Only the parser says so.
    pub sent_strings: Vec<Range<usize>>,
}

impl ScriptFacts {
    /// The names of the variables to which it does that.
    pub(crate) fn names(&self, action: Action) -> impl Iterator<Item = &str> {
        let accesses = self.accesses.iter().filter(move |one| one.action == action);
        accesses.filter_map(|one| one.name.as_ref().map(|name| name.text.as_str()))
    }
}

/// Something that a script does with a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VariableAccess {
    /// The scope of the variable.
    pub scope: ScriptScope,
    /// What it does.
    pub action: Action,
    /// The variable's name; `None` for any, where it is computed at run time.
    pub name: Option<Literal>,
}

/// The scope of variables that a script uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ScriptScope {
    /// `pm.variables`: reads from the narrowest scope that has it, sets one for this run.
    Local,
    /// `pm.iterationData`: a row of a data file.
    Data,
    /// `pm.environment`.
    Environment,
    /// `pm.collectionVariables`.
    Collection,
    /// `pm.globals`.
    Globals,
    /// Any of them.
    Any,
}

/// What a script does with a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    /// Gives it a value.
    Set,
    /// Reads its value, or asks whether it has one.
    Get,
    /// Removes its value.
    Unset,
}

/// A text in a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// The bytes between the quotes, or of the name where it is one.
    pub span: Range<usize>,
    /// The value given.
    pub text: String,
}

/// A string of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StringLiteral {
    /// The bytes between the quotes, or of the part of a template.
    pub span: Range<usize>,
    /// Whether it is a part of a template, whose other parts are computed at run time.
    pub is_part: bool,
    /// The function that it is an argument of, and the index of the argument.
    pub argument: Option<(Range<usize>, usize)>,
}

impl StringLiteral {
    /// It as it is written in `source`.
    pub(crate) fn written<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.span.clone()).unwrap_or_default()
    }
}

/// Where a script stops being JavaScript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// The bytes that cannot be there.
    pub span: Range<usize>,
    /// The parser's sentence.
    pub message: String,
}

/// A use of something deprecated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deprecated {
    /// The first use.
    pub span: Range<usize>,
    /// It, as it is called.
    pub name: String,
    /// What to use instead.
    pub instead: &'static str,
    /// How often it is used.
    pub uses: usize,
}

/// The arguments of `console.log` and its like that may reveal too much, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ConsoleOutput {
    /// Where it is.
    pub span: Range<usize>,
    /// What it is.
    pub value: LoggedValue,
    /// The number of the argument, counted over the whole script.
    pub argument: usize,
}

/// Something that is written to the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LoggedValue {
    /// A whole: the answer, the request, all variables.
    Whole(&'static str),
    /// The value of something that has a name.
    Named(String),
}
