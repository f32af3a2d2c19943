//! `bulk_create()` and its options.

use std::future::IntoFuture;
use std::marker::PhantomData;

use futures_util::FutureExt;

use super::{Fetch, Instances, QuerySet};
use crate::backend::{AnyBackend, MySql, Postgres, Sqlite};
use crate::create::{IsRowOf, New, NewRow};
use crate::db::{Executor, Runner};
use crate::dialect::OnConflict;
use crate::error::Error;
use crate::expr::{At, Expr};
use crate::insert::{self, NewRows};
use crate::instance;
use crate::link::Link;
use crate::meta;
use crate::model::{AllAre, Column, Just, Model, Unique};
use crate::own_fields::{AllOwn, NoKeys, OwnFields, columns_of};
use crate::path::Root;
use crate::state::Related;
use crate::value::Value;

impl<M: Model, S, X> QuerySet<M, Instances, S, X> {
    /// Writes many rows in as few statements as the database allows, all or none, and gives the
    /// instances with their keys. What should differ is said before the `await`: see [`BulkCreate`].
    ///
    /// The keys come back from every database but MySQL 8, where rows without a key of their own are
    /// refused: insert them one by one. On PostgreSQL those of 64 rows and more come as one array, of an
    /// `INSERT` in a `WITH`, which a table with a rule (`CREATE RULE … ON INSERT`) does not allow: there let
    /// [`batch_size`](BulkCreate::batch_size) be 63.
    ///
    /// Django: `bulk_create()`. SQL: `INSERT … VALUES (…), (…)`.
    ///
    /// # Errors
    ///
    /// As [`New::save`](crate::New::save). Nothing is written.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let new = ["Spring", "Summer"].map(|name| Theme::create().name(name).order(1));
    /// let themes: Vec<Theme> = Theme::objects().bulk_create(new, &db).await?;
    /// assert_eq!(themes[1].name, "Summer");
    /// # Ok(()) });
    /// ```
    pub fn bulk_create<'d, I, D>(&self, rows: I, db: D) -> BulkCreate<'d, M, D::Backend>
    where
        I: IntoIterator<Item: NewRow<Model: IsRowOf<M>>>,
        D: Executor<'d>,
    {
        let rows = rows.into_iter();
        let (mut pairs, mut new) = (Vec::new(), NewRows::with_capacity(M::META, rows.size_hint().0));
        for row in rows {
            let New { values, pair, .. } = row.row();
            pairs.extend(pair.map(|pair| (new.len(), pair)));
            new.push(values);
        }
        BulkCreate {
            work: Work { rows: new, pairs, batch_size: None, on_conflict: OnConflict::Fail },
            runner: db.runner(),
            types: PhantomData,
        }
    }
}

/// Rows on their way to the table of `M` on a database of the backend `B`: await it for its outcome.
///
/// `C` says what becomes of a row whose unique key another row has: the default is that all fail.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let new = ["FR", "JP"].map(|code| Country::create().code(code).name("?"));
/// let written = Country::objects().bulk_create(new, &db).batch_size(100).ignore_conflicts().await?;
/// assert_eq!(written, 2);
/// # Ok(()) });
/// ```
#[must_use = "nothing is sent to the database before this is awaited"]
pub struct BulkCreate<'d, M, B, C = Fails> {
    work: Work,
    runner: Runner<'d>,
    types: PhantomData<fn() -> (M, B, C)>,
}

/// In [`BulkCreate`]: a row whose unique key another row has fails, and nothing is written.
pub struct Fails;

/// In [`BulkCreate`]: a row whose unique key another row has is left out.
pub struct Ignores;

/// In [`BulkCreate`]: the other row is updated instead.
pub struct Updates;

/// Says that nothing was said yet about rows whose unique key another row has.
#[diagnostic::on_unimplemented(
    message = "`ignore_conflicts()` and `update_conflicts()` exclude each other",
    label = "the other one was called before",
    note = "Django raises ValueError: ignore_conflicts and update_conflicts are mutually exclusive."
)]
pub trait IsUndecided {}

#[diagnostic::do_not_recommend]
impl IsUndecided for Fails {}

/// Says that a database can be told which unique keys count.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be told which unique fields count: there every unique key does",
    label = "not on this database",
    note = "write `update_any_conflicts(category::description)`",
    note = "Django raises NotSupportedError: This database backend does not support updating conflicts with specifying unique fields that can trigger the upsert."
)]
pub trait NamesConflicts {}

