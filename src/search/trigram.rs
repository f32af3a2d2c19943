//! Trigrams: how similar two texts are, by the three letters that they have in common.

use crate::context::{Merge, Merged, OnPostgres};
use crate::depth::Depth;
use crate::expr::{Computed, Expr, Source, Term};
use crate::field::FieldValue;
use crate::kind::{Float, IsText, Kind, Text};
use crate::path::Nullability;
use crate::state::{FunctionName, Node, PostgresFunction};

/// What is computed on PostgreSQL from an expression of the source `E` and the term `T`.
type MadeOnPostgres<E, T> = Computed<
    <E as Source>::Model,
    Merged<Merged<<E as Source>::Context, <T as Term<<E as Source>::Model>>::Context>, OnPostgres>,
    <<E as Source>::Depth as Depth>::Max<<T as Term<<E as Source>::Model>>::Depth>,
>;

macro_rules! similarities {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)*) => {
        impl<E: Source, V: FieldValue, N: Nullability> Expr<E, Text<V>, N> {
            $(
                $(#[$doc])*
                ///
                /// Databases: PostgreSQL, with the extension `pg_trgm`: without it it is
                /// [`Error::MissingExtension`](crate::Error::MissingExtension). With another `Db` the query
                /// does not compile.
                pub fn $name<T>(&self, other: T) -> Expr<MadeOnPostgres<E, T>, Float, N::Or<T::Null>>
                where
                    T: Term<E::Model, Kind: IsText>,
                    E::Context: Merge<T::Context>,
                    Merged<E::Context, T::Context>: Merge<OnPostgres>,
                {
                    let name = FunctionName::Postgres(PostgresFunction::$function);
                    let arguments = vec![self.argument(), crate::expr::argument(other)];
                    Expr::computed(Node::function(name, arguments, Float::<f64>::TYPE))
                }
            )*
        }
    };
}

similarities! {
    /// How similar it is to `other`, from 0 to 1.
    ///
    /// Django: `TrigramSimilarity("name", "lennon")`; `TrigramDistance` is 1 without it. SQL:
    /// `SIMILARITY(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let likeness = author::name.similarity("lenon");
    /// let found = Author::objects().filter(likeness.gt(0.3)).order_by(likeness.desc()).values_list(author::id);
    /// assert_eq!(
    ///     found.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "blog_author"."id" FROM "blog_author" WHERE SIMILARITY("blog_author"."name", $1) > $2 ORDER BY SIMILARITY("blog_author"."name", $3) DESC"#
    /// );
    /// ```
    #[doc(alias = "TrigramSimilarity")]
    #[doc(alias = "TrigramDistance")]
    similarity = Similarity;

    /// How similar the part of it is that is most like `other`, from 0 to 1.
    ///
    /// Django: `TrigramWordSimilarity("lennon", "body_text")`. SQL: `WORD_SIMILARITY(…)`.
    #[doc(alias = "TrigramWordSimilarity")]
    #[doc(alias = "TrigramWordDistance")]
    word_similarity = WordSimilarity;

    /// As [`word_similarity()`](Self::word_similarity), of whole words.
    ///
    /// Django: `TrigramStrictWordSimilarity("lennon", "body_text")`. SQL: `STRICT_WORD_SIMILARITY(…)`.
    #[doc(alias = "TrigramStrictWordSimilarity")]
    #[doc(alias = "TrigramStrictWordDistance")]
    strict_word_similarity = StrictWordSimilarity;
}
