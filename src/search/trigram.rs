//! Trigrams: how similar two texts are, by the three letters that they have in common.

use crate::context::{Merge, Merged, OnPostgres};
use crate::depth::Depth;
use crate::expr::{Computed, Expr, Source, Term};
use crate::field::FieldValue;
use crate::kind::{Comparable, Float, IsText, Kind, Text};
use crate::model::AllAre;
use crate::operand::{Operand, Seen, With};
use crate::path::Nullability;
use crate::predicate::Q;
use crate::state::{FunctionName, LookupName, Node, PostgresFunction, Right};

/// What is computed on PostgreSQL from an expression of the source `E` and the term `T`.
type MadeWithOnPostgres<E, T> = Computed<
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
                pub fn $name<T>(&self, other: T) -> Expr<MadeWithOnPostgres<E, T>, Float, N::Or<T::Null>>
                where
                    T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsText>,
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
    ///     r#"SELECT "blog_author"."id" FROM "blog_author" WHERE SIMILARITY("blog_author"."name", $1) > $2 ORDER BY SIMILARITY("blog_author"."name", $1) DESC"#
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

macro_rules! similar {
    ($($(#[$doc:meta])* $name:ident = $lookup:ident;)*) => {
        impl<E: Source, T: FieldValue, N> Expr<E, Text<T>, N> {
            $(
                $(#[$doc])*
                ///
                /// Databases: PostgreSQL, with the extension `pg_trgm`: without it it is
                /// [`Error::MissingExtension`](crate::Error::MissingExtension). With another `Db` the query
                /// does not compile.
                pub fn $name<V>(&self, value: V) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
                where
                    V: Operand<E::Model, Text, Models: AllAre<E::Model>, Kind: Comparable<Text>>,
                    E::Context: Merge<V::Context>,
                    With<E, V::Context>: Merge<OnPostgres>,
                {
                    Q::lookup(LookupName::$lookup, self.node(), Right::One(value.operand()))
                }
            )*
        }
    };
}

similar! {
    /// True where it is as similar to `value` as `pg_trgm.similarity_threshold` says, or more: 0.3, if
    /// nothing else is set. An index of trigrams is used.
    ///
    /// Django: `name__trigram_similar="lennon"`. SQL: `%`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let found = Author::objects().filter(author::name.trigram_similar("lenon")).values_list(author::id);
    /// assert_eq!(
    ///     found.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "blog_author"."id" FROM "blog_author" WHERE "blog_author"."name" % $1"#
    /// );
    /// ```
    trigram_similar = TrigramSimilar;

    /// True where a part of it is as similar to `value` as `pg_trgm.word_similarity_threshold` says, or
    /// more: 0.6, if nothing else is set.
    ///
    /// Django: `body_text__trigram_word_similar="lennon"`. SQL: `%>`.
    trigram_word_similar = TrigramWordSimilar;

    /// As [`trigram_word_similar()`](Self::trigram_word_similar), of whole words:
    /// `pg_trgm.strict_word_similarity_threshold`, 0.5 if nothing else is set.
    ///
    /// Django: `body_text__trigram_strict_word_similar="lennon"`. SQL: `%>>`.
    trigram_strict_word_similar = TrigramStrictWordSimilar;
}
