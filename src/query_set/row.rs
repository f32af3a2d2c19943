//! Rows that begin with an instance: what stands behind it, each an element of one tuple.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use super::prefetch::Load;
use super::run::Rows;
use super::{Flat, Instances, Named, NestedRows, PartialRows, Values, ValuesList};
use crate::decode::Cells;
use crate::error::Error;
use crate::field::CellOf;
use crate::model::Model;
use crate::path::Nullability;
use crate::record::{Cons, Nil, Partial, PartialList, Slot};
use crate::selection::Name;
use crate::value::Value;

/// Rows are those of the shape `B`, with `T` behind them, as one tuple: values of `annotate()`, rows of
/// `select_related()` ([`Joined`]) and of `prefetch_related()` ([`Fetched`]).
pub struct Annotated<B, T> {
    base: B,
    parts: Arc<Vec<Part>>,
    elements: PhantomData<fn() -> T>,
}

impl<B: Clone, T> Clone for Annotated<B, T> {
    fn clone(&self) -> Self {
        Self { base: self.base.clone(), parts: Arc::clone(&self.parts), elements: PhantomData }
    }
}

impl<B, T> Annotated<B, T> {
    /// Of another shape without what was added.
    pub(crate) fn map_base<C>(self, change: impl FnOnce(B) -> C) -> Annotated<C, T> {
        Annotated { base: change(self.base), parts: self.parts, elements: PhantomData }
    }

    /// The names of the elements.
    pub(super) fn names(&self) -> Arc<[String]> {
        self.parts.iter().map(|part| part.name.spelled()).collect()
    }

    /// With so many elements, which are there already.
    pub(super) fn beside(base: B, elements: usize) -> Self {
        let parts = (0..elements).map(|_| Part::value(Name::Given(""))).collect();
        Self { base, parts: Arc::new(parts), elements: PhantomData }
    }

    pub(super) fn into_parts(self) -> (B, Vec<Part>) {
        (self.base, Arc::unwrap_or_clone(self.parts))
    }
}

/// What is known of an element of a row while a query is built.
#[derive(Clone)]
pub(crate) struct Part {
    /// Its name in rows that have names.
    pub(super) name: Name,
    /// What loads it after the rows, where it is not read with them.
    pub(super) load: Option<Arc<dyn Load>>,
}

impl Part {
    /// One that is read with the rows.
    pub(crate) fn value(name: Name) -> Self {
        Self { name, load: None }
    }
}

/// In a row: the related row `T` that `select_related()` has joined by the path `P`, which may be missing
/// by `N`.
pub struct Joined<T, N, P>(PhantomData<fn() -> (T, N, P)>);

impl<T, N, P> Joined<T, N, P> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

/// In a row: `V`, which `prefetch_related()` has loaded.
pub struct Fetched<V>(PhantomData<fn() -> V>);

/// An element of a row behind its instance.
pub trait Element: 'static {
    /// What is read with the row.
    #[doc(hidden)]
    type Raw: Send + 'static;
    /// What the caller gets.
    type Out: Send + 'static;
    /// The path that `select_related()` has joined, or `()`.
    #[doc(hidden)]
    type Path;
    /// A list of what is read with the row, with this before `L`.
    #[doc(hidden)]
    type Before<L>;

    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<Self::Raw, Error>;

    #[doc(hidden)]
    fn finish(raw: Self::Raw, loaded: &mut Loaded) -> Self::Out;
}

impl<V: Slot> Element for V {
    type Raw = V;
    type Out = V;
    type Path = ();
    type Before<L> = Cons<(), V, L>;

    fn read(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<V, Error> {
        let place = PLACES.get(*at).copied().unwrap_or("a value");
        V::read(cells, at, || CellOf::value(model, place))
    }

    fn finish(raw: V, _loaded: &mut Loaded) -> V {
        raw
    }
}

impl<T: JoinedRow, N: Nullability, P: 'static> Element for Joined<T, N, P> {
    type Raw = N::Row<T>;
    type Out = N::Row<T>;
    type Path = P;
    type Before<L> = Cons<(), Self, L>;

