//! Every field type: what is written comes back, at the limits too.

use jiff::{SignedDuration, Timestamp};
use queryset::demo::everything::{Chosen, Filled, Nullable, chosen, filled, nullable};
use queryset::{New, Q};
use serde_json::json;

use crate::support::{Database, clock, date, decimal, in_transactions, ip, moment, uuid};

/// A row with a plain value in each field, and with others in those that are named.
macro_rules! new_filled {
    ($($field:ident = $value:expr),* $(,)?) => {
        Filled::create()
            .label("label").char("char").text("text").slug("slug").email("a@example.com").url("http://a.b/")
            .ip(ip("10.0.0.1")).small(1).number(1).big(1).positive_small(1).positive(1).positive_big(1)
            .real(1.5).price(decimal("1.5")).wide(decimal("1.5")).flag(true).day(date(2025, 1, 31))
            .moment(moment("2025-01-31T12:34:56.789012Z")).clock(clock(12, 34, 56))
            .span(SignedDuration::from_micros(1)).uid(uuid("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"))
            .data(json!({ "a": [1, null] })).blob(vec![0, 1, 255])
            $(.$field($value))*
            .build()
    };
}
pub(crate) use new_filled;

/// Writes a row on each database, reads it back, and finds it by each of `found_by`.
#[track_caller]
fn check_round_trip(new: impl Fn(Database) -> New<Filled>, found_by: &[fn(&Filled) -> Q<Filled>]) {
    in_transactions(async |tx, database| {
        let saved = new(database).save(&mut *tx).await?;
        let read = Filled::objects().filter(filled::id.exact(saved.id)).get(&mut *tx).await?;
        assert_eq!(read, saved, "on {database:?}");
        for (at, predicate) in found_by.iter().enumerate() {
            let found = Filled::objects().filter(predicate(&saved)).exists(&mut *tx).await?;
            assert!(found, "by predicate {at} on {database:?}: {saved:?}");
        }
        Ok(())
    });
}

const BY_EVERY_FIELD: &[fn(&Filled) -> Q<Filled>] = &[
    |row| filled::label.exact(&row.label),
    |row| filled::char.exact(&row.char),
    |row| filled::text.exact(&row.text),
    |row| filled::slug.exact(&row.slug),
    |row| filled::email.exact(&row.email),
    |row| filled::url.exact(&row.url),
    |row| filled::ip.exact(row.ip),
    |row| filled::small.exact(row.small),
    |row| filled::number.exact(row.number),
    |row| filled::big.exact(row.big),
    |row| filled::positive_small.exact(row.positive_small),
    |row| filled::positive.exact(row.positive),
    |row| filled::positive_big.exact(row.positive_big),
    |row| filled::real.exact(row.real),
    |row| filled::price.exact(row.price),
    |row| filled::wide.exact(row.wide),
    |row| filled::flag.exact(row.flag),
    |row| filled::day.exact(row.day),
    |row| filled::moment.exact(row.moment),
    |row| filled::clock.exact(row.clock),
    |row| filled::span.exact(row.span),
    |row| filled::uid.exact(row.uid),
    |row| filled::data.exact(row.data.clone()),
    |row| filled::blob.exact(row.blob.clone()),
    |row| filled::small.in_([row.small]) & filled::day.in_([row.day]) & filled::uid.in_([row.uid]),
    |row| filled::price.range(row.price, row.price) & filled::moment.range(row.moment, row.moment),
    |row| filled::wide.in_([row.wide]) & filled::clock.gte(row.clock) & filled::span.lte(row.span),
];

#[test]
fn plain_values_come_back() {
    check_round_trip(|_| new_filled!(), BY_EVERY_FIELD);
}

#[test]
fn the_least_values_come_back() {
    let least = |_| {
        new_filled!(
            char = "",
            text = "",
            slug = "",
            email = "",
            url = "",
            ip = ip("0.0.0.0"),
            small = i16::MIN,
            number = i32::MIN,
            big = i64::MIN,
            positive_small = 0,
            positive = 0,
            positive_big = 0,
            real = f64::MIN,
            price = decimal("-9999999999.9999"),
            wide = decimal("-12345.6789012345"),
            flag = false,
            day = date(1, 1, 1),
            moment = moment("0001-01-01T00:00:00Z"),
            clock = clock(0, 0, 0),
            span = SignedDuration::from_micros(-86_399_999_999_999_999),
            uid = uuid("00000000-0000-0000-0000-000000000000"),
            data = json!(null),
            blob = Vec::<u8>::new(),
        )
    };
    check_round_trip(least, BY_EVERY_FIELD);
}

