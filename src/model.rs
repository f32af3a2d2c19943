//! [`Model`]: what generated code says about each model.

use std::marker::PhantomData;

use crate::backend::No;
use crate::db::Executor;
use crate::decode::Cells;
use crate::deletion::{self, Deleted};
use crate::error::Error;
use crate::fields_of::{FieldTuple, FieldsOf, RowValues};
use crate::instance;
use crate::kind::Kind;
use crate::meta;
use crate::own_fields::{AllOwn, NoKeys, OwnFields, columns_of};
use crate::path::{NotNull, Nullability};
use crate::query_set::Fetch;
use crate::raw::RawQuery;
use crate::validate::{self, ValidationErrors};
use crate::value::Value;

/// A model: a Rust struct whose fields are the columns of a table. Implemented by generated code.
pub trait Model: Clone + Send + Sync + 'static {
    /// What the schema says about it.
    const META: &'static meta::Model;

    /// The kind of its primary key.
    type Key: Kind;

    /// Its columns as a list of types, in their order.
    ///
    /// It is [`Marked`](crate::record::Marked). That is said where it matters, since the compiler would prove it
    /// field by field for each model.
    type Fields;

    /// The column of its primary key.
    type KeyColumn: Column<Model = Self>;

    /// The place of the primary key in [`Fields`](Self::Fields).
    type KeyPlace;

    /// Where the key of a new row comes from: [`KeyIsMade`] or [`KeyIsGiven`].
    type NewKey;

    /// Its fields as a tuple of values, in their order.
    #[doc(hidden)]
    type Row: FieldTuple;

    /// The instance with these fields.
    #[doc(hidden)]
    fn of_fields(row: Self::Row) -> Self;

    /// Its fields.
    #[doc(hidden)]
    fn by_fields(&self) -> FieldsOf<'_, Self>;

    /// Reads an instance from the cells that begin at `at`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] and [`Error::UnexpectedNull`], naming the field.
    #[inline]
    fn decode(cells: &dyn Cells, at: usize) -> Result<Self, Error> {
        Self::Row::read(cells, at, Self::META.columns).map(Self::of_fields)
    }

    /// Makes an instance of values, in the order of its columns.
    #[doc(hidden)]
    #[inline]
    fn of_values(values: &mut RowValues<'_>) -> Result<Self, Error> {
        Self::Row::of_values(values, Self::META.columns).map(Self::of_fields)
    }

    /// The value of the column at position `at` of [`meta::Definition::columns`].
    ///
    /// # Panics
    ///
    /// When the model has no such column.
    #[inline]
    fn value(&self, at: usize) -> Value {
        Self::Row::value(self.by_fields(), at)
    }

    /// The value of the primary key.
    fn pk(&self) -> Value {
        self.value(Self::META.primary_key)
    }

    /// Rows of a query that is written by hand: `sql` selects the columns of the model's table.
    ///
    /// Django: `Model.objects.raw(sql)`.
    ///
    /// # Example
    ///
    /// See [`RawQuery`].
    fn raw(sql: &'static str) -> RawQuery<Self> {
        RawQuery::new(sql)
    }

    /// Writes all fields of the instance: to the row with its key, or to a new row when there is none.
    ///
    /// Fields with `auto_now` get the current time, in the instance too.
    ///
    /// Django: `save()`. SQL: `UPDATE`, and when it has found no row `INSERT`.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidValue`] naming field and value, before anything is sent;
    /// [`Error::Integrity`]; any other of the database. Nothing is written.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let mut blog = Blog::objects().first(&db).await?.expect("there is a blog");
    /// blog.name = "Beatles, all of them".to_owned();
    /// blog.save(&db).await?;
    /// # Ok(()) });
    /// ```
    fn save<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()> {
        let runner = db.runner();
        let values = instance::values_of(self);
        Fetch::new(Self::META, async move {
            let saved = instance::save(Self::META, values, runner).await?;
            *self = instance::of_values(saved)?;
            Ok(())
        })
    }

    /// Checks the values of all fields by the rules of the schema, and tells all that is wrong at once.
    ///
    /// The rules are those of the types (addresses of `email` and `url` fields, slugs, ranges of integers,
    /// digits of decimals), and of `max_length`, `choices`, `null`, `min_length`, `min`, `max`, `regex` and
    /// `validators` in the schema. No database is asked: [`full_clean`](Self::full_clean) does. An empty
    /// text is as good as any other, where `min_length` does not say otherwise.
    ///
    /// Django: `clean_fields()`.
    ///
    /// # Errors
    ///
    /// What is wrong, by field.
    ///
    /// # Example
    ///
    /// See [`ValidationErrors`].
    #[doc(alias = "clean_fields")]
    fn validate(&self) -> Result<(), ValidationErrors> {
        let row: Vec<_> = instance::values_of(self).into_iter().map(Some).collect();
        validate::validate(Self::META, &row)
    }

    /// Checks the instance as [`validate`](Self::validate) does, and asks the database whether it could be
    /// written: its foreign keys lead to rows, no other row has its unique values, no constraint is
    /// violated. Tells all that is wrong at once.
    ///
    /// Nothing is asked of fields of which something is wrong already. `NULL` is not equal to another
    /// `NULL`. What is wrong with several fields together is told under `__all__`. Another row may be
    /// written right after the check: then the database refuses this one, with
    /// [`Error::Integrity`].
    ///
    /// Django: `full_clean()`: `clean_fields()`, `validate_unique()`, `validate_constraints()`. SQL: one
    /// `SELECT` for each foreign key and each unique key.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with what is wrong; any other of the database.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # use queryset::demo::blog::Specimen;
    /// # tokio_test(async |db| {
    /// Specimen::create().label("zero").save(&db).await?;
    /// let mut other = Specimen::create().label("one").save(&db).await?;
    /// other.full_clean(&db).await?;
    /// other.label = "zero".to_owned();
    /// let Err(Error::Invalid(errors)) = other.full_clean(&db).await else { panic!("it is taken") };
    /// assert_eq!(errors.of("label")[0].message(), "Specimen with this Label already exists.");
    /// # Ok(()) });
    /// ```
    #[doc(alias = "validate_unique")]
    #[doc(alias = "validate_constraints")]
    fn full_clean<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, ()> {
        let (row, runner) = (instance::values_of(self), db.runner());
        let key = row[Self::META.primary_key].clone();
        let row = row.into_iter().map(Some).collect();
        Fetch::new(Self::META, validate::full_clean(Self::META, row, Some(key), runner))
    }

    /// Writes all fields of the instance as [`save`](Self::save) does, when
    /// [`full_clean`](Self::full_clean) finds nothing wrong.
    ///
    /// Django: `full_clean()`, then `save()`.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with what is wrong, before anything is written; those of [`save`](Self::save).
    fn save_valid<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()> {
        let mut runner = db.runner();
        let values = instance::values_of(self);
        let key = values[Self::META.primary_key].clone();
        let row = values.iter().cloned().map(Some).collect();
        Fetch::new(Self::META, async move {
            validate::full_clean(Self::META, row, Some(key), runner.again()).await?;
            *self = instance::of_values(instance::save(Self::META, values, runner).await?)?;
            Ok(())
        })
    }

    /// Writes the named fields of the instance alone, to the row with its key. What else was changed
    /// in the instance is not written, `auto_now` fields that are not named included.
    ///
    /// Django: `save(update_fields=["name"])`. SQL: `UPDATE`.
    ///
    /// # Errors
    ///
    /// [`Error::NotUpdated`] when there is no such row; those of [`save`](Self::save).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let mut blog = Blog::objects().first(&db).await?.expect("there is a blog");
    /// blog.name = "Beatles, all of them".to_owned();
    /// blog.save_fields((blog::name, blog::tagline), &db).await?;
    /// # Ok(()) });
    /// ```
    #[doc(alias = "update_fields")]
    fn save_fields<'d, F, D: Executor<'d>>(&'d mut self, fields: F, db: D) -> Fetch<'d, ()>
    where
        F: OwnFields<Models: AllAre<Self>, Paths: AllOwn, Keys: NoKeys>,
    {
        instance::saved(self, columns_of(&fields), db.runner())
    }

    /// Writes all fields of the instance to the row with its key, which must be there.
    ///
    /// Django: `save(force_update=True)`. SQL: `UPDATE`.
    ///
    /// # Errors
    ///
    /// [`Error::NotUpdated`] when there is no such row; those of [`save`](Self::save).
    fn force_update<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()> {
        let columns = Self::META.columns.iter().filter(|column| !column.primary_key);
        instance::saved(self, columns.collect(), db.runner())
    }

    /// Writes the instance as a new row with its key, which no row may have yet.
    ///
    /// Django: `save(force_insert=True)`. SQL: `INSERT`.
    ///
    /// # Errors
    ///
    /// [`Error::Integrity`] when there is such a row; those of [`save`](Self::save).
    fn force_insert<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()> {
        let values = instance::values_of(self).into_iter().map(Some).collect();
        instance::inserted(self, values, db.runner())
    }

    /// Writes a copy of the instance as a new row, and gives the instance the key of that row.
    ///
    /// Django: `instance.pk = None; instance.save()`. SQL: `INSERT`.
    ///
    /// # Errors
    ///
    /// Those of [`save`](Self::save).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let original = Blog::objects().first(&db).await?.expect("there is a blog");
    /// let mut copy = original.clone();
    /// copy.name = "A second one".to_owned();
    /// copy.save_as_new(&db).await?;
    /// assert_ne!(copy.id, original.id);
    /// # Ok(()) });
    /// ```
    fn save_as_new<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()>
    where
        Self::NewKey: MakesKey<Self>,
    {
        let mut values: Vec<_> = instance::values_of(self).into_iter().map(Some).collect();
        values[Self::META.primary_key] = None;
        instance::inserted(self, values, db.runner())
    }

    /// Reads all fields of the instance again.
    ///
    /// Django: `refresh_from_db()`. SQL: `SELECT`.
    ///
    /// # Errors
    ///
    /// [`Error::DoesNotExist`] when its row is gone; any other of the database.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let mut entry = Entry::objects().first(&db).await?.expect("there is an entry");
    /// Entry::objects().update(entry::rating.set(1), &db).await?;
    /// entry.refresh(&db).await?;
    /// assert_eq!(entry.rating, Some(1));
    /// # Ok(()) });
    /// ```
    #[doc(alias = "refresh_from_db")]
    fn refresh<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()> {
        instance::refreshed(self, Self::META.columns.iter().collect(), db.runner())
    }

    /// Deletes the row of the instance, and what points at it as the `on_delete` of each foreign key
    /// says: all or nothing. Gives the number of rows of each model.
    ///
    /// The instance keeps its values: `save` would write the row again.
    ///
    /// Django: `delete()`. SQL: as [`QuerySet::delete`](crate::QuerySet::delete), without the `SELECT`
    /// of the row itself.
    ///
    /// # Errors
    ///
    /// Those of [`QuerySet::delete`](crate::QuerySet::delete).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let blog = Blog::objects().earliest_by(blog::id, &db).await?;
    /// assert_eq!(blog.delete(&db).await?.total(), 3);
    /// # Ok(()) });
    /// ```
    fn delete<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Deleted> {
        let (values, runner) = (instance::values_of(self), db.runner());
        Fetch::new(Self::META, async move { deletion::delete_row(Self::META, values, runner).await })
    }

    /// Reads the named fields of the instance again.
    ///
    /// Django: `refresh_from_db(fields=["rating"])`. SQL: `SELECT` of these columns.
    ///
    /// # Errors
    ///
    /// Those of [`refresh`](Self::refresh).
    fn refresh_fields<'d, F, D: Executor<'d>>(&'d mut self, fields: F, db: D) -> Fetch<'d, ()>
    where
        F: OwnFields<Models: AllAre<Self>, Paths: AllOwn, Keys: NoKeys>,
    {
        instance::refreshed(self, columns_of(&fields), db.runner())
    }
}

/// A new row gets its key by itself: counted up by the database, or a default.
pub struct KeyIsMade;

/// The key of a new row must be given.
pub struct KeyIsGiven;

/// Says that a new row of `M` gets its key by itself.
#[diagnostic::on_unimplemented(
    message = "a new row of `{M}` gets no key by itself",
    label = "the copy would have the key of the original",
    note = "give the copy a key of its own, and write it with `force_insert(&db)`",
    note = "Django raises IntegrityError: NOT NULL constraint failed"
)]
pub trait MakesKey<M> {}