#[diagnostic::do_not_recommend]
impl NamesConflicts for Sqlite {}
#[diagnostic::do_not_recommend]
impl NamesConflicts for Postgres {}
#[diagnostic::do_not_recommend]
impl NamesConflicts for AnyBackend {}

/// Says that on a database every unique key counts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` must be told which unique fields count",
    label = "not on this database",
    note = "write `update_conflicts(category::description, category::name)`",
    note = "Django raises ValueError: Unique fields that can trigger the upsert must be provided."
)]
pub trait MeetsAnyConflict {}

#[diagnostic::do_not_recommend]
impl MeetsAnyConflict for MySql {}
#[diagnostic::do_not_recommend]
impl MeetsAnyConflict for AnyBackend {}

/// Says that no two rows share the values of some columns, given as a tuple. Implemented by generated
/// code for what a schema makes unique together.
pub trait UniqueTogether<C> {}

/// Says that the columns of a tuple are a unique key of `M`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a unique key of `{M}`",
    label = "several rows may have the same values of it",
    note = "name a unique field, or the fields of one `unique_together` or unique constraint, in the order of the schema",
    note = "Django lets the database refuse it"
)]
pub trait UniqueIn<M> {}

#[diagnostic::do_not_recommend]
impl<M, C: Unique> UniqueIn<M> for (C,) {}

/// Columns of a model: a field, or a tuple of up to 6.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a unique key",
    label = "neither a field nor a tuple of up to 6 fields"
)]
pub trait UniqueFields {
    /// The models of the fields, as a list.
    type Models;
    /// The columns, as a tuple.
    type Columns;

    #[doc(hidden)]
    fn columns(&self) -> Vec<&'static meta::Column>;
}

#[diagnostic::do_not_recommend]
impl<M, C: Column, K, N> UniqueFields for Expr<At<Root<M>, C>, K, N> {
    type Models = Just<M>;
    type Columns = (C,);

    fn columns(&self) -> Vec<&'static meta::Column> {
        vec![C::meta()]
    }
}

macro_rules! unique_tuples {
    ($($($column:ident $kind:ident $null:ident)+;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<M: UniqueTogether<($($column,)+)>, $($column: Column),+> UniqueIn<M> for ($($column,)+) {}

            #[diagnostic::do_not_recommend]
            impl<M, $($column: Column, $kind, $null),+> UniqueFields
                for ($(Expr<At<Root<M>, $column>, $kind, $null>,)+)
            {
                type Models = Just<M>;
                type Columns = ($($column,)+);

                fn columns(&self) -> Vec<&'static meta::Column> {
                    vec![$($column::meta()),+]
                }
            }
        )*
    };
}

unique_tuples! {
    A KA NA B KB NB;
    A KA NA B KB NB C KC NC;
    A KA NA B KB NB C KC NC D KD ND;
    A KA NA B KB NB C KC NC D KD ND E KE NE;
    A KA NA B KB NB C KC NC D KD ND E KE NE F KF NF;
}

impl<'d, M: Model, B, C> BulkCreate<'d, M, B, C> {
    /// Writes so many rows in one statement at most. Without it, as many as the database allows.
    ///
    /// Django: `batch_size=100`.
    pub fn batch_size(mut self, rows: usize) -> Self {
        self.work.batch_size = Some(rows);
        self
    }

    /// Leaves out the rows whose unique key another row has. The outcome is the number of rows that
    /// were written.
    ///
    /// MySQL leaves out rows that another constraint refuses, too.
    ///
    /// Django: `ignore_conflicts=True`. SQL: `ON CONFLICT DO NOTHING`, on MySQL `INSERT IGNORE`.
    pub fn ignore_conflicts(self) -> BulkCreate<'d, M, B, Ignores>
    where
        C: IsUndecided,
    {
        self.on_conflict(OnConflict::Ignore)
    }

    /// Where another row has the same values of the unique fields, sets these fields of it to those of
    /// the new row. The outcome is the rows as they are then.
    ///
    /// Django: `update_conflicts=True, update_fields=["description"], unique_fields=["name"]`.
    /// SQL: `ON CONFLICT (…) DO UPDATE`. Databases: SQLite, PostgreSQL.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let new = [Country::create().code("FR").name("France")];
    /// let rows = Country::objects().bulk_create(new, &db).update_conflicts(country::name, country::code).await?;
    /// assert_eq!(rows[0].name, "France");
    /// # Ok(()) });
    /// ```
    pub fn update_conflicts<F, U>(self, fields: F, unique: U) -> BulkCreate<'d, M, B, Updates>
    where
        C: IsUndecided,
        B: NamesConflicts,
        F: OwnFields<Models: AllAre<M>, Paths: AllOwn, Keys: NoKeys>,
        U: UniqueFields<Models: AllAre<M>, Columns: UniqueIn<M>>,
    {
        let (columns, unique) = (columns_of(&fields), unique.columns());
        self.on_conflict(OnConflict::Update { columns, unique: Some(unique) })
    }

