use super::fallback;
use super::lexer::lexed;
use super::{Action, ScriptFacts, ScriptScope, read};

/// What a script does, in a line: `set environment a`, `get any *`; titles; targets.
fn summary(facts: &ScriptFacts) -> Vec<String> {
    let mut summary: Vec<String> = facts
        .accesses
        .iter()
        .map(|access| {
            let action = match access.action {
                Action::Set => "set",
                Action::Get => "get",
                Action::Unset => "unset",
            };
            let scope = match access.scope {
                ScriptScope::Local => "local",
                ScriptScope::Data => "data",
                ScriptScope::Environment => "environment",
                ScriptScope::Collection => "collection",
                ScriptScope::Globals => "globals",
                ScriptScope::Any => "any",
            };
            let name = access.name.as_ref().map_or("*", |name| &name.text);
            format!("{action} {scope} {name}")
        })
        .collect();
    summary.extend(facts.titles.iter().map(|one| format!("test {}", one.text)));
    let next = facts.next_requests.iter();
    summary.extend(next.map(|one| format!("next {}", one.text)));
    summary
}

/// The lexer alone.
fn lexed_facts(source: &str) -> ScriptFacts {
    fallback::facts(source, lexed(source))
}

/// What both readers find; `|` is between the lines of `summary`.
const AGREED: &[(&str, &str)] = &[
    ("pm.environment.set('a', 1)", "set environment a"),
    (
        "pm\n  .collectionVariables\n  .set(\"a\", x)",
        "set collection a",
    ),
    ("pm.variables?.set(`a`, 1)", "set local a"),
    ("postman.setGlobalVariable('a', 1)", "set globals a"),
    (
        "pm.iterationData.get('a'); data.b; data['c']",
        "get data a|get data b|get data c",
    ),
    ("pm.globals.set('a' + i, 1)", "set globals *"),
    ("pm.globals.set(`a${i}`, 1)", "set globals *"),
    ("pm.globals.set(k)", "set globals *"),
    (
        "const env = pm.environment; env.set('a', 1)",
        "set environment *|get environment *",
    ),
    (
        "const v = pm.variables; v.get('x')",
        "set local *|get local *",
    ),
    ("const { variables } = pm", "set any *|get any *"),
    ("f(pm)", "set any *|get any *"),
    (
        "eval(pm.globals.get('lib'))",
        "set any *|get any *|get globals lib",
    ),
    ("pm.require('lib')", "set any *|get any *"),
    ("// pm.environment.set('a', 1)", ""),
    ("/* pm.environment.set('a', 1) */", ""),
    ("x = \"pm.environment.set('a', 1)\"", ""),
    (
        "pm.environment.unset('a'); pm.environment.get(k)",
        "unset environment a|get environment *",
    ),
    ("pm.environment.clear()", "unset environment *"),
    ("pm.globals.has('a')", "get globals a"),
    ("pm.environment.toObject()", "get environment *"),
    ("pm.environment.values.each(f)", "get environment *"),
    ("pm.variables.replaceIn('{{a}}')", ""),
    ("pm.environment.name", ""),
    ("const set = pm.environment.set", "set environment *"),
    ("pm.response.headers.get('code')", ""),
    ("pm.response.json().data.id; pm.cookies.get('a')", ""),
    ("headers.get('a'); x.set('b'); map.has('c')", ""),
    (
        "pm.request.headers.add({key: 'a', value: pm.environment.get('b')})",
        "get environment b",
    ),
    (
        "`Bearer ${pm.environment.get('token')}` + environment.host",
        "get environment token|get environment host",
    ),
    (
        "environment['a']; globals.b; environment[k]",
        "get environment a|get globals b|get environment *",
    ),
    ("var data = pm.response.json(); data.token", ""),
    ("const environment = f(); environment.a", ""),
    ("function globals() {} globals.a", ""),
    (
        "postman.clearEnvironmentVariable('a'); postman.getGlobalVariable('b')",
        "unset environment a|get globals b",
    ),
    ("postman.getResponseHeader('a')", ""),
    ("pm.test('a', f); pm.test(`b`, f)", "test a|test b"),
    ("pm.test('a // b', f); // pm.test('c', f)", "test a // b"),
    ("pm.test(`status is ${code}`, f)", "test status is ${code}"),
    (
        "pm.test(`a ${f(`b ${c}`)} d`, f)",
        "test a ${f(`b ${c}`)} d",
    ),
    ("pm.test('a' + b, f); pm.test(c, f)", ""),
    ("tests['a'] = true; tests[b] = true", "test a"),
    (
        "x.replace(/\\/\\/'/g, ''); pm.test(\"http://f\", f);",
        "test http://f",
    ),
    (
        "postman.setNextRequest('a'); pm.execution.setNextRequest(\"b\"); pm.setNextRequest(`c`)",
        "next a|next b|next c",
    ),
    ("postman.setNextRequest(null); x.setNextRequest('a')", ""),
    (
        "pm.test('a', () => { if (x) { pm.environment.set('b', 1); postman.setNextRequest('c'); } })",
        "set environment b|test a|next c",
    ),
    (
        "pm.sendRequest('http://a', (e, r) => pm.environment.set('b', r.json().c))",
        "set environment b",
    ),
    ("if (a) /'/.test(pm.globals.get('b'))", "get globals b"),
    ("await pm.vault.get('a'); return", ""),
    (
        "pm.environment.set(/* the name */ 'a', 1)",
        "set environment a",
    ),
    ("", ""),
];

