/* SPDX-License-Identifier: Apache-2.0 */
/* A local half whose tables lack what the build takes away (-DJSON_SERVICE=NULL). */
#include <slrun/slrun.h>

static const struct slrun_local local;
#define NAME  "half"
#define LOCAL &local
#include "minimal.h"

#ifndef JSON_SERVICE
#define JSON_SERVICE &service
#endif
#ifndef OPEN
#define OPEN open_half
#endif
#ifndef CREATE
#define CREATE create
#endif

__attribute__((unused)) static int open_half(const struct slrun_cloud *cloud, void **half,
                                             struct slrun_error *error)
{
    (void)cloud;
    (void)half;
    (void)error;
    return 0;
}

static void nothing(void *half)
{
    (void)half;
}

static void create_not(void *half, struct slrun_resource *resource)
{
    (void)half;
    (void)resource;
}

__attribute__((unused)) static void create(void *half, struct slrun_resource *resource)
{
    (void)half;
    (void)resource;
}

static const struct slrun_json_operation operations[] = {{NULL, NULL}};
static const struct slrun_json_service json = {.service = JSON_SERVICE,
                                               .ops = ops,
                                               .n_ops = 1,
                                               .operations = operations,
                                               .internal = "InternalFailure"};
static const struct slrun_resource_type resources[] = {
    {.type = "AWS::Half::Thing", .properties = params, .create = CREATE, .remove = create_not},
    {.type = NULL}};
static const struct slrun_local local = {
    .open = OPEN, .close = nothing, .reset = nothing, .json = &json, .resources = resources};

MINIMAL_PLUGIN();
