use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().annotate(entry::summary.coalesce(entry::blog().name));
}
