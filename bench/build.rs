//! Generates the models of `schema/`, as a user's build script does.

fn main() {
    queryset_codegen::generate("schema");
}
