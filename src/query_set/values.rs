//! The shapes of rows: `values()`, `values_list()`, `flat()`, `named()`, `only()`, `defer()`.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Annotated, IsOneQuery, QuerySet, Reselects, Stages};
use crate::context::{Context, Merge, Merged};
use crate::decode::Cells;
use crate::depth::ForAnnotate;
use crate::error::Error;
use crate::expr::At;
use crate::field::FieldValue;
use crate::model::{AllAre, Model};
use crate::path::Root;
use crate::record::{Defer, Load, Mark, Marked, PartialList, loaded_columns};
use crate::selection::{AllOf, Column1, Fields, KeyOf, Marks, Name, OneColumn, Rest, Selection, UpTo16};
use crate::state::{Node, Select};

/// Rows are instances of the model.
#[derive(Clone, Copy, Debug, Default)]
pub struct Instances;

/// Rows are instances of the model of which some fields were not loaded: [`Partial`](crate::Partial).
pub struct PartialRows<L>(PhantomData<fn() -> L>);

impl<L> PartialRows<L> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

/// Rows are [`Record`](crate::Record)s.
pub struct Values<L>(pub(super) PhantomData<fn() -> L>);

impl<L> Values<L> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

/// Rows are the tuples `T`.
pub struct ValuesList<T> {
    pub(super) decode: fn(&dyn Cells) -> Result<T, Error>,
    pub(super) names: Names,
}

/// The names of the fields of tuples.
#[derive(Clone)]
pub(super) struct Names {
    /// Those of the selection, by its nodes.
    of: fn(&[Node]) -> Vec<Name>,
    /// Those of annotations behind it.
    more: Vec<Name>,
}

impl Names {
    pub(super) fn with(mut self, name: Name) -> Self {
        self.more.push(name);
        self
    }

    /// All, where these nodes are selected.
    fn spelled(self, nodes: &[Node]) -> Arc<[String]> {
        (self.of)(nodes).into_iter().chain(self.more).map(Name::spelled).collect()
    }
}

/// Rows are the values of one field.
pub struct Flat<V> {
    pub(super) decode: fn(&dyn Cells) -> Result<(V,), Error>,
}

/// Rows are the tuples `T`, with the names of their fields.
pub struct Named<T> {
    pub(super) decode: fn(&dyn Cells) -> Result<T, Error>,
    pub(super) names: Arc<[String]>,
}

impl<L> Clone for PartialRows<L> {
    fn clone(&self) -> Self {
        Self(PhantomData)
    }
}

impl<L> Clone for Values<L> {
    fn clone(&self) -> Self {
        Self(PhantomData)
    }
}

impl<T> Clone for ValuesList<T> {
    fn clone(&self) -> Self {
        Self { decode: self.decode, names: self.names.clone() }
    }
}

impl<V> Clone for Flat<V> {
    fn clone(&self) -> Self {
        Self { decode: self.decode }
    }
}

impl<T> Clone for Named<T> {
    fn clone(&self) -> Self {
        Self { decode: self.decode, names: Arc::clone(&self.names) }
    }
}

/// Says that rows are instances of `M`, or parts of them, with or without annotations: `L` is the list
/// of what is loaded, and `P` what is loaded from now on.
#[diagnostic::on_unimplemented(
    message = "`only()` and `defer()` choose fields of instances, and the rows of this query set are values",
    label = "not after `values()` or `values_list()`: select fewer fields there",
    note = "Django raises TypeError: Cannot call only() after .values() or .values_list()"
)]
pub trait ModelRows<M, L, P> {
    /// The rows with other fields loaded.
    type Out;

    #[doc(hidden)]
    fn loading(self) -> Self::Out;
}

#[diagnostic::do_not_recommend]
impl<M, L, P> ModelRows<M, Rest<L>, P> for PartialRows<L> {
    type Out = PartialRows<P>;

    fn loading(self) -> PartialRows<P> {
        PartialRows::new()
    }
}

#[diagnostic::do_not_recommend]
impl<M: ModelLists, P> ModelRows<M, AllOf<M>, P> for Instances {
    type Out = PartialRows<P>;

    fn loading(self) -> PartialRows<P> {
        PartialRows::new()
    }
}

#[diagnostic::do_not_recommend]
impl<M, L, P, B: ModelRows<M, L, P>, T> ModelRows<M, L, P> for Annotated<B, T> {
    type Out = Annotated<B::Out, T>;

    fn loading(self) -> Self::Out {
        self.map_base(ModelRows::loading)
    }
}

/// The lists of a model's fields that `only()` and `defer()` begin with.
#[doc(hidden)]
pub trait ModelLists: Model {
    type All: PartialList;
    type KeyOnly: PartialList;
}

