use std::fmt;

// Each kind is spelled once: variant, stable name, words.
macro_rules! kinds {
    ($($variant:ident $id:literal $doc:literal,)+) => {
        /// What has changed: the facts that a comparison can state.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ChangeKind {
            $(#[doc = $doc] $variant,)+
        }

        impl ChangeKind {
            /// Every kind, in the order in which changes of one request are shown.
            pub const ALL: &'static [ChangeKind] = &[$(ChangeKind::$variant,)+];

            /// Its stable name.
            pub fn id(self) -> &'static str {
                match self { $(ChangeKind::$variant => $id,)+ }
            }

            /// What it says, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(ChangeKind::$variant => $doc,)+ }
            }
        }
    };
}

kinds! {
    RequestRemoved "request-removed" "request removed",
    RemovedAfterDeprecation "removed-after-deprecation" "deprecated request removed",
    RequestAdded "request-added" "request added",
    RequestMethodChanged "request-method-changed" "method changed",
    RequestPathChanged "request-path-changed" "path changed",
    RequestRenamed "request-renamed" "request renamed",
    RequestMoved "request-moved" "request moved to another folder",
    RequestReordered "request-reordered" "requests reordered",
    RequestReorderedAcrossData "request-reordered-across-data" "request now runs before the one that sets its variable",
    FolderRemoved "folder-removed" "folder removed",
    FolderRenamed "folder-renamed" "folder renamed",
    FolderAdded "folder-added" "folder added",
    HostVariableChanged "host-variable-changed" "host changed",
    BaseUrlDefaultChanged "base-url-default-changed" "default of the base URL changed",
    PathVariableAdded "path-variable-added" "path variable added",
    PathVariableRemoved "path-variable-removed" "path variable removed",
    PathVariableRenamed "path-variable-renamed" "path variable renamed",
    PathVariableValueChanged "path-variable-value-changed" "value of a path variable changed",
    QueryAddedEnabled "query-added-enabled" "query parameter added",
    QueryAddedDisabled "query-added-disabled" "optional query parameter added",
    QueryRemoved "query-removed" "query parameter removed",
    QueryEnabled "query-enabled" "query parameter enabled",
    QueryDisabled "query-disabled" "query parameter disabled",
    QueryValueChanged "query-value-changed" "value of a query parameter changed",
    HeaderAddedEnabled "header-added-enabled" "header added",
    HeaderAddedDisabled "header-added-disabled" "optional header added",
    HeaderRemoved "header-removed" "header removed",
    HeaderEnabled "header-enabled" "header enabled",
    HeaderDisabled "header-disabled" "header disabled",
    HeaderMediaTypeChanged "header-media-type-changed" "media type of a header changed",
    HeaderValueChanged "header-value-changed" "value of a header changed",
    BodyRemoved "body-removed" "body removed",
    BodyAdded "body-added" "body added",
    BodyModeChanged "body-mode-changed" "body mode changed",
    BodyMediaTypeChanged "body-media-type-changed" "language of the body changed",
    BodyJsonKeyAdded "body-json-key-added" "body field added",
    BodyJsonKeyRemoved "body-json-key-removed" "body field removed",
    BodyJsonTypeChanged "body-json-key-type-changed" "type of a body field changed",
    BodyJsonValueChanged "body-json-key-value-changed" "value of a body field changed",
    BodyTextChanged "body-text-changed" "text of the body changed",
    FormFieldAdded "form-field-added" "form field added",
    FormFieldRemoved "form-field-removed" "form field removed",
    FormFieldTypeChanged "form-field-type-changed" "type of a form field changed",
    FormFieldValueChanged "form-field-value-changed" "value of a form field changed",
    FormFieldEnabled "form-field-enabled" "form field enabled",
    FormFieldDisabled "form-field-disabled" "form field disabled",
    GraphqlQueryChanged "graphql-query-changed" "GraphQL query changed",
    AuthTypeChanged "auth-type-changed" "auth type changed",
    AuthAdded "auth-added" "auth added",
    AuthRemoved "auth-removed" "auth removed",
    Awsv4ServiceChanged "awsv4-service-changed" "AWS service name changed",
    Awsv4RegionChanged "awsv4-region-changed" "AWS region changed",
    Awsv4PlacementChanged "awsv4-placement-changed" "placement of the AWS signature changed",
    Awsv4CredentialVariableRenamed "awsv4-credential-variable-renamed" "variable of an AWS key renamed",
    AuthParameterChanged "auth-parameter-changed" "auth attribute changed",
    AuthInheritanceChanged "auth-inheritance-changed" "same auth, inherited from elsewhere",
    VariableRemoved "variable-removed" "used variable removed",
    UnusedVariableRemoved "unused-variable-removed" "unused variable removed",
    VariableAddedWithoutDefault "variable-added-without-default" "used variable added without a default",
    VariableAdded "variable-added" "variable added",
    VariableDefaultChanged "variable-default-changed" "default of a variable changed",
    VariableTypeChanged "variable-type-changed" "type of a variable changed",
    ScriptAdded "script-added" "script added",
    ScriptRemoved "script-removed" "script removed",
    ScriptChanged "script-changed" "script changed",
    TestNameRemoved "test-name-removed" "test removed",
    TestNameAdded "test-name-added" "test added",
    NextRequestTargetChanged "next-request-target-changed" "target of setNextRequest changed",
    ProtocolProfileChanged "protocol-profile-changed" "protocol setting changed",
    ExampleAdded "example-added" "example added",
    ExampleRemoved "example-removed" "example removed",
    ExampleBodyChanged "example-body-changed" "response of an example changed",
    ExampleSuccessStatusRemoved "example-success-status-removed" "last example of a success status removed",
    ExampleJsonKeyAdded "example-json-key-added" "response field added",
    ExampleJsonKeyRemoved "example-json-key-removed" "response field removed",
    ExampleJsonTypeChanged "example-json-key-type-changed" "type of a response field changed",
    DescriptionChanged "description-changed" "description changed",
    NameCaseChanged "name-case-changed" "case or spaces of a name changed",
    CollectionRenamed "collection-renamed" "collection renamed",
    DeprecatedMarked "deprecated-marked" "marked deprecated",
    ItemIdChanged "item-id-changed" "ids of items changed",
    CollectionIdChanged "collection-id-changed" "id of the collection changed",
    FormatVersionChanged "format-version-changed" "format version changed",
    VersionChanged "version-changed" "version raised",
    VersionNotBumped "version-not-bumped" "breaking change without a new version",
    VersionDecreased "version-decreased" "version lowered",
}

