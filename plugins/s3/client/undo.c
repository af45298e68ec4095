/* SPDX-License-Identifier: Apache-2.0 */
/* CreateBucket is the one operation that makes a named resource. */
#include "client/call.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "client/text.h"

int s3_create_bucket_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                          struct slrun_undo *undo)
{
    const char *name = json_string_value(json_object_get(args, "Bucket"));
    (void)result;
    if (name == NULL)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "bucket",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_bucket",
        .args = json_pack("{s:s}", "Bucket", name),
        .gone = "NoSuchBucket",
    };
    return 0;
}

/* The member of that name in `object`, made where it is not there; NULL: no memory. */
static json_t *member(json_t *object, const char *name, json_t *(*make)(void))
{
    json_t *value = json_object_get(object, name);
    if (value == NULL && json_object_set_new(object, name, make()) == 0)
        value = json_object_get(object, name);
    return value;
}

static bool has_tag(const json_t *list, const char *name)
{
    size_t i;
    json_t *tag;
    json_array_foreach (list, i, tag) {
        const char *key = json_string_value(json_object_get(tag, "Key"));
        if (key != NULL && strcmp(key, name) == 0)
            return true;
    }
    return false;
}

int s3_create_bucket_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    const char *name;
    json_t *value;
    json_t *configuration = member(args, "CreateBucketConfiguration", json_object);
    json_t *list = member(configuration, "Tags", json_array);
    json_object_foreach ((json_t *)(uintptr_t)tags, name, value)
        if (!has_tag(list, name) &&
            json_array_append_new(list, json_pack("{s:s, s:O}", "Key", name, "Value", value)) != 0)
            return s3_no_memory(ctx);
    return list != NULL ? 0 : s3_no_memory(ctx);
}
