/* SPDX-License-Identifier: Apache-2.0 */
#include "local/look.h"

#include <stdio.h>

#include "local/service.h"

static void box(const struct slrun_looks *looks, struct slrun_look *look, const json_t *pipe)
{
    json_int_t failed =
        json_integer_value(json_object_get(json_object_get(pipe, "Counts"), "Failed"));
    char says[64];
    (void)snprintf(says, sizeof says, "pipe: %s",
                   failed ? "has failed" : slrun_text_or(pipe, "CurrentState", ""));
    looks->box(look, &(struct slrun_look_box){.says = says,
                                              .failed = failed > 0,
                                              .from = json_incref(json_object_get(pipe, "Source")),
                                              .to = json_pack("[O?, O?]",
                                                              json_object_get(pipe, "Enrichment"),
                                                              json_object_get(pipe, "Target"))});
}

static void list(void *state, struct slrun_look *look)
{
    static const char *const counts[] = {"Passed", "FilteredOut", "Failed"};
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const char *arn;
    json_t *pipe;
    json_object_foreach (service->pipes, arn, pipe) {
        int wanted = looks->want(look);
        json_t *cells = wanted > 0 ? json_array() : NULL;
        if (wanted < 0)
            return;
        if (!cells)
            continue;
        (void)json_array_append(cells, json_object_get(pipe, "Name"));
        (void)json_array_append(cells, json_object_get(pipe, "CurrentState"));
        (void)json_array_append(cells, json_object_get(pipe, "Source"));
        (void)json_array_append(cells, json_object_get(pipe, "Target"));
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
            (void)json_array_append_new(cells, json_integer(json_integer_value(json_object_get(
                                                   json_object_get(pipe, "Counts"), counts[i]))));
        slrun_arn_place(arn, region, account);
        (void)json_array_append_new(cells, json_string(region));
        (void)json_array_append_new(cells, json_string(account));
        looks->row(look, arn, cells);
        box(looks, look, pipe);
    }
}

static int show(void *state, struct slrun_look *look, const char *arn)
{
    static const char *const facts[] = {"Description",
                                        "CurrentState",
                                        "StateReason",
                                        "Source",
                                        "SourceParameters",
                                        "Enrichment",
                                        "EnrichmentParameters",
                                        "Target",
                                        "TargetParameters",
                                        "RoleArn",
                                        "Tags"};
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *pipe = pipe_find(service, arn);
    if (!pipe)
        return -1;
    looks->fact(look, "ARN", json_string(arn));
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        looks->fact(look, facts[i], json_incref(json_object_get(pipe, facts[i])));
    return 0;
}

const struct slrun_look_kind pipes_looks[] = {
    {"pipes", "Pipes",
     "name|state|source|target|passed:number|filtered out:number|failed:number|region|account",
     list, show},
    {NULL, NULL, NULL, NULL, NULL},
};
