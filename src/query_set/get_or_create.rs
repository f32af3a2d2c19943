//! `get_or_create()` and `update_or_create()`.

use futures_util::FutureExt;

use super::write::assigned;
use super::{AllowedIn, Assignments, Fetch, Instances, IsOneQuery, IsWhole, QuerySet, Stages};
use crate::backend::RunsOn;
use crate::compile;
use crate::context::{Closed, Context};
use crate::create::{self, IsRowOf, NewRow};
use crate::db::{Executor, Runner};
use crate::error::Error;
use crate::insert::{Row, now_of};
use crate::instance;
use crate::meta::{self, AutoNow, Join};
use crate::model::{AllAre, Model};
use crate::state::{Lock, Node, Related, State};
use crate::value::Value;

impl<M: Model, S: Stages, X: Context> QuerySet<M, Instances, S, X> {
    /// The one row there is, or else `new`, which is written then. The second of the pair says whether
    /// it was.
    ///
    /// When another transaction writes the row in between, that one is given. Of the rows of an
    /// instance, as in `product.tags()`, the new row is bound to it.
    ///
    /// Django: `get_or_create(name="Space", defaults={"order": 2})`. SQL: `SELECT`, then `INSERT`.
    ///
    /// # Errors
    ///
    /// [`Error::MultipleObjectsReturned`] when there are several rows; those of
    /// [`New::save`](crate::New::save) when `new` cannot be written, and the row is not there even then.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let space = Theme::objects().filter(theme::name.exact("Space"));
    /// let new = Theme::create().name("Space").order(2);
    /// let (theme, created) = space.get_or_create(new.clone(), &db).await?;
    /// assert!(created && theme.order == 2);
    /// let (_, created) = space.get_or_create(new, &db).await?;
    /// assert!(!created);
    /// # Ok(()) });
    /// ```
    pub fn get_or_create<'d, N, D: Executor<'d>>(&self, new: N, db: D) -> Fetch<'d, (M, bool)>
    where
        S::Origin: IsOneQuery,
        N: NewRow<Model: IsRowOf<M>>,
        S::Slice: IsWhole,
        S::Lock: AllowedIn<D::Place>,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        let (sought, runner) = (Sought::new(&self.state, new), db.runner());
        Fetch::new(M::META, async move {
            let (row, created) = sought.get_or_create(runner).await?;
            Ok((instance::of_values(row)?, created))
        })
    }

    /// The one row there is, changed by the assignments, or else `new`, which is written then. The
    /// second of the pair says whether it was.
    ///
    /// The row is locked from its finding to its change. Fields with `auto_now` get the current time.
    ///
    /// Django: `update_or_create(name="Space", defaults={"order": 2})`, and with `create_defaults`.
    /// SQL: `SELECT … FOR UPDATE`, then `UPDATE` or `INSERT`, in a transaction or savepoint.
    ///
    /// # Errors
    ///
    /// Those of [`get_or_create`](Self::get_or_create) and of [`update`](Self::update).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let space = Theme::objects().filter(theme::name.exact("Space"));
    /// let new = Theme::create().name("Space").order(1);
    /// let later = theme::order.set(theme::order + 1);
    /// let (theme, _) = space.update_or_create(later.clone(), new.clone(), &db).await?;
    /// assert_eq!(theme.order, 1);
    /// let (theme, created) = space.update_or_create(later, new, &db).await?;
    /// assert!(!created && theme.order == 2);
    /// # Ok(()) });
    /// ```
    #[doc(alias = "upsert")]
    pub fn update_or_create<'d, A, N, D: Executor<'d>>(
        &self,
        assignments: A,
        new: N,
        db: D,
    ) -> Fetch<'d, (M, bool)>
    where
        S::Origin: IsOneQuery,
        A: Assignments<Models: AllAre<M>>,
        N: NewRow<Model: IsRowOf<M>>,
        S::Slice: IsWhole,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        let (mut sought, runner) = (Sought::new(&self.state, new), db.runner());
        sought.state.lock.get_or_insert_with(Lock::default);
        let assignments = assigned(assignments);
        Fetch::new(M::META, async move {
            let done = runner.atomically(|runner| sought.update_or_create(assignments, runner).boxed());
            let (row, created) = done.await?;
            Ok((instance::of_values(row)?, created))
        })
    }
}

