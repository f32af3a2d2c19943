use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog_id.exact(1) & entry::authors().id.exact(1));
}
