/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/signing.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"

/* S3 departs from the common rules: its paths are signed as they are. */
static unsigned flags_of(const struct slrun_service *service)
{
    return strcmp(service->signing_name, "s3") == 0 ? SIGV4_S3 : 0;
}

struct sigv4_request signing_request(const struct slrun_request *request)
{
    bool bytes = request->body.kind == SLRUN_BODY_BYTES;
    return (struct sigv4_request){
        .method = request->method,
        .target = request->target,
        .headers = request->headers,
        .n_headers = request->n_headers,
        .body = bytes ? request->body.data : NULL,
        .body_size = bytes ? request->body.size : 0,
        .payload_hash = request->payload_hash,
    };
}

struct sigv4_options signing_options(const struct call_env *env,
                                     const struct slrun_service *service)
{
    return (struct sigv4_options){
        .credentials = &env->credentials,
        .region = env->region,
        .service = service->signing_name,
        .time = clock_wall_ms() / 1000,
        .flags = flags_of(service),
    };
}

/* Headers that the URL's signature covers, and so must be sent with it; Host is the URL's own. */
static json_t *headers_to_send(const struct slrun_request *request)
{
    json_t *headers = json_object();
    for (size_t i = 0; headers && i < request->n_headers; i++)
        if (strcasecmp(request->headers[i].name, "Host") != 0)
            json_object_set_new(headers, request->headers[i].name,
                                json_string(request->headers[i].value));
    return headers;
}

/* Path and query with the signature, in the call's arena; NULL with the error filled. */
static const char *sign_target(const struct call_env *env, const struct signing_presign *p)
{
    struct slrun_error *error = p->ctx->error;
    struct sigv4_output signature = {.size = PRESIGNED_MAX};
    struct sigv4_request request = signing_request(p->request);
    struct sigv4_options options = signing_options(env, p->ctx->service);
    options.region = p->ctx->region;
    options.time += p->skew_s;
    options.expires = p->expires;
    signature.buffer = arena_alloc(p->ctx->arena, PRESIGNED_MAX);
    if (!signature.buffer) {
        error_set(error, SLRUN_E_MEMORY, "no memory for a URL");
        return NULL;
    }
    enum sigv4_status status = sigv4_presign(env->signer, &request, &options, &signature);
    if (status == SIGV4_OK)
        return signature.buffer;
    error_set(error, SLRUN_E_USAGE, "the URL could not be signed (%s)",
              sigv4_error_code(status, SIGV4_PROTOCOL_S3));
    return NULL;
}

int signing_url(const struct call_env *env, const struct signing_presign *p,
                struct op_presigned *out)
{
    struct slrun_error *error = p->ctx->error;
    if (p->request->body.kind != SLRUN_BODY_NONE)
        return error_set(error, SLRUN_E_USAGE,
                         "%s: a presigned URL holds no body; who uses it sends one",
                         p->ctx->op->name);
    const char *target = sign_target(env, p);
    if (!target)
        return -1;
    size_t size = strlen(p->base) + strlen(target) + 1;
    out->url = malloc(size);
    out->headers = headers_to_send(p->request);
    if (!out->url || !out->headers) {
        free(out->url);
        json_decref(out->headers);
        return error_set(error, SLRUN_E_MEMORY, "no memory for a URL");
    }
    snprintf(out->url, size, "%s%s", p->base, target);
    return 0;
}
