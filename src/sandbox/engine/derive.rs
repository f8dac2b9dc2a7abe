//! Computes what was not sent.

use rust_decimal::Decimal;
use serde_json::Value;

use super::received::parsed;
use super::transaction::Transaction;
use super::{ApiError, numbers};
use crate::catalogue::{Field, FieldType, Formula, Operand};
use crate::sandbox::records::value::{LARGEST, amount, decimal, is_set, number, text};
use crate::sandbox::records::{DerivationStep, Draft, Members, Plan, stored, value};

/// Where a formula finds its operands: a row and its record, or the record alone.
struct FormulaContext<'a> {
    own: &'a Draft<'a>,
    record: &'a Draft<'a>,
    /// The row's position, from 0.
    position: usize,
}

impl FormulaContext<'_> {
    fn get(&self, operand: Operand) -> Option<&Value> {
        match operand {
            Operand::Own(name) => self.own.members.get(name),
            Operand::Record(name) => self.record.members.get(name),
        }
    }

    /// An operand as a number; its default if it was never set.
    fn decimal(&self, operand: Operand) -> Decimal {
        match self.get(operand) {
            Some(value) => decimal(Some(value)),
            None => decimal(self.field(operand).map(value::unset).as_ref()),
        }
    }

    fn field(&self, operand: Operand) -> Option<&Field> {
        match operand {
            Operand::Own(name) => self.own.layout.field(name),
            Operand::Record(name) => self.record.layout.field(name),
        }
    }

    fn has_changed(&self, operand: Operand) -> bool {
        match operand {
            Operand::Own(name) => self.own.has_changed(name),
            Operand::Record(name) => self.record.has_changed(name),
        }
    }
}