#[diagnostic::do_not_recommend]
impl<M> MakesKey<M> for KeyIsMade {}

/// A column of a model, as a type. Generated code declares it.
pub trait Column: 'static {
    /// The model that has it.
    type Model: Model;
    /// Its kind.
    type Kind: Kind;
    /// Whether it may be `NULL`.
    type Null: Nullability;
    /// [`Yes`](crate::Yes) for the primary key.
    type IsKey;
    /// Its place among the columns of the model.
    const AT: usize;
    /// What the schema says about it.
    #[must_use]
    fn meta() -> &'static meta::Column {
        &Self::Model::META.columns[Self::AT]
    }
}

/// Says which column of which model a type stands for. Implemented by generated code.
///
/// One type says all of it: the compiler checks each associated item of an impl by itself, and there is one for
/// each column.
#[doc(hidden)]
pub trait DeclaresColumn: 'static {
    type Is: DeclaredColumn;
}

/// A [`ColumnOf`].
#[doc(hidden)]
pub trait DeclaredColumn {
    type Model: Model;
    type Kind: Kind;
    type Null: Nullability;
    type IsKey;
    const AT: usize;
}

/// The column of the model `M` at the position `AT`: of the kind `K`, nullable by `N`, the primary key by `Y`.
#[doc(hidden)]
pub struct ColumnOf<M, const AT: usize, K, N = NotNull, Y = No>(PhantomData<fn() -> (M, K, N, Y)>);

