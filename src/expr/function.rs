//! Functions of the database, by Django's names: a family in each file.

mod compare;
mod date;
mod math;
mod own;
mod text;

pub(crate) use self::date::{DATE_UNITS, TIME_UNITS};
pub use self::date::{DateUnit, TimeUnit, Unit, now};
pub use self::math::{pi, random};
pub use self::own::{Arguments, Function, Outcome};
use super::{Expr, Made, MadeWith, MadeWithTwo, Source, Term};
use crate::context::{Merge, Merged};
use crate::kind::Kind;
use crate::model::AllAre;
use crate::state::{Argument, FunctionName, Node};

/// A term as what a function is given.
pub(crate) fn argument<M, T: Term<M, Models: AllAre<M>>>(term: T) -> Argument {
    Argument { node: term.term(), kind: T::Kind::TYPE }
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    /// This expression as what a function is given.
    pub(crate) fn argument(&self) -> Argument {
        Argument { node: self.node(), kind: K::TYPE }
    }

    /// A function of this expression alone.
    pub(crate) fn call<L: Kind, O>(&self, name: FunctionName) -> Expr<Made<E>, L, O> {
        Expr::computed(Node::function(name, vec![self.argument()], L::TYPE))
    }

    /// A function of this expression and a term.
    pub(crate) fn call_with<T, L, O>(&self, name: FunctionName, term: T) -> Expr<MadeWith<E, T>, L, O>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        L: Kind,
        E::Context: Merge<T::Context>,
    {
        Expr::computed(Node::function(name, vec![self.argument(), argument(term)], L::TYPE))
    }

    /// A function of this expression and two terms.
    pub(crate) fn call_with_two<T, U, L, O>(
        &self,
        name: FunctionName,
        terms: (T, U),
    ) -> Expr<MadeWithTwo<E, T, U>, L, O>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        U: Term<E::Model, Models: AllAre<E::Model>>,
        L: Kind,
        E::Context: Merge<T::Context>,
        Merged<E::Context, T::Context>: Merge<U::Context>,
    {
        let arguments = vec![self.argument(), argument(terms.0), argument(terms.1)];
        Expr::computed(Node::function(name, arguments, L::TYPE))
    }
}
