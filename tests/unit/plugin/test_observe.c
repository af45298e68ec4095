/* SPDX-License-Identifier: Apache-2.0 */
/* What an observer is told of a call, and what of that becomes JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/error.h"
#include "plugin/call_text.h"

static const struct slrun_param inner[] = {
    {"Password", {.type = SLRUN_STRING}, SLRUN_SECRET, "Hidden."},
    {"User", {.type = SLRUN_STRING}, 0, "Shown."},
    {0},
};

static const struct slrun_param params[] = {
    {"Name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Of the thing."},
    {"Data", {.type = SLRUN_BLOB}, SLRUN_REQUIRED, "Its bytes."},
    {"Login", {.type = SLRUN_STRUCTURE, .members = inner}, SLRUN_REQUIRED, "Who."},
    {"Pin", {.type = SLRUN_STRING}, SLRUN_REQUIRED | SLRUN_SECRET, "Hidden."},
    {"Note", {.type = SLRUN_STRING}, 0, "Not needed."},
    {0},
};

static const struct slrun_param result_params[] = {
    {"Token", {.type = SLRUN_STRING}, SLRUN_SECRET, "Hidden."},
    {0},
};

static const struct slrun_op op = {
    .name = "do_it", .api = "DoIt", .params = params, .result = result_params};
static const struct plugin plugin = {.entry = {.name = "svc"}};

struct told {
    struct call_observer observer; /* first */
    int begun, ended;
    size_t body_max;
    json_t *call;
    struct mask mask;
    struct slrun_arena *arena;
};

static void *begins(struct call_observer *observer, const struct call_begin *begin)
{
    struct told *told = (struct told *)observer;
    told->begun++;
    assert_string_equal(begin->op->name, "do_it");
    return told;
}

/* What a worker has told is the same text. */
static void text_again(const struct buf *text, const struct call_text *call)
{
    const char *begins = text->data + text->len - call->size;
    struct buf made = BUF_INIT(1 << 16), again = BUF_INIT(1 << 16);
    struct call_text told;
    assert_true(call_copy_put_text(&made, begins, call->size, call->brief));
    assert_true(call_text_put(&again, &told, &(struct call_copy){made.data, made.len}));
    assert_string_equal(buf_str(&again), begins);
    assert_int_equal(told.size, call->size);
    assert_int_equal(told.brief, call->brief);
    buf_free(&made);
    buf_free(&again);
}

static void ended(struct call_observer *observer, const struct call_record *record)
{
    struct told *told = (struct told *)observer;
    told->ended++;
    assert_ptr_equal(record->noted, told);
    if (!record->detailed)
        return;
    struct buf made = BUF_INIT(1 << 16), text = BUF_INIT(1 << 16);
    struct call_text call;
    assert_true(
        call_copy_put(&made, record, &(struct call_copy_options){&told->mask, told->body_max}));
    char *moved = malloc(made.len); /* nothing in it depends on its place */
    const struct call_copy copy = {memcpy(moved, made.data, made.len), made.len};
    memset(made.data, 'x', made.len);
    told->call = call_text_read(&copy);
    assert_non_null(told->call);
    buf_puts(&text, "before ");
    assert_true(call_text_put(&text, &call, &copy));
    assert_int_equal(text.len, strlen("before ") + call.size);
    assert_memory_equal(text.data + strlen("before ") + call.brief,
                        told->body_max ? ",\"request\":" : "}", told->body_max ? 11 : 1);
    text_again(&text, &call);
    free(moved);
    buf_free(&made);
    buf_free(&text);
}

static const char arguments[] =
    "{\"Name\":\"n1\",\"Data\":{\"$slrun\":\"binary\",\"value\":\"AAECAwQF\"},"
    "\"Login\":{\"Password\":\"hunter22\",\"User\":\"ada\"},\"Pin\":\"998877\",\"Note\":\"x\"}";

static struct call_watch begin(struct told *told)
{
    struct call_watch watch = {0};
    json_t *args = json_loads(arguments, 0, NULL);
    told->observer.begins = begins;
    told->observer.ended = ended;
    told->arena = arena_new(1 << 16);
    observe_begin(&watch, &told->observer,
                  &(struct call_begin){.arena = told->arena,
                                       .plugin = &plugin,
                                       .op = &op,
                                       .region = "eu-west-1",
                                       .args = args});
    json_decref(args);
    return watch;
}

