use std::collections::HashMap;

use super::ChangeKind;

/// Who relies on a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contract {
    /// People and code that send what the requests say.
    Wire,
    /// Those that run the collection itself, in newman or by a folder's name.
    Run,
    /// Forks that pull changes, which Postman matches by ids.
    Fork,
}

/// What a change does to those who rely on a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Impact {
    /// Harmless or additive.
    Safe,
    /// May break; the collection alone does not tell.
    Risky,
    /// Does break.
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

/// What kinds of changes do: the table below, and what is held otherwise.
#[derive(Clone, Debug, Default)]
pub struct Impacts {
    overrides: HashMap<(ChangeKind, Contract), Impact>,
}

impl Impacts {
    /// Takes a kind to do `impact` to one contract, whatever the table says.
    pub fn set(&mut self, kind: ChangeKind, contract: Contract, impact: Impact) {
        self.overrides.insert((kind, contract), impact);
    }

    /// What a change of this kind does to one contract.
    pub fn of(&self, kind: ChangeKind, contract: Contract) -> Impact {
        let (wire, run, fork) = row(kind);
        let usual = match contract {
            Contract::Wire => wire,
            Contract::Run => run,
            Contract::Fork => fork,
        };
        let given = self.overrides.get(&(kind, contract));
        given.copied().unwrap_or(usual)
    }

    /// The worst that a change of this kind does to any of `contracts`.
    pub fn worst(&self, kind: ChangeKind, contracts: &[Contract]) -> Impact {
        let impacts = contracts.iter().map(|contract| self.of(kind, *contract));
        impacts.max().unwrap_or(Impact::Safe)
    }
}

/// The table: wire, run, fork.
fn row(kind: ChangeKind) -> (Impact, Impact, Impact) {
    use ChangeKind as K;
    use Impact::{Breaking as B, Risky as R, Safe as S};
    match kind {
        K::RequestRemoved | K::RequestMethodChanged | K::AuthTypeChanged | K::AuthAdded => {
            (B, B, S)
        }
        K::RequestPathChanged
        | K::PathVariableAdded
        | K::PathVariableRemoved
        | K::QueryRemoved
        | K::HeaderMediaTypeChanged
        | K::BodyRemoved
        | K::BodyAdded
        | K::BodyModeChanged
        | K::BodyMediaTypeChanged
        | K::BodyJsonKeyRemoved
        | K::BodyJsonTypeChanged
        | K::FormFieldRemoved
        | K::FormFieldTypeChanged
        | K::Awsv4ServiceChanged
        | K::Awsv4RegionChanged => (B, S, S),
        K::FolderRemoved
        | K::Awsv4CredentialVariableRenamed
        | K::VariableRemoved
        | K::VariableAddedWithoutDefault => (S, B, S),
        K::HostVariableChanged
        | K::BaseUrlDefaultChanged
        | K::AuthRemoved
        | K::AuthParameterChanged
        | K::ProtocolProfileChanged => (R, R, S),
        K::QueryAddedEnabled
        | K::QueryEnabled
        | K::QueryDisabled
        | K::HeaderAddedEnabled
        | K::HeaderRemoved
        | K::HeaderEnabled
        | K::HeaderDisabled
        | K::BodyJsonKeyAdded
        | K::BodyTextChanged
        | K::FormFieldAdded
        | K::FormFieldEnabled
        | K::FormFieldDisabled
        | K::GraphqlQueryChanged
        | K::Awsv4PlacementChanged
        | K::ExampleSuccessStatusRemoved
        | K::ExampleJsonKeyRemoved
        | K::ExampleJsonTypeChanged => (R, S, S),
        K::RequestRenamed
        | K::RequestMoved
        | K::RequestReorderedAcrossData
        | K::FolderRenamed
        | K::PathVariableRenamed
        | K::VariableDefaultChanged
        | K::ScriptAdded
        | K::ScriptRemoved
        | K::ScriptChanged
        | K::TestNameRemoved
        | K::NextRequestTargetChanged => (S, R, S),
        K::ItemIdChanged | K::CollectionIdChanged => (S, S, R),
        K::RemovedAfterDeprecation
        | K::RequestAdded
        | K::RequestReordered
        | K::FolderAdded
        | K::PathVariableValueChanged
        | K::QueryAddedDisabled
        | K::QueryValueChanged
        | K::HeaderAddedDisabled
        | K::HeaderValueChanged
        | K::BodyJsonValueChanged
        | K::FormFieldValueChanged
        | K::AuthInheritanceChanged
        | K::UnusedVariableRemoved
        | K::VariableAdded
        | K::VariableTypeChanged
        | K::TestNameAdded
        | K::ExampleAdded
        | K::ExampleRemoved
        | K::ExampleBodyChanged
        | K::ExampleJsonKeyAdded
        | K::DescriptionChanged
        | K::NameCaseChanged
        | K::CollectionRenamed
        | K::DeprecatedMarked
        | K::FormatVersionChanged
        | K::VersionChanged
        | K::VersionNotBumped
        | K::VersionDecreased => (S, S, S),
    }
}
