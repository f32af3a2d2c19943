//! `Specimen.objects.aggregate(Max("flag"))`: ProgrammingError on PostgreSQL: function max(boolean) does not exist

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::flag.max();
}