    fn read(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<Self::Raw, Error> {
        let row = match cells.is_null(*at + T::key_place()) {
            Ok(true) => {
                *at += T::width();
                None
            }
            Ok(false) => Some(T::read(cells, at)?),
            Err(source) => return Err(Error::Decode { model: T::model(), field: "key", source }),
        };
        match N::row(row) {
            Some(row) => Ok(row),
            None => Err(Error::UnexpectedNull { model, field: T::model() }),
        }
    }

    fn finish(raw: Self::Raw, _loaded: &mut Loaded) -> Self::Out {
        raw
    }
}

impl<V: Send + 'static> Element for Fetched<V> {
    type Raw = ();
    type Out = V;
    type Path = ();
    type Before<L> = L;

    fn read(_cells: &dyn Cells, _at: &mut usize, _model: &'static str) -> Result<(), Error> {
        Ok(())
    }

    fn finish((): (), loaded: &mut Loaded) -> V {
        loaded.take()
    }
}

/// What a value is called in errors, by its place.
const PLACES: [&str; 16] = [
    "value 1", "value 2", "value 3", "value 4", "value 5", "value 6", "value 7", "value 8", "value 9",
    "value 10", "value 11", "value 12", "value 13", "value 14", "value 15", "value 16",
];

/// A related row that can be joined: an instance, whole or in part.
pub trait JoinedRow: Send + Sized + 'static {
    #[doc(hidden)]
    fn model() -> &'static str;

    /// How many cells it has.
    #[doc(hidden)]
    fn width() -> usize;

    /// The place of its primary key among them.
    #[doc(hidden)]
    fn key_place() -> usize;

    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self, Error>;
}

impl<M: Model> JoinedRow for M {
    fn model() -> &'static str {
        M::META.name
    }

    fn width() -> usize {
        M::META.columns.len()
    }

    fn key_place() -> usize {
        M::META.primary_key
    }

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<M, Error> {
        let instance = M::decode(cells, *at)?;
        *at += M::META.columns.len();
        Ok(instance)
    }
}

impl<M: Model, L: PartialList> JoinedRow for Partial<M, L> {
    fn model() -> &'static str {
        M::META.name
    }

    fn width() -> usize {
        L::loaded_before(0, usize::MAX)
    }

    fn key_place() -> usize {
        L::loaded_before(0, M::META.primary_key)
    }

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self, Error> {
        Partial::read_at(cells, at)
    }
}

/// The shape of rows without what stands behind the instance: instances, whole or in part.
pub trait RowBase<M>: 'static {
    /// The row.
    type Row: Send + 'static;

    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Row, Error>;

    /// Whether a row has the values of a place, which [`int`](Self::int) gives if they are integers.
    #[doc(hidden)]
    fn holds(_place: usize) -> bool {
        false
    }

    #[doc(hidden)]
    fn int(_row: &Self::Row, _place: usize) -> Option<i64> {
        None
    }
}

impl<M: Model> RowBase<M> for Instances {
    type Row = M;

    fn holds(place: usize) -> bool {
        place < M::META.columns.len()
    }

    fn int(row: &M, place: usize) -> Option<i64> {
        match row.value(place) {
            Value::Int(value) => Some(value),
            _ => None,
        }
    }

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<M, Error> {
        <M as JoinedRow>::read(cells, at)
    }
}

impl<M: Model, L: PartialList> RowBase<M> for PartialRows<L> {
    type Row = Partial<M, L>;

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Row, Error> {
        Partial::read_at(cells, at)
    }
}

impl<M: Model, B: RowBase<M> + Clone + Send + Sync, T: After<B::Row>> Rows<M> for Annotated<B, T> {
    type Row = <T as After<B::Row>>::Row;
    type Raw = (B::Row, T::Raw);

    fn decode(&self) -> fn(&dyn Cells) -> Result<Self::Raw, Error> {
        |cells| {
            let at = &mut 0;
            Ok((B::read(cells, at)?, T::read(cells, at, M::META.name)?))
        }
    }

    fn holds(place: usize) -> bool {
        B::holds(place)
    }

    fn int((base, _): &Self::Raw, place: usize) -> Option<i64> {
        B::int(base, place)
    }

    fn parts(&self) -> &[Part] {
        &self.parts
    }

    fn finish(&self, (base, raw): Self::Raw, loaded: &mut Loaded) -> Self::Row {
        T::after(raw, base, loaded)
    }
}

/// A tuple of elements, up to 16.
#[doc(hidden)]
pub trait Tuple: Sized + 'static {
    type Raw: Send + 'static;
    /// A list of the elements that are read with the row.
    type Read;

    fn read(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<Self::Raw, Error>;
}

