//! The values of `--language`.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::curl::Shell;
use crate::program;

/// What the request is written in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Language {
    /// A curl command.
    Shell(Shell),
    /// A program.
    Program(program::Language),
}

impl Default for Language {
    fn default() -> Self {
        Self::Shell(Shell::default())
    }
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Shell(Shell::Bash),
            Self::Shell(Shell::PowerShell),
            Self::Program(program::Language::Python),
            Self::Program(program::Language::Node),
            Self::Program(program::Language::Php),
            Self::Program(program::Language::CSharp),
            Self::Program(program::Language::Pascal),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        use program::Language::{CSharp, Node, Pascal, Php, Python};
        let (name, help) = match self {
            Self::Shell(Shell::Bash) => ("bash", "curl in bash, zsh and other Bourne shells"),
            Self::Shell(Shell::PowerShell) => (
                "powershell",
                "curl in PowerShell, including Windows PowerShell 5",
            ),
            Self::Program(Python) => ("python", "a program in Python 3"),
            Self::Program(Node) => ("node", "a program in JavaScript for Node.js"),
            Self::Program(Php) => ("php", "a program in PHP"),
            Self::Program(CSharp) => ("csharp", "a program in C# for .NET, .NET Framework or Mono"),
            Self::Program(Pascal) => ("pascal", "a program in Free Pascal"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}
