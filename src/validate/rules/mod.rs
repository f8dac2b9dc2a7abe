//! The rules, one file each, in the order of `explain`.

mod auth_credential_missing;
mod auth_manual_header;
mod auth_missing;
mod auth_null_not_inherit;
mod auth_parameter_unknown;
mod auth_params_missing;
mod auth_repeated;
mod auth_token_prefix;
mod auth_type_unknown;
mod awsv4_credential_literal;
mod awsv4_empty_key;
mod awsv4_formdata;
mod awsv4_key_name;
mod awsv4_manual_header;
mod awsv4_plus_in_query;
mod awsv4_pre_encoded_path;
mod awsv4_query_body;
mod awsv4_query_flag_text;
mod awsv4_region_service_missing;
mod awsv4_repeated_header;
mod body_json_invalid;
mod body_mode_empty;
mod body_mode_payload_mismatch;
mod body_on_patch_missing;
mod body_sent_as_text;
mod catalogue_body_field_unknown;
mod catalogue_endpoint_missing;
mod catalogue_endpoint_unknown;
mod catalogue_filter_unknown;
mod catalogue_key_wrong;
mod catalogue_method_unknown;
mod content_type_mismatch;
mod doc_broken_internal_link;
mod doc_collection_description;
mod doc_folder_description;
mod doc_param_description;
mod doc_placeholder_value;
mod doc_request_description;
mod double_slash_in_path;
mod duplicate_id;
mod duplicate_method_path;
mod duplicate_request_name;
mod empty_collection;
mod empty_folder;
mod env_flag_mixup;
mod env_missing_keys;
mod environment_name_missing;
mod environment_values_invalid;
mod event_listen_unknown;
mod example_json_invalid;
mod example_missing;
mod example_no_401;
mod example_no_404;
mod example_no_success;
mod example_stale;
mod example_status_missing;
mod file_src_absolute;
mod file_src_missing;
mod format_v2_0_upgrade;
mod format_version_supported;
mod get_body_pruned;
mod header_duplicate;
mod header_invalid;
mod header_system_managed;
mod header_value_blanks;
mod item_name_missing;
mod item_request_or_folder;
mod json_bom_or_encoding;
mod json_duplicate_key;
mod json_syntax;
mod method_nonstandard;
mod name_ends_in_copy;
mod name_not_portable;
mod nesting_too_deep;
mod not_formatted;
mod path_custom_verb_colon;
mod path_segment_with_query;
mod path_segment_with_slash;
mod path_variable_empty;
mod path_variable_mid_segment;
mod path_variable_undefined;
mod path_variable_unused;
mod ppb_misplaced;
mod ppb_unknown_key;
mod query_duplicate_key;
mod query_null_or_empty_key;
mod schema_conformance;
mod schema_url_host;
mod schema_url_known;
#[cfg(feature = "javascript")]
mod script_debug_output;
#[cfg(feature = "javascript")]
mod script_deprecated_api;
#[cfg(feature = "javascript")]
mod script_expect_incomplete;
#[cfg(feature = "javascript")]
mod script_next_request_unknown;
#[cfg(feature = "javascript")]
mod script_response_unavailable;
#[cfg(feature = "javascript")]
mod script_syntax;
#[cfg(feature = "javascript")]
mod script_variable_literal;
mod secret_detected;
mod strict_ssl_disabled;
mod unknown_property;
mod url_curly_path_param;
mod url_hardcoded_host;
mod url_insecure_http;
mod url_invisible_character;
mod url_missing;
mod url_port_twice;
mod url_raw_mismatch;
mod url_unsendable;
mod variable_case_mismatch;
mod variable_cycle;
mod variable_disabled_used;
mod variable_duplicate;
mod variable_dynamic_unknown;
mod variable_folder_scope;
mod variable_host_empty;
mod variable_name_missing;
mod variable_secret_value;
mod variable_type_unknown;
mod variable_undefined;
mod variable_unused;
mod variable_vault;
mod variable_whitespace;
mod volatile_field;

use super::rule::Rule;

