/* SPDX-License-Identifier: Apache-2.0 */
/* What every operation asks of its call: arguments, the queue; the time, and ids. */
#include <stdio.h>
#include <string.h>

#include "constraint.h"
#include "service.h"

enum { ACCOUNT_DIGITS = 12 };

const char *call_string(const struct call *call, const char *name)
{
    return json_string_value(json_object_get(call->args, name));
}

int64_t call_integer(const struct call *call, const char *name, int64_t otherwise)
{
    const json_t *value = json_object_get(call->args, name);
    return value == NULL ? otherwise : json_integer_value(value);
}

/* The account in a URL http://HOST/ACCOUNT/NAME, if it names one. */
static bool account_of(const char *url, const char *name, char account[ACCOUNT_DIGITS + 1])
{
    if (name - url < ACCOUNT_DIGITS + 2 || name[-ACCOUNT_DIGITS - 2] != '/')
        return false;
    memcpy(account, name - ACCOUNT_DIGITS - 1, ACCOUNT_DIGITS);
    account[ACCOUNT_DIGITS] = '\0';
    return strspn(account, "0123456789") == ACCOUNT_DIGITS;
}

struct queue *call_queue(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    const char *url = call_string(call, "QueueUrl"), *slash = strrchr(url, '/');
    const char *name = slash == NULL ? url : slash + 1;
    char account[ACCOUNT_DIGITS + 1];
    bool other = account_of(url, name, account);
    struct queue *queue =
        service_find(call->service, other ? account : x->account, x->region, name);
    if (queue == NULL) {
        fault_set(&call->fault, FAULT_NO_QUEUE, "The specified queue does not exist%s.",
                  call->query ? " for this wsdl version" : "");
        return NULL;
    }
    service_refresh(call->service, queue, call->now);
    return queue;
}

json_t *call_url(const struct call *call, const struct queue *queue)
{
    const struct slrun_exchange *x = call->exchange;
    const struct slrun_host *host = call->service->cloud->host;
    const char *address = host->header_get(x->headers, x->n_headers, "Host");
    return json_sprintf("http://%s/%s/%s", address == NULL ? "localhost" : address, queue->account,
                        queue->name);
}

int64_t service_now(const struct service *service)
{
    return service->cloud->now_ms(service->cloud);
}
