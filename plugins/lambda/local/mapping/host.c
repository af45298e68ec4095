/* SPDX-License-Identifier: Apache-2.0 */
/* Invocations by event source mappings. */
#include "local/mapping/host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/function.h"
#include "local/run/invocation.h"

struct relay {
    struct invocation *invocation;
    void (*done)(void *arg, const struct invoke_end *end);
    void *arg;
};

static void on_done(void *arg, const struct invoke_outcome *outcome)
{
    struct relay relay = *(struct relay *)arg;
    free(arg);
    relay.done(relay.arg, &(struct invoke_end){.request_id = outcome->request_id,
                                               .version = outcome->version,
                                               .error = outcome->error,
                                               .payload = outcome->payload,
                                               .size = outcome->size});
}

/* arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER] */
static struct function *function_of(struct service *service, const char *arn,
                                    char qualifier[QUALIFIER_SIZE])
{
    char region[REGION_SIZE], account[ACCOUNT_SIZE], name[NAME_SIZE];
    *qualifier = '\0';
    int n = sscanf(arn, "arn:%*[^:]:lambda:%31[^:]:%12[^:]:function:%140[^:]:%128s", region,
                   account, name, qualifier);
    return n < 3 ? NULL : function_find(service, account, region, name);
}

enum invoke_answer host_invoke(void *arg, const struct invoke_start *start, void **invocation)
{
    char qualifier[QUALIFIER_SIZE];
    struct fault fault = {.code = NULL};
    struct function *function = function_of(arg, start->consumer, qualifier);
    char *text = function ? json_dumps(start->event, JSON_COMPACT | JSON_REAL_PRECISION(15)) : NULL;
    struct relay *relay = text ? calloc(1, sizeof *relay) : NULL;
    if (!relay) {
        free(text);
        return function ? INVOKE_THROTTLED : INVOKE_NO_FUNCTION;
    }
    *relay = (struct relay){NULL, start->done, start->arg};
    relay->invocation = function_invoke(&(struct invoke_order){.function = function,
                                                               .qualifier = qualifier,
                                                               .payload = text,
                                                               .size = strlen(text),
                                                               .done = on_done,
                                                               .arg = relay},
                                        &fault);
    free(text);
    if (relay->invocation) {
        *invocation = relay;
        return INVOKE_STARTED;
    }
    free(relay);
    return strcmp(fault.code, "ResourceNotFoundException") == 0 ? INVOKE_NO_FUNCTION
                                                                : INVOKE_THROTTLED;
}

void host_forget(void *invocation)
{
    struct relay *relay = invocation;
    invocation_forget(relay->invocation);
    free(relay);
}

const char *host_role(void *arg, const char *arn)
{
    char qualifier[QUALIFIER_SIZE];
    const struct function *function = function_of(arg, arn, qualifier);
    const char *role =
        function ? json_string_value(json_object_get(function_config(function, qualifier), "Role"))
                 : NULL;
    return role ? role : "";
}

/* Lambda reads, and sends what failed, with the role of the function. */
void host_on_behalf(void *arg, const char *arn, bool sends, struct slrun_calling *calling)
{
    const struct service *service = arg;
    const struct slrun_cloud *cloud = service->cloud;
    const char *name = strstr(arn, ":function:");
    char plain[NAME_SIZE];
    if (!cloud->iam || !name)
        return;
    name += strlen(":function:");
    (void)snprintf(plain, sizeof plain, "%.*s", (int)strcspn(name, ":"), name);
    cloud->iam->on_behalf(calling, &(struct slrun_iam_caller){
                                       .service = LAMBDA_PRINCIPAL,
                                       .role = host_role(arg, arn),
                                       .name = plain,
                                       .source = arn,
                                       .what = sends ? "send to the destination of failures of"
                                                     : "read for the event source mapping of"});
}

json_t *host_lost(void *arg, const struct engine_loss *loss)
{
    (void)arg;
    json_t *message = json_pack("{s:{s:s, s:s, s:s, s:i}}", "requestContext", "requestId",
                                loss->request_id, "functionArn", loss->consumer, "condition",
                                loss->condition, "approximateInvokeCount", (int)loss->invokes);
    if (!loss->aged)
        (void)json_object_set_new(message, "responseContext",
                                  json_pack("{s:i, s:s, s:s?}", "statusCode", 200,
                                            "executedVersion", loss->version, "functionError",
                                            loss->error ? "Unhandled" : NULL));
    return message;
}
