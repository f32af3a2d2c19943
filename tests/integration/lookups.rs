//! Lookups: which rows each of them keeps, on every database.

use queryset::demo::blog::{Blog, Entry, Specimen, blog, entry, specimen};
use queryset::prelude::*;

use crate::support::{check_count, check_rows, clock, date, decimal, ip, moment, uuid};

#[test]
fn exact_compares_by_the_collation_of_the_database() {
    check_rows(Specimen::objects().filter(specimen::char.exact("one")).order_by(specimen::id), "2 12");
    check_rows(
        Specimen::objects().filter(specimen::char.exact("ONE")).order_by(specimen::id),
        ["", "", "2 12"],
    );
    check_rows(Specimen::objects().filter(specimen::text.exact("ONE")).order_by(specimen::id), "12");
    check_rows(Specimen::objects().filter(specimen::char.exact("")).order_by(specimen::id), "1");
}

#[test]
fn iexact_ignores_case_as_far_as_the_database_does() {
    check_rows(Specimen::objects().filter(specimen::char.iexact("ONE")).order_by(specimen::id), "2 12");
    check_rows(Specimen::objects().filter(specimen::text.iexact("half")).order_by(specimen::id), "6");
    check_rows(Specimen::objects().filter(specimen::char.isnull(true)).order_by(specimen::id), "5");
    check_rows(
        Specimen::objects().filter(specimen::char.iexact("ünïcödé")).order_by(specimen::id),
        ["", "8", "8"],
    );
    check_rows(
        Specimen::objects().filter(specimen::char.iexact("ÜNÏCÖDÉ")).order_by(specimen::id),
        ["", "8", "8"],
    );
    check_rows(Specimen::objects().filter(specimen::char.iexact("50%_OFF\\now")).order_by(specimen::id), "9");
}

#[test]
fn contains_takes_every_character_for_itself() {
    check_rows(Specimen::objects().filter(specimen::char.contains("e")).order_by(specimen::id), "2 7 10 12");
    check_rows(Specimen::objects().filter(specimen::char.contains("MiX")).order_by(specimen::id), "7");
    check_rows(
        Specimen::objects().filter(specimen::char.contains("mix")).order_by(specimen::id),
        ["7", "", ""],
    );
    check_rows(Specimen::objects().filter(specimen::char.contains("%")).order_by(specimen::id), "9");
    check_rows(Specimen::objects().filter(specimen::char.contains("_")).order_by(specimen::id), "9");
    check_rows(Specimen::objects().filter(specimen::char.contains("\\")).order_by(specimen::id), "9");
    check_rows(Specimen::objects().filter(specimen::char.contains("'")).order_by(specimen::id), "11");
    check_rows(
        Specimen::objects().filter(specimen::char.contains("")).order_by(specimen::id),
        "1 2 3 4 6 7 8 9 10 11 12",
    );
    check_rows(Specimen::objects().filter(specimen::text.contains("b%c")).order_by(specimen::id), "9");
    check_rows(Specimen::objects().filter(specimen::text.contains("\n")).order_by(specimen::id), "10");
}

#[test]
fn icontains_ignores_case_as_far_as_the_database_does() {
    check_rows(Specimen::objects().filter(specimen::char.icontains("MIX")).order_by(specimen::id), "7");
    check_rows(
        Specimen::objects().filter(specimen::char.icontains("NÏC")).order_by(specimen::id),
        ["", "8", "8"],
    );
    check_rows(
        Specimen::objects().filter(specimen::text.icontains("çà")).order_by(specimen::id),
        ["8", "8", "7 8"],
    );
    check_rows(
        Specimen::objects().filter(specimen::text.icontains("ÇÀ")).order_by(specimen::id),
        ["", "8", "7 8"],
    );
    check_rows(Specimen::objects().filter(specimen::text.icontains("SS")).order_by(specimen::id), "");
    check_rows(Specimen::objects().filter(specimen::char.icontains("%_O")).order_by(specimen::id), "9");
}

