/* SPDX-License-Identifier: Apache-2.0 */
/* Checksums of bodies that are sent and received, in memory and in files. */
#include "client/body.h"

#include <stdbool.h>
#include <string.h>

#include "client/text.h"
#include "model/checksum.h"

#define ALGORITHM_HEADER "x-amz-sdk-checksum-algorithm"
#define MODE_HEADER      "x-amz-checksum-mode"

static const char *header(struct slrun_ctx *ctx, const struct slrun_request *req, const char *name)
{
    return ctx->host->header_get(req->headers, req->n_headers, name);
}

static bool has_checksum(struct slrun_ctx *ctx, const struct slrun_request *req)
{
    for (int i = 0; i < S3_CHECKSUM_KINDS; i++)
        if (header(ctx, req, s3_checksum_headers[i]) != NULL)
            return true;
    return false;
}

static int no_checksum(struct slrun_ctx *ctx)
{
    return ctx->host->fail(ctx, SLRUN_E_INTERNAL, "a checksum cannot be computed");
}

/* ---- of a file that is sent ---- */

struct file_sum {
    struct s3_checksum sum;
    enum s3_checksum_kind kind;
    bool begun;
};

static int file_update(void *arg, const void *data, size_t size)
{
    struct file_sum *f = arg;
    f->begun = f->begun || s3_checksum_begin(&f->sum, f->kind);
    return f->begun && s3_checksum_add(&f->sum, data, size) ? 0 : -1;
}

static int file_finish(struct slrun_ctx *ctx, void *arg, struct slrun_request *req)
{
    char text[S3_CHECKSUM_TEXT_SIZE];
    struct file_sum *f = arg;
    if (req == NULL) {
        s3_checksum_drop(&f->sum);
        return 0;
    }
    if (file_update(f, "", 0) != 0 || !s3_checksum_end(&f->sum, text)) /* an empty file */
        return no_checksum(ctx);
    return ctx->host->header(ctx, req, s3_checksum_headers[f->kind], text);
}

/* ---- of a file that is received ---- */

/* Which checksum the answer will have is not known before its headers, so the usual one and the
 * one that S3 itself computes run along. */
static const enum s3_checksum_kind expected[] = {S3_CHECKSUM_CRC32, S3_CHECKSUM_CRC64NVME};
enum { EXPECTED = sizeof expected / sizeof *expected };

struct passing {
    struct s3_checksum sums[EXPECTED];
};

static int pass(void *arg, const void *data, size_t size)
{
    struct passing *p = arg;
    bool ok = true;
    for (int i = 0; i < EXPECTED; i++) {
        ok = ok && (data == NULL ? s3_checksum_begin(&p->sums[i], expected[i])
                                 : s3_checksum_add(&p->sums[i], data, size));
    }
    return ok ? 0 : -1;
}

static int watch_answer(struct slrun_ctx *ctx, struct slrun_request *req)
{
    if (req->sink.path == NULL)
        return 0;
    req->sink.arg = ctx->host->alloc(ctx, sizeof(struct passing));
    req->sink.write = pass;
    return req->sink.arg != NULL ? 0 : s3_no_memory(ctx);
}

/* ---- requests ---- */

static int add_checksum(struct slrun_ctx *ctx, enum s3_checksum_kind kind,
                        struct slrun_request *req)
{
    char text[S3_CHECKSUM_TEXT_SIZE];
    if (req->body.kind == SLRUN_BODY_FILE) {
        struct file_sum *f = ctx->host->alloc(ctx, sizeof *f);
        if (f == NULL)
            return s3_no_memory(ctx);
        f->kind = kind;
        req->digest = (struct slrun_digest){file_update, file_finish, f};
        return 0;
    }
    if (!s3_checksum(kind, req->body.data, (size_t)req->body.size, text))
        return no_checksum(ctx);
    return ctx->host->header(ctx, req, s3_checksum_headers[kind], text);
}

static int request_checksum(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req)
{
    const char *name = json_string_value(json_object_get(args, "ChecksumAlgorithm"));
    enum s3_checksum_kind kind = S3_CHECKSUM_CRC32;
    bool given = name != NULL;
    if (has_checksum(ctx, req) || (ctx->presigning && !given))
        return 0;
    if (given && !s3_checksum_kind(name, &kind)) {
        return ctx->host->fail(ctx, SLRUN_E_USAGE, "%s: there is no checksum '%.20s'",
                               ctx->op->name, name);
    }
    if (ctx->presigning)
        return 0; /* the algorithm is named; the checksum is for who sends the body */
    if (!given && ctx->host->header(ctx, req, ALGORITHM_HEADER, s3_checksum_names[kind]) != 0)
        return -1;
    return add_checksum(ctx, kind, req);
}

static bool takes(const struct slrun_ctx *ctx, const char *param)
{
    const struct slrun_param *p = ctx->op->params;
    while (p->name != NULL && strcmp(p->name, param) != 0)
        p++;
    return p->name != NULL;
}

int s3_body_checksums(struct slrun_ctx *ctx, const struct s3_call *call, const json_t *args,
                      struct slrun_request *req)
{
    if ((call->flags & S3_CHECKSUM) != 0 && request_checksum(ctx, args, req) != 0)
        return -1;
    if (strcmp(call->method, "GET") == 0 && takes(ctx, "ChecksumMode") && !ctx->presigning) {
        if (header(ctx, req, MODE_HEADER) == NULL &&
            ctx->host->header(ctx, req, MODE_HEADER, "ENABLED") != 0)
            return -1;
        return watch_answer(ctx, req);
    }
    return 0;
}

/* ---- answers ---- */

static int compare(struct slrun_ctx *ctx, enum s3_checksum_kind kind, const char *computed,
                   const char *told)
{
    return strcmp(computed, told) == 0
               ? 0
               : ctx->host->fail(ctx, SLRUN_E_PROTOCOL,
                                 "%s: the body's %s is %s, and the service says %s", ctx->op->name,
                                 s3_checksum_names[kind], computed, told);
}

static int check_passed(struct slrun_ctx *ctx, enum s3_checksum_kind kind, const char *told)
{
    char text[S3_CHECKSUM_TEXT_SIZE];
    struct passing *p = ctx->request->sink.arg;
    for (int i = 0; i < EXPECTED; i++) {
        if (expected[i] == kind) {
            return s3_checksum_end(&p->sums[i], text) ? compare(ctx, kind, text, told)
                                                      : no_checksum(ctx);
        }
    }
    return 0;
}

int s3_check_body(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    bool file = ctx->request != NULL && ctx->request->sink.path != NULL;
    for (int i = 0; i < S3_CHECKSUM_KINDS; i++) {
        char text[S3_CHECKSUM_TEXT_SIZE];
        enum s3_checksum_kind kind = (enum s3_checksum_kind)i;
        const char *told =
            ctx->host->header_get(resp->headers, resp->n_headers, s3_checksum_headers[i]);
        /* "-3" at its end: the checksum of three parts' checksums, which only who has the parts
         * can compute */
        if (told == NULL || strchr(told, '-') != NULL || resp->status != 200)
            continue;
        if (file)
            return check_passed(ctx, kind, told);
        return s3_checksum(kind, resp->body, resp->size, text) ? compare(ctx, kind, text, told)
                                                               : no_checksum(ctx);
    }
    return 0;
}
