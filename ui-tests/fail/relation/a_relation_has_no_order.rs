//! `Entry.objects.filter(blog__gt=1)` compares the keys.

use queryset::demo::blog::entry;

fn main() {
    entry::blog().gt(1);
}