/// A tuple of elements that can have one more.
#[doc(hidden)]
pub trait Push<E> {
    type Out: Tuple;
}

/// A tuple of elements behind a `B`.
#[doc(hidden)]
pub trait After<B>: Tuple {
    type Row: Send + 'static;

    fn after(raw: Self::Raw, base: B, loaded: &mut Loaded) -> Self::Row;
}

/// A tuple of elements behind rows of the shape `B`, to which one more is added: [`TooLong`] where there
/// is no room.
#[doc(hidden)]
pub trait Behind<E, B>: Sized {
    type Rows;

    fn take(rows: Annotated<B, Self>, part: Part) -> Self::Rows;
}

macro_rules! tuples {
    ($first:ident $($rest:ident)*) => { tuples! { @each [$first] $($rest)* } };
    (@each [$($name:ident)+] $next:ident $($rest:ident)*) => {
        tuples! { @read $($name)+ }

        impl<$($name: Element,)+ $next: Element> Push<$next> for ($($name,)+) {
            type Out = ($($name,)+ $next,);
        }

        tuples! { @behind [$($name)+] $next $($rest)* }

        impl<$($name: ReadAtOnce),+> ReadAtOnce for ($($name,)+) {}

        impl<Row: Send + 'static, $($name: Element),+> After<Row> for ($($name,)+) {
            type Row = (Row, $($name::Out,)+);

            #[allow(non_snake_case, reason = "one name for the type and its value")]
            fn after(raw: Self::Raw, base: Row, loaded: &mut Loaded) -> Self::Row {
                let ($($name,)+) = raw;
                (base, $($name::finish($name, loaded),)+)
            }
        }

        tuples! { @each [$($name)+ $next] $($rest)* }
    };
    (@each [$($name:ident)+]) => { tuples! { @read $($name)+ } };
    (@behind [$($name:ident)+] $last:ident) => {
        impl<Last, Base, $($name),+> Behind<Last, Base> for ($($name,)+) {
            type Rows = TooLong;

            fn take(_rows: Annotated<Base, Self>, _part: Part) -> TooLong {
                TooLong
            }
        }
    };
    (@behind [$($name:ident)+] $next:ident $($rest:ident)+) => {
        impl<Last: Element, Base, $($name: Element),+> Behind<Last, Base> for ($($name,)+) {
            type Rows = Annotated<Base, ($($name,)+ Last,)>;

            fn take(rows: Annotated<Base, Self>, part: Part) -> Self::Rows {
                let mut parts = rows.parts;
                Arc::make_mut(&mut parts).push(part);
                Annotated { base: rows.base, parts, elements: PhantomData }
            }
        }
    };
    (@list) => { Nil };
    (@list $first:ident $($rest:ident)*) => { $first::Before<tuples!(@list $($rest)*)> };
    (@read $($name:ident)+) => {
        impl<$($name: Element),+> Tuple for ($($name,)+) {
            type Raw = ($($name::Raw,)+);
            type Read = tuples!(@list $($name)+);

            fn read(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<Self::Raw, Error> {
                Ok(($($name::read(cells, at, model)?,)+))
            }
        }
    };
}

tuples! { A B C D E F G H I J K L M N O P }

/// Rows that can have one more element, `E`.
#[doc(hidden)]
pub trait HasRoom<E> {
    /// The rows with it.
    type Out;

    #[doc(hidden)]
    fn take(self, part: Part) -> Self::Out;
}

#[diagnostic::do_not_recommend]
impl<E: Element> HasRoom<E> for Instances {
    type Out = Annotated<Self, (E,)>;

    fn take(self, part: Part) -> Self::Out {
        Annotated { base: self, parts: Arc::new(vec![part]), elements: PhantomData }
    }
}

#[diagnostic::do_not_recommend]
impl<E: Element, L: 'static> HasRoom<E> for PartialRows<L> {
    type Out = Annotated<Self, (E,)>;

    fn take(self, part: Part) -> Self::Out {
        Annotated { base: self, parts: Arc::new(vec![part]), elements: PhantomData }
    }
}

#[diagnostic::do_not_recommend]
impl<E, B, T: Behind<E, B>> HasRoom<E> for Annotated<B, T> {
    type Out = T::Rows;

