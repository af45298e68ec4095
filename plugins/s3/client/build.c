/* SPDX-License-Identifier: Apache-2.0 */
/* Requests: each argument goes where the tables say. */
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "client/body.h"
#include "client/call.h"
#include "client/ops.h"
#include "client/text.h"
#include "client/wire.h"
#include "client/xml.h"

#define MD5_SUFFIX "-MD5"
enum { MD5_BYTES = 16 };

const struct slrun_service s3_service = {
    .signing_name = "s3",
    .endpoint_prefix = "s3",
    .iam_prefix = "s3",
    .grants = s3_grants,
};

static int compare_names(const void *name, const void *call)
{
    return strcmp(name, ((const struct s3_call *)call)->name);
}

const struct s3_call *s3_call_find(const char *op)
{
    return bsearch(op, s3_calls, S3_OPS, sizeof *s3_calls, compare_names);
}

/* One request in the making. */
struct making {
    struct slrun_ctx *ctx;
    const struct s3_call *call;
    const json_t *args;
    struct slrun_request *req;
    struct s3_text target;
};

/* ---- path and query ---- */

/* A label stands by itself between slashes, so an empty one would name something else: GET
 * /bucket/ lists the bucket. */
static int add_label(struct making *m, const char *name, bool greedy)
{
    const json_t *value = json_object_get(m->args, name);
    if (json_string_length(value) == 0)
        return m->ctx->host->fail(m->ctx, SLRUN_E_USAGE, "%s: %s is empty", m->ctx->op->name, name);
    s3_add_encoded(&m->target, json_string_value(value), json_string_length(value),
                   greedy ? "/" : "");
    return 0;
}

/* "/{Bucket}/{Key+}": the plus says that slashes are kept. */
static int add_path(struct making *m)
{
    for (const char *at = m->call->path; *at != '\0';) {
        if (*at != '{') {
            s3_addc(&m->target, *at++);
            continue;
        }
        char name[32] = "";
        size_t size = strcspn(at, "}") - 1;
        bool greedy = at[size] == '+';
        if (size - greedy >= sizeof name)
            return s3_no_memory(m->ctx);
        memcpy(name, at + 1, size - greedy);
        if (add_label(m, name, greedy) != 0)
            return -1;
        at += size + 2;
    }
    return 0;
}

static void begin_parameter(struct making *m, const char *name)
{
    bool first = m->target.at == NULL || memchr(m->target.at, '?', m->target.size) == NULL;
    s3_addc(&m->target, first ? '?' : '&');
    s3_adds(&m->target, name);
}

static int add_parameter(struct making *m, size_t i, const json_t *value)
{
    const struct s3_wire *wire = &m->call->input[i];
    struct s3_text text = {.ctx = m->ctx};
    if (s3_add_scalar(&text, m->ctx->op->params[i].shape.type, wire->form, value) != 0)
        return -1;
    begin_parameter(m, wire->name);
    s3_addc(&m->target, '=');
    s3_add_encoded(&m->target, text.at, text.size, "");
    m->target.failed = m->target.failed || text.failed;
    return 0;
}

/* ---- headers ---- */

static int add_header(struct making *m, const char *name, const struct s3_text *text)
{
    if (text->failed)
        return s3_no_memory(m->ctx);
    const char *value = text->at != NULL ? text->at : "";
    if (strlen(value) != text->size)
        return m->ctx->host->fail(m->ctx, SLRUN_E_USAGE, "header %s cannot hold a NUL", name);
    return m->ctx->host->header(m->ctx, m->req, name, value);
}

/* A key of SSE-C and its MD5, by which S3 sees that the key came whole. */
static int add_key(struct making *m, const char *name, const json_t *value)
{
    const void *key;
    size_t size;
    unsigned char md5[EVP_MAX_MD_SIZE];
    struct s3_text text = {.ctx = m->ctx}, sum = {.ctx = m->ctx}, sum_name = {.ctx = m->ctx};
    if (m->ctx->host->blob_get(m->ctx, value, &key, &size) != 0)
        return -1;
    if (EVP_Digest(key, size, md5, NULL, EVP_md5(), NULL) != 1)
        return m->ctx->host->fail(m->ctx, SLRUN_E_INTERNAL, "MD5 cannot be had");
    s3_add_base64(&text, key, size);
    s3_add_base64(&sum, md5, MD5_BYTES);
    s3_adds(&sum_name, name);
    s3_adds(&sum_name, MD5_SUFFIX);
    if (sum_name.failed || add_header(m, name, &text) != 0)
        return sum_name.failed ? s3_no_memory(m->ctx) : -1;
    return add_header(m, sum_name.at, &sum);
}

static void add_copy_text(struct s3_text *t, const char *text, size_t size)
{
    const char *version = strstr(text, "?versionId=");
    size_t path = version != NULL ? (size_t)(version - text) : size;
    s3_add_encoded(t, text, path, "/");
    s3_add(t, text + path, size - path);
}

