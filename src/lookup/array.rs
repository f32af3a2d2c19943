//! Arrays, which PostgreSQL has: what they contain, how long they are, their items.

use std::ops::Range;

use crate::context::{Merge, Merged, OnPostgres};
use crate::expr::{Expr, MadeOnPostgres, Source};
use crate::field::{ArrayItem, FieldValue, HasItems};
use crate::kind::{Array, Comparable, Integer, Kind, KindOf};
use crate::literal::{Fits, Item};
use crate::model::{Model, Reads};
use crate::operand::{List, With};
use crate::path::Nullable;
use crate::predicate::Q;
use crate::state::{LookupName, Node, Right, Transform};
use crate::value::Value;

/// The type of the items of an array, without the `Option`.
type ItemOf<V> = <<<V as FieldValue>::Base as HasItems>::Item as ArrayItem>::Value;

/// What the lookups of an array take: a list of items, or another array of the row.
#[diagnostic::on_unimplemented(
    message = "a `{K}` expression of `{M}` is not compared with `{Self}`",
    label = "neither a list of items nor an array of `{M}`",
    note = "a list is an array, a `Vec`, a slice or a set: `post::tags.contains([\"rust\"])`",
    note = "Django raises ValueError, or lets the database convert it"
)]
pub trait ArrayOperand<M, K> {
    /// What it needs from around it.
    type Context: crate::context::Context;

    /// What to write into the query state.
    #[doc(hidden)]
    fn array(self) -> Node;
}

#[diagnostic::do_not_recommend]
impl<M, V, L> ArrayOperand<M, Array<V>> for L
where
    V: FieldValue<Base: HasItems>,
    L: List<Item: Item<Value: Fits<KindOf<ItemOf<V>>>>>,
{
    type Context = crate::context::Plain;

    fn array(self) -> Node {
        let items = self.values().into_iter().map(<KindOf<ItemOf<V>> as Kind>::bound).collect();
        Node::Value(Value::Array(&<KindOf<ItemOf<V>> as Kind>::TYPE, items))
    }
}

macro_rules! expressions {
    ($($ty:ty)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<M: Model + Reads<E::Model>, V: FieldValue, E: Source, L, N: 'static> ArrayOperand<M, Array<V>> for $ty
            where
                L: Kind + Comparable<Array<V>>,
            {
                type Context = E::Context;

                fn array(self) -> Node {
                    self.node()
                }
            }
        )*
    };
}

expressions! { Expr<E, L, N> &Expr<E, L, N> }

impl<E: Source, V: FieldValue<Base: HasItems>, N> Expr<E, Array<V>, N> {
    /// True where all of `items` are in it, in any order and number.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `tags__contains=["rust"]`. SQL: `@>`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::demo::on_postgres::booking::{Room, room};
    ///
    /// let found = Room::objects().order_by(()).filter(room::tags.contains(["quiet", "large"])).values_list(room::id);
    /// assert_eq!(
    ///     found.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "booking_room"."id" FROM "booking_room" WHERE "booking_room"."tags" @> CAST($1 AS varchar[])"#
    /// );
    /// ```
    pub fn contains<L>(&self, items: L) -> Q<E::Model, Merged<With<E, L::Context>, OnPostgres>>
    where
        L: ArrayOperand<E::Model, Array<V>>,
        E::Context: Merge<L::Context>,
        With<E, L::Context>: Merge<OnPostgres>,
    {
        Q::lookup(LookupName::ContainsItems, self.node(), Right::One(items.array()))
    }

    /// True where all of its items are in `items`. The empty array is in every one.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `tags__contained_by=["rust", "sql"]`. SQL: `<@`.
    pub fn contained_by<L>(&self, items: L) -> Q<E::Model, Merged<With<E, L::Context>, OnPostgres>>
    where
        L: ArrayOperand<E::Model, Array<V>>,
        E::Context: Merge<L::Context>,
        With<E, L::Context>: Merge<OnPostgres>,
    {
        Q::lookup(LookupName::ContainedBy, self.node(), Right::One(items.array()))
    }

    /// True where one of `items` is in it.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `tags__overlap=["rust", "sql"]`. SQL: `&&`.
    pub fn overlap<L>(&self, items: L) -> Q<E::Model, Merged<With<E, L::Context>, OnPostgres>>
    where
        L: ArrayOperand<E::Model, Array<V>>,
        E::Context: Merge<L::Context>,
        With<E, L::Context>: Merge<OnPostgres>,
    {
        Q::lookup(LookupName::Overlap, self.node(), Right::One(items.array()))
    }
}

impl<E: Source, V: FieldValue<Base: HasItems>, N> Expr<E, Array<V>, N>
where
    E::Context: Merge<OnPostgres>,
{
    /// The number of its items: 0 of the empty array.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `tags__len`. SQL: `CARDINALITY(…)`.
    #[must_use]
    #[doc(alias = "cardinality")]
    pub fn len(&self) -> Expr<MadeOnPostgres<E>, Integer, N> {
        Expr::computed(Node::Transform(Transform::ArrayLength, Box::new(self.node())))
    }

    /// Its item at a place, counted from 0: `None` where there is none.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `tags__0`. SQL: `tags[1]`.
    #[must_use]
    pub fn index(&self, place: usize) -> Expr<MadeOnPostgres<E>, KindOf<ItemOf<V>>, Nullable> {
        Expr::computed(Node::Transform(Transform::ArrayItem(place), Box::new(self.node())))
    }

    /// Its items from one place to before another, counted from 0.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `tags__0_2`. SQL: `tags[1:2]`.
    #[must_use]
    pub fn slice(&self, places: Range<usize>) -> Expr<MadeOnPostgres<E>, Array<V>, N> {
        Expr::computed(Node::Transform(
            Transform::ArraySlice(places.start, places.end),
            Box::new(self.node()),
        ))
    }
}
