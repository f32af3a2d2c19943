//! `Specimen.objects.annotate(x=Greatest("data", Value({}, JSONField())))`: each database has its own order of
//! documents, or none.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::data.greatest(specimen::data);
}
