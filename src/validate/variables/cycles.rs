use std::collections::HashMap;

use super::uses::used;
use crate::postman::effective::Variable;

/// The circles in which the values of `variables` refer to each other, each once, as positions in
/// the list; of several definitions of a name the last counts, as for Postman.
pub(crate) fn cycles(variables: &[Variable]) -> Vec<Vec<usize>> {
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (position, variable) in variables.iter().enumerate() {
        last.insert(&variable.name, position);
    }
    let next: Vec<Vec<usize>> = variables
        .iter()
        .map(|variable| {
            let value = variable.value.into_iter().flat_map(used);
            value
                .filter_map(|(name, _)| last.get(&*name).copied())
                .collect()
        })
        .collect();
    let mut search = Search {
        next,
        state: vec![State::New; variables.len()],
        is_found: vec![false; variables.len()],
        found: Vec::new(),
    };
    for start in 0..variables.len() {
        search.from(start);
    }
    search.found
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// On the path, at that place of it.
    Open(usize),
    Done,
}

struct Search {
    next: Vec<Vec<usize>>,
    state: Vec<State>,
    /// Of circles that share a variable one is enough, and many could share many.
    is_found: Vec<bool>,
    found: Vec<Vec<usize>>,
}

impl Search {
    /// Goes along all references from `start`, without recursion: chains can be long.
    fn from(&mut self, start: usize) {
        let mut path: Vec<usize> = Vec::new();
        let mut to_do: Vec<usize> = Vec::new();
        self.enter(start, &mut path, &mut to_do);
        while let (Some(&here), Some(tried)) = (path.last(), to_do.last_mut()) {
            let next = self.next.get(here).and_then(|all| all.get(*tried)).copied();
            *tried += 1;
            let Some(next) = next else {
                if let Some(state) = self.state.get_mut(here) {
                    *state = State::Done;
                }
                path.pop();
                to_do.pop();
                continue;
            };
            match self.state.get(next) {
                Some(State::New) => self.enter(next, &mut path, &mut to_do),
                Some(State::Open(at)) => self.close(path.get(*at..).unwrap_or_default()),
                _ => {}
            }
        }
    }

    fn close(&mut self, circle: &[usize]) {
        let is_found = |at: Option<&usize>| at.and_then(|at| self.is_found.get(*at)) == Some(&true);
        if is_found(circle.first()) || is_found(circle.last()) {
            return;
        }
        for at in circle {
            if let Some(is_found) = self.is_found.get_mut(*at) {
                *is_found = true;
            }
        }
        self.found.push(circle.to_vec());
    }

    fn enter(&mut self, at: usize, path: &mut Vec<usize>, to_do: &mut Vec<usize>) {
        match self.state.get_mut(at) {
            Some(state) if *state == State::New => *state = State::Open(path.len()),
            _ => return,
        }
        path.push(at);
        to_do.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::cycles;
    use crate::json::Document;
    use crate::postman::effective::Variable;

    fn found(values: &[(&str, &str)]) -> Vec<Vec<usize>> {
        let list: Vec<_> = values
            .iter()
            .map(|(key, value)| serde_json::json!({ "key": key, "value": value }))
            .collect();
        let text = serde_json::Value::from(list).to_string();
        let document = Document::from_text(&text).unwrap();
        cycles(&Variable::list(document.root()))
    }

    #[test]
    fn circles_are_found_once() {
        assert_eq!(
            found(&[("a", "{{b}}"), ("b", "{{c}}"), ("c", "x")]),
            [[0; 0]; 0]
        );
        assert_eq!(found(&[("a", "{{a}}")]), [[0]]);
        assert_eq!(
            found(&[
                ("z", "{{a}}"),
                ("a", "{{b}}/{{c}}"),
                ("b", "1"),
                ("c", "{{a}}")
            ]),
            [[1, 3]]
        );
    }

    #[test]
    fn a_long_chain_is_no_problem() {
        let names: Vec<(String, String)> = (0..50_000)
            .map(|number| (format!("v{number}"), format!("{{{{v{}}}}}", number + 1)))
            .collect();
        let values: Vec<_> = names
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert!(found(&values).is_empty());
    }
}
