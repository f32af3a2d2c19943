//! Functions that compare and convert: `coalesce()`, `greatest()`, `least()`, `null_if()`, `cast()`,
//! `collate()`.

use crate::context::Merge;
use crate::expr::{Expr, Made, MadeWith, Source, Term};
use crate::kind::{CastsFrom, Comparable, Decimal, HasOrder, Kind, Text, Unites};
use crate::model::AllAre;
use crate::path::{Nullability, Nullable};
use crate::state::{CastTo, FunctionName};

impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N> {
    /// It, or `other` where it is `NULL`. Several calls try one after the other.
    ///
    /// Django: `Coalesce("summary", "headline")`. SQL: `COALESCE(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().values_list(entry::summary.coalesce(entry::headline));
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT COALESCE("blog_entry"."summary", "blog_entry"."headline") FROM "blog_entry""#
    /// );
    /// ```
    #[doc(alias = "Coalesce")]
    #[doc(alias = "ifnull")]
    pub fn coalesce<T>(&self, other: T) -> Expr<MadeWith<E, T>, K::Out, N::And<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Unites<T::Kind>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(FunctionName::Coalesce, other)
    }

    /// The greater one of it and `other`. Where one of the two is `NULL`, so is the result, but on
    /// PostgreSQL it is the other one. Several calls take the greatest of several.
    ///
    /// Django: `Greatest("pub_date", "mod_date")`. SQL: `GREATEST(…)`, on SQLite `MAX(…)`.
    #[doc(alias = "Greatest")]
    pub fn greatest<T>(&self, other: T) -> Expr<MadeWith<E, T>, K::Out, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Unites<T::Kind> + HasOrder,
        E::Context: Merge<T::Context>,
    {
        self.call_with(FunctionName::Greatest, other)
    }

    /// The smaller one of it and `other`. Where one of the two is `NULL`, so is the result, but on
    /// PostgreSQL it is the other one. Several calls take the smallest of several.
    ///
    /// Django: `Least("pub_date", "mod_date")`. SQL: `LEAST(…)`, on SQLite `MIN(…)`.
    #[doc(alias = "Least")]
    pub fn least<T>(&self, other: T) -> Expr<MadeWith<E, T>, K::Out, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Unites<T::Kind> + HasOrder,
        E::Context: Merge<T::Context>,
    {
        self.call_with(FunctionName::Least, other)
    }

    /// It, or `NULL` where it equals `other`.
    ///
    /// Django: `NullIf("summary", Value(""))`. SQL: `NULLIF(…)`.
    #[doc(alias = "NullIf")]
    pub fn null_if<T>(&self, other: T) -> Expr<MadeWith<E, T>, K, Nullable>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: Comparable<K>>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(FunctionName::NullIf, other)
    }

    /// It, converted to the kind `L` by the database: what is no number is an error on PostgreSQL, and
    /// 0 elsewhere; a fraction is rounded, on SQLite cut off.
    ///
    /// Django: `Cast("rating", CharField())`. SQL: `CAST(… AS …)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let rating = entry::rating.cast::<kind::Text>();
    /// let rows: Vec<Option<String>> = Entry::objects().values_list(rating).flat().all(&db).await?;
    /// assert_eq!(rows, [Some("5".to_owned()), Some("5".to_owned())]);
    /// # Ok(()) });
    /// ```
    #[doc(alias = "Cast")]
    pub fn cast<L: CastsFrom<K>>(&self) -> Expr<Made<E>, L, N> {
        self.call(FunctionName::Cast(CastTo::Kind(L::TYPE)))
    }

    /// It, converted to a decimal number of so many digits, `decimal_places` of them behind the point.
    /// SQLite does not round.
    ///
    /// Django: `Cast("rating", DecimalField(max_digits=6, decimal_places=2))`. SQL: `CAST(… AS …)`.
    pub fn cast_decimal(&self, max_digits: u8, decimal_places: u8) -> Expr<Made<E>, Decimal, N>
    where
        Decimal: CastsFrom<K>,
    {
        self.call(FunctionName::Cast(CastTo::Decimal(max_digits, decimal_places)))
    }
}

impl<E: Source, V: crate::FieldValue, N: Nullability> Expr<E, Text<V>, N> {
    /// It, compared and ordered by the collation `name` of the database.
    ///
    /// A name that is none is an error before anything is sent, one that the database does not know is
    /// its error.
    ///
    /// Django: `Collate("headline", "nocase")`. SQL: `COLLATE`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Blog::objects().filter(blog::name.collate("nocase").exact("beatles blog")).values_list(blog::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_blog"."id" FROM "blog_blog" WHERE ("blog_blog"."name" COLLATE "nocase") = ?"#
    /// );
    /// ```
    #[doc(alias = "Collate")]
    pub fn collate(&self, name: &'static str) -> Expr<Made<E>, Text<V>, N> {
        self.call(FunctionName::Collate(name))
    }
}
