//! Ranges, which PostgreSQL has: fields, lookups, bounds. The rows are those of Django.

use std::ops::Bound;

use queryset::Range;
use queryset::demo::on_postgres::booking::{Booking, Room, booking, room};

use crate::booking::{check_bookings, check_rooms, with_rooms};
use crate::support::{date, decimal, moment};

#[test]
fn ranges_lie_to_each_other() {
    with_rooms(async |tx| {
        check_rooms! { tx:
            room::seats.exact(Range::new(1, 5)) => [1];
            room::seats.exact(Range::from(1..=4)) => [1];
            room::seats.exact(Range::empty()) => [3];
            room::seats.contains(3) => [1];
            room::seats.contains(room::id) => [1];
            room::seats.contains(Range::new(2, 4)) => [1];
            room::seats.contained_by(Range::new(0, 200)) => [1, 2, 3];
            room::seats.overlap(Range::new(4, 6)) => [1, 4];
            room::seats.overlap(room::seats) => [1, 2, 4];
            room::seats.fully_lt(Range::new(5, 9)) => [1];
            room::seats.fully_gt(Range::new(1, 5)) => [2, 4];
            room::seats.not_lt(Range::new(5, 9)) => [2, 4];
            room::seats.not_gt(Range::new(1, 5)) => [1];
            room::seats.adjacent_to(Range::new(5, 10)) => [1, 2];
            room::seats.gt(Range::new(1, 5)) => [2, 4];
            room::seats.in_([Range::new(1, 5), Range::from(5..)]) => [1, 4];
            room::prices.contains(20) => [1, 5];
            room::prices.contains(decimal("20.50")) => [1, 5];
            room::prices.contains(Range::from(..decimal("3"))) => [4, 5];
            room::booking().days.contains(date(2025, 3, 2)) => [1];
            !room::seats.contains(3) => [2, 3, 4, 5];
            !room::seats.overlap(Range::new(4, 6)) => [2, 3, 5];
        }
        check_bookings! { tx:
            booking::days.contains(date(2025, 3, 5)) => [2];
            booking::days.fully_lt(Range::from(date(2025, 3, 5)..)) => [1];
            booking::hours.contains(moment("2025-03-01T10:00:00Z")) => [1];
            booking::hours.overlap(Range::from(..moment("2025-01-01T00:00:00Z"))) => [3];
            booking::tickets.contains(9_000_000_004_i64) => [1];
            booking::tickets.contains(1) => [3];
        }
        Ok(())
    });
}

#[test]
fn ranges_have_bounds() {
    with_rooms(async |tx| {
        check_rooms! { tx:
            room::seats.startswith().exact(5) => [4];
            room::seats.endswith().gt(5) => [2];
            room::seats.isempty() => [3];
            room::seats.lower_inc() => [1, 2, 4];
            room::seats.lower_inf() => [];
            room::seats.upper_inc() => [];
            room::seats.upper_inf() => [4];
            room::prices.upper_inc() => [1, 4];
            !room::seats.isempty() => [1, 2, 4, 5];
        }
        check_bookings! { tx:
            booking::days.startswith().year().exact(2025) => [1, 2];
            booking::days.endswith().exact(date(2025, 3, 5)) => [1];
            booking::hours.startswith().hour().exact(9) => [1];
        }
        let greatest = Room::objects().aggregate(room::seats.endswith().max(), &mut *tx).await?;
        assert_eq!(greatest, Some(101));
        let order = Room::objects().order_by(room::seats).values_list(room::id).flat();
        assert_eq!(order.all(&mut *tx).await?, [3, 1, 4, 2, 5]);
        Ok(())
    });
}

#[test]
fn bounds_are_read_as_they_are() {
    with_rooms(async |tx| {
        let prices = Room::objects().values_list(room::prices).flat().all(&mut *tx).await?;
        assert_eq!(
            prices,
            [
                Some(Range::from(decimal("10.00")..=decimal("20.50"))),
                Some(Range::between(Bound::Excluded(decimal("20.50")), Bound::Unbounded)),
                None,
                Some(Range::from(..=decimal("5.00"))),
                Some(Range::from(..)),
            ]
        );
        let days = Booking::objects().order_by(booking::id).values_list((booking::days, booking::hours));
        let days = days.all(&mut *tx).await?;
        assert_eq!(days[0].0, Range::new(date(2025, 3, 1), date(2025, 3, 5)));
        let hours = Range::new(moment("2025-03-01T09:00:00Z"), moment("2025-03-01T17:30:00Z"));
        assert_eq!(days[0].1, Some(hours));
        assert_eq!(days[2], (Range::empty(), Some(Range::from(..moment("2025-01-01T00:00:00Z")))));
        Ok(())
    });
}
