//! [`filtered_relation!`](crate::filtered_relation): relations that lead to some of their rows only.

use std::any::TypeId;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use crate::context::Plain;
use crate::label::Name;
use crate::model::Model;
use crate::path::{Path, Step, StepFilter};
use crate::predicate::Predicate;
use crate::related::Follows;
use crate::state;

/// The path `P`, of whose last relation the condition named `L` leaves rows out.
pub struct Filtered<L, P>(PhantomData<fn() -> (L, P)>);

impl<L, P> Clone for Filtered<L, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<L, P> Copy for Filtered<L, P> {}

impl<L: Name, P: Path> Path for Filtered<L, P> {
    type Root = P::Root;
    type Target = P::Target;
    type Key = P::Key;
    type Null = P::Null;
    type Card = P::Card;
    type Way = P::Way;
    const STEPS: Option<&'static Step> = Some(&Self::STEP);
}

impl<L: Name, P: Path> Filtered<L, P> {
    const STEP: Step = match P::STEPS {
        Some(step) => Step {
            parent: step.parent,
            relation: step.relation,
            filter: Some(StepFilter { name: L::NAME, id: TypeId::of::<L> }),
        },
        None => panic!("a relation is a step"),
    };
}

/// A relation of `M` that leads to those of its rows only for which a condition is true: what
/// [`filtered_relation!`](crate::filtered_relation) makes. `F` has the fields of these rows.
pub struct FilteredRelation<F, M, X = Plain> {
    fields: F,
    pub(crate) filtered: Arc<state::FilteredRelation>,
    context: PhantomData<fn() -> (M, X)>,
}

impl<F: Clone, M, X> Clone for FilteredRelation<F, M, X> {
    fn clone(&self) -> Self {
        Self { fields: self.fields.clone(), filtered: Arc::clone(&self.filtered), context: PhantomData }
    }
}

/// Its fields, and the relations that lead on from it.
impl<F, M, X> Deref for FilteredRelation<F, M, X> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.fields
    }
}

impl<F: Follows, M, X> Follows for &FilteredRelation<F, M, X> {
    type Path = F::Path;
    type By<Q: Path<Target = <F::Path as Path>::Target>> = F::By<Q>;

    fn by<Q: Path<Target = <F::Path as Path>::Target>>() -> Self::By<Q> {
        F::by()
    }
}

/// A relation that can be filtered under the name `L`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a relation, so it has no rows to leave out",
    label = "not a relation",
    note = "write `filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(4))`",
    note = "Django raises FieldError: Cannot resolve keyword into field, or ValueError: relation_name cannot be empty."
)]
pub trait Filters<L> {
    /// The fields of its rows.
    type Fields;
    /// The model that it begins at.
    type Root: Model;

    #[doc(hidden)]
    fn fields() -> Self::Fields;
}

#[diagnostic::do_not_recommend]
impl<L: Name, F: Follows> Filters<L> for F {
    type Fields = F::By<Filtered<L, F::Path>>;
    type Root = <F::Path as Path>::Root;

    fn fields() -> Self::Fields {
        F::by()
    }
}

/// A relation that gets the name `L`, and waits for its condition.
#[doc(hidden)]
pub struct Unfiltered<L, F, M> {
    fields: F,
    name: PhantomData<fn() -> (L, M)>,
}

/// Gives a relation a name; see [`filtered_relation!`](crate::filtered_relation).
#[doc(hidden)]
pub fn unfiltered<L, R, F, M>(_relation: R) -> Unfiltered<L, F, M>
where
    R: Filters<L, Fields = F, Root = M>,
{
    Unfiltered { fields: R::fields(), name: PhantomData }
}

impl<L: Name, F: Copy, M: Model> Unfiltered<L, F, M> {
    /// Leaves its rows out for which the condition is not true.
    #[doc(hidden)]
    pub fn by<C: Predicate<M>>(self, condition: impl FnOnce(F) -> C) -> FilteredRelation<F, M, C::Context> {
        let condition = condition(self.fields).predicate();
        let filtered = state::FilteredRelation { name: L::NAME, id: TypeId::of::<L>(), condition };
        FilteredRelation { fields: self.fields, filtered: Arc::new(filtered), context: PhantomData }
    }
}

/// Filters a relation: it leads to those of its rows only for which a condition is true, and to none where
/// there are no such rows. A row without any is kept, which it is not by a [`filter`](crate::QuerySet::filter).
///
/// `filtered_relation!(v: restaurant::pizzas(), |pizza| …)` makes the variable `v`. It is used like the
/// relation itself, in a query that [knows](crate::QuerySet::filtered_relation) it: `v.name`, `v.count()`,
/// `v.isnull(true)`, `v.toppings()`. Two of them are two joins.
///
/// The condition speaks of the related row by the name that it is given, and of the row that has the
/// relation by its own fields. The relation itself is another related row there, as in Django. What the
/// related row leads to in turn cannot be asked about: the query is an error when it runs.
///
/// Django: `FilteredRelation("pizzas", condition=Q(pizzas__vegetarian=True))`. SQL: the condition stands in
/// the `ON` of the join.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(4));
/// let query = Blog::objects().filtered_relation(&good).values_list((blog::name, good.headline));
/// assert_sql!(
///     query,
///     r#"SELECT "blog_blog"."name", "good"."headline" FROM "blog_blog" LEFT JOIN "blog_entry" AS "good" ON "blog_blog"."id" = "good"."blog_id" AND "good"."rating" >= ?"#
/// );
/// ```
///
/// # Example: counted
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let least = 4;
/// filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(least));
/// let n = good.count();
/// let blogs: Vec<(Blog, i64)> = Blog::objects().filtered_relation(&good).annotate(&n).all(&db).await?;
/// assert_eq!(blogs[0].1, 2);
/// # Ok(()) });
/// ```
#[macro_export]
macro_rules! filtered_relation {
    ($name:ident: $relation:expr, |$row:pat_param| $condition:expr $(,)?) => {
        #[allow(non_camel_case_types, reason = "the name is the one of the variable")]
        enum $name {}

        impl $crate::Name for $name {
            const NAME: &'static str = stringify!($name);
        }

        let $name = $crate::unfiltered::<$name, _, _, _>($relation).by(|$row| $condition);
    };
    ($name:ident: $relation:expr $(, $condition:expr)? $(,)?) => {
        compile_error!(
            "the condition gives the related row a name: `filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(4))`"
        );
    };
    ($($rest:tt)*) => {
        compile_error!(
            "a filtered relation has a name: `filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(4))`; Django raises TypeError: Complex annotations require an alias"
        );
    };
}
