use serde::Serialize;

/// A Postman environment.
#[derive(Clone, Debug, Serialize)]
pub struct Environment {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its variables.
    pub values: Vec<EnvironmentValue>,
    /// `environment`, as opposed to `globals`.
    #[serde(rename = "_postman_variable_scope")]
    pub scope: &'static str,
}

/// A variable of an environment.
#[derive(Clone, Debug, Serialize)]
pub struct EnvironmentValue {
    /// The name between `{{` and `}}`.
    pub key: String,
    /// The value.
    pub value: String,
    /// `secret` hides the value on the screen, `default` shows it.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whether it is in use.
    pub enabled: bool,
}
