//! Full-text search and trigrams: what PostgreSQL finds in text. No other database has it.

mod trigram;

use std::marker::PhantomData;
use std::ops::{Add, BitAnd, BitOr, Not};

use crate::context::{Context, Merge, Merged, OnPostgres};
use crate::depth::PerRow;
use crate::expr::{Computed, Expr, Source};
use crate::field::FieldValue;
use crate::kind::{Bool, Float, Kind, Text};
use crate::model::{Is, Model};
use crate::path::{NotNull, Nullability};
use crate::predicate::Q;
use crate::state::{Argument, FunctionName, Node, PostgresFunction};
use crate::value::{Value, ValueType};

fn call<const COUNT: usize>(function: PostgresFunction, arguments: [Node; COUNT], kind: ValueType) -> Node {
    // How the arguments are spelt is said by the function, not by their kinds.
    let arguments = arguments.map(|node| Argument { node, kind: ValueType::Text });
    Node::function(FunctionName::Postgres(function), arguments.to_vec(), kind)
}

fn text(text: impl Into<String>) -> Node {
    Node::Value(Value::Text(text.into()))
}

/// The words of text, as PostgreSQL searches them: what [`Expr::search_vector`] makes.
///
/// Vectors are added to each other, each with its [`weight()`](Self::weight).
///
/// Databases: PostgreSQL. With another `Db` the query does not compile.
///
/// Django: `SearchVector("headline", weight="A") + SearchVector("body_text", weight="B")`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::{SearchQuery, Weight};
///
/// let vector = entry::headline.search_vector().weight(Weight::A) + entry::body_text.search_vector();
/// let query = SearchQuery::new("cheese") & !SearchQuery::new("cheddar");
/// let rank = vector.rank(&query);
/// let found = Entry::objects().filter(vector.matches(&query)).order_by(rank.desc()).values_list(entry::id);
/// assert_eq!(
///     found.sql::<Postgres>().unwrap(),
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE (SETWEIGHT(TO_TSVECTOR(COALESCE("blog_entry"."headline", '')), 'A') || TO_TSVECTOR(COALESCE("blog_entry"."body_text", ''))) @@ (PLAINTO_TSQUERY($1) && (!!PLAINTO_TSQUERY($2))) ORDER BY TS_RANK(SETWEIGHT(TO_TSVECTOR(COALESCE("blog_entry"."headline", '')), 'A') || TO_TSVECTOR(COALESCE("blog_entry"."body_text", '')), PLAINTO_TSQUERY($3) && (!!PLAINTO_TSQUERY($4))) DESC"#
/// );
/// ```
#[doc(alias = "to_tsvector")]
#[must_use]
pub struct SearchVector<M, X> {
    node: Node,
    types: PhantomData<fn() -> (M, X)>,
}

impl<M, X> Clone for SearchVector<M, X> {
    fn clone(&self) -> Self {
        Self { node: self.node.clone(), types: PhantomData }
    }
}

impl<M, X> std::fmt::Debug for SearchVector<M, X> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.node, f)
    }
}

/// How much a word counts in a rank: `A` the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is a letter")]
pub enum Weight {
    A,
    B,
    C,
    D,
}

/// What is searched for: words, joined by `&`, `|` and `!`.
///
/// Django: `SearchQuery("cheese")`. SQL: `PLAINTO_TSQUERY(…)` and the like.
#[doc(alias = "to_tsquery")]
#[derive(Clone, Debug)]
#[must_use]
pub struct SearchQuery {
    node: Node,
}

/// How a rank is computed.
///
/// Django: the keywords of `SearchRank`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[must_use]
pub struct RankOptions {
    weights: Option<[f64; 4]>,
    normalization: i64,
    cover_density: bool,
}

impl RankOptions {
    /// As `SearchRank` has it without keywords.
    pub fn new() -> Self {
        Self::default()
    }

    /// How much words of the weights `D`, `C`, `B` and `A` count, in this order: 0.1, 0.2, 0.4 and 1.0 by
    /// default.
    ///
    /// Django: `weights=[0.1, 0.2, 0.4, 1.0]`.
    pub fn weights(mut self, weights: [f64; 4]) -> Self {
        self.weights = Some(weights);
        self
    }

    /// Whether and how the length of text counts: the sum of numbers that PostgreSQL's manual names.
    ///
    /// Django: `normalization=Value(2)`.
    pub fn normalization(mut self, normalization: i64) -> Self {
        self.normalization = normalization;
        self
    }

    /// Counts how near to each other the words stand.
    ///
    /// Django: `cover_density=True`. SQL: `TS_RANK_CD(…)`.
    pub fn cover_density(mut self) -> Self {
        self.cover_density = true;
        self
    }
}

/// How the words that were found are shown.
///
/// Django: the keywords of `SearchHeadline`.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct HeadlineOptions {
    options: Vec<(&'static str, String)>,
}

