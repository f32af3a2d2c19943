#!/usr/bin/env python3
"""How long a crate of models takes to check and to build: ours, Diesel's and SeaORM's for one schema.

Each model has 20 columns: a key, 2 foreign keys and 17 fields of all kinds; and a many-to-many relation.
Call sites are typical queries, ten kinds of them, in functions of their own.

    bench/compile_time.py --models 10 50 100 200 500 --queries 1000
    bench/compile_time.py --library queryset diesel sea-orm --models 10 50

Time is user time on processors, of the crate alone: what it depends on is built before. Of ours it is with
the build script, which reads the schema and writes the code; `--optimize` builds what the script stands on with the
profile that the guide has for large schemas.
"""

import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
APP = 20

FIELDS = [
    ("title", '{ type = "char", max_length = 200 }', "String", "Text", "Varchar"),
    ("slug", '{ type = "slug" }', "String", "Text", "Varchar"),
    ("body", '{ type = "text", null = true }', "Option<String>", "Text", "Nullable<Text>"),
    ("count", '{ type = "integer", default = 0 }', "i32", None, "Integer"),
    ("place", '{ type = "small_integer", null = true }', "Option<i16>", None, "Nullable<SmallInt>"),
    ("total", '{ type = "big_integer" }', "i64", None, "BigInt"),
    ("ratio", '{ type = "float" }', "f64", None, "Double"),
    ("weight", '{ type = "float", null = true }', "Option<f64>", None, "Nullable<Double>"),
    ("active", '{ type = "boolean", default = false }', "bool", None, "Bool"),
    ("hidden", '{ type = "boolean", default = false }', "bool", None, "Bool"),
    ("city", '{ type = "char", max_length = 80 }', "String", "Text", "Varchar"),
    ("street", '{ type = "char", max_length = 80, null = true }', "Option<String>", "Text", "Nullable<Varchar>"),
    ("email", '{ type = "email" }', "String", "Text", "Varchar"),
    ("website", '{ type = "url", null = true }', "Option<String>", "Text", "Nullable<Varchar>"),
    ("visits", '{ type = "big_integer", default = 0 }', "i64", None, "BigInt"),
    ("level", '{ type = "integer", null = true }', "Option<i32>", None, "Nullable<Integer>"),
    ("note", '{ type = "text", null = true }', "Option<String>", "Text", "Nullable<Text>"),
]

# Those of ours that have no counterpart everywhere: dates, decimals, UUIDs and JSON would bring other
# libraries into the measure.


def targets(at, count):
    """The models that the two foreign keys and the many-to-many relation of a model lead to."""
    return [(at - step) % count for step in (1, 7, 3)]


