use comfy_table::{Table, presets};

use crate::diff::{ChangeKind, Contract, Impacts};

/// Every kind of change, with its impact on people who send the requests, run the collection or
/// forked it.
pub(super) fn table(impacts: &Impacts) -> String {
    let mut table = Table::new();
    let header = ["kind", "wire", "run", "fork", "what it says"];
    table.load_style(presets::NOTHING).set_header(header);
    for kind in ChangeKind::ALL {
        let of = |contract| impacts.of(*kind, contract).id();
        table.add_row([
            kind.id(),
            of(Contract::Wire),
            of(Contract::Run),
            of(Contract::Fork),
            kind.title(),
        ]);
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim().to_owned()).collect();
    lines.join("\n") + "\n"
}
