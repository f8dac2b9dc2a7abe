use std::error::Error;

use proptest::prelude::*;

use super::{CurlBody, CurlError, CurlRequest, Shell};

/// A file's content is its name, over two lines.
fn read(text: &str) -> Result<CurlRequest, CurlError> {
    let file = |name: &str| match name {
        "missing" => Err(Box::<dyn Error + Send + Sync>::from("not found")),
        name => Ok(format!("{name}\r\n{name}").into_bytes()),
    };
    CurlRequest::parse(text, file)
}

fn described(request: &CurlRequest) -> String {
    let CurlRequest {
        method,
        url,
        headers,
        body,
    } = request;
    let headers: Vec<String> = headers
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let body = match body {
        None => String::new(),
        Some(CurlBody::Bytes(bytes)) => format!(" {:?}", String::from_utf8_lossy(bytes)),
        Some(CurlBody::File(name)) => format!(" @{name}"),
    };
    format!("{method} {url} [{}]{body}", headers.join(", "))
}

#[test]
fn every_option_has_its_effect() {
    let form = "Content-Type=application/x-www-form-urlencoded";
    for (options, sent) in [
        ("h/a", "GET http://h/a []".to_owned()),
        ("HTTPS://h", "GET HTTPS://h []".to_owned()),
        ("h/?u=http://x", "GET http://h/?u=http://x []".to_owned()),
        ("h -X PATCH", "PATCH http://h []".to_owned()),
        ("-XPUT --url h", "PUT http://h []".to_owned()),
        ("-sSLI h", "HEAD http://h []".to_owned()),
        ("--head h", "HEAD http://h []".to_owned()),
        (
            "h -d a=1 -d b=2",
            format!("POST http://h [{form}] \"a=1&b=2\""),
        ),
        ("h -d ''", format!("POST http://h [{form}] \"\"")),
        ("h -d @f", format!("POST http://h [{form}] \"ff\"")),
        (
            "h --data-ascii @f",
            format!("POST http://h [{form}] \"ff\""),
        ),
        (
            "h --data-binary @f",
            format!("POST http://h [{form}] \"f\\r\\nf\""),
        ),
        ("h --data-raw @f", format!("POST http://h [{form}] \"@f\"")),
        ("h -G -d a=1", "GET http://h?a=1 []".to_owned()),
        ("h?b --get -d a=1", "GET http://h?b&a=1 []".to_owned()),
        (
            "h --json {} --json 1",
            "POST http://h [Content-Type=application/json] \"{}1\"".to_owned(),
        ),
        (
            "h --json @f",
            "POST http://h [Content-Type=application/json] \"f\\r\\nf\"".to_owned(),
        ),
        (
            "h -d 1 -H 'content-type: x'",
            "POST http://h [content-type=x] \"1\"".to_owned(),
        ),
        (
            "h -d 1 -H content-type:",
            "POST http://h [] \"1\"".to_owned(),
        ),
        (
            "h -H 'A;' -H ' B : c:d '",
            "GET http://h [A=, B=c:d]".to_owned(),
        ),
        ("h -H nonsense", "GET http://h []".to_owned()),
        (
            "-o f -u a:b --max-time 3 -k --compressed h",
            "GET http://h []".to_owned(),
        ),
        (
            "h --noproxy '*' -D f --url-query a=b/c -vvv",
            "GET http://h?a=b%2Fc []".to_owned(),
        ),
        (
            "h?x=1#f --url-query +a --url-query b -G -d c",
            "GET http://h?x=1&c&a&b#f []".to_owned(),
        ),
        (
            "h --data-urlencode 'a=b c' --data-urlencode =é --data-urlencode a@f",
            format!("POST http://h [{form}] \"a=b%20c&%C3%A9&a=f%0D%0Af\""),
        ),
        (
            "h/x?y --request-target /z -A me -b a=1",
            "GET http://h/z [User-Agent=me, Cookie=a=1]".to_owned(),
        ),
        ("-- h", "GET http://h []".to_owned()),
        ("h | jq .", "GET http://h []".to_owned()),
        (
            "h \\\n -H $'A: \\u00e9\\n\\x41'",
            "GET http://h [A=é\nA]".to_owned(),
        ),
        ("\"h/\\$a\\b\"", "GET http://h/$a\\b []".to_owned()),
    ] {
        let request = read(&format!("  $ curl {options}")).unwrap();
        assert_eq!(described(&request), sent, "{options}");
    }
}

#[test]
fn power_shell_has_quotes_of_its_own() {
    let line = "curl.exe `\r\n 'h/a''b' -H “A: `“ `x” -H ‘B: c‘";
    let request = read(line).unwrap();
    assert_eq!(described(&request), "GET http://h/a'b [A=“ `x, B=c]");
}