#[test]
fn the_lexer_and_the_parser_say_the_same() {
    for (source, wanted) in AGREED {
        let wanted: Vec<&str> = wanted.split('|').filter(|one| !one.is_empty()).collect();
        for (reader, facts) in [("lexer", lexed_facts(source)), ("read", read(source))] {
            assert_eq!(summary(&facts), wanted, "{reader}: {source}");
            assert_eq!(facts.syntax_error, None, "{source}");
        }
        let (one, other) = (lexed_facts(source), read(source));
        assert_eq!(one.strings, other.strings, "{source}");
        assert_eq!(one.comments, other.comments, "{source}");
    }
}

#[test]
fn strings_know_which_function_they_are_for() {
    let source =
        "pm.environment.set('a', 'b'); f(x + 'c', [1, 2], `d`, {e: 'f'}, 'g'.h) + `i${j('k')}l`";
    for facts in [lexed_facts(source), read(source)] {
        let strings: Vec<String> = facts
            .strings
            .iter()
            .map(|one| match &one.argument {
                Some((function, number)) => {
                    format!(
                        "{}({number}: {})",
                        &source[function.clone()],
                        one.written(source)
                    )
                }
                None => one.written(source).to_owned(),
            })
            .collect();
        assert_eq!(
            strings,
            [
                "pm.environment.set(0: a)",
                "pm.environment.set(1: b)",
                "c",
                "f(2: d)",
                "f",
                "g",
                "i",
                "j(0: k)",
                "l"
            ]
        );
        assert_eq!(facts.strings.iter().filter(|one| one.is_part).count(), 2);
    }
}

#[test]
fn of_what_is_not_javascript_the_lexer_says_what_it_can() {
    let source = "pm.environment.set('a', ); pm.test('b', f) }";
    let facts = read(source);
    assert_eq!(summary(&facts), ["set environment a", "test b"]);
    assert_eq!(facts.syntax_error.is_some(), cfg!(feature = "javascript"));
}

