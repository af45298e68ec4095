/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least. */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "local.h"

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return CLOUD_NOW_MS * INT64_C(1000);
}

static const char *header_get(const struct slrun_header *headers, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(headers[i].name, name) == 0) {
            return headers[i].value;
        }
    }
    return NULL;
}

static const struct slrun_host host = {
    .struct_size = sizeof host, .version = "0", .header_get = header_get};

/* An exchange that knows where its reply is wanted. */
struct exchange {
    struct slrun_exchange base;
    struct cloud *cloud;
};

static void reply(struct slrun_exchange *x, const struct slrun_reply *answer)
{
    struct cloud *cloud = ((struct exchange *)x)->cloud;
    const char *crc32 = header_get(answer->headers, answer->n_headers, "x-amz-crc32");
    free(cloud->body);
    cloud->body = malloc(answer->size + 1);
    assert_non_null(cloud->body);
    memcpy(cloud->body, answer->body, answer->size);
    cloud->body[answer->size] = '\0';
    cloud->size = answer->size;
    cloud->status = answer->status;
    cloud->replies++;
    snprintf(cloud->crc32, sizeof cloud->crc32, "%s", crc32 == NULL ? "" : crc32);
    snprintf(cloud->content_type, sizeof cloud->content_type, "%s", answer->content_type);
}

void cloud_open(struct cloud *cloud, const char *data)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    *cloud = (struct cloud){.base = {.struct_size = sizeof cloud->base,
                                     .host = &host,
                                     .data = data,
                                     .now_ms = now_ms,
                                     .reply = reply},
                            .region = "us-east-1",
                            .account = "000000000000"};
    if (dynamodb_local.open(&cloud->base, &cloud->service, &error) != 0) {
        fail_msg("open: %s", error.message);
    }
}

void cloud_close(struct cloud *cloud)
{
    dynamodb_local.close(cloud->service);
    free(cloud->body);
}

json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body, size_t size)
{
    struct slrun_header headers[] = {{"host", "localhost:4566"}};
    struct exchange x = {.base = {.method = "POST",
                                  .target = "/",
                                  .operation = operation,
                                  .region = cloud->region,
                                  .account = cloud->account,
                                  .request_id = "request",
                                  .headers = headers,
                                  .n_headers = 1,
                                  .body = body,
                                  .size = size},
                         .cloud = cloud};
    int before = cloud->replies;
    dynamodb_local.serve(cloud->service, &x.base);
    assert_int_equal(cloud->replies, before + 1);
    return json_loadb(cloud->body, cloud->size, JSON_ALLOW_NUL, NULL);
}

json_t *cloud_request(struct cloud *cloud, const char *operation, json_t *request)
{
    char *body = json_dumps(request, JSON_COMPACT);
    assert_non_null(body);
    json_t *answer = cloud_call(cloud, operation, body, strlen(body));
    free(body);
    json_decref(request);
    return answer;
}
