//! Filter sets: query strings as structs that a schema names.

use expect_test::{Expect, expect};
use queryset::demo::blog::{Entry, EntryFilter, entry};
use queryset::demo::everything::{ChosenFilter, Nullable, NullableFilter, nullable};
use queryset::demo::shop::{Order, OrderFilter, OrderStatus, order};
use queryset::prelude::*;
use queryset::{FilterOrdering, FilterSet};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::support::{check_rows, date, decimal, in_transactions};

fn read<F: DeserializeOwned>(query: &str) -> F {
    serde_urlencoded::from_str(query).unwrap_or_else(|error| panic!("{query}: {error}"))
}

#[track_caller]
fn check_refused<F: DeserializeOwned>(query: &str, expected: Expect) {
    match serde_urlencoded::from_str::<F>(query) {
        Ok(_) => panic!("{query} is taken"),
        Err(error) => expected.assert_eq(&error.to_string()),
    }
}

#[track_caller]
fn check_entries(query: &str, expected: &'static str) {
    check_rows(Entry::objects().order_by(entry::id).filter_set(&read::<EntryFilter>(query)), expected);
}

#[track_caller]
fn check_orders(query: &str, expected: &'static str) {
    check_rows(Order::objects().order_by(order::id).filter_set(&read::<OrderFilter>(query)), expected);
}

#[test]
fn rows_are_those_of_django() {
    check_entries(
        "headline__icontains=e&pub_date__year__gte=2008&blog__name__icontains=beatles&ordering=-rating,id",
        "1 2 9 12",
    );
    check_entries("authors__in=1,2&authors__name__istartswith=a", "1 2 6 10 15");
    check_entries("published_at__hour__range=6,12", "1 7 10 14");
    check_entries("rating__in=1,2&blog__in=1,2,3", "5");
    check_entries("pub_date__range=2008-01-01,2009-12-31", "1 2 3");
    check_entries("entry_detail__reviewer__age__gt=20", "8");
    check_orders("status__in=pending,shipped", "4 5");
    check_orders("total_amount__range=100,500&customer__user__username__icontains=a", "4");
    check_orders("items__product__tags__name__in=new,sale", "1 3 3 7");
}

#[test]
fn values_have_the_types_of_their_fields() {
    let filter: EntryFilter = read(
        "headline=a%26b&pub_date__year__in=2005,2006&pub_date__lt=2025-03-01&published_at__isnull=true&blog=7",
    );
    assert_eq!(
        filter,
        EntryFilter {
            headline: Some("a&b".to_owned()),
            pub_date__year__in: Some(vec![2005, 2006]),
            pub_date__lt: Some(date(2025, 3, 1)),
            published_at__isnull: Some(true),
            blog: Some(7),
            ..EntryFilter::default()
        }
    );
    let filter: OrderFilter =
        read("status=shipped&status__in=pending,delivered&total_amount__range=0.5,12.50");
    assert_eq!(filter.status, Some(OrderStatus::Shipped));
    assert_eq!(filter.status__in, Some(vec![OrderStatus::Pending, OrderStatus::Delivered]));
    assert_eq!(filter.total_amount__range, Some((decimal("0.5"), decimal("12.50"))));
}

#[test]
fn what_is_empty_is_not_set() {
    let filter: EntryFilter = read("headline=&rating__gte=&blog__in=&ordering=");
    assert_eq!(filter, EntryFilter::default());
    check_rows(Entry::objects().filter(entry::id.lt(4)).filter_set(&filter).ordered(), "1 2 3");
}

#[test]
fn a_filter_set_can_be_made_in_code_and_joined_with_predicates() -> Result<(), Error> {
    let filter = EntryFilter {
        rating__gte: Some(4),
        ordering: FilterOrdering::new("-pub_date,id")?,
        ..EntryFilter::default()
    };
    assert_eq!(filter.ordering.to_string(), "-pub_date,id");
    let query = Entry::objects().filter(filter.q() | entry::rating.isnull(true)).order_by(filter.ordering);
    let typed = Entry::objects()
        .filter(entry::rating.gte(4) | entry::rating.isnull(true))
        .order_by((entry::pub_date.desc(), entry::id));
    assert_eq!(query.sql::<Sqlite>()?, typed.sql::<Sqlite>()?);
    Ok(())
}