class Queryset:
    name = "queryset"
    functions = "async"
    dependencies = 'queryset = { path = "%s" }' % HERE.parent
    build_dependencies = 'queryset-codegen = { path = "%s" }' % (HERE.parent / "codegen")

    def write(self, folder, models, queries):
        schema = folder / "schema"
        shutil.rmtree(schema, ignore_errors=True)
        schema.mkdir()
        for first in range(0, models, APP):
            text = []
            for at in range(first, min(first + APP, models)):
                one, two, many = targets(at, models)
                label = lambda to: f"app{to // APP}.Model{to}"
                text.append(f"[models.Model{at}.fields]\n")
                text += [f"{name} = {toml}\n" for name, toml, *_ in FIELDS]
                text.append(
                    f'first = {{ type = "foreign_key", to = "{label(one)}", on_delete = "cascade", related_name = "firsts{at}" }}\n'
                    f'second = {{ type = "foreign_key", to = "{label(two)}", null = true, on_delete = "set_null", related_name = "seconds{at}" }}\n'
                    f'others = {{ type = "many_to_many", to = "{label(many)}", related_name = "of{at}" }}\n\n'
                )
            (schema / f"app{first // APP}.toml").write_text("".join(text))
        (folder / "build.rs").write_text('fn main() {\n    queryset_codegen::generate("schema");\n}\n')
        modules = ["#![allow(dead_code)]\npub mod models {\n    queryset::include_schema!();\n}\n"]
        for part in range(0, queries, 50):
            modules.append(f"mod queries{part // 50};\n")
            calls = [self.call(number, number % models, models) for number in range(part, min(part + 50, queries))]
            apps = "".join(f"    app{app}::*,\n" for app in range((models - 1) // APP + 1))
            text = f"use queryset::prelude::*;\nuse crate::models::{{\n{apps}}};\n" + "".join(calls)
            (folder / "src" / f"queries{part // 50}.rs").write_text(text)
        (folder / "src" / "lib.rs").write_text("".join(modules))

    def call(self, number, at, models):
        m, M = f"model{at}", f"Model{at}"
        one = targets(at, models)[0]
        result, query = (f"Vec<{M}>", "std::future::ready(Ok(Vec::new()))") if self.functions == "bare" else [
            (f"Vec<{M}>", f'{M}::objects().filter({m}::title.icontains("a") & {m}::count.gt(3)).order_by({m}::city.desc()).limit(10).all(db)'),
            (M, f"{M}::objects().filter({m}::id.exact(5)).get(db)"),
            ("Vec<(String, i32, String)>", f"{M}::objects().values_list(({m}::title, {m}::count, {m}::first().title)).all(db)"),
            (f"Vec<({M}, i64)>", f"{M}::objects().annotate({m}::others().count()).all(db)"),
            (f"Vec<({M}, crate::models::app{one // APP}::Model{one})>", f"{M}::objects().select_related({m}::first()).all(db)"),
            (f"Vec<({M}, Vec<crate::models::app{targets(at, models)[2] // APP}::Model{targets(at, models)[2]}>)>", f"{M}::objects().prefetch_related({m}::others()).all(db)"),
            ("u64", f"{M}::objects().exclude({m}::body.isnull(true)).filter({m}::second().total.gte(20)).count(db)"),
            ("u64", f"{M}::objects().filter({m}::active.exact(true)).update({m}::count.set({m}::count + 1), db)"),
            ("bool", f'{M}::objects().filter({m}::slug.exact("x")).exists(db)'),
            (M, f'{M}::create().title("a").slug("a").total(1).ratio(0.5).city("b").email("a@b.c").first_id(1).save(db)'),
        ][number % 10]
        if self.functions == "returned":
            return f"pub fn query{number}(db: &Db<Sqlite>) -> queryset::Fetch<'_, {result}> {{\n    {query}\n}}\n"
        return f"pub async fn query{number}(db: &Db<Sqlite>) -> Result<{result}, Error> {{\n    {query}.await\n}}\n"


class Diesel:
    name = "diesel"
    dependencies = 'diesel = { version = "2.3", default-features = false, features = ["sqlite", "32-column-tables"] }'
    build_dependencies = ""

    def write(self, folder, models, queries):
        tables, structs = [], ["use crate::schema::*;\nuse diesel::prelude::*;\n"]
        for at in range(models):
            columns = "".join(f"        {name} -> {sql},\n" for name, _, _, _, sql in FIELDS)
            tables.append(
                f"diesel::table! {{\n    model{at} (id) {{\n        id -> BigInt,\n{columns}"
                f"        first_id -> BigInt,\n        second_id -> Nullable<BigInt>,\n    }}\n}}\n"
                f"diesel::table! {{\n    model{at}_others (id) {{\n        id -> BigInt,\n        from_id -> BigInt,\n        to_id -> BigInt,\n    }}\n}}\n"
            )
            one, _, many = targets(at, models)
            joined = []
            tables.append(f"diesel::joinable!(model{at} -> model{one} (first_id));\n")
            joined.append(f"model{at}, model{one}")
            tables.append(f"diesel::joinable!(model{at}_others -> model{at} (from_id));\n")
            tables.append(f"diesel::allow_tables_to_appear_in_same_query!(model{at}, model{at}_others);\n")
            tables += [f"diesel::allow_tables_to_appear_in_same_query!({pair});\n" for pair in joined]
            fields = "".join(f"    pub {name}: {rust},\n" for name, _, rust, *_ in FIELDS)
            tail = "    pub first_id: i64,\n    pub second_id: Option<i64>,\n"
            structs.append(
                f"#[derive(Queryable, Selectable, Identifiable, Clone, Debug, PartialEq)]\n#[diesel(table_name = model{at})]\n"
                f"pub struct Model{at} {{\n    pub id: i64,\n{fields}{tail}}}\n"
                f"#[derive(Insertable, AsChangeset, Clone, Debug)]\n#[diesel(table_name = model{at})]\n"
                f"pub struct NewModel{at} {{\n{fields}{tail}}}\n"
            )
        (folder / "src" / "schema.rs").write_text("".join(tables))
        (folder / "src" / "models.rs").write_text("".join(structs))
        modules = ["#![allow(dead_code)]\npub mod schema;\npub mod models;\n"]
        for part in range(0, queries, 50):
            modules.append(f"mod queries{part // 50};\n")
            calls = [self.call(number, number % models, models) for number in range(part, min(part + 50, queries))]
            text = "use diesel::prelude::*;\nuse crate::{models::*, schema::*};\n" + "".join(calls)
            (folder / "src" / f"queries{part // 50}.rs").write_text(text)
        (folder / "src" / "lib.rs").write_text("".join(modules))

    def call(self, number, at, models):
        m, M = f"model{at}", f"Model{at}"
        one = targets(at, models)[0]
        result, body = [
            (f"Vec<{M}>", f'{m}::table.filter({m}::title.like("%a%").and({m}::count.gt(3))).order({m}::city.desc()).limit(10).select({M}::as_select()).load(db)'),
            (M, f"{m}::table.find(5).select({M}::as_select()).first(db)"),
            ("Vec<(String, i32, String)>", f"{m}::table.inner_join(model{one}::table).select(({m}::title, {m}::count, model{one}::title)).load(db)"),
            (f"Vec<(i64, i64)>", f"{m}::table.left_join({m}_others::table).group_by({m}::id).select(({m}::id, diesel::dsl::count({m}_others::id.nullable()))).load(db)"),
            (f"Vec<({M}, Model{one})>", f"{m}::table.inner_join(model{one}::table).select(({M}::as_select(), Model{one}::as_select())).load(db)"),
            ("Vec<(i64, i64)>", f"{m}_others::table.inner_join({m}::table).filter({m}::id.eq_any([1, 2, 3])).select(({m}_others::from_id, {m}_others::to_id)).load(db)"),
            ("i64", f"{m}::table.filter({m}::body.is_not_null()).filter({m}::total.ge(20)).count().get_result(db)"),
            ("usize", f"diesel::update({m}::table.filter({m}::active.eq(true))).set({m}::count.eq({m}::count + 1)).execute(db)"),
            ("bool", f'diesel::select(diesel::dsl::exists({m}::table.filter({m}::slug.eq("x")))).get_result(db)'),
            ("usize", f'diesel::insert_into({m}::table).values(({m}::title.eq("a"), {m}::slug.eq("a"), {m}::total.eq(1), {m}::ratio.eq(0.5), {m}::city.eq("b"), {m}::email.eq("a@b.c"), {m}::first_id.eq(1))).execute(db)'),
        ][number % 10]
        return f"pub fn query{number}(db: &mut SqliteConnection) -> QueryResult<{result}> {{\n    {body}\n}}\n"


class SeaOrm:
    name = "sea-orm"
    dependencies = 'sea-orm = { version = "2.0", default-features = false, features = ["macros", "runtime-tokio", "sqlx-sqlite"] }'
    build_dependencies = ""

    def write(self, folder, models, queries):
        modules = ["#![allow(dead_code)]\n"]
        for at in range(models):
            one, two, many = targets(at, models)
            fields = "".join(f"    pub {name}: {rust},\n" for name, _, rust, *_ in FIELDS)
            relations = [("First", one, "FirstId"), ("Second", two, "SecondId")]
            variants = "".join(
                f'    #[sea_orm(belongs_to = "super::model{to}::Entity", from = "Column::{column}", to = "super::model{to}::Column::Id")]\n    {name},\n'
                for name, to, column in relations
            )
            related = (
                f"impl Related<super::model{one}::Entity> for Entity {{\n    fn to() -> RelationDef {{\n        Relation::First.def()\n    }}\n}}\n"
            )
            (folder / "src" / f"model{at}.rs").write_text(
                "use sea_orm::entity::prelude::*;\n"
                "#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]\n"
                f'#[sea_orm(table_name = "model{at}")]\npub struct Model {{\n    #[sea_orm(primary_key)]\n    pub id: i64,\n{fields}'
                "    pub first_id: i64,\n    pub second_id: Option<i64>,\n}\n"
                f"#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]\npub enum Relation {{\n{variants}}}\n{related}"
                "impl ActiveModelBehavior for ActiveModel {}\n"
            )
            (folder / "src" / f"model{at}_others.rs").write_text(
                "use sea_orm::entity::prelude::*;\n"
                "#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]\n"
                f'#[sea_orm(table_name = "model{at}_others")]\npub struct Model {{\n    #[sea_orm(primary_key)]\n    pub id: i64,\n    pub from_id: i64,\n    pub to_id: i64,\n}}\n'
                "#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]\npub enum Relation {\n"
                f'    #[sea_orm(belongs_to = "super::model{at}::Entity", from = "Column::FromId", to = "super::model{at}::Column::Id")]\n    From,\n}}\n'
                "impl ActiveModelBehavior for ActiveModel {}\n"
            )
            modules.append(f"pub mod model{at};\npub mod model{at}_others;\n")
        for part in range(0, queries, 50):
            modules.append(f"mod queries{part // 50};\n")
            calls = [self.call(number, number % models, models) for number in range(part, min(part + 50, queries))]
            text = "use sea_orm::entity::prelude::*;\nuse sea_orm::*;\nuse crate::*;\n" + "".join(calls)
            (folder / "src" / f"queries{part // 50}.rs").write_text(text)
        (folder / "src" / "lib.rs").write_text("".join(modules))

    def call(self, number, at, models):
        m = f"model{at}"
        one = targets(at, models)[0]
        result, body = [
            (f"Vec<{m}::Model>", f'{m}::Entity::find().filter({m}::Column::Title.contains("a").and({m}::Column::Count.gt(3))).order_by_desc({m}::Column::City).limit(10).all(db).await'),
            (f"Option<{m}::Model>", f"{m}::Entity::find_by_id(5).one(db).await"),
            ("Vec<(String, i32)>", f"{m}::Entity::find().select_only().column({m}::Column::Title).column({m}::Column::Count).into_tuple().all(db).await"),
            ("Vec<(i64, i64)>", f"{m}::Entity::find().select_only().column({m}::Column::Id).column_as({m}::Column::Total.count(), \"n\").group_by({m}::Column::Id).into_tuple().all(db).await"),
            (f"Vec<({m}::Model, Option<model{one}::Model>)>", f"{m}::Entity::find().find_also_related(model{one}::Entity).all(db).await"),
            (f"Vec<{m}_others::Model>", f"{m}_others::Entity::find().filter({m}_others::Column::FromId.is_in([1, 2, 3])).all(db).await"),
            ("u64", f"{m}::Entity::find().filter({m}::Column::Body.is_not_null()).filter({m}::Column::Total.gte(20)).count(db).await"),
            ("UpdateResult", f"{m}::Entity::update_many().col_expr({m}::Column::Count, Expr::col({m}::Column::Count).add(1)).filter({m}::Column::Active.eq(true)).exec(db).await"),
            (f"Option<{m}::Model>", f'{m}::Entity::find().filter({m}::Column::Slug.eq("x")).one(db).await'),
            (f"{m}::Model", f'{m}::ActiveModel {{ title: Set("a".into()), slug: Set("a".into()), total: Set(1), ratio: Set(0.5), city: Set("b".into()), email: Set("a@b.c".into()), first_id: Set(1), ..Default::default() }}.insert(db).await'),
        ][number % 10]
        return f"pub async fn query{number}(db: &DatabaseConnection) -> Result<{result}, DbErr> {{\n    {body}\n}}\n"


def run(folder, *command, env=None):
    """Runs cargo, and gives what it took of processors and memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # In a process of its own: the peak of memory is that of all children so far.
    code = (
        "import resource, subprocess, sys\n"
        "status = subprocess.call(sys.argv[1:])\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
        "sys.exit(status)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *command], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    if result.returncode:
        sys.exit(result.stderr[-6000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime, int(result.stdout.split()[-1]) / 1024


def measure(library, models, queries, args):
    folder = args.folder / f"{library.name}-{models}-{queries}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "src").mkdir(parents=True)
    name = f"{library.name}-{models}-{queries}-models"
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n\n[lib]\ndoctest = false\n\n'
        f"[dependencies]\n{library.dependencies}\n\n[build-dependencies]\n{library.build_dependencies}\n\n[workspace]\n"
    )
    if args.optimize and library.build_dependencies:
        with open(folder / "Cargo.toml", "a") as file:
            file.write("\n".join(f"\n[profile.dev.package.{name}]\nopt-level = 1" for name in ["queryset-codegen", "minijinja"]))
    library.write(folder, models, queries)
    env = dict(os.environ, CARGO_TERM_COLOR="never", CARGO_INCREMENTAL="0", CARGO_PROFILE_DEV_DEBUG="line-tables-only")
    target = pathlib.Path(env.get("CARGO_TARGET_DIR", args.folder / "target"))
    env["CARGO_TARGET_DIR"] = str(target)
    first = folder / "src" / "lib.rs"
    schema = folder / "schema"
    lock = args.folder / f"{library.name}.lock"
    if lock.exists():
        shutil.copy(lock, folder / "Cargo.lock")
    run(folder, "cargo", "check", env=env)
    shutil.copy(folder / "Cargo.lock", lock)

    def touched(*command):
        times, peaks = [], []
        for _ in range(args.repeat):
            for path in [first, *(schema.glob("*.toml") if schema.exists() else [])]:
                path.touch()
            time, peak = run(folder, *command, env=env)
            times.append(time)
            peaks.append(peak)
        return statistics.median(times), max(peaks)

    check, peak = touched("cargo", "check")
    crate = name.replace("-", "_")
    newest = max(target.glob(f"debug/deps/lib{crate}-*.rmeta"), key=lambda path: path.stat().st_mtime)
    rmeta = newest.stat().st_size / 1e6
    built = None
    if args.build:
        run(folder, "cargo", "build", env=env)
        built, _ = touched("cargo", "build")
    for path in target.glob(f"debug/**/*{crate}*"):
        path.unlink() if path.is_file() else shutil.rmtree(path, ignore_errors=True)
    for path in target.glob(f"debug/*/{name}-*"):
        path.unlink() if path.is_file() else shutil.rmtree(path, ignore_errors=True)
    shutil.rmtree(folder)
    shown = "" if built is None else f"{built:.2f}"
    print(f"| {library.name} | {models} | {queries} | {check:.2f} | {shown} | {rmeta:.1f} | {peak:.0f} |", flush=True)


def main():
    libraries = {library.name: library for library in [Queryset(), Diesel(), SeaOrm()]}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", nargs="+", choices=libraries, default=["queryset"])
    parser.add_argument("--models", nargs="+", type=int, default=[10, 50, 100, 200, 500])
    parser.add_argument("--queries", nargs="+", type=int, default=[0], help="call sites, besides none")
    parser.add_argument(
        "--functions",
        choices=["async", "returned", "bare"],
        default="async",
        help="call sites of ours: async functions that await a query, functions that return it, or async functions without one",
    )
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--build", action="store_true", help="build, too")
    parser.add_argument("--optimize", action="store_true", help="build the code generator with optimization")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/tmp/queryset-compile-time"))
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    Queryset.functions = args.functions
    print("| library | models | queries | check, s | build, s | rmeta, MB | peak, MB |\n|---|---|---|---|---|---|---|")
    for library in args.library:
        for models in args.models:
            for queries in sorted({0, *args.queries}):
                measure(libraries[library], models, queries, args)


if __name__ == "__main__":
    main()
