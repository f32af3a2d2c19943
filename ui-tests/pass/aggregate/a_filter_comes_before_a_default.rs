use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.sum().filter(entry::id.gt(1)).default(0);
}
