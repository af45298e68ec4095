/* SPDX-License-Identifier: Apache-2.0 */
/* Answers: results from headers, bytes and XML, and errors. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "client/body.h"
#include "client/call.h"
#include "client/text.h"
#include "client/time.h"
#include "client/wire.h"
#include "client/xml.h"

/* ---- errors ---- */

static const char *reason(int status)
{
    static const struct {
        int status;
        const char *text;
    } reasons[] = {
        {301, "Moved Permanently"},  {304, "Not Modified"},        {307, "Temporary Redirect"},
        {400, "Bad Request"},        {403, "Forbidden"},           {404, "Not Found"},
        {405, "Method Not Allowed"}, {412, "Precondition Failed"}, {416, "Range Not Satisfiable"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return reasons[i].text;
    return "the service gave no reason";
}

static const char *hint(const char *code)
{
    static const struct {
        const char *code, *text;
    } hints[] = {
        {"BucketNotEmpty", "t:own(s3.prefix { Bucket = name, Prefix = \"\" }) empties it first"},
    };
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (strcmp(hints[i].code, code) == 0)
            return hints[i].text;
    return "";
}

static const char *text_of(const struct slrun_xml *error, const char *name)
{
    const struct slrun_xml *node = error != NULL ? s3_xml_find(error, name) : NULL;
    return node != NULL ? node->text : "";
}

static json_t *detail_of(const struct slrun_xml *error)
{
    json_t *detail = json_object();
    for (const struct slrun_xml *n = error->first; detail != NULL && n != NULL; n = n->next)
        json_object_set_new(detail, n->name, json_string(n->text));
    return detail;
}

static json_t *fail(struct slrun_ctx *ctx, int status, const struct slrun_xml *error)
{
    struct slrun_error *e = ctx->error;
    const char *code = text_of(error, "Code"), *message = text_of(error, "Message");
    ctx->host->fail(ctx, SLRUN_E_SERVICE, "%s", *message != '\0' ? message : reason(status));
    e->status = status;
    if (*code != '\0')
        snprintf(e->code, sizeof e->code, "%s", code);
    else
        snprintf(e->code, sizeof e->code, "%d", status);
    snprintf(e->hint, sizeof e->hint, "%s", hint(e->code));
    json_decref(e->detail);
    e->detail = error != NULL ? detail_of(error) : NULL;
    return NULL;
}

/* HEAD and 304 have no body, and what a proxy says is no XML: the status is then all there is. */
static json_t *refused(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    const struct slrun_xml *root =
        resp->size > 0 ? ctx->host->xml_read(ctx, resp->body, resp->size) : NULL;
    if (root != NULL && strcmp(root->name, "ErrorResponse") == 0)
        root = s3_xml_find(root, "Error"); /* as other services nest it */
    if (root == NULL || strcmp(root->name, "Error") != 0)
        root = NULL;
    return fail(ctx, resp->status, root);
}

/* ---- results ---- */

struct reading {
    struct slrun_ctx *ctx;
    const struct s3_call *call;
    const struct slrun_response *resp;
    const struct slrun_xml *root; /* of the body, or NULL */
};

/* x-amz-meta-NAME: names come in any case and are told in lower case. */
static json_t *metadata(const struct slrun_response *resp, const char *prefix)
{
    json_t *map = json_object();
    size_t size = strlen(prefix);
    for (size_t i = 0; map != NULL && i < resp->n_headers; i++) {
        char name[256];
        if (strncasecmp(resp->headers[i].name, prefix, size) != 0 ||
            strlen(resp->headers[i].name + size) >= sizeof name)
            continue;
        size_t n = 0;
        for (const char *at = resp->headers[i].name + size; *at != '\0'; at++)
            name[n++] = (char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
        name[n] = '\0';
        json_object_set_new(map, name, json_string(resp->headers[i].value));
    }
    return map;
}

/* A date in a header is the author's text (Expires): one that is none is left out, as boto3 does.
 */
static json_t *from_header(const struct reading *r, size_t i)
{
    enum slrun_type type = r->ctx->op->result[i].shape.type;
    const char *text =
        r->ctx->host->header_get(r->resp->headers, r->resp->n_headers, r->call->output[i].name);
    if (text == NULL)
        return NULL;
    return type == SLRUN_TIMESTAMP ? s3_time_read(text) : s3_scalar(r->ctx, type, text);
}

static json_t *from_payload(const struct reading *r, size_t i)
{
    const struct slrun_param *param = &r->ctx->op->result[i];
    switch (param->shape.type) {
    case SLRUN_STRUCTURE:
        return r->root == NULL ? json_object()
                               : s3_xml_members(r->ctx, r->root, param->shape.members,
                                                r->call->output[i].members);
    case SLRUN_BLOB:
        return r->ctx->request != NULL && r->ctx->request->sink.path != NULL
                   ? NULL
                   : r->ctx->host->blob_new(r->resp->body, r->resp->size);
    default:
        return json_stringn(r->resp->body, r->resp->size);
    }
}

static json_t *from_answer(const struct reading *r, size_t i)
{
    switch (r->call->output[i].place) {
    case S3_HEADER:
        return from_header(r, i);
    case S3_META:
        return metadata(r->resp, r->call->output[i].name);
    case S3_PAYLOAD:
        return from_payload(r, i);
    case S3_ELEMENT:
        return (r->call->flags & S3_BARE) != 0 && r->root != NULL && *r->root->text != '\0'
                   ? json_string(r->root->text)
                   : NULL;
    default:
        return NULL;
    }
}

/* Elements first, then what stands elsewhere. */
static json_t *result_of(const struct reading *r)
{
    const struct slrun_param *params = r->ctx->op->result;
    json_t *result =
        r->root != NULL ? s3_xml_members(r->ctx, r->root, params, r->call->output) : json_object();
    for (size_t i = 0; result != NULL && params[i].name != NULL; i++) {
        json_t *value = from_answer(r, i);
        bool failed = value == NULL && r->ctx->error->kind != SLRUN_E_NONE;
        if (failed || (value != NULL && json_object_set_new(result, params[i].name, value) != 0)) {
            json_decref(result);
            result = NULL;
        }
    }
    return result;
}

/* ---- encoding-type=url ---- */

static bool is_encoded(const char *name)
{
    static const char *const names[] = {"Key",       "Prefix",     "Delimiter",     "Marker",
                                        "KeyMarker", "NextMarker", "NextKeyMarker", "StartAfter"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static int decode(struct slrun_ctx *ctx, json_t *object)
{
    const char *name;
    json_t *value;
    json_object_foreach (object, name, value) {
        size_t i;
        json_t *item;
        json_array_foreach (value, i, item)
            if (decode(ctx, item) != 0)
                return -1;
        if (!json_is_string(value) || !is_encoded(name))
            continue;
        struct s3_text text = {.ctx = ctx};
        s3_add_decoded(&text, json_string_value(value), json_string_length(value));
        const char *plain = text.at != NULL ? text.at : "";
        if (text.failed || json_string_setn(value, plain, text.size) != 0) {
            return text.failed ? s3_no_memory(ctx)
                               : ctx->host->fail(ctx, SLRUN_E_PROTOCOL,
                                                 "a key in the answer is not UTF-8: %.100s",
                                                 json_string_value(value));
        }
    }
    return 0;
}

static json_t *decoded(struct slrun_ctx *ctx, json_t *result)
{
    const char *encoding = json_string_value(json_object_get(result, "EncodingType"));
    bool failed = encoding != NULL && strcmp(encoding, "url") == 0 && decode(ctx, result) != 0;
    if (failed) {
        json_decref(result);
        return NULL;
    }
    json_object_del(result, "EncodingType");
    return result;
}

/* ---- the whole ---- */

/* Whether the body is XML: all but bytes and a policy's text. */
static bool has_document(const struct slrun_ctx *ctx, const struct s3_call *call)
{
    const struct slrun_param *params = ctx->op->result;
    bool document = false;
    for (size_t i = 0; params[i].name != NULL; i++) {
        enum s3_place place = call->output[i].place;
        if (place == S3_PAYLOAD)
            return params[i].shape.type == SLRUN_STRUCTURE;
        document = document || place == S3_ELEMENT;
    }
    return document;
}

/* Whether the body is an object's. */
static bool has_bytes(const struct slrun_ctx *ctx, const struct s3_call *call)
{
    const struct slrun_param *params = ctx->op->result;
    size_t i = 0;
    while (params[i].name != NULL &&
           !(call->output[i].place == S3_PAYLOAD && params[i].shape.type == SLRUN_BLOB))
        i++;
    return params[i].name != NULL;
}

json_t *s3_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    struct reading r = {.ctx = ctx, .call = s3_call_find(ctx->op->name), .resp = resp};
    if (resp->status < 200 || resp->status > 299)
        return refused(ctx, resp);
    if (has_document(ctx, r.call) && resp->size > 0) {
        r.root = ctx->host->xml_read(ctx, resp->body, resp->size);
        if (r.root == NULL)
            return NULL;
        if (strcmp(r.root->name, "Error") == 0)
            return fail(ctx, 500, r.root);
    } else if (has_bytes(ctx, r.call) && s3_check_body(ctx, resp) != 0) {
        return NULL;
    }
    json_t *result = result_of(&r);
    if (result == NULL && ctx->error->kind == SLRUN_E_NONE)
        s3_no_memory(ctx);
    return result != NULL && (r.call->flags & S3_URL_ENCODING) != 0 ? decoded(ctx, result) : result;
}