#[test]
fn the_command_prompt_has_carets() {
    for (line, sent) in [
        (
            "curl \"https://h/a?b=1&c=%20\" ^\r\n  -H \"A: x\" ^\r\n  -H \"B: y\"",
            "GET https://h/a?b=1&c=%20 [A=x, B=y]",
        ),
        (
            "curl ^\"https://h/a?b=1^&c=^%^20^\" ^\n  -H ^\"A: ^\\^\"x^\\^\"^\" -d ^\"1^\n\n2^\" & dir",
            "POST https://h/a?b=1&c=%20 [A=\"x\", Content-Type=application/x-www-form-urlencoded] \"1\\n2\"",
        ),
        (
            "C:\\Windows\\System32\\curl.exe ^\n h -d \"{\\\"a\\\":\\\\}\" -H \"Content-Type: a^b\"",
            "POST http://h [Content-Type=a^b] \"{\\\"a\\\":\\\\\\\\}\"",
        ),
    ] {
        assert_eq!(described(&read(line).unwrap()), sent, "{line}");
    }
    assert!(read("curl ^\"h ^\n").is_err());
}

#[test]
fn curl_is_called_by_many_names() {
    for line in [
        "/usr/bin/curl h",
        "./curl h",
        "  $ curl h",
        "% curl h",
        "> curl h",
        "PS C:\\Users\\me> curl.exe h",
        "C:\\a b>C:\\bin\\CURL.EXE h",
        "curl.exe \\\n  h",
    ] {
        assert!(super::is_command(line), "{line}");
        assert_eq!(described(&read(line).unwrap()), "GET http://h []", "{line}");
    }
    for line in [
        "curly h",
        "GET / HTTP/1.1",
        "> GET / HTTP/1.1",
        "* curl",
        "",
    ] {
        assert!(!super::is_command(line), "{line}");
    }
}

#[test]
fn what_cannot_be_read_is_an_error() {
    for (options, message) in [
        ("", "has no URL"),
        ("'h", "unclosed quote"),
        ("\"h", "unclosed quote"),
        ("$'\\ud800'", "not a character"),
        ("h -X", "--request, which needs a value"),
        ("h -d @missing", "not found"),
        ("h -F a=b", "--form is not supported"),
        ("h i", "a second URL"),
        ("h --url i", "a second URL"),
        ("h --dump-headers f", "--dump-headers is not a known option"),
        ("h -sM", "-M is not a known option"),
        ("h --next i", "--next is not supported"),
        ("h --aws-sigv4 a:b:c:d", "signs this request itself"),
    ] {
        let error = read(&format!("curl {options}")).err().unwrap();
        assert!(error.to_string().contains(message), "{options}: {error}");
    }
}

#[test]
fn what_the_shell_would_change_is_not_written() {
    let request = |header: &str, body: Option<&[u8]>| CurlRequest {
        method: "POST".to_owned(),
        url: "https://h/".to_owned(),
        headers: vec![("A".to_owned(), header.to_owned())],
        body: body.map(|bytes| CurlBody::Bytes(bytes.to_vec())),
    };
    for (request, bash, power_shell) in [
        (request("a", Some(b"1")), true, true),
        (request("a", Some(b"\"")), true, false),
        (request("a", Some(b"1\n2")), true, false),
        (request("a", Some(b"\0")), false, false),
        (request("a", Some(b"\xFF")), false, false),
        (request("\"a\"", None), true, false),
        (request("a\0", None), false, false),
    ] {
        let written = [Shell::Bash, Shell::PowerShell].map(|shell| request.command(shell).is_ok());
        assert_eq!(written, [bash, power_shell], "{}", described(&request));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(
        method in "[A-Z]{1,7}",
        path in "[!-~é‘’“”]{0,20}",
        headers in prop::collection::vec(("[A-Za-z-]{1,8}", "([!-~é‘”]([ -~]{0,8}[!-~])?)?"), 0..3),
        body in prop::option::of("[ -~é‘’“”\n\r\t]{0,30}"),
    ) {
        let is_head = method == "HEAD";
        let body = body.filter(|_| !is_head);
        let request = CurlRequest {
            method,
            url: format!("https://h/{path}"),
            headers: [("Content-Type".to_owned(), "a/b".to_owned())].into_iter().chain(headers).collect(),
            body: body.map(|text| CurlBody::Bytes(text.into_bytes())),
        };
        for shell in [Shell::Bash, Shell::PowerShell] {
            if let Ok(command) = request.command(shell) {
                let back = read(&command).unwrap();
                prop_assert_eq!(described(&back), described(&request), "{}", command);
            }
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[ -~\n\r\\\\'\"`$é“‘]{0,80}") {
        for start in ["", "curl ", "curl.exe ", "curl -X", "curl --url ", "curl $'\\u", "curl ^\"", "C:\\>curl -- "] {
            let _ = read(&format!("{start}{text}"));
        }
    }
}
