/* SPDX-License-Identifier: Apache-2.0 */
/* State machines, activities and executions in memory and as documents of the local cloud. */
#include <string.h>

#include "local/service.h"

const struct slrun_doc_kind kept_machines = {"states", "machine/"};
const struct slrun_doc_kind kept_activities = {"states", "activity/"};
const struct slrun_doc_kind kept_executions = {"states", "execution/"};
const struct slrun_doc_kind kept_runs = {"states", "run/"};
const struct slrun_doc_kind kept_map_runs = {"states", "map/"};
/* By NUMBER/ARN, so in the order of the numbers, which is the one of time within an execution. */
static const struct slrun_doc_kind kept_events = {"states", "event/"};

static json_t *load_histories(const struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    json_t *histories = json_object(), *events = cloud->doc_load(cloud, &kept_events), *doc;
    const char *key;
    json_object_foreach (service->executions, key, doc)
        (void)json_object_set_new(histories, key, json_array());
    json_object_foreach (events, key, doc)
        (void)json_array_append(json_object_get(histories, strchr(key, '/') + 1), doc);
    json_decref(events);
    return histories;
}

bool state_open(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    service->machines = cloud->doc_load(cloud, &kept_machines);
    service->activities = cloud->doc_load(cloud, &kept_activities);
    service->executions = cloud->doc_load(cloud, &kept_executions);
    service->map_runs = cloud->doc_load(cloud, &kept_map_runs);
    service->histories = load_histories(service);
    service->trees = json_object();
    service->log_streams = json_object();
    return service->machines && service->activities && service->executions && service->map_runs &&
           service->histories && service->trees && service->log_streams;
}

void state_close(struct service *service)
{
    json_decref(service->machines);
    json_decref(service->activities);
    json_decref(service->executions);
    json_decref(service->map_runs);
    json_decref(service->histories);
    json_decref(service->trees);
    json_decref(service->log_streams);
}

void state_clear(struct service *service)
{
    json_object_clear(service->machines);
    json_object_clear(service->activities);
    json_object_clear(service->executions);
    json_object_clear(service->map_runs);
    json_object_clear(service->histories);
    json_object_clear(service->trees);
    json_object_clear(service->log_streams);
}

/* ---- keeping ---- */

void state_keep(const struct service *service, const struct slrun_doc_kind *kind, const char *arn,
                const json_t *doc)
{
    service->cloud->doc_keep(service->cloud, kind, arn, doc);
}

static void keep_event(const struct service *service, const char *arn, const json_t *event,
                       const json_t *doc)
{
    json_t *key =
        json_sprintf("%06d/%s", (int)json_integer_value(json_object_get(event, "id")), arn);
    if (key)
        state_keep(service, &kept_events, json_string_value(key), doc);
    json_decref(key);
}

void state_keep_event(const struct service *service, const char *arn, const json_t *event)
{
    if (service->cloud->data)
        keep_event(service, arn, event, event);
}

static void forget(struct service *service, const char *arn)
{
    size_t i;
    json_t *event, *own = json_string(arn); /* the key may go with its execution */
    if (service->cloud->data)
        json_array_foreach (json_object_get(service->histories, arn), i, event)
            keep_event(service, arn, event, NULL);
    state_keep(service, &kept_executions, arn, NULL);
    state_keep(service, &kept_runs, arn, NULL);
    (void)json_object_del(service->histories, json_string_value(own));
    (void)json_object_del(service->trees, json_string_value(own));
    (void)json_object_del(service->executions, json_string_value(own));
    json_decref(own);
}

void state_trim(struct service *service)
{
    const char *arn;
    json_t *doc;
    if (json_object_size(service->executions) <= EXECUTIONS_MAX)
        return;
    json_object_foreach (service->executions, arn, doc) {
        if (strcmp(slrun_text(doc, "status"), "RUNNING") != 0) {
            forget(service, arn);
            return;
        }
    }
}