    /// Where another row has the same values of any unique fields, sets these fields of it to those of
    /// the new row. The outcome is the rows as they are then.
    ///
    /// Django: `update_conflicts=True, update_fields=["description"]`. SQL: `ON DUPLICATE KEY UPDATE`.
    /// Databases: MariaDB.
    pub fn update_any_conflicts<F>(self, fields: F) -> BulkCreate<'d, M, B, Updates>
    where
        C: IsUndecided,
        B: MeetsAnyConflict,
        F: OwnFields<Models: AllAre<M>, Paths: AllOwn, Keys: NoKeys>,
    {
        self.on_conflict(OnConflict::Update { columns: columns_of(&fields), unique: None })
    }

    fn on_conflict<E>(self, on_conflict: OnConflict) -> BulkCreate<'d, M, B, E> {
        BulkCreate { work: Work { on_conflict, ..self.work }, runner: self.runner, types: PhantomData }
    }
}

impl<'d, M: Model, B> IntoFuture for BulkCreate<'d, M, B, Fails> {
    type Output = Result<Vec<M>, Error>;
    type IntoFuture = Fetch<'d, Vec<M>>;

    fn into_future(self) -> Fetch<'d, Vec<M>> {
        let Work { rows, pairs, batch_size, .. } = self.work;
        if pairs.is_empty() {
            let inserted = insert::rows(rows, batch_size, self.runner);
            return Fetch::new(M::META, inserted.map(|inserted| inserted?.instances()));
        }
        let paired =
            self.runner.atomically(move |runner| insert_paired(rows, pairs, batch_size, runner).boxed());
        Fetch::new(M::META, paired.map(|rows| instances(rows?)))
    }
}

impl<'d, M: Model, B> IntoFuture for BulkCreate<'d, M, B, Ignores> {
    type Output = Result<u64, Error>;
    type IntoFuture = Fetch<'d, u64>;

    fn into_future(self) -> Fetch<'d, u64> {
        Fetch::new(M::META, async move {
            self.work.refuse_pairs("ignore_conflicts()")?;
            let Work { rows, batch_size, .. } = self.work;
            insert::rows_without_conflict(rows, batch_size, self.runner).await
        })
    }
}

impl<'d, M: Model, B> IntoFuture for BulkCreate<'d, M, B, Updates> {
    type Output = Result<Vec<M>, Error>;
    type IntoFuture = Fetch<'d, Vec<M>>;

    fn into_future(self) -> Fetch<'d, Vec<M>> {
        Fetch::new(M::META, async move {
            self.work.refuse_pairs("update_conflicts()")?;
            let Work { rows, batch_size, on_conflict, .. } = self.work;
            instances(insert::rows_or_update(rows, batch_size, on_conflict, self.runner).await?)
        })
    }
}

fn instances<M: Model>(rows: Vec<Vec<Value>>) -> Result<Vec<M>, Error> {
    rows.into_iter().map(instance::of_values).collect()
}

async fn insert_paired(
    rows: NewRows,
    pairs: Vec<(usize, Box<Related>)>,
    batch_size: Option<usize>,
    mut runner: Runner<'_>,
) -> Result<Vec<Vec<Value>>, Error> {
    let rows = insert::rows(rows, batch_size, runner.again()).await?.values()?;
    for (place, pair) in &pairs {
        let link = Link::of(pair);
        link.add(&[rows[*place][link.key().position].clone()], runner.again()).await?;
    }
    Ok(rows)
}

/// What is to be written.
struct Work {
    rows: NewRows,
    /// What rows are paired with, by their places.
    pairs: Vec<(usize, Box<Related>)>,
    batch_size: Option<usize>,
    on_conflict: OnConflict,
}

impl Work {
    /// The keys of rows that met another row are not known, so they cannot be paired.
    fn refuse_pairs(&self, call: &str) -> Result<(), Error> {
        match self.pairs.is_empty() {
            true => Ok(()),
            false => Err(Error::InvalidQuery {
                message: format!(
                    "`{call}` cannot pair new rows of `{}`; begin them by `{}::create()`, and `add` them",
                    self.rows.model().name,
                    self.rows.model().name
                ),
            }),
        }
    }
}
