/* SPDX-License-Identifier: Apache-2.0 */
/* What services keep in SQLite. */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>
#include <sqlite3.h>

#include "local/store/store.h"

enum { ADD, SET, COUNT, ALL, ADD_CHILD, N };

static const char *const statements[N] = {
    [ADD] = "INSERT INTO rows(id, d, t, b, j) VALUES(?1, ?2, ?3, ?4, ?5)",
    [SET] = "UPDATE rows SET t = ?2 WHERE id = ?1",
    [COUNT] = "SELECT count(*) FROM rows",
    [ALL] = "SELECT id, d, t, b, j FROM rows ORDER BY id",
    [ADD_CHILD] = "INSERT INTO children(id) VALUES(?1)",
};

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS rows(id INTEGER PRIMARY KEY, d INTEGER, t TEXT, b BLOB, j TEXT);"
    "CREATE TABLE IF NOT EXISTS children(id INTEGER REFERENCES rows(id));";

static const struct slrun_store_plan plain = {"test", 1, schema, statements, N, 0, 0};
static const struct slrun_store_plan grouped = {"test", 1, schema, statements, N, 1024, 1};

static struct slrun_store *open_store(const struct slrun_store_plan *plan, const char *data)
{
    const struct slrun_cloud cloud = {.struct_size = sizeof cloud, .data = data};
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct slrun_store *s = store_api.open(&cloud, plan, &error);
    if (!s)
        fail_msg("%s", error.message);
    return s;
}

static int add(struct slrun_store *s, int64_t id)
{
    return store_api.run(s, ADD, "idtbt", id, 0, "text", "", (size_t)0, NULL);
}

static int count(struct slrun_store *s)
{
    sqlite3_stmt *all = store_api.bind(s, COUNT, "");
    int n = store_api.row(s, all) ? sqlite3_column_int(all, 0) : -1;
    sqlite3_reset(all);
    return n;
}

static void values(void **state)
{
    (void)state;
    struct slrun_store *s = open_store(&plain, NULL);
    json_t *json = json_pack("[i, s]", 1, "x");
    assert_int_equal(
        store_api.run(s, ADD, "idtbj", INT64_C(1) << 40, -2, "t", "a\0b", (size_t)3, json), 0);
    assert_int_equal(
        store_api.run(s, ADD, "idtbj", INT64_C(1) << 41, 3, NULL, NULL, (size_t)0, NULL), 0);
    json_decref(json);
    sqlite3_stmt *all = store_api.bind(s, ALL, "");
    assert_int_equal(store_api.row(s, all), 1);
    assert_int_equal(sqlite3_column_int64(all, 0), INT64_C(1) << 40);
    assert_int_equal(sqlite3_column_int(all, 1), -2);
    assert_string_equal(sqlite3_column_text(all, 2), "t");
    assert_int_equal(sqlite3_column_bytes(all, 3), 3);
    assert_memory_equal(sqlite3_column_blob(all, 3), "a\0b", 3);
    assert_string_equal(sqlite3_column_text(all, 4), "[1,\"x\"]");
    assert_int_equal(store_api.row(s, all), 1);
    assert_int_equal(sqlite3_column_type(all, 2), SQLITE_NULL);
    assert_int_equal(sqlite3_column_type(all, 3), SQLITE_BLOB); /* empty, and no NULL */
    assert_int_equal(sqlite3_column_type(all, 4), SQLITE_NULL);
    assert_int_equal(store_api.row(s, all), 0);
    assert_int_equal(store_api.row(s, all), 1); /* it is ready for another walk */
    sqlite3_reset(all);
    assert_int_equal(store_api.commit(s), 0);
    store_api.close(s);
}

static void transactions(void **state)
{
    (void)state;
    struct slrun_store *s = open_store(&plain, NULL);
    assert_int_equal(add(s, 1), 0); /* by itself */
    store_api.rollback(s);
    assert_int_equal(count(s), 1);
    assert_false(s->begun);
    assert_int_equal(store_api.begin(s), 0);
    assert_true(s->begun);
    assert_int_equal(store_api.begin(s), 0); /* one is under way */
    assert_int_equal(add(s, 2), 0);
    store_api.rollback(s);
    assert_false(s->begun);
    assert_int_equal(count(s), 1);
    store_api.begin(s);
    assert_int_equal(add(s, 5), 0);
    assert_int_equal(store_api.commit(s), 0);
    assert_false(s->begun);
    store_api.rollback(s);
    assert_int_equal(count(s), 2);
    assert_int_equal(store_api.clear(s), 0);
    assert_int_equal(add(s, 1), 0);
    store_api.begin(s);
    assert_int_equal(add(s, 3), 0);
    assert_int_equal(add(s, 1), -1); /* there already */
    assert_int_equal(add(s, 4), 0);
    assert_int_equal(store_api.commit(s), -1);
    assert_int_equal(count(s), 1);
    assert_int_equal(store_api.commit(s), 0); /* and is told once */
    assert_int_equal(store_api.run(s, ADD_CHILD, "i", INT64_C(9)), -1);
    store_api.close(s);
}

