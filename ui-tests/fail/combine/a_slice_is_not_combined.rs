//! `Entry.objects.order_by("id")[:3] & Entry.objects.all()`: TypeError: Cannot combine queries once a
//! slice has been taken.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::id).limit(3) & Entry::objects();
}
