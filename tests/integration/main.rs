//! Queries run on every database that is configured: SQLite always, PostgreSQL and MariaDB by
//! `QUERYSET_POSTGRES_URL` and `QUERYSET_MYSQL_URL`.

mod bad_input;
mod create;
mod database;
mod datetime;
mod delete;
mod distinct;
mod exclude;
mod field_types;
mod filter;
mod joins;
mod lookups;
mod order_by;
mod q;
mod run;
mod slice;
mod subquery;
mod support;
mod transaction;
mod update;
mod values;
