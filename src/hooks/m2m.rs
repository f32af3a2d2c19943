//! [`M2mHooks`]: what is done around changes of the pairs of a many-to-many relation.

use std::marker::PhantomData;

use futures_util::FutureExt;

use super::{Done, refused};
use crate::backend::Backend;
use crate::db::{Open, Runner, Transaction};
use crate::error::{BoxError, Error};
use crate::fields_of::FieldOf;
use crate::kind::Kind;
use crate::meta::{self, Join};
use crate::model::Model;
use crate::path::Relation;
use crate::query_set::{HasPairs, ToMany};
use crate::value::Value;

/// What is done around changes of a many-to-many relation, on databases of the backend `B`.
/// [`Db::with_m2m_hooks`](crate::Db::with_m2m_hooks) makes it known.
///
/// It runs in the transaction of the change, or in one that is opened for it: its error undoes all of it,
/// and comes back as [`Error::Refused`]. It runs for `add`, `remove`, `set` and `clear` of
/// [related rows](crate::RelatedSet), from either end of the relation, and for `create` there; not for
/// rows of the table between that are written or deleted as rows of their own, as in Django.
///
/// Django: `m2m_changed`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # use queryset::{Backend, BoxError, M2mAction, M2mChange, M2mHooks, M2mRows, Transaction};
/// struct AtMostTwo;
///
/// impl<B: Backend> M2mHooks<B> for AtMostTwo {
///     type Relation = entry::relations::EntryToAuthors;
///
///     async fn m2m_changed(
///         &self,
///         change: &M2mChange<Self::Relation>,
///         _: &mut Transaction<'_, B>,
///     ) -> Result<(), BoxError> {
///         match (change.action, &change.rows) {
///             (M2mAction::PreAdd, M2mRows::Forward { pk_set: Some(authors), .. }) if authors.len() > 2 => {
///                 Err("two authors at once are enough".into())
///             }
///             _ => Ok(()),
///         }
///     }
/// }
///
/// # tokio_test(async |db| {
/// let db = db.with_m2m_hooks(AtMostTwo);
/// let entry = Entry::objects().earliest_by(entry::id, &db).await?;
/// let new = ["Paul", "John", "Ringo"].map(|name| Author::create().name(name).email("a@example.com"));
/// let authors = Author::objects().bulk_create(new, &db).await?;
/// entry.authors().add(&authors[..2], &db).await?;
/// let refused = entry.authors().set(&authors, &db).await;
/// assert!(refused.is_ok(), "one is added");
/// let refused = Entry::objects().latest_by(entry::id, &db).await?.authors().add(&authors, &db).await;
/// assert!(matches!(refused, Err(Error::Refused { model: "EntryAuthors", .. })));
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no hooks for a many-to-many relation on databases of the backend `{B}`",
    label = "does not implement `M2mHooks<{B}>`",
    note = "a type of your own has them: `impl<B: Backend> M2mHooks<B> for Tidy`, with the relation as `type Relation = entry::relations::EntryToAuthors;`"
)]
#[doc(alias = "m2m_changed")]
pub trait M2mHooks<B: Backend>: Send + Sync + 'static {
    /// The relation, by one of its ends: what is changed from the other end is
    /// [`M2mRows::Reverse`].
    type Relation: ManyToMany;

    /// Before and after each change.
    fn m2m_changed(
        &self,
        change: &M2mChange<Self::Relation>,
        tx: &mut Transaction<'_, B>,
    ) -> impl Future<Output = Result<(), BoxError>> + Send;
}

/// Says that a relation is by pairs in a table between.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a many-to-many relation",
    label = "its rows are bound by a foreign key of their own",
    note = "what is done around the saving of such rows is `Hooks`",
    note = "Django raises AttributeError: 'ReverseManyToOneDescriptor' object has no attribute 'through'"
)]
pub trait ManyToMany: ToMany {}

#[diagnostic::do_not_recommend]
impl<R: ToMany<Link: HasPairs>> ManyToMany for R {}

/// When it is, and what is done to the pairs.
///
/// Django: `action`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum M2mAction {
    /// Before pairs are added.
    PreAdd,
    /// After pairs were added.
    PostAdd,
    /// Before pairs are removed.
    PreRemove,
    /// After pairs were removed.
    PostRemove,
    /// Before all pairs of an instance are removed.
    PreClear,
    /// After all pairs of an instance were removed.
    PostClear,
}