#[test]
fn it_is_read_from_json_too() {
    let json = json!({ "rating__gte": 4, "rating__in": [4, 5], "published_at__isnull": false, "headline": null, "ordering": "id" });
    let filter: EntryFilter = serde_json::from_value(json).expect("it is a filter set");
    assert_eq!(filter.rating__gte, Some(4));
    assert_eq!(filter.rating__in, Some(vec![4, 5]));
    assert_eq!(filter.published_at__isnull, Some(false));
    assert_eq!(filter.headline, None);
}

#[derive(Debug, Deserialize)]
struct Page {
    page: Option<u32>,
    #[serde(flatten)]
    filter: EntryFilter,
}

#[test]
fn it_can_be_a_part_of_another_struct() {
    let page: Page =
        read("rating__gte=4&page=2&pub_date=2025-03-01&rating__in=1,2&published_at__isnull=false");
    assert_eq!(page.page, Some(2));
    assert_eq!(page.filter.rating__gte, Some(4));
    assert_eq!(page.filter.pub_date, Some(date(2025, 3, 1)));
    assert_eq!(page.filter.rating__in, Some(vec![1, 2]));
    assert_eq!(page.filter.published_at__isnull, Some(false));
    check_refused::<Page>(
        "rating__gte=4&pge=2",
        expect![
            "`pge`: `EntryFilter` has no filter `pge`; there are `headline`, `headline__icontains`, `headline__startswith`, `headline__lower__contains`, `headline__length__lte`, `pub_date`, `pub_date__year`, `pub_date__year__gte`, `pub_date__year__in`, `pub_date__range`, `pub_date__gte`, `pub_date__lt`, `published_at__gte`, `published_at__date`, `published_at__hour__range`, `published_at__isnull`, `rating`, `rating__gte`, `rating__lte`, `rating__in`, `rating__isnull`, `blog`, `blog__in`, `blog__isnull`, `blog__name`, `blog__name__icontains`, `authors__in`, `authors__name__istartswith`, `entry_detail__reviewer__age__gt`, `ordering`"
        ],
    );
}

#[test]
fn what_is_wrong_is_told() {
    check_refused::<EntryFilter>(
        "headline__icontain=x",
        expect![
            "`headline__icontain`: `EntryFilter` has no filter `headline__icontain`; did you mean `headline__icontains`?"
        ],
    );
    check_refused::<OrderFilter>(
        "zebra=1",
        expect![
            "`zebra`: `OrderFilter` has no filter `zebra`; there are `status`, `status__in`, `status__startswith`, `total_amount__gte`, `total_amount__lte`, `total_amount__range`, `total_amount__abs__gt`, `delivery_date__isnull`, `customer__user__username__icontains`, `items__product__tags__name__in`"
        ],
    );
    check_refused::<OrderFilter>(
        "ordering=id",
        expect![
            "`ordering`: `OrderFilter` has no filter `ordering`; there are `status`, `status__in`, `status__startswith`, `total_amount__gte`, `total_amount__lte`, `total_amount__range`, `total_amount__abs__gt`, `delivery_date__isnull`, `customer__user__username__icontains`, `items__product__tags__name__in`"
        ],
    );
    check_refused::<EntryFilter>(
        "rating__gte=abc",
        expect!["`rating__gte` takes an integer of at most 64 bits, not `abc`"],
    );
    check_refused::<EntryFilter>(
        "rating__gte=99999999999",
        expect!["`rating__gte` takes a 32-bit integer, not `99999999999`"],
    );
    check_refused::<EntryFilter>(
        "rating__in=1,x",
        expect!["`rating__in` takes a list with commas, each item an integer of at most 64 bits, not `x`"],
    );
    check_refused::<EntryFilter>(
        "pub_date__range=2025-03-01",
        expect![
            "`pub_date__range` takes two bounds with a comma between them, each a date like `2025-03-01`, not `2025-03-01`"
        ],
    );
    check_refused::<EntryFilter>(
        "published_at__isnull=maybe",
        expect!["`published_at__isnull` takes `true` or `false`, not `maybe`"],
    );
    check_refused::<EntryFilter>("rating=4&rating=5", expect!["`rating` is given twice"]);
    check_refused::<EntryFilter>(
        "ordering=headline",
        expect!["`ordering=headline` is not allowed; allowed are `pub_date`, `rating`, `blog__name`, `id`"],
    );
    check_refused::<OrderFilter>(
        "status=lost",
        expect![
            "`status` takes one of `pending`, `processing`, `shipped`, `delivered`, `cancelled`, not `lost`"
        ],
    );
    check_refused::<OrderFilter>(
        "status__in=pending,lost",
        expect![
            "`status__in` takes one of `pending`, `processing`, `shipped`, `delivered`, `cancelled`, not `lost`"
        ],
    );
    check_refused::<ChosenFilter>("level=3", expect!["`level` takes one of `1`, `2`, not `3`"]);
    check_refused::<NullableFilter>("small=40000", expect!["`small` takes a 16-bit integer, not `40000`"]);
    check_refused::<NullableFilter>(
        "positive_big=-1",
        expect!["`positive_big` takes an unsigned integer, not `-1`"],
    );
}