#[test]
fn startswith_looks_at_the_beginning() {
    check_rows(Specimen::objects().filter(specimen::char.startswith("one")).order_by(specimen::id), "2 12");
    check_rows(Specimen::objects().filter(specimen::char.startswith("  ")).order_by(specimen::id), "10");
    check_rows(Specimen::objects().filter(specimen::char.startswith("50%")).order_by(specimen::id), "9");
    check_rows(Specimen::objects().filter(specimen::char.startswith("M")).order_by(specimen::id), "3 7");
    check_rows(
        Specimen::objects().filter(specimen::char.startswith("m")).order_by(specimen::id),
        ["3 7", "", ""],
    );
    check_rows(Specimen::objects().filter(specimen::char.istartswith("M")).order_by(specimen::id), "3 7");
    check_rows(
        Specimen::objects().filter(specimen::text.istartswith("à")).order_by(specimen::id),
        ["", "8", "8 9"],
    );
    check_rows(
        Specimen::objects().filter(specimen::text.istartswith("À")).order_by(specimen::id),
        ["8", "8", "8 9"],
    );
}

#[test]
fn endswith_looks_at_the_end() {
    check_rows(Specimen::objects().filter(specimen::char.endswith("e")).order_by(specimen::id), "2 7 12");
    check_rows(
        Specimen::objects().filter(specimen::char.endswith("E")).order_by(specimen::id),
        ["2 7 12", "", ""],
    );
    check_rows(Specimen::objects().filter(specimen::char.endswith("\\now")).order_by(specimen::id), "9");
    check_rows(Specimen::objects().filter(specimen::char.endswith(" ")).order_by(specimen::id), "10");
    check_rows(
        Specimen::objects().filter(specimen::char.iendswith("E")).order_by(specimen::id),
        ["2 7 12", "2 7 12", "2 7 8 12"],
    );
}

#[test]
fn text_is_compared_by_the_collation_of_the_database() {
    check_rows(
        Specimen::objects().filter(specimen::char.gt("a")).order_by(specimen::id),
        ["2 4 6 8 11 12", "2 4 6 8 11 12", "2 3 4 6 7 8 11 12"],
    );
    check_rows(
        Specimen::objects().filter(specimen::char.lt("a")).order_by(specimen::id),
        ["1 3 7 9 10", "1 3 7 9 10", "1 9 10"],
    );
    check_rows(Specimen::objects().filter(specimen::char.gte("one")).order_by(specimen::id), "2 4 8 12");
    check_rows(
        Specimen::objects().filter(specimen::char.range("M", "o")).order_by(specimen::id),
        ["3 6 7 11", "3 6 7 11", "3 7"],
    );
}

#[test]
fn in_takes_a_list_of_texts_and_drops_none() {
    check_rows(
        Specimen::objects().filter(specimen::char.in_(["one", "zzz", "nope"])).order_by(specimen::id),
        "2 4 12",
    );
    check_rows(
        Specimen::objects().filter(specimen::char.in_([Some("one"), None])).order_by(specimen::id),
        "2 12",
    );
}

#[test]
fn slugs_and_urls_are_text() {
    check_rows(
        Specimen::objects().filter(specimen::label.contains("e")).order_by(specimen::id),
        "1 2 3 7 8 10 12",
    );
    check_rows(Specimen::objects().filter(specimen::url.icontains("MIXED")).order_by(specimen::id), "7");
    check_rows(Specimen::objects().filter(specimen::url.startswith("https")).order_by(specimen::id), "3");
    check_rows(Specimen::objects().filter(specimen::url.contains("50%25_x")).order_by(specimen::id), "9");
}

#[test]
fn the_text_of_a_pattern_may_be_another_column() {
    check_rows(Entry::objects().filter(entry::headline.contains(entry::summary)).order_by(entry::id), "3 8");
    check_rows(
        Entry::objects().filter(entry::body_text.icontains(entry::headline)).order_by(entry::id),
        "13",
    );
    check_rows(
        Entry::objects().filter(entry::headline.startswith(entry::summary)).order_by(entry::id),
        "3 8",
    );
    check_rows(Entry::objects().filter(entry::headline.iexact(entry::body_text)).order_by(entry::id), "");
    check_rows(Entry::objects().filter(entry::summary.contains("%")).order_by(entry::id), "5");
}