/// The key of an instance of `M`.
pub type KeyOf<M> = <<M as Model>::Key as Kind>::Value;

/// A change of a many-to-many relation.
pub struct M2mChange<R: Relation> {
    /// When it is, and what is done.
    pub action: M2mAction,
    /// Between which rows.
    pub rows: M2mRows<R>,
}

/// The rows that pairs are added or removed between, by their primary keys, also where the pairs point at
/// another column: the keys are then read by one more query for each end.
///
/// `pk_set` are those that are new where pairs are added, those that were named where pairs are removed,
/// and `None` where all are removed.
///
/// Django: `instance`, `reverse` and `pk_set`, which holds what the pairs do.
pub enum M2mRows<R: Relation> {
    /// The change began at an instance of the relation's model.
    Forward {
        /// The key of the instance.
        instance: KeyOf<R::Model>,
        /// The keys of the rows at the other end.
        pk_set: Option<Vec<KeyOf<R::Target>>>,
    },
    /// The change began at a row that the relation leads to.
    Reverse {
        /// The key of that row.
        instance: KeyOf<R::Target>,
        /// The keys of instances of the relation's model.
        pk_set: Option<Vec<KeyOf<R::Model>>>,
    },
}

/// A change without its types.
pub(crate) struct Change<'c> {
    pub(crate) action: M2mAction,
    /// The key of the table between that points at the one row.
    pub(crate) source: &'static meta::Column,
    pub(crate) instance: &'c Value,
    pub(crate) pk_set: Option<&'c [Value]>,
}

impl Change<'_> {
    fn typed<R: Relation>(&self) -> Result<M2mChange<R>, Error> {
        let Join::Through { through, through_from, .. } = R::meta().join else {
            unreachable!("a relation with pairs has a table between");
        };
        let rows = match through.by_column(through_from) == self.source {
            true => M2mRows::Forward {
                instance: key::<R::Model>(self.instance)?,
                pk_set: self.keys::<R::Target>()?,
            },
            false => M2mRows::Reverse {
                instance: key::<R::Target>(self.instance)?,
                pk_set: self.keys::<R::Model>()?,
            },
        };
        Ok(M2mChange { action: self.action, rows })
    }

    fn keys<M: Model>(&self) -> Result<Option<Vec<KeyOf<M>>>, Error> {
        self.pk_set.map(|keys| keys.iter().map(key::<M>).collect()).transpose()
    }
}

fn key<M: Model>(value: &Value) -> Result<KeyOf<M>, Error> {
    FieldOf::of_value(value.clone(), M::META.pk())
}

/// The table between of a relation with pairs.
pub(super) fn through<R: Relation>() -> &'static meta::Model {
    match R::meta().join {
        Join::Through { through, .. } => through,
        Join::Direct { .. } => unreachable!("a relation with pairs has a table between"),
    }
}

/// The hooks of one many-to-many relation.
#[derive(Clone, Default)]
pub(crate) struct AroundPairs(pub(super) Vec<std::sync::Arc<dyn ErasedPairs>>);

impl AroundPairs {
    /// Runs them in the transaction of the runner.
    pub(crate) async fn changed(&self, change: Change<'_>, runner: &mut Runner<'_>) -> Result<(), Error> {
        for hooks in &self.0 {
            hooks.changed(&change, runner.opened()).await?;
        }
        Ok(())
    }
}

/// Hooks without their types.
pub(super) trait ErasedPairs: Send + Sync {
    fn changed<'h>(&'h self, change: &'h Change<'h>, open: &'h mut Open) -> Done<'h>;
}

pub(super) struct TypedPairs<B, H> {
    pub(super) hooks: H,
    pub(super) backend: PhantomData<fn() -> B>,
}

impl<B: Backend, H: M2mHooks<B>> ErasedPairs for TypedPairs<B, H> {
    fn changed<'h>(&'h self, change: &'h Change<'h>, open: &'h mut Open) -> Done<'h> {
        async move {
            let typed = change.typed::<H::Relation>()?;
            let outcome = self.hooks.m2m_changed(&typed, &mut Transaction::within(open)).await;
            outcome.map_err(|error| refused(through::<H::Relation>(), error))
        }
        .boxed()
    }
}