impl<M: Model<Fields: Marked>> ModelLists for M
where
    <M::Fields as Marked>::AllDeferred: Mark<At<Root<M>, M::KeyColumn>, M::KeyPlace, Load>,
    <<M::Fields as Marked>::AllDeferred as Mark<At<Root<M>, M::KeyColumn>, M::KeyPlace, Load>>::Out:
        PartialList,
{
    type All = <M::Fields as Marked>::AllLoaded;
    type KeyOnly =
        <<M::Fields as Marked>::AllDeferred as Mark<At<Root<M>, M::KeyColumn>, M::KeyPlace, Load>>::Out;
}

/// Says that rows are tuples of one field, `V`.
#[diagnostic::on_unimplemented(
    message = "`flat()` follows a `values_list()` of exactly one field",
    label = "select one field: `values_list(entry::headline).flat()`",
    note = "Django raises TypeError: 'flat' is not valid when values_list is called with more than one field."
)]
pub trait SingleField<V> {
    #[doc(hidden)]
    fn flat(self) -> Flat<V>;
}

#[diagnostic::do_not_recommend]
impl<V> SingleField<V> for ValuesList<(V,)> {
    fn flat(self) -> Flat<V> {
        Flat { decode: self.decode }
    }
}

/// Says that rows are tuples `T`.
#[diagnostic::on_unimplemented(
    message = "`named()` is for the rows of `values_list()`",
    label = "not after `flat()`, and the rows of `values()` have names without it",
    note = "Django raises TypeError: 'flat' and 'named' can't be used together."
)]
pub trait TupleRows<T> {
    #[doc(hidden)]
    fn named(self, nodes: &[Node]) -> Named<T>;
}

#[diagnostic::do_not_recommend]
impl<T> TupleRows<T> for ValuesList<T> {
    fn named(self, nodes: &[Node]) -> Named<T> {
        Named { decode: self.decode, names: self.names.spelled(nodes) }
    }
}

#[diagnostic::do_not_recommend]
impl<V: FieldValue> Column1 for Flat<V> {
    type Value = V;
    type Item = V;
}

#[diagnostic::do_not_recommend]
impl<V: FieldValue> Column1 for Flat<Option<V>> {
    type Value = V;
    type Item = Option<V>;
}

#[diagnostic::do_not_recommend]
impl<V: FieldValue> Column1 for ValuesList<(V,)> {
    type Value = V;
    type Item = V;
}

#[diagnostic::do_not_recommend]
impl<V: FieldValue> Column1 for ValuesList<(Option<V>,)> {
    type Value = V;
    type Item = Option<V>;
}

#[diagnostic::do_not_recommend]
impl<V> OneColumn for Flat<V> where Self: Column1 {}
#[diagnostic::do_not_recommend]
impl<V> OneColumn for ValuesList<(V,)> where Self: Column1 {}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Rows of the named fields, each of its own type: [`Record`](crate::Record)s, which serialize as
    /// maps with Django's keys. `entry::ALL` names all fields of the model.
    ///
    /// Django: `values("headline", "blog__name")`. SQL: only these columns are read.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().values((entry::headline, entry::blog().name));
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."headline", "blog_blog"."name" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id""#
    /// );
    /// ```
    pub fn values<F: Fields<Models: AllAre<M>, Depths: ForAnnotate>>(
        mut self,
        fields: F,
    ) -> QuerySet<M, Values<F::List>, S, Merged<X, F::Context>>
    where
        S::Origin: Reselects<R>,
        X: Merge<F::Context>,
    {
        self.state.select_values(fields.fields());
        self.reshape(Values(PhantomData))
    }

    /// Rows as tuples of the named expressions, up to 16. `blog::ALL` names all fields of the model.
    ///
    /// Django: `values_list("headline", "rating")`. SQL: only these columns are read.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let rows: Vec<(String, Option<i32>)> =
    ///     Entry::objects().values_list((entry::headline, entry::rating)).all(&db).await?;
    /// # let _ = rows;
    /// # Ok(()) });
    /// ```
    pub fn values_list<F: Selection<Models: AllAre<M>, Size: UpTo16, Depths: ForAnnotate>, Y>(
        mut self,
        fields: F,
    ) -> QuerySet<M, ValuesList<F::Tuple>, S, Y>
    where
        S::Origin: Reselects<R>,
        X: Merge<F::Context, Out = Y>,
    {
        self.state.select_values(fields.nodes());
        self.reshape(ValuesList { decode: F::decode, names: Names { of: F::names, more: Vec::new() } })
    }

    /// Rows as the bare values of the one selected field.
    ///
    /// Django: `values_list("headline", flat=True)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let headlines: Vec<String> = Entry::objects().values_list(entry::headline).flat().all(&db).await?;
    /// # let _ = headlines;
    /// # Ok(()) });
    /// ```
    pub fn flat<V>(self) -> QuerySet<M, Flat<V>, S, X>
    where
        R: SingleField<V>,
    {
        let QuerySet { state, rows, stage } = self;
        QuerySet { state, rows: rows.flat(), stage }
    }

    /// Rows as tuples that know the names of their fields, and serialize as maps.
    ///
    /// Django: `values_list("headline", "rating", named=True)`.
    pub fn named<T>(self) -> QuerySet<M, Named<T>, S, X>
    where
        R: TupleRows<T>,
    {
        let QuerySet { state, rows, stage } = self;
        let rows = rows.named(&state.selected());
        QuerySet { state, rows, stage }
    }

    /// Loads only the named fields of the model, and the primary key: rows are
    /// [`Partial`](crate::Partial) instances. A later call replaces an earlier one, and what `defer()`
    /// has left out: `only(entry::ALL)` loads everything again.
    ///
    /// Fields of a related row are named where it is loaded:
    /// `select_related(entry::blog().only(blog::name))`.
    ///
    /// Django: `only("headline", "rating")`; `defer(None)` for `only(entry::ALL)`.
    pub fn only<F, A, L, I, O>(self, _fields: F) -> QuerySet<M, O, S, X>
    where
        S::Origin: IsOneQuery,
        R: ModelRows<M, A, L, Out = O>,
        F: Marks<KeyOf<M>, I, Load, Out = L>,
        L: PartialList,
    {
        let QuerySet { mut state, rows, stage } = self;
        state.select = Select::Fields(loaded_columns::<L>(M::META));
        state.unstick();
        QuerySet { state, rows: rows.loading(), stage }
    }

    /// Loads all fields of the model but the named ones: rows are [`Partial`](crate::Partial)
    /// instances. A later call leaves out more. The primary key is always loaded.
    ///
    /// Django: `defer("body_text")`.
    pub fn defer<F, A, D, L, I, O>(self, _fields: F) -> QuerySet<M, O, S, X>
    where
        S::Origin: IsOneQuery,
        R: ModelRows<M, A, L, Out = O>,
        F: Marks<A, I, Defer, Out = D>,
        D: Mark<At<Root<M>, M::KeyColumn>, M::KeyPlace, Load, Out = L>,
        L: PartialList,
    {
        let QuerySet { mut state, rows, stage } = self;
        state.select = Select::Fields(loaded_columns::<L>(M::META));
        state.unstick();
        QuerySet { state, rows: rows.loading(), stage }
    }
}

