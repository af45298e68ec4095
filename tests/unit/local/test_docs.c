/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of services: in memory, and where state is kept. */
#include "harness/cmocka_all.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include "local/cloud.h"
#include "local/store/docs.h"
#include "net/loop.h"

static const struct slrun_host host = {.struct_size = sizeof host, .version = "0"};

static struct cloud *open_cloud(const char *data)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct uv_loop_s *loop = loop_new(&error);
    struct cloud *c = loop ? cloud_new(loop, &host, data, NULL) : NULL;
    assert_non_null(c);
    return c;
}

static void close_cloud(struct cloud *c)
{
    struct uv_loop_s *loop = c->loop;
    cloud_free(c);
    loop_free(loop);
}

static void put(struct cloud *c, const char *service, const char *key, const char *json)
{
    json_t *doc = json_loads(json, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    assert_non_null(doc);
    assert_int_equal(c->api.doc_put(&c->api, service, key, doc), 0);
    json_decref(doc);
}

/* What is kept under that key, as JSON; NULL: nothing. */
static void expect(struct cloud *c, const char *service, const char *key, const char *json)
{
    json_t *doc = c->api.doc_get(&c->api, service, key);
    char *text = doc ? json_dumps(doc, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS) : NULL;
    if (json)
        assert_string_equal(text ? text : "(none)", json);
    else
        assert_null(text);
    free(text);
    json_decref(doc);
}

/* What a walk has seen: "key key ", and what it is to do on its way. */
struct walk {
    struct cloud *cloud;
    char seen[256];
    const char *stop, *remove, *add; /* keys, or NULL */
};

static int visit(void *arg, const char *key, const json_t *doc)
{
    struct walk *w = arg;
    assert_true(json_is_object(doc));
    snprintf(w->seen + strlen(w->seen), sizeof w->seen - strlen(w->seen), "%s ", key);
    if (w->stop && !strcmp(key, w->stop))
        return 7;
    if (w->remove)
        assert_int_equal(w->cloud->api.doc_remove(&w->cloud->api, "s", w->remove), 0);
    if (w->add)
        put(w->cloud, "s", w->add, "{}");
    return 0;
}

static int walk(struct walk *w, struct cloud *c, const char *prefix)
{
    w->cloud = c;
    w->seen[0] = '\0';
    return c->api.doc_each(&c->api, "s", prefix, visit, w);
}

static void documents(void **state)
{
    (void)state;
    struct cloud *c = open_cloud(NULL);
    expect(c, "a", "k", NULL);
    put(c, "a", "k", "{\"n\":1,\"s\":\"\\u0000x\",\"l\":[]}");
    put(c, "b", "k", "[1.5]");
    expect(c, "a", "k", "{\"l\":[],\"n\":1,\"s\":\"\\u0000x\"}");
    expect(c, "b", "k", "[1.5]");
    put(c, "a", "k", "\"again\"");
    expect(c, "a", "k", "\"again\"");
    assert_int_equal(c->api.doc_remove(&c->api, "a", "k"), 0);
    assert_int_equal(c->api.doc_remove(&c->api, "a", "k"), 0); /* it is gone already */
    expect(c, "a", "k", NULL);
    expect(c, "b", "k", "[1.5]");
    cloud_reset(c);
    expect(c, "b", "k", NULL);
    close_cloud(c);
}

static void walks(void **state)
{
    (void)state;
    static const char *const keys[] = {"f/b", "f/", "g", "f/\xc3\xa9", "f", "f/B", "f/b/c"};
    struct cloud *c = open_cloud(NULL);
    struct walk w = {0};
    assert_int_equal(walk(&w, c, ""), 0);
    assert_string_equal(w.seen, "");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        put(c, "s", keys[i], "{}");
    put(c, "t", "f/t", "{}");
    assert_int_equal(walk(&w, c, "f/"), 0); /* in the order of bytes */
    assert_string_equal(w.seen, "f/ f/B f/b f/b/c f/\xc3\xa9 ");
    assert_int_equal(walk(&w, c, ""), 0);
    assert_string_equal(w.seen, "f f/ f/B f/b f/b/c f/\xc3\xa9 g ");
    assert_int_equal(walk(&w, c, "none"), 0);
    assert_string_equal(w.seen, "");
    w.stop = "f/b";
    assert_int_equal(walk(&w, c, "f/"), 7);
    assert_string_equal(w.seen, "f/ f/B f/b ");
    w = (struct walk){.remove = "f/b", .add = "f/c"};
    assert_int_equal(walk(&w, c, "f/"), 0);
    assert_string_equal(w.seen, "f/ f/B f/b/c f/c f/\xc3\xa9 ");
    close_cloud(c);
}

static void remove_tree(const char *data)
{
    static const char *const names[] = {"documents.sqlite", "documents.sqlite-wal"};
    char path[128];
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", data, names[i]);
        (void)unlink(path);
    }
    assert_int_equal(rmdir(data), 0);
}

static void commit_by_turn(struct cloud *c)
{
    uv_run(c->loop, UV_RUN_NOWAIT);
}

static void commit_now(struct cloud *c)
{
    assert_int_equal(docs_commit(c), 0);
}

