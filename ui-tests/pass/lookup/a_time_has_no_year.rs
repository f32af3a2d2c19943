//! The date of the event has a year; its time of day has none.

use queryset::demo::blog::{Event, event};

fn main() {
    let _ = Event::objects().filter(event::date.year().exact(2005));
}
