/* SPDX-License-Identifier: Apache-2.0 */
/* The operations on tags, those of streams by name and those of any resource by ARN. */
#include "resource/resource.h"
#include "service.h"
#include "stream/tagging.h"

static struct tagged of_stream(const struct stream *stream)
{
    return (struct tagged){stream->tags, "stream", stream->name};
}

static bool of_resource(struct call *call, struct resource *resource, struct tagged *tagged)
{
    if (!resource_find(call, call_string(call, "ResourceARN"), resource))
        return false;
    *tagged = resource->consumer == NULL
                  ? of_stream(resource->stream)
                  : (struct tagged){resource->consumer->tags, "consumer", resource->consumer->name};
    return true;
}

static json_t *changed(struct call *call, struct stream *stream, bool ok)
{
    if (!ok)
        return NULL;
    call_changed(call, stream);
    return json_null();
}

json_t *op_add_tags_to_stream(struct call *call)
{
    struct stream *stream = call_stream(call);
    if (stream == NULL)
        return NULL;
    const struct tagged tagged = of_stream(stream);
    return changed(call, stream, tagging_add(call, &tagged, json_object_get(call->args, "Tags")));
}

json_t *op_remove_tags_from_stream(struct call *call)
{
    struct stream *stream = call_stream(call);
    if (stream == NULL)
        return NULL;
    const struct tagged tagged = of_stream(stream);
    return changed(call, stream,
                   tagging_remove(call, &tagged, json_object_get(call->args, "TagKeys")));
}

json_t *op_list_tags_for_stream(struct call *call)
{
    const struct stream *stream = call_stream(call);
    bool more;
    if (stream == NULL)
        return NULL;
    const struct tagged tagged = of_stream(stream);
    json_t *tags = tagging_list(&tagged, call_string(call, "ExclusiveStartTagKey"),
                                (size_t)call_integer(call, "Limit", TAGS_MAX), &more);
    return json_pack("{s:o, s:b}", "Tags", tags, "HasMoreTags", more);
}

json_t *op_tag_resource(struct call *call)
{
    struct resource resource;
    struct tagged tagged;
    return of_resource(call, &resource, &tagged)
               ? changed(call, resource.stream,
                         tagging_add(call, &tagged, json_object_get(call->args, "Tags")))
               : NULL;
}

json_t *op_untag_resource(struct call *call)
{
    struct resource resource;
    struct tagged tagged;
    return of_resource(call, &resource, &tagged)
               ? changed(call, resource.stream,
                         tagging_remove(call, &tagged, json_object_get(call->args, "TagKeys")))
               : NULL;
}

json_t *op_list_tags_for_resource(struct call *call)
{
    struct resource resource;
    struct tagged tagged;
    bool more;
    return of_resource(call, &resource, &tagged)
               ? json_pack("{s:o}", "Tags", tagging_list(&tagged, NULL, TAGS_MAX, &more))
               : NULL;
}
