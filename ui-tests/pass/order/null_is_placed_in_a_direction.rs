use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.asc().nulls_last();
}
