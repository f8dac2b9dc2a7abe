//! What is derived from the catalogue once, when the service starts.

use std::collections::HashMap;

use super::layout::RecordLayout;
use crate::catalogue::{
    Catalogue, Derivation, Field, FieldOwner, FieldType, Formula, Key, Operand, Resource,
    ResourceKind, Stock,
};

/// A resource and everything that follows from it and from the rules.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) resource: Resource,
    pub(crate) layout: RecordLayout,
    pub(crate) derivations: Vec<DerivationStep>,
    pub(crate) references: Vec<Reference>,
    pub(crate) sql: super::sql::Sql,
    /// How its records move stock, if they do.
    pub(crate) stock: Option<Stock>,
    /// The field by whose text other records refer to its records.
    pub(crate) code: &'static str,
    /// The prefix of its documents' numbers.
    pub(crate) prefix: Option<&'static str>,
}

/// A derivation that applies to the record, or to the rows of one array.
#[derive(Debug)]
pub(crate) struct DerivationStep {
    pub(crate) field: Field,
    pub(crate) array: Option<&'static str>,
    pub(crate) formula: Formula,
    /// Whether it is computed even if it is sent.
    pub(crate) fixed: bool,
    /// The resource that a look-up looks into.
    pub(crate) target: Option<&'static str>,
}

/// A field that must name a record of another resource.
#[derive(Debug)]
pub(crate) struct Reference {
    /// The array whose rows have it; `None` for the record itself.
    pub(crate) array: Option<&'static str>,
    pub(crate) field: Field,
    pub(crate) target: &'static str,
}

/// The plans of all resources that have records, by path.
pub(crate) fn plans(catalogue: &Catalogue) -> HashMap<&'static str, Plan> {
    let kept = |resource: &&Resource| {
        resource.fields().next().is_some() && resource.kind != ResourceKind::Report
    };
    let layouts: HashMap<_, _> = catalogue
        .resources
        .iter()
        .filter(kept)
        .map(|resource| (resource.path, RecordLayout::of(resource)))
        .collect();
    let plan = |resource: &Resource| Plan {
        layout: RecordLayout::of(resource),
        derivations: steps(catalogue, resource, &layouts),
        references: references(catalogue, resource, &layouts),
        sql: super::sql::Sql::of(resource, &catalogue.rules),
        stock: stock(catalogue, resource),
        code: catalogue.rules.code,
        prefix: catalogue.rules.numbering.prefix(resource.path),
        resource: resource.clone(),
    };
    let resources = catalogue.resources.iter().filter(kept);
    resources
        .map(|resource| (resource.path, plan(resource)))
        .collect()
}

fn stock(catalogue: &Catalogue, resource: &Resource) -> Option<Stock> {
    let mut movements = catalogue.stock.movements.iter();
    let moves = movements.any(|movement| movement.resource == resource.path);
    moves.then_some(catalogue.stock)
}

impl Plan {
    /// The number of the key of its records, in its column `key` and in the path.
    pub(crate) fn has_number_key(&self) -> bool {
        self.resource.key.is_some_and(Key::is_number)
    }
}

fn steps(
    catalogue: &Catalogue,
    resource: &Resource,
    layouts: &HashMap<&'static str, RecordLayout>,
) -> Vec<DerivationStep> {
    let Some(record) = layouts.get(resource.path) else {
        return Vec::new();
    };
    let mut steps: Vec<DerivationStep> = Vec::new();
    // Of several derivations for one field the first with all its operands applies.
    let mut add = |step: Option<DerivationStep>| {
        let Some(step) = step else { return };
        let same =
            |one: &DerivationStep| one.array == step.array && one.field.name == step.field.name;
        if !steps.iter().any(same) {
            steps.push(step);
        }
    };
    for derivation in catalogue.rules.derivations {
        let is_for = |name| derivation.only.is_empty() || derivation.only.contains(&name);
        match derivation.owner {
            FieldOwner::Record if is_for(resource.path) => {
                add(step(derivation, record, record, None, layouts));
            }
            FieldOwner::Record => {}
            FieldOwner::Row => {
                for array in record.arrays.iter().filter(|array| is_for(array.name)) {
                    add(step(
                        derivation,
                        &array.layout,
                        record,
                        Some(array.name),
                        layouts,
                    ));
                }
            }
        }
    }
    steps
}

/// The derivation for fields of `own`, if all that it comes from is there.
fn step(
    derivation: &Derivation,
    own: &RecordLayout,
    record: &RecordLayout,
    array: Option<&'static str>,
    layouts: &HashMap<&'static str, RecordLayout>,
) -> Option<DerivationStep> {
    let field = own.field(derivation.field)?.clone();
    let operand = |operand: &Operand| match operand {
        Operand::Own(name) => own.field(name),
        Operand::Record(name) => record.field(name),
    };
    if !derivation
        .formula
        .operands()
        .iter()
        .all(|one| operand(one).is_some())
    {
        return None;
    }
    if let Some((detail, column)) = derivation.formula.column() {
        record.array(detail)?.layout.field(column)?;
    }
    let target = match &derivation.formula {
        Formula::Looked { by, .. }
        | Formula::LookedRow { by, .. }
        | Formula::MatchedRow { by, .. }
        | Formula::Rate { by, .. }
        | Formula::DaysAfter { by, .. } => {
            let target = operand(by)?.refers_to?;
            let layout = layouts.get(target)?;
            match derivation.formula {
                Formula::LookedRow { detail, column, .. }
                | Formula::MatchedRow { detail, column, .. } => {
                    layout.array(detail)?.layout.field(column)?;
                }
                Formula::Looked { field, .. }
                | Formula::Rate { field, .. }
                | Formula::DaysAfter { days: field, .. } => {
                    layout.field(field)?;
                }
                _ => {}
            }
            Some(target)
        }
        _ => None,
    };
    Some(DerivationStep {
        field,
        array,
        formula: derivation.formula,
        fixed: derivation.fixed,
        target,
    })
}

fn references(
    catalogue: &Catalogue,
    resource: &Resource,
    layouts: &HashMap<&'static str, RecordLayout>,
) -> Vec<Reference> {
    let Some(record) = layouts.get(resource.path) else {
        return Vec::new();
    };
    let of = |layout: &RecordLayout, array| -> Vec<Reference> {
        let named = layout.fields.iter().filter_map(|field| {
            let target = field
                .refers_to
                .filter(|target| layouts.contains_key(target))?;
            let is_named = match field.kind {
                FieldType::Integer => true,
                FieldType::Text(_) => layouts.get(target)?.field(catalogue.rules.code).is_some(),
                _ => false,
            };
            is_named.then(|| Reference {
                array,
                field: field.clone(),
                target,
            })
        });
        named.collect()
    };
    let mut all = of(record, None);
    for array in &record.arrays {
        all.extend(of(&array.layout, Some(array.name)));
    }
    all
}
