//! `Entry.objects.annotate(x=Greatest("headline", "rating"))`: FieldError: Expression contains mixed types:
//! CharField, IntegerField. You must set output_field.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline.greatest(entry::rating));
}
