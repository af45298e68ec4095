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
    struct function *function = function_of(arg, start->function, qualifier);
    struct relay *relay = function ? calloc(1, sizeof *relay) : NULL;
    if (!relay)
        return function ? INVOKE_THROTTLED : INVOKE_NO_FUNCTION;
    *relay = (struct relay){NULL, start->done, start->arg};
    relay->invocation = function_invoke(&(struct invoke_order){.function = function,
                                                               .qualifier = qualifier,
                                                               .payload = start->payload,
                                                               .size = start->size,
                                                               .done = on_done,
                                                               .arg = relay},
                                        &fault);
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
