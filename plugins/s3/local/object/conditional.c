/* SPDX-License-Identifier: Apache-2.0 */
/* Conditional requests (RFC 9110, 13; S3's API reference says which wins). */
#include <string.h>

#include "date.h"
#include "object/object.h"

bool conditional_match(const char *list, const char *etag)
{
    size_t size = strlen(etag);
    while (*list != '\0') {
        list += strspn(list, " ,");
        size_t n = strcspn(list, ","), end = n;
        while (end > 0 && list[end - 1] == ' ')
            end--;
        const char *value = list;
        if (end > 2 && strncmp(value, "W/", 2) == 0) {
            value += 2;
            end -= 2;
        }
        if (end > 0 && value[0] == '"') { /* S3 does without either of them */
            value++;
            end--;
        }
        if (end > 0 && value[end - 1] == '"')
            end--;
        if ((end == 1 && *value == '*') || (end == size && strncmp(value, etag, size) == 0))
            return true;
        list += n;
    }
    return false;
}

/* The four conditions of one request. */
struct conditions {
    const char *match, *none_match, *modified, *unmodified;
};

/* HTTP's dates have whole seconds. */
static bool modified_after(const struct object *object, const char *text, int64_t now)
{
    int64_t ms;
    if (!date_read_http(text, &ms) || ms > now)
        return true; /* not a date, or one to come: as if it were not there */
    return object->modified_ms / 1000 > ms / 1000;
}

static bool unmodified_since(const struct object *object, const char *text)
{
    int64_t ms;
    return !date_read_http(text, &ms) || object->modified_ms / 1000 <= ms / 1000;
}

static bool failed(struct call *call, const char *condition)
{
    fault_set(&call->fault, FAULT_PRECONDITION_FAILED);
    fault_detail(&call->fault, "Condition", condition);
    return false;
}

bool conditional_read(struct call *call, const struct object *object)
{
    const struct conditions c = {call_header(call, "If-Match"), call_header(call, "If-None-Match"),
                                 call_header(call, "If-Modified-Since"),
                                 call_header(call, "If-Unmodified-Since")};
    if (c.match != NULL && !conditional_match(c.match, object->etag))
        return failed(call, "If-Match");
    if (c.match == NULL && c.unmodified != NULL && !unmodified_since(object, c.unmodified))
        return failed(call, "If-Unmodified-Since");
    bool changed = c.none_match != NULL ? !conditional_match(c.none_match, object->etag)
                   : c.modified != NULL ? modified_after(object, c.modified, call->now)
                                        : true;
    return changed || fault_set(&call->fault, FAULT_NOT_MODIFIED);
}

bool conditional_copy(struct call *call, const struct object *object)
{
    const struct conditions c = {call_header(call, "x-amz-copy-source-if-match"),
                                 call_header(call, "x-amz-copy-source-if-none-match"),
                                 call_header(call, "x-amz-copy-source-if-modified-since"),
                                 call_header(call, "x-amz-copy-source-if-unmodified-since")};
    if (c.match != NULL && !conditional_match(c.match, object->etag))
        return failed(call, "x-amz-copy-source-If-Match");
    if (c.match == NULL && c.unmodified != NULL && !unmodified_since(object, c.unmodified))
        return failed(call, "x-amz-copy-source-If-Unmodified-Since");
    if (c.none_match != NULL && conditional_match(c.none_match, object->etag))
        return failed(call, "x-amz-copy-source-If-None-Match");
    if (c.none_match == NULL && c.modified != NULL &&
        !modified_after(object, c.modified, call->now))
        return failed(call, "x-amz-copy-source-If-Modified-Since");
    return true;
}