    fn take(self, part: Part) -> T::Rows {
        T::take(self, part)
    }
}

#[diagnostic::do_not_recommend]
impl<E> HasRoom<E> for TooLong {
    type Out = Self;

    fn take(self, _part: Part) -> Self {
        self
    }
}

/// Rows of more than 16 elements.
pub struct TooLong;

/// Says that rows have 16 elements at most.
#[diagnostic::on_unimplemented(
    message = "a row has 16 elements at most, and here it would have more",
    label = "more than 16 elements",
    note = "load what belongs to a related row with that row: `prefetch(path, query_set)`"
)]
pub trait IsRow {}

#[diagnostic::do_not_recommend]
impl<B, T> IsRow for Annotated<B, T> {}

/// Rows of values take none, which [`BesideInstances`] says.
macro_rules! take_none {
    ($($rows:ident)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T> IsRow for $rows<T> {}

            #[diagnostic::do_not_recommend]
            impl<E, T> HasRoom<E> for $rows<T> {
                type Out = Self;

                fn take(self, _part: Part) -> Self {
                    self
                }
            }
        )*
    };
}

take_none! { Values ValuesList Flat Named }

/// Says that rows are instances, so that related rows can stand beside them.
#[diagnostic::on_unimplemented(
    message = "related rows stand beside instances, and the rows of this query set are values",
    label = "not after `values()` or `values_list()`",
    note = "select fields of the related row there: `values((entry::headline, entry::blog().name))`",
    note = "Django raises TypeError: Cannot call select_related() after .values(), and ignores prefetch_related()"
)]
pub trait BesideInstances {}

#[diagnostic::do_not_recommend]
impl BesideInstances for Instances {}
#[diagnostic::do_not_recommend]
impl<L> BesideInstances for PartialRows<L> {}
#[diagnostic::do_not_recommend]
impl<B, T> BesideInstances for Annotated<B, T> {}

/// Says that rows can be read one by one.
#[diagnostic::on_unimplemented(
    message = "`iterator()` gives rows as the database sends them, and `prefetch_related()` loads for several at a time",
    label = "rows with `prefetch_related()`",
    note = "say for how many: `iterator_chunked(100, &db)`",
    note = "Django raises ValueError: chunk_size must be provided when using QuerySet.iterator() after prefetch_related()."
)]
pub trait StreamsRows {}

#[diagnostic::do_not_recommend]
impl StreamsRows for Instances {}
#[diagnostic::do_not_recommend]
impl<L> StreamsRows for PartialRows<L> {}
#[diagnostic::do_not_recommend]
impl<L> StreamsRows for Values<L> {}
#[diagnostic::do_not_recommend]
impl<T> StreamsRows for ValuesList<T> {}
#[diagnostic::do_not_recommend]
impl<V> StreamsRows for Flat<V> {}
#[diagnostic::do_not_recommend]
impl<T> StreamsRows for Named<T> {}
#[diagnostic::do_not_recommend]
impl<B, T: ReadAtOnce> StreamsRows for Annotated<B, T> {}
#[diagnostic::do_not_recommend]
impl<R: StreamsRows> StreamsRows for NestedRows<R> {}

/// Says that elements are read with their rows.
#[doc(hidden)]
pub trait ReadAtOnce {}

impl<V: Slot> ReadAtOnce for V {}
impl<T, N, P> ReadAtOnce for Joined<T, N, P> {}

/// What `prefetch_related()` has loaded for some rows: for each element of theirs an iterator of its
/// values, in the order of the rows.
#[derive(Default)]
pub(crate) struct Loaded {
    parts: Vec<Box<dyn Any + Send>>,
    next: usize,
}

impl Loaded {
    pub(super) fn push(&mut self, values: Box<dyn Any + Send>) {
        self.parts.push(values);
    }

    /// With what was loaded for the elements after these.
    pub(super) fn and(mut self, others: Self) -> Self {
        self.parts.extend(others.parts);
        self
    }

    /// The next element of the row that is being put together.
    fn take<V: 'static>(&mut self) -> V {
        let at = self.next;
        self.next = (at + 1) % self.parts.len();
        let values = self.parts[at].downcast_mut::<std::vec::IntoIter<V>>();
        let value = values.expect("each element is loaded as what its type says").next();
        value.expect("there is one for each row")
    }
}