impl Transaction<'_> {
    /// Computes everything in `plan`. `before` is the stored record.
    pub(super) fn derive<'a>(
        &mut self,
        plan: &'a Plan,
        draft: &mut Draft<'a>,
        before: Option<&Members>,
    ) -> Result<(), ApiError> {
        for step in &plan.derivations {
            match step.array {
                None => {
                    let context = FormulaContext {
                        own: draft,
                        record: draft,
                        position: 0,
                    };
                    if let Some(value) = self.derived_value(step, &context, before)? {
                        self.check_sent(step, draft, &value)?;
                        draft.set(&step.field.name, value);
                    }
                }
                Some(array) => draft.each_row(array, |position, row, record| {
                    let context = FormulaContext {
                        own: row,
                        record,
                        position,
                    };
                    if let Some(value) = self.derived_value(step, &context, None)? {
                        self.check_sent(step, row, &value)?;
                        row.set(&step.field.name, value);
                    }
                    Ok::<_, ApiError>(())
                })?,
            }
        }
        Ok(())
    }

    /// Notes that another value was sent than the one that follows from the others.
    fn check_sent(
        &mut self,
        step: &DerivationStep,
        own: &Draft<'_>,
        value: &Value,
    ) -> Result<(), ApiError> {
        let name = &*step.field.name;
        let given = own
            .members
            .get(name)
            .filter(|_| own.is_sent(name) && own.has_changed(name));
        match given {
            Some(given) if is_set(Some(given)) && decimal(Some(given)) != decimal(Some(value)) => {
                let (given, value) = (text(Some(given)), text(Some(value)));
                self.tolerate(format!("{name} {given} was sent; it is {value}"))
            }
            _ => Ok(()),
        }
    }

    /// The value of the step's field, if it has to and can be computed.
    fn derived_value(
        &mut self,
        step: &DerivationStep,
        context: &FormulaContext<'_>,
        before: Option<&Members>,
    ) -> Result<Option<Value>, ApiError> {
        let (field, own) = (&step.field, context.own);
        let is_empty_text = matches!(field.kind, FieldType::Text(_))
            && own.is_new
            && !is_set(own.members.get(&*field.name));
        let is_sent = own.is_sent(&field.name);
        if is_sent && !is_empty_text && !step.fixed {
            return Ok(None);
        }
        let due = match step.formula {
            Formula::Raised => own.is_any_changed() || step.array.is_none(),
            Formula::Constant(_) | Formula::Next | Formula::Today | Formula::Position => own.is_new,
            formula => {
                let column = formula.column();
                own.is_new
                    || (step.fixed && is_sent)
                    || formula
                        .operands()
                        .into_iter()
                        .any(|operand| context.has_changed(operand))
                    || column.is_some_and(|(array, column)| own.column_has_changed(array, column))
            }
        };
        if due {
            self.value(step, context, before)
        } else {
            Ok(None)
        }
    }

    fn value(
        &mut self,
        step: &DerivationStep,
        context: &FormulaContext<'_>,
        before: Option<&Members>,
    ) -> Result<Option<Value>, ApiError> {
        let field = &step.field;
        let exact = |number: Decimal| amount(field, number).ok_or_else(|| too_large(field));
        let number = match step.formula {
            Formula::Product(one, other) => {
                times(field, context.decimal(one), context.decimal(other))?
            }
            Formula::Sum(one, other) => context.decimal(one) + context.decimal(other),
            Formula::Difference(one, other) => context.decimal(one) - context.decimal(other),
            Formula::Where(one, other) if is_set(context.get(other)) => context.decimal(one),
            Formula::Where(..) => Decimal::ZERO,
            Formula::Net {
                quantity,
                price,
                discount,
                rate,
                inclusive,
            } => {
                let gross = times(field, context.decimal(quantity), context.decimal(price))?;
                let net = discounted(gross, &text(context.get(discount)));
                match (
                    is_set(context.get(inclusive)),
                    percentage(&text(context.get(rate))),
                ) {
                    (true, Some(rate)) => {
                        net * Decimal::ONE_HUNDRED / (Decimal::ONE_HUNDRED + rate)
                    }
                    _ => net,
                }
            }
            Formula::Tax { net, rate } => {
                let rate = percentage(&text(context.get(rate))).unwrap_or_default();
                times(field, context.decimal(net), rate)? / Decimal::ONE_HUNDRED
            }
            Formula::Total { detail, column } => total(context.own, detail, column),
            Formula::Remainder { of, detail, column } => {
                let now = context.decimal(Operand::Own(of)) - total(context.own, detail, column);
                // What other documents have used up since then stays.
                now - before.map_or(Decimal::ZERO, |before| {
                    let was = decimal(before.get(of)) - stored_total(before, detail, column);
                    was - decimal(before.get(&*field.name))
                })
            }
            Formula::Raised => decimal(context.own.members.get(&*field.name)) + Decimal::ONE,
            _ => return self.other_value(step, context),
        };
        match field.kind {
            FieldType::Integer => Ok(i64::try_from(number).ok().map(Value::from)),
            _ => exact(number).map(Some),
        }
    }

    /// The value of formulas without arithmetic.
    fn other_value(
        &mut self,
        step: &DerivationStep,
        context: &FormulaContext<'_>,
    ) -> Result<Option<Value>, ApiError> {
        let field = &step.field;
        let if_set = |found: Option<&Value>| found.filter(|value| is_set(Some(*value))).cloned();
        Ok(match step.formula {
            Formula::Constant(text) => Some(parsed(field, text)?),
            Formula::Same(operand) => context.get(operand).cloned(),
            Formula::Joined(one, other) => {
                let joined = text(context.get(one)) + &text(context.get(other));
                Some(parsed(field, &joined)?)
            }
            Formula::Position => {
                let position = i64::try_from(context.position + 1).unwrap_or(i64::MAX);
                Some(Value::from(position.saturating_mul(1000)))
            }
            Formula::Today => Some(Value::from(self.today())),
            Formula::Next => Some(Value::from(numbers::next(self.connection, &field.name)?)),
            Formula::OfRow {
                detail,
                flag,
                column,
            } => {
                let mut rows = context.own.rows_of(detail).iter();
                let row = rows.find(|row| is_set(row.members.get(flag)));
                row.and_then(|row| row.members.get(column).cloned())
            }
            Formula::Looked { by, field: name } => {
                let found = self.lookup(step, context, by)?;
                let found = if_set(found.as_ref().and_then(|found| found.get(name)));
                found
                    .map(|found| adapted(field, &found))
                    .transpose()?
                    .flatten()
            }
            Formula::LookedRow {
                by,
                detail,
                having: (name, value),
                column,
            } => {
                let found = self.lookup(step, context, by)?;
                let rows = found
                    .as_ref()
                    .and_then(|found| found.get(detail)?.as_array());
                let rows = rows.map_or(&[][..], Vec::as_slice);
                let row = rows
                    .iter()
                    .find(|row| row.get(name).and_then(Value::as_str) == Some(value));
                if_set(row.or(rows.first()).and_then(|row| row.get(column)))
            }
            Formula::MatchedRow { .. } => self.matched(step, context)?,
            Formula::Rate { by, field: name } => {
                let found = self.lookup(step, context, by)?;
                found.map(|found| Value::from(format!("{}%", decimal(found.get(name)).normalize())))
            }
            Formula::DaysAfter { date, by, days } => {
                let found = self.lookup(step, context, by)?;
                let days = found.and_then(|found| found.get(days)?.as_i64());
                let day: Option<jiff::civil::Date> = text(context.get(date)).parse().ok();
                day.and_then(|day| {
                    let span = jiff::Span::new().try_days(days.unwrap_or_default()).ok()?;
                    Some(Value::from(day.checked_add(span).ok()?.to_string()))
                })
            }
            _ => None,
        })
    }

    /// The column of the row that is sought in the record that the operand names.
    fn matched(
        &mut self,
        step: &DerivationStep,
        context: &FormulaContext<'_>,
    ) -> Result<Option<Value>, ApiError> {
        let Formula::MatchedRow {
            by,
            detail,
            matching: (name, operand),
            column,
        } = step.formula
        else {
            return Ok(None);
        };
        let found = self.lookup(step, context, by)?;
        let rows = found
            .as_ref()
            .and_then(|found| found.get(detail)?.as_array());
        let rows = rows.map_or(&[][..], Vec::as_slice);
        let sought = text(context.get(operand));
        if rows.is_empty() || sought.is_empty() {
            return Ok(None);
        }
        let is_it = |row: &&Value| text(row.get(name)).eq_ignore_ascii_case(&sought);
        if let Some(row) = rows.iter().find(is_it) {
            return Ok(row.get(column).cloned());
        }
        let owner = text(context.get(by));
        let known: Vec<_> = rows.iter().map(|row| text(row.get(name))).collect();
        Err(ApiError::not_found(&format!(
            "{name} '{sought}' is not one of '{owner}': {}",
            known.join(", ")
        )))
    }

    /// The record that the operand names.
    fn lookup(
        &mut self,
        step: &DerivationStep,
        context: &FormulaContext<'_>,
        by: Operand,
    ) -> Result<Option<Members>, ApiError> {
        let (Some(target), Some(field)) = (step.target, context.field(by)) else {
            return Ok(None);
        };
        let value = match context.get(by) {
            Some(value) => value.clone(),
            None => value::unset(field),
        };
        if !is_set(Some(&value)) {
            return Ok(None);
        }
        let name = (target, text(Some(&value)));
        if let Some(found) = self.looked_up.get(&name) {
            return Ok(found.clone());
        }
        let found = match self.engine.plans.get(target) {
            Some(plan) => stored::referred(self.connection, plan, field, &value)?,
            None => None,
        };
        let found = found.map(|found| found.members);
        self.looked_up.insert(name, found.clone());
        Ok(found)
    }
}

