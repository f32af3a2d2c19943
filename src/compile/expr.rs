//! Expressions.

use sea_query as sql;

use super::Compiler;
use super::join::Reached;
use crate::dialect::{self, MARK};
use crate::error::Error;
use crate::meta::{self, FieldType};
use crate::state::{Node, RawSql, Transform};
use crate::value::Value;
use crate::zone::Zone;

impl Compiler {
    /// An expression of the query at `level`, joined to it.
    pub(super) fn expr(&mut self, level: usize, node: &Node) -> Result<sql::Expr, Error> {
        match node {
            Node::Column(column) | Node::Related(column) => {
                let (reached, _) = self.levels[level].reach(column.steps, column.column);
                Ok(self.levels[level].column(reached))
            }
            Node::Value(value) => Ok(self.bind(value.clone())),
            Node::Shared(node) => self.expr(level, node),
            Node::Outer(node) => match level.checked_sub(1) {
                Some(outer) => self.expr(outer, node),
                None => Err(Error::InvalidQuery {
                    message:
                        "this query refers to an outer query, but there is none; use it inside `exists(…)`"
                            .to_owned(),
                }),
            },
            Node::Arithmetic(operator, operands) => {
                let [left, right] = &**operands;
                let left = self.number(level, left)?;
                let right = self.number(level, right)?;
                Ok(self.dialect.arithmetic(*operator, left, right))
            }
            Node::Transform(transform, of) => {
                let expr = self.expr(level, of)?;
                Ok(self.transform(*transform, expr, of))
            }
            // By itself it is the same moment: only its parts differ.
            Node::AtZone(_, of) => self.expr(level, of),
            Node::Raw(raw) => self.raw(raw),
            Node::Random => Ok(self.dialect.random()),
            Node::Lookup(_) | Node::All(_) | Node::Any(_) | Node::Xor(_) | Node::Not(_) | Node::Exists(_) => {
                self.predicate(level, node)
            }
        }
    }

    /// An operand of arithmetic.
    fn number(&mut self, level: usize, node: &Node) -> Result<sql::Expr, Error> {
        let expr = self.expr(level, node)?;
        match node {
            Node::Value(Value::Decimal(_)) => Ok(self.dialect.decimal_value(expr)),
            _ => Ok(expr),
        }
    }

    pub(super) fn transform(&mut self, transform: Transform, expr: sql::Expr, of: &Node) -> sql::Expr {
        let zone = zone_of(of);
        if let Some(zone) = zone
            && !self.zones.contains(zone)
        {
            self.zones.push(zone.clone());
        }
        let zone = zone.map_or("UTC", Zone::name);
        dialect::transform(self.dialect, transform, expr, field_type(of), zone)
    }

    /// The column or the transform of one that a lookup begins with, on top of a column that was
    /// reached already.
    pub(super) fn on_column(&mut self, level: usize, node: &Node, reached: Reached) -> sql::Expr {
        match node {
            Node::Shared(node) => self.on_column(level, node, reached),
            Node::Transform(transform, of) => {
                let expr = self.on_column(level, of, reached);
                self.transform(*transform, expr, of)
            }
            Node::AtZone(_, of) => self.on_column(level, of, reached),
            _ => self.levels[level].column(reached),
        }
    }

    /// SQL text of the user's: each `?` outside of quotes becomes a placeholder.
    fn raw(&mut self, raw: &RawSql) -> Result<sql::Expr, Error> {
        let parts = dialect::between_placeholders(raw.sql);
        if parts.len() - 1 != raw.operands.len() {
            let (wanted, bound) = (parts.len() - 1, raw.operands.len());
            let message = format!("`{}` has {wanted} `?`, but {bound} values are bound", raw.sql);
            return Err(Error::InvalidQuery { message });
        }
        let mut text = String::with_capacity(raw.sql.len() + 2);
        for (at, part) in parts.into_iter().enumerate() {
            if let Some(value) = at.checked_sub(1).map(|at| raw.operands[at].clone()) {
                let index = self.bind_index(value);
                text.push_str(&format!("{MARK}{index}{MARK}"));
            }
            text.extend(part.chars().filter(|character| *character != MARK));
        }
        Ok(sql::Expr::Custom(text.into()))
    }
}

/// The field type of an expression, as far as it decides how SQL is spelt.
pub(super) fn field_type(node: &Node) -> Option<FieldType> {
    match node {
        Node::Transform(Transform::Date, _) => Some(FieldType::Date),
        Node::Transform(Transform::Time, _) => Some(FieldType::Time),
        Node::Transform(Transform::Abs, of) => field_type(of),
        Node::Column(column) => Some(column.column.field_type),
        Node::AtZone(_, node) => field_type(node),
        Node::Shared(node) => field_type(node),
        Node::Outer(node) => field_type(node),
        _ => None,
    }
}

/// The zone in which the parts of an expression are meant, where it is not UTC.
pub(super) fn zone_of(node: &Node) -> Option<&Zone> {
    match node {
        Node::AtZone(zone, _) => Some(zone),
        _ => None,
    }
}

/// The column that a chain of transforms begins with.
pub(super) fn path_column(node: &Node) -> Option<crate::state::ColumnRef> {
    match node {
        Node::Column(column) => Some(*column),
        Node::AtZone(_, node) => path_column(node),
        Node::Shared(node) => path_column(node),
        Node::Transform(_, of) => path_column(of),
        _ => None,
    }
}

/// Whether an expression is a column itself, and which.
pub(super) fn plain_column(node: &Node) -> Option<&'static meta::Column> {
    plain_ref(node).map(|column| column.column)
}

/// Whether an expression is a column itself, and how it is reached.
pub(super) fn plain_ref(node: &Node) -> Option<crate::state::ColumnRef> {
    match node {
        Node::Column(column) => Some(*column),
        Node::Shared(node) => plain_ref(node),
        _ => None,
    }
}
