//! The values of `--shell`.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::curl::Shell;

impl ValueEnum for Shell {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Bash, Self::PowerShell]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Bash => ("bash", "bash, zsh and other Bourne shells"),
            Self::PowerShell => ("powershell", "PowerShell, including Windows PowerShell 5"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}
