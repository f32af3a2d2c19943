//! `filter()`, `exclude()`, `none()`.

use super::{IsOneQuery, IsWhole, QuerySet, Stages};
use crate::backend::Alone;
use crate::context::{Context, Merge, Merged, NoOuter, Refers};
use crate::model::Model;
use crate::predicate::Predicate;
use crate::state::{Call, Node};

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Keeps the rows for which `predicate` is true. A row for which it is `NULL` is dropped.
    ///
    /// Several calls are joined with `AND`. Predicates on a to-many relation hold for the *same*
    /// related row inside one call, and may hold for different ones in two calls.
    ///
    /// Django: `filter()`. SQL: `WHERE`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Blog::objects().filter(blog::name.startswith("Beatles"));
    /// assert_sql!(query, r#"SELECT … FROM "blog_blog" WHERE "blog_blog"."name" LIKE ? ESCAPE '!'"#);
    /// ```
    ///
    /// # Example: a condition that is not always there
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # let search: Option<&str> = None;
    /// let mut query = Blog::objects();
    /// if let Some(search) = search {
    ///     query = query.filter(blog::name.icontains(search));
    /// }
    /// ```
    #[doc(alias = "where")]
    #[doc(alias = "where_")]
    pub fn filter<P: Predicate<M>, Y>(self, predicate: P) -> QuerySet<M, R, S, Y>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
        X: Merge<P::Context, Out = Y>,
    {
        self.called(Call::Filter, predicate)
    }

    /// Drops the rows for which `predicate` is true. A row for which it is `NULL` is kept.
    ///
    /// Over a to-many relation it drops the rows that have a related row for which the predicate is
    /// true.
    ///
    /// Django: `exclude()`. SQL: `WHERE NOT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().exclude(entry::rating.lt(3)).values_list(entry::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE NOT ("blog_entry"."rating" < ? AND "blog_entry"."rating" IS NOT NULL)"#
    /// );
    /// ```
    pub fn exclude<P: Predicate<M>, Y>(self, predicate: P) -> QuerySet<M, R, S, Y>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
        X: Merge<P::Context, Out = Y>,
    {
        self.called(Call::Exclude, predicate)
    }

    fn called<P: Predicate<M>, Y>(mut self, call: fn(Node) -> Call, predicate: P) -> QuerySet<M, R, S, Y> {
        self.state.call(call, predicate.predicate());
        self.restage()
    }

    /// Says that the query is for the backend `B` alone, so that what only `B` has can be added to it
    /// in an `if` without a change of its type.
    pub fn requires<B: Alone>(self) -> QuerySet<M, R, S, Merged<X, Refers<NoOuter, NoOuter, B::Only>>>
    where
        X: Merge<Refers<NoOuter, NoOuter, B::Only>>,
    {
        self.restage()
    }

    /// No row at all, without asking the database.
    ///
    /// Django: `none()`.
    pub fn none(mut self) -> Self {
        self.state.none = true;
        self
    }
}
