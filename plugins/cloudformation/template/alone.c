/* SPDX-License-Identifier: Apache-2.0 */
/* A template without values for its parameters. */
#include "template/plan.h"
#include "template/sections.h"

static json_t *names_of(const json_t *map)
{
    json_t *names = json_object(), *value;
    const char *key;
    json_object_foreach ((json_t *)map, key, value)
        json_object_set_new(names, key, json_true());
    return names;
}

int template_check(const struct template *t, const struct slrun_cloud *cloud,
                   struct problems *problems)
{
    static const char *const pseudo[] = {"AWS::Region",          "AWS::AccountId", "AWS::StackName",
                                         "AWS::StackId",         "AWS::Partition", "AWS::URLSuffix",
                                         "AWS::NotificationARNs"};
    if (!sections_check(t, problems))
        return -1;
    if (json_object_get(t->root, "Transform")) /* what it becomes is not known */
        return 0;
    json_t *values = names_of(json_object_get(t->root, "Parameters"));
    json_t *conditions = names_of(json_object_get(t->root, "Conditions"));
    for (size_t i = 0; i < sizeof pseudo / sizeof *pseudo; i++)
        json_object_set_new(values, pseudo[i], json_true());
    struct scope scope = {.cloud = cloud,
                          .template = t,
                          .parameters = values,
                          .conditions = conditions,
                          .problems = problems};
    bool ok = sections_check_members(t, cloud, problems) && references_check(&scope);
    json_decref(values);
    json_decref(conditions);
    return ok ? 0 : -1;
}
