//! Common table expressions: the WITH clause.

use std::sync::Arc;

use sea_query as sql;

use super::union::Query;
use super::{Compiler, Purpose, place_name};
use crate::capability::Capability;
use crate::dialect::{self, Writer};
use crate::error::Error;
use crate::meta;
use crate::state::{Argument, Body, CastTo, Cte, Function, FunctionName, Node, State};
use crate::value::{Value, ValueType};

/// A WITH clause in the making.
#[derive(Default)]
struct With {
    /// What is defined already, in the order of the clause.
    defined: Vec<Arc<Cte>>,
    /// Those whose definitions are being compiled, outermost first.
    open: Vec<&'static meta::Model>,
    texts: Vec<String>,
    recursive: bool,
}

impl Compiler {
    /// Remembers that the statement reads the rows of a common table expression.
    pub(super) fn read_cte(&mut self, cte: &Arc<Cte>) {
        if !self.ctes.iter().any(|other| Arc::ptr_eq(other, cte)) {
            self.ctes.push(Arc::clone(cte));
        }
    }

    /// Writes the FROM clause of a level, and remembers its tables: no common table expression has their names.
    pub(super) fn write_from(&mut self, level: usize, query: &mut sql::SelectStatement) {
        self.read_tables.extend(self.levels[level].read_tables());
        self.levels[level].write_from(query);
    }

    /// A query as a statement, with the definitions of what it reads.
    pub(super) fn render(&mut self, query: Query) -> Result<Writer, Error> {
        Ok(self.with_ctes(query)?.render(self.dialect))
    }

    /// A query behind the definitions of what it reads.
    pub(super) fn with_ctes(&mut self, query: Query) -> Result<Query, Error> {
        if self.ctes.is_empty() {
            return Ok(query);
        }
        let mut with = With::default();
        self.define_all(&mut with)?;
        for cte in &with.defined {
            let name = cte.model.name;
            if self.read_tables.iter().any(|table| table.eq_ignore_ascii_case(name)) {
                return refuse(format!(
                    "the common table expression `{name}` is named like a table that the query reads; give it \
                     another name"
                ));
            }
        }
        let keyword = if with.recursive { "WITH RECURSIVE" } else { "WITH" };
        let text = format!("{keyword} {} {}", with.texts.join(", "), query.into_text(self.dialect));
        Ok(Query::Text(text))
    }

    fn define_all(&mut self, with: &mut With) -> Result<(), Error> {
        for cte in std::mem::take(&mut self.ctes) {
            self.define(&cte, with)?;
        }
        Ok(())
    }

    /// Defines a common table expression, behind those that it reads.
    fn define(&mut self, cte: &Arc<Cte>, with: &mut With) -> Result<(), Error> {
        if with.defined.iter().any(|other| Arc::ptr_eq(other, cte)) {
            return Ok(());
        }
        let name = cte.model.name;
        if matches!(cte.body, Body::Itself) {
            return match with.open.last() {
                Some(model) if *model == cte.model => Ok(()),
                _ => {
                    refuse(format!("the rows of `{name}` so far are read inside of its own definition only"))
                }
            };
        }
        if with.defined.iter().any(|other| other.model.name == name)
            || with.open.iter().any(|open| open.name == name)
        {
            return refuse(format!("two common table expressions are named `{name}`; give one another name"));
        }
        with.open.push(cte.model);
        let body = self.body(cte)?;
        self.define_all(with)?;
        with.open.pop();
        with.recursive |= matches!(cte.body, Body::Recursive { .. });
        let dialect = self.dialect;
        let columns = cte.model.columns.iter().map(|column| dialect.quote(column.column)).collect::<Vec<_>>();
        let hint = match cte.materialized.filter(|_| dialect.has(Capability::MaterializedHint)) {
            None => "",
            Some(true) => "MATERIALIZED ",
            Some(false) => "NOT MATERIALIZED ",
        };
        with.texts.push(format!("{} ({}) AS {hint}({body})", dialect.quote(name), columns.join(", ")));
        with.defined.push(Arc::clone(cte));
        Ok(())
    }

    /// The query of a common table expression, as text.
    fn body(&mut self, cte: &Cte) -> Result<String, Error> {
        let columns = cte.model.columns.len();
        let kinds: Vec<ValueType> =
            cte.model.columns.iter().map(|column| column.field_type.value_type()).collect();
        match &cte.body {
            Body::Itself => unreachable!("it has no definition"),
            Body::Query(state) => match self.query(state, Purpose::Part)? {
                Some(query) => Ok(query.into_text(self.dialect)),
                None => self.no_rows(&kinds),
            },
            Body::Recursive { first, next, distinct } => {
                check_recursive(next)?;
                let dialect = self.dialect;
                let to = |kind| dialect.recursive_cast(kind);
                let (first, next) = (first.converted(&kinds, to), next.converted(&kinds, to));
                let Some(query) = self.query(&first, Purpose::Part)? else { return self.no_rows(&kinds) };
                let begins = self.between(&first, query, columns, true);
                let Some(query) = self.query(&next, Purpose::Part)? else { return Ok(begins) };
                let goes_on = query.into_text(self.dialect);
                let union = if *distinct { "UNION" } else { "UNION ALL" };
                Ok(format!("{begins} {union} {goes_on}"))
            }
        }
    }

    /// A query without rows, whose columns have types all the same.
    fn no_rows(&mut self, kinds: &[ValueType]) -> Result<String, Error> {
        let mut query = sql::Query::select();
        for (at, kind) in kinds.iter().enumerate() {
            let argument = Argument { node: Node::Value(Value::Null(*kind)), kind: *kind };
            let name = FunctionName::Cast(CastTo::Kind(*kind));
            let cast = Function { name, arguments: vec![argument], kind: *kind };
            let null = sql::Expr::custom_keyword("NULL");
            query.expr_as(dialect::function(self.dialect, &cast, vec![null])?, place_name(at));
        }
        Ok(format!("{} LIMIT 0", self.dialect.select_text(&query)))
    }
}

/// Refuses what no database takes in the part of a recursive query that reads itself.
fn check_recursive(next: &State) -> Result<(), Error> {
    if next.group.is_some() || next.is_sliced() || next.is_distinct() || next.combined.is_some() {
        let message = "the part of a recursive common table expression that reads itself has no aggregate, no \
                       slice, no `distinct()` and no `union()`: ask for them of the outcome";
        return refuse(message.to_owned());
    }
    Ok(())
}

fn refuse<T>(message: String) -> Result<T, Error> {
    Err(Error::InvalidQuery { message })
}
