/* SPDX-License-Identifier: Apache-2.0 */
/* GetObject and HeadObject. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/time.h>

#include "bucket/lifecycle.h"
#include "object/lock.h"
#include "object/object.h"
#include "object/range.h"
#include "object/restore.h"
#include "object/sse.h"
#include "utf8.h"

static const struct {
    const char *header, *parameter;
} overrides[] = {{"Content-Type", "response-content-type"},
                 {"Cache-Control", "response-cache-control"},
                 {"Content-Disposition", "response-content-disposition"},
                 {"Content-Encoding", "response-content-encoding"},
                 {"Content-Language", "response-content-language"},
                 {"Expires", "response-expires"}};

static bool check_overrides(struct call *call)
{
    for (size_t i = 0; call->anonymous && i < sizeof overrides / sizeof *overrides; i++) {
        if (call_query(call, overrides[i].parameter) != NULL) {
            return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                             "Request specific response headers cannot be used for anonymous GET "
                             "requests.");
        }
    }
    return true;
}

static void add_headers(struct call *call, const struct object *object)
{
    if (call->address.n_query == 0 && json_object_get(object->info, "headers") == NULL) {
        call->content_type = OBJECT_TYPE_DEFAULT;
        return;
    }
    for (size_t i = 0; i < sizeof overrides / sizeof *overrides; i++) {
        const char *name = overrides[i].header;
        const char *other = call_query(call, overrides[i].parameter);
        const char *value = other != NULL ? other : object_header(object->info, name);
        if (i == 0)
            call->content_type = value;
        else
            call_add(call, name, value);
    }
    call_add(call, "x-amz-website-redirect-location",
             object_header(object->info, "x-amz-website-redirect-location"));
}

static void add_meta(struct call *call, const struct object *object)
{
    bool latin = json_object_get(object->info, "latin") != NULL;
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(object->info, "meta"), name, value) {
        const char *text = json_string_value(value);
        call_add(call, pool_format(&call->pool, "x-amz-meta-%s", name),
                 latin ? utf8_to_latin(&call->pool, text) : text);
    }
}

static void add_facts(struct call *call, const struct object *object)
{
    char *date = pool_alloc(&call->pool, SLRUN_TIME_HTTP_SIZE);
    size_t tags = json_array_size(json_object_get(object->info, "tags"));
    const char *class = object_class(object);
    if (date != NULL)
        slrun_time_http(object->modified_ms, date);
    call_add(call, "Last-Modified", date);
    call_add(call, "Accept-Ranges", "bytes");
    call_add_etag(call, object->etag);
    object_add_version(call, object);
    if (tags > 0)
        call_add_number(call, "x-amz-tagging-count", tags);
    if (strcmp(class, "STANDARD") != 0)
        call_add(call, "x-amz-storage-class", class);
    restore_add_header(call, object);
    lock_add_headers(call, object->info);
    sse_add_headers(call, object->info);
}

/* The sum is the whole object's: a range has none. */
static void add_checksum(struct call *call, const struct object *object, const struct range *range)
{
    const char *mode = call_header(call, "x-amz-checksum-mode");
    if (mode == NULL || strcasecmp(mode, "ENABLED") != 0)
        return;
    if (range->part > 0) {
        const json_t *part = range_part(object, range->part);
        const json_t *sum = json_object_get(object->info, "sum");
        const char *value = json_string_value(json_array_get(part, 2));
        enum s3_checksum_kind kind = sum_kind(json_string_value(json_object_get(sum, "kind")));
        if (kind != SUM_NONE && value != NULL && value[0] != '\0') {
            call_add(call, s3_checksum_headers[kind], value);
            call_add(call, "x-amz-checksum-type", json_string_value(json_object_get(sum, "type")));
        } else if (part == NULL) {
            object_add_checksum(call, object->info);
        }
    } else if (range->size == object->size) {
        object_add_checksum(call, object->info);
    }
}

static bool add_body(struct call *call, const struct object *object, const struct range *range)
{
    struct content content = {.size = 0};
    call->size = range->size;
    if (call_is_head(call))
        return true;
    if (!store_content(call->service->store, &call->pool, object->content, &content))
        return call_internal(call);
    if (!content.in_file) {
        text_put(&call->out, content.data.data + range->first, (size_t)range->size);
        return true;
    }
    call->fd = blobs_read(store_blobs(call->service->store), content.number);
    call->offset = range->first;
    call->has_file = true;
    return call->fd >= 0 || call_internal(call);
}

/* Says so also of an object that is not there. */
static bool check_mode(struct call *call)
{
    const char *mode = call_header(call, "x-amz-checksum-mode");
    return mode == NULL || strcasecmp(mode, "ENABLED") == 0 ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "Value for x-amz-checksum-mode header is invalid.");
}

/* S3 looks at the range before it looks whether a customer's key is the right one, and then at the
 * archive (recorded in September 2026). */
static bool may_read(struct call *call, const struct object *object, struct range *range)
{
    bool key = sse_may_read(call, object->info);
    if (!key && call->fault.kind != FAULT_ACCESS_DENIED)
        return false;
    return range_read(call, object, range) && key &&
           (call_is_head(call) || restore_may_read(call, object)) && check_mode(call);
}

/* The object, and what of it the caller may have. False: the fault is set. */
static bool find(struct call *call, struct object *object, struct range *range)
{
    if (!object_find(call, object)) {
        bool absent = call->fault.kind == FAULT_NO_KEY || call->fault.kind == FAULT_NO_VERSION;
        (void)(absent && !call_is_head(call) && check_mode(call));
        return false;
    }
    if (!conditional_read(call, object)) {
        if (call->fault.kind == FAULT_NOT_MODIFIED)
            add_facts(call, object);
        return false;
    }
    return may_read(call, object, range);
}

/* How many parts there are, and which bytes the answer has. */
static void add_range(struct call *call, const struct object *object, const struct range *range)
{
    size_t parts = json_array_size(json_object_get(object->info, "parts"));
    if (range->part > 0 && parts > 0)
        call_add_number(call, "x-amz-mp-parts-count", parts);
    if (range->partial) {
        call->status = 206;
        call_add(call, "Content-Range",
                 pool_format(&call->pool, "bytes %llu-%llu/%llu", (unsigned long long)range->first,
                             (unsigned long long)(range->first + range->size - 1),
                             (unsigned long long)object->size));
    }
}

bool op_get_object(struct call *call)
{
    struct object object;
    struct range range;
    if (!check_overrides(call) || !range_check_part(call) || !find(call, &object, &range))
        return false;
    add_headers(call, &object);
    add_meta(call, &object);
    add_facts(call, &object);
    if (call_query(call, "versionId") == NULL)
        lifecycle_add_expiration(call, &object);
    add_checksum(call, &object, &range);
    add_range(call, &object, &range);
    return add_body(call, &object, &range);
}