/// A row that is sought, and what is written when it is not there.
struct Sought {
    state: State,
    new: Row,
    pair: Option<Box<Related>>,
}

impl Sought {
    fn new(state: &State, new: impl NewRow) -> Self {
        let new = new.row();
        let mut sought = Self { state: state.one(), new: new.values, pair: new.pair };
        if let Some(related) = &state.related {
            match related.relation.join {
                Join::Direct { to, .. } => {
                    let key = state.model.by_column(to);
                    sought.new[key.position] = Some(related.from.clone());
                }
                Join::Through { .. } => sought.pair = Some(related.clone()),
            }
        }
        sought.state.select_columns(state.model.columns.iter().collect());
        sought
    }

    async fn get_or_create(self, mut runner: Runner<'_>) -> Result<(Vec<Value>, bool), Error> {
        if let Some(row) = get(&self.state, runner.again()).await? {
            return Ok((row, false));
        }
        let model = self.state.model;
        let written = match runner.is_transaction() {
            false => create::save(model, self.new, self.pair, runner.again()).await,
            // A failed statement must not cost the transaction.
            true => {
                let unit = runner.again();
                unit.atomically(|runner| create::save(model, self.new, self.pair, runner).boxed()).await
            }
        };
        match written {
            Ok(row) => Ok((row, true)),
            Err(error @ Error::Integrity { .. }) => match get(&self.state, runner).await? {
                Some(row) => Ok((row, false)),
                None => Err(error),
            },
            Err(error) => Err(error),
        }
    }

    async fn update_or_create(
        self,
        mut assignments: Vec<(&'static meta::Column, Node)>,
        mut runner: Runner<'_>,
    ) -> Result<(Vec<Value>, bool), Error> {
        let model = self.state.model;
        let (mut row, created) = self.get_or_create(runner.again()).await?;
        if created {
            return Ok((row, true));
        }
        let now = jiff::Timestamp::now();
        let given = |column: &meta::Column| assignments.iter().any(|(other, _)| *other == column);
        let times: Vec<_> = model
            .columns
            .iter()
            .filter(|column| column.auto_now == AutoNow::Save && !given(column))
            .collect();
        assignments
            .extend(times.into_iter().map(|column| (column, Node::Value(now_of(column.field_type, now)))));
        if assignments.is_empty() {
            return Ok((row, false));
        }

        let hooks = runner.hooks().of(model);
        if let Some(hooks) = &hooks {
            for (column, node) in &assignments {
                if let Node::Value(value) = node {
                    row[column.position] = value.clone();
                }
            }
            hooks.pre_save(&mut row, &mut runner).await?;
            for (column, node) in &mut assignments {
                if let Node::Value(value) = node {
                    *value = row[column.position].clone();
                }
            }
        }

        let key = row[model.primary_key].clone();
        let mut computed = Vec::new();
        for (column, node) in &assignments {
            match node {
                Node::Value(value) => row[column.position] = value.clone(),
                _ => computed.push(*column),
            }
        }
        if let Some(statement) = compile::update(&instance::row(model, key), assignments, runner.dialect())? {
            runner.again().execute(statement).await?;
        }
        if !computed.is_empty() {
            let key = row[model.primary_key].clone();
            let values = instance::read(model, computed.clone(), key, runner.again()).await?;
            for (column, value) in computed.into_iter().zip(values) {
                row[column.position] = value;
            }
        }
        if let Some(hooks) = hooks {
            hooks.post_save(&row, false, &mut runner).await?;
        }
        Ok((row, false))
    }
}

/// The one row of a query.
async fn get(state: &State, runner: Runner<'_>) -> Result<Option<Vec<Value>>, Error> {
    let compiled = compile::select(state, runner.dialect());
    let columns = state.model.columns.iter().collect();
    let mut rows = instance::fetch_values(compiled, columns, runner).await?.into_iter();
    match (rows.next(), rows.next()) {
        (row, None) => Ok(row),
        (_, Some(_)) => Err(Error::MultipleObjectsReturned { model: state.model.name }),
    }
}
