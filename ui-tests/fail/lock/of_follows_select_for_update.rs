//! `Entry.objects.of("blog")`: AttributeError: 'QuerySet' object has no attribute 'of'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog()).of(entry::blog());
}
