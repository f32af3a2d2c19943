use queryset::demo::blog::entry;

fn main() {
    let _ = entry::blog_id.gt(1);
}
