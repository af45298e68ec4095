/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud of support.h. */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <cmocka.h>

#include "local.h"

struct exchange {
    struct slrun_exchange base;
    struct reply *reply;
};

static int64_t now_ms(const struct slrun_cloud *base)
{
    return ((const struct cloud *)base)->now_ms;
}

static const char *header_get(const struct slrun_header *headers, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        if (strcasecmp(headers[i].name, name) == 0) {
            return headers[i].value;
        }
    }
    return NULL;
}

static void add_header(struct reply *kept, const char *name, const char *value)
{
    assert_true(kept->n_headers < REPLY_HEADERS_MAX);
    kept->headers[kept->n_headers++] = (struct slrun_header){strdup(name), strdup(value)};
}

static struct reply *keep(struct slrun_exchange *base, const struct slrun_reply *answer)
{
    struct reply *kept = ((struct exchange *)base)->reply;
    assert_int_equal(kept->status, 0); /* exactly once */
    kept->status = answer->status;
    for (size_t i = 0; i < answer->n_headers; i++) {
        add_header(kept, answer->headers[i].name, answer->headers[i].value);
    }
    if (answer->content_type != NULL) {
        add_header(kept, "Content-Type", answer->content_type);
    }
    return kept;
}

static void reply(struct slrun_exchange *base, const struct slrun_reply *answer)
{
    struct reply *kept = keep(base, answer);
    kept->size = answer->size;
    kept->body = calloc(1, answer->size + 1);
    assert_non_null(kept->body);
    if (answer->body != NULL) {
        memcpy(kept->body, answer->body, answer->size);
    }
}

static void reply_file(struct slrun_exchange *base, const struct slrun_reply *answer, int fd,
                       uint64_t offset, uint64_t size)
{
    struct reply *kept = keep(base, answer);
    kept->from_file = true;
    kept->size = (size_t)size;
    kept->body = calloc(1, kept->size + 1);
    assert_non_null(kept->body);
    assert_int_equal(pread(fd, kept->body, kept->size, (off_t)offset), size);
    close(fd);
}

static int secret_key(const struct slrun_cloud *base, const char *access_key, const char **secret)
{
    *secret = ((const struct cloud *)base)->secret;
    return strcmp(access_key, "known") == 0 ? 0 : strcmp(access_key, "refused") == 0 ? -1 : 1;
}

static void SLRUN_PRINTF(2, 3) log_line(enum slrun_log_level level, const char *format, ...)
{
    (void)level;
    fail_msg("the service logs: %s", format);
}

static const struct slrun_host host = {
    .struct_size = sizeof host, .version = "0", .header_get = header_get, .log = log_line};

void cloud_open(struct cloud *cloud, const char *data)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    *cloud = (struct cloud){.base = {.struct_size = sizeof cloud->base,
                                     .host = &host,
                                     .data = data,
                                     .now_ms = now_ms,
                                     .reply = reply,
                                     .reply_file = reply_file,
                                     .secret_key = secret_key},
                            .now_ms = INT64_C(1700000000000),
                            .secret = "secret"};
    if (s3_local.open(&cloud->base, &cloud->service, &error) != 0) {
        fail_msg("open: %s", error.message);
    }
}

void cloud_close(struct cloud *cloud)
{
    s3_local.close(cloud->service);
}

static void give_body(struct cloud *cloud, struct exchange *x, const struct request *request)
{
    const char *at = request->body;
    size_t left = request->leaves ? request->size / 2 : request->size;
    while (left > 0) {
        size_t n = left < PIECE_SIZE ? left : PIECE_SIZE;
        char *piece = malloc(n); /* its own: what reads past it is found */
        assert_non_null(piece);
        memcpy(piece, at, n);
        s3_local.data(cloud->service, &x->base, piece, n);
        free(piece);
        at += n;
        left -= n;
    }
}

void cloud_send(struct cloud *cloud, const struct request *request, struct reply *kept)
{
    const char *key = request->access_key;
    bool account = key != NULL && strlen(key) == 12;
    *kept = (struct reply){.status = 0};
    struct exchange x = {.base = {.method = request->method,
                                  .target = request->target,
                                  .region = "us-east-1",
                                  .account = account ? key : "000000000000",
                                  .request_id = "request",
                                  .headers = request->headers,
                                  .n_headers = request->n_headers,
                                  .body = "",
                                  .access_key = key},
                         .reply = kept};
    int taken = s3_local.begin(cloud->service, &x.base);
    if (taken < 0) {
        return;
    }
    if (taken > 0) {
        give_body(cloud, &x, request);
    } else {
        x.base.body = request->body == NULL ? "" : request->body;
        x.base.size = request->size;
    }
    if (request->leaves) {
        assert_int_equal(taken, 1);
        s3_local.dropped(cloud->service, &x.base);
        return;
    }
    if (request->meanwhile != NULL) {
        request->meanwhile(cloud);
    }
    x.base.trailers = &request->trailer;
    x.base.n_trailers = request->trailer.name != NULL;
    s3_local.serve(cloud->service, &x.base);
    assert_int_not_equal(kept->status, 0);
}

const char *reply_header(const struct reply *kept, const char *name)
{
    return header_get(kept->headers, kept->n_headers, name);
}

void reply_free(struct reply *kept)
{
    for (size_t i = 0; i < kept->n_headers; i++) {
        free((char *)(uintptr_t)kept->headers[i].name);
        free((char *)(uintptr_t)kept->headers[i].value);
    }
    free(kept->body);
    *kept = (struct reply){.status = 0};
}
