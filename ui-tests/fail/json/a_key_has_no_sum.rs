//! `Specimen.objects.aggregate(Sum("data__size"))` fails on PostgreSQL: function sum(jsonb) does not exist

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().values_list(specimen::label).annotate(specimen::data.key("size").sum());
}
