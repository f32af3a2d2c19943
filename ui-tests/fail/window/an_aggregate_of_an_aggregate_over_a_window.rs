//! `Entry.objects.annotate(t=Window(Sum(Count("pk"))))`: FieldError: Cannot compute Sum('Count'):
//! 'Count' is an aggregate.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::id.count().sum().over(window().partition_by(entry::blog_id));
}
