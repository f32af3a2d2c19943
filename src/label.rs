//! [`named!`](crate::named): expressions with a name, for the rows of `values()` and for serde.

use std::marker::PhantomData;
use std::sync::Arc;

use crate::context::{Context, Plain};
use crate::depth::{Depth, PerRow};
use crate::expr::{Expr, Source};
use crate::model::Model;
use crate::record::Key;
use crate::state::Node;

/// A name, as a type: what [`named!`](crate::named) makes.
pub trait Name: 'static {
    /// The name.
    const NAME: &'static str;
}

/// The source of an expression that has the name `L`.
pub struct Label<L, M, X = Plain, D = PerRow> {
    node: Arc<Node>,
    label: PhantomData<fn() -> (L, M, X, D)>,
}

impl<L, M, X, D> Clone for Label<L, M, X, D> {
    fn clone(&self) -> Self {
        Self { node: Arc::clone(&self.node), label: PhantomData }
    }
}

impl<L: Name, M: Model, X: Context, D: Depth> Source for Label<L, M, X, D> {
    type Model = M;
    type Context = X;
    type Depth = D;

    fn name() -> &'static str {
        L::NAME
    }

    fn node(&self) -> Node {
        Node::Shared(Arc::clone(&self.node))
    }
}

#[diagnostic::do_not_recommend]
impl<L: Name, M: Model, X: Context, D: Depth> Key for Label<L, M, X, D> {
    fn model() -> &'static str {
        M::META.name
    }

    fn name() -> &'static str {
        L::NAME
    }

    fn key() -> String {
        L::NAME.to_owned()
    }
}

/// An expression of the source `E`, under the name `L`.
pub type Labelled<L, E> = Label<L, <E as Source>::Model, <E as Source>::Context, <E as Source>::Depth>;

/// Gives an expression a name; see [`named!`](crate::named).
#[doc(hidden)]
pub fn label<L: Name, E: Source, K, N>(expression: Expr<E, K, N>) -> Expr<Labelled<L, E>, K, N> {
    let node = match expression.node() {
        Node::Shared(node) => node,
        node => Arc::new(node),
    };
    Expr::from_source(Label { node, label: PhantomData })
}

/// Gives expressions names: the rows of `values()` know them by it, and serde writes it.
///
/// Each name is a variable with the expression. Rows that are tuples need no names. What serde writes
/// can be another text: `named!(n as "entryCount": …)`.
///
/// Django: the keyword in `annotate(n=Count("entry"))`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// named!(n: entry::id.count(), best: entry::rating.max());
/// let rows = Entry::objects().values(entry::blog().name).annotate((&n, &best)).all(&db).await?;
/// let number: &i64 = rows[0].get(&n);
/// # let _ = number;
/// assert_eq!(
///     serde_json::to_value(&rows[0]).unwrap(),
///     serde_json::json!({ "blog__name": "Beatles Blog", "n": 2, "best": 5 })
/// );
/// # Ok(()) });
/// ```
///
/// # Example: the names that Django gives
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// named!(year as "pub_date__year": entry::pub_date.year(), n as "id__count": entry::id.count());
/// let rows = Entry::objects().values(&year).annotate(&n).all(&db).await?;
/// assert_eq!(
///     serde_json::to_value(&rows).unwrap(),
///     serde_json::json!([{ "pub_date__year": 2025, "id__count": 2 }])
/// );
/// # Ok(()) });
/// ```
#[macro_export]
macro_rules! named {
    (@text $name:ident) => { stringify!($name) };
    (@text $name:ident $text:literal) => { $text };
    ($($name:ident $(as $text:literal)?: $expression:expr),+ $(,)?) => {
        $(
            #[allow(non_camel_case_types, reason = "the name is the one of the variable")]
            enum $name {}

            impl $crate::Name for $name {
                const NAME: &'static str = $crate::named!(@text $name $($text)?);
            }

            #[allow(non_snake_case, reason = "the name may be a path as Django writes it")]
            let $name = $crate::label::<$name, _, _, _>($expression);
        )+
    };
}
