//! Rooms and bookings on PostgreSQL: the tables with arrays and ranges, with the rows of Django's tests.

use queryset::demo::on_postgres::MODELS;
use queryset::demo::on_postgres::booking::{Booking, Room};
use queryset::prelude::*;
use queryset::{AnyBackend, Transaction, create_tables_sql};

use crate::support::{Database, chain, open, run};

pub(crate) type Tx = Transaction<'static, AnyBackend>;

/// Runs a test with the tables and their rows, in a transaction that is rolled back.
#[track_caller]
pub(crate) fn with_rooms(test: impl AsyncFn(&mut Tx) -> Result<(), Error>) {
    let Some(db) = open(Database::Postgres) else { return };
    let outcome: Result<(), Error> = run(async {
        let mut tx = db.begin().await?;
        for statement in create_tables_sql::<Postgres>(MODELS)? {
            tx.execute_script(statement).await?;
        }
        let rows = include_str!("../django/booking/data.json");
        let rows: serde_json::Value = serde_json::from_str(rows).expect("it is JSON");
        let rooms: Vec<Room> = read(&rows["booking_room"]);
        let bookings: Vec<Booking> = read(&rows["booking_booking"]);
        for mut room in rooms {
            room.force_insert(&mut tx).await?;
        }
        for mut booking in bookings {
            booking.force_insert(&mut tx).await?;
        }
        for table in ["booking_room", "booking_booking"] {
            let next = format!("SELECT setval(pg_get_serial_sequence('{table}', 'id'), 100)");
            tx.execute_script(next).await?;
        }
        let outcome = test(&mut tx).await;
        tx.rollback().await?;
        outcome
    });
    if let Err(error) = outcome {
        panic!("{}", chain(&error));
    }
}

fn read<M: serde::de::DeserializeOwned>(rows: &serde_json::Value) -> Vec<M> {
    serde_json::from_value(rows.clone()).expect("they are rows")
}

/// Checks which rooms predicates keep.
macro_rules! check_rooms {
    ($tx:ident: $($predicate:expr => $expected:expr;)*) => { $(
        let found: Vec<i64> = Room::objects().filter($predicate).values_list(room::id).flat().all(&mut *$tx).await?;
        let expected: &[i64] = &$expected;
        assert_eq!(found, expected, "{}", stringify!($predicate));
    )* };
}

/// Checks which bookings predicates keep.
macro_rules! check_bookings {
    ($tx:ident: $($predicate:expr => $expected:expr;)*) => { $(
        let found = Booking::objects().filter($predicate).order_by(booking::id).values_list(booking::id).flat();
        let expected: &[i64] = &$expected;
        assert_eq!(found.all(&mut *$tx).await?, expected, "{}", stringify!($predicate));
    )* };
}

pub(crate) use {check_bookings, check_rooms};