impl HeadlineOptions {
    /// As `SearchHeadline` has it without keywords: each word between `<b>` and `</b>`.
    pub fn new() -> Self {
        Self::default()
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.options.push((name, value));
        self
    }

    /// What stands before and after each word that was found.
    ///
    /// Django: `start_sel="<mark>", stop_sel="</mark>"`.
    pub fn marks(self, start: &str, stop: &str) -> Self {
        self.with("StartSel", quoted(start)).with("StopSel", quoted(stop))
    }

    /// The number of words that are shown at least and at most.
    ///
    /// Django: `min_words=15, max_words=35`.
    pub fn words(self, min: u32, max: u32) -> Self {
        self.with("MinWords", min.to_string()).with("MaxWords", max.to_string())
    }

    /// Leaves out words of this length, and shorter ones, at the beginning and at the end.
    ///
    /// Django: `short_word=3`.
    pub fn short_word(self, length: u32) -> Self {
        self.with("ShortWord", length.to_string())
    }

    /// Shows all of the text.
    ///
    /// Django: `highlight_all=True`.
    pub fn highlight_all(self) -> Self {
        self.with("HighlightAll", "true".to_owned())
    }

    /// Shows so many parts of the text at most, with `delimiter` between them.
    ///
    /// Django: `max_fragments=2, fragment_delimiter=" … "`.
    pub fn fragments(self, most: u32, delimiter: &str) -> Self {
        self.with("MaxFragments", most.to_string()).with("FragmentDelimiter", quoted(delimiter))
    }
}

/// A value among the options of a headline.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('"', "\"\""))
}

impl SearchQuery {
    fn made(function: PostgresFunction, words: &str) -> Self {
        Self { node: call(function, [text(words)], ValueType::Text) }
    }

    fn made_in(function: PostgresFunction, config: &str, words: &str) -> Self {
        Self { node: call(function, [text(config), text(words)], ValueType::Text) }
    }

    /// All of these words, in any order.
    ///
    /// Django: `SearchQuery("red tomato")`. SQL: `PLAINTO_TSQUERY(…)`.
    pub fn new(words: &str) -> Self {
        Self::made(PostgresFunction::PlainQuery, words)
    }

    /// As [`new()`](Self::new), in a language that the database knows: `english`.
    ///
    /// Django: `SearchQuery("red tomato", config="english")`.
    pub fn in_language(config: &str, words: &str) -> Self {
        Self::made_in(PostgresFunction::PlainQueryIn, config, words)
    }

    /// These words, one behind the other.
    ///
    /// Django: `SearchQuery("red tomato", search_type="phrase")`. SQL: `PHRASETO_TSQUERY(…)`.
    pub fn phrase(words: &str) -> Self {
        Self::made(PostgresFunction::PhraseQuery, words)
    }

    /// Words as people write them for a search engine: quotes around a phrase, `or`, a minus.
    ///
    /// Django: `SearchQuery("'tomato' -green", search_type="websearch")`. SQL: `WEBSEARCH_TO_TSQUERY(…)`.
    pub fn websearch(words: &str) -> Self {
        Self::made(PostgresFunction::WebQuery, words)
    }

    /// In the language of PostgreSQL's queries: `'tomato' & ('red' | 'green')`. What is none is an
    /// error of the database.
    ///
    /// Django: `SearchQuery("'tomato'", search_type="raw")`. SQL: `TO_TSQUERY(…)`.
    pub fn raw(query: &str) -> Self {
        Self::made(PostgresFunction::RawQuery, query)
    }
}

impl From<&str> for SearchQuery {
    fn from(words: &str) -> Self {
        Self::new(words)
    }
}

impl From<&SearchQuery> for SearchQuery {
    fn from(query: &SearchQuery) -> Self {
        query.clone()
    }
}

impl BitAnd for SearchQuery {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self { node: call(PostgresFunction::And, [self.node, other.node], ValueType::Text) }
    }
}

impl BitOr for SearchQuery {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self { node: call(PostgresFunction::Or, [self.node, other.node], ValueType::Text) }
    }
}

impl Not for SearchQuery {
    type Output = Self;

    fn not(self) -> Self {
        Self { node: call(PostgresFunction::Not, [self.node], ValueType::Text) }
    }
}

impl<M: Model, X: Context, N: Model + Is<M>, Y: Context> Add<SearchVector<N, Y>> for SearchVector<M, X>
where
    X: Merge<Y>,
{
    type Output = SearchVector<M, Merged<X, Y>>;

    fn add(self, other: SearchVector<N, Y>) -> Self::Output {
        SearchVector::new(call(PostgresFunction::Append, [self.node, other.node], ValueType::Text))
    }
}

impl<M: Model, X: Context> SearchVector<M, X> {
    fn new(node: Node) -> Self {
        Self { node, types: PhantomData }
    }

    /// The vector with a weight, for the rank.
    ///
    /// Django: `SearchVector("headline", weight="A")`. SQL: `SETWEIGHT(…)`.
    pub fn weight(self, weight: Weight) -> Self {
        Self::new(call(PostgresFunction::Weight(weight), [self.node], ValueType::Text))
    }

