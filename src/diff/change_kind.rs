use std::fmt;

use super::Impact;

// Each kind is spelled once.
macro_rules! kinds {
    ($($variant:ident $id:literal $sent:ident ($wire:ident, $run:ident, $fork:ident) $title:literal,)+) => {
        /// What has changed: the facts that a comparison can state.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ChangeKind {
            $(#[doc = $title] $variant,)+
        }

        impl ChangeKind {
            /// Every kind, in the order in which changes of one request are shown.
            pub const ALL: &'static [ChangeKind] = &[$(ChangeKind::$variant,)+];

            /// Its stable name.
            pub fn id(self) -> &'static str {
                match self { $(ChangeKind::$variant => $id,)+ }
            }

            /// Its description, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(ChangeKind::$variant => $title,)+ }
            }

            /// Its impact on those who rely on wire, run and fork, unless configured otherwise.
            pub(super) fn impacts(self) -> (Impact, Impact, Impact) {
                use Impact::{Breaking as B, Risky as R, Safe as S};
                match self { $(ChangeKind::$variant => ($wire, $run, $fork),)+ }
            }

            /// Whether a change of this kind, where it is not in an example or in what is disabled,
            /// changes what is sent.
            pub(super) fn is_sent(self) -> bool {
                match self { $(ChangeKind::$variant => kinds!($sent),)+ }
            }
        }
    };
    (sent) => { true };
    (unsent) => { false };
}

