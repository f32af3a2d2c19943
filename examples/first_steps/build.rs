fn main() {
    queryset_codegen::generate("schema");
}
