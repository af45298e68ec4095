/* SPDX-License-Identifier: Apache-2.0 */
/* Mappings, their documents and their readers. */
#include "local/mapping/registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "local/mapping/host.h"
#include "readers/engine.h"

enum { KEY_SIZE = 128, CHANGE_MS = 100 /* that a state between others lasts */ };

#define PREFIX "mapping/"

struct mappings {
    struct engine *engine;
    struct mapping *all;
    struct slrun_timer *begin; /* of the readers, once all services are there */
};

json_t *registry_config(const struct mapping *mapping)
{
    return json_object_get(mapping->doc, "Config");
}

json_t *registry_told(const struct mapping *mapping)
{
    return json_deep_copy(registry_config(mapping));
}

bool registry_is_on(const struct mapping *mapping)
{
    const char *next = slrun_text_or(mapping->doc, "Next", "");
    const char *state = *next ? next : slrun_text_or(registry_config(mapping), "State", "");
    return strcmp(state, "Enabled") == 0;
}

static const char *uuid_of(const struct mapping *mapping)
{
    return slrun_text_or(registry_config(mapping), "UUID", "");
}

static void key_of(const struct mapping *mapping, char key[KEY_SIZE])
{
    (void)snprintf(key, KEY_SIZE, PREFIX "%.100s", uuid_of(mapping));
}

static void save(const struct mapping *mapping)
{
    const struct slrun_cloud *cloud = mapping->service->cloud;
    char key[KEY_SIZE];
    key_of(mapping, key);
    (void)cloud->doc_put(cloud, "lambda", key, mapping->doc);
}

static void mapping_free(struct mapping *mapping)
{
    if (mapping->creating)
        call_end(mapping->creating, NULL);
    json_decref(mapping->doc);
    free(mapping);
}

static struct mapping *link_new(struct service *service, json_t *doc)
{
    struct mapping *mapping = doc ? calloc(1, sizeof *mapping) : NULL;
    if (!mapping) {
        json_decref(doc);
        return NULL;
    }
    struct mapping **at = &service->mappings->all;
    while (*at)
        at = &(*at)->next;
    *at = mapping;
    mapping->service = service;
    mapping->doc = doc;
    return mapping;
}

struct mapping *registry_add(struct service *service, json_t *doc)
{
    size_t n = 0;
    for (const struct mapping *m = service->mappings->all; m; m = m->next)
        n++;
    if (n >= MAPPINGS_MAX) {
        json_decref(doc);
        return NULL;
    }
    struct mapping *mapping = link_new(service, doc);
    if (mapping)
        save(mapping);
    return mapping;
}

static void remove_mapping(struct mapping *mapping)
{
    struct service *service = mapping->service;
    struct mapping **at = &service->mappings->all;
    char key[KEY_SIZE];
    while (*at != mapping)
        at = &(*at)->next;
    *at = mapping->next;
    key_of(mapping, key);
    (void)service->cloud->doc_remove(service->cloud, "lambda", key);
    mapping_free(mapping);
}

/* ---- states ---- */

static void settle(struct mapping *mapping)
{
    const struct slrun_cloud *cloud = mapping->service->cloud;
    const json_t *due = json_object_get(mapping->doc, "Due");
    if (!due || json_integer_value(due) > cloud->now_ms(cloud))
        return;
    if (!*slrun_text_or(mapping->doc, "Next", "")) {
        remove_mapping(mapping);
        return;
    }
    (void)put(registry_config(mapping), "State",
              json_string(slrun_text_or(mapping->doc, "Next", "")));
    (void)json_object_del(mapping->doc, "Due");
    (void)json_object_del(mapping->doc, "Next");
    save(mapping);
}

struct mapping *registry_all(struct service *service)
{
    for (struct mapping *m = service->mappings->all, *next; m; m = next) {
        next = m->next;
        settle(m);
    }
    return service->mappings->all;
}

const struct mapping *registry_first(const struct service *service)
{
    return service->mappings ? service->mappings->all : NULL;
}

struct mapping *registry_find(struct service *service, const char *uuid)
{
    struct mapping *mapping = registry_all(service);
    while (mapping && strcmp(uuid_of(mapping), uuid) != 0)
        mapping = mapping->next;
    return mapping;
}

