//! Functions of a user's own.

use crate::context::{Context, Merge, Merged, Plain};
use crate::depth::{Depth, PerRow};
use crate::expr::{Computed, Expr, Source, Term};
use crate::kind::{self, Kind, Passes};
use crate::model::AllAre;
use crate::path::{NotNull, Nullability, Nullable};
use crate::state::{self, FunctionName, Node, OwnSql};

/// A function of your own, of an expression of the kind `K` and of what [`Arguments`](Self::Arguments)
/// says: implement it for a type, and give a value of that type to [`Expr::function()`].
///
/// In its SQL, `{1}` is the expression, `{2}` the first argument and so on, each as often as it is
/// needed. Its value is `NULL` where one of them is, or wherever it likes, when [`Out`](Self::Out) is an
/// `Option`.
///
/// Django: `Func("x", "y", function="HYPOT")`, or a subclass of `Func`.
///
/// # Example: two arguments, and a database that spells it in its own way
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::Function;
///
/// /// It with some of its characters replaced, from a position on.
/// struct Overlay;
///
/// impl Function<kind::Text> for Overlay {
///     type Arguments = (kind::Text, kind::Integer);
///     type Out = kind::Text;
///     const SQL: &'static str = "SUBSTR({1}, 1, {3} - 1) || {2} || SUBSTR({1}, {3} + LENGTH({2}))";
///     const POSTGRES: &'static str = "OVERLAY({1} PLACING {2} FROM CAST({3} AS integer))";
///     const MYSQL: &'static str = "INSERT({1}, {3}, CHAR_LENGTH({2}), {2})";
/// }
///
/// let masked = entry::headline.function(Overlay, ("***", 2));
/// assert_eq!(
///     Entry::objects().values_list(masked).sql::<Postgres>().unwrap(),
///     r#"SELECT OVERLAY("blog_entry"."headline" PLACING $1 FROM CAST($2 AS integer)) FROM "blog_entry""#
/// );
/// ```
///
/// # Example: one argument, and a value that may be `NULL`
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::Function;
///
/// /// What it is divided by, as far as it can be.
/// struct Per;
///
/// impl<T: queryset::FieldValue> Function<kind::Integer<T>> for Per {
///     type Arguments = kind::Integer;
///     type Out = Option<kind::Float>;
///     const SQL: &'static str = "{1} * 1.0 / NULLIF({2}, 0)";
/// }
///
/// # tokio_test(async |db| {
/// let share = entry::number_of_comments.function(Per, entry::number_of_pingbacks);
/// let shares: Vec<Option<f64>> = Entry::objects().values_list(share).flat().all(&db).await?;
/// # let _ = shares;
/// # Ok(()) });
/// ```
#[doc(alias = "Func")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a function of `{K}` expressions",
    label = "a function of other kinds, or none at all",
    note = "a function of your own implements `queryset::Function` for each kind that has it",
    note = "Django leaves it to the database, which refuses it or converts the value"
)]
pub trait Function<K> {
    /// The kind of its further argument, or a tuple of up to four kinds; `()` when there is none.
    type Arguments;
    /// The kind of its value, in an `Option` where it may be `NULL` though no argument is.
    type Out: Outcome;
    /// Its SQL.
    const SQL: &'static str;
    /// Its SQL on SQLite.
    const SQLITE: &'static str = Self::SQL;
    /// Its SQL on PostgreSQL.
    const POSTGRES: &'static str = Self::SQL;
    /// Its SQL on MySQL and MariaDB.
    const MYSQL: &'static str = Self::SQL;
}

/// What a function gives: a [kind](crate::kind), or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "a function does not give a `{Self}`",
    label = "neither a kind nor an `Option` of one",
    note = "write `type Out = kind::Integer;`, or `type Out = Option<kind::Integer>;` where it may be `NULL`"
)]
pub trait Outcome {
    /// The kind.
    type Kind: Kind;
    /// Whether it may be `NULL` though no argument is.
    type Null: Nullability;
}

macro_rules! outcomes {
    ($($kind:ident)*) => {
        $(
            impl<T: crate::FieldValue> Outcome for kind::$kind<T> {
                type Kind = Self;
                type Null = NotNull;
            }
        )*
    };
}

outcomes! { Text Integer Float Decimal Bool Date DateTime Time Duration Uuid Json Binary Ip }

impl<K: Kind> Outcome for Option<K> {
    type Kind = K;
    type Null = Nullable;
}