#[test]
fn deeply_nested_scripts_still_have_facts() {
    for part in [
        "(",
        "[",
        "a=>",
        "!",
        "{",
        "`${",
        "if(a)",
        "a+",
        "for(;;)",
        "while(1)",
        "a:",
        "if(a);else ",
        "do ",
        "({a:",
        "a?b:",
        "a?",
        "new ",
        "f(",
        "a.",
        ".a()",
        "a,",
        "a**",
        "a=",
        "a??",
        "function f(){",
        "(function(){",
        "class A extends ",
        "class A{static{",
        "async()=>",
        "function*g(){yield ",
        "[...",
        "let {a:{",
        "import(",
        "switch(a){case 1:",
        "try{",
        "for(let a;;)",
        "if(a){}else ",
        "x[",
        "{x(){",
        "<a>",
        "delete ",
        "(a=",
        "({get a(){",
        "<!--\n",
        "'a'+",
        "@a ",
        "({[",
        "/(",
        "f`${",
        "'",
        "`",
        "/*",
        "\\",
        "a++/(",
        "}/(",
    ] {
        for end in ["", "1"] {
            let source = format!("pm.globals.set('x', 1);\n{}{end}", part.repeat(20_000));
            assert_eq!(
                summary(&read(&source)).first().unwrap(),
                "set globals x",
                "{part}"
            );
        }
    }
}

#[cfg(feature = "javascript")]
#[test]
fn a_script_may_await_and_return() {
    // Postman puts the script into a function, behind other statements.
    for source in [
        "await pm.vault.get('a'); return",
        "with (a) { b }",
        "'use strict'; with (a) { b }",
    ] {
        assert_eq!(read(source).syntax_error, None, "{source}");
    }
    for source in ["#!x", "{ using a = b; }", "await using a = b;"] {
        assert!(read(source).syntax_error.is_some(), "{source}");
    }
}

#[cfg(feature = "javascript")]
#[test]
fn what_is_printed_and_what_is_deprecated_is_found() {
    let source = "const a = pm.response.json(); console.log(a, 'x ' + token, {b: c.d});\n\
        tests['e'] = responseCode.code; postman.setNextRequest('f'); postman.setNextRequest('g')";
    let facts = read(source);
    let output: Vec<String> = facts
        .output
        .iter()
        .map(|one| format!("{} {:?}", one.argument, one.value))
        .collect();
    assert_eq!(
        output,
        [
            r#"0 Whole("the whole answer")"#,
            r#"1 Named("token")"#,
            r#"2 Named("d")"#
        ]
    );
    let deprecated: Vec<String> = facts
        .deprecated
        .iter()
        .map(|one| format!("{} {}", one.name, one.uses))
        .collect();
    assert_eq!(
        deprecated,
        ["tests 1", "responseCode 1", "postman.setNextRequest 2"]
    );
}

/// Pieces of which hostile scripts are made: what a lexer and a parser may take differently.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "`",
    "${",
    "'",
    "\"",
    "/",
    "//",
    "/*",
    "*/",
    "\\",
    "\n",
    "\r",
    ";",
    ",",
    "a",
    "1",
    "+",
    "++",
    "-",
    "!",
    "=",
    "=>",
    "?",
    ":",
    ".",
    "?.",
    "if",
    "else",
    "for",
    "while",
    "do",
    "function f",
    "class A",
    "return",
    "typeof",
    "new",
    "await",
    "async",
    "yield",
    "in",
    "of",
    "get",
    "static",
    "<!--",
    "-->",
    "...",
    "#!",
    " ",
    "\u{2028}",
    "é",
    "let",
    "case 1:",
    "try",
    "catch",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        failure_persistence: None,
        cases: 300,
        ..proptest::prelude::ProptestConfig::default()
    })]

    /// A stack that overflows would end the whole test run.
    #[test]
    fn no_script_overflows_the_stack(
        parts in proptest::collection::vec(proptest::sample::select(PIECES), 1..8),
    ) {
        let source = parts.concat().repeat(4000);
        let facts = read(&source);
        for string in &facts.strings {
            proptest::prop_assert!(source.get(string.span.clone()).is_some());
        }
    }
}
