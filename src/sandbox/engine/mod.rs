//! What the service does with a request once it knows who sent it.

mod answer;
mod balance;
mod body;
mod call;
mod derive;
mod filter;
mod key;
mod links;
mod numbers;
mod paper;
mod postings;
mod read;
mod received;
mod references;
mod refusal;
mod seeding;
mod state;
mod work;
mod write;

use std::sync::Arc;

use serde_json::Value;

pub use answer::Answer;
pub use call::Call;
pub use refusal::{ErrorShape, Refusal};
pub use seeding::Seeding;
pub use state::EngineOptions;

use crate::catalogue::{Catalogue, Method, Records};
use crate::sandbox::database::{Connection, Database, DatabaseError};
use crate::sandbox::records::{Plan, movement, plans, stored, tables};
use filter::Fields;
use state::State;
use work::Work;

/// The records of a catalogue and the rules that they are under. A copy is the same engine.
#[derive(Clone, Debug)]
pub struct Engine(Arc<State>);

impl Engine {
    /// Makes the tables that are not there yet. Blocks.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be made.
    pub fn open(
        catalogue: Arc<Catalogue>,
        database: Database,
        options: EngineOptions,
    ) -> Result<Self, DatabaseError> {
        let plans = plans(&catalogue);
        let paths = catalogue.resources.iter().map(|resource| resource.path);
        let inner = Arc::new(State {
            resources: paths
                .enumerate()
                .map(|(index, path)| (path, index))
                .collect(),
            catalogue,
            plans,
            database,
            options,
        });
        let known = inner.clone();
        inner.database.write_now(move |connection| {
            tables::make_shared(connection)?;
            movement::create_tables(connection)?;
            for resource in &known.catalogue.resources {
                if let Some(plan) = known.plans.get(resource.path) {
                    tables::make(connection, plan)?;
                }
            }
            Ok::<_, DatabaseError>(())
        })?;
        Ok(Self(inner))
    }

    /// How errors are written.
    pub fn error_shape(&self) -> ErrorShape {
        self.0.options.error_shape
    }

    /// Answers a request whose sender is known. `None` when the path is no resource's.
    pub async fn answer(&self, call: Call) -> Option<Answer> {
        let resource = self.0.asked(&call.segments)?;
        let length = resource.path.split('/').count();
        let call = Call {
            segments: call.segments.get(length..).unwrap_or_default().to_vec(),
            ..call
        };
        let answered = match call.check_characters() {
            Ok(()) => self.dispatch(resource.path, call).await,
            Err(refusal) => Err(refusal),
        };
        Some(answered.unwrap_or_else(|refusal| refusal.answer(self.error_shape())))
    }

    async fn dispatch(&self, path: &'static str, call: Call) -> Result<Answer, Refusal> {
        let (inner, method) = (self.0.clone(), call.method);
        if method == Method::Get {
            let database = &self.0.database;
            return if self.0.plans.contains_key(path) {
                let read = database.read(move |connection| inner.get(connection, path, &call));
                read.await?
            } else {
                let read =
                    database.read_long(move |connection| inner.computed(connection, path, &call));
                read.await?
            };
        }
        let writable = inner
            .resource(path)
            .is_some_and(|one| one.methods.contains(&method));
        if !writable {
            return Err(Refusal {
                status: 405,
                message: format!("/{path} can only be read"),
            });
        }
        self.0
            .database
            .write(move |connection| inner.write(connection, path, &call))
            .await
    }