pub(super) use catalogue_body_field_unknown::CATALOGUE_BODY_FIELD_UNKNOWN;
pub(super) use catalogue_filter_unknown::CATALOGUE_FILTER_UNKNOWN;
pub(super) use json_syntax::JSON_SYNTAX;
/// Every rule.
pub const RULES: &[&Rule] = &[
    // Structure
    &JSON_SYNTAX,
    &json_duplicate_key::JSON_DUPLICATE_KEY,
    &json_bom_or_encoding::JSON_BOM_OR_ENCODING,
    &schema_conformance::SCHEMA_CONFORMANCE,
    &format_version_supported::FORMAT_VERSION_SUPPORTED,
    &format_v2_0_upgrade::FORMAT_V2_0_UPGRADE,
    &schema_url_known::SCHEMA_URL_KNOWN,
    &schema_url_host::SCHEMA_URL_HOST,
    &item_request_or_folder::ITEM_REQUEST_OR_FOLDER,
    &item_name_missing::ITEM_NAME_MISSING,
    &empty_folder::EMPTY_FOLDER,
    &empty_collection::EMPTY_COLLECTION,
    &nesting_too_deep::NESTING_TOO_DEEP,
    &unknown_property::UNKNOWN_PROPERTY,
    &volatile_field::VOLATILE_FIELD,
    &duplicate_id::DUPLICATE_ID,
    &duplicate_request_name::DUPLICATE_REQUEST_NAME,
    &duplicate_method_path::DUPLICATE_METHOD_PATH,
    &name_ends_in_copy::NAME_ENDS_IN_COPY,
    &name_not_portable::NAME_NOT_PORTABLE,
    &not_formatted::NOT_FORMATTED,
    // Request and URL
    &url_missing::URL_MISSING,
    &url_unsendable::URL_UNSENDABLE,
    &url_port_twice::URL_PORT_TWICE,
    &url_invisible_character::URL_INVISIBLE_CHARACTER,
    &url_raw_mismatch::URL_RAW_MISMATCH,
    &url_hardcoded_host::URL_HARDCODED_HOST,
    &url_insecure_http::URL_INSECURE_HTTP,
    &url_curly_path_param::URL_CURLY_PATH_PARAM,
    &path_segment_with_query::PATH_SEGMENT_WITH_QUERY,
    &path_segment_with_slash::PATH_SEGMENT_WITH_SLASH,
    &path_variable_undefined::PATH_VARIABLE_UNDEFINED,
    &path_variable_unused::PATH_VARIABLE_UNUSED,
    &path_variable_empty::PATH_VARIABLE_EMPTY,
    &path_variable_mid_segment::PATH_VARIABLE_MID_SEGMENT,
    &path_custom_verb_colon::PATH_CUSTOM_VERB_COLON,
    &double_slash_in_path::DOUBLE_SLASH_IN_PATH,
    &query_duplicate_key::QUERY_DUPLICATE_KEY,
    &query_null_or_empty_key::QUERY_NULL_OR_EMPTY_KEY,
    &method_nonstandard::METHOD_NONSTANDARD,
    &get_body_pruned::GET_BODY_PRUNED,
    &body_mode_empty::BODY_MODE_EMPTY,
    &body_mode_payload_mismatch::BODY_MODE_PAYLOAD_MISMATCH,
    &body_json_invalid::BODY_JSON_INVALID,
    &content_type_mismatch::CONTENT_TYPE_MISMATCH,
    &body_sent_as_text::BODY_SENT_AS_TEXT,
    &header_duplicate::HEADER_DUPLICATE,
    &header_invalid::HEADER_INVALID,
    &header_value_blanks::HEADER_VALUE_BLANKS,
    &header_system_managed::HEADER_SYSTEM_MANAGED,
    &file_src_absolute::FILE_SRC_ABSOLUTE,
    &file_src_missing::FILE_SRC_MISSING,
    &body_on_patch_missing::BODY_ON_PATCH_MISSING,
    &ppb_misplaced::PPB_MISPLACED,
    &ppb_unknown_key::PPB_UNKNOWN_KEY,
    &strict_ssl_disabled::STRICT_SSL_DISABLED,
    // Variables
    &variable_undefined::VARIABLE_UNDEFINED,
    &variable_whitespace::VARIABLE_WHITESPACE,
    &variable_case_mismatch::VARIABLE_CASE_MISMATCH,
    &variable_duplicate::VARIABLE_DUPLICATE,
    &variable_unused::VARIABLE_UNUSED,
    &variable_cycle::VARIABLE_CYCLE,
    &variable_folder_scope::VARIABLE_FOLDER_SCOPE,
    &variable_dynamic_unknown::VARIABLE_DYNAMIC_UNKNOWN,
    &variable_vault::VARIABLE_VAULT,
    &variable_disabled_used::VARIABLE_DISABLED_USED,
    &variable_host_empty::VARIABLE_HOST_EMPTY,
    &variable_type_unknown::VARIABLE_TYPE_UNKNOWN,
    &env_flag_mixup::ENV_FLAG_MIXUP,
    &env_missing_keys::ENV_MISSING_KEYS,
    &variable_name_missing::VARIABLE_NAME_MISSING,
    &environment_values_invalid::ENVIRONMENT_VALUES_INVALID,
    &environment_name_missing::ENVIRONMENT_NAME_MISSING,
    // Auth
    &auth_type_unknown::AUTH_TYPE_UNKNOWN,
    &auth_params_missing::AUTH_PARAMS_MISSING,
    &auth_credential_missing::AUTH_CREDENTIAL_MISSING,
    &auth_parameter_unknown::AUTH_PARAMETER_UNKNOWN,
    &auth_token_prefix::AUTH_TOKEN_PREFIX,
    &auth_manual_header::AUTH_MANUAL_HEADER,
    &auth_null_not_inherit::AUTH_NULL_NOT_INHERIT,
    &auth_repeated::AUTH_REPEATED,
    &auth_missing::AUTH_MISSING,
    &awsv4_key_name::AWSV4_KEY_NAME,
    &awsv4_credential_literal::AWSV4_CREDENTIAL_LITERAL,
    &awsv4_region_service_missing::AWSV4_REGION_SERVICE_MISSING,
    &awsv4_manual_header::AWSV4_MANUAL_HEADER,
    &awsv4_formdata::AWSV4_FORMDATA,
    &awsv4_pre_encoded_path::AWSV4_PRE_ENCODED_PATH,
    &awsv4_plus_in_query::AWSV4_PLUS_IN_QUERY,
    &awsv4_query_flag_text::AWSV4_QUERY_FLAG_TEXT,
    &awsv4_query_body::AWSV4_QUERY_BODY,
    &awsv4_repeated_header::AWSV4_REPEATED_HEADER,
    &awsv4_empty_key::AWSV4_EMPTY_KEY,
    // Secrets
    &secret_detected::SECRET_DETECTED,
    &variable_secret_value::VARIABLE_SECRET_VALUE,
    // Scripts
    #[cfg(feature = "javascript")]
    &script_syntax::SCRIPT_SYNTAX,
    #[cfg(feature = "javascript")]
    &script_expect_incomplete::SCRIPT_EXPECT_INCOMPLETE,
    #[cfg(feature = "javascript")]
    &script_variable_literal::SCRIPT_VARIABLE_LITERAL,
    #[cfg(feature = "javascript")]
    &script_deprecated_api::SCRIPT_DEPRECATED_API,
    #[cfg(feature = "javascript")]
    &script_next_request_unknown::SCRIPT_NEXT_REQUEST_UNKNOWN,
    #[cfg(feature = "javascript")]
    &script_response_unavailable::SCRIPT_RESPONSE_UNAVAILABLE,
    #[cfg(feature = "javascript")]
    &script_debug_output::SCRIPT_DEBUG_OUTPUT,
    &event_listen_unknown::EVENT_LISTEN_UNKNOWN,
    // Examples
    &example_missing::EXAMPLE_MISSING,
    &example_status_missing::EXAMPLE_STATUS_MISSING,
    &example_no_success::EXAMPLE_NO_SUCCESS,
    &example_no_401::EXAMPLE_NO_401,
    &example_no_404::EXAMPLE_NO_404,
    &example_json_invalid::EXAMPLE_JSON_INVALID,
    &example_stale::EXAMPLE_STALE,
    // Documentation
    &doc_collection_description::DOC_COLLECTION_DESCRIPTION,
    &doc_folder_description::DOC_FOLDER_DESCRIPTION,
    &doc_request_description::DOC_REQUEST_DESCRIPTION,
    &doc_param_description::DOC_PARAM_DESCRIPTION,
    &doc_placeholder_value::DOC_PLACEHOLDER_VALUE,
    &doc_broken_internal_link::DOC_BROKEN_INTERNAL_LINK,
    // Catalogue
    &catalogue_endpoint_missing::CATALOGUE_ENDPOINT_MISSING,
    &catalogue_endpoint_unknown::CATALOGUE_ENDPOINT_UNKNOWN,
    &catalogue_method_unknown::CATALOGUE_METHOD_UNKNOWN,
    &CATALOGUE_FILTER_UNKNOWN,
    &CATALOGUE_BODY_FIELD_UNKNOWN,
    &catalogue_key_wrong::CATALOGUE_KEY_WRONG,
];
