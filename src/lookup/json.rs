//! JSON: the way into documents, and the lookups that only documents and their keys have.

use std::sync::Arc;

use crate::backend::NotSqlite;
use crate::context::{Merge, Merged, NoOuter, Refers};
use crate::expr::{Expr, Made, Source};
use crate::field::FieldValue;
use crate::kind::{self, Comparable, Json, Text};
use crate::literal::{Fits, Item};
use crate::model::AllAre;
use crate::operand::{List, Operand, Seen, With};
use crate::path::Nullable;
use crate::predicate::Q;
use crate::state::{JsonKey, LookupName, Node, Right};
use crate::value::Value;

/// The name of a key in a document: text.
#[diagnostic::on_unimplemented(
    message = "a key of a document is named by text, not by `{Self}`",
    label = "not text",
    note = "an item of an array is at an index: `.index(0)`"
)]
pub trait KeyName {
    #[doc(hidden)]
    fn name(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl KeyName for &str {
    fn name(&self) -> &str {
        self
    }
}

#[diagnostic::do_not_recommend]
impl KeyName for String {
    fn name(&self) -> &str {
        self
    }
}

#[diagnostic::do_not_recommend]
impl KeyName for &String {
    fn name(&self) -> &str {
        self
    }
}

/// Needs a database that knows whether a document is in another one.
type Contains = Refers<NoOuter, NoOuter, NotSqlite>;

macro_rules! documents {
    ($([$($generics:tt)*] $kind:ty;)*) => {
        $(
            impl<E: Source, $($generics)* N> Expr<E, $kind, N> {
                /// What it has under the key `name`; `None` where it is no object, or has no such key.
                ///
                /// Keys chain, to any depth. Every text is a key: nothing in it is read as a path. MariaDB
                /// does not find a key that begins with `-`.
                ///
                /// Django: `data__name`, `KeyTransform("name", "data")`, where digits are an index.
                ///
                /// # Example
                ///
                /// ```
                /// # use queryset::doctest::*;
                /// let e = specimen::data.key("c").key("d").index(0).key("e");
                /// let query = Specimen::objects().filter(e.exact(5)).values_list(specimen::label);
                /// assert_eq!(
                ///     query.sql::<Postgres>().unwrap(),
                ///     r#"SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (((("blog_specimen"."data" -> $1) -> $2) #> CAST($3 AS text[])) -> $4) = $5"#
                /// );
                /// ```
                #[doc(alias = "KeyTransform")]
                pub fn key<S: KeyName>(&self, name: S) -> Expr<Made<E>, kind::JsonKey, Nullable> {
                    Expr::computed(Node::Key(JsonKey::Name(Arc::from(name.name())), Box::new(self.node())))
                }

                /// What it has at the place `index`, counted from 0; `None` where it is no array, or is
                /// shorter. As in Django, what is no array counts as one of a single item on MySQL, and on PostgreSQL
                /// where the index is the only key of the path.
                ///
                /// Django: `data__0`, `KeyTransform(0, "data")`.
                #[doc(alias = "KeyTransform")]
                pub fn index(&self, index: usize) -> Expr<Made<E>, kind::JsonKey, Nullable> {
                    Expr::computed(Node::Key(JsonKey::Index(index), Box::new(self.node())))
                }

                /// It, as text: a text without its quotes, anything else as it is written in JSON. JSON's
                /// `null` is `NULL` on PostgreSQL, and the text `null` elsewhere, as in Django.
                ///
                /// [`cast()`](Self::cast) makes a number of it, or a date.
                ///
                /// Django: `KT("data__name")`, `KeyTextTransform("name", "data")`.
                ///
                /// # Example
                ///
                /// ```
                /// # use queryset::doctest::*;
                /// # tokio_test(async |db| {
                /// let size = specimen::data.key("size").as_text().cast::<kind::Integer>();
                /// let total: Option<i64> = Specimen::objects().aggregate(size.sum(), &db).await?;
                /// assert_eq!(total, None);
                /// # Ok(()) });
                /// ```
                #[doc(alias = "KT")]
                #[doc(alias = "KeyTextTransform")]
                #[must_use]
                pub fn as_text(&self) -> Expr<Made<E>, Text, Nullable> {
                    Expr::computed(Node::JsonText(Box::new(self.node())))
                }

                /// True where all of `document` is in it: an object with the same values under its keys, an
                /// array with all of its items. To look for a part of a text, write
                /// [`as_text()`](Self::as_text) before it.
                ///
                /// Django: `data__contains={…}`. SQL: `@>`, on MySQL `JSON_CONTAINS`. Databases: PostgreSQL,
                /// MySQL.
                pub fn contains<V>(&self, document: V) -> Q<E::Model, Merged<With<E, V::Context>, Contains>, Seen<E, V::Depth>>
                where
                    V: Operand<E::Model, Json, Models: AllAre<E::Model>, Kind: Comparable<Json>>,
                    E::Context: Merge<V::Context>,
                    With<E, V::Context>: Merge<Contains>,
                {
                    Q::lookup(LookupName::ContainsDocument, self.node(), Right::One(document.operand()))
                }

                /// True where all of it is in `document`.
                ///
                /// Django: `data__contained_by={…}`. SQL: `<@`, on MySQL `JSON_CONTAINS`. Databases:
                /// PostgreSQL, MySQL.
                pub fn contained_by<V>(&self, document: V) -> Q<E::Model, Merged<With<E, V::Context>, Contains>, Seen<E, V::Depth>>
                where
                    V: Operand<E::Model, Json, Models: AllAre<E::Model>, Kind: Comparable<Json>>,
                    E::Context: Merge<V::Context>,
                    With<E, V::Context>: Merge<Contains>,
                {
                    Q::lookup(LookupName::ContainedBy, self.node(), Right::One(document.operand()))
                }

                /// True where it is an object with the key `name`, whatever is under it. On PostgreSQL an
                /// array of texts has each of them for a key.
                ///
                /// Django: `data__has_key="…"`. SQL: `?`, on SQLite `JSON_TYPE(…) IS NOT NULL`, on MySQL
                /// `JSON_CONTAINS_PATH`.
                pub fn has_key<S: KeyName>(&self, name: S) -> Q<E::Model, E::Context, Seen<E>> {
                    let name = Node::Value(Value::Text(name.name().to_owned()));
                    Q::lookup(LookupName::HasKey, self.node(), Right::One(name))
                }

                /// True where it is an object with all of the keys `names`.
                ///
                /// Django: `data__has_keys=[…]`.
                pub fn has_keys<L>(&self, names: L) -> Q<E::Model, E::Context, Seen<E>>
                where
                    L: List<Item: Item<Value: Fits<Text>>>,
                {
                    Q::lookup(LookupName::HasKeys, self.node(), Right::values(names.values()))
                }

                /// True where it is an object with one of the keys `names`.
                ///
                /// Django: `data__has_any_keys=[…]`.
                pub fn has_any_keys<L>(&self, names: L) -> Q<E::Model, E::Context, Seen<E>>
                where
                    L: List<Item: Item<Value: Fits<Text>>>,
                {
                    Q::lookup(LookupName::HasAnyKeys, self.node(), Right::values(names.values()))
                }
            }
        )*
    };
}

documents! {
    [T: FieldValue,] Json<T>;
    [] kind::JsonKey;
}
