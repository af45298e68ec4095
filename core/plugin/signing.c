/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/signing.h"

#include <stdbool.h>
#include <string.h>

#include "base/clock.h"

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
