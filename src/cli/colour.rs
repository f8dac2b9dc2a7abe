//! Whether to write colours: what the environment asks for, or else whether a terminal can show them.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};

/// Whether what is printed on standard output has colours.
pub(super) fn of_stdout() -> bool {
    is_wanted(|name| env::var_os(name), io::stdout().is_terminal())
}

/// `variable` gives a variable of the environment. One that is empty is as good as none.
///
/// Who wants no colours at all comes first (<https://no-color.org>), then who wants them everywhere
/// (<https://force-color.org>, <https://bixense.com/clicolors>), then the terminal.
fn is_wanted(variable: impl Fn(&str) -> Option<OsString>, is_terminal: bool) -> bool {
    let value = |name| variable(name).filter(|value| !value.is_empty());
    let is_on = |name| value(name).map(|value| value != "0" && value != "false");
    if value("NO_COLOR").is_some() || is_on("FORCE_COLOR") == Some(false) {
        return false;
    }
    if is_on("FORCE_COLOR") == Some(true) || is_on("CLICOLOR_FORCE") == Some(true) {
        return true;
    }
    is_terminal
        && is_on("CLICOLOR") != Some(false)
        && value("TERM").is_none_or(|term| term != "dumb")
}

#[cfg(test)]
mod tests {
    use super::is_wanted;

    /// The variables, and whether there are colours on a terminal and in a pipe.
    type Row = (&'static [(&'static str, &'static str)], bool, bool);

    #[test]
    fn the_environment_decides() {
        let table: &[Row] = &[
            (&[], true, false),
            (&[("TERM", "xterm")], true, false),
            (&[("TERM", "dumb")], false, false),
            (&[("NO_COLOR", "1")], false, false),
            (&[("NO_COLOR", "0")], false, false),
            (&[("NO_COLOR", "")], true, false),
            (&[("CLICOLOR", "0")], false, false),
            (&[("CLICOLOR", "1")], true, false),
            (&[("CLICOLOR_FORCE", "1")], true, true),
            (&[("CLICOLOR_FORCE", "0")], true, false),
            (&[("FORCE_COLOR", "3")], true, true),
            (&[("FORCE_COLOR", "true")], true, true),
            (&[("FORCE_COLOR", "0")], false, false),
            (&[("FORCE_COLOR", "")], true, false),
            (&[("FORCE_COLOR", "1"), ("TERM", "dumb")], true, true),
            (&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")], true, true),
            (&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], false, false),
            (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false, false),
        ];
        for (environment, on_terminal, in_pipe) in table {
            let variable = |name: &str| {
                let mut set = environment.iter();
                let found = set.find(|(variable, _)| *variable == name);
                found.map(|(_, value)| (*value).into())
            };
            assert_eq!(is_wanted(variable, true), *on_terminal, "{environment:?}");
            assert_eq!(is_wanted(variable, false), *in_pipe, "{environment:?}");
        }
    }
}
