/* SPDX-License-Identifier: Apache-2.0 */
#include "local/resource.h"

#include <slrun/table.h>

#include "client/shapes.h"
#include "local/service.h"

static const struct slrun_shape tag_shape = S_STRING;

static const struct slrun_param properties[] = {
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Description", S_STRING, 0, "What it is for."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"Source", S_STRING, SLRUN_REQUIRED, "ARN of the queue or stream that it reads."},
    {"SourceParameters", S_STRUCTURE(pipes_pipe_source_parameters), 0,
     "Filters, and how the source is read."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {"EnrichmentParameters", S_STRUCTURE(pipes_pipe_enrichment_parameters), 0,
     "What the enrichment gets."},
    {"Target", S_STRING, SLRUN_REQUIRED, "ARN of what gets the batches."},
    {"TargetParameters", S_STRUCTURE(pipes_pipe_target_parameters), 0,
     "What the target gets, and how."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "Role with which it reads and sends."},
    {"LogConfiguration", S_STRUCTURE(pipes_pipe_log_configuration_parameters), 0,
     "Where it logs what it does."},
    {"KmsKeyIdentifier", S_STRING, 0, "The key of encryption."},
    {"Tags", S_MAP(tag_shape), 0, "Tags of the pipe."},
    {.name = NULL},
};

static const char *const attributes[] = {
    "Arn", "CreationTime", "CurrentState", "LastModifiedTime", "StateReason", NULL};
static const char *const replacing[] = {"Name", "Source", NULL};

static void run(void *state, struct slrun_resource *r, const struct slrun_resource_run *calls)
{
    const struct service *service = state;
    service->cloud->resource_run(service->cloud, r, calls);
}

/* The last of the calls was DescribePipe. */
static void described(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const json_t *pipe = json_array_get(results, json_array_size(results) - 1);
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = slrun_text(pipe, "Name"),
                                           .attributes = pipe});
}

static json_t *name_of(const struct slrun_resource *r)
{
    return json_pack("{s:s}", "Name",
                     r->physical_id ? r->physical_id
                                    : slrun_text_or(r->properties, "Name", r->suggested_name));
}

static void create(void *state, struct slrun_resource *r)
{
    json_t *args = json_deep_copy(r->properties), *name = name_of(r);
    (void)json_object_update(args, name);
    const struct slrun_resource_call calls[] = {
        {.operation = "create_pipe", .args = args},
        {.operation = "describe_pipe", .args = name},
    };
    run(state, r,
        &(struct slrun_resource_run){"pipes", calls, sizeof calls / sizeof *calls, described});
}

/* Where a stream begins is not changed by an update. */
static void drop_positions(json_t *source)
{
    const char *key;
    json_t *one;
    json_object_foreach (source, key, one)
        if (json_is_object(one)) {
            (void)json_object_del(one, "StartingPosition");
            (void)json_object_del(one, "StartingPositionTimestamp");
        }
}

static void update(void *state, struct slrun_resource *r)
{
    json_t *args = json_deep_copy(r->properties), *name = name_of(r);
    json_t *tags = json_object_get(args, "Tags");
    json_t *arn =
        json_sprintf("arn:aws:pipes:%s:%s:pipe/%s", r->region, r->account, r->physical_id);
    json_t *gone = slrun_keys_gone(json_object_get(r->old, "Tags"), tags, NULL);
    json_t *untagging = json_pack("{s:O, s:o}", "resourceArn", arn, "tagKeys", gone);
    json_t *tagging = json_pack("{s:o, s:o}", "resourceArn", arn, "tags",
                                tags ? json_incref(tags) : json_object());
    (void)json_object_update(args, name);
    (void)json_object_del(args, "Source");
    (void)json_object_del(args, "Tags");
    drop_positions(json_object_get(args, "SourceParameters"));
    const struct slrun_resource_call calls[] = {
        {.operation = "update_pipe", .args = args},
        {.operation = "untag_resource", .args = untagging},
        {.operation = "tag_resource", .args = tagging},
        {.operation = "describe_pipe", .args = name},
    };
    run(state, r,
        &(struct slrun_resource_run){"pipes", calls, sizeof calls / sizeof *calls, described});
}

static void remove_pipe(void *state, struct slrun_resource *r)
{
    const struct slrun_resource_call calls[] = {
        {.operation = "delete_pipe", .args = name_of(r), .ignored = "NotFoundException"}};
    run(state, r, &(struct slrun_resource_run){"pipes", calls, 1, NULL});
}

const struct slrun_resource_type pipes_resources[] = {
    {.type = "AWS::Pipes::Pipe",
     .doc = "A pipe from a queue or a stream to a target.",
     .properties = properties,
     .attributes = attributes,
     .replacing = replacing,
     .create = create,
     .update = update,
     .remove = remove_pipe},
    {.type = NULL},
};
