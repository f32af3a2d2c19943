//! How arrays and ranges are compared. Each type of them is one of its own for PostgreSQL, so the right
//! side is cast to the type of the left one, as Django does.

use sea_query as sql;
use sea_query::ExprTrait;

use super::Compiler;
use super::condition::Cond;
use super::lookup::{RightExpr, comparison, mismatch};
use crate::capability::Capability;
use crate::dialect::{
    cast_to, collection_operator, placeholder, type_of_bounds, type_of_column, type_of_value,
};
use crate::error::Error;
use crate::meta::FieldType;
use crate::state::{Lookup, LookupName, Node, Right};
use crate::value::{Value, ValueType};

/// What the right side of a lookup is cast to.
struct CastTypes {
    /// An array or a range.
    whole: String,
    /// What is in a range.
    bound: String,
}

impl CastTypes {
    fn of_column(field_type: FieldType) -> Self {
        let bound = type_of_bounds(field_type).unwrap_or(field_type);
        Self { whole: type_of_column(field_type), bound: type_of_column(bound) }
    }

    fn of_value(value_type: ValueType) -> Self {
        let bound = match value_type {
            ValueType::Range(of) => *of,
            other => other,
        };
        Self { whole: type_of_value(value_type), bound: type_of_value(bound) }
    }
}

impl Compiler {
    /// A lookup on an array or on a range, `of` its type.
    pub(super) fn compare_collection(
        &mut self,
        lookup: &Lookup,
        of: ValueType,
        left: sql::Expr,
        right: RightExpr<'_>,
    ) -> Result<Cond, Error> {
        match of {
            ValueType::Range(_) => self.dialect.demand(Capability::Ranges, "ranges")?,
            _ => self.dialect.demand(Capability::Arrays, "arrays")?,
        }
        let (left, types) = match own_column(&lookup.left) {
            Some(field_type) => (left, CastTypes::of_column(field_type)),
            None => (cast_to(left, type_of_value(of)), CastTypes::of_value(of)),
        };
        let name = lookup.name;
        Ok(match (name, right) {
            (LookupName::In, RightExpr::Each(items)) if items.is_empty() => Cond::Never,
            (LookupName::In, RightExpr::Each(items)) => {
                let items = items.into_iter().map(|item| self.whole(name, item, &types));
                Cond::Is(left.is_in(items.collect::<Result<Vec<_>, _>>()?))
            }
            (LookupName::In, RightExpr::Query(None)) => Cond::Never,
            (LookupName::In, RightExpr::Query(Some(query))) => Cond::Is(query.contains(left)),
            (LookupName::Range, RightExpr::Each(bounds)) => {
                let bounds = bounds.into_iter().map(|bound| self.whole(name, bound, &types));
                let bounds: [sql::Expr; 2] =
                    bounds.collect::<Result<Vec<_>, _>>()?.try_into().map_err(|_| mismatch(name))?;
                let [low, high] = bounds;
                Cond::Is(left.between(low, high))
            }
            (name, right) => {
                let operator = comparison(name).or_else(|| collection_operator(name));
                let operator = operator.ok_or_else(|| mismatch(name))?;
                let right = match is_bound(lookup, of) {
                    true => cast_to(self.uncast(name, right)?, types.bound),
                    false => self.whole(name, right, &types)?,
                };
                Cond::Is(left.binary(operator, right))
            }
        })
    }

    fn whole(
        &mut self,
        name: LookupName,
        right: RightExpr<'_>,
        types: &CastTypes,
    ) -> Result<sql::Expr, Error> {
        Ok(cast_to(self.uncast(name, right)?, types.whole.clone()))
    }

    fn uncast(&mut self, name: LookupName, right: RightExpr<'_>) -> Result<sql::Expr, Error> {
        match right {
            RightExpr::Value(value) => Ok(placeholder(self.bind_index(value))),
            RightExpr::One(right) => Ok(right),
            _ => Err(mismatch(name)),
        }
    }
}

/// Whether a range is asked for a value, not for a range.
fn is_bound(lookup: &Lookup, of: ValueType) -> bool {
    let Right::One(right) = &lookup.right else { return false };
    let is_whole = match right {
        Node::Value(value) => matches!(value, Value::Range(..) | Value::Null(ValueType::Range(_))),
        right => right.collection().is_some(),
    };
    lookup.name == LookupName::ContainsItems && matches!(of, ValueType::Range(_)) && !is_whole
}

/// The type of a column of a table. What a common table expression has may be computed.
fn own_column(node: &Node) -> Option<FieldType> {
    match node {
        Node::Column(column) => Some(column.column.field_type),
        Node::Shared(node) => own_column(node),
        _ => None,
    }
}
