//! Datetimes: from the first moment of the year 1 to the last of 9999.

use jiff::{Timestamp, civil};
use queryset::demo::blog::{Specimen, specimen};
use queryset::demo::rows_as_json;
use queryset::prelude::*;
use serde_json::Value as Json;

use crate::support::{on_every_database, writing_on_every_database};

const LAST: civil::DateTime = civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000);

#[test]
fn datetimes_come_back_as_they_were_written() {
    let data: Json = serde_json::from_str(include_str!("../django/blog/data.json")).expect("it is JSON");
    let rows = data["blog_specimen"].as_array().expect("a list of rows");
    let written: Vec<Option<civil::DateTime>> = rows
        .iter()
        .map(|row| row["moment"].as_str())
        .map(|text| text.map(|text| text.trim_end_matches('Z').parse().expect("a datetime in UTC")))
        .collect();
    on_every_database(async |db, _| {
        let specimens = Specimen::objects().order_by(specimen::id).all(&db).await?;
        let read: Vec<_> = specimens.iter().map(|specimen| specimen.moment).collect();
        assert_eq!(read, written);
        assert_eq!(rows_as_json(&specimens)[3]["moment"], "9999-12-31T23:59:59.999999Z");
        Ok(())
    });
}

#[test]
fn the_last_moment_of_the_year_9999_can_be_asked_for() {
    on_every_database(async |db, _| {
        let labels = async |query: QuerySet<Specimen>| {
            query.order_by(specimen::id).values_list(specimen::label).flat().all(&db).await
        };
        let specimens = Specimen::objects;
        assert_eq!(labels(specimens().filter(specimen::moment.exact(LAST))).await?, ["max"]);
        assert_eq!(labels(specimens().filter(specimen::moment.gt(Timestamp::MAX))).await?, ["max"]);
        assert_eq!(labels(specimens().filter(specimen::moment.year().exact(9999))).await?, ["max"]);
        assert_eq!(labels(specimens().filter(specimen::moment.gt(LAST))).await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn a_datetime_is_written_in_utc_with_whole_microseconds() {
    let given: Timestamp = "1969-07-20T22:17:40.123456789+02:00".parse().expect("a timestamp");
    let kept = civil::datetime(1969, 7, 20, 20, 17, 40, 123_456_000);
    writing_on_every_database(async |db, _| {
        let mut tx = db.begin().await?;
        let specimen = Specimen::create().label("given").moment(given).save(&mut tx).await?;
        assert_eq!(specimen.moment, Some(kept));
        let found = Specimen::objects().filter(specimen::moment.exact(given)).get(&mut tx).await?;
        assert_eq!((found.id, found.moment), (specimen.id, Some(kept)));
        tx.rollback().await
    });
}