// Kind, stable name, whether it changes what is sent, what it does to those who rely on wire, run and
// fork (B breaking, R risky, S safe), and what it says.
kinds! {
    CollectionAdded "collection-added" unsent (S, S, S) "collection added",
    CollectionRemoved "collection-removed" unsent (B, B, S) "collection removed",
    RequestRemoved "request-removed" sent (B, B, S) "request removed",
    RemovedAfterDeprecation "removed-after-deprecation" sent (S, S, S) "deprecated request removed",
    RequestAdded "request-added" sent (S, S, S) "request added",
    RequestMethodChanged "request-method-changed" sent (B, B, S) "method changed",
    RequestPathChanged "request-path-changed" sent (B, S, S) "path changed",
    RequestRenamed "request-renamed" unsent (S, R, S) "request renamed",
    RequestMoved "request-moved" unsent (S, R, S) "request moved to another folder",
    RequestReordered "request-reordered" unsent (S, S, S) "requests reordered",
    RequestReorderedAcrossData "request-reordered-across-data" unsent (S, R, S) "request now runs before the one that sets its variable",
    FolderRemoved "folder-removed" unsent (S, B, S) "folder removed",
    FolderDissolved "folder-dissolved" unsent (S, R, S) "folder dissolved into others",
    FolderRenamed "folder-renamed" unsent (S, R, S) "folder renamed",
    FolderMoved "folder-moved" unsent (S, R, S) "folder moved",
    FolderAdded "folder-added" unsent (S, S, S) "folder added",
    HostVariableChanged "host-variable-changed" sent (R, R, S) "host changed",
    HostVariableIntroduced "host-variable-introduced" sent (S, S, S) "host is now a variable with that value",
    BaseUrlDefaultChanged "base-url-default-changed" unsent (R, R, S) "default of the base URL changed",
    PathVariableAdded "path-variable-added" sent (B, S, S) "path variable added",
    PathVariableRemoved "path-variable-removed" sent (B, S, S) "path variable removed",
    PathVariableRenamed "path-variable-renamed" sent (S, R, S) "path variable renamed",
    PathVariableValueChanged "path-variable-value-changed" sent (S, S, S) "value of a path variable changed",
    PathVariableEmptied "path-variable-emptied" sent (R, B, S) "path variable has lost its value",
    QueryAddedEnabled "query-added-enabled" sent (R, S, S) "query parameter added",
    QueryAddedDisabled "query-added-disabled" unsent (S, S, S) "optional query parameter added",
    QueryRemoved "query-removed" sent (B, S, S) "query parameter removed",
    QueryRemovedDisabled "query-removed-disabled" unsent (R, S, S) "optional query parameter removed",
    QueryEnabled "query-enabled" sent (R, S, S) "query parameter enabled",
    QueryDisabled "query-disabled" sent (R, S, S) "query parameter disabled",
    QueryValueChanged "query-value-changed" sent (S, S, S) "value of a query parameter changed",
    HeaderAddedEnabled "header-added-enabled" sent (R, S, S) "header added",
    HeaderAddedDisabled "header-added-disabled" unsent (S, S, S) "optional header added",
    HeaderRemoved "header-removed" sent (R, S, S) "header removed",
    HeaderRemovedDisabled "header-removed-disabled" unsent (S, S, S) "optional header removed",
    HeaderEnabled "header-enabled" sent (R, S, S) "header enabled",
    HeaderDisabled "header-disabled" sent (R, S, S) "header disabled",
    HeaderMediaTypeChanged "header-media-type-changed" sent (B, S, S) "media type of a header changed",
    HeaderDefaultWritten "header-default-written" sent (S, S, S) "header that is sent anyway, written or left out",
    HeaderValueChanged "header-value-changed" sent (S, S, S) "value of a header changed",
    BodyRemoved "body-removed" sent (B, S, S) "body removed",
    BodyAdded "body-added" sent (B, S, S) "body added",
    BodyModeChanged "body-mode-changed" sent (B, S, S) "body mode changed",
    BodyMediaTypeChanged "body-media-type-changed" sent (B, S, S) "language of the body changed",
    BodyJsonKeyAdded "body-json-key-added" sent (R, S, S) "body field added",
    BodyJsonKeyRemoved "body-json-key-removed" sent (B, S, S) "body field removed",
    BodyJsonTypeChanged "body-json-key-type-changed" sent (B, S, S) "type of a body field changed",
    BodyJsonValueChanged "body-json-key-value-changed" sent (S, S, S) "value of a body field changed",
    BodyJsonListReordered "body-json-list-reordered" sent (S, S, S) "order of a list in the body changed",
    BodyTextChanged "body-text-changed" sent (R, S, S) "text of the body changed",
    FormFieldAdded "form-field-added" sent (R, S, S) "form field added",
    FormFieldAddedDisabled "form-field-added-disabled" unsent (S, S, S) "optional form field added",
    FormFieldRemoved "form-field-removed" sent (B, S, S) "form field removed",
    FormFieldRemovedDisabled "form-field-removed-disabled" unsent (R, S, S) "optional form field removed",
    FormFieldTypeChanged "form-field-type-changed" sent (B, S, S) "type of a form field changed",
    FormFieldValueChanged "form-field-value-changed" sent (S, S, S) "value of a form field changed",
    FormFieldEnabled "form-field-enabled" sent (R, S, S) "form field enabled",
    FormFieldDisabled "form-field-disabled" sent (R, S, S) "form field disabled",
    GraphqlQueryChanged "graphql-query-changed" sent (R, S, S) "GraphQL query changed",
    AuthTypeChanged "auth-type-changed" sent (B, B, S) "auth type changed",
    AuthAdded "auth-added" sent (B, B, S) "auth added",
    AuthRemoved "auth-removed" sent (R, R, S) "auth removed",
    Awsv4ServiceChanged "awsv4-service-changed" sent (B, S, S) "AWS service name changed",
    Awsv4RegionChanged "awsv4-region-changed" sent (B, S, S) "AWS region changed",
    Awsv4PlacementChanged "awsv4-placement-changed" sent (R, S, S) "placement of the AWS signature changed",
    Awsv4CredentialVariableRenamed "awsv4-credential-variable-renamed" sent (S, B, S) "variable of an AWS key renamed",
    AuthParameterChanged "auth-parameter-changed" sent (R, R, S) "auth attribute changed",
    AuthApiKeyFieldChanged "auth-api-key-field-changed" sent (B, S, S) "header or parameter of the API key changed",
    AuthUrlChanged "auth-url-changed" sent (B, B, S) "URL of OAuth changed",
    AuthInheritanceChanged "auth-inheritance-changed" unsent (S, S, S) "same auth, inherited from elsewhere",
    VariableRemoved "variable-removed" unsent (S, B, S) "used variable removed",
    UnusedVariableRemoved "unused-variable-removed" unsent (S, S, S) "unused variable removed",
    VariableRenamed "variable-renamed" unsent (S, R, S) "variable renamed",
    VariableEnabled "variable-enabled" unsent (S, R, S) "used variable enabled",
    VariableDisabled "variable-disabled" unsent (S, B, S) "used variable disabled",
    UnusedVariableToggled "unused-variable-toggled" unsent (S, S, S) "unused variable enabled or disabled",
    VariableAddedWithoutDefault "variable-added-without-default" unsent (S, B, S) "used variable added without a default",
    VariableAdded "variable-added" unsent (S, S, S) "variable added",
    VariableDefaultChanged "variable-default-changed" unsent (S, R, S) "default of a variable changed",
    VariableTypeChanged "variable-type-changed" unsent (S, S, S) "type of a variable changed",
    ScriptAdded "script-added" unsent (S, R, S) "script added",
    ScriptRemoved "script-removed" unsent (S, R, S) "script removed",
    ScriptChanged "script-changed" unsent (S, R, S) "script changed",
    ScriptCommentChanged "script-comment-changed" unsent (S, S, S) "comments of a script changed",
    TestNameRemoved "test-name-removed" unsent (S, R, S) "test removed",
    TestNameAdded "test-name-added" unsent (S, S, S) "test added",
    NextRequestTargetChanged "next-request-target-changed" unsent (S, R, S) "target of setNextRequest changed",
    ProtocolProfileChanged "protocol-profile-changed" sent (R, R, S) "protocol setting changed",
    ExampleAdded "example-added" unsent (S, S, S) "example added",
    ExampleRemoved "example-removed" unsent (S, S, S) "example removed",
    ExampleRenamed "example-renamed" unsent (S, S, S) "example renamed",
    ExampleStatusChanged "example-status-changed" unsent (R, S, S) "status of an example changed",
    ExampleHeaderChanged "example-header-changed" unsent (S, S, S) "headers of an example changed",
    ExampleBodyChanged "example-body-changed" unsent (S, S, S) "response of an example changed",
    ExampleSuccessStatusRemoved "example-success-status-removed" unsent (R, S, S) "last example of a success status removed",
    ExampleJsonKeyAdded "example-json-key-added" unsent (S, S, S) "response field added",
    ExampleJsonKeyRemoved "example-json-key-removed" unsent (R, S, S) "response field removed",
    ExampleJsonTypeChanged "example-json-key-type-changed" unsent (R, S, S) "type of a response field changed",
    DescriptionChanged "description-changed" unsent (S, S, S) "description changed",
    NameCaseChanged "name-case-changed" unsent (S, S, S) "case or spaces of a name changed",
    CollectionRenamed "collection-renamed" unsent (S, S, S) "collection renamed",
    DeprecatedMarked "deprecated-marked" unsent (S, S, S) "marked deprecated",
    ItemIdChanged "item-id-changed" unsent (S, S, R) "ids of items changed",
    CollectionIdChanged "collection-id-changed" unsent (S, S, R) "id of the collection changed",
    FormatVersionChanged "format-version-changed" unsent (S, S, S) "format version changed",
    VersionChanged "version-changed" unsent (S, S, S) "version raised",
    VersionNotBumped "version-not-bumped" unsent (S, S, S) "breaking change without a new version",
    VersionDecreased "version-decreased" unsent (S, S, S) "version lowered",
    EnvironmentRenamed "environment-renamed" unsent (S, S, S) "environment renamed",
    EnvironmentVariableRemoved "environment-variable-removed" unsent (S, B, S) "environment variable removed",
    EnvironmentVariableRemovedDisabled "environment-variable-removed-disabled" unsent (S, S, S) "disabled environment variable removed",
    EnvironmentVariableAdded "environment-variable-added" unsent (S, S, S) "environment variable added",
    EnvironmentVariableAddedDisabled "environment-variable-added-disabled" unsent (S, S, S) "disabled environment variable added",
    EnvironmentVariableRenamed "environment-variable-renamed" unsent (S, B, S) "environment variable renamed",
    EnvironmentVariableEnabled "environment-variable-enabled" unsent (S, S, S) "environment variable enabled",
    EnvironmentVariableDisabled "environment-variable-disabled" unsent (S, B, S) "environment variable disabled",
    EnvironmentVariableEmptied "environment-variable-emptied" unsent (S, B, S) "environment variable emptied",
    EnvironmentVariableFilled "environment-variable-filled" unsent (S, S, S) "empty environment variable given a value",
    EnvironmentValueChanged "environment-value-changed" unsent (S, R, S) "value of an environment variable changed",
    EnvironmentDisabledValueChanged "environment-disabled-value-changed" unsent (S, S, S) "value of a disabled environment variable changed",
    EnvironmentTypeChanged "environment-type-changed" unsent (S, S, S) "type of an environment variable changed",
    ApiCallUnknown "api-call-unknown" unsent (B, B, S) "call that the catalogue does not have",
    ApiCallUnused "api-call-unused" unsent (S, S, S) "call that only the catalogue has",
    ApiResourceUnused "api-resource-unused" unsent (S, S, S) "resource that only the catalogue has",
    ApiParameterUnknown "api-parameter-unknown" unsent (R, S, S) "query parameter that the catalogue does not have",
    ApiParameterUnused "api-parameter-unused" unsent (S, S, S) "query parameter that only the catalogue has",
    ApiFieldUnknown "api-field-unknown" unsent (R, S, S) "body field that the catalogue does not have",
    ApiFieldMissing "api-field-missing" unsent (B, S, S) "required body field that only the catalogue has",
    ApiFieldUnused "api-field-unused" unsent (S, S, S) "body field that only the catalogue has",
    ApiNameNew "api-name-new" unsent (S, S, S) "field name that a build introduced",
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
