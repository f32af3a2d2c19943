//! Queries run on every database that is configured: SQLite always, PostgreSQL and MariaDB by
//! `QUERYSET_POSTGRES_URL` and `QUERYSET_MYSQL_URL`.

mod datetime;
mod filter;
mod product;
mod support;
