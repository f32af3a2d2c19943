//! `dates()` and `datetimes()`.

use queryset::Zone;
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let published_at = |zone| entry::published_at.at_zone(&Zone::new(zone).expect("a zone"));
    vec![
        rows("dates-001", Entry::objects().dates(entry::pub_date, DateUnit::Year)),
        rows("dates-002", Entry::objects().dates(entry::pub_date, DateUnit::Month)),
        rows("dates-003", Entry::objects().dates(entry::pub_date, DateUnit::Week)),
        rows("dates-004", Entry::objects().dates(entry::pub_date, DateUnit::Day)),
        rows("dates-005", Entry::objects().dates(entry::pub_date, DateUnit::Day).reverse()),
        rows(
            "dates-006",
            Entry::objects().filter(entry::headline.contains("Lennon")).dates(entry::pub_date, DateUnit::Day),
        ),
        rows("dates-007", Specimen::objects().dates(specimen::day, DateUnit::Month)),
        rows("dates-008", Entry::objects().dates(entry::pub_date, DateUnit::Quarter)).unlike(
            "a quarter is a unit like the others",
            json!([
                "1999-10-01",
                "2000-01-01",
                "2008-01-01",
                "2008-04-01",
                "2008-07-01",
                "2020-10-01",
                "2021-01-01",
                "2023-10-01",
                "2024-01-01",
                "2024-04-01",
                "2024-07-01",
                "2024-10-01",
            ]),
        ),
        rows("dates-009", Entry::objects().dates(entry::published_at, DateUnit::Year)),
        rows("dates-010", Blog::objects().dates(blog::entry().pub_date, DateUnit::Year)),
        ported("dates-011", async |tx| {
            Entry::objects().dates(entry::pub_date, DateUnit::Year).count(tx).await
        }),
        rows("dates-012", Entry::objects().datetimes(entry::published_at, DateUnit::Year)),
        rows("dates-013", Entry::objects().datetimes(entry::published_at, DateUnit::Month).reverse()),
        rows("dates-014", Entry::objects().datetimes(entry::published_at, DateUnit::Week)),
        rows("dates-015", Entry::objects().datetimes(entry::published_at, DateUnit::Day)),
        rows("dates-016", Entry::objects().datetimes(entry::published_at, TimeUnit::Hour)),
        rows("dates-017", Entry::objects().datetimes(entry::published_at, TimeUnit::Minute)),
        rows("dates-018", Entry::objects().datetimes(entry::published_at, TimeUnit::Second)),
        rows("dates-019", Entry::objects().datetimes(published_at("Europe/Paris"), DateUnit::Day)),
        rows("dates-020", Entry::objects().datetimes(published_at("Asia/Kolkata"), TimeUnit::Hour)),
    ]
}
