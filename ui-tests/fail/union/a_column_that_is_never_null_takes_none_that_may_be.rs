//! `Entry.objects.values_list("id").union(Entry.objects.values_list("rating"))`: rows with `None`.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let counts = Entry::objects().values_list(entry::number_of_comments);
    let _ = counts.union(Entry::objects().values_list(entry::rating));
}