#[test]
fn numbers_are_compared_as_numbers() {
    check_rows(Specimen::objects().filter(specimen::num.exact(10)).order_by(specimen::id), "7 8");
    check_rows(
        Specimen::objects().filter(specimen::num.gt(-3)).order_by(specimen::id),
        "1 2 4 6 7 8 10 11 12",
    );
    check_rows(Specimen::objects().filter(specimen::num.lte(0)).order_by(specimen::id), "1 3 9 12");
    check_rows(Specimen::objects().filter(specimen::small.gte(7)).order_by(specimen::id), "4 9 12");
    check_rows(Specimen::objects().filter(specimen::big.exact(i64::MAX)).order_by(specimen::id), "4");
    check_rows(Specimen::objects().filter(specimen::big.gt(2147483647)).order_by(specimen::id), "4 8");
}

#[test]
fn a_number_that_the_column_cannot_hold_is_above_or_below_all_it_holds() {
    check_rows(Specimen::objects().filter(specimen::num.exact(2147483648_i64)).order_by(specimen::id), "");
    check_rows(Specimen::objects().filter(specimen::num.gte(2147483648_i64)).order_by(specimen::id), "");
    check_rows(
        Specimen::objects().filter(specimen::num.lt(99999999999_i64)).order_by(specimen::id),
        ["1 2 3 4 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12"],
    );
    check_rows(
        Specimen::objects().filter(specimen::num.in_([3, 4, 2147483648_i64])).order_by(specimen::id),
        "6 10",
    );
    check_rows(Specimen::objects().exclude(specimen::num.lt(99999999999_i64)).order_by(specimen::id), "5");
}

#[test]
fn addresses_are_compared() {
    check_rows(
        Specimen::objects().filter(specimen::ip.exact(ip("10.0.0.1"))).order_by(specimen::id),
        "2 11 12",
    );
    check_rows(
        Specimen::objects().filter(specimen::ip.in_([ip("::1"), ip("10.0.0.2")])).order_by(specimen::id),
        "6 7",
    );
    check_rows(
        Specimen::objects().filter(specimen::ip.gt(ip("10.0.0.2"))).order_by(specimen::id),
        ["3 4 7 9 10", "3 4 7 8 9 10", "3 4 7 9 10"],
    );
}

#[test]
fn range_includes_both_ends() {
    check_rows(Specimen::objects().filter(specimen::num.range(0, 7)).order_by(specimen::id), "1 2 6 10 11");
    check_rows(Specimen::objects().filter(specimen::num.range(7, 0)).order_by(specimen::id), "");
    check_rows(
        Specimen::objects().filter(specimen::real.range(-1, 2.5)).order_by(specimen::id),
        "1 2 6 7 9 10 12",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::dec.range(decimal("0.0005"), decimal("1")))
            .order_by(specimen::id),
        "2 7 10",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::num.range(specimen::small, specimen::big))
            .order_by(specimen::id),
        "1 2 4 6 8 10",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::day.range(date(2020, 12, 31), date(2021, 1, 3)))
            .order_by(specimen::id),
        "6 7 12",
    );
}

#[test]
fn in_takes_a_list_of_numbers() {
    check_rows(Specimen::objects().filter(specimen::num.in_([0_i64; 0])).order_by(specimen::id), "");
    check_rows(Specimen::objects().filter(specimen::num.in_([1, 1, 1])).order_by(specimen::id), "2");
    check_rows(Specimen::objects().filter(specimen::num.in_([3])).order_by(specimen::id), "6 10");
    check_rows(Specimen::objects().filter(specimen::pos.in_([7, 8])).order_by(specimen::id), "3 11");
    check_rows(Specimen::objects().filter(specimen::real.in_([2.5, 0.1])).order_by(specimen::id), "6 7");
    check_rows(
        Specimen::objects()
            .filter(specimen::dec.in_([decimal("1"), decimal("0.001")]))
            .order_by(specimen::id),
        "2 10",
    );
}

