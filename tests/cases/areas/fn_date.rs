//! Functions of dates and times.

use jiff::Timestamp;
use queryset::Zone;
use queryset::demo::shop::*;

use super::prelude::*;

const DATES: [&str; 10] =
    ["one", "neg", "nulls", "half", "mixed", "unicode", "wild", "quarter", "week53", "sunday"];

pub(super) fn cases() -> Vec<Case> {
    let mut cases = parts();
    cases.extend(cut());
    cases.extend(zones());
    cases.extend(rest());
    cases
}

fn parts() -> Vec<Case> {
    vec![
        specimens_with!("fn_date-001", DATES, specimen::day.year()),
        specimens_with!("fn_date-002", DATES, specimen::day.iso_year()),
        specimens_with!("fn_date-003", DATES, specimen::day.month()),
        specimens_with!("fn_date-004", DATES, specimen::day.day()),
        specimens_with!("fn_date-005", DATES, specimen::day.week()),
        specimens_with!("fn_date-006", DATES, specimen::day.week_day()),
        specimens_with!("fn_date-007", DATES, specimen::day.iso_week_day()),
        specimens_with!("fn_date-008", DATES, specimen::day.quarter()),
        specimens_with!("fn_date-009", DATES, specimen::moment.year()),
        specimens_with!("fn_date-010", DATES, specimen::moment.iso_year()),
        specimens_with!("fn_date-011", DATES, specimen::moment.month()),
        specimens_with!("fn_date-012", DATES, specimen::moment.day()),
        specimens_with!("fn_date-013", DATES, specimen::moment.week()),
        specimens_with!("fn_date-014", DATES, specimen::moment.week_day()),
        specimens_with!("fn_date-015", DATES, specimen::moment.iso_week_day()),
        specimens_with!("fn_date-016", DATES, specimen::moment.quarter()),
        specimens_with!("fn_date-017", DATES, specimen::moment.hour()),
        specimens_with!("fn_date-018", DATES, specimen::moment.minute()),
        specimens_with!("fn_date-019", DATES, specimen::moment.second()),
        specimens_with!("fn_date-020", DATES, specimen::clock.hour()),
        specimens_with!("fn_date-021", DATES, specimen::clock.minute()),
        specimens_with!("fn_date-022", DATES, specimen::clock.second()),
        specimens_with!("fn_date-023", ["one", "half"], specimen::moment.hour()),
        compile_error("fn_date-024", "function/a_part_of_a_date_has_a_name"),
        compile_error("fn_date-025", "lookup/a_date_has_no_hour"),
        specimens_with!("fn_date-026", ["one"], specimen::span.day()),
    ]
}

fn cut() -> Vec<Case> {
    vec![
        specimens_with!("fn_date-030", DATES, specimen::day.trunc_year()),
        specimens_with!("fn_date-031", DATES, specimen::day.trunc_quarter()),
        specimens_with!("fn_date-032", DATES, specimen::day.trunc_month()),
        specimens_with!("fn_date-033", DATES, specimen::day.trunc_week()),
        specimens_with!("fn_date-034", DATES, specimen::day.trunc_day()),
        specimens_with!("fn_date-035", DATES, specimen::moment.trunc_year()),
        specimens_with!("fn_date-036", DATES, specimen::moment.trunc_quarter()),
        specimens_with!("fn_date-037", DATES, specimen::moment.trunc_month()),
        specimens_with!("fn_date-038", DATES, specimen::moment.trunc_week()),
        specimens_with!("fn_date-039", DATES, specimen::moment.trunc_day()),
        specimens_with!("fn_date-040", DATES, specimen::moment.trunc_hour()),
        specimens_with!("fn_date-041", DATES, specimen::moment.trunc_minute()),
        specimens_with!("fn_date-042", DATES, specimen::moment.trunc_second()),
        specimens_with!("fn_date-043", DATES, specimen::moment.date()),
        specimens_with!("fn_date-044", DATES, specimen::moment.time()),
        specimens_with!("fn_date-045", DATES, specimen::clock.trunc_hour()),
        specimens_with!("fn_date-046", DATES, specimen::clock.trunc_minute()),
        specimens_with!("fn_date-047", DATES, specimen::clock.trunc_second()),
        specimens_with!("fn_date-048", ["one", "unicode"], specimen::moment.trunc(DateUnit::Month)),
        specimens_with!("fn_date-049", ["one", "unicode"], specimen::moment.date().trunc_month()),
        compile_error("fn_date-050", "function/a_date_is_not_cut_to_an_hour"),
    ]
}

fn zones() -> Vec<Case> {
    let moment = |zone| specimen::moment.at_zone(&Zone::new(zone).expect("a zone"));
    vec![
        specimens_with!("fn_date-027", DATES, moment("Asia/Kolkata").hour()),
        specimens_with!("fn_date-028", DATES, moment("America/New_York").day()),
        specimens_with!("fn_date-029", DATES, moment("America/New_York").year()),
        specimens_with!("fn_date-051", DATES, moment("America/New_York").trunc_day()),
        specimens_with!("fn_date-052", DATES, moment("Asia/Tokyo").date()),
        specimens_with!("fn_date-053", DATES, moment("Europe/Paris").trunc_month()),
        specimens_with!("fn_date-054", DATES, moment("Asia/Kolkata").trunc_week()),
        specimens_with!("fn_date-055", DATES, moment("Asia/Kolkata").time()),
    ]
}

fn rest() -> Vec<Case> {
    vec![
        rows(
            "fn_date-056",
            Entry::objects()
                .order_by(entry::id)
                .values_list(entry::pub_date.year() * 100 + entry::pub_date.month())
                .flat(),
        ),
        ported("fn_date-057", async |tx| {
            let hour = entry::published_at.hour();
            Entry::objects().filter(entry::published_at.hour().exact(hour)).count(tx).await
        }),
        ported("fn_date-058", async |tx| {
            let (n, start) = (now(), "2024-01-01T00:00:00Z".parse::<Timestamp>().expect("a moment"));
            let one = Specimen::objects().filter(specimen::label.exact("one"));
            one.annotate(&n).filter(n.gt(start)).count(tx).await
        }),
        ported("fn_date-059", async |tx| {
            named!(
                d: order::order_date.date(),
                y: order::order_date.year(),
                n: order::id.count(),
                r: order::total_amount.sum()
            );
            Order::objects().values((&d, &y)).annotate((&n, &r)).order_by(&d).all(tx).await
        }),
        rows(
            "fn_date-060",
            Order::objects()
                .order_by(order::id)
                .values_list((order::id, order::delivery_date - order::order_date)),
        ),
        ported("fn_date-061", async |tx| {
            let average = (order::delivery_date - order::order_date).avg();
            let average = Order::objects().aggregate(average, tx).await?;
            Ok(serde_json::json!({ "a": average }))
        }),
    ]
}
