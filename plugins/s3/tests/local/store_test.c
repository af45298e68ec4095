/* SPDX-License-Identifier: Apache-2.0 */
/* The store: what is remembered of buckets, versions in place of others, contents that are shared.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "cloud.h"
#include "local.h"
#include "store/store.h"
#include "xml.h"

struct env {
    struct cloud cloud;
    struct store *store;
    struct pool pool;
    struct bucket bucket;
};

static struct slice slice(const char *text)
{
    return (struct slice){text, strlen(text)};
}

static int set_up(void **state)
{
    static struct env env;
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    memset(&env, 0, sizeof env);
    cloud_open(&env.cloud, NULL);
    env.store = store_open(&env.cloud.base, &error);
    assert_non_null(env.store);
    env.bucket = (struct bucket){.name = "b00", .account = "1", .region = "r", .acl = "{}"};
    store_bucket_add(env.store, &env.bucket);
    assert_true(store_commit(env.store));
    *state = &env;
    return 0;
}

static int tear_down(void **state)
{
    struct env *env = *state;
    pool_free(&env->pool);
    store_close(env->store);
    cloud_close(&env->cloud);
    return 0;
}

/* ---- buckets and configurations ---- */

static enum versioning versioning_of(struct env *env)
{
    struct bucket bucket;
    assert_true(store_bucket(env->store, &env->pool, "b00", &bucket));
    assert_string_equal(bucket.account, "1");
    assert_string_equal(bucket.region, "r");
    assert_string_equal(bucket.acl, "{}");
    return bucket.versioning;
}

static bool slice_is(struct slice slice, const char *text)
{
    return slice.size == strlen(text) && memcmp(slice.data, text, slice.size) == 0;
}

static void expect_config(struct env *env, const char *which, const char *text)
{
    struct slice found = store_config(env->store, &env->pool, env->bucket.id, which);
    if (text == NULL)
        assert_null(found.data);
    else
        assert_true(slice_is(found, text));
}

static void test_buckets_are_as_written(void **state)
{
    struct env *env = *state;
    struct bucket bucket = env->bucket;
    assert_int_equal(versioning_of(env), VERSIONING_NEVER);
    bucket.versioning = VERSIONING_ENABLED;
    store_bucket_set(env->store, &bucket);
    assert_int_equal(versioning_of(env), VERSIONING_ENABLED);
    store_rollback(env->store);
    assert_int_equal(versioning_of(env), VERSIONING_NEVER);
    store_bucket_set(env->store, &bucket);
    assert_true(store_commit(env->store));
    assert_int_equal(versioning_of(env), VERSIONING_ENABLED);
    store_bucket_remove(env->store, &bucket);
    assert_false(store_bucket(env->store, &env->pool, "b00", &bucket));
    store_rollback(env->store);
    assert_int_equal(versioning_of(env), VERSIONING_ENABLED);
    assert_true(store_reset(env->store));
    assert_false(store_bucket(env->store, &env->pool, "b00", &bucket));
}

static void test_configurations_are_as_written(void **state)
{
    struct env *env = *state;
    int64_t id = env->bucket.id;
    (void)versioning_of(env);
    expect_config(env, "policy", NULL);
    expect_config(env, "policy", NULL);
    store_config_set(env->store, id, "policy", slice("one"));
    expect_config(env, "policy", "one");
    expect_config(env, "cors", NULL);
    store_rollback(env->store);
    (void)versioning_of(env);
    expect_config(env, "policy", NULL);
    store_config_set(env->store, id, "policy", slice("two"));
    assert_true(store_commit(env->store));
    (void)versioning_of(env);
    expect_config(env, "policy", "two");
    expect_config(env, "policy", "two");
    store_config_remove(env->store, id, "policy");
    expect_config(env, "policy", NULL);
    store_rollback(env->store);
    expect_config(env, "policy", "two");
}

static void expect_xml(struct env *env, const char *which, const char *inner)
{
    const struct xml_node *root = store_config_xml(env->store, &env->pool, env->bucket.id, which);
    struct text text = {.pool = &env->pool};
    if (inner == NULL) {
        assert_null(root);
        return;
    }
    assert_non_null(root);
    xml_write(&text, root);
    assert_string_equal(text.data, inner);
}

/* What is given outlives what is remembered. */
static void test_configurations_are_read(void **state)
{
    static const char document[] = "<a><b>1</b><c xsi:type=\"t\"><d></d><d>2</d></c></a>";
    static const char written[] =
        "<a><b>1</b><c xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"t\">"
        "<d></d><d>2</d></c></a>";
    struct env *env = *state;
    int64_t id = env->bucket.id;
    store_config_set(env->store, id, "cors", slice(document));
    store_config_set(env->store, id, "policy", slice("{\"a\": [1]}"));
    store_config_set(env->store, id, "odd", slice("<a>"));
    assert_true(store_commit(env->store));
    for (int kept = 0; kept < 3; kept++) { /* without its bucket, with it, once more */
        expect_xml(env, "cors", written);
        expect_xml(env, "odd", NULL);
        expect_xml(env, "none", NULL);
        assert_null(store_config_json(env->store, &env->pool, id, "none"));
        assert_null(store_config_json(env->store, &env->pool, id, "odd"));
        const struct xml_node *root = store_config_xml(env->store, &env->pool, id, "cors");
        const json_t *json = store_config_json(env->store, &env->pool, id, "policy");
        store_config_set(env->store, id, "policy", slice("[]"));
        store_rollback(env->store);
        assert_string_equal(xml_child(root, "c")->type, "t");
        assert_ptr_equal(xml_child(root, "c")->parent, root);
        assert_int_equal(json_array_size(json_object_get(json, "a")), 1);
        (void)versioning_of(env);
    }
}