#[test]
fn in_takes_a_tuple_of_values_and_expressions() {
    check_rows(
        Specimen::objects()
            .filter(specimen::num.in_((specimen::pos, specimen::small)))
            .order_by(specimen::id),
        "1 2 4 7 10",
    );
    check_count(Entry::objects().filter(entry::rating.in_((entry::number_of_comments, 3))), 4);
    check_count(Entry::objects().exclude(entry::rating.in_((3, entry::number_of_comments))), 12);
    check_count(Entry::objects().filter(entry::rating.in_((3_000_000_000_i64, 4, 5))), 7);
    check_count(Blog::objects().exclude(blog::entry().rating.in_((blog::id, 3))), 3);
    let entries = Entry::objects().filter(entry::blog_id.in_((2, outer(blog::id))) & entry::rating.exact(5));
    check_count(Blog::objects().filter(exists(entries)), 3);
}

#[test]
fn isnull_finds_null() {
    check_rows(Specimen::objects().filter(specimen::num.isnull(true)).order_by(specimen::id), "5");
    check_rows(Specimen::objects().filter(specimen::flag.isnull(true)).order_by(specimen::id), "5 7");
    check_rows(Specimen::objects().filter(specimen::uid.isnull(true)).order_by(specimen::id), "5");
    check_rows(Specimen::objects().filter(specimen::blob.isnull(true)).order_by(specimen::id), "5");
}

#[test]
fn a_negative_number_is_below_a_positive_column() {
    check_rows(Specimen::objects().filter(specimen::pos.exact(-1)).order_by(specimen::id), "");
    check_rows(
        Specimen::objects().filter(specimen::pos.gte(-1)).order_by(specimen::id),
        "1 2 3 4 5 6 7 8 9 10 11 12",
    );
}

#[test]
fn a_negative_number_is_below_what_gives_a_positive_column() {
    let same = Specimen::objects().filter(specimen::id.exact(outer(specimen::id)));
    let pos = subquery(same.values_list(specimen::pos).limit(1));
    let rows = || Specimen::objects().order_by(specimen::id);
    let all = "1 2 3 4 5 6 7 8 9 10 11 12";
    check_rows(rows().exclude(pos.lt(-2)), all);
    check_rows(rows().filter(pos.gt(-1)), all);
    check_rows(rows().filter(pos.exact(-1)), "");
    check_rows(rows().filter(pos.lt(1)), "1 9");
    check_rows(rows().exclude(pos.lt(1)), "2 3 4 6 7 10 11 12");
    let before = specimen::pos.lag().over(window().order_by(specimen::id));
    check_rows(rows().filter(before.gte(-1)), all);
    check_rows(rows().exclude(before.lte(-1)), all);
    check_rows(rows().filter(before.lt(-1)), "");
    let sum = specimen::pos.sum();
    let sums = Specimen::objects().values_list(specimen::num).annotate(&sum);
    check_count(sums.clone().exclude(sum.lt(-2)), 10);
    check_count(sums.clone().filter(sum.gt(-1)), 10);
    check_count(sums.clone().exclude(sum.lt(0)), 9);
    check_count(sums.filter(sum.gt(4_294_967_295_i64)), 0);
    let least = specimen::pos.min();
    let groups = Specimen::objects().values_list(specimen::num).annotate(&least);
    check_count(groups.clone().exclude(least.lte(-1)), 10);
    check_count(groups.filter(least.exact(-1)), 0);
}

#[test]
fn floats_are_compared_as_floats() {
    check_rows(Specimen::objects().filter(specimen::real.exact(0.1)).order_by(specimen::id), "7");
    check_rows(Specimen::objects().filter(specimen::real.gt(1.0)).order_by(specimen::id), "4 6 8 11 12");
    check_rows(Specimen::objects().filter(specimen::real.lt(0.0)).order_by(specimen::id), "3 9");
}

#[test]
fn decimals_are_compared_as_numbers() {
    check_rows(Specimen::objects().filter(specimen::dec.exact(decimal("2.5"))).order_by(specimen::id), "6");
    check_rows(
        Specimen::objects().filter(specimen::dec.exact(decimal("0.10000"))).order_by(specimen::id),
        "7",
    );
    check_rows(
        Specimen::objects().filter(specimen::dec.gt(decimal("1.5"))).order_by(specimen::id),
        "4 6 8 11",
    );
    check_rows(Specimen::objects().filter(specimen::dec.lt(0)).order_by(specimen::id), "3 9");
}

