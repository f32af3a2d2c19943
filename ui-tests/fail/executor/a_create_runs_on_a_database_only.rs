//! `Theme(name="Spring", order=1).save(using="nowhere")`: ConnectionDoesNotExist: The connection
//! 'nowhere' doesn't exist.

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Theme::create().name("Spring").order(1).save("default").await?;
    Ok(())
}

fn main() {
    let _ = run;
}
