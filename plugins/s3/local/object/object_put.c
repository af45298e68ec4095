/* SPDX-License-Identifier: Apache-2.0 */
/* PutObject. */
#include <string.h>

#include "bucket/lifecycle.h"
#include "object/object.h"
#include "object/sse.h"

bool object_put_received(struct call *call, struct object *object)
{
    object_set_checksum(object->info, call->ingest.sum.kind, "FULL_OBJECT", call->ingest.checksum);
    object->size = call->ingest.size;
    object->etag = sse_etag(call, object->info, call->ingest.etag);
    object->body = ingest_small(&call->ingest);
    object->content = object->body.data != NULL ? 0 : ingest_keep(&call->ingest);
    if ((object->body.data == NULL && object->content == 0) || object->etag == NULL)
        return call_internal(call);
    object_put(call, object);
    lifecycle_add_expiration(call, object);
    call_add_etag(call, object->etag);
    sse_add_headers(call, object->info);
    return true;
}

bool op_put_object(struct call *call)
{
    if (!object_may_write(call))
        return false;
    struct object object = {.key = call->address.key, .info = object_info(call)};
    if (object.info == NULL || !object_put_received(call, &object))
        return false;
    object_add_checksum(call, object.info);
    if (call_header(call, "x-amz-write-offset-bytes") == NULL)
        return true;
    return fault_set(&call->fault, FAULT_NOT_IMPLEMENTED);
}
