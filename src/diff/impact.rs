use std::collections::HashMap;

use super::ChangeKind;

/// What users of a collection rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contract {
    /// People and code that send what the requests say.
    Wire,
    /// Those that run the collection itself, in newman or by a folder's name.
    Run,
    /// Forks that pull changes, which Postman matches by ids.
    Fork,
}

/// The impact of a change on those who rely on a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impact {
    /// Harmless or additive.
    Safe,
    /// May break something; the collection alone does not say.
    Risky,
    /// Breaks something.
    Breaking,
}

impl Impact {
    /// Its stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        }
    }
}

/// The impacts of kinds of changes: those of the table, and those configured otherwise.
#[derive(Clone, Debug, Default)]
pub struct Impacts {
    overrides: HashMap<(ChangeKind, Contract), Impact>,
}

impl Impacts {
    /// Sets the impact of a kind on one contract, overriding the table.
    pub fn set(&mut self, kind: ChangeKind, contract: Contract, impact: Impact) {
        self.overrides.insert((kind, contract), impact);
    }

    /// The impact of a change of this kind on one contract.
    pub fn of(&self, kind: ChangeKind, contract: Contract) -> Impact {
        let (wire, run, fork) = kind.impacts();
        let usual = match contract {
            Contract::Wire => wire,
            Contract::Run => run,
            Contract::Fork => fork,
        };
        let given = self.overrides.get(&(kind, contract));
        given.copied().unwrap_or(usual)
    }

    /// The worst impact of a change of this kind on any of `contracts`.
    pub fn worst(&self, kind: ChangeKind, contracts: &[Contract]) -> Impact {
        let impacts = contracts.iter().map(|contract| self.of(kind, *contract));
        impacts.max().unwrap_or(Impact::Safe)
    }
}
