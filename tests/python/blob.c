/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A service for tests of the local cloud: it stands in for S3 and keeps one file.
 * PUT stores the body there piece by piece, GET sends it, HEAD says its size, POST echoes a body
 * that is collected, DELETE is refused by its head, PATCH says how often it was called.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <slrun/slrun.h>

enum { HEADERS_MAX = 20, TEXT_MAX = 4096 };

static const struct slrun_service service = {
    .signing_name = "s3", .endpoint_prefix = "s3", .iam_prefix = "s3"};
static const struct slrun_param no_params[] = {{0}};

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    (void)ctx, (void)args, (void)req;
    return 0;
}

static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    (void)ctx, (void)resp;
    return json_object();
}

static const struct slrun_op ops[] = {{.name = "get",
                                       .api = "Get",
                                       .doc = "Nothing.",
                                       .params = no_params,
                                       .build = build,
                                       .parse = parse}};

/* ---- the local half ---- */

struct blob {
    const struct slrun_cloud *cloud;
    FILE *kept;
    uint64_t size;
    unsigned begun, dropped, served;
};

struct upload {
    FILE *file;
    uint64_t size;
};

static int open_blob(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct blob *b = calloc(1, sizeof *b);
    (void)error;
    if (b)
        b->cloud = cloud;
    *state = b;
    return b ? 0 : -1;
}

static void forget(struct blob *b)
{
    if (b->kept)
        fclose(b->kept);
    b->kept = NULL;
    b->size = 0;
}

static void close_blob(void *state)
{
    forget(state);
    free(state);
}

static void reset_blob(void *state)
{
    forget(state);
}

static void answer(const struct blob *b, struct slrun_exchange *x, int status)
{
    char text[TEXT_MAX];
    const char *secret = NULL;
    int known = x->access_key ? b->cloud->secret_key(b->cloud, x->access_key, &secret) : 2;
    /* botocore takes a 200 that is no XML for a failure */
    int n = snprintf(text, sizeof text, "<Says><![CDATA[%s %s key=%s known=%d region=%s kept=%llu",
                     x->method, x->target, x->access_key ? x->access_key : "-", known, x->region,
                     (unsigned long long)b->size);
    for (size_t i = 0; i < x->n_trailers && n < TEXT_MAX / 2; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, " %s=%s", x->trailers[i].name,
                      x->trailers[i].value);
    snprintf(text + n, sizeof text - (size_t)n, "]]></Says>");
    struct slrun_reply reply = {.status = status, .content_type = "application/xml"};
    reply.body = x->size ? x->body : text;
    reply.size = x->size ? x->size : strlen(text);
    b->cloud->reply(x, &reply);
}

static int begin(void *state, struct slrun_exchange *x)
{
    struct blob *b = state;
    b->begun++;
    if (!strcmp(x->method, "DELETE")) {
        answer(b, x, 403);
        return -1;
    }
    if (strcmp(x->method, "PUT") != 0)
        return 0;
    struct upload *u = calloc(1, sizeof *u);
    if (!u)
        return 0;
    u->file = tmpfile();
    x->service = u;
    return 1;
}

static void data(void *state, struct slrun_exchange *x, const void *bytes, size_t size)
{
    struct upload *u = x->service;
    (void)state;
    if (u->file && fwrite(bytes, 1, size, u->file) == size)
        u->size += size;
}

static void dropped(void *state, struct slrun_exchange *x)
{
    struct blob *b = state;
    struct upload *u = x->service;
    b->dropped++;
    if (u->file)
        fclose(u->file);
    free(u);
}

static void keep(struct blob *b, struct upload *u)
{
    forget(b);
    b->kept = u->file;
    b->size = u->size;
    if (b->kept)
        fflush(b->kept);
    free(u);
}

static void count(const struct blob *b, struct slrun_exchange *x)
{
    char text[TEXT_MAX];
    int n = snprintf(text, sizeof text, "begun=%u dropped=%u served=%u", b->begun, b->dropped,
                     b->served);
    b->cloud->reply(x, &(struct slrun_reply){.status = 200, .body = text, .size = (size_t)n});
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct blob *b = state;
    const struct slrun_header etag = {"ETag", "\"blob\""};
    struct slrun_reply reply = {.status = 200, .headers = &etag, .n_headers = 1};
    b->served++;
    if (x->service)
        keep(b, x->service);
    if (!strcmp(x->method, "PATCH")) {
        count(b, x);
    } else if (!strcmp(x->method, "GET") && b->kept) {
        b->cloud->reply_file(x, &reply, dup(fileno(b->kept)), 0, b->size);
    } else if (!strcmp(x->method, "HEAD")) {
        reply.size = (size_t)b->size;
        b->cloud->reply(x, &reply);
    } else {
        answer(b, x, 200);
    }
}

static const char *header(const struct slrun_exchange *x, const char *name)
{
    for (size_t i = 0; i < x->n_headers; i++)
        if (!strcmp(x->headers[i].name, name))
            return x->headers[i].value;
    return "";
}

static int claims(const struct slrun_exchange *x)
{
    if (!strncmp(header(x, "Content-Type"), "application/x-www-form-urlencoded", 33))
        return SLRUN_CLAIM_NONE;
    return strncmp(header(x, "Host"), "bucket.", 7) ? SLRUN_CLAIM_MAYBE : SLRUN_CLAIM_SURE;
}

static const struct slrun_local half = {.open = open_blob,
                                        .close = close_blob,
                                        .serve = serve,
                                        .reset = reset_blob,
                                        .claims = claims,
                                        .begin = begin,
                                        .data = data,
                                        .dropped = dropped,
                                        .errors = SLRUN_ERRORS_S3};

SLRUN_PLUGIN("s3", "1.0.0", "One file.", NULL, NULL, &service, ops, sizeof ops / sizeof *ops, NULL,
             &half);
