//! What a service answered.

use std::time::Duration;

use serde_json::Value;

use crate::catalogue::Answers;
use crate::json::{Document, Kind};
use crate::sigv4::Timestamp;

/// An answer, whatever its status.
#[derive(Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// How much of a message is quoted at most.
const QUOTED: usize = 300;

impl Answer {
    /// The value of the first header of that lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(other, _)| other == name)?;
        Some(value)
    }

    /// Whether its status means success.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether it is an HTML page: proxies in front of the service return those, the service
    /// itself never.
    pub fn is_html(&self) -> bool {
        self.body.trim_ascii_start().starts_with(b"<")
    }

    /// Whether it is a PDF.
    pub fn is_pdf(&self) -> bool {
        self.body.starts_with(b"%PDF-")
    }

    /// The body as JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// The records of a list or of a read by key, or the answer itself where it is one record; each
    /// as the JSON text that was sent, so that no number changes its form.
    pub fn records(&self, answers: Answers) -> Option<Vec<String>> {
        let document = Document::parse(&self.body).ok()?;
        let root = document.root();
        let list = match root.kind() {
            Kind::Array => root,
            Kind::Object => {
                let list = answers.records.and_then(|member| root.get(member));
                list.unwrap_or(root)
            }
            _ => return None,
        };
        match list.kind() {
            Kind::Array => Some(
                list.elements()
                    .map(|record| record.text().to_owned())
                    .collect(),
            ),
            Kind::Object => Some(vec![list.text().to_owned()]),
            _ => None,
        }
    }

    /// What it says went wrong: the members `error.message`, `error` or `message`, a plain text, or
    /// the title of a page. The shape is documented nowhere, and clients read all of these.
    pub fn message(&self) -> Option<String> {
        let text = if self.is_html() {
            self.title()
        } else {
            match self.json() {
                Some(Value::String(text)) => Some(text),
                Some(value) => {
                    let places = ["/error/message", "/error", "/message"];
                    let mut texts = places.iter().filter_map(|place| value.pointer(place));
                    texts.find_map(Value::as_str).map(str::to_owned)
                }
                None => std::str::from_utf8(&self.body).ok().map(str::to_owned),
            }
        };
        let words: Vec<String> = text?.split_whitespace().map(str::to_owned).collect();
        let text: String = words.join(" ").chars().take(QUOTED).collect();
        (!text.is_empty()).then_some(text)
    }

    fn title(&self) -> Option<String> {
        let page = String::from_utf8_lossy(&self.body);
        let lower = page.to_ascii_lowercase();
        let start = lower.find("<title>")? + "<title>".len();
        let end = start + lower.get(start..)?.find('<')?;
        page.get(start..end).map(str::to_owned)
    }

    /// The time at which it was sent, by the other side's clock.
    pub fn time(&self) -> Option<Timestamp> {
        seconds_of(self.header("date")?).map(Timestamp::from_seconds)
    }

    /// How long to wait before the next try, if it says so; a date is compared
    /// with `now`.
    pub fn retry_after(&self, now: Timestamp) -> Option<Duration> {
        let text = self.header("retry-after")?.trim();
        let until = || {
            let now = self.time().unwrap_or(now);
            Some(seconds_of(text)?.saturating_sub(now.seconds()))
        };
        let seconds = text.parse().ok().or_else(until)?;
        Some(Duration::from_secs(seconds))
    }
}

/// An HTTP date in seconds since 1970.
fn seconds_of(date: &str) -> Option<u64> {
    let zoned = jiff::fmt::rfc2822::parse(date).ok()?;
    u64::try_from(zoned.timestamp().as_second()).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::Answer;
    use crate::catalogue::Answers;
    use crate::sigv4::Timestamp;

    const ANSWERS: Answers = Answers {
        records: Some("data"),
        ..Answers::PLAIN
    };

    fn answer(body: &str, headers: &[(&str, &str)]) -> Answer {
        let headers = headers.iter();
        Answer {
            status: 400,
            headers: headers
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect(),
            body: body.as_bytes().to_vec(),
        }
    }

    #[test]
    fn messages_are_found_in_every_known_shape() {
        for (body, message) in [
            (
                r#"{"error":{"code":400,"message":"No record found"}}"#,
                Some("No record found"),
            ),
            (r#"{"error":"No"}"#, Some("No")),
            (r#"{"message":"No"}"#, Some("No")),
            (r#""No  record""#, Some("No record")),
            ("Invalid\nsignature", Some("Invalid signature")),
            (
                "<html><TITLE>429 Too Many Requests</title>",
                Some("429 Too Many Requests"),
            ),
            ("<html>", None),
            (r#"{"other":1}"#, None),
            ("", None),
        ] {
            assert_eq!(answer(body, &[]).message().as_deref(), message, "{body}");
        }
    }

    #[test]
    fn records_come_out_of_every_envelope() {
        for (body, count) in [
            (r#"{"pagination":{"offset":0},"data":[{},{}]}"#, Some(2)),
            (r#"{"data":{}}"#, Some(1)),
            (r#"{"code":"A"}"#, Some(1)),
            ("[{}]", Some(1)),
            (r#"{"data":1}"#, None),
            ("OK", None),
        ] {
            assert_eq!(
                answer(body, &[]).records(ANSWERS).map(|all| all.len()),
                count,
                "{body}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_answer_makes_the_readers_panic(body in prop::collection::vec(any::<u8>(), 0..60),
            text in "[ -~<>é]{0,60}", date in "[ -~]{0,40}") {
            let title = format!("<title>{text}");
            for body in [body.as_slice(), text.as_bytes(), title.as_bytes()] {
                let mut answer = answer("", &[("date", &date), ("retry-after", &text)]);
                answer.body = body.to_vec();
                let _ = (answer.message(), answer.records(ANSWERS), answer.time(), answer.is_html());
                let _ = answer.retry_after(Timestamp::from_seconds(0));
            }
            let _ = crate::client::BaseUrl::parse(&text);
            let _ = crate::client::BaseUrl::parse(&format!("https://{text}"));
        }
    }

    #[test]
    fn the_time_to_wait_is_seconds_or_a_date() {
        let now = Timestamp::parse("20260115T083000Z").unwrap();
        let date = "Thu, 15 Jan 2026 08:31:30 GMT";
        for (headers, seconds) in [
            (&[("retry-after", "7")][..], Some(7)),
            (&[("retry-after", date)], Some(90)),
            (
                &[
                    ("retry-after", date),
                    ("date", "Thu, 15 Jan 2026 08:31:20 GMT"),
                ],
                Some(10),
            ),
            (&[("retry-after", "soon")], None),
            (&[("retry-after", "Thu, 15 Jan 2026 08:00:00 GMT")], Some(0)),
            (&[], None),
        ] {
            let wait = answer("", headers).retry_after(now);
            assert_eq!(wait, seconds.map(Duration::from_secs), "{headers:?}");
        }
    }
}
