use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.desc();
}