    /// Keeps whole records that have their keys already, in one transaction: how a company is put
    /// into an empty database. With them it keeps how far the company then is; `None` when it is
    /// whole. Blocks.
    ///
    /// # Errors
    /// [`Refusal`] for the first record that cannot be kept; then none is.
    pub fn seed_now(
        &self,
        records: Vec<(&'static str, Value)>,
        now: i64,
        standing: Option<Seeding>,
    ) -> Result<(), Refusal> {
        let inner = self.0.clone();
        self.0.database.write_now(move |connection| {
            if let Some(standing) = standing {
                seeding::check(connection, standing, records.len())?;
            }
            let mut work = Work::new(&inner, connection, now);
            for (path, record) in records {
                let plan = inner.plans.get(path);
                let (Some(plan), Value::Object(record)) = (plan, record) else {
                    return Err(Refusal::bad(format!("/{path} keeps no records")));
                };
                work.seed(plan, &record).map_err(|refusal| Refusal {
                    message: format!("/{path}: {}", refusal.message),
                    ..refusal
                })?;
            }
            Ok(seeding::note(connection, standing)?)
        })
    }

    /// How far the company is, when it was not put in to its end. Blocks.
    ///
    /// # Errors
    /// [`DatabaseError`] when that cannot be read.
    pub fn seeding_now(&self) -> Result<Option<Seeding>, DatabaseError> {
        self.0.database.read_now(seeding::noted)?
    }

    /// The resources that keep records, with how many each has, in catalogue order. Blocks.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be counted.
    pub fn counts_now(&self) -> Result<Vec<(&'static str, i64)>, DatabaseError> {
        let inner = self.0.clone();
        self.0
            .database
            .read_now(move |connection| inner.counts(connection))?
    }
}

impl State {
    fn counts(
        &self,
        connection: &mut dyn Connection,
    ) -> Result<Vec<(&'static str, i64)>, DatabaseError> {
        let kept = self
            .catalogue
            .resources
            .iter()
            .filter_map(|one| self.plans.get(one.path));
        let count = |plan: &Plan| {
            let sql = format!("SELECT COUNT(*) FROM {}", plan.sql.table);
            let mut rows = connection.query(&sql, &[])?;
            let count = rows
                .first_mut()
                .map(|row| crate::sandbox::database::integer(row, 0));
            Ok((plan.resource.path, count.transpose()?.unwrap_or_default()))
        };
        kept.map(count).collect()
    }

    fn get(
        &self,
        connection: &mut dyn Connection,
        path: &str,
        call: &Call,
    ) -> Result<Answer, Refusal> {
        let plan = self
            .plans
            .get(path)
            .ok_or_else(|| Refusal::not_found(path))?;
        match (call.key().as_deref(), call.template()) {
            (None, _) => read::page(self, connection, plan, Fields::Listed, &call.query),
            (Some("*"), _) => read::page(self, connection, plan, Fields::Indexed, &call.query),
            (Some(key), None) => read::one(self, connection, plan, key),
            (Some(key), Some(template)) => self.record_as_pdf(connection, plan, key, &template),
        }
    }

    /// The answer of a resource without records: a report's, or else as the catalogue has it.
    fn computed(
        &self,
        connection: &mut dyn Connection,
        path: &str,
        call: &Call,
    ) -> Result<Answer, Refusal> {
        let unknown = || Refusal::not_found(path);
        let resource = self.resource(path).ok_or_else(unknown)?;
        if let Some(answer) = self.report(connection, resource, call)? {
            return Ok(answer);
        }
        let records =
            Records::read(resource).map_err(|error| Refusal::failed(error.to_string()))?;
        let answer = records.answer().ok_or_else(unknown)?;
        Ok(Answer::json(200, answer.to_string()))
    }

    fn write(
        &self,
        connection: &mut dyn Connection,
        path: &str,
        call: &Call,
    ) -> Result<Answer, Refusal> {
        let plan = self
            .plans
            .get(path)
            .ok_or_else(|| Refusal::not_found(path))?;
        let mut work = Work::new(self, connection, call.now);
        let key = call.key();
        let sent = || body::read(self, &plan.shape, &call.body);
        let answers = self.catalogue.conventions.answers;
        let mut status = 200;
        let record = match (call.method, key) {
            (Method::Post, None) => {
                status = answers.created;
                work.create(plan, sent()?)?
            }
            (Method::Put | Method::Patch, Some(key)) => work.update(plan, &key, sent()?)?,
            (Method::Delete, Some(key)) => {
                work.delete(plan, &key)?;
                return Ok(Answer::json(
                    answers.deleted,
                    answers.deleted_body.to_owned(),
                ));
            }
            (Method::Post, Some(_)) => {
                return Err(Refusal::bad("POST to the resource itself, without a key"));
            }
            _ => {
                return Err(Refusal::bad(
                    "the key of the record is missing from the path",
                ));
            }
        };
        Ok(Answer::json(status, stored::answered(plan, &record)))
    }
}
