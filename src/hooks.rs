//! [`Hooks`]: what is done around the saving and the deleting of a model's rows.

mod m2m;

use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

pub(crate) use self::m2m::{AroundPairs, Change};
pub use self::m2m::{KeyOf, M2mAction, M2mChange, M2mHooks, M2mRows, ManyToMany};
use self::m2m::{TypedPairs, through};
use crate::backend::Backend;
use crate::db::{Open, Runner, Transaction};
use crate::error::{BoxError, Error};
use crate::instance::{of_values, values_of};
use crate::meta;
use crate::model::Model;
use crate::value::Value;

/// What is done around the saving and the deleting of a model's rows, on databases of the backend `B`.
/// [`Db::with_hooks`](crate::Db::with_hooks) makes it known; each method is optional.
///
/// The hooks run in the transaction of the write, or in one that is opened for it: they see what it has
/// done, what they write is part of it, and an error of theirs undoes all of it and comes back as
/// [`Error::Refused`]. They run for rows that are written one by one: by `save()` and its like, by
/// `get_or_create()` and `update_or_create()`; and for each row that `delete()` deletes, those that go
/// with others included. They do not run for `bulk_create()`, `bulk_update()`, `update()` and SQL of your
/// own, as in Django.
///
/// Hooks for every backend are `impl<B: Backend> Hooks<B>`; those that use what one database alone has
/// name it: `impl Hooks<Postgres>`.
///
/// [`M2mHooks`] are those of many-to-many relations.
///
/// Django: `pre_save`, `post_save`, `pre_delete`, `post_delete`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # use queryset::{Backend, BoxError, Hooks, Transaction};
/// struct Tidy;
///
/// impl<B: Backend> Hooks<B> for Tidy {
///     type Model = Theme;
///
///     async fn pre_save(&self, theme: &mut Theme, _: &mut Transaction<'_, B>) -> Result<(), BoxError> {
///         theme.name = theme.name.trim().to_owned();
///         match theme.name.is_empty() {
///             true => Err("a theme has a name".into()),
///             false => Ok(()),
///         }
///     }
/// }
///
/// # tokio_test(async |db| {
/// let db = db.with_hooks(Tidy);
/// let autumn = Theme::create().name(" Autumn ").order(1).save(&db).await?;
/// assert_eq!(autumn.name, "Autumn");
/// let refused = Theme::create().name(" ").order(1).save(&db).await;
/// assert!(matches!(refused, Err(Error::Refused { model: "Theme", .. })));
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no hooks for databases of the backend `{B}`",
    label = "does not implement `Hooks<{B}>`",
    note = "a type of your own has them: `impl Hooks<{B}> for Tidy`, or `impl<B: Backend> Hooks<B> for Tidy` for every backend"
)]
#[doc(alias = "signals")]
#[doc(alias = "receiver")]
pub trait Hooks<B: Backend>: Send + Sync + 'static {
    /// The model of the rows.
    type Model: Model;

    /// Before a row is written. What it changes in the instance is written, of the fields that are.
    ///
    /// The key of a new row is 0, where the database will count it.
    fn pre_save(
        &self,
        row: &mut Self::Model,
        tx: &mut Transaction<'_, B>,
    ) -> impl Future<Output = Result<(), BoxError>> + Send {
        let _ = (row, tx);
        async { Ok(()) }
    }

    /// After a row was written; `created` says that it is new.
    fn post_save(
        &self,
        row: &Self::Model,
        created: bool,
        tx: &mut Transaction<'_, B>,
    ) -> impl Future<Output = Result<(), BoxError>> + Send {
        let _ = (row, created, tx);
        async { Ok(()) }
    }

    /// Before a row is deleted, and before any other of the same call is.
    fn pre_delete(
        &self,
        row: &Self::Model,
        tx: &mut Transaction<'_, B>,
    ) -> impl Future<Output = Result<(), BoxError>> + Send {
        let _ = (row, tx);
        async { Ok(()) }
    }

    /// After a row was deleted.
    fn post_delete(
        &self,
        row: &Self::Model,
        tx: &mut Transaction<'_, B>,
    ) -> impl Future<Output = Result<(), BoxError>> + Send {
        let _ = (row, tx);
        async { Ok(()) }
    }
}

/// The hooks that a [`Db`](crate::Db) knows.
#[derive(Clone, Default)]
pub(crate) struct Registry(Option<Arc<Known>>);

/// Those of models, by the labels of these; those of many-to-many relations by the tables between.
#[derive(Clone, Default)]
struct Known {
    models: HashMap<&'static str, Around>,
    pairs: HashMap<&'static str, AroundPairs>,
}

impl Registry {
    /// With more hooks, which run after those that are there.
    pub(crate) fn with<B: Backend, H: Hooks<B>>(&self, hooks: H) -> Self {
        let typed = Typed { hooks, backend: PhantomData };
        self.knowing(|known| known.models.entry(H::Model::META.label).or_default().0.push(Arc::new(typed)))
    }

