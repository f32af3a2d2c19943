//! Both select two columns.

use queryset::demo::blog::{Event, event};
use queryset::prelude::*;

fn main() {
    cte!(tree: Event::objects().values((event::id, event::name)), |tree| {
        let parent = tree.on(event::parent_id, event::id);
        Event::objects().values_list((event::id, parent.col(event::name)))
    });
    let _ = tree.rows();
}
