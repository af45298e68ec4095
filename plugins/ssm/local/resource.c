/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::SSM::Parameter in stacks. */
#include <slrun/table.h>

#include "local/service.h"

static const struct slrun_shape string_shape = S_STRING;
static const char *const types[] = {"String", "StringList", NULL}; /* CloudFormation's alone */
static const char *const tiers[] = {"Standard", "Advanced", "Intelligent-Tiering", NULL};

static const struct slrun_param properties[] = {
    {"Name", S_STRING, 0, "Name of the parameter."},
    {"Type", S_WORD(types), SLRUN_REQUIRED, "String or StringList."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The value."},
    {"Description", S_STRING, 0, "What it is for."},
    {"AllowedPattern", S_STRING, 0, "Regular expression for values."},
    {"Tier", S_WORD(tiers), 0, "Standard, Advanced or Intelligent-Tiering."},
    {"Policies", S_STRING, 0, "Parameter policies, a JSON text."},
    {"DataType", S_STRING, 0, "text, aws:ec2:image or aws:ssm:integration."},
    {"Tags", S_MAP(string_shape), 0, "Tags by name."},
    {.name = NULL},
};

static const char *name_of(const struct slrun_resource *r)
{
    const char *name = slrun_text(r->properties, "Name");
    return r->physical_id ? r->physical_id : name ? name : r->suggested_name;
}

static json_t *tags_of(const struct slrun_resource *r)
{
    json_t *list = json_array(), *value;
    const char *key;
    json_object_foreach (json_object_get(r->properties, "Tags"), key, value)
        (void)json_array_append_new(list, json_pack("{s:s, s:O}", "Key", key, "Value", value));
    return list;
}

static void made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    json_t *all = json_object();
    (void)results;
    slrun_copy_members(all, r->properties, (const char *const[]){"Type", "Value", NULL});
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = name_of(r), .attributes = all});
    json_decref(all);
}

static struct slrun_resource_call put_call(const struct slrun_resource *r)
{
    static const char *const same[] = {"Type", "Value",    "Description", "AllowedPattern",
                                       "Tier", "Policies", "DataType",    NULL};
    json_t *args = json_pack("{s:s}", "Name", name_of(r));
    slrun_copy_members(args, r->properties, same);
    return (struct slrun_resource_call){.operation = "put_parameter", .args = args};
}

static void create(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    struct slrun_resource_call call = put_call(r);
    (void)json_object_set_new(call.args, "Tags", tags_of(r));
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"ssm", &call, 1, made});
}

static void update(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    json_t *tags = json_object_get(r->properties, "Tags");
    json_t *gone = slrun_keys_gone(json_object_get(r->old, "Tags"), tags, NULL);
    struct slrun_resource_call calls[] = {
        put_call(r),
        {.operation = "remove_tags_from_resource",
         .args = json_pack("{s:s, s:s, s:o}", "ResourceType", "Parameter", "ResourceId", name_of(r),
                           "TagKeys", gone)},
        {.operation = "add_tags_to_resource",
         .args = json_pack("{s:s, s:s, s:o}", "ResourceType", "Parameter", "ResourceId", name_of(r),
                           "Tags", tags_of(r))},
    };
    (void)json_object_set_new(calls[0].args, "Overwrite", json_true());
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"ssm", calls, 3, made});
}

static void remove_parameter(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    struct slrun_resource_call call = {.operation = "delete_parameter",
                                       .args = json_pack("{s:s}", "Name", r->physical_id),
                                       .ignored = "ParameterNotFound"};
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"ssm", &call, 1, NULL});
}

const struct slrun_resource_type ssm_resources[] = {
    {.type = "AWS::SSM::Parameter",
     .doc = "A parameter of Parameter Store.",
     .properties = properties,
     .attributes = (const char *const[]){"Type", "Value", NULL},
     .replacing = (const char *const[]){"Name", NULL},
     .create = create,
     .update = update,
     .remove = remove_parameter},
    {.type = NULL},
};