impl<M: Model, const AT: usize, K: Kind, N: Nullability, Y> DeclaredColumn for ColumnOf<M, AT, K, N, Y> {
    type Model = M;
    type Kind = K;
    type Null = N;
    type IsKey = Y;
    const AT: usize = AT;
}

#[diagnostic::do_not_recommend]
impl<C: DeclaresColumn> Column for C {
    type Model = <C::Is as DeclaredColumn>::Model;
    type Kind = <C::Is as DeclaredColumn>::Kind;
    type Null = <C::Is as DeclaredColumn>::Null;
    type IsKey = <C::Is as DeclaredColumn>::IsKey;
    const AT: usize = <C::Is as DeclaredColumn>::AT;
}

/// Says that the schema names what the rows of a model are compared by. Implemented by generated code.
#[diagnostic::on_unimplemented(
    message = "the schema gives `{Self}` no `get_latest_by`, so `latest()` and `earliest()` have nothing to compare",
    label = "write `latest_by(…, &db)` or `earliest_by(…, &db)`",
    note = "or write `get_latest_by = \"…\"` under `[models.{Self}]` in the schema",
    note = "Django raises ValueError: earliest() and latest() require either fields as positional arguments or 'get_latest_by' in the model's Meta."
)]
pub trait HasLatest: Model {}