static struct slrun_header request_headers[] = {{"Authorization", "AWS4-HMAC-SHA256 x"},
                                                {"X-Note", "hunter22"}};
static const struct slrun_header answer_headers[] = {{"X-Amzn-RequestId", "id-2"},
                                                     {"Set-Cookie", "session=1"}};

static const struct slrun_request request = {
    .method = "POST",
    .target = "/x?X-Amz-Signature=00ff",
    .headers = request_headers,
    .n_headers = 2,
    .body = {.kind = SLRUN_BODY_BYTES, .data = "pw=hunter22&pin=998877", .size = 22}};

static void finish(struct told *told, struct call_watch *watch, struct call_record record)
{
    record.plugin = &plugin;
    record.op = &op;
    record.region = "eu-west-1";
    record.base = "http://me:pw@host:80";
    record.request = &request;
    observe_end(watch, &record);
    observe_end(watch, &record); /* told once */
    observe_free(watch);
    arena_free(told->arena);
    assert_int_equal(told->ended, 1);
    mask_free(&told->mask);
}

static const char *text(const json_t *call, const char *path, const char *name)
{
    return json_string_value(json_object_get(json_object_get(call, path), name));
}

static void tries_and_masks(void **state)
{
    (void)state;
    struct told told = {.observer.details = true, .body_max = 1000};
    struct call_watch watch = begin(&told);
    struct slrun_error error = {0};
    error_set(&error, SLRUN_E_SERVICE, "slow");
    strcpy(error.code, "SlowDown");
    observe_queued(&watch);
    observe_sent(&watch);
    observe_answered(&watch, &(struct slrun_response){.status = 503, .body = ""}, &error);
    observe_queued(&watch);
    observe_sent(&watch);
    struct slrun_response response = {.status = 200,
                                      .headers = answer_headers,
                                      .n_headers = 2,
                                      .body = "{\"Token\":\"tok-tok-tok\"}",
                                      .size = 23};
    observe_answered(&watch, &response, NULL);
    json_t *result = json_pack("{s:s}", "Token", "tok-tok-tok");
    finish(&told, &watch, (struct call_record){.result = result, .response = &response});
    json_decref(result);

    json_t *call = told.call, *tries = json_object_get(call, "tries");
    assert_int_equal(json_array_size(tries), 2);
    json_t *first = json_array_get(tries, 0), *last = json_array_get(tries, 1);
    assert_int_equal(json_integer_value(json_object_get(first, "status")), 503);
    assert_string_equal(json_string_value(json_object_get(first, "code")), "SlowDown");
    assert_int_equal(json_integer_value(json_object_get(last, "status")), 200);
    assert_string_equal(json_string_value(json_object_get(last, "request_id")), "id-2");
    assert_string_equal(json_string_value(json_object_get(last, "code")), "");
    assert_string_equal(text(call, "parameters", "Name"), "n1");
    assert_string_equal(text(call, "parameters", "Data"), "<6 bytes>");
    assert_null(text(call, "parameters", "Pin"));
    assert_null(text(call, "parameters", "Note"));
    assert_string_equal(text(call, "request", "url"), "http://***@host:80/x?X-Amz-Signature=***");
    assert_string_equal(text(call, "request", "body"), "pw=***&pin=***");
    assert_string_equal(text(call, "response", "body"), "{\"Token\":\"***\"}");
    char *dump = json_dumps(call, 0);
    assert_null(strstr(dump, "hunter22"));
    assert_null(strstr(dump, "998877"));
    assert_null(strstr(dump, "tok-tok"));
    assert_null(strstr(dump, "AWS4"));
    assert_null(strstr(dump, "session=1"));
    assert_non_null(strstr(dump, "ada"));
    free(dump);
    json_decref(call);
}

