/* SPDX-License-Identifier: Apache-2.0 */
/* Values of the ABI as plain JSON. */
#include "client/plain.h"

#include <string.h>

static json_t *no_memory(struct slrun_ctx *ctx)
{
    ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for a request");
    return NULL;
}

/* The base64 of bytes, given as a string or a tagged value. */
static json_t *base64_of(struct slrun_ctx *ctx, const json_t *value)
{
    const void *data;
    size_t size;
    json_t *inner = NULL;
    if (ctx->host->blob_get(ctx, value, &data, &size) != 0)
        return NULL;
    json_t *tagged = ctx->host->blob_new(data, size);
    ctx->host->tagged_get(tagged, &inner);
    json_incref(inner);
    json_decref(tagged);
    return inner ? inner : no_memory(ctx);
}

/* Where members of a structure are known, theirs; else that of the elements; else NULL. */
static const struct slrun_shape *shape_of(const struct slrun_shape *shape, const char *key)
{
    const struct slrun_param *p = shape && shape->type == SLRUN_STRUCTURE ? shape->members : NULL;
    while (p && p->name && strcmp(p->name, key) != 0)
        p++;
    return p && p->name ? &p->shape : shape ? shape->of : NULL;
}

static json_t *copied(struct slrun_ctx *ctx, const struct slrun_shape *shape, const json_t *value)
{
    json_t *to = json_is_object(value) ? json_object() : json_array(), *member;
    const char *key;
    size_t i;
    int failed = 0;
    json_object_foreach ((json_t *)value, key, member)
        failed |= json_object_set_new(to, key, plain_shaped(ctx, shape_of(shape, key), member));
    json_array_foreach (value, i, member)
        failed |= json_array_append_new(to, plain_shaped(ctx, shape ? shape->of : NULL, member));
    if (!failed)
        return to;
    json_decref(to);
    return ctx->error->kind == SLRUN_E_NONE ? no_memory(ctx) : NULL;
}

json_t *plain_shaped(struct slrun_ctx *ctx, const struct slrun_shape *shape, const json_t *value)
{
    json_t *inner;
    const char *tag = ctx->host->tagged_get(value, &inner);
    if (tag && strcmp(tag, SLRUN_TAG_MAP) == 0)
        return copied(ctx, shape, inner);
    if (tag ? strcmp(tag, SLRUN_TAG_BINARY) == 0
            : shape && shape->type == SLRUN_BLOB && json_is_string(value))
        return base64_of(ctx, value);
    if (tag) {
        ctx->host->fail(ctx, SLRUN_E_USAGE, "%s: a value of the kind '%s' cannot be sent here",
                        ctx->op->name, tag);
        return NULL;
    }
    return json_is_object(value) || json_is_array(value) ? copied(ctx, shape, value)
                                                         : json_incref((json_t *)value);
}

json_t *plain_value(struct slrun_ctx *ctx, const json_t *value)
{
    return plain_shaped(ctx, NULL, value);
}
