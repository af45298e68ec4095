/* SPDX-License-Identifier: Apache-2.0 */
/* Event sources: the table, and the order in which they are made. */
#include "sam/events.h"

#include <stdlib.h>
#include <string.h>

#include "sam/value.h"
#include "template/nearest.h"

const struct sam_event_type sam_event_types[] = {
    {"AlexaSkill", sam_alexa_properties, NULL, sam_alexa_make},
    {"Api", sam_api_event_properties, sam_api_event_check, sam_api_event_make},
    {"CloudWatchEvent", sam_rule_properties, NULL, sam_rule_make},
    {"CloudWatchLogs", sam_logs_properties, NULL, sam_logs_make},
    {"Cognito", sam_cognito_properties, sam_cognito_check, sam_cognito_make},
    {"DocumentDB", sam_cluster_properties, NULL, sam_pull_make},
    {"DynamoDB", sam_stream_properties, NULL, sam_pull_make},
    {"EventBridgeRule", sam_rule_properties, NULL, sam_rule_make},
    {"HttpApi", sam_http_event_properties, sam_http_event_check, sam_http_event_make},
    {"IoTRule", sam_iot_properties, NULL, sam_iot_make},
    {"Kinesis", sam_stream_properties, NULL, sam_pull_make},
    {"MQ", sam_broker_properties, NULL, sam_pull_make},
    {"MSK", sam_stream_properties, NULL, sam_pull_make},
    {"S3", sam_s3_properties, sam_s3_check, sam_s3_make},
    {"SNS", sam_sns_properties, NULL, sam_sns_make},
    {"SQS", sam_queue_properties, NULL, sam_pull_make},
    {"Schedule", sam_schedule_properties, NULL, sam_schedule_make},
    {"ScheduleV2", sam_scheduler_properties, NULL, sam_scheduler_make},
    {"SelfManagedKafka", sam_kafka_properties, NULL, sam_pull_make},
    {NULL, NULL, NULL, NULL},
};

const struct sam_event_type sam_machine_events[] = {
    {"Api", sam_machine_api_properties, sam_api_event_check, sam_machine_api_make},
    {"CloudWatchEvent", sam_machine_rule_properties, NULL, sam_rule_make},
    {"EventBridgeRule", sam_machine_rule_properties, NULL, sam_rule_make},
    {"Schedule", sam_machine_schedule_properties, NULL, sam_schedule_make},
    {"ScheduleV2", sam_scheduler_properties, NULL, sam_scheduler_make},
    {NULL, NULL, NULL, NULL},
};

static const struct sam_event_type *find(const struct sam_event_type *t, const char *type)
{
    while (t->type != NULL && (type == NULL || strcmp(t->type, type) != 0))
        t++;
    return t->type == NULL ? NULL : t;
}

static const char *near_type(const struct sam_event_type *t, const char *type,
                             char hint[NEAREST_HINT_MAX])
{
    struct slrun_nearest nearest = {.word = type == NULL ? "" : type};
    for (; t->type != NULL; t++)
        slrun_nearest_offer(&nearest, t->type);
    return nearest_hint(&nearest, hint, NEAREST_HINT_MAX);
}

static bool check(struct sam *s, const struct sam_event_type *types, const char *name, json_t *body)
{
    const char *type = sam_text(body, "Type");
    const struct sam_event_type *t = find(types, type);
    if (t == NULL) {
        char hint[NEAREST_HINT_MAX];
        return sam_fail_event(s, name,
                              "Resource dict has missing or invalid value for key Type. Event Type "
                              "is: %s.%s",
                              type == NULL ? "None" : type, near_type(types, type, hint));
    }
    char id[SAM_ID_MAX];
    json_t *p = sam_get(body, "Properties");
    struct sam_checked what = {sam_id(id, "%s%s", s->id, name), type, p};
    if (!sam_check(s, &what, t->properties))
        return false;
    if (p == NULL)
        p = sam_object_at(s, body, "Properties");
    struct sam_event event = {type, name, id, p, NULL};
    return t->check == NULL || t->check(s, &event);
}

bool sam_events_check(struct sam *s, const struct sam_event_type *types)
{
    const char *name;
    json_t *body;
    json_object_foreach (sam_get(s->properties, "Events"), name, body) {
        s->event = name;
        bool well = check(s, types, name, body);
        s->event = NULL;
        if (!well)
            return false;
    }
    return true;
}

struct named {
    const char *name, *order;
    json_t *body;
    const struct sam_event_type *type;
};

static int by_order(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int order = strcmp(x->order, y->order);
    return order != 0 ? order : strcmp(x->name, y->name);
}

static bool make(struct sam *s, const struct named *n, const struct sam_target *target)
{
    char id[SAM_ID_MAX];
    struct sam_event event = {n->type->type, n->name, sam_id(id, "%s%s", s->id, n->name),
                              json_object_get(n->body, "Properties"), target};
    s->event = n->name;
    bool well = n->type->make(s, &event);
    s->event = NULL;
    return well;
}

/* By path, or name where there is none: which of two methods of a path comes first shows. */
bool sam_events_make(struct sam *s, const struct sam_event_type *types,
                     const struct sam_target *target)
{
    json_t *events = sam_get(s->properties, "Events"), *body;
    size_t size = json_object_size(events), n = 0;
    struct named *all = size == 0 ? NULL : calloc(size, sizeof *all);
    if (all == NULL) {
        s->failed = s->failed || size > 0;
        return size == 0;
    }
    const char *name;
    json_object_foreach (events, name, body) {
        const char *path = sam_text(json_object_get(body, "Properties"), "Path");
        all[n++] = (struct named){name, path == NULL ? name : path, body,
                                  find(types, sam_text(body, "Type"))};
    }
    qsort(all, n, sizeof *all, by_order);
    bool well = true;
    for (size_t i = 0; i < n && well; i++)
        well = make(s, &all[i], target);
    free(all);
    return well;
}
