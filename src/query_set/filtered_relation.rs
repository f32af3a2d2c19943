//! `filtered_relation()`.

use super::{QuerySet, Stages};
use crate::context::{Context, Merge, Merged};
use crate::filtered_relation::FilteredRelation;
use crate::model::{Is, Model};

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Knows a relation that [`filtered_relation!`](crate::filtered_relation) has made, for what follows.
    /// It adds nothing to the rows, and joins nothing until it is used.
    ///
    /// Django: `annotate(v=FilteredRelation("pizzas", condition=Q(…)))`. SQL: the condition stands in the
    /// `ON` of the join.
    pub fn filtered_relation<F, N, Y>(
        mut self,
        relation: &FilteredRelation<F, N, Y>,
    ) -> QuerySet<M, R, S, Merged<X, Y>>
    where
        N: Is<M>,
        Y: Context,
        X: Merge<Y>,
    {
        self.state.relate(&relation.filtered);
        self.restage()
    }
}
