//! `Entry.objects.annotate(x=Replace("headline", Value("1"), Value(2)))`: FieldError: Expression contains mixed
//! types: CharField, IntegerField. You must set output_field.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.replace("1", 2);
}
