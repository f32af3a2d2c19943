//! Common table expressions: queries that go by a name inside of others.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use super::{Argument, CastTo, ColumnRef, FunctionName, Node, Select, State};
use crate::meta::{Column, Definition, FieldType, Items, Join, Model, Relation, Source};
use crate::path::{Followed, Step, intern, intern_relation};
use crate::value::ValueType;

/// A common table expression.
#[derive(Debug)]
pub(crate) struct Cte {
    /// Its name and its columns, as a table.
    pub(crate) model: &'static Model,
    pub(crate) body: Body,
    /// Whether its rows are computed once and kept; `None` leaves it to the database.
    pub(crate) materialized: Option<bool>,
}

/// What the rows of a common table expression are.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// Those of a query.
    Query(State),
    /// Those of a query, and then again and again those of another that reads the ones before.
    Recursive {
        first: State,
        next: Box<State>,
        /// Rows that were there already are left out.
        distinct: bool,
    },
    /// Those that are being defined.
    Itself,
}

/// A column of a common table expression, reached from the model of a query or its own rows.
#[derive(Clone, Debug)]
pub(crate) struct CteColumn {
    pub(crate) cte: Arc<Cte>,
    pub(crate) column: ColumnRef,
}

impl Cte {
    /// A column, by its place.
    pub(crate) fn column(self: &Arc<Self>, at: usize, steps: Option<&'static Step>) -> Node {
        let column = ColumnRef { steps, column: &self.model.columns[at] };
        Node::Cte(Box::new(CteColumn { cte: Arc::clone(self), column }))
    }

    /// How rows of the model `model` are joined to it: by one column of each.
    pub(crate) fn join(
        &self,
        model: &'static Model,
        from: &'static str,
        at: usize,
        outer: bool,
    ) -> &'static Step {
        let relation = intern_relation(Relation {
            model: model.name,
            name: self.model.name,
            target: self.model,
            null: outer,
            many: false,
            forward: false,
            symmetrical: false,
            join: Join::Direct { from, to: self.model.columns[at].column },
        });
        intern(Step { parent: None, relation: Followed::Known(relation), filter: None })
    }
}

/// What is known of a column before it has a place.
pub(crate) struct NewColumn {
    pub(crate) key: String,
    pub(crate) kind: ValueType,
    pub(crate) null: bool,
}

/// The table that stands for a common table expression. There is one for each type, so they are as many
/// as a program names.
pub(crate) fn table_of(
    types: TypeId,
    name: &'static str,
    columns: impl FnOnce() -> Vec<NewColumn>,
) -> &'static Model {
    static TABLES: LazyLock<Mutex<HashMap<TypeId, &'static Model>>> = LazyLock::new(Mutex::default);
    let mut tables = TABLES.lock().unwrap_or_else(PoisonError::into_inner);
    tables.entry(types).or_insert_with(|| {
        let columns = columns();
        let column = |(position, new): (usize, &NewColumn)| {
            let twice = columns[..position].iter().any(|other| other.key == new.key);
            let key = if twice { format!("{}_{}", new.key, position + 1) } else { new.key.clone() };
            let key: &'static str = key.leak();
            Column { null: new.null, ..Column::new(position, name, key, field_type(new.kind)) }
        };
        let columns: Vec<Column> = columns.iter().enumerate().map(column).collect();
        let definition = Definition { columns: columns.leak(), ..table(name) };
        Box::leak(Box::new(Model(Source::Known(Box::leak(Box::new(definition))))))
    })
}

/// A table without columns.
pub(crate) const fn table(name: &'static str) -> Definition {
    Definition { managed: false, ..Definition::new("", name, name, name, &[]) }
}

/// A field type whose columns are spelt as those of a kind.
fn field_type(kind: ValueType) -> FieldType {
    match kind {
        ValueType::Bool => FieldType::Boolean,
        ValueType::Int => FieldType::BigInteger,
        ValueType::Float => FieldType::Float,
        ValueType::Decimal => FieldType::Decimal,
        ValueType::Text => FieldType::Text,
        ValueType::Date => FieldType::Date,
        ValueType::DateTime => FieldType::DateTime,
        ValueType::Time => FieldType::Time,
        ValueType::Duration => FieldType::Duration,
        ValueType::Uuid => FieldType::Uuid,
        ValueType::Json => FieldType::Json,
        ValueType::Bytes => FieldType::Binary,
        ValueType::Ip => FieldType::GenericIpAddress,
        ValueType::Array(of) => FieldType::Array(Items::of(*of)),
        ValueType::Range(ValueType::Decimal) => FieldType::DecimalRange,
        ValueType::Range(ValueType::Date) => FieldType::DateRange,
        ValueType::Range(ValueType::DateTime) => FieldType::DateTimeRange,
        ValueType::Range(_) => FieldType::BigIntegerRange,
    }
}

impl State {
    /// The rows of a common table expression.
    pub(crate) fn of_cte(cte: Arc<Cte>) -> Self {
        let columns = (0..cte.model.columns.len()).map(|at| cte.column(at, None));
        let select = Select::Values(columns.collect());
        let model = cte.model;
        Self { select, cte: Some(cte), ..Self::new(model) }
    }

    /// Converts what is selected, where `to` names a type for a kind: databases take the types of a
    /// recursive query from its first part.
    pub(crate) fn converted(&self, kinds: &[ValueType], to: impl Fn(ValueType) -> Option<CastTo>) -> Self {
        let convert = |(node, kind): (Node, &ValueType)| match to(*kind) {
            None => node,
            Some(to) => {
                let argument = Argument { node, kind: *kind };
                Node::Shared(Arc::new(Node::function(FunctionName::Cast(to), vec![argument], *kind)))
            }
        };
        let mut state = self.clone();
        state.select = Select::Values(self.selected().into_iter().zip(kinds).map(convert).collect());
        state
    }
}
