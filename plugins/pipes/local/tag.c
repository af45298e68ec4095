/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of pipes. */
#include "local/service.h"

static json_t *tagged(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "resourceArn");
    json_t *pipe = pipe_find(call->service, arn);
    return pipe ? pipe : call_fail(call, "NotFoundException", "%.300s does not exist.", arn);
}

json_t *op_list_tags_for_resource(struct slrun_json_call *call)
{
    const json_t *pipe = tagged(call);
    json_t *tags = json_object_get(pipe, "Tags");
    return pipe ? json_pack("{s:o}", "tags", tags ? json_incref(tags) : json_object()) : NULL;
}

json_t *op_tag_resource(struct slrun_json_call *call)
{
    json_t *pipe = tagged(call);
    if (!pipe)
        return NULL;
    if (!json_object_get(pipe, "Tags"))
        (void)json_object_set_new(pipe, "Tags", json_object());
    (void)json_object_update(json_object_get(pipe, "Tags"), json_object_get(call->args, "tags"));
    pipe_keep(call->service, slrun_text(pipe, "Arn"));
    return json_object();
}

json_t *op_untag_resource(struct slrun_json_call *call)
{
    json_t *pipe = tagged(call), *key;
    size_t i;
    if (!pipe)
        return NULL;
    json_array_foreach (json_object_get(call->args, "tagKeys"), i, key)
        (void)json_object_del(json_object_get(pipe, "Tags"), json_string_value(key));
    pipe_keep(call->service, slrun_text(pipe, "Arn"));
    return json_object();
}