#[test]
fn booleans_are_compared() {
    check_rows(
        Specimen::objects().filter(specimen::flag.exact(true)).order_by(specimen::id),
        "2 4 6 8 10 12",
    );
    check_rows(Specimen::objects().filter(specimen::flag.exact(false)).order_by(specimen::id), "1 3 9 11");
    check_rows(
        Specimen::objects().filter(specimen::flag.in_([true, false])).order_by(specimen::id),
        "1 2 3 4 6 8 9 10 11 12",
    );
    check_rows(
        Specimen::objects().exclude(specimen::flag.exact(true)).order_by(specimen::id),
        "1 3 5 7 9 11",
    );
    check_rows(
        Specimen::objects().exclude(specimen::flag.exact(false)).order_by(specimen::id),
        "2 4 5 6 7 8 10 12",
    );
}

#[test]
fn two_columns_are_compared() {
    check_rows(
        Specimen::objects().filter(specimen::num.gte(specimen::pos)).order_by(specimen::id),
        "1 2 4 7 10",
    );
    check_rows(
        Entry::objects()
            .filter(entry::number_of_comments.gt(entry::number_of_pingbacks * 2))
            .order_by(entry::id),
        "6 10 11 16",
    );
    check_rows(
        Entry::objects()
            .filter(entry::rating.lt(entry::number_of_comments + entry::number_of_pingbacks))
            .order_by(entry::id),
        "1 2 4 6 8 9 10 13 14 15 16",
    );
    check_count(Entry::objects().filter(entry::rating.exact(entry::rating)), 14);
    check_rows(
        Entry::objects().filter(entry::number_of_comments.gte(entry::blog().id * 2)).order_by(entry::id),
        "1 2 4 6 9 13 15 16",
    );
}

#[test]
fn dates_are_compared() {
    check_rows(
        Specimen::objects().filter(specimen::day.exact(date(2024, 12, 30))).order_by(specimen::id),
        "8",
    );
    check_rows(
        Specimen::objects().filter(specimen::day.gt(date(2024, 1, 1))).order_by(specimen::id),
        "4 8 9 10",
    );
    check_rows(
        Specimen::objects().filter(specimen::day.lte(date(1999, 12, 31))).order_by(specimen::id),
        "1 3",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::day.in_([date(2021, 1, 1), date(2021, 1, 3)]))
            .order_by(specimen::id),
        "6 12",
    );
}

#[test]
fn a_year_of_a_date_is_compared() {
    check_rows(
        Specimen::objects().filter(specimen::day.year().exact(2024)).order_by(specimen::id),
        "2 8 9 10",
    );
    check_rows(
        Specimen::objects().filter(specimen::day.year().gt(2023)).order_by(specimen::id),
        "2 4 8 9 10",
    );
    check_rows(
        Specimen::objects().filter(specimen::day.year().gte(2024)).order_by(specimen::id),
        "2 4 8 9 10",
    );
    check_rows(Specimen::objects().filter(specimen::day.year().lt(2000)).order_by(specimen::id), "1 3");
    check_rows(Specimen::objects().filter(specimen::day.year().lte(2000)).order_by(specimen::id), "1 3");
    check_rows(
        Specimen::objects().filter(specimen::day.year().in_([1999, 2020])).order_by(specimen::id),
        "3 7",
    );
    check_rows(
        Specimen::objects().filter(specimen::day.year().range(2020, 2021)).order_by(specimen::id),
        "6 7 12",
    );
}

#[test]
fn month_and_day_of_a_date_are_compared() {
    check_rows(Specimen::objects().filter(specimen::day.month().exact(12)).order_by(specimen::id), "3 4 7 8");
    check_rows(Specimen::objects().filter(specimen::day.month().gte(4)).order_by(specimen::id), "3 4 7 8 10");
    check_rows(
        Specimen::objects().filter(specimen::day.month().in_([1, 2])).order_by(specimen::id),
        "1 2 6 9 11 12",
    );
    check_rows(Specimen::objects().filter(specimen::day.day().exact(31)).order_by(specimen::id), "3 4 7");
    check_rows(
        Specimen::objects().filter(specimen::day.day().lte(3)).order_by(specimen::id),
        "1 2 6 10 11 12",
    );
    check_rows(
        Entry::objects().filter(entry::pub_date.year().exact(entry::mod_date.year())).order_by(entry::id),
        "1 3 5 6 7 9 10 11 13 14 15 16",
    );
}