/// A value of another field, as this one stores it.
fn adapted(field: &Field, value: &Value) -> Result<Option<Value>, ApiError> {
    parsed(field, &text(Some(value))).map(Some)
}

/// The product, if the field can hold it.
fn times(field: &Field, one: Decimal, other: Decimal) -> Result<Decimal, ApiError> {
    let product = one
        .checked_mul(other)
        .filter(|product| product.abs() < LARGEST);
    product.ok_or_else(|| too_large(field))
}

fn too_large(field: &Field) -> ApiError {
    ApiError::bad(format!("{} would be too large", field.name))
}

fn total(record: &Draft<'_>, array: &str, column: &str) -> Decimal {
    let rows = record.rows_of(array).iter();
    rows.map(|row| decimal(row.members.get(column))).sum()
}

fn stored_total(record: &Members, array: &str, column: &str) -> Decimal {
    let rows = record.get(array).and_then(Value::as_array);
    rows.into_iter()
        .flatten()
        .map(|row| decimal(row.get(column)))
        .sum()
}

/// `8%` or `8` as 8; `None` outside the range of taxes and discounts.
fn percentage(text: &str) -> Option<Decimal> {
    let rate = number(text.trim().trim_end_matches('%'))?;
    (rate >= Decimal::ZERO && rate <= Decimal::ONE_HUNDRED).then_some(rate)
}

/// `gross` less a discount: an amount, a percentage, or a chain such as `5%+3%`.
fn discounted(gross: Decimal, discount: &str) -> Decimal {
    discount.split('+').fold(gross, |rest, part| {
        let part = part.trim();
        match (part.strip_suffix('%').and_then(percentage), number(part)) {
            (Some(rate), _) => rest - rest * rate / Decimal::ONE_HUNDRED,
            (None, Some(amount)) => rest - amount,
            (None, None) => rest,
        }
    })
}
