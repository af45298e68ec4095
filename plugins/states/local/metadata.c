/* SPDX-License-Identifier: Apache-2.0 */
/* SdkHttpMetadata and SdkResponseMetadata: the answer's headers, by their names and as lists. Of
 * functions they are those that AWS sends; of services that were asked by AWS JSON theirs, of
 * others the request's id alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "local/integration.h"

enum { TRACE_SIZE = 80 };

/* "root=1-5759e988-bd862e3fe1be46a994272793;..." of a request */
static void trace_text(const char *id, int64_t ms, char text[TRACE_SIZE])
{
    char digits[UUID_SIZE];
    size_t n = 0;
    for (const char *c = id; *c; c++)
        if (*c != '-')
            digits[n++] = *c;
    (void)snprintf(text, TRACE_SIZE, "root=1-%08x-%.24s;parent=%.16s;sampled=0",
                   (unsigned)(ms / 1000), digits, digits);
}

static json_t *function_headers(const struct task *task, const char *id, const json_t *result)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    const json_t *version = json_object_get(result, "ExecutedVersion");
    char date[SLRUN_TIME_HTTP_SIZE], trace[TRACE_SIZE], size[24];
    char *payload = asl_dump(json_object_get(result, "Payload"));
    slrun_time_http(cloud->now_ms(cloud), date);
    trace_text(id, cloud->now_ms(cloud), trace);
    (void)snprintf(size, sizeof size, "%zu", payload ? strlen(payload) : 0);
    free(payload);
    return json_pack("{s:s, s:s, s:s, s:s, s:O*, s:s, s:s, s:s}", "Connection", "keep-alive",
                     "Content-Length", size, "Content-Type", "application/json", "Date", date,
                     "X-Amz-Executed-Version", version, "x-amzn-Remapped-Content-Length", "0",
                     "x-amzn-RequestId", id, "X-Amzn-Trace-Id", trace);
}

/* Those of an answer of AWS JSON. */
static json_t *answer_headers(const struct task *task, const struct slrun_response *response,
                              const char *id)
{
    static const char *const copied[] = {"x-amz-crc32", "Content-Type", NULL};
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    bool table = strcmp(task->to.service, "dynamodb") == 0;
    char date[SLRUN_TIME_HTTP_SIZE], size[24];
    slrun_time_http(cloud->now_ms(cloud), date);
    (void)snprintf(size, sizeof size, "%zu", response->size);
    json_t *headers = json_pack("{s:s, s:s, s:s, s:s}", "x-amzn-RequestId", id,
                                table ? "Connection" : "connection", "keep-alive", "Content-Length",
                                size, "Date", date);
    if (table)
        (void)json_object_set_new(headers, "Server", json_string("Server"));
    for (const char *const *name = copied; *name; name++) {
        const char *value = cloud->host->header_get(response->headers, response->n_headers, *name);
        if (value)
            (void)json_object_set_new(headers, *name, json_string(value));
    }
    return headers;
}

void metadata_add(const struct task *task, const struct sdk_service *service, json_t *result,
                  const struct slrun_response *response)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    json_t *headers, *lists = json_object(), *value;
    char id[UUID_SIZE];
    const char *name;
    cloud->uuid(cloud, id);
    headers = strcmp(service->name, "lambda") == 0 ? function_headers(task, id, result)
              : response                           ? answer_headers(task, response, id)
                                                   : json_pack("{s:s}", "x-amzn-RequestId", id);
    json_object_foreach (headers, name, value)
        (void)json_object_set_new(lists, name, json_pack("[O]", value));
    (void)json_object_set_new(result, "SdkHttpMetadata",
                              json_pack("{s:o, s:o, s:i}", "AllHttpHeaders", lists, "HttpHeaders",
                                        headers, "HttpStatusCode", 200));
    (void)json_object_set_new(result, "SdkResponseMetadata", json_pack("{s:s}", "RequestId", id));
}
