use serde::Serialize;

/// AWS Signature Version 4 with its six attributes.
///
/// Postman takes `us-east-1` and `execute-api` for a region and a service that are absent, and
/// reads nothing but these attributes (`postman-runtime`, `lib/authorizer/aws4.js`).
#[derive(Clone, Debug, Serialize)]
pub struct Auth {
    #[serde(rename = "type")]
    kind: &'static str,
    awsv4: [Attribute; 6],
}

/// One attribute of an auth.
#[derive(Clone, Debug, Serialize)]
pub struct Attribute {
    key: &'static str,
    value: AttributeValue,
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum AttributeValue {
    Text(&'static str),
    Switch(bool),
}

impl Auth {
    /// The auth whose values are the collection's variables; `in_query` signs in the query instead
    /// of in headers.
    pub fn awsv4(in_query: bool) -> Self {
        let text = |key, value| Attribute {
            key,
            value: AttributeValue::Text(value),
            kind: "string",
        };
        Self {
            kind: "awsv4",
            awsv4: [
                text("accessKey", "{{access_key}}"),
                text("secretKey", "{{secret_key}}"),
                text("sessionToken", "{{session_token}}"),
                text("region", "{{region}}"),
                text("service", "{{service}}"),
                Attribute {
                    key: "addAuthDataToQuery",
                    // A JSON boolean: the text "false" would sign in the query.
                    value: AttributeValue::Switch(in_query),
                    kind: "boolean",
                },
            ],
        }
    }
}
