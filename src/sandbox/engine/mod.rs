//! What the service does with a request once it knows who sent it.

mod answer;
mod api_error;
mod api_request;
mod body;
mod checks;
mod derive;
mod filter;
mod keep;
mod key;
mod link_kind;
mod links;
mod numbers;
mod opened;
mod pdf_answer;
mod postings;
mod read;
mod received;
mod references;
mod seeding;
mod state;
mod taken;
mod transaction;
mod write;

use std::sync::Arc;

use serde_json::Value;

pub use answer::Answer;
pub use api_error::{ApiError, ErrorShape};
pub use api_request::ApiRequest;
pub use seeding::Seeding;
pub use state::EngineOptions;

use crate::catalogue::{Catalogue, Method, Records};
use crate::sandbox::database::{Connection, Database, DatabaseError};
use crate::sandbox::records::{Plan, movement, plans, stored, tables};
use filter::Fields;
use state::State;
use transaction::Transaction;

/// The records of a catalogue and their rules. Copies share one engine.
#[derive(Clone, Debug)]
pub struct Engine(Arc<State>);

impl Engine {
    /// Creates missing tables. Blocks.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be created.
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
            taken::create_table(connection)?;
            for resource in &known.catalogue.resources {
                if let Some(plan) = known.plans.get(resource.path) {
                    tables::make(connection, plan)?;
                }
            }
            Ok::<_, DatabaseError>(())
        })?;
        Ok(Self(inner))
    }

    /// The format of errors.
    pub fn error_shape(&self) -> ErrorShape {
        self.0.options.error_shape
    }

    /// Answers a request whose sender is known. `None` if the path does not belong to a resource.
    pub async fn answer(&self, request: ApiRequest) -> Option<Answer> {
        let resource = self.0.asked(&request.segments)?;
        let length = resource.path.split('/').count();
        let request = ApiRequest {
            segments: request.segments.get(length..).unwrap_or_default().to_vec(),
            ..request
        };
        let answered = match request.check_characters() {
            Ok(()) => self.dispatch(resource.path, request).await,
            Err(error) => Err(error),
        };
        Some(answered.unwrap_or_else(|error| error.answer(self.error_shape())))
    }

    async fn dispatch(&self, path: &'static str, request: ApiRequest) -> Result<Answer, ApiError> {
        let (inner, method) = (self.0.clone(), request.method);
        if method == Method::Get {
            let database = &self.0.database;
            return if self.0.plans.contains_key(path) {
                let read = database.read(move |connection| inner.get(connection, path, &request));
                read.await?
            } else {
                let read = database
                    .read_long(move |connection| inner.computed(connection, path, &request));
                read.await?
            };
        }
        let writable = inner
            .resource(path)
            .is_some_and(|one| one.methods.contains(&method));
        if !writable {
            return Err(ApiError {
                status: 405,
                message: format!("/{path} can only be read"),
            });
        }
        self.0
            .database
            .write(move |connection| inner.write(connection, path, &request))
            .await
    }

    /// Stores whole records that already have their keys, in one transaction: how a company is put
    /// into an empty database. Also stores how far the company then is; `None` if it is
    /// whole. Blocks.
    ///
    /// # Errors
    /// [`ApiError`] for the first record that cannot be stored; then none is.
    pub fn seed_now(
        &self,
        records: Vec<(&'static str, Value)>,
        now: i64,
        standing: Option<Seeding>,
    ) -> Result<(), ApiError> {
        let inner = self.0.clone();
        self.0.database.write_now(move |connection| {
            if let Some(standing) = standing {
                seeding::check(connection, standing, records.len())?;
            }
            let mut transaction = Transaction::new(&inner, connection, now);
            for (path, record) in records {
                let plan = inner.plans.get(path);
                let (Some(plan), Value::Object(record)) = (plan, record) else {
                    return Err(ApiError::bad(format!("/{path} keeps no records")));
                };
                transaction.seed(plan, &record).map_err(|error| ApiError {
                    message: format!("/{path}: {}", error.message),
                    ..error
                })?;
            }
            Ok(seeding::note(connection, standing)?)
        })
    }

    /// How far the company is, if it is incomplete. Blocks.
    ///
    /// # Errors
    /// [`DatabaseError`] when that cannot be read.
    pub fn seeding_now(&self) -> Result<Option<Seeding>, DatabaseError> {
        self.0.database.read_now(seeding::noted)?
    }

    /// The resources that have records, with their counts, in catalogue order. Blocks.
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
        request: &ApiRequest,
    ) -> Result<Answer, ApiError> {
        let plan = self
            .plans
            .get(path)
            .ok_or_else(|| ApiError::not_found(path))?;
        match (request.key().as_deref(), request.template()) {
            (None, _) => read::page(self, connection, plan, Fields::Listed, &request.query),
            (Some("*"), _) => read::page(self, connection, plan, Fields::Indexed, &request.query),
            (Some(key), None) => read::one(self, connection, plan, key),
            (Some(key), Some(template)) => self.record_as_pdf(connection, plan, key, &template),
        }
    }

    /// The response of a resource without records: a report's, or the one in the catalogue.
    fn computed(
        &self,
        connection: &mut dyn Connection,
        path: &str,
        request: &ApiRequest,
    ) -> Result<Answer, ApiError> {
        let unknown = || ApiError::not_found(path);
        let resource = self.resource(path).ok_or_else(unknown)?;
        if let Some(answer) = self.report(connection, resource, request)? {
            return Ok(answer);
        }
        let records =
            Records::read(resource).map_err(|error| ApiError::failed(error.to_string()))?;
        let answer = records.answer().ok_or_else(unknown)?;
        Ok(Answer::json(200, answer.to_string()))
    }

    fn write(
        &self,
        connection: &mut dyn Connection,
        path: &str,
        request: &ApiRequest,
    ) -> Result<Answer, ApiError> {
        let plan = self
            .plans
            .get(path)
            .ok_or_else(|| ApiError::not_found(path))?;
        let mut transaction = Transaction::new(self, connection, request.now);
        let key = request.key();
        let sent = |transaction: &mut Transaction<'_>| body::read(transaction, plan, &request.body);
        let answers = self.catalogue.conventions.answers;
        let mut status = 200;
        let record = match (request.method, key) {
            (Method::Post, None) => {
                status = answers.created;
                let sent = sent(&mut transaction)?;
                transaction.create(plan, sent)?
            }
            (Method::Put | Method::Patch, Some(key)) => {
                let sent = sent(&mut transaction)?;
                transaction.update(plan, &key, sent)?
            }
            (Method::Delete, Some(key)) => {
                transaction.delete(plan, &key)?;
                return Ok(Answer::json(
                    answers.deleted,
                    answers.deleted_body.to_owned(),
                ));
            }
            (Method::Post, Some(_)) => {
                return Err(ApiError::bad("POST to the resource itself, without a key"));
            }
            _ => {
                return Err(ApiError::bad(
                    "the key of the record is missing from the path",
                ));
            }
        };
        Ok(Answer {
            tolerated: transaction.tolerated,
            ..Answer::json(status, stored::answered(plan, &record))
        })
    }
}
