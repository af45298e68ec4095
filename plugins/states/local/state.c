/* SPDX-License-Identifier: Apache-2.0 */
/* State machines, activities and executions in memory and as documents of the local cloud. */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

#define NAME "states" /* of the service, for documents */

static int load(void *arg, const char *key, const json_t *doc)
{
    (void)json_object_set_new(arg, strchr(key, '/') + 1, json_deep_copy(doc));
    return 0;
}

/* event/NUMBER/ARN: in the order of the numbers, which is the one of time within an execution. */
static int load_event(void *arg, const char *key, const json_t *doc)
{
    json_t *histories = arg;
    const char *arn = strchr(strchr(key, '/') + 1, '/') + 1;
    json_t *history = json_object_get(histories, arn);
    if (history)
        (void)json_array_append_new(history, json_deep_copy(doc));
    return 0;
}

static void load_all(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    const char *arn;
    json_t *doc;
    (void)cloud->doc_each(cloud, NAME, "machine/", load, service->machines);
    (void)cloud->doc_each(cloud, NAME, "activity/", load, service->activities);
    (void)cloud->doc_each(cloud, NAME, "execution/", load, service->executions);
    json_object_foreach (service->executions, arn, doc)
        (void)json_object_set_new(service->histories, arn, json_array());
    (void)cloud->doc_each(cloud, NAME, "event/", load_event, service->histories);
}

bool state_open(struct service *service)
{
    service->machines = json_object();
    service->activities = json_object();
    service->executions = json_object();
    service->histories = json_object();
    bool good =
        service->machines && service->activities && service->executions && service->histories;
    if (good && service->cloud->data)
        load_all(service);
    return good;
}

void state_close(struct service *service)
{
    json_decref(service->machines);
    json_decref(service->activities);
    json_decref(service->executions);
    json_decref(service->histories);
}

void state_clear(struct service *service)
{
    json_object_clear(service->machines);
    json_object_clear(service->activities);
    json_object_clear(service->executions);
    json_object_clear(service->histories);
}

json_t *state_runs(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    json_t *runs = json_object();
    if (cloud->data)
        (void)cloud->doc_each(cloud, NAME, "run/", load, runs);
    return runs;
}

/* ---- keeping ---- */

static void keep(struct service *service, json_t *key, const json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    if (key && doc)
        (void)cloud->doc_put(cloud, NAME, json_string_value(key), doc);
    else if (key)
        (void)cloud->doc_remove(cloud, NAME, json_string_value(key));
    json_decref(key);
}

void state_keep(struct service *service, const char *kind, const char *arn, const json_t *doc)
{
    if (service->cloud->data)
        keep(service, json_sprintf("%s/%s", kind, arn), doc);
}

static json_t *event_key(const json_t *event, const char *arn)
{
    return json_sprintf("event/%06d/%s", (int)json_integer_value(json_object_get(event, "id")),
                        arn);
}

void state_keep_event(struct service *service, const char *arn, const json_t *event)
{
    if (service->cloud->data)
        keep(service, event_key(event, arn), event);
}

static void forget(struct service *service, const char *arn)
{
    size_t i;
    json_t *event, *own = json_string(arn); /* the key may go with its execution */
    if (service->cloud->data)
        json_array_foreach (json_object_get(service->histories, arn), i, event)
            keep(service, event_key(event, arn), NULL);
    state_keep(service, "execution", arn, NULL);
    (void)json_object_del(service->histories, json_string_value(own));
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
        if (strcmp(text_of(doc, "status"), "RUNNING") != 0) {
            forget(service, arn);
            return;
        }
    }
}

/* ---- ARNs ---- */

void arn_place(const char *arn, char region[REGION_SIZE], char account[ACCOUNT_SIZE])
{
    *region = *account = '\0';
    (void)sscanf(arn, "arn:%*[^:]:%*[^:]:%31[^:]:%12[^:]:", region, account);
}

const char *arn_last(const char *arn)
{
    const char *colon = strrchr(arn, ':');
    return colon ? colon + 1 : arn;
}
