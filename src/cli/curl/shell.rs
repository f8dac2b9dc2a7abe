//! Words quoted so that a shell passes them on unchanged.

use clap::ValueEnum;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    /// bash, zsh and other Bourne shells.
    #[default]
    Bash,
    /// PowerShell, including Windows PowerShell 5.
    Powershell,
}

impl Shell {
    /// curl's name; in Windows PowerShell plain `curl` is an alias of another command.
    pub(super) fn program(self) -> &'static str {
        match self {
            Self::Bash => "curl",
            Self::Powershell => "curl.exe",
        }
    }

    /// What goes before a line break within a command.
    pub(super) fn continuation(self) -> &'static str {
        match self {
            Self::Bash => " \\\n  ",
            Self::Powershell => " `\n  ",
        }
    }

    /// `word` in quotes. PowerShell takes typographic single quotes for plain ones, so they are
    /// doubled too.
    pub(super) fn quote(self, word: &str) -> String {
        match self {
            Self::Bash => format!("'{}'", word.replace('\'', "'\\''")),
            Self::Powershell => {
                let mut quoted = String::from("'");
                for character in word.chars() {
                    quoted.push(character);
                    if "'\u{2018}\u{2019}\u{201A}\u{201B}".contains(character) {
                        quoted.push(character);
                    }
                }
                quoted.push('\'');
                quoted
            }
        }
    }

    /// Whether an argument can be passed on at all. Windows PowerShell loses double quotes on the
    /// way to a program, and no program's argument has a NUL.
    pub(super) fn can_pass(self, word: &str) -> bool {
        !word.contains('\0') && (self == Self::Bash || !word.contains(['"', '\n', '\r']))
    }

    /// curl options one a line, a value beside each.
    pub(super) fn command(self, options: &[(&str, String)]) -> String {
        let options = options.iter();
        let lines = options.map(|(name, value)| format!("{name} {}", self.quote(value)));
        let lines: Vec<String> = std::iter::once(self.program().to_owned())
            .chain(lines)
            .collect();
        lines.join(self.continuation())
    }
}
