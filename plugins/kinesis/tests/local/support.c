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

#include <cmocka.h>

#include "local.h"

struct exchange {
    struct slrun_exchange base;
    struct cloud *cloud;
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

static void reply(struct slrun_exchange *base, const struct slrun_reply *answer)
{
    struct cloud *cloud = ((struct exchange *)base)->cloud;
    assert_int_equal(cloud->status, 0); /* exactly once */
    assert_non_null(header_get(answer->headers, answer->n_headers, "x-amz-id-2"));
    cloud->status = answer->status;
    cloud->size = answer->size;
    cloud->body = calloc(1, answer->size + 1);
    assert_non_null(cloud->body);
    memcpy(cloud->body, answer->body, answer->size);
    snprintf(cloud->content_type, sizeof cloud->content_type, "%s",
             answer->content_type == NULL ? "" : answer->content_type);
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
                                     .reply = reply},
                            .now_ms = CLOUD_NOW_MS,
                            .region = "us-east-1"};
    if (kinesis_local.open(&cloud->base, &cloud->service, &error) != 0) {
        fail_msg("open: %s", error.message);
    }
}

void cloud_close(struct cloud *cloud)
{
    kinesis_local.close(cloud->service);
    free(cloud->body);
    cloud->body = NULL;
}

void cloud_send(struct cloud *cloud, const struct message *message)
{
    const char *type = message->type == NULL ? "application/x-amz-json-1.1" : message->type;
    const struct slrun_header header = {"content-type", type};
    struct exchange x = {.base = {.method = message->method,
                                  .target = "/",
                                  .operation = message->operation,
                                  .region = cloud->region,
                                  .account = "000000000000",
                                  .request_id = "request",
                                  .headers = &header,
                                  .n_headers = *type == '\0' ? 0 : 1,
                                  .body = message->body,
                                  .size = message->size},
                         .cloud = cloud};
    free(cloud->body);
    cloud->body = NULL;
    cloud->status = 0;
    kinesis_local.serve(cloud->service, &x.base);
    assert_int_not_equal(cloud->status, 0);
}

json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body)
{
    cloud_send(cloud, &(struct message){"POST", operation, NULL, body, strlen(body)});
    json_t *answer = cloud->size == 0 ? json_null() : json_loadb(cloud->body, cloud->size, 0, NULL);
    assert_non_null(answer);
    return answer;
}
