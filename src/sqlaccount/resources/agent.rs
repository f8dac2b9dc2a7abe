use super::base::MASTER;
use crate::catalogue::ResourceEntry;
use crate::sqlaccount::groups::CODE_AND_DESCRIPTION;

/// `/agent`.
pub(super) const RESOURCE: ResourceEntry = ResourceEntry {
    path: "agent",
    title: "Agent",
    plural: "Agents",
    module: "Maintenance",
    fields: &[CODE_AND_DESCRIPTION],
    required: &["code", "description"],
    examples: include_str!("../examples/agent.json"),
    ..MASTER
};
