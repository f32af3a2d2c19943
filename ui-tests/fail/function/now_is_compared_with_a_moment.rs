//! `Entry.objects.filter(headline__gt=Now())`: PostgreSQL raises ProgrammingError: operator does not exist:
//! character varying > timestamp with time zone.

use queryset::demo::blog::{Entry, entry};
use queryset::now;

fn main() {
    let _ = Entry::objects().filter(entry::headline.gt(now()));
}
