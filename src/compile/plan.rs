//! Plans: the text of queries that were compiled already, by their [shape](super::shape).
//!
//! A plan says of each value that is bound which value of the query it is, or what is made of it, so that
//! the next query of the same shape binds its own. A query of which it is not known for each value has no
//! plan, and is compiled each time.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::Compiler;
use super::lookup::ends_of_year;
use super::shape::{Shape, Slot, Unshaped, Wanted};
use crate::check::check_parameter;
use crate::db::Compiled;
use crate::dialect::{Dialect, Writer, pattern};
use crate::driver::Statement;
use crate::error::Error;
use crate::meta::FieldType;
use crate::state::LookupName;
use crate::value::Value;

/// Where a bound value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// It is this value of the query, or a number that cuts rows.
    Slot(usize),
    /// The pattern of a text lookup.
    Pattern { slot: usize, name: LookupName, field_type: Option<FieldType> },
    /// The first or the last moment of a year.
    Year { slot: usize, field_type: FieldType, last: bool },
    /// It is the same in every query of the shape.
    Fixed(i64),
    /// It is not known.
    Unknown,
}

/// The text of the queries of one shape, and where its values come from.
struct Plan {
    sql: Arc<str>,
    origins: Box<[Origin]>,
}

/// Plans that are kept before all are dropped: a few megabytes. A program has fewer queries than that, but
/// may make up more by the names in requests.
const MOST: usize = 4096;

type Plans = HashMap<Box<[u64]>, Arc<Plan>, foldhash::fast::RandomState>;

static PLANS: LazyLock<RwLock<Plans>> = LazyLock::new(RwLock::default);

/// The statement that `compile` makes, or that the plan of its shape makes without it. `shaped` writes the
/// shape of all that `compile` reads; `wanted` tells apart what is compiled of the same state.
pub(super) fn planned<'a>(
    wanted: Wanted,
    dialect: Dialect,
    shaped: impl FnOnce(&mut Shape<'a>) -> Result<(), Unshaped>,
    compile: impl Fn(&mut Compiler) -> Result<Option<Writer>, Error>,
) -> Compiled {
    let mut shape = Shape::new(wanted, dialect);
    let has_shape = shaped(&mut shape).is_ok();
    if has_shape && let Some(plan) = kept(shape.words()) {
        let statement = plan.bind(shape.slots(), dialect)?;
        if IS_CHECKED {
            let mut compiler = Compiler::new(dialect);
            let writer = compile(&mut compiler)?.expect("a query that has a plan has a text");
            check(&statement, &compiler.finish(writer)?);
        }
        return Ok(Some(statement));
    }
    let mut compiler = Compiler::new(dialect);
    if has_shape {
        compiler.places = shape.slots().iter().map(|slot| slot.address()).collect();
    }
    let Some(writer) = compile(&mut compiler)? else { return Ok(None) };
    let (statement, origins) = compiler.finish_traced(writer)?;
    let is_whole = origins.iter().all(|origin| *origin != Origin::Unknown) && statement.zones.is_empty();
    if has_shape && is_whole {
        let plan = Plan { sql: Arc::clone(&statement.sql), origins: origins.into() };
        if IS_CHECKED {
            check(&plan.bind(shape.slots(), dialect)?, &statement);
        }
        keep(shape.words(), plan);
    }
    Ok(Some(statement))
}

/// The text that `make` makes, or that was kept for the shape.
pub(super) fn text(shape: &Shape<'_>, make: impl FnOnce() -> String) -> Arc<str> {
    if let Some(plan) = kept(shape.words()) {
        return Arc::clone(&plan.sql);
    }
    let sql: Arc<str> = make().into();
    keep(shape.words(), Plan { sql: Arc::clone(&sql), origins: Box::default() });
    sql
}

/// In this crate's own tests each statement of a plan is compiled, too.
const IS_CHECKED: bool = cfg!(all(debug_assertions, feature = "demo"));

fn check(bound: &Statement, compiled: &Statement) {
    let parts = |statement: &Statement| format!("{} {:?}", statement.sql, statement.values);
    assert_eq!(parts(bound), parts(compiled), "a plan differs from what it stands for");
}

fn kept(shape: &[u64]) -> Option<Arc<Plan>> {
    PLANS.read().unwrap_or_else(PoisonError::into_inner).get(shape).cloned()
}

fn keep(shape: &[u64], plan: Plan) {
    let mut plans = PLANS.write().unwrap_or_else(PoisonError::into_inner);
    if plans.len() >= MOST {
        plans.clear();
    }
    plans.insert(shape.into(), Arc::new(plan));
}

impl Plan {
    fn bind(&self, slots: &[Slot<'_>], dialect: Dialect) -> Result<Statement, Error> {
        let mut values = Vec::with_capacity(self.origins.len());
        for origin in &self.origins {
            let value = origin.value(slots, dialect);
            check_parameter(&value)?;
            values.push(value);
        }
        Ok(Statement::new(Arc::clone(&self.sql), values))
    }
}

impl Origin {
    fn value(&self, slots: &[Slot<'_>], dialect: Dialect) -> Value {
        let known = |slot: usize| match slots[slot] {
            Slot::Value(value) => value,
            Slot::Number(_) => unreachable!("a number only cuts rows"),
        };
        match *self {
            Self::Slot(slot) => match slots[slot] {
                Slot::Value(value) => value.clone(),
                Slot::Number(number) => rows(*number),
            },
            Self::Pattern { slot, name, field_type } => match known(slot) {
                Value::Text(text) => Value::Text(pattern(dialect, name, field_type, text)),
                other => unreachable!("a value of the same shape is text, too, not {other:?}"),
            },
            Self::Year { slot, field_type, last } => match known(slot) {
                Value::Int(year) => {
                    let (begin, end) =
                        ends_of_year(*year, field_type, None).expect("a year of the same shape has ends");
                    if last { end } else { begin }
                }
                other => unreachable!("a value of the same shape is an integer, too, not {other:?}"),
            },
            Self::Fixed(value) => Value::Int(value),
            Self::Unknown => unreachable!("such a query has no plan"),
        }
    }
}

/// A number of rows, as it is bound.
pub(super) fn rows(number: u64) -> Value {
    Value::Int(number.try_into().unwrap_or(i64::MAX))
}
