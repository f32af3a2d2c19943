//! `Entry.objects.filter(pub_date__contains="-12-3")`: Django looks for it in the text of the date.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.contains("-12-3"));
}