    /// The same of a many-to-many relation.
    pub(crate) fn with_pairs<B: Backend, H: M2mHooks<B>>(&self, hooks: H) -> Self {
        let (typed, label) = (TypedPairs { hooks, backend: PhantomData }, through::<H::Relation>().label);
        self.knowing(|known| known.pairs.entry(label).or_default().0.push(Arc::new(typed)))
    }

    fn knowing(&self, learn: impl FnOnce(&mut Known)) -> Self {
        let mut known = self.0.as_deref().cloned().unwrap_or_default();
        learn(&mut known);
        Self(Some(Arc::new(known)))
    }

    /// The hooks of a model; `None` when there are none.
    pub(crate) fn of(&self, model: &'static meta::Model) -> Option<Around> {
        self.0.as_ref()?.models.get(model.label).cloned()
    }

    /// Those of the many-to-many relation with this table between.
    pub(crate) fn of_pairs(&self, through: &'static meta::Model) -> Option<AroundPairs> {
        self.0.as_ref()?.pairs.get(through.label).cloned()
    }

    pub(crate) fn has(&self, model: &'static meta::Model) -> bool {
        self.0.as_ref().is_some_and(|known| known.models.contains_key(model.label))
    }
}

/// The hooks of one model.
#[derive(Clone, Default)]
pub(crate) struct Around(Vec<Arc<dyn Erased>>);

impl Around {
    /// Runs them in the transaction of the runner, as all of these do.
    pub(crate) async fn pre_save(&self, row: &mut Vec<Value>, runner: &mut Runner<'_>) -> Result<(), Error> {
        for hooks in &self.0 {
            hooks.pre_save(row, runner.opened()).await?;
        }
        Ok(())
    }

    pub(crate) async fn post_save(
        &self,
        row: &[Value],
        created: bool,
        runner: &mut Runner<'_>,
    ) -> Result<(), Error> {
        for hooks in &self.0 {
            hooks.post_save(row, created, runner.opened()).await?;
        }
        Ok(())
    }

    pub(crate) async fn pre_delete(&self, row: &[Value], runner: &mut Runner<'_>) -> Result<(), Error> {
        for hooks in &self.0 {
            hooks.pre_delete(row, runner.opened()).await?;
        }
        Ok(())
    }

    pub(crate) async fn post_delete(&self, row: &[Value], runner: &mut Runner<'_>) -> Result<(), Error> {
        for hooks in &self.0 {
            hooks.post_delete(row, runner.opened()).await?;
        }
        Ok(())
    }
}

/// Hooks without their types: rows are values.
trait Erased: Send + Sync {
    fn pre_save<'h>(&'h self, row: &'h mut Vec<Value>, open: &'h mut Open) -> Done<'h>;
    fn post_save<'h>(&'h self, row: &'h [Value], created: bool, open: &'h mut Open) -> Done<'h>;
    fn pre_delete<'h>(&'h self, row: &'h [Value], open: &'h mut Open) -> Done<'h>;
    fn post_delete<'h>(&'h self, row: &'h [Value], open: &'h mut Open) -> Done<'h>;
}

type Done<'h> = BoxFuture<'h, Result<(), Error>>;

struct Typed<B, H> {
    hooks: H,
    backend: PhantomData<fn() -> B>,
}

impl<B: Backend, H: Hooks<B>> Erased for Typed<B, H> {
    fn pre_save<'h>(&'h self, row: &'h mut Vec<Value>, open: &'h mut Open) -> Done<'h> {
        async move {
            let mut instance: H::Model = of_values(row.clone())?;
            let outcome = self.hooks.pre_save(&mut instance, &mut Transaction::within(open)).await;
            outcome.map_err(|error| refused(H::Model::META, error))?;
            *row = values_of(&instance);
            Ok(())
        }
        .boxed()
    }

    fn post_save<'h>(&'h self, row: &'h [Value], created: bool, open: &'h mut Open) -> Done<'h> {
        async move {
            let instance: H::Model = of_values(row.to_vec())?;
            let outcome = self.hooks.post_save(&instance, created, &mut Transaction::within(open)).await;
            outcome.map_err(|error| refused(H::Model::META, error))
        }
        .boxed()
    }

    fn pre_delete<'h>(&'h self, row: &'h [Value], open: &'h mut Open) -> Done<'h> {
        async move {
            let instance: H::Model = of_values(row.to_vec())?;
            let outcome = self.hooks.pre_delete(&instance, &mut Transaction::within(open)).await;
            outcome.map_err(|error| refused(H::Model::META, error))
        }
        .boxed()
    }

    fn post_delete<'h>(&'h self, row: &'h [Value], open: &'h mut Open) -> Done<'h> {
        async move {
            let instance: H::Model = of_values(row.to_vec())?;
            let outcome = self.hooks.post_delete(&instance, &mut Transaction::within(open)).await;
            outcome.map_err(|error| refused(H::Model::META, error))
        }
        .boxed()
    }
}

/// The error of a hook: one of this crate's stays what it is.
fn refused(model: &'static meta::Model, error: BoxError) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => *error,
        Err(source) => Error::Refused { model: model.name, source },
    }
}