/// Says that no two rows share a value of this column. Implemented by generated code.
#[diagnostic::on_unimplemented(
    message = "`in_bulk_by()` needs a unique field, and the column `{Self}` is not unique",
    label = "several rows may have the same value of it",
    note = "ask for the rows by `filter(….in_(…)).all(&db)`, or declare the field `unique`",
    note = "Django raises ValueError: in_bulk()'s field_name must be a unique field but it isn't."
)]
pub trait Unique: Column {}

/// Says that two models are the same one.
#[diagnostic::on_unimplemented(
    message = "a field of `{Self}` cannot be used in a query on `{M}`",
    label = "reached from `{Self}`, not from `{M}`",
    note = "follow a relation from `{M}`, as in `entry::blog().name`, or compare with an outer query by `outer(…)`; Django raises FieldError: Cannot resolve keyword into field"
)]
pub trait Is<M> {}

#[diagnostic::do_not_recommend]
impl<M: Model> Is<M> for M {}

/// Says that two models are the same one, as [`Is`] does. Here the model of the query is known first,
/// so that the other can be inferred from it.
#[diagnostic::on_unimplemented(
    message = "a field of `{T}` cannot be used in a query on `{Self}`",
    label = "reached from `{T}`, not from `{Self}`",
    note = "follow a relation from `{Self}`, as in `entry::blog().name`, or compare with an outer query by `outer(…)`; Django raises FieldError: Cannot resolve keyword into field"
)]
pub trait Reads<T> {}

#[diagnostic::do_not_recommend]
impl<M: Model> Reads<M> for M {}

/// Says that all models of a list are the same one.
pub trait AllAre<M> {}

/// In a list of models: one.
pub struct Just<M>(PhantomData<fn() -> M>);

#[diagnostic::do_not_recommend]
impl<M> AllAre<M> for () {}
impl<M: Reads<T>, T> AllAre<M> for Just<T> {}
impl<M, F: AllAre<M>, R: AllAre<M>> AllAre<M> for (F, R) {}
