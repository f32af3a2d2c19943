use queryset::case;
use queryset::demo::blog::entry;

fn main() {
    let _ = case().when(entry::rating.exact(5), entry::headline);
}