static void keep_by(void (*commit)(struct cloud *c))
{
    char data[] = "/tmp/slrun-docs-XXXXXX";
    int status;
    assert_non_null(mkdtemp(data));
    pid_t child = fork();
    if (child == 0) { /* what it committed must be there though it is killed right behind */
        struct cloud *c = open_cloud(data);
        put(c, "s", "a", "{\"n\":1}");
        put(c, "s", "b", "{}");
        c->api.doc_remove(&c->api, "s", "b");
        commit(c);
        raise(SIGKILL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    struct cloud *c = open_cloud(data);
    expect(c, "s", "a", "{\"n\":1}");
    expect(c, "s", "b", NULL);
    close_cloud(c);
    c = open_cloud(data); /* forgets also what nobody has asked for yet */
    cloud_reset(c);
    close_cloud(c);
    c = open_cloud(data);
    expect(c, "s", "a", NULL);
    close_cloud(c);
    remove_tree(data);
}

static void kept_by_the_turn(void **state)
{
    (void)state;
    keep_by(commit_by_turn);
}

static void kept_at_once(void **state)
{
    (void)state;
    keep_by(commit_now);
}

/* ---- kinds ---- */

static const struct slrun_doc_kind things = {"s", "thing/"}, others = {"s", "other/"};

/* All that are loaded of a kind, as JSON. */
static void expect_kind(struct cloud *c, const struct slrun_doc_kind *kind, const char *json)
{
    json_t *all = c->api.doc_load(&c->api, kind);
    char *text = json_dumps(all, JSON_COMPACT);
    assert_string_equal(text, json);
    free(text);
    json_decref(all);
}

static void kinds_are_loaded_as_they_were_kept(void **state)
{
    (void)state;
    char data[] = "/tmp/slrun-docs-XXXXXX";
    json_t *doc = json_pack("[i]", 1), *other = json_pack("[i]", 2);
    assert_non_null(mkdtemp(data));
    struct cloud *c = open_cloud(data);
    expect_kind(c, &things, "{}");
    c->api.doc_keep(&c->api, &things, "b", doc);
    c->api.doc_keep(&c->api, &things, "a", doc);
    c->api.doc_keep(&c->api, &others, "a", other);
    c->api.doc_keep(&c->api, &things, "b", other);
    c->api.doc_keep(&c->api, &others, "b", other);
    c->api.doc_keep(&c->api, &others, "b", NULL);
    close_cloud(c);
    c = open_cloud(data);
    expect_kind(c, &things, "{\"a\":[1],\"b\":[2]}");
    expect_kind(c, &others, "{\"a\":[2]}");
    expect(c, "s", "thing/a", "[1]");
    close_cloud(c);
    json_decref(doc);
    json_decref(other);
    remove_tree(data);
}

static void what_is_added_stands_behind_what_was(void **state)
{
    (void)state;
    char data[] = "/tmp/slrun-docs-XXXXXX", keys[3][SLRUN_DOC_KEY_MAX];
    struct walk w = {0};
    assert_non_null(mkdtemp(data));
    struct cloud *c = open_cloud(data);
    json_t *doc = json_object();
    for (size_t i = 0; i < 3; i++)
        c->api.doc_add(&c->api, &things, doc, keys[i]);
    assert_true(strcmp(keys[0], keys[1]) < 0 && strcmp(keys[1], keys[2]) < 0);
    assert_int_equal(c->api.doc_remove(&c->api, "s", keys[1]), 0);
    assert_int_equal(walk(&w, c, "thing/"), 0);
    assert_memory_equal(w.seen, keys[0], strlen(keys[0]));
    assert_non_null(strstr(w.seen, keys[2]));
    assert_null(strstr(w.seen, keys[1]));
    json_decref(doc);
    close_cloud(c);
    remove_tree(data);
}

static void nothing_is_kept_without_a_directory(void **state)
{
    (void)state;
    char key[SLRUN_DOC_KEY_MAX] = "x";
    struct cloud *c = open_cloud(NULL);
    json_t *doc = json_object();
    c->api.doc_keep(&c->api, &things, "a", doc);
    c->api.doc_add(&c->api, &things, doc, key);
    assert_string_equal(key, "");
    expect_kind(c, &things, "{}");
    expect(c, "s", "thing/a", NULL);
    json_decref(doc);
    close_cloud(c);
}

static void no_place(void **state)
{
    (void)state;
    struct cloud *c = open_cloud("/nonexistent");
    struct walk w = {0};
    json_t *doc = json_object();
    assert_int_equal(c->api.doc_put(&c->api, "s", "k", doc), -1);
    assert_int_equal(c->api.doc_remove(&c->api, "s", "k"), -1);
    assert_int_equal(walk(&w, c, ""), -1);
    expect(c, "s", "k", NULL);
    json_decref(doc);
    close_cloud(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents),
        cmocka_unit_test(walks),
        cmocka_unit_test(kept_by_the_turn),
        cmocka_unit_test(kept_at_once),
        cmocka_unit_test(kinds_are_loaded_as_they_were_kept),
        cmocka_unit_test(what_is_added_stands_behind_what_was),
        cmocka_unit_test(nothing_is_kept_without_a_directory),
        cmocka_unit_test(no_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
