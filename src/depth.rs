//! [`Depth`]: whether an expression is a value of each row, or computed from several of them.

/// How deep an expression aggregates. Each depth contains the ones before it.
pub trait Depth: Copy + Send + Sync + 'static {
    /// The deeper one of the two.
    type Max<D: Depth>: Depth;
    /// This one, or [`PerGroup`] where that is deeper.
    #[doc(hidden)]
    type OrPerGroup: Depth;
    /// This one, or [`OverWindow`] where that is deeper.
    #[doc(hidden)]
    type OrOverWindow: Depth;
    /// This one, or [`OverGroups`] where that is deeper.
    #[doc(hidden)]
    type OrOverGroups: Depth;
    /// The depth of an aggregate of it.
    type Aggregated: Depth;
    /// The depth of a predicate about it: [`OverWindow`] where it is computed over a window, else [`PerRow`].
    type InPredicate: Depth;
}

macro_rules! depths {
    ($($(#[$doc:meta])* $name:ident {
        max: $max:ty, group: $group:ident, window: $window:ident, groups: $groups:ident, aggregated: $aggregated:ident, asked: $asked:ident
    })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl Depth for $name {
                type Max<D: Depth> = $max;
                type OrPerGroup = $group;
                type OrOverWindow = $window;
                type OrOverGroups = $groups;
                type Aggregated = $aggregated;
                type InPredicate = $asked;
            }
        )*
    };
}

depths! {
    /// A value of each row: a column, arithmetic with columns.
    PerRow { max: D, group: PerGroup, window: OverWindow, groups: OverGroups, aggregated: PerGroup, asked: PerRow }
    /// Computed from the rows of a group: `count()`, `sum()`.
    PerGroup { max: D::OrPerGroup, group: PerGroup, window: OverWindow, groups: OverGroups, aggregated: OverGroups, asked: PerRow }
    /// Computed from the rows around each: a window.
    OverWindow { max: D::OrOverWindow, group: OverWindow, window: OverWindow, groups: OverGroups, aggregated: OverGroups, asked: OverWindow }
    /// Computed from groups or windows: `n.avg()` of an annotated `n`, which only `aggregate()` takes.
    OverGroups { max: D::OrOverGroups, group: OverGroups, window: OverGroups, groups: OverGroups, aggregated: TooDeep, asked: PerRow }
    /// An aggregate of what `aggregate()` gives: no query computes it.
    TooDeep { max: TooDeep, group: TooDeep, window: TooDeep, groups: TooDeep, aggregated: TooDeep, asked: PerRow }
}

/// Says that an expression, or each of a list of them, can be added to each row.
#[diagnostic::on_unimplemented(
    message = "an aggregate of an aggregate, or of a window, cannot be annotated",
    label = "it, or its `filter()`, is computed from what is computed from groups or windows already",
    note = "annotate the inner one, and ask for the outer one at the end: `.annotate(&n).aggregate(n.avg(), &db)`",
    note = "Django raises FieldError: Cannot compute Avg('n'): 'n' is an aggregate; OperationalError: misuse of window function"
)]
pub trait ForAnnotate {}

#[diagnostic::do_not_recommend]
impl ForAnnotate for PerRow {}
#[diagnostic::do_not_recommend]
impl ForAnnotate for () {}
#[diagnostic::do_not_recommend]
impl<A: ForAnnotate, B: ForAnnotate> ForAnnotate for (A, B) {}
#[diagnostic::do_not_recommend]
impl ForAnnotate for PerGroup {}
#[diagnostic::do_not_recommend]
impl ForAnnotate for OverWindow {}

/// Says that an expression, or each of a list of them, is computed from several rows.
#[diagnostic::on_unimplemented(
    message = "`aggregate()` takes aggregates, and this expression is none",
    label = "a value of each row",
    note = "`aggregate()` takes `entry::rating.sum()`, `blog::entry().count()` and what is computed from them; Django raises TypeError: x is not an aggregate expression"
)]
pub trait ForAggregate {}

#[diagnostic::do_not_recommend]
impl ForAggregate for () {}
#[diagnostic::do_not_recommend]
impl<A: ForAggregate, B: ForAggregate> ForAggregate for (A, B) {}
#[diagnostic::do_not_recommend]
impl ForAggregate for PerGroup {}
#[diagnostic::do_not_recommend]
impl ForAggregate for OverGroups {}

/// Says that an expression is a value of each row.
#[diagnostic::on_unimplemented(
    message = "`update()` sets values of each row, and this is a `{Self}` expression",
    label = "computed from several rows",
    note = "ask for it by a subquery: `subquery(…)`",
    note = "Django raises FieldError: Aggregate functions are not allowed in this query"
)]
pub trait ForUpdate {}

#[diagnostic::do_not_recommend]
impl ForUpdate for PerRow {}

/// Says that a window can look at an expression, or at each of a list of them.
#[diagnostic::on_unimplemented(
    message = "a window cannot look at another window",
    label = "computed over a window already",
    note = "no database nests them: filter or order by one of the two, or ask for it by `subquery(…)`",
    note = "Django raises OperationalError, ProgrammingError: misuse of window function, window function calls cannot be nested"
)]
pub trait ForWindow {}

#[diagnostic::do_not_recommend]
impl ForWindow for PerRow {}
#[diagnostic::do_not_recommend]
impl ForWindow for PerGroup {}
#[diagnostic::do_not_recommend]
impl ForWindow for () {}
#[diagnostic::do_not_recommend]
impl<A: ForWindow, B: ForWindow> ForWindow for (A, B) {}

/// Says that an aggregate is one of rows, so that it can be computed over a window.
#[diagnostic::on_unimplemented(
    message = "an aggregate of an aggregate, or of a window, cannot be computed over a window",
    label = "computed from what is computed from groups or windows already",
    note = "a window can be ordered by an aggregate: `rank().over(window().order_by(n.desc()))`",
    note = "Django raises FieldError: Cannot compute Sum('Count'): 'Count' is an aggregate"
)]
pub trait ForOver {}

#[diagnostic::do_not_recommend]
impl ForOver for PerGroup {}
