//! `RowRange(exclusion=WindowFrameExclusion.CURRENT_ROW)`: NotSupportedError: This backend does not
//! support window frame exclusions.

use queryset::demo::blog::{Entry, entry};
use queryset::WindowFrameExclusion;
use queryset::prelude::*;

async fn others(db: &Db<MySql>) -> Result<Vec<Option<i64>>, Error> {
    let others = window().order_by(entry::id).rows(..).exclusion(WindowFrameExclusion::CurrentRow);
    Entry::objects().values_list(entry::rating.sum().over(others)).flat().all(db).await
}

fn main() {}
