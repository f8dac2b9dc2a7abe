use serde::Serialize;

/// A script and when it runs.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// `prerequest` or `test`.
    pub listen: &'static str,
    /// The script.
    pub script: Script,
}

/// A JavaScript script.
#[derive(Clone, Debug, Serialize)]
pub struct Script {
    /// Its media type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its lines.
    pub exec: Vec<String>,
}

impl Event {
    /// The script `source`, which runs at `listen`.
    pub fn new(listen: &'static str, source: &str) -> Self {
        Self {
            listen,
            script: Script {
                kind: "text/javascript",
                exec: source.trim_end().lines().map(str::to_owned).collect(),
            },
        }
    }
}
