/* SPDX-License-Identifier: Apache-2.0 */
/* The host table: memory, errors, headers, tagged values. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plugin_call.h"

static void table_is_whole(void **state)
{
    (void)state;
    const struct slrun_host *h = host_table();
    assert_int_equal(h->struct_size, sizeof *h);
    assert_ptr_equal(h, host_table());
    /* every slot behind the size is a pointer, and none is NULL */
    const unsigned char *at = (const unsigned char *)h + offsetof(struct slrun_host, version);
    const unsigned char zero[sizeof(void *)] = {0};
    for (; at < (const unsigned char *)h + sizeof *h; at += sizeof(void *))
        assert_memory_not_equal(at, zero, sizeof zero);
}

static void memory_is_zeroed_and_bounded(void **state)
{
    struct plugin_call *c = *state;
    const unsigned char *p = c->ctx.host->alloc(&c->ctx, 1000);
    assert_non_null(p);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(p[i], 0);
    assert_null(c->ctx.host->alloc(&c->ctx, 1 << 20));
    assert_string_equal(c->ctx.host->format(&c->ctx, "%s-%d", "a", 7), "a-7");
}

static void fail_fills_the_error_and_returns_minus_one(void **state)
{
    struct plugin_call *c = *state;
    assert_int_equal((c->ctx.host->fail)(&c->ctx, SLRUN_E_PROTOCOL, "%s is wrong", "it"), -1);
    assert_int_equal(c->error.kind, SLRUN_E_PROTOCOL);
    assert_string_equal(c->error.message, "it is wrong");
}

static void headers_are_copied(void **state)
{
    struct plugin_call *c = *state;
    char name[] = "X-One", value[] = "1";
    assert_int_equal(c->ctx.host->header(&c->ctx, &c->request, name, value), 0);
    name[0] = value[0] = '?';
    assert_int_equal(c->request.n_headers, 1);
    assert_string_equal(c->request.headers[0].name, "X-One");
    assert_string_equal(c->request.headers[0].value, "1");
}

static void hundred_headers_and_no_more(void **state)
{
    struct plugin_call *c = *state;
    for (int i = 0; i < HOST_HEADERS_MAX; i++)
        assert_int_equal(
            c->ctx.host->header(&c->ctx, &c->request, c->ctx.host->format(&c->ctx, "X-%d", i), ""),
            0);
    assert_int_equal(c->ctx.host->header(&c->ctx, &c->request, "X", ""), -1);
    assert_int_equal(c->error.kind, SLRUN_E_TOO_LARGE);
    assert_int_equal(c->request.n_headers, HOST_HEADERS_MAX);
    for (int i = 0; i < HOST_HEADERS_MAX; i++)
        assert_string_equal(c->request.headers[i].name, c->ctx.host->format(&c->ctx, "X-%d", i));
}

static void headers_hold_no_control_characters(void **state)
{
    struct plugin_call *c = *state;
    static const char *const bad[] = {"a\r\nX-Other: b", "a\nb", "a\rb", "\x7f", "\x01"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(c->ctx.host->header(&c->ctx, &c->request, "X", bad[i]), -1);
        assert_int_equal(c->ctx.host->header(&c->ctx, &c->request, bad[i], "x"), -1);
        assert_int_equal(c->error.kind, SLRUN_E_USAGE);
    }
    static const char *const no_names[] = {"", "A ", " A", "A B", "A:", "\xc3\xa9", "(a)"};
    for (size_t i = 0; i < sizeof no_names / sizeof *no_names; i++)
        assert_int_equal(c->ctx.host->header(&c->ctx, &c->request, no_names[i], "x"), -1);
    assert_int_equal(c->request.n_headers, 0);
    assert_int_equal(c->ctx.host->header(&c->ctx, &c->request, "X", "a\tb \xc3\xa9"), 0);
}

static void header_get_ignores_case_and_takes_the_first(void **state)
{
    (void)state;
    const struct slrun_header h[] = {{"Content-Type", "a"}, {"X-Two", "b"}, {"x-two", "c"}};
    const struct slrun_host *host = host_table();
    assert_string_equal(host->header_get(h, 3, "content-type"), "a");
    assert_string_equal(host->header_get(h, 3, "X-TWO"), "b");
    assert_null(host->header_get(h, 3, "X"));
    assert_null(host->header_get(h, 0, "X-Two"));
}

/* RFC 4648 section 10. */
static const struct {
    const char *bytes, *base64;
} base64[] = {
    {"", ""},
    {"f", "Zg=="},
    {"fo", "Zm8="},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg=="},
    {"fooba", "Zm9vYmE="},
    {"foobar", "Zm9vYmFy"},
};