/* More than are remembered. */
static void test_many(void **state)
{
    struct env *env = *state;
    char name[16];
    struct bucket found;
    for (int round = 0; round < 2; round++) {
        for (int i = 10; i < 40; i++) {
            snprintf(name, sizeof name, "b%d", i);
            struct bucket bucket = {.name = name, .account = "1", .region = "r", .acl = name};
            if (round == 0)
                store_bucket_add(env->store, &bucket);
            assert_true(store_bucket(env->store, &env->pool, name, &found));
            assert_string_equal(found.acl, name);
            for (int k = 10; k < 40; k++) {
                snprintf(name, sizeof name, "c%d", k);
                if (round == 0)
                    store_config_set(env->store, found.id, name, slice(found.name));
                struct slice text = store_config(env->store, &env->pool, found.id, name);
                assert_true(slice_is(text, found.name));
            }
        }
    }
    assert_true(store_commit(env->store));
}

/* ---- objects ---- */

static struct object put(struct env *env, const char *version, const char *body)
{
    struct object object = {.bucket = env->bucket.id,
                            .key = slice("k"),
                            .version = version,
                            .etag = "e",
                            .info = pool_json(&env->pool, json_object()),
                            .size = strlen(body),
                            .body = slice(body)};
    store_object_add(env->store, &object);
    assert_true(object.latest);
    return object;
}

static void expect_content(struct env *env, int64_t id, const char *body)
{
    struct content content;
    bool found = store_content(env->store, &env->pool, id, &content);
    assert_int_equal(found, body != NULL);
    if (body != NULL) {
        assert_true(slice_is(content.data, body));
        assert_int_equal(content.size, strlen(body));
    }
}

static void expect_latest(struct env *env, const char *version, const char *body)
{
    struct object object = {.bucket = env->bucket.id, .key = slice("k")};
    assert_true(store_object(env->store, &env->pool, &object));
    assert_string_equal(object.version, version);
    assert_int_equal(object.size, strlen(body));
    expect_content(env, object.content, body);
}

static size_t count_versions(struct env *env)
{
    struct object object;
    size_t n = 0, latest = 0;
    store_walk(env->store, env->bucket.id, true, slice(""));
    while (store_walk_next(env->store, &env->pool, &object)) {
        assert_int_equal(object.latest, n == 0);
        latest += object.latest;
        n++;
    }
    assert_int_equal(latest, n > 0);
    return n;
}

static void test_a_body_takes_the_place_of_another(void **state)
{
    struct env *env = *state;
    struct object first = put(env, "null", "first");
    assert_true(store_commit(env->store));
    struct object second = put(env, "null", "the second");
    assert_int_equal(second.content, first.content);
    expect_latest(env, "null", "the second");
    store_rollback(env->store);
    expect_latest(env, "null", "first");
    (void)put(env, "null", "");
    expect_latest(env, "null", "");
    assert_int_equal(count_versions(env), 1);
}

/* A copy keeps what it shares. */
static void test_a_shared_body_stays(void **state)
{
    struct env *env = *state;
    struct object first = put(env, "null", "first");
    store_content_share(env->store, first.content);
    struct object second = put(env, "null", "second");
    assert_int_not_equal(second.content, first.content);
    expect_latest(env, "null", "second");
    expect_content(env, first.content, "first");
    store_content_drop(env->store, first.content);
    expect_content(env, first.content, NULL);
}

static void test_null_among_versions(void **state)
{
    struct env *env = *state;
    (void)put(env, "v1", "one");
    struct object null = put(env, "null", "two");
    (void)put(env, "v3", "three");
    assert_int_equal(count_versions(env), 3);
    (void)put(env, "null", "four");
    expect_latest(env, "null", "four");
    expect_content(env, null.content, NULL);
    assert_int_equal(count_versions(env), 3);
    (void)put(env, "null", "five");
    expect_latest(env, "null", "five");
    assert_int_equal(count_versions(env), 3);
    struct object newest = {.bucket = env->bucket.id, .key = slice("k")};
    assert_true(store_object(env->store, &env->pool, &newest));
    store_object_remove(env->store, &newest);
    expect_latest(env, "v3", "three");
    assert_int_equal(count_versions(env), 2);
}

/* Nobody who remembers a content's id finds another one's bytes. */
static void test_ids_are_new(void **state)
{
    struct env *env = *state;
    struct object first = put(env, "null", "first");
    store_object_remove(env->store, &first);
    struct object second = put(env, "null", "second");
    assert_true(second.content > first.content);
    assert_true(second.id > first.id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_buckets_are_as_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_configurations_are_as_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_configurations_are_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_many, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_body_takes_the_place_of_another, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_shared_body_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_null_among_versions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ids_are_new, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
