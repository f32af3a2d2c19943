//! Django's QuerySet API for Rust, checked at compile time.
//!
//! A schema file says which models there are:
//!
//! ```toml
//! # schema/blog.toml
//! [models.Blog.fields]
//! name = { type = "char", max_length = 100 }
//!
//! [models.Entry.fields]
//! blog = { type = "foreign_key", to = "Blog", on_delete = "cascade" }
//! headline = { type = "char", max_length = 255 }
//! rating = { type = "integer", null = true }
//! ```
//!
//! Three lines of build script turn it into typed modules, which [`include_schema!`] brings in, and
//! queries read as in Django:
//!
//! ```
//! # use queryset::doctest::*;
//! # tokio_test(async |db| {
//! let beatles: Vec<Entry> = Entry::objects()
//!     .filter(entry::blog().name.icontains("beatles") & entry::rating.gte(4))
//!     .order_by(entry::pub_date.desc())
//!     .limit(10)
//!     .all(&db)
//!     .await?;
//! # let _ = beatles;
//! # Ok(()) });
//! ```
//!
//! What Django answers with an exception does not compile: a lookup that a field's kind does not
//! have, a value of another kind, `flat()` with several fields, `only()` after `values()`, a filter
//! on a slice.
//!
//! Values are those of [jiff](https://docs.rs/jiff), [rust_decimal](https://docs.rs/rust_decimal),
//! [uuid](https://docs.rs/uuid) and [serde_json](https://docs.rs/serde_json); a program that names their
//! types depends on them, too: `rust_decimal = "1"`, `jiff = "0.2"`.
//!
//! Where to go on: the [`guide`] shows queries beside those of Django, [`QuerySet`] has the methods,
//! [`kind`] the lookups of each kind, [`Db`] the databases, [`testing`] has helpers for tests.

#![allow(
    private_interfaces,
    reason = "hidden methods of public traits speak of query state, which is the crate's own"
)]
#![cfg_attr(
    not(any(feature = "sqlite", feature = "postgres", feature = "mysql")),
    allow(dead_code, reason = "without a driver nothing runs")
)]

extern crate self as queryset;

pub mod aggregate;
mod backend;
mod capability;
mod check;
mod compile;
mod context;
mod create;
mod cte;
mod db;
mod ddl;
mod decode;
mod deletion;
#[cfg(feature = "demo")]
pub mod demo;
mod depth;
mod dialect;
#[cfg(feature = "demo")]
#[doc(hidden)]
pub mod doctest;
mod driver;
pub mod dynamic;
mod error;
mod explain;
mod expr;
mod field;
mod fields_of;
mod filter_set;
mod filtered_relation;
mod fit;
#[doc(hidden)]
pub mod generated;
pub mod guide;
mod hooks;
mod insert;
mod instance;
mod json_text;
mod keys;
pub mod kind;
mod label;
mod link;
mod literal;
mod lookup;
pub mod meta;
mod model;
mod operand;
mod order;
mod own_fields;
mod path;
mod predicate;
pub mod prelude;
mod query_set;
mod range;
mod raw;
pub mod record;
mod related;
mod row;
mod search;
mod selection;
mod serialize;
mod state;
mod tables;
pub mod testing;
mod trace;
mod transform;
mod validate;
mod value;
pub mod window;
mod zone;

