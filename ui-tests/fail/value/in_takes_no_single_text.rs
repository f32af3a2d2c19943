//! `Entry.objects.filter(headline__in="Help!")`: Django looks for the five letters, each by itself.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.in_("Help!"));
}