/// What a function is given besides an expression of `M`: a term of the kind `K`, or a tuple of terms
/// of a tuple of kinds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what this function is given",
    label = "not a value or an expression for each of its further arguments",
    note = "the `Arguments` of a function are a kind, or a tuple of kinds; what it is given has the same form"
)]
pub trait Arguments<M, K> {
    /// Whether one of them may be `NULL`.
    type Null: Nullability;
    /// What they need from around them.
    type Context: Context;
    /// Whether they are values of each row.
    type Depth: Depth;

    #[doc(hidden)]
    fn add_to(self, nodes: &mut Vec<Node>);
}

#[diagnostic::do_not_recommend]
impl<M> Arguments<M, ()> for () {
    type Null = NotNull;
    type Context = Plain;
    type Depth = PerRow;

    fn add_to(self, _nodes: &mut Vec<Node>) {}
}

#[diagnostic::do_not_recommend]
impl<M, K: Kind, T: Term<M, Models: AllAre<M>, Kind: Passes<K>>> Arguments<M, K> for T {
    type Null = T::Null;
    type Context = T::Context;
    type Depth = T::Depth;

    fn add_to(self, nodes: &mut Vec<Node>) {
        nodes.push(self.term());
    }
}

macro_rules! several {
    ($first:ident $first_kind:ident, $($rest:ident $rest_kind:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<M, $first_kind, $($rest_kind,)+ $first, $($rest),+> Arguments<M, ($first_kind, $($rest_kind,)+)>
            for ($first, $($rest,)+)
        where
            $first: Arguments<M, $first_kind>,
            several!(@rest $($rest)+): Arguments<M, several!(@rest $($rest_kind)+)>,
            $first::Context: Merge<<several!(@rest $($rest)+) as Arguments<M, several!(@rest $($rest_kind)+)>>::Context>,
        {
            type Null = <$first::Null as Nullability>::Or<
                <several!(@rest $($rest)+) as Arguments<M, several!(@rest $($rest_kind)+)>>::Null,
            >;
            type Context = Merged<
                $first::Context,
                <several!(@rest $($rest)+) as Arguments<M, several!(@rest $($rest_kind)+)>>::Context,
            >;
            type Depth = <$first::Depth as Depth>::Max<
                <several!(@rest $($rest)+) as Arguments<M, several!(@rest $($rest_kind)+)>>::Depth,
            >;

            #[allow(non_snake_case, reason = "one name for the type and its value")]
            fn add_to(self, nodes: &mut Vec<Node>) {
                let ($first, $($rest,)+) = self;
                $first.add_to(nodes);
                several!(@rest $($rest)+).add_to(nodes);
            }
        }
    };
    (@rest $one:ident) => { $one };
    (@rest $($several:ident)+) => { ($($several,)+) };
}

several! { A KA, B KB }
several! { A KA, B KB, C KC }
several! { A KA, B KB, C KC, D KD }

/// The source of a function of an expression of the source `E` and the arguments `A`.
type Given<E, A, K> = Computed<
    <E as Source>::Model,
    Merged<<E as Source>::Context, <A as Arguments<<E as Source>::Model, K>>::Context>,
    <<E as Source>::Depth as Depth>::Max<<A as Arguments<<E as Source>::Model, K>>::Depth>,
>;

/// Whether a function of an expression and the arguments `A` may be `NULL`.
type NullOf<N, A, M, F, K> =
    <<N as Nullability>::Or<<A as Arguments<M, <F as Function<K>>::Arguments>>::Null> as Nullability>::Or<
        <<F as Function<K>>::Out as Outcome>::Null,
    >;

impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N> {
    /// What the function `F`, one of your own, makes of it and of `arguments`: a value or an expression,
    /// a tuple of them, or `()`.
    ///
    /// Django: `Func("x", "y", function="HYPOT")`.
    #[doc(alias = "Func")]
    pub fn function<F, A>(
        &self,
        function: F,
        arguments: A,
    ) -> Expr<Given<E, A, F::Arguments>, <F::Out as Outcome>::Kind, NullOf<N, A, E::Model, F, K>>
    where
        F: Function<K>,
        A: Arguments<E::Model, F::Arguments>,
        E::Context: Merge<A::Context>,
    {
        let _ = function;
        let own = const { &OwnSql { sqlite: F::SQLITE, postgres: F::POSTGRES, mysql: F::MYSQL } };
        let mut nodes = vec![self.node()];
        arguments.add_to(&mut nodes);
        let kind = <F::Out as Outcome>::Kind::TYPE;
        // How its arguments are spelt is said by its SQL, not by their kinds.
        let arguments = nodes.into_iter().map(|node| state::Argument { node, kind }).collect();
        Expr::computed(Node::function(FunctionName::Own(own), arguments, kind))
    }
}
