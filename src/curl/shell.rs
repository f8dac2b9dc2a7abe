//! Words quoted so that a shell passes them on unchanged.

/// The shell that a command line is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shell {
    /// bash, zsh and other Bourne shells.
    #[default]
    Bash,
    /// PowerShell, including Windows PowerShell 5.
    PowerShell,
}

impl Shell {
    /// curl's name; in Windows PowerShell plain `curl` is an alias of another command.
    pub(super) fn program(self) -> &'static str {
        match self {
            Self::Bash => "curl",
            Self::PowerShell => "curl.exe",
        }
    }

    /// What takes the meaning from the character after it.
    pub(super) fn escape(self) -> char {
        match self {
            Self::Bash => '\\',
            Self::PowerShell => '`',
        }
    }

    /// What goes before a line break within a command.
    pub(super) fn continuation(self) -> &'static str {
        match self {
            Self::Bash => " \\\n  ",
            Self::PowerShell => " `\n  ",
        }
    }

    /// Whether `character` is a single quote; PowerShell takes typographic ones for it.
    pub(super) fn is_single_quote(self, character: char) -> bool {
        character == '\''
            || self == Self::PowerShell && "\u{2018}\u{2019}\u{201A}\u{201B}".contains(character)
    }

    /// Whether `character` is a double quote; PowerShell takes typographic ones for it.
    pub(super) fn is_double_quote(self, character: char) -> bool {
        character == '"'
            || self == Self::PowerShell && "\u{201C}\u{201D}\u{201E}".contains(character)
    }

    /// `word` in quotes.
    pub(super) fn quote(self, word: &str) -> String {
        match self {
            Self::Bash => format!("'{}'", word.replace('\'', "'\\''")),
            Self::PowerShell => {
                let mut quoted = String::from("'");
                for character in word.chars() {
                    quoted.push(character);
                    if self.is_single_quote(character) {
                        quoted.push(character);
                    }
                }
                quoted.push('\'');
                quoted
            }
        }
    }

    /// Whether an argument can be passed on at all. Windows PowerShell loses double quotes on the
    /// way to a program, and an argument of a program cannot contain a NUL.
    pub(super) fn can_pass(self, word: &str) -> bool {
        !word.contains('\0') && (self == Self::Bash || !word.contains(['"', '\n', '\r']))
    }
}
