/* SPDX-License-Identifier: Apache-2.0 */
/* The way of a request that is answered later. */
#include "local/parked.h"

#include <string.h>

#include "client/ops.h"

static const struct slrun_op *find_op(const char *api)
{
    for (size_t i = 0; i < STATES_OPS; i++)
        if (strcmp(states_ops[i].api, api) == 0)
            return &states_ops[i];
    return NULL;
}

bool parked_read(struct service *service, struct slrun_exchange *x, struct slrun_json_call *call)
{
    const struct slrun_cloud *cloud = service->cloud;
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    *call = (struct slrun_json_call){
        .cloud = cloud, .service = service, .x = x, .op = find_op(x->operation)};
    call->args = cloud->json_read(cloud, x, call->op, states_bounds, &error);
    if (call->args)
        return true;
    bool syntax = strcmp(error.code, "SerializationException") == 0;
    (void)call_fail(call, syntax ? "SerializationException" : "ValidationException", "%s",
                    error.message);
    parked_refuse(call);
    return false;
}

void parked_refuse(struct slrun_json_call *call)
{
    bool internal = strcmp(call->code, "InternalServerError") == 0;
    call->cloud->fault(call->cloud, call->x,
                       &(struct slrun_fault){.status = internal ? 500 : 400,
                                             .code = call->code,
                                             .message = call->message,
                                             .content_type = "application/x-amz-json-1.0"});
    json_decref(call->args);
    call->args = NULL;
}