    /// True where the query finds something in it.
    ///
    /// Django: `annotate(search=SearchVector(…)).filter(search=query)`. SQL: `@@`.
    pub fn matches(&self, query: impl Into<SearchQuery>) -> Q<M, X> {
        let query = query.into().node;
        Q::new(call(PostgresFunction::Matches, [self.node.clone(), query], Bool::<bool>::TYPE))
    }

    /// How well the query fits: the higher the better.
    ///
    /// Django: `SearchRank(vector, query)`. SQL: `TS_RANK(…)`.
    pub fn rank(&self, query: impl Into<SearchQuery>) -> Expr<Computed<M, X>, Float, NotNull> {
        self.rank_by(query, RankOptions::new())
    }

    /// How well the query fits, by `options`.
    ///
    /// Django: `SearchRank(vector, query, weights=[…], normalization=2, cover_density=True)`.
    pub fn rank_by(
        &self,
        query: impl Into<SearchQuery>,
        options: RankOptions,
    ) -> Expr<Computed<M, X>, Float, NotNull> {
        let mut arguments = vec![self.node.clone(), query.into().node];
        if options.normalization != 0 || options.weights.is_some() {
            arguments.push(Node::Value(Value::Int(options.normalization)));
        }
        // As PostgreSQL writes an array.
        let array = |weights: [f64; 4]| format!("{{{}}}", weights.map(|weight| weight.to_string()).join(","));
        arguments.extend(options.weights.map(|weights| text(array(weights))));
        let function = match (options.weights.is_some(), options.cover_density, options.normalization) {
            (false, false, 0) => PostgresFunction::Rank,
            (false, true, 0) => PostgresFunction::CoverRank,
            (false, false, _) => PostgresFunction::RankBy,
            (false, true, _) => PostgresFunction::CoverRankBy,
            (true, false, _) => PostgresFunction::WeightedRankBy,
            (true, true, _) => PostgresFunction::WeightedCoverRankBy,
        };
        let kind = Float::<f64>::TYPE;
        let arguments = arguments.into_iter().map(|node| Argument { node, kind }).collect();
        Expr::computed(Node::function(FunctionName::Postgres(function), arguments, kind))
    }
}

impl<E: Source<Depth = PerRow>, T: FieldValue, N: Nullability> Expr<E, Text<T>, N>
where
    E::Context: Merge<OnPostgres>,
{
    /// Its words, for a search. `NULL` has none. Several texts are searched by adding their vectors.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `SearchVector("body_text")`. SQL: `TO_TSVECTOR(…)`.
    #[doc(alias = "SearchVector")]
    pub fn search_vector(&self) -> SearchVector<E::Model, Merged<E::Context, OnPostgres>> {
        SearchVector::new(call(PostgresFunction::Vector, [self.node()], ValueType::Text))
    }

    /// Its words in a language that the database knows: `english`.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `SearchVector("body_text", config="english")`. SQL: `TO_TSVECTOR('english', …)`.
    pub fn search_vector_in(&self, config: &str) -> SearchVector<E::Model, Merged<E::Context, OnPostgres>> {
        SearchVector::new(call(PostgresFunction::VectorIn, [text(config), self.node()], ValueType::Text))
    }

    /// True where it has these words: text, or a [`SearchQuery`].
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `body_text__search="cheese"`. SQL: `TO_TSVECTOR(…) @@ PLAINTO_TSQUERY(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let found = Entry::objects().filter(entry::body_text.search("cheese")).values_list(entry::id);
    /// assert_eq!(
    ///     found.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE TO_TSVECTOR(COALESCE("blog_entry"."body_text", '')) @@ PLAINTO_TSQUERY($1)"#
    /// );
    /// ```
    pub fn search(&self, query: impl Into<SearchQuery>) -> Q<E::Model, Merged<E::Context, OnPostgres>> {
        self.search_vector().matches(query)
    }

    /// Parts of it, with the words that the query has found marked.
    ///
    /// The text is not escaped for HTML.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `SearchHeadline("body_text", query, start_sel="<mark>")`. SQL: `TS_HEADLINE(…)`.
    #[doc(alias = "SearchHeadline")]
    #[doc(alias = "ts_headline")]
    pub fn search_headline(
        &self,
        query: impl Into<SearchQuery>,
        options: HeadlineOptions,
    ) -> Expr<Computed<E::Model, Merged<E::Context, OnPostgres>>, Text, N> {
        let query = query.into().node;
        if options.options.is_empty() {
            return Expr::computed(call(PostgresFunction::Headline, [self.node(), query], ValueType::Text));
        }
        let options = options.options.into_iter().map(|(name, value)| format!("{name}={value}"));
        let options = text(options.collect::<Vec<_>>().join(", "));
        Expr::computed(call(PostgresFunction::HeadlineBy, [self.node(), query, options], ValueType::Text))
    }
}
