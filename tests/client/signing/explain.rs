//! What `sign explain` says.

use super::{bash_arguments, curl, explained};

#[test]
fn what_curl_writes_is_explained_as_right() {
    for args in [
        &["GET", "/healthcheck"][..],
        &[
            "GET",
            "/purchaseinvoice/*",
            "--query",
            "docno=PI-1",
            "code=400 A+'",
        ],
        &[
            "GET",
            "/customer/é b//O'Neill",
            "--auth-in",
            "query",
            "--query",
            "a=1",
        ],
        &["POST", "agent", "--body", "agent.json"],
        &["POST", "agent", "--body", "-"],
        &["GET", "/customer/O'Neill’s", "--shell", "powershell"],
        &["GET", "/a", "--host", "https://api.example.com:443/base"],
        &["HEAD", "/a/../b"],
    ] {
        let line = curl(args, "{\"a\":\n\"it's $x \\\\ \\\"\"}\n");
        let (code, said) = explained(&line);
        assert_eq!(code, 0, "{line}\n{said}");
        assert!(said.starts_with("The signature matches.\n"), "{said}");
    }
}

#[test]
fn a_wrong_signature_is_explained() {
    let line = curl(
        &[
            "GET",
            "/purchaseinvoice/*",
            "--query",
            "docno=PI-1",
            "code=A",
        ],
        "",
    );
    let mut said = String::new();
    for (what, request) in [
        (
            "host changed",
            line.replace("api.sql.my/", "10.0.0.1:8080/"),
        ),
        (
            "slash added",
            curl(&["GET", "/agent"], "").replace("/agent'", "/agent/'"),
        ),
        (
            "path changed",
            line.replace("purchaseinvoice", "salesinvoice"),
        ),
        (
            "sent late",
            line.replace("docno=PI-1", "docno=PI-2")
                .replace("20260115T083000Z", "20260115T003000Z"),
        ),
    ] {
        let (code, text) = explained(&request);
        assert_eq!(code, 1, "{text}");
        said.push_str(&format!("# {what}\n{text}\n"));
    }
    insta::assert_snapshot!(said);
}

#[test]
fn requests_as_sent_are_read_too() {
    let line = curl(&["POST", "agent", "--body", "agent.json"], "");
    let words = bash_arguments(&line);
    let headers: Vec<&str> = words
        .windows(2)
        .filter(|pair| pair.first().unwrap() == "--header")
        .map(|pair| pair.last().unwrap().as_str())
        .collect();
    let request = format!(
        "POST /agent HTTP/1.1\r\nHost: api.sql.my\r\n{}\r\n\r\n{{\"code\":\"A\"}}",
        headers.join("\r\n")
    );
    assert_eq!(explained(&request).0, 0);
    let (code, said) = explained(&format!("{request}\n"));
    assert_eq!(code, 1);
    assert!(said.contains("white space was added at its end"), "{said}");
    let (code, said) = explained(&request.replace("/agent HTTP", "/agent/ HTTP"));
    assert_eq!(code, 1);
    assert!(
        said.contains("the path was signed without the slash at its end"),
        "{said}"
    );
}

#[test]
fn what_programs_show_is_read_as_the_request_that_they_sent() {
    let line = curl(&["GET", "/bins", "--query", "zone=3"], "");
    let words = bash_arguments(&line);
    let header = |name: &str| {
        let mut headers = words.iter().filter(|word| word.starts_with(name));
        headers.next().unwrap().clone()
    };
    let [date, authorization] = ["X-Amz-Date", "Authorization"].map(header);
    let verbose = format!(
        "* Connected to api.sql.my\n> GET /bins?zone=3 HTTP/2\n> Host: api.sql.my\n> {date}\n> {authorization}\n\
         > Accept: */*\n> \n< HTTP/2 401\n{{ [5 bytes data]\n"
    );
    let pseudo = format!(
        ":authority: api.sql.my\n:method: GET\n:path: /bins?zone=3\n:scheme: https\n{date}\n{authorization}\n"
    );
    let pairs = pseudo.replace(": ", "\n");
    let presigned = curl(&["GET", "/bins", "--auth-in", "query"], "");
    let presigned = bash_arguments(&presigned);
    let url = presigned.iter().find(|word| word.starts_with("https"));
    let cmd = format!(
        "C:\\> curl.exe ^\"https://api.sql.my/bins?zone=3^\" ^\r\n -H ^\"{date}^\" ^\r\n -H ^\"{authorization}^\""
    );
    let folder = line.replacen("curl", "/usr/local/bin/curl --noproxy '*' -D headers", 1);
    let encoded = line.replace("?zone=3'", "' --url-query zone=3");
    for text in [
        &verbose,
        &pseudo,
        &pairs,
        url.unwrap(),
        &cmd,
        &folder,
        &encoded,
    ] {
        let (code, said) = explained(text);
        assert_eq!(code, 0, "{text}\n{said}");
    }
    for (text, error) in [
        (
            verbose.replace("> Accept", "> Content-Length"),
            "does not show the body",
        ),
        (format!("{verbose}{verbose}"), "more than one request"),
        ("* Trying\n".to_owned(), "no line that starts with `> `"),
        (
            format!("{line} --zone 3"),
            "--zone is not a known option of curl",
        ),
        (format!("{line} https://api.sql.my/agent"), "a second URL"),
    ] {
        let (code, said) = explained(&text);
        assert_eq!(code, 2, "{text}\n{said}");
        assert!(said.contains(error), "{said}");
    }
}
