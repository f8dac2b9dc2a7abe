use std::collections::HashMap;
use std::ops::Range;

use super::Variables;
use super::names::Disabled;
use super::typo_index::TypoIndex;
use super::uses::{Use, used};
use crate::diagnostic::Edit;
use crate::postman::dynamic;
use crate::postman::effective::is_vault;
use crate::validate::tree::Tree;

/// Why a `{{name}}` stays as it is.
#[derive(Clone, Debug)]
pub(crate) enum ProblemKind<'d> {
    /// There is space around the name; whether it would resolve without.
    Whitespace(bool),
    /// It looks like a dynamic variable, and is none.
    Dynamic,
    /// Its definition is switched off.
    Disabled(Disabled<'d>),
    /// A name that is nearly the same is defined.
    Typo(String),
    /// It is a secret of Postman Vault, which only the Postman app knows.
    Vault,
    /// Only other folders or requests define it.
    OtherFolder,
    /// Nothing defines it.
    Undefined,
}

/// A name that stays as it is, with its uses in one item.
#[derive(Clone, Debug)]
pub(crate) struct Problem<'d> {
    /// Why.
    pub kind: ProblemKind<'d>,
    /// The first use.
    pub first: Use<'d>,
    /// The other uses in the item.
    pub others: Vec<Use<'d>>,
    /// Where `raw` of the request's URL says the same as the parts, which are sent.
    echoes: Vec<Range<usize>>,
}

impl<'d> Problem<'d> {
    /// All uses.
    pub(crate) fn uses(&self) -> impl Iterator<Item = &Use<'d>> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The edits that write `token` instead, wherever the item uses the name.
    pub(crate) fn edits(&self, token: &str) -> Vec<Edit> {
        let spans = self.uses().map(|one| &one.span).chain(&self.echoes);
        let json = serde_json::Value::from(token).to_string();
        let text = json.trim_matches('"');
        let edit = |span: &Range<usize>| Edit {
            span: span.clone(),
            text: text.to_owned(),
        };
        spans.map(edit).collect()
    }

    fn can_be_fixed(&self) -> bool {
        matches!(
            self.kind,
            ProblemKind::Whitespace(true) | ProblemKind::Typo(_)
        )
    }
}

/// Groups what is unresolved, by item and name.
pub(super) fn problems<'d>(
    variables: &Variables<'d>,
    unresolved: Vec<Use<'d>>,
    tree: &Tree<'d>,
) -> Vec<Problem<'d>> {
    let typos = if unresolved.is_empty() {
        TypoIndex::default()
    } else {
        let defined = variables.names.iter().filter(|name| name.is_defined());
        TypoIndex::of(defined.map(|name| &*name.text))
    };
    let mut kinds: HashMap<u32, Option<ProblemKind>> = HashMap::new();
    let mut places: HashMap<(u32, u32), usize> = HashMap::new();
    let mut problems: Vec<Problem> = Vec::new();
    for one in unresolved {
        let kind = kinds
            .entry(one.name)
            .or_insert_with(|| kind(variables, one.name, &typos));
        let Some(kind) = kind else { continue };
        // Bodies hold templates that are for others, and those often have space there.
        if one.in_body && matches!(kind, ProblemKind::Whitespace(false)) {
            continue;
        }
        let next = problems.len();
        let at = *places.entry((one.name, one.owner)).or_insert(next);
        if let Some(problem) = problems.get_mut(at) {
            problem.others.push(one);
        } else {
            problems.push(Problem {
                kind: kind.clone(),
                first: one,
                others: Vec::new(),
                echoes: Vec::new(),
            });
        }
    }
    for problem in problems.iter_mut().filter(|one| one.can_be_fixed()) {
        problem.echoes = echoes(variables, &problem.first, tree);
    }
    problems
}

/// Where `raw` of the request that uses a name has it, beside the parts of its URL.
fn echoes<'d>(variables: &Variables<'d>, first: &Use<'d>, tree: &Tree<'d>) -> Vec<Range<usize>> {
    let raw = || {
        let entry = tree.entries().get((first.owner as usize).checked_sub(1)?)?;
        let url = entry.item.request()?.url()?;
        url.raw.filter(|_| url.has_parts())
    };
    let name = variables.name(first);
    let tokens = raw().into_iter().flat_map(used);
    tokens
        .filter_map(|(text, span)| (text == name).then_some(span))
        .collect()
}

fn kind<'d>(variables: &Variables<'d>, number: u32, typos: &TypoIndex) -> Option<ProblemKind<'d>> {
    let name = variables.names.get(number)?;
    let text = name.text.trim();
    if !is_plausible(text) {
        None
    } else if text.len() != name.text.len() {
        Some(ProblemKind::Whitespace(resolves(variables, text)))
    } else if text.starts_with('$') {
        (!dynamic::is_known(text)).then_some(ProblemKind::Dynamic)
    } else if let Some(disabled) = &name.disabled {
        Some(ProblemKind::Disabled(disabled.clone()))
    } else if is_vault(text) {
        Some(ProblemKind::Vault)
    } else if variables.sets_any {
        None
    } else if !name.values.is_empty() {
        Some(ProblemKind::OtherFolder)
    } else if let Some(suggestion) = typos.find(text) {
        Some(ProblemKind::Typo(suggestion.to_owned()))
    } else {
        // What only a template has, and no script knows, is a field of whoever fills it.
        (name.is_plain || name.is_mentioned).then_some(ProblemKind::Undefined)
    }
}

fn resolves(variables: &Variables, text: &str) -> bool {
    let number = variables.names.find(text);
    let name = number.and_then(|number| variables.names.get(number));
    dynamic::is_known(text) || name.is_some_and(|name| name.is_defined() || !name.values.is_empty())
}

/// Whether a name is a variable's: bodies also hold other template languages, whose tags have signs
/// that nobody puts into the name of a variable.
fn is_plausible(text: &str) -> bool {
    let is_odd = |c: char| c.is_control() || "\"'`()[]|#<>=,;&^%*!?\\".contains(c);
    !text.is_empty() && !text.starts_with('/') && !text.contains(is_odd)
}
