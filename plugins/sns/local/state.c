/* SPDX-License-Identifier: Apache-2.0 */
/* Topics and subscriptions in memory and as documents of the local cloud, and their ARNs. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "local/service.h"

#define TOPIC        "topic/"
#define SUBSCRIPTION "subscription/"
#define APPLICATION  "application/"
#define ENDPOINT     "endpoint/"
#define SMS          "sms/"

static int load(void *arg, const char *key, const json_t *doc)
{
    (void)json_object_set_new(arg, strchr(key, '/') + 1, json_deep_copy(doc));
    return 0;
}

/* All that is by its ARN (or place), and where it is kept. */
struct kind {
    const char *prefix;
    json_t **all;
};

enum { KINDS = 5 };

static void kinds_of(struct service *service, struct kind kinds[KINDS])
{
    const struct kind all[KINDS] = {{TOPIC, &service->topics},
                                    {SUBSCRIPTION, &service->subscriptions},
                                    {APPLICATION, &service->applications},
                                    {ENDPOINT, &service->endpoints},
                                    {SMS, &service->sms}};
    memcpy(kinds, all, sizeof all);
}

bool state_open(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    struct kind kinds[KINDS];
    kinds_of(service, kinds);
    bool ok = (service->published = json_object()) != NULL;
    for (size_t i = 0; i < KINDS; i++) {
        *kinds[i].all = json_object();
        ok = ok && *kinds[i].all;
        if (ok && cloud->data)
            (void)cloud->doc_each(cloud, "sns", kinds[i].prefix, load, *kinds[i].all);
    }
    return ok;
}

void state_clear(struct service *service)
{
    struct kind kinds[KINDS];
    kinds_of(service, kinds);
    for (size_t i = 0; i < KINDS; i++)
        json_object_clear(*kinds[i].all);
    json_object_clear(service->published);
}

void state_close(struct service *service)
{
    struct kind kinds[KINDS];
    kinds_of(service, kinds);
    for (size_t i = 0; i < KINDS; i++) {
        json_decref(*kinds[i].all);
        *kinds[i].all = NULL;
    }
    json_decref(service->published);
    service->published = NULL;
}

static void keep(struct service *service, const char *prefix, const char *arn, const json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    json_t *key = cloud->data ? json_sprintf("%s%s", prefix, arn) : NULL;
    if (!key)
        return;
    if (doc)
        (void)cloud->doc_put(cloud, "sns", json_string_value(key), doc);
    else
        (void)cloud->doc_remove(cloud, "sns", json_string_value(key));
    json_decref(key);
}

void topic_keep(struct service *service, const char *arn)
{
    keep(service, TOPIC, arn, json_object_get(service->topics, arn));
}

void subscription_keep(struct service *service, const char *arn)
{
    keep(service, SUBSCRIPTION, arn, json_object_get(service->subscriptions, arn));
}

void application_keep(struct service *service, const char *arn)
{
    keep(service, APPLICATION, arn, json_object_get(service->applications, arn));
}

void endpoint_keep(struct service *service, const char *arn)
{
    keep(service, ENDPOINT, arn, json_object_get(service->endpoints, arn));
}

void sms_keep(struct service *service, const char *place)
{
    keep(service, SMS, place, json_object_get(service->sms, place));
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
    (void)cloud->doc_put(cloud, "sns", key, doc);
}

void state_forget(struct service *service, const char *key)
{
    if (*key)
        (void)service->cloud->doc_remove(service->cloud, "sns", key);
}

bool topic_is_fifo(const char *arn)
{
    size_t n = strlen(arn);
    return n > 5 && strcmp(arn + n - 5, ".fifo") == 0;
}

void time_text(int64_t ms, char text[TIME_SIZE])
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    size_t n = gmtime_r(&seconds, &tm) ? strftime(text, TIME_SIZE, "%Y-%m-%dT%H:%M:%S", &tm) : 0;
    (void)snprintf(text + n, TIME_SIZE - n, ".%03dZ", (int)(ms % 1000));
}