pub use crate::aggregate::{HasWindows, IsList, TakesOrder, count_rows};
pub use crate::backend::{
    Alone, AnyBackend, Backend, BackendSet, Backends, Bit, Everywhere, MySql, No, NotMySql, NotSqlite,
    Postgres, PostgresOnly, RunsOn, Sqlite, Yes,
};
pub use crate::context::{
    Closed, Context, Inside, Merge, MergeOuter, Merged, NoOuter, OnPostgres, Outer, OuterQuery, Plain,
    Refers, Shifted,
};
pub use crate::create::{Builder, Given, IsRowOf, Missing, New, NewRow, Provided};
pub use crate::cte::{
    Cte, CteColumn, CteKey, CteList, CteRow, GoesOn, HasColumns, JoinedCte, JoinsBy, SlotKind,
};
#[doc(hidden)]
pub use crate::cte::{cte_of, recursive_cte_of};
pub use crate::db::{
    Atomic, AtomicOptions, Autocommit, Begin, Connect, Db, Executor, HoldsError, InTransaction, PoolOptions,
    Transaction,
};
pub use crate::decode::{CellError, Cells, Sink};
pub use crate::deletion::Deleted;
pub use crate::depth::{
    Depth, ForAggregate, ForAnnotate, ForOver, ForUpdate, ForWindow, OverGroups, OverWindow, PerGroup,
    PerRow, TooDeep,
};
pub use crate::dialect::DialectOf;
pub use crate::driver::Isolation;
pub use crate::error::{BoxError, Conflict, Error, Referrer, Violation};
pub use crate::explain::{ExplainFormat, ExplainOptions, ExplainSerialize};
pub use crate::expr::{
    Arguments, At, Branches, Case, Computed, DateUnit, Document, DocumentFields, DocumentItems, DocumentWith,
    Expr, Field, Function, Made, MadeOnPostgres, MadeWith, MadeWithTwo, Outcome, OuterRef, RawExpr,
    RawPredicate, Source, Term, TimeUnit, Unit, case, json_array, json_object, now, null, outer, pi, random,
    raw_sql, raw_sql_predicate, value,
};
pub use crate::field::{ArrayItem, Base, BoundBase, FieldValue, HasBounds, HasItems, Items};
pub use crate::filter_set::{FilterOrdering, FilterSet};
pub use crate::filtered_relation::{Filtered, FilteredRelation, Filters};
#[doc(hidden)]
pub use crate::filtered_relation::{Unfiltered, unfiltered};
pub use crate::fit::FitsIn;
#[doc(hidden)]
pub use crate::fit::{Nowhere, Widens, fitted};
pub use crate::hooks::{Hooks, KeyOf, M2mAction, M2mChange, M2mHooks, M2mRows, ManyToMany};
#[doc(hidden)]
pub use crate::label::label;
pub use crate::label::{Label, Labelled, Name};
pub use crate::literal::{Input, Item, Literal, Takes};
pub use crate::lookup::{ArrayOperand, InRange, IsIn, KeyName, Lookup};
pub use crate::model::{
    AllAre, Column, HasLatest, Is, Just, KeyIsGiven, KeyIsMade, MakesKey, Model, Reads, Unique,
};
pub use crate::operand::{InOperand, List, Operand, With};
pub use crate::order::{Order, OrderBy};
pub use crate::own_fields::{AllOwn, IsOwnColumn, NoKeys, NotKey, OwnFields};
pub use crate::path::{
    Cardinality, Hop, Many, NotNull, Nullability, Nullable, One, OwnsKey, Path, Relation, Root, Step,
    StepFilter,
};
pub use crate::predicate::{Conditional, Predicate, Q, array_subquery, exists, subquery};
pub use crate::query_set::{
    AllowedIn, Annotated, Annotates, Append, AreRowsOf, Assignment, Assignments, BulkKeys, Changeable,
    Compares, CutLimit, CutOffset, Direct, Either, Fetch, Filterable, FitsInto, Flat, HasDateTimes, HasDates,
    HoldsInstances, InstanceOf, Instances, IsLocked, IsModelOf, IsOrdered, IsOwn, IsUncutBeside, IsWhole,
    Limited, Locked, ModelLists, ModelRows, Named, NamedRow, NoWait, OfAllRows, Offset, Ordered, PartialRows,
    QuerySet, RowBase, RowStream, Rows, SetOperand, SingleField, SkipLocked, SliceRange, Sliced, Stage,
    Stages, TupleRows, Unlocked, Unordered, Values, ValuesList, Wait, WaitFor, Whole,
};
pub use crate::query_set::{
    AreNear, BesideInstances, Element, EndOf, Fetched, HasElements, HasRoom, HaveKeys, IsRow, IsUnlocked,
    Joined, JoinedRow, LeadByOne, LeadToOne, LoadedRows, Nested, NestedRows, Prefetch, PrefetchRelated,
    RelatedPart, SelectRelated, SlicesRows, StreamsRows, prefetch, prefetch_related_objects,
};
pub use crate::query_set::{
    Beside, HasRelations, IsJoined, IsOwnKey, IsRelation, LoadedInstance, LoadedRow, SetInstance,
};
pub use crate::query_set::{
    Binds, BindsKeys, ByKey, ByPairs, CanBeCut, HasPairs, InstanceList, Of, RelatedSet, ThroughDefaults,
    ToMany,
};
pub use crate::query_set::{
    BulkCreate, BulkUpdate, Fails, Ignores, IsUndecided, MeetsAnyConflict, NamesConflicts, UniqueFields,
    UniqueIn, UniqueTogether, Updates,
};
pub use crate::query_set::{
    Combined, FitsAll, HoldsNoLock, IsOneBeside, IsOneQuery, Mapped, Others, Reselects, StandsBeside,
    Together,
};
#[doc(hidden)]
pub use crate::query_set::{related_row, related_set, sure_related_row};
pub use crate::range::Range;
pub use crate::raw::{RawQuery, WithColumn};
#[doc(inline)]
pub use crate::record::{Partial, Record};
pub use crate::related::{Follows, Related, RelatedItems};
#[doc(hidden)]
pub use crate::row::row_of;
pub use crate::row::{Chain, Columns, Last, RowOf};
pub use crate::search::{HeadlineOptions, RankOptions, SearchQuery, SearchVector, Weight};
pub use crate::selection::{AllFields, Column1, Fields, Marks, OneColumn, Selectable, Selection};
pub use crate::state::WindowFrameExclusion;
pub use crate::tables::{create_missing_tables, create_tables, create_tables_sql, drop_tables};
pub use crate::transform::Transform;
pub use crate::validate::{Invalid, ValidationErrors};
pub use crate::value::{Value, ValueType};
#[doc(inline)]
pub use crate::window::{cume_dist, dense_rank, ntile, percent_rank, rank, row_number, window};
pub use crate::zone::{AtZone, Zone};
/// The map that [`QuerySet::in_bulk`] gives: it keeps the order of the rows.
pub use indexmap::IndexMap;

/// Brings the modules in that the build script generated from the schema files.
///
/// It goes into a module of its own: `mod models { queryset::include_schema!(); }`. Each schema file
/// is a module in it. `include_schema!("name")` brings in what `generate_to(…, "name")` has made.
///
/// Models that several programs share have a library of their own, with the schema files, the build script,
/// and `pub mod models` around the macro: the programs depend on it, as `examples/service` does for its
/// server, its load program and its test.
#[macro_export]
macro_rules! include_schema {
    () => {
        $crate::include_schema!("queryset");
    };
    ($name:literal) => {
        include!(concat!(env!("OUT_DIR"), "/", $name, "/schema.rs"));
    };
}
