/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plugins/plugins_json.h"

#include <stdio.h>

#include "plugin/check.h"
#include "plugin/grant.h"

static json_t *words(const char *const *list)
{
    json_t *array = json_array();
    for (; list && *list; list++)
        json_array_append_new(array, json_string(*list));
    return array;
}

const struct slrun_param *plugins_members(const struct slrun_shape *s,
                                          const struct plugins_above *above)
{
    if (s->type != SLRUN_STRUCTURE || !s->members || above->depth == PLUGINS_DEPTH_MAX)
        return NULL;
    for (const struct plugins_above *a = above; a; a = a->up)
        if (a->members == s->members)
            return NULL;
    return s->members;
}

static json_t *members(const struct slrun_param *params, const struct plugins_above *up);

static json_t *shape(const struct slrun_shape *s, const struct plugins_above *above, unsigned depth)
{
    json_t *json = json_pack("{s:s}", "type", type_name(s->type));
    const struct slrun_param *below = plugins_members(s, above);
    if (s->values)
        json_object_set_new(json, "values", words(s->values));
    if ((s->type == SLRUN_LIST || s->type == SLRUN_MAP) && s->of && depth < PLUGINS_DEPTH_MAX)
        json_object_set_new(json, "of", shape(s->of, above, depth + 1));
    if (below)
        json_object_set_new(json, "members", members(below, above));
    return json;
}

static json_t *members(const struct slrun_param *params, const struct plugins_above *up)
{
    struct plugins_above above = {up, params, up ? up->depth + 1 : 0};
    json_t *array = json_array();
    for (; params && params->name; params++) {
        json_t *one = shape(&params->shape, &above, 0);
        json_object_set_new(one, "name", json_string(params->name));
        json_object_set_new(one, "required", json_boolean(params->flags & SLRUN_REQUIRED));
        if (params->flags & SLRUN_SECRET)
            json_object_set_new(one, "secret", json_true());
        if (params->doc)
            json_object_set_new(one, "doc", json_string(params->doc));
        json_array_append_new(array, one);
    }
    return array;
}

static json_t *brief(const struct slrun_op *op)
{
    return json_pack("{s:s, s:s, s:s}", "name", op->name, "api", op->api, "doc", op->doc);
}

static json_t *paging(const struct slrun_paging *p)
{
    return json_pack("{s:s?, s:s?, s:s?, s:s?}", "input", p->input, "output", p->output, "items",
                     p->items, "limit", p->limit);
}

/* The rows that can serve it (slrun/op.h). */
static json_t *grants(const struct plugin *plugin, const struct slrun_op *op)
{
    struct grant_rows rows = grant_rows_of(&plugin->service, op);
    json_t *list = json_array();
    for (size_t i = 0; i < rows.n; i++)
        if (grant_can_fit(&rows, op, &rows.first[i]))
            json_array_append_new(
                list, json_pack("{s:s?, s:s?, s:s?}", "action", rows.first[i].action, "resource",
                                rows.first[i].resource, "when", rows.first[i].when));
    return list;
}

json_t *plugins_json_op(const struct plugin *plugin, const struct slrun_op *op)
{
    json_t *json = brief(op);
    if (plugin->service.iam_prefix)
        json_object_set_new(json, "iam_action",
                            json_sprintf("%s:%s", plugin->service.iam_prefix, op->api));
    json_object_set_new(json, "grants", grants(plugin, op));
    json_object_set_new(json, "parameters", members(op->params, NULL));
    json_object_set_new(json, "result", op->result ? members(op->result, NULL) : json_null());
    json_object_set_new(json, "idempotent", json_boolean(op->flags & SLRUN_OP_IDEMPOTENT));
    json_object_set_new(json, "consumes", json_boolean(op->flags & SLRUN_OP_CONSUMES));
    json_object_set_new(json, "undo", json_boolean(op->undo != NULL));
    json_object_set_new(json, "token", op->token ? json_string(op->token) : json_null());
    json_object_set_new(json, "retry", words(op->retry));
    json_object_set_new(json, "absent", words(op->absent));
    json_object_set_new(json, "paging", op->paging.output ? paging(&op->paging) : json_null());
    json_object_set_new(json, "hold",
                        op->hold.param ? json_pack("{s:s, s:I}", "parameter", op->hold.param,
                                                   "unit_ms", (json_int_t)op->hold.unit_ms)
                                       : json_null());
    return json;
}

json_t *plugins_json(const struct plugin *plugin, bool whole)
{
    const struct slrun_plugin *p = &plugin->entry;
    const struct slrun_service *s = &plugin->service;
    json_t *ops = json_array();
    for (size_t i = 0; i < p->n_ops; i++)
        json_array_append_new(ops, whole ? plugins_json_op(plugin, &plugin->ops[i])
                                         : brief(&plugin->ops[i]));
    return json_pack("{s:s, s:s, s:s, s:s, s:{s:i, s:i}, s:b, s:{s:s, s:s, s:s?}, s:o}", "name",
                     p->name, "version", p->version, "doc", p->doc, "path", plugin->path, "abi",
                     "major", (int)p->abi_major, "minor", (int)p->abi_minor, "local",
                     p->local != NULL, "service", "signing_name", s->signing_name,
                     "endpoint_prefix", s->endpoint_prefix, "iam_prefix", s->iam_prefix,
                     "operations", ops);
}

int plugins_json_print(json_t *json)
{
    int result = json ? json_dumpf(json, stdout, JSON_INDENT(2)) : -1;
    putchar('\n');
    json_decref(json);
    return result;
}
