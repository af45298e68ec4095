/* SPDX-License-Identifier: Apache-2.0 */
/* The answers of custom resources: a PUT, as to the presigned URL of S3 that AWS tells them. */
#include <stdio.h>
#include <string.h>

#include "engine/custom.h"
#include "engine/names.h"
#include "local/call.h"

bool response_is_ours(const struct slrun_exchange *x)
{
    return strncmp(x->target, CUSTOM_PATH, strlen(CUSTOM_PATH)) == 0;
}

void response_serve(struct engine *engine, struct slrun_exchange *x)
{
    const char *at = x->target + strlen(CUSTOM_PATH);
    char token[UUID_SIZE] = "";
    struct slrun_reply reply = {.status = 200, .content_type = "text/plain"};
    size_t n = strcspn(at, "?");
    if (n < sizeof token)
        (void)snprintf(token, sizeof token, "%.*s", (int)n, at);
    if (strcmp(x->method, "PUT") != 0)
        reply.status = 405;
    else if (!custom_answer(engine, token, x->body, x->size))
        reply.status = 403; /* as a presigned URL that has expired */
    engine->cloud->reply(x, &reply);
}
