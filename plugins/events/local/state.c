/* SPDX-License-Identifier: Apache-2.0 */
/* Buses and rules in memory and as documents of the local cloud, and their ARNs. */

#include "local/service.h"

static const struct slrun_doc_kind kept_buses = {"events", "bus/"};
static const struct slrun_doc_kind kept_rules = {"events", "rule/"};
static const struct slrun_doc_kind kept_things = {"events", "thing/"};
static const struct slrun_doc_kind kept_events = {"events", "archived/"};

/* An archived event, {"Archive", "At", "Event"}, back in its archive. */
static int load_event(void *arg, const char *key, const json_t *doc)
{
    json_t *archive = json_object_get(arg, slrun_text(doc, "Archive"));
    json_t *event = json_deep_copy(doc);
    (void)json_object_set_new(event, "Doc", json_string(key));
    (void)json_array_append_new(json_object_get(archive, "Events"), event);
    return 0;
}

bool state_open(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    const char *arn;
    json_t *rule;
    service->buses = cloud->doc_load(cloud, &kept_buses);
    service->rules = cloud->doc_load(cloud, &kept_rules);
    service->things = cloud->doc_load(cloud, &kept_things);
    if (cloud->data)
        (void)cloud->doc_each(cloud, kept_events.service, kept_events.prefix, load_event,
                              service->things);
    json_object_foreach (service->rules, arn, rule)
        schedule_resume(service, arn);
    return service->buses && service->rules && service->things;
}

void state_close(struct service *service)
{
    json_decref(service->buses);
    json_decref(service->rules);
    json_decref(service->things);
    service->buses = service->rules = service->things = NULL;
}

void bus_keep(struct service *service, const char *arn)
{
    service->cloud->doc_keep(service->cloud, &kept_buses, arn,
                             json_object_get(service->buses, arn));
}

void rule_keep(struct service *service, const char *arn)
{
    service->cloud->doc_keep(service->cloud, &kept_rules, arn,
                             json_object_get(service->rules, arn));
}

/* Archived events are documents of their own. */
void state_keep_thing(struct service *service, const char *key, const json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    json_t *copy = cloud->data && doc ? json_copy((json_t *)(uintptr_t)doc) : NULL;
    if (json_object_get(copy, "Events"))
        (void)json_object_set_new(copy, "Events", json_array());
    cloud->doc_keep(cloud, &kept_things, key, copy);
    json_decref(copy);
}

void state_keep_event(struct service *service, json_t *event)
{
    char key[SLRUN_DOC_KEY_MAX];
    service->cloud->doc_add(service->cloud, &kept_events, event, key);
    if (*key)
        (void)json_object_set_new(event, "Doc", json_string(key));
}

void state_forget_event(struct service *service, const char *key)
{
    (void)service->cloud->doc_remove(service->cloud, kept_events.service, key);
}
