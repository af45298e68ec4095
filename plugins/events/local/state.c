/* SPDX-License-Identifier: Apache-2.0 */
/* Buses and rules in memory and as documents of the local cloud, and their ARNs. */
#include <time.h>

#include "local/service.h"

#define BUS   "bus/"
#define RULE  "rule/"
#define THING "thing/"
#define EVENT "archived/"

static int load(void *arg, const char *key, const json_t *doc)
{
    (void)json_object_set_new(arg, strchr(key, '/') + 1, json_deep_copy(doc));
    return 0;
}

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
    service->buses = json_object();
    service->rules = json_object();
    service->things = json_object();
    if (cloud->data) {
        (void)cloud->doc_each(cloud, "events", BUS, load, service->buses);
        (void)cloud->doc_each(cloud, "events", RULE, load, service->rules);
        (void)cloud->doc_each(cloud, "events", THING, load, service->things);
        (void)cloud->doc_each(cloud, "events", EVENT, load_event, service->things);
    }
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

static void keep(struct service *service, const char *prefix, const char *arn, const json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    json_t *key = cloud->data ? json_sprintf("%s%s", prefix, arn) : NULL;
    if (!key)
        return;
    if (doc)
        (void)cloud->doc_put(cloud, "events", json_string_value(key), doc);
    else
        (void)cloud->doc_remove(cloud, "events", json_string_value(key));
    json_decref(key);
}

void bus_keep(struct service *service, const char *arn)
{
    keep(service, BUS, arn, json_object_get(service->buses, arn));
}

void rule_keep(struct service *service, const char *arn)
{
    keep(service, RULE, arn, json_object_get(service->rules, arn));
}

/* Archived events are documents of their own. */
void state_keep_thing(struct service *service, const char *key, const json_t *doc)
{
    json_t *copy = service->cloud->data && doc ? json_copy((json_t *)(uintptr_t)doc) : NULL;
    if (json_object_get(copy, "Events"))
        (void)json_object_set_new(copy, "Events", json_array());
    keep(service, THING, key, copy);
    json_decref(copy);
}

void state_keep_event(struct service *service, json_t *event)
{
    char key[KEPT_KEY_SIZE];
    const struct slrun_cloud *cloud = service->cloud;
    if (!cloud->data)
        return;
    (void)snprintf(key, sizeof key, EVENT "%016llx%08x", (unsigned long long)cloud->now_ms(cloud),
                   ++service->kept);
    (void)cloud->doc_put(cloud, "events", key, event);
    (void)json_object_set_new(event, "Doc", json_string(key));
}

/* Keys in the order of time: what is taken up goes out in the order in which it came. */
void state_keep(struct service *service, char key[KEPT_KEY_SIZE], const json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    *key = '\0';
    if (!cloud->data || !doc)
        return;
    (void)snprintf(key, KEPT_KEY_SIZE, KEPT "%016llx%08x", (unsigned long long)cloud->now_ms(cloud),
                   ++service->kept);
    (void)cloud->doc_put(cloud, "events", key, doc);
}

void state_forget(struct service *service, const char *key)
{
    if (*key)
        (void)service->cloud->doc_remove(service->cloud, "events", key);
}

void time_text(int64_t ms, char text[TIME_SIZE])
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    if (!gmtime_r(&seconds, &tm) || !strftime(text, TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &tm))
        *text = '\0';
}