/// A row of `named()`: a tuple that knows the names of its fields.
///
/// It can be used like the tuple (`row.0`), and serializes as a map.
#[derive(Clone)]
pub struct NamedRow<T> {
    tuple: T,
    names: Arc<[String]>,
}

impl<T> NamedRow<T> {
    /// The names of the fields, in their order: `headline`, `blog__name`.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The row as a bare tuple.
    #[must_use]
    pub fn into_tuple(self) -> T {
        self.tuple
    }
}

impl<T> Deref for NamedRow<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.tuple
    }
}

impl<T: PartialEq> PartialEq for NamedRow<T> {
    fn eq(&self, other: &Self) -> bool {
        self.tuple == other.tuple && self.names == other.names
    }
}

/// A tuple whose fields can be shown one by one.
#[doc(hidden)]
pub trait EachField {
    fn debug_fields(&self, visit: &mut dyn FnMut(&dyn fmt::Debug));
}

/// A tuple whose fields can be serialized one by one.
#[doc(hidden)]
pub trait SerializeFields {
    fn serialize_fields<S: SerializeMap>(&self, names: &[String], map: &mut S) -> Result<(), S::Error>;
}

macro_rules! named_tuples {
    ($($($name:ident)+;)*) => {
        $(
            impl<$($name: fmt::Debug),+> EachField for ($($name,)+) {
                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn debug_fields(&self, visit: &mut dyn FnMut(&dyn fmt::Debug)) {
                    let ($($name,)+) = self;
                    $(visit($name);)+
                }
            }

            impl<$($name: Serialize),+> SerializeFields for ($($name,)+) {
                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn serialize_fields<Map: SerializeMap>(&self, names: &[String], map: &mut Map) -> Result<(), Map::Error> {
                    let ($($name,)+) = self;
                    let mut names = names.iter();
                    $(map.serialize_entry(names.next().expect("each field has a name"), $name)?;)+
                    Ok(())
                }
            }
        )*
    };
}

named_tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
    A B C D E F G H I J K L M;
    A B C D E F G H I J K L M N;
    A B C D E F G H I J K L M N O;
    A B C D E F G H I J K L M N O P;
}

impl<T: EachField> fmt::Debug for NamedRow<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Row");
        let mut names = self.names.iter();
        self.tuple.debug_fields(&mut |value| {
            fields.field(names.next().expect("each field has a name"), &value);
        });
        fields.finish()
    }
}

impl<T: SerializeFields> Serialize for NamedRow<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.names.len()))?;
        self.tuple.serialize_fields(&self.names, &mut map)?;
        map.end()
    }
}

impl<T> NamedRow<T> {
    pub(super) fn new(tuple: T, names: Arc<[String]>) -> Self {
        Self { tuple, names }
    }
}