impl ChangeKind {
    /// Whether a change of this kind, where it is not in an example or in what is disabled, changes
    /// what is sent.
    pub(super) fn is_sent(self) -> bool {
        use ChangeKind as K;
        matches!(
            self,
            K::RequestRemoved
                | K::RemovedAfterDeprecation
                | K::RequestAdded
                | K::RequestMethodChanged
                | K::RequestPathChanged
                | K::HostVariableChanged
                | K::PathVariableAdded
                | K::PathVariableRemoved
                | K::PathVariableRenamed
                | K::PathVariableValueChanged
                | K::QueryAddedEnabled
                | K::QueryRemoved
                | K::QueryEnabled
                | K::QueryDisabled
                | K::QueryValueChanged
                | K::HeaderAddedEnabled
                | K::HeaderRemoved
                | K::HeaderEnabled
                | K::HeaderDisabled
                | K::HeaderMediaTypeChanged
                | K::HeaderValueChanged
                | K::BodyRemoved
                | K::BodyAdded
                | K::BodyModeChanged
                | K::BodyMediaTypeChanged
                | K::BodyJsonKeyAdded
                | K::BodyJsonKeyRemoved
                | K::BodyJsonTypeChanged
                | K::BodyJsonValueChanged
                | K::BodyTextChanged
                | K::FormFieldAdded
                | K::FormFieldRemoved
                | K::FormFieldTypeChanged
                | K::FormFieldValueChanged
                | K::FormFieldEnabled
                | K::FormFieldDisabled
                | K::GraphqlQueryChanged
                | K::AuthTypeChanged
                | K::AuthAdded
                | K::AuthRemoved
                | K::Awsv4ServiceChanged
                | K::Awsv4RegionChanged
                | K::Awsv4PlacementChanged
                | K::Awsv4CredentialVariableRenamed
                | K::AuthParameterChanged
                | K::ProtocolProfileChanged
        )
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
