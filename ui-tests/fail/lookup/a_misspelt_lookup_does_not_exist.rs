//! `Entry.objects.filter(headline__icontain="news")`: FieldError: Unsupported lookup 'icontain' for
//! CharField or join on the field not permitted, perhaps you meant icontains or contains?

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.icontain("news"));
}
