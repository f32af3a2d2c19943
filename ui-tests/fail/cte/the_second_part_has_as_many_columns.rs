//! The database: SELECTs to the left and right of UNION ALL do not have the same number of result columns

use queryset::demo::blog::{Event, event};
use queryset::prelude::*;

fn main() {
    cte!(tree: Event::objects().values((event::id, event::id)), |tree| {
        let parent = tree.on(event::parent_id, event::id);
        Event::objects().join(&parent).values_list(event::id)
    });
}
