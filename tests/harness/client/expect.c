/* SPDX-License-Identifier: Apache-2.0 */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "harness/cmocka_all.h"
#include "plugin/check.h"

static void open_call(struct call *call, const struct call_table *table, const char *op)
{
    if (call_open_in(call, table, op) != 0)
        fail_msg("there is no operation %s", op);
}

static json_t *read_json(const char *text)
{
    json_t *json = text ? json_loads(text, 0, NULL) : NULL;
    if (text && !json)
        fail_msg("no JSON: %s", text);
    return json;
}

/* Takes over the JSON. */
static void expect_text(json_t *json, const char *wanted)
{
    char *text = sorted_text(json);
    assert_non_null(text);
    assert_string_equal(text, wanted);
    free(text);
    json_decref(json);
}

static void expect_header(const struct slrun_request *req, const char *name, const char *wanted)
{
    const char *value = NULL;
    for (size_t i = 0; i < req->n_headers; i++)
        if (strcasecmp(req->headers[i].name, name) == 0)
            value = req->headers[i].value;
    if (wanted)
        assert_string_equal(value ? value : "", wanted);
}

void expect_request_in(const struct call_table *table, const char *op, const char *args,
                       const struct wanted_request *wanted)
{
    struct call call;
    struct slrun_request req;
    json_t *checked = read_json(args);
    open_call(&call, table, op);
    if (check_args(call.ctx.op, checked, &call.error) != 0 || call_build(&call, args, &req) != 0)
        fail_msg("%s: %s", op, call.error.message);
    expect_header(&req, "X-Amz-Target", wanted->target);
    expect_header(&req, "Content-Type", wanted->type);
    assert_int_equal(req.body.kind, SLRUN_BODY_BYTES);
    assert_int_equal(req.body.size, strlen(wanted->body));
    assert_memory_equal(req.body.data, wanted->body, strlen(wanted->body));
    json_decref(checked);
    call_close(&call);
}

void expect_result_in(const struct call_table *table, const char *op, const char *body,
                      const char *wanted)
{
    struct call call;
    open_call(&call, table, op);
    json_t *result = call_parse(&call, 200, body);
    if (!result)
        fail_msg("%s: %s", op, call.error.message);
    expect_text(result, wanted);
    call_close(&call);
}

void expect_error_in(const struct call_table *table, const char *op, const char *body,
                     const char *wanted)
{
    struct call call;
    char text[SLRUN_ERROR_CODE_MAX + SLRUN_ERROR_MESSAGE_MAX + 2];
    open_call(&call, table, op);
    assert_null(call_parse(&call, 400, body));
    assert_int_equal(call.error.kind, SLRUN_E_SERVICE);
    (void)snprintf(text, sizeof text, "%s: %s", call.error.code, call.error.message);
    assert_string_equal(text, wanted);
    call_close(&call);
}

static void expect_same(const char *text, const char *wanted)
{
    if (wanted)
        assert_string_equal(text ? text : "", wanted);
}

void expect_undo_in(const struct call_table *table, const char *op,
                    const struct wanted_undo *wanted)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *args = read_json(wanted->args), *result = read_json(wanted->result);
    open_call(&call, table, op);
    int made = call.ctx.op->undo(&call.ctx, args, result, &undo);
    assert_int_equal(made, wanted->undo ? 0 : 1);
    if (made == 0) {
        expect_same(undo.kind, wanted->kind);
        expect_same(undo.gone, wanted->gone);
        expect_same(undo.busy, wanted->busy);
        expect_same(undo.tags_op, wanted->tags_op);
        expect_same(undo.waiter, wanted->waiter);
        expect_text(json_pack("{s:s, s:s, s:o, s:o*}", "name", undo.name, "op", undo.op, "args",
                              undo.args, "by", undo.tags_args),
                    wanted->undo);
    }
    json_decref(args);
    json_decref(result);
    call_close(&call);
}

void expect_tags_in(const struct call_table *table, const char *op,
                    const struct wanted_tags *wanted)
{
    struct call call;
    json_t *tagged = read_json(wanted->args);
    json_t *tags = read_json(wanted->tags ? wanted->tags : "{\"run\":\"r\"}");
    open_call(&call, table, op);
    assert_int_equal(call.ctx.op->tag(&call.ctx, tagged, tags), 0);
    expect_text(tagged, wanted->tagged);
    json_decref(tags);
    call_close(&call);
}