static void bytes_become_base64_and_come_back(void **state)
{
    struct plugin_call *c = *state;
    for (size_t i = 0; i < sizeof base64 / sizeof *base64; i++) {
        const void *data;
        size_t size, n = strlen(base64[i].bytes);
        json_t *value, *blob = c->ctx.host->blob_new(base64[i].bytes, n);
        assert_string_equal(c->ctx.host->tagged_get(blob, &value), SLRUN_TAG_BINARY);
        assert_string_equal(json_string_value(value), base64[i].base64);
        assert_int_equal(c->ctx.host->blob_get(&c->ctx, blob, &data, &size), 0);
        assert_int_equal(size, n);
        assert_memory_equal(data, base64[i].bytes, n);
        json_decref(blob);
    }
}

static void text_is_its_bytes(void **state)
{
    struct plugin_call *c = *state;
    const void *data;
    size_t size;
    json_t *text = json_string("Zm9v");
    assert_int_equal(c->ctx.host->blob_get(&c->ctx, text, &data, &size), 0);
    assert_int_equal(size, 4);
    assert_memory_equal(data, "Zm9v", 4);
    json_decref(text);
}

static void what_is_no_base64_is_refused(void **state)
{
    struct plugin_call *c = *state;
    static const char *const bad[] = {
        "Z", "Zg", "Zg=", "Z???", "====", "Zg==Zg=", "\xc3\xa9\xc3\xa9"};
    const void *data;
    size_t size;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        json_t *blob = c->ctx.host->tagged_new(SLRUN_TAG_BINARY, json_string(bad[i]));
        assert_int_equal(c->ctx.host->blob_get(&c->ctx, blob, &data, &size), -1);
        assert_int_equal(c->error.kind, SLRUN_E_USAGE);
        json_decref(blob);
    }
    json_t *number = json_integer(1), *map = c->ctx.host->tagged_new("map", json_object());
    assert_int_equal(c->ctx.host->blob_get(&c->ctx, number, &data, &size), -1);
    assert_int_equal(c->ctx.host->blob_get(&c->ctx, map, &data, &size), -1);
    json_decref(number);
    json_decref(map);
}

static void what_is_too_large_says_so(void **state)
{
    struct plugin_call *c = *state;
    enum { BYTES = 18 << 20 };
    const void *data;
    size_t size;
    char *bytes = calloc(1, BYTES);
    assert_non_null(bytes);
    json_t *blob = c->ctx.host->blob_new(bytes, BYTES);
    assert_int_equal(c->ctx.host->blob_get(&c->ctx, blob, &data, &size), -1);
    assert_int_equal(c->error.kind, SLRUN_E_TOO_LARGE);
    assert_string_equal(c->error.message,
                        "a binary value of 18 MiB does not fit: an operation holds 64 MiB in all");
    assert_non_null(strstr(c->error.hint, "a file may be of any size"));
    json_decref(blob);
    free(bytes);
}

static void only_the_exact_form_is_tagged(void **state)
{
    (void)state;
    static const char *const plain[] = {
        "{}",
        "[]",
        "1",
        "{\"$slrun\": \"a\"}",
        "{\"$slrun\": 1, \"value\": 1}",
        "{\"$slrun\": \"a\", \"value\": 1, \"more\": 1}",
        "{\"$slrun\": \"a\", \"Value\": 1}",
    };
    json_t *value = NULL;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        json_t *json = json_loads(plain[i], JSON_DECODE_ANY, NULL);
        assert_non_null(json);
        assert_null(host_table()->tagged_get(json, &value));
        json_decref(json);
    }
    assert_null(host_table()->tagged_new("a", NULL));
    assert_null(host_table()->tagged_get(NULL, &value));
}

/* What host->body() makes of a value; NULL: it refuses. */
static const struct slrun_body *body_of(struct plugin_call *c, const char *text)
{
    json_t *json = json_loads(text, JSON_DECODE_ANY, NULL);
    assert_non_null(json);
    int rc = c->ctx.host->body(&c->ctx, &c->request, json);
    json_decref(json); /* the body must not need it any more */
    return rc == 0 ? &c->request.body : NULL;
}

static void a_body_is_bytes_or_a_file(void **state)
{
    struct plugin_call *c = *state;
    const struct slrun_body *body = body_of(c, "\"text\"");
    assert_int_equal(body->kind, SLRUN_BODY_BYTES);
    assert_int_equal(body->size, 4);
    assert_memory_equal(body->data, "text", 4);
    body = body_of(c, "{\"$slrun\": \"binary\", \"value\": \"AAE=\"}");
    assert_int_equal(body->size, 2);
    assert_memory_equal(body->data, "\0\1", 2);
    body = body_of(c, "{\"$slrun\": \"file\", \"value\": [\"/x\"]}");
    assert_int_equal(body->kind, SLRUN_BODY_FILE);
    assert_string_equal(body->path, "/x");
    assert_true(body->offset == 0 && body->size == SLRUN_SIZE_REST);
    body = body_of(c, "{\"$slrun\": \"file\", \"value\": [\"/x\", 5, 0]}");
    assert_true(body->offset == 5 && body->size == 0);
    static const char *const bad[] = {"1",
                                      "[]",
                                      "{\"$slrun\": \"set\", \"value\": \"\"}",
                                      "{\"$slrun\": \"file\", \"value\": []}",
                                      "{\"$slrun\": \"file\", \"value\": [\"\"]}",
                                      "{\"$slrun\": \"file\", \"value\": [\"/x\", -1]}",
                                      "{\"$slrun\": \"file\", \"value\": [\"/x\", 0, \"1\"]}",
                                      "{\"$slrun\": \"file\", \"value\": [\"/x\", 0, 1, 2]}"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        c->error = (struct slrun_error){0};
        assert_null(body_of(c, bad[i]));
        assert_int_equal(c->error.kind, SLRUN_E_USAGE);
    }
}