#[test]
fn every_kind_is_found_by_its_text() {
    in_transactions(async |tx, database| {
        Nullable::create().label("none").save(&mut *tx).await?;
        let full = Nullable::create()
            .label("full")
            .char("it's")
            .small(-5)
            .number(7)
            .positive_big(u64::from(u32::MAX));
        let full = full.real(0.5).price(decimal("12.5")).flag(true).day(date(2025, 3, 1));
        let full = full.moment(date(2025, 3, 1).at(14, 30, 0, 0)).clock(jiff::civil::time(14, 30, 5, 0));
        let full = full.span(jiff::SignedDuration::from_mins(90)).uid(uuid::Uuid::from_u128(0xabc));
        let full =
            full.ip(std::net::IpAddr::from([10, 0, 0, 1])).data(json!({ "a": [1] })).blob(vec![0, 255]);
        full.save(&mut *tx).await?;
        let uid = "00000000-0000-0000-0000-000000000abc";
        let values = [
            ("char", "it's"),
            ("small", "-5"),
            ("number", "7"),
            ("positive_big", "4294967295"),
            ("real", "0.5"),
            ("price", "12.50"),
            ("flag", "true"),
            ("day", "2025-03-01"),
            ("moment", "2025-03-01T15:30:00+01:00"),
            ("clock", "14:30:05"),
            ("span", "01:30:00"),
            ("uid", uid),
            ("ip", "10.0.0.1"),
            ("data", r#"{"a": [1]}"#),
            ("blob", "00ff"),
        ];
        let mut pairs = Vec::new();
        for (name, text) in values {
            pairs.push((name.to_owned(), text.to_owned()));
            let list = if name == "data" { format!("[{text}]") } else { format!("{text},{text}") };
            pairs.push((format!("{name}__in"), list.clone()));
            pairs.push((format!("{name}__isnull"), "false".to_owned()));
            if !matches!(name, "data" | "blob") {
                pairs.push((format!("{name}__range"), list));
            }
        }
        let others = [
            ("char__regex", "^it"),
            ("char__iregex", "^IT"),
            ("char__endswith", "'s"),
            ("char__iendswith", "'S"),
            ("moment__time__lt", "14:31"),
            ("clock__second", "5"),
            ("uid__contains", "abc"),
            ("ip__istartswith", "10."),
        ];
        pairs.extend(others.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(pairs.len(), NullableFilter::FILTERS.len());
        for pair in pairs {
            let query = serde_urlencoded::to_string([&pair]).expect("pairs are a query string");
            let rows = Nullable::objects()
                .filter_set(&read::<NullableFilter>(&query))
                .filter(nullable::label.in_(["none", "full"]));
            let labels = rows.values_list(nullable::label).flat().all(&mut *tx).await?;
            assert_eq!(labels, ["full"], "{query} on {database:?}");
        }
        Ok(())
    });
}
