//! `Event.objects.filter(starts_at__year=2005)`: FieldError: Unsupported lookup 'year' for TimeField or
//! join on the field not permitted.

use queryset::demo::blog::{Event, event};

fn main() {
    let _ = Event::objects().filter(event::starts_at.year().exact(2005));
}
