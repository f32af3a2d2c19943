//! Queries run on every database that is configured: SQLite always, PostgreSQL and MariaDB by
//! `QUERYSET_POSTGRES_URL` and `QUERYSET_MYSQL_URL`.

mod any_backend;
mod arithmetic;
mod bad_input;
mod bulk;
mod combine;
mod create;
mod database;
mod datetime;
mod delete;
mod distinct;
mod dynamic;
mod exclude;
mod field_types;
mod filter;
mod hostile;
mod joins;
mod latest;
mod lookups;
mod only_defer;
mod order_by;
mod pool;
mod q;
mod raw;
mod run;
mod save;
mod slice;
mod sql;
mod subquery;
mod support;
mod tracing;
mod transaction;
mod update;
mod values;
