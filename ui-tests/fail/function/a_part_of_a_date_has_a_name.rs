//! `Specimen.objects.annotate(x=Extract("day", "century"))`: OperationalError: user-defined function raised
//! exception; PostgreSQL gives 21.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::day.century();
}