/* "bucket/key" or "bucket/key?versionId=...", not encoded; or a table of the three. */
static int add_copy_source(struct making *m, const char *name, const json_t *value)
{
    static const struct {
        const char *member, *before;
    } parts[] = {{"Bucket", ""}, {"Key", "/"}, {"VersionId", "?versionId="}};
    struct s3_text text = {.ctx = m->ctx};
    size_t seen = 0;
    if (json_is_string(value)) {
        add_copy_text(&text, json_string_value(value), json_string_length(value));
        return add_header(m, name, &text);
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const json_t *part = json_object_get(value, parts[i].member);
        if (json_is_string(part)) {
            s3_adds(&text, parts[i].before);
            s3_add_encoded(&text, json_string_value(part), json_string_length(part), "/");
            seen++;
        } else if (i < 2 || part != NULL) {
            break;
        }
    }
    if (seen < 2 || json_object_size(value) != seen) {
        return m->ctx->host->fail(m->ctx, SLRUN_E_USAGE,
                                  "%s: CopySource is \"bucket/key\", or a table with Bucket, Key "
                                  "and VersionId (strings)",
                                  m->ctx->op->name);
    }
    return add_header(m, name, &text);
}

/* Lists are joined by commas. */
static int add_member_header(struct making *m, size_t i, const json_t *value)
{
    const struct s3_wire *wire = &m->call->input[i];
    const struct slrun_shape *shape = &m->ctx->op->params[i].shape;
    struct s3_text text = {.ctx = m->ctx};
    size_t n = shape->type == SLRUN_LIST ? json_array_size(value) : 1;
    if (wire->form == S3_KEY)
        return add_key(m, wire->name, value);
    if (wire->form == S3_COPY)
        return add_copy_source(m, wire->name, value);
    for (size_t k = 0; k < n; k++) {
        if (k > 0)
            s3_addc(&text, ',');
        bool list = shape->type == SLRUN_LIST;
        if (s3_add_scalar(&text, list ? shape->of->type : shape->type, wire->form,
                          list ? json_array_get(value, k) : value) != 0)
            return -1;
    }
    return n > 0 ? add_header(m, wire->name, &text) : 0;
}

static bool is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80)
        text++;
    return *text == '\0';
}

/* User Guide, "User-defined object metadata": US-ASCII where REST is spoken. */
static int add_metadata(struct making *m, const char *prefix, const json_t *map)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)map, name, value) {
        struct s3_text header = {.ctx = m->ctx};
        const char *text = json_string_value(value);
        if (text == NULL || !is_ascii(name) || !is_ascii(text) ||
            strlen(text) != json_string_length(value)) {
            return m->ctx->host->fail(m->ctx, SLRUN_E_USAGE,
                                      "%s: Metadata %.60s: names and values are ASCII strings",
                                      m->ctx->op->name, name);
        }
        s3_adds(&header, prefix);
        s3_adds(&header, name);
        if (header.failed || m->ctx->host->header(m->ctx, m->req, header.at, text) != 0)
            return header.failed ? s3_no_memory(m->ctx) : -1;
    }
    return 0;
}

/* ---- the whole ---- */

/* The plain object of a map that has been tagged since it looks like a tagged value. */
static const json_t *untagged(struct slrun_ctx *ctx, const json_t *value)
{
    json_t *inner;
    const char *tag = ctx->host->tagged_get(value, &inner);
    return tag != NULL && strcmp(tag, SLRUN_TAG_MAP) == 0 ? inner : value;
}

static int add_document(struct making *m, size_t i, const json_t *value)
{
    struct s3_text text = {.ctx = m->ctx};
    const struct slrun_param *param = &m->ctx->op->params[i];
    if (s3_xml_write(&text, param, &m->call->input[i], value) != 0)
        return -1;
    m->req->body =
        (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = text.at, .size = text.size};
    return 0;
}

static int place(struct making *m, size_t i, const json_t *value)
{
    const struct s3_wire *wire = &m->call->input[i];
    switch (wire->place) {
    case S3_QUERY:
        return add_parameter(m, i, value);
    case S3_HEADER:
        return add_member_header(m, i, value);
    case S3_META:
        return add_metadata(m, wire->name, untagged(m->ctx, value));
    case S3_PAYLOAD:
        return m->ctx->op->params[i].shape.type == SLRUN_STRUCTURE
                   ? add_document(m, i, value)
                   : m->ctx->host->body(m->ctx, m->req, value);
    case S3_SAVE_AS:
        m->req->sink.path = m->ctx->host->format(m->ctx, "%s", json_string_value(value));
        return m->req->sink.path != NULL ? 0 : s3_no_memory(m->ctx);
    default: /* labels are in the path already */
        return 0;
    }
}

int s3_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    struct making m = {.ctx = ctx,
                       .call = s3_call_find(ctx->op->name),
                       .args = args,
                       .req = req,
                       .target = {.ctx = ctx}};
    req->method = m.call->method;
    if (add_path(&m) != 0)
        return -1;
    if (m.call->query != NULL)
        begin_parameter(&m, m.call->query);
    if ((m.call->flags & S3_URL_ENCODING) != 0)
        begin_parameter(&m, "encoding-type=url");
    for (size_t i = 0; ctx->op->params[i].name != NULL; i++) {
        const json_t *value = json_object_get(args, ctx->op->params[i].name);
        if (value != NULL && place(&m, i, value) != 0)
            return -1;
    }
    if (m.target.failed)
        return s3_no_memory(ctx);
    req->target = m.target.at;
    return s3_body_checksums(ctx, m.call, args, req);
}
