/* SPDX-License-Identifier: Apache-2.0 */
/* Templates: read, judged with their defaults as parameters, resolved, written as problems. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/resource.h>

#include "template/plan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct slrun_shape string_shape = {.type = SLRUN_STRING};
static const struct slrun_param members[] = {
    {"Name", {.type = SLRUN_STRING}, 0, "A name."},
    {"Size", {.type = SLRUN_INTEGER}, 0, "A number."},
    {"On", {.type = SLRUN_BOOLEAN}, 0, "A flag."},
    {"Names", {.type = SLRUN_LIST, .of = &string_shape}, 0, "A list."},
    {"Any", {.type = SLRUN_DOCUMENT}, 0, "Anything."},
    {.name = NULL}};
static const struct slrun_resource_type thing = {
    .type = "A::B::C", .properties = members, .attributes = (const char *const[]){"Arn", NULL}};

static const struct slrun_resource_type *find_type(const struct slrun_cloud *cloud,
                                                   const char *type)
{
    (void)cloud;
    return strcmp(type, thing.type) == 0 ? &thing : NULL;
}

static const struct slrun_resource_type *type_at(const struct slrun_cloud *cloud, size_t i)
{
    (void)cloud;
    return i == 0 ? &thing : NULL;
}

static const struct slrun_cloud cloud = {.resource_type = find_type, .resource_type_at = type_at};

/* The properties of all resources when all of them are there. */
static void resolve_all(const struct plan *plan, struct problems *problems)
{
    json_t *there = json_object(), *entry;
    const char *id;
    json_object_foreach (plan->resources, id, entry)
        json_object_set_new(there, id,
                            json_pack("{s:s, s:{s:s, s:s}}", "PhysicalResourceId", "p",
                                      "Attributes", "Arn", "a", "*", "x"));
    struct plan_look look = {.cloud = &cloud, .resources = there, .problems = problems};
    json_object_foreach (plan->resources, id, entry)
        json_decref(plan_properties(plan, &look, id));
    json_decref(plan_outputs(plan, &look));
    json_decref(there);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct transform none[] = {{.name = NULL}};
    static struct problems problems;
    static char text[8192];
    char *copy = malloc(size + 1);
    struct plan plan;
    if (!copy)
        return 0;
    memcpy(copy, data, size);
    problems = (struct problems){.n = 0};
    struct plan_input in = {.cloud = &cloud,
                            .source = {copy, size, true},
                            .transforms = none,
                            .region = "us-east-1",
                            .account = "123456789012",
                            .stack_name = "s",
                            .stack_id = "i"};
    if (plan_make(&plan, &in, &problems) == 0)
        resolve_all(&plan, &problems);
    problems_text(&problems, text, sizeof text);
    plan_free(&plan);
    free(copy);
    return 0;
}