#[test]
fn the_greatest_values_come_back() {
    let greatest = |database| {
        let (positive_small, positive, positive_big) = match database {
            Database::MySql => (u16::MAX, u32::MAX, u64::MAX),
            Database::Sqlite | Database::Postgres => {
                (i16::MAX.unsigned_abs(), i32::MAX.unsigned_abs(), i64::MAX.unsigned_abs())
            }
        };
        // SQLite's numbers have 15 digits.
        let wide = match database {
            Database::Sqlite => "12345.6789012345",
            Database::Postgres | Database::MySql => "999999999999999999.9999999999",
        };
        new_filled!(
            char = "\u{10FFFF}".repeat(100),
            text = "ä🦀\n".repeat(20_000),
            slug = "z".repeat(50),
            email = "z".repeat(254),
            url = "z".repeat(200),
            ip = ip("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
            small = i16::MAX,
            number = i32::MAX,
            big = i64::MAX,
            positive_small = positive_small,
            positive = positive,
            positive_big = positive_big,
            real = f64::MAX,
            price = decimal("9999999999.9999"),
            wide = decimal(wide),
            day = date(9999, 12, 31),
            moment = Timestamp::MAX,
            clock = jiff::civil::time(23, 59, 59, 999_999_000),
            span = SignedDuration::from_micros(86_399_999_999_999_999),
            uid = uuid("ffffffff-ffff-ffff-ffff-ffffffffffff"),
            data = json!({ "ä🦀": [true, 1.5, -9_007_199_254_740_991_i64, "\u{1}\"\\"], "": {} }),
            blob = (0..=255).cycle().take(1_000_000).collect::<Vec<u8>>(),
        )
    };
    check_round_trip(greatest, BY_EVERY_FIELD);
}

#[test]
fn small_and_odd_numbers_come_back() {
    for real in [0.0, -0.0, f64::MIN_POSITIVE, 0.1 + 0.2, 1e300, -1.0 / 3.0, 123_456_789.123_456_79] {
        check_round_trip(
            |_| new_filled!(real = real, price = decimal("0.0001"), wide = decimal("-0.0000000001")),
            BY_EVERY_FIELD,
        );
    }
}

#[test]
fn moments_before_1970_keep_their_microseconds() {
    for text in ["1969-12-31T23:59:59.999999Z", "1582-10-15T00:00:00.000001Z", "1000-01-01T00:00:00.5Z"] {
        check_round_trip(|_| new_filled!(moment = moment(text)), BY_EVERY_FIELD);
    }
}

#[test]
fn negative_spans_come_back() {
    for microseconds in [-1, 0, -1_000_000, -86_400_000_000, -86_400_000_001, 86_400_000_000] {
        check_round_trip(|_| new_filled!(span = SignedDuration::from_micros(microseconds)), BY_EVERY_FIELD);
    }
}

#[test]
fn addresses_of_both_versions_come_back() {
    for address in ["255.255.255.255", "::", "::1", "2001:db8::1", "fe80::1:2:3:4"] {
        check_round_trip(|_| new_filled!(ip = ip(address)), BY_EVERY_FIELD);
    }
}

#[test]
fn nanoseconds_are_cut_off_before_they_are_written() {
    in_transactions(async |tx, database| {
        let fine = moment("2025-01-01T00:00:00.123456789Z");
        let new = new_filled!(moment = fine, clock = jiff::civil::time(1, 2, 3, 123_456_789));
        let saved = new.save(&mut *tx).await?;
        assert_eq!(saved.moment.to_string(), "2025-01-01T00:00:00.123456", "on {database:?}");
        assert_eq!(saved.clock, jiff::civil::time(1, 2, 3, 123_456_000), "on {database:?}");
        let read = Filled::objects().filter(filled::moment.exact(fine)).get(&mut *tx).await?;
        assert_eq!(read, saved, "on {database:?}");
        Ok(())
    });
}

#[test]
fn fields_without_a_value_are_null() {
    in_transactions(async |tx, database| {
        let saved = Nullable::create().label("empty").save(&mut *tx).await?;
        let read = Nullable::objects().filter(nullable::label.exact("empty")).get(&mut *tx).await?;
        assert_eq!(read, saved, "on {database:?}");
        let all_null = nullable::char.isnull(true)
            & nullable::ip.isnull(true)
            & nullable::positive_big.isnull(true)
            & nullable::real.isnull(true)
            & nullable::wide.isnull(true)
            & nullable::flag.isnull(true)
            & nullable::moment.isnull(true)
            & nullable::span.isnull(true)
            & nullable::uid.isnull(true)
            & nullable::data.isnull(true)
            & nullable::blob.isnull(true);
        assert_eq!(Nullable::objects().filter(all_null).count(&mut *tx).await?, 1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn json_null_is_not_sql_null() {
    in_transactions(async |tx, database| {
        let null = json!(null);
        Nullable::create().label("json").data(null.clone()).save(&mut *tx).await?;
        let read = Nullable::objects().filter(nullable::data.isnull(false)).get(&mut *tx).await?;
        assert_eq!(read.data, Some(null), "on {database:?}");
        Ok(())
    });
}

#[test]
fn nullable_values_come_back() {
    in_transactions(async |tx, database| {
        let new = Nullable::create()
            .label("full")
            .char("ä")
            .ip(ip("::1"))
            .positive_big(7)
            .real(0.5)
            .wide(decimal("0.25"))
            .flag(false)
            .day(date(2024, 2, 29))
            .moment(moment("2024-02-29T23:59:59Z"))
            .clock(clock(1, 0, 0))
            .span(SignedDuration::from_hours(-25))
            .uid(uuid("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"))
            .data(json!([1]))
            .blob(vec![7]);
        let saved = new.save(&mut *tx).await?;
        let read = Nullable::objects().filter(nullable::label.exact("full")).get(&mut *tx).await?;
        assert_eq!(read, saved, "on {database:?}");
        Ok(())
    });
}

#[test]
fn defaults_fill_what_is_not_given() {
    in_transactions(async |tx, database| {
        let before = Timestamp::now();
        let saved = Chosen::create().save(&mut *tx).await?;
        let read = Chosen::objects().filter(chosen::id.exact(saved.id)).get(&mut *tx).await?;
        assert_eq!(read, saved, "on {database:?}");
        assert_eq!((read.title.as_str(), read.amount, read.flag), ("it's \\ \"new\"", -7, true));
        let age = read.created_at.duration_since(before);
        assert!(age.abs() < SignedDuration::from_secs(60), "on {database:?}: created {age:?} later");
        assert_eq!(read.updated_at, read.created_at, "on {database:?}");
        Ok(())
    });
}