static void groups(void **state)
{
    (void)state;
    struct slrun_store *s = open_store(&grouped, NULL);
    assert_int_equal(add(s, 1), 0);
    assert_int_equal(add(s, 2), 0);
    store_api.rollback(s);
    assert_int_equal(count(s), 0);
    assert_int_equal(add(s, 1), 0);
    assert_int_equal(store_api.commit(s), 0);
    assert_int_equal(add(s, 2), 0);
    assert_int_equal(store_api.clear(s), 0);
    assert_int_equal(count(s), 0);
    store_api.close(s);
}

static void nothing(void **state)
{
    (void)state;
    assert_int_equal(add(NULL, 1), 0);
    assert_null(store_api.bind(NULL, ALL, ""));
    assert_int_equal(store_api.row(NULL, NULL), 0);
    assert_int_equal(store_api.begin(NULL), 0);
    assert_int_equal(store_api.commit(NULL), 0);
    assert_int_equal(store_api.clear(NULL), 0);
    store_api.rollback(NULL);
    store_api.close(NULL);
}

/* In memory all is made when it is first used. */
static void late(void **state)
{
    (void)state;
    struct slrun_store *s = open_store(&plain, NULL);
    assert_int_equal(store_api.commit(s), 0);
    store_api.rollback(s);
    assert_int_equal(store_api.clear(s), 0);
    assert_true(s->fresh); /* none of these needs a schema */
    assert_int_equal(count(s), 0);
    assert_false(s->fresh);
    assert_int_equal(add(s, 1), 0);
    assert_int_equal(store_api.clear(s), 0);
    assert_int_equal(count(s), 0);
    store_api.close(s);
    s = open_store(&plain, NULL);
    assert_int_equal(store_api.begin(s), 0); /* the schema is made before the transaction, */
    assert_int_equal(add(s, 1), 0);
    store_api.rollback(s); /* and survives its end */
    assert_int_equal(count(s), 0);
    store_api.close(s);
}

/* What a plan has wrong is a failure of what uses it. */
static void mistakes(void **state)
{
    (void)state;
    static const char *const texts[N] = {"SELECT 1", "SELECT absent", "", "", ""};
    struct slrun_store_plan other = plain;
    other.statements = texts;
    struct slrun_store *s = open_store(&other, NULL);
    assert_non_null(store_api.bind(s, ADD, ""));
    assert_int_equal(s->failed, 0);
    assert_null(store_api.bind(s, SET, ""));
    assert_int_equal(store_api.commit(s), -1);
    assert_int_equal(store_api.run(s, SET, "tj", "x", NULL), -1);
    store_api.close(s);
    other = plain;
    other.schema = "CREATE nonsense";
    s = open_store(&other, NULL);
    assert_int_equal(add(s, 1), -1);
    assert_int_equal(store_api.commit(s), -1);
    store_api.close(s);
}

static void refuse(const struct slrun_store_plan *plan, const char *data, const char *words)
{
    const struct slrun_cloud cloud = {.struct_size = sizeof cloud, .data = data};
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    assert_null(store_api.open(&cloud, plan, &error));
    assert_int_equal(error.kind, SLRUN_E_IO);
    if (!strstr(error.message, words))
        fail_msg("%s", error.message);
}

static void files(void **state)
{
    (void)state;
    char data[] = "/tmp/slrun-store-XXXXXX", path[64], longest[8192];
    struct slrun_store_plan other = plain;
    assert_non_null(mkdtemp(data));
    snprintf(path, sizeof path, "%s/test.sqlite", data);
    struct slrun_store *s = open_store(&grouped, data);
    assert_int_equal(add(s, 1), 0);
    assert_int_equal(store_api.commit(s), 0);
    assert_false(s->fresh);         /* a file may have something from the start */
    assert_int_equal(add(s, 2), 0); /* not committed */
    refuse(&plain, data, "locked");
    store_api.close(s);
    s = open_store(&plain, data);
    assert_int_equal(count(s), 1);
    store_api.close(s);
    other.format = 2;
    refuse(&other, data, "has format 1, and this slrun knows 2");
    assert_int_equal(unlink(path), 0);
    other.schema = "CREATE nonsense";
    refuse(&other, data, "syntax error");
    refuse(&plain, "/nonexistent", "/nonexistent/test.sqlite");
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    refuse(&plain, longest, "too long");
    (void)unlink(path);
    assert_int_equal(rmdir(data), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values), cmocka_unit_test(transactions), cmocka_unit_test(groups),
        cmocka_unit_test(late),   cmocka_unit_test(mistakes),     cmocka_unit_test(nothing),
        cmocka_unit_test(files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
