/* SPDX-License-Identifier: Apache-2.0 */
/* Topics and subscriptions in memory and as documents of the local cloud, and their ARNs. */
#include <stddef.h>
#include <string.h>

#include "local/service.h"

/* All that is by its ARN (or place), and where it is kept. */
enum { TOPICS, SUBSCRIPTIONS, APPLICATIONS, ENDPOINTS, SMS, KINDS };

static const struct {
    struct slrun_doc_kind kept;
    size_t at; /* in the service */
} kinds[KINDS] = {
    [TOPICS] = {{"sns", "topic/"}, offsetof(struct service, topics)},
    [SUBSCRIPTIONS] = {{"sns", "subscription/"}, offsetof(struct service, subscriptions)},
    [APPLICATIONS] = {{"sns", "application/"}, offsetof(struct service, applications)},
    [ENDPOINTS] = {{"sns", "endpoint/"}, offsetof(struct service, endpoints)},
    [SMS] = {{"sns", "sms/"}, offsetof(struct service, sms)},
};

static json_t **all_of(struct service *service, size_t kind)
{
    return (json_t **)(void *)((char *)service + kinds[kind].at);
}

bool state_open(struct service *service)
{
    bool ok = (service->published = json_object()) != NULL;
    for (size_t i = 0; i < KINDS; i++)
        ok = (*all_of(service, i) = service->cloud->doc_load(service->cloud, &kinds[i].kept)) && ok;
    return ok;
}

void state_clear(struct service *service)
{
    for (size_t i = 0; i < KINDS; i++)
        json_object_clear(*all_of(service, i));
    json_object_clear(service->published);
}

void state_close(struct service *service)
{
    for (size_t i = 0; i < KINDS; i++) {
        json_decref(*all_of(service, i));
        *all_of(service, i) = NULL;
    }
    json_decref(service->published);
    service->published = NULL;
}

static void keep(struct service *service, size_t kind, const char *key)
{
    service->cloud->doc_keep(service->cloud, &kinds[kind].kept, key,
                             json_object_get(*all_of(service, kind), key));
}

void topic_keep(struct service *service, const char *arn)
{
    keep(service, TOPICS, arn);
}

void subscription_keep(struct service *service, const char *arn)
{
    keep(service, SUBSCRIPTIONS, arn);
}

void application_keep(struct service *service, const char *arn)
{
    keep(service, APPLICATIONS, arn);
}

void endpoint_keep(struct service *service, const char *arn)
{
    keep(service, ENDPOINTS, arn);
}

void sms_keep(struct service *service, const char *place)
{
    keep(service, SMS, place);
}

bool topic_is_fifo(const char *arn)
{
    size_t n = strlen(arn);
    return n > 5 && strcmp(arn + n - 5, ".fifo") == 0;
}