#[test]
fn moments_are_compared_to_the_microsecond() {
    check_rows(Specimen::objects().filter(specimen::day.isnull(true)).order_by(specimen::id), "5");
    check_rows(
        Specimen::objects()
            .filter(specimen::moment.exact(moment("2024-01-01T01:01:01Z")))
            .order_by(specimen::id),
        "2",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::moment.gt(moment("2024-12-30T12:34:56.789011Z")))
            .order_by(specimen::id),
        "4 8",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::moment.lte(moment("1999-12-31T23:59:59.999999Z")))
            .order_by(specimen::id),
        "1 3",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::moment.range(moment("2021-01-01T00:00:00Z"), moment("2021-01-03T00:00:00Z")))
            .order_by(specimen::id),
        "12",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::moment.in_([moment("2021-01-01T00:30:00Z")]))
            .order_by(specimen::id),
        "12",
    );
}

#[test]
fn parts_of_a_moment_are_compared_in_utc() {
    check_rows(Specimen::objects().filter(specimen::moment.year().exact(9999)).order_by(specimen::id), "4");
    check_rows(
        Specimen::objects().filter(specimen::moment.year().gte(2024)).order_by(specimen::id),
        "2 4 8 9 10",
    );
    check_rows(Specimen::objects().filter(specimen::moment.year().lt(2000)).order_by(specimen::id), "1 3");
    check_rows(
        Specimen::objects().filter(specimen::moment.year().in_([1970, 2023])).order_by(specimen::id),
        "1 11",
    );
    check_rows(
        Specimen::objects().filter(specimen::moment.month().exact(1)).order_by(specimen::id),
        "1 2 6 11 12",
    );
    check_rows(
        Specimen::objects().filter(specimen::moment.day().exact(1)).order_by(specimen::id),
        "1 2 10 11 12",
    );
}

#[test]
fn times_of_day_are_compared() {
    check_rows(
        Specimen::objects().filter(specimen::clock.exact(clock(12, 0, 0))).order_by(specimen::id),
        "4",
    );
    check_rows(
        Specimen::objects().filter(specimen::clock.gt(clock(23, 30, 0))).order_by(specimen::id),
        "3 7",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::clock.range(clock(10, 0, 0), clock(13, 0, 0)))
            .order_by(specimen::id),
        "4 6 8",
    );
}

#[test]
fn durations_are_compared() {
    check_rows(
        Specimen::objects()
            .filter(specimen::clock.in_([clock(12, 0, 0), clock(0, 0, 0)]))
            .order_by(specimen::id),
        "1 4",
    );
    check_rows(
        Specimen::objects().exclude(specimen::day.year().exact(2021)).order_by(specimen::id),
        "1 2 3 4 5 7 8 9 10 11",
    );
}

#[test]
fn uuids_are_compared_and_searched_as_text() {
    check_rows(
        Specimen::objects()
            .filter(specimen::uid.exact(uuid("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")))
            .order_by(specimen::id),
        "3",
    );
    check_rows(Specimen::objects().filter(specimen::uid.contains("4444-8")).order_by(specimen::id), "8");
    check_rows(Specimen::objects().filter(specimen::uid.startswith("a0eebc99")).order_by(specimen::id), "3");
    check_rows(
        Specimen::objects()
            .filter(specimen::uid.gt(uuid("77777777-7777-4777-8777-777777777777")))
            .order_by(specimen::id),
        ["3 4 12", "3 4 12", "4 12"],
    );
}

#[test]
fn addresses_are_searched_as_text() {
    check_rows(
        Specimen::objects().filter(specimen::ip.startswith("10.0")).order_by(specimen::id),
        "2 6 8 11 12",
    );
    check_rows(Specimen::objects().filter(specimen::ip.contains("db8")).order_by(specimen::id), "4");
}
