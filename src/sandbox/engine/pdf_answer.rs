//! Records and reports as PDF, which a client asks for by the content type of its GET.

use serde_json::Value;

use super::state::State;
use super::{Answer, ApiError, ApiRequest, read};
use crate::catalogue::Resource;
use crate::sandbox::database::Connection;
use crate::sandbox::pdf;
use crate::sandbox::records::{Plan, stored};
use crate::sandbox::reports;

impl State {
    /// The record with this key as PDF.
    pub(super) fn record_as_pdf(
        &self,
        connection: &mut dyn Connection,
        plan: &Plan,
        key: &str,
        template: &str,
    ) -> Result<Answer, ApiError> {
        let resource = &plan.resource;
        check(resource)?;
        let text = read::whole(connection, plan, key)?;
        let record = serde_json::from_str(&text);
        let record: Value = record.map_err(|error| ApiError::failed(error.to_string()))?;
        let company = self.company(connection)?;
        Ok(pdf_answer(pdf::record(
            &company,
            (&self.catalogue.rules, resource),
            &record,
            template,
        )))
    }

    /// The response of the report at `path`; as PDF if the request asks for that.
    pub(super) fn report(
        &self,
        connection: &mut dyn Connection,
        resource: &Resource,
        request: &ApiRequest,
    ) -> Result<Option<Answer>, ApiError> {
        let Some(report) = self.catalogue.stock.report(resource.path) else {
            return Ok(None);
        };
        let template = request.template();
        if template.is_some() {
            check(resource)?;
        }
        let stock = &self.catalogue.stock;
        let answer = reports::answer(connection, stock, report, &request.query)?;
        Ok(Some(match template {
            None => Answer::json(200, answer.to_string()),
            Some(template) => {
                let company = self.company(connection)?;
                let pdf = pdf::report(&company, resource, &request.query, &answer, &template);
                pdf_answer(pdf)
            }
        }))
    }

    /// The name of the company; that of the API until a record has one.
    fn company(&self, connection: &mut dyn Connection) -> Result<String, ApiError> {
        let mut name = None;
        if let Some((path, field)) = self.catalogue.company {
            stored::each_record(connection, path, &mut |record| {
                let found = record.get(field).and_then(Value::as_str).map(str::to_owned);
                name = name.take().or(found);
            })?;
        }
        Ok(name.unwrap_or_else(|| self.catalogue.title.to_owned()))
    }
}

fn check(resource: &Resource) -> Result<(), ApiError> {
    if resource.pdf.is_some() {
        return Ok(());
    }
    Err(ApiError::bad(format!(
        "/{} cannot be had as PDF",
        resource.path
    )))
}

fn pdf_answer(body: Vec<u8>) -> Answer {
    Answer {
        status: 200,
        content_type: "application/pdf",
        body,
        reason: None,
        tolerated: Vec::new(),
    }
}

impl From<reports::ReportError> for ApiError {
    fn from(error: reports::ReportError) -> Self {
        match error {
            reports::ReportError::Database(error) => error.into(),
            error => Self::bad(error.to_string()),
        }
    }
}
