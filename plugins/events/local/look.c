/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: event buses, and rules with their targets. */
#include "local/look.h"

#include <stdio.h>
#include <string.h>

#include "local/service.h"

/* Region and account, the parts of an ARN behind the service. */
static json_t *arn_part(const char *arn, int part)
{
    for (; part > 0 && arn; part--) {
        arn = strchr(arn, ':');
        arn += arn != NULL;
    }
    return arn ? json_stringn(arn, strcspn(arn, ":")) : json_null();
}

static json_t *time_of(const json_t *object, const char *member)
{
    const json_t *seconds = json_object_get(object, member);
    return seconds ? json_integer((json_int_t)(json_number_value(seconds) * 1000)) : json_null();
}

static void list_buses(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const char *arn;
    json_t *bus;
    json_object_foreach (service->buses, arn, bus) {
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[O? o o o]", json_object_get(bus, "Name"),
                                 time_of(bus, "CreationTime"), arn_part(arn, 3), arn_part(arn, 4)));
        looks->box(look, &(struct slrun_look_box){.says = "event bus"});
    }
}

static void box(const struct slrun_looks *looks, struct slrun_look *look, const json_t *rule)
{
    bool enabled = strcmp(slrun_text_or(rule, "State", ""), "ENABLED") == 0;
    const char *schedule = slrun_text(rule, "ScheduleExpression");
    char says[64];
    (void)snprintf(says, sizeof says, "rule%s%s%s", schedule ? ": " : "", schedule ? schedule : "",
                   enabled ? "" : ", disabled");
    looks->box(look, &(struct slrun_look_box){.says = says,
                                              .from = json_incref(json_object_get(rule, "Bus")),
                                              .to = json_incref(json_object_get(rule, "Targets"))});
}

static void list_rules(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const char *arn;
    json_t *rule;
    json_object_foreach (service->rules, arn, rule) {
        const char *schedule = slrun_text(rule, "ScheduleExpression");
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (!wanted)
            continue;
        looks->row(look, arn,
                   json_pack("[O? O? O? s? O? I o o]", json_object_get(rule, "Name"),
                             json_object_get(rule, "EventBusName"), json_object_get(rule, "State"),
                             schedule, json_object_get(rule, "EventPattern"),
                             (json_int_t)json_array_size(json_object_get(rule, "Targets")),
                             arn_part(arn, 3), arn_part(arn, 4)));
        box(looks, look, rule);
    }
}

static int show_rule(void *state, struct slrun_look *look, const char *arn)
{
    static const char *const facts[] = {"Description", "State", "EventPattern",
                                        "ScheduleExpression", "Tags"};
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *rule = json_object_get(service->rules, arn);
    const json_t *targets = json_object_get(rule, "Targets");
    if (!rule)
        return -1;
    looks->fact(look, "ARN", json_string(arn));
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        looks->fact(look, facts[i], json_incref(json_object_get(rule, facts[i])));
    looks->table(look, "Targets", "id|ARN|more", NULL);
    for (size_t i = 0; i < json_array_size(targets) && looks->want(look) > 0; i++) {
        json_t *more = json_copy(json_array_get(targets, i));
        json_t *id = json_incref(json_object_get(more, "Id"));
        json_t *target = json_incref(json_object_get(more, "Arn"));
        json_object_del(more, "Id");
        json_object_del(more, "Arn");
        looks->row(look, NULL, json_pack("[o? o? o]", id, target, more));
    }
    return 0;
}

const struct slrun_look_kind events_looks[] = {
    {"rules", "Rules", "name|bus|state|schedule|pattern|targets:number|region|account", list_rules,
     show_rule},
    {"buses", "Event buses", "name|created:time|region|account", list_buses, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