void registry_move(struct mapping *mapping, const char *state, const char *next)
{
    const struct slrun_cloud *cloud = mapping->service->cloud;
    json_t *config = registry_config(mapping);
    int64_t now = cloud->now_ms(cloud);
    bool at_once = cloud->chance(cloud, "at-once", uuid_of(mapping)) != 0;
    (void)put(config, "State", json_string(state));
    (void)put(config, "LastModified", json_real((double)now / 1000));
    (void)put(mapping->doc, "Next", json_string(next));
    (void)put(mapping->doc, "Due", json_integer(now + (at_once ? 0 : CHANGE_MS)));
    save(mapping);
}

/* ---- readers ---- */

/* Who waits for its creation is told of it as it is. */
static void end_creating(struct mapping *mapping)
{
    struct call *call = mapping->creating;
    mapping->creating = NULL;
    if (call)
        call_end(call, json_deep_copy(registry_config(mapping)));
}

bool registry_start(struct mapping *mapping, void (*ready)(void *arg))
{
    json_t *config = json_copy(registry_config(mapping));
    if (!config)
        return false;
    (void)json_object_update(config, json_object_get(mapping->doc, "Engine"));
    if (!ready)
        end_creating(mapping);
    bool ok = engine_start(mapping->service->mappings->engine,
                           &(struct engine_start){config, ready, mapping});
    json_decref(config);
    return ok;
}

void registry_stop(struct mapping *mapping, bool forget)
{
    end_creating(mapping);
    engine_stop(mapping->service->mappings->engine, uuid_of(mapping), forget);
}

/* LastProcessingResult, where the kind of source has one. */
static void told(void *arg, const char *uuid, const char *result)
{
    struct service *service = arg;
    struct mapping *mapping = service->mappings->all;
    while (mapping && strcmp(uuid_of(mapping), uuid) != 0)
        mapping = mapping->next;
    json_t *config = mapping ? registry_config(mapping) : NULL;
    if (json_object_get(config, "LastProcessingResult"))
        (void)put(config, "LastProcessingResult", json_string(result));
}

/* ---- opening and closing ---- */

static int load(void *arg, const char *key, const json_t *doc)
{
    (void)key;
    return link_new(arg, json_deep_copy(doc)) ? 0 : -1;
}

static void begin(void *arg)
{
    struct service *service = arg;
    service->mappings->begin = NULL;
    for (struct mapping *m = registry_all(service); m; m = m->next)
        if (registry_is_on(m))
            (void)registry_start(m, NULL);
}

bool mapping_open(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    const struct engine_host host = {.cloud = cloud,
                                     .arg = service,
                                     .service = "lambda",
                                     .kind = "mapping",
                                     .invoke = host_invoke,
                                     .forget = host_forget,
                                     .role = host_role,
                                     .on_behalf = host_on_behalf,
                                     .lost = host_lost,
                                     .told = told};
    struct mappings *mappings = calloc(1, sizeof *mappings);
    service->mappings = mappings;
    if (!mappings)
        return false;
    mappings->engine = engine_new(&host);
    if (!mappings->engine ||
        (cloud->doc_each && cloud->doc_each(cloud, "lambda", PREFIX, load, service) != 0))
        return false;
    if (mappings->all)
        mappings->begin = cloud->timer_start(cloud, cloud->now_ms(cloud), begin, service);
    return true;
}

void mapping_close(struct service *service)
{
    struct mappings *mappings = service->mappings;
    if (!mappings)
        return;
    if (mappings->begin)
        service->cloud->timer_stop(mappings->begin);
    engine_free(mappings->engine);
    while (mappings->all) {
        struct mapping *mapping = mappings->all;
        mappings->all = mapping->next;
        mapping_free(mapping);
    }
    free(mappings);
    service->mappings = NULL;
}

void mapping_forget(struct service *service)
{
    while (service->mappings && service->mappings->all) {
        struct mapping *mapping = service->mappings->all;
        registry_stop(mapping, true);
        remove_mapping(mapping);
    }
}

/* ---- tags ---- */

static struct mapping *by_arn(struct service *service, const char *arn)
{
    const char *uuid = strrchr(arn, ':');
    struct mapping *mapping = uuid ? registry_find(service, uuid + 1) : NULL;
    return mapping && strcmp(slrun_text_or(registry_config(mapping), "EventSourceMappingArn", ""),
                             arn) == 0
               ? mapping
               : NULL;
}

json_t *mapping_tags(struct service *service, const char *arn)
{
    struct mapping *mapping = by_arn(service, arn);
    return mapping ? json_object_get(mapping->doc, "Tags") : NULL;
}

void mapping_tags_changed(struct service *service, const char *arn)
{
    struct mapping *mapping = by_arn(service, arn);
    if (mapping)
        save(mapping);
}
