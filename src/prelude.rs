//! What most files with queries need: `use queryset::prelude::*;`.
//!
//! The generated modules are not in it, and are used by path: `entry::headline`. A field is a
//! constant in lower case, so importing all of them with `*` would turn `let headline = …` into a
//! pattern.

pub use futures_util::{StreamExt, TryStreamExt};

pub use crate::{
    AnyBackend, DateUnit, Db, Error, Executor, Model, MySql, PoolOptions, Postgres, Q, QuerySet, Sqlite,
    TimeUnit, Transaction, array_subquery, case, count_rows, cume_dist, dense_rank, exists,
    filtered_relation, json_array, json_object, kind, named, now, ntile, null, outer, percent_rank, pi,
    prefetch, prefetch_related_objects, random, rank, raw_sql, raw_sql_predicate, row_number, subquery,
    value, window,
};
pub use crate::{cte, row};
