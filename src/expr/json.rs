//! `json_object().field(…)` and `json_array().item(…)`: documents that the database puts together.

use std::marker::PhantomData;
use std::sync::Arc;

use super::{Expr, Source, Term};
use crate::context::{Context, Merge, Merged, Plain};
use crate::depth::{Depth, PerRow};
use crate::kind::{Json, Kind, Text};
use crate::lookup::KeyName;
use crate::model::{Is, Model};
use crate::path::NotNull;
use crate::state::{Argument, Function, FunctionName, Node};
use crate::value::{Value, ValueType};

/// A document that is put together: of [`DocumentFields`] or of [`DocumentItems`].
pub struct Document<P, M, X = Plain, D = PerRow> {
    node: Arc<Node>,
    parts: PhantomData<fn() -> (P, M, X, D)>,
}

/// A [`Document`] with keys.
pub struct DocumentFields;

/// A [`Document`] with items.
pub struct DocumentItems;

impl<P, M, X, D> Clone for Document<P, M, X, D> {
    fn clone(&self) -> Self {
        Self { node: Arc::clone(&self.node), parts: PhantomData }
    }
}

impl<P: 'static, M: Model, X: Context, D: Depth> Source for Document<P, M, X, D> {
    type Model = M;
    type Context = X;
    type Depth = D;

    fn name() -> &'static str {
        "document"
    }

    fn node(&self) -> Node {
        Node::Shared(Arc::clone(&self.node))
    }
}

/// A document with one more value, the term `T`.
pub type DocumentWith<P, M, X, D, T> =
    Document<P, M, Merged<X, <T as Term<M>>::Context>, <D as Depth>::Max<<T as Term<M>>::Depth>>;

fn document<P: 'static, M: Model, X: Context, D: Depth>(
    name: FunctionName,
    arguments: Vec<Argument>,
) -> Expr<Document<P, M, X, D>, Json, NotNull> {
    let node = Arc::new(Node::function(name, arguments, ValueType::Json));
    Expr::from_source(Document { node, parts: PhantomData })
}

impl<P: 'static, M: Model, X: Context, D: Depth> Expr<Document<P, M, X, D>, Json, NotNull> {
    fn added<T>(self, more: Vec<Argument>) -> Expr<DocumentWith<P, M, X, D, T>, Json, NotNull>
    where
        T: Term<M>,
        X: Merge<T::Context>,
    {
        match Arc::unwrap_or_clone(self.into_source().node) {
            Node::Function(function) => {
                let Function { name, mut arguments, .. } = *function;
                arguments.extend(more);
                document(name, arguments)
            }
            _ => unreachable!("a document is made of a function"),
        }
    }
}

/// A JSON object of each row: [`field()`](Expr::field) adds to it.
///
/// Values are what the database makes of them in JSON: dates are text everywhere, booleans are 0 and 1
/// on SQLite and MySQL, and decimals are floats on SQLite. Documents stay documents.
///
/// Django: `JSONObject(name="name", age="age")`. SQL: `JSON_OBJECT`, on PostgreSQL
/// `JSONB_BUILD_OBJECT`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let about = json_object()
///     .field("title", entry::headline)
///     .field("blog", json_object().field("name", entry::blog().name));
/// let rows: Vec<serde_json::Value> = Entry::objects().order_by(entry::id).values_list(about).flat().all(&db).await?;
/// assert_eq!(rows[0], serde_json::json!({ "title": "Yesterday", "blog": { "name": "Beatles Blog" } }));
/// # Ok(()) });
/// ```
#[doc(alias = "JSONObject")]
#[must_use]
pub fn json_object<M: Model>() -> Expr<Document<DocumentFields, M>, Json, NotNull> {
    document(FunctionName::JsonObject, Vec::new())
}

/// A JSON array of each row: [`item()`](Expr::item) adds to it.
///
/// Values are what the database makes of them in JSON, as in [`json_object()`].
///
/// Django: `JSONArray("name", "age")`. SQL: `JSON_ARRAY`, on PostgreSQL `JSONB_BUILD_ARRAY`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let pair = json_array().item(entry::headline).item(entry::rating);
/// assert_sql!(
///     Entry::objects().values_list(pair),
///     r#"SELECT JSON_ARRAY("blog_entry"."headline", "blog_entry"."rating") FROM "blog_entry""#
/// );
/// ```
#[doc(alias = "JSONArray")]
#[must_use]
pub fn json_array<M: Model>() -> Expr<Document<DocumentItems, M>, Json, NotNull> {
    document(FunctionName::JsonArray, Vec::new())
}

impl<M: Model, X: Context, D: Depth> Expr<Document<DocumentFields, M, X, D>, Json, NotNull> {
    /// Adds a key with a value: an expression of the row, a Rust value, or another document.
    ///
    /// Django: a keyword of `JSONObject()`.
    pub fn field<S, T>(
        self,
        name: S,
        value: T,
    ) -> Expr<DocumentWith<DocumentFields, M, X, D, T>, Json, NotNull>
    where
        S: KeyName,
        T: Term<M, Model: Is<M>>,
        X: Merge<T::Context>,
    {
        let name =
            Argument { node: Node::Value(Value::Text(name.name().to_owned())), kind: Text::<String>::TYPE };
        self.added::<T>(vec![name, Argument { node: value.term(), kind: T::Kind::TYPE }])
    }
}

impl<M: Model, X: Context, D: Depth> Expr<Document<DocumentItems, M, X, D>, Json, NotNull> {
    /// Adds an item: an expression of the row, a Rust value, or another document.
    ///
    /// Django: an argument of `JSONArray()`.
    pub fn item<T>(self, value: T) -> Expr<DocumentWith<DocumentItems, M, X, D, T>, Json, NotNull>
    where
        T: Term<M, Model: Is<M>>,
        X: Merge<T::Context>,
    {
        self.added::<T>(vec![Argument { node: value.term(), kind: T::Kind::TYPE }])
    }
}