/* ---- files ---- */

static void a_file_that_cannot_be_read_is_told_with_its_path(void **state)
{
    struct plugin_call *c = *state;
    char path[] = "/tmp/slrun-host-XXXXXX";
    size_t size;
    int fd = mkstemp(path);
    assert_true(fd >= 0 && write(fd, "abc", 3) == 3);
    char *data = c->ctx.host->file_read(path, 3, &size, &c->error);
    assert_string_equal(data, "abc");
    free(data);
    assert_null(c->ctx.host->file_read(path, 2, &size, &c->error));
    assert_int_equal(c->error.kind, SLRUN_E_TOO_LARGE);
    assert_non_null(strstr(c->error.message, path));
    close(fd);
    unlink(path);
    c->error = (struct slrun_error){0};
    assert_null(c->ctx.host->file_read("/dev/zero", 2, &size, &c->error));
    assert_int_equal(c->error.kind, SLRUN_E_IO);
    assert_string_equal(c->error.message, "/dev/zero: it is no regular file");
}

/* ---- YAML ---- */

static void yaml(void **state, const char *text, const char *wanted)
{
    struct plugin_call *c = *state;
    json_t *value = c->ctx.host->yaml_read(text, strlen(text), &c->error);
    char *got = value ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS) : NULL;
    assert_string_equal(got ? got : c->error.message, wanted);
    assert_int_equal(value == NULL, c->error.kind == SLRUN_E_USAGE);
    free(got);
    json_decref(value);
    error_clear(&c->error);
}

static void yaml_is_read_by_the_core_schema(void **state)
{
    yaml(state, "a: [1, 1.5, -2, '3', 3.0.1, true, null, ~, '', no, 0x1f]\nb: {c: d}\n",
         "{\"a\":[1,1.5,-2,\"3\",\"3.0.1\",true,null,null,\"\",\"no\",\"0x1f\"],"
         "\"b\":{\"c\":\"d\"}}");
    yaml(state, "a: &x {k: 1}\nb: *x\n'200': e\n",
         "{\"200\":\"e\",\"a\":{\"k\":1},\"b\":{\"k\":1}}");
    yaml(state, "a: 1\na: 2\n", "{\"a\":2}");
    yaml(state, "", "null");
}

static void what_is_no_yaml_says_where(void **state)
{
    yaml(state, "a: 1\nb: ]\n", "YAML:2: did not find expected node content");
    yaml(state, "? [a]\n: 1\n", "YAML:1: a key must be a word");
    yaml(state, "a: &a [*a]\n", "YAML:1: too deep");
}

static void yaml_has_bounds(void **state)
{
    char deep[512] = "", wide[8192] = "a: &a [";
    memset(deep, '[', HOST_YAML_DEPTH_MAX);
    memset(deep + HOST_YAML_DEPTH_MAX, ']', HOST_YAML_DEPTH_MAX);
    struct plugin_call *c = *state;
    json_t *value = c->ctx.host->yaml_read(deep, strlen(deep), &c->error);
    assert_non_null(value);
    json_decref(value);
    memset(deep, '[', HOST_YAML_DEPTH_MAX + 2);
    memset(deep + HOST_YAML_DEPTH_MAX + 2, ']', HOST_YAML_DEPTH_MAX + 2);
    yaml(state, deep, "YAML:1: too deep");
    for (int i = 0; i < 1000; i++)
        strcat(wide, "1,");
    strcat(wide, "]\nb: [");
    for (int i = 0; i < 200; i++)
        strcat(wide, "*a,");
    strcat(wide, "]\n");
    yaml(state, wide, "YAML:1: too many values");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, plugin_call_setup, plugin_call_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(table_is_whole),
        TEST(memory_is_zeroed_and_bounded),
        TEST(fail_fills_the_error_and_returns_minus_one),
        TEST(headers_are_copied),
        TEST(hundred_headers_and_no_more),
        TEST(headers_hold_no_control_characters),
        TEST(header_get_ignores_case_and_takes_the_first),
        TEST(bytes_become_base64_and_come_back),
        TEST(text_is_its_bytes),
        TEST(what_is_no_base64_is_refused),
        TEST(what_is_too_large_says_so),
        TEST(only_the_exact_form_is_tagged),
        TEST(a_body_is_bytes_or_a_file),
        TEST(a_file_that_cannot_be_read_is_told_with_its_path),
        TEST(yaml_is_read_by_the_core_schema),
        TEST(what_is_no_yaml_says_where),
        TEST(yaml_has_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
