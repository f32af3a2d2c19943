//! Both select keys.

use queryset::demo::blog::{Event, event};
use queryset::prelude::*;

fn main() {
    cte!(tree: Event::objects().values(event::id), |tree| {
        let parent = tree.on(event::parent_id, event::id);
        Event::objects().join(&parent).values_list(event::id)
    });
    let _ = tree.rows();
}
