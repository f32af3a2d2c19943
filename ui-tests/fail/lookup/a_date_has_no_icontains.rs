//! `Entry.objects.filter(pub_date__icontains="2005")`: Django compares with the text of the date, which
//! each database spells in its own way.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.icontains("2005"));
}