static void given_up_in_flight(void **state)
{
    (void)state;
    struct told told = {.observer.details = true};
    struct call_watch watch = begin(&told);
    observe_queued(&watch);
    observe_sent(&watch);
    finish(&told, &watch, (struct call_record){.cancelled = true});
    json_t *tries = json_object_get(told.call, "tries");
    assert_int_equal(json_array_size(tries), 1);
    assert_string_equal(json_string_value(json_object_get(json_array_get(tries, 0), "code")),
                        "cancelled");
    assert_true(json_is_true(json_object_get(told.call, "cancelled")));
    assert_null(json_object_get(told.call, "request"));
    json_decref(told.call);
}

static void without_details(void **state)
{
    (void)state;
    struct told told = {.observer.details = false};
    struct call_watch watch = begin(&told);
    assert_null(watch.details);
    observe_sent(&watch);
    finish(&told, &watch, (struct call_record){0});
    assert_int_equal(told.begun, 1);
    assert_null(told.call);
}

static void more_tries_than_are_kept(void **state)
{
    (void)state;
    struct told told = {.observer.details = true};
    struct call_watch watch = begin(&told);
    for (int i = 0; i < CALL_TRIES_KEPT + 3; i++)
        observe_answered(&watch, NULL, NULL);
    finish(&told, &watch, (struct call_record){0});
    assert_int_equal(json_array_size(json_object_get(told.call, "tries")), CALL_TRIES_KEPT);
    assert_int_equal(json_integer_value(json_object_get(told.call, "more_tries")), 3);
    json_decref(told.call);
}

/* One of four characters would blank out half of a text: nothing that may hold it is shown. */
static void a_short_secret(void **state)
{
    (void)state;
    struct told told = {.observer.details = true, .body_max = 1000};
    struct call_watch watch = {0};
    json_t *args =
        json_loads("{\"Name\":\"n1\",\"Pin\":\"9988\",\"Login\":{\"Password\":\"pw1\"}}", 0, NULL);
    told.observer.begins = begins;
    told.observer.ended = ended;
    told.arena = arena_new(1 << 16);
    observe_begin(
        &watch, &told.observer,
        &(struct call_begin){
            .arena = told.arena, .plugin = &plugin, .op = &op, .region = "", .args = args});
    json_decref(args);
    observe_answered(&watch, NULL, NULL);
    struct slrun_error error = {0};
    error_set(&error, SLRUN_E_SERVICE, "wrong: 9988");
    finish(&told, &watch, (struct call_record){.error = &error});
    char *dump = json_dumps(told.call, 0);
    assert_null(strstr(dump, "9988"));
    assert_null(strstr(dump, "pw1"));
    assert_non_null(strstr(dump, "n1"));
    assert_true(json_is_true(json_object_get(json_object_get(told.call, "request"), "hidden")));
    free(dump);
    json_decref(told.call);
}

static json_t *body_of(const void *data, size_t size, size_t body_max)
{
    struct told told = {.observer.details = true, .body_max = body_max};
    struct call_watch watch = begin(&told);
    struct slrun_response response = {.status = 200, .body = data, .size = size};
    observe_answered(&watch, &response, NULL);
    finish(&told, &watch, (struct call_record){.response = &response});
    json_t *body = json_incref(json_object_get(told.call, "response"));
    json_decref(told.call);
    return body;
}

static void bodies(void **state)
{
    (void)state;
    json_t *body = body_of("a\0b", 3, 100);
    assert_string_equal(json_string_value(json_object_get(body, "body")), "YQBi");
    assert_string_equal(json_string_value(json_object_get(body, "encoding")), "base64");
    json_decref(body);
    body = body_of("ab\xc3\xa9gh", 6, 3); /* the cut is in the middle of a character */
    assert_string_equal(json_string_value(json_object_get(body, "body")), "ab");
    assert_true(json_is_true(json_object_get(body, "cut")));
    assert_int_equal(json_integer_value(json_object_get(body, "size")), 6);
    json_decref(body);
    body = body_of("", 0, 3);
    assert_null(json_object_get(body, "body"));
    json_decref(body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tries_and_masks), cmocka_unit_test(given_up_in_flight),
        cmocka_unit_test(without_details), cmocka_unit_test(more_tries_than_are_kept),
        cmocka_unit_test(a_short_secret),  cmocka_unit_test(bodies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
