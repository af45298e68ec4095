/* SPDX-License-Identifier: Apache-2.0 */
/* Messages on their way: S3 delivers each at least once, so what may pass is tried again, and what
 * is kept is taken up after the next start. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "event/event.h"

enum { ATTEMPTS_MAX = 20, FIRST_MS = 1000, DOUBLINGS = 6 }; /* up to a minute apart */

struct delivery {
    struct transit transit;
    struct service *service;
    const char *to, *operation; /* of tables */
    json_t *args;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE], bucket[BUCKET_NAME_SIZE];
    unsigned attempts;
};

static void delivery_free(void *one)
{
    struct delivery *d = one;
    json_decref(d->args);
    free(d);
}

static void attempt(void *arg);

static void done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    d->transit.calling = NULL;
    if (result == NULL && transit_may_pass(error) && d->attempts < ATTEMPTS_MAX) {
        unsigned doubled = d->attempts - 1 < DOUBLINGS ? d->attempts - 1 : DOUBLINGS;
        transit_wait(&d->transit, cloud->now_ms(cloud) + ((int64_t)FIRST_MS << doubled), attempt);
        return;
    }
    if (result == NULL && error->kind != SLRUN_E_USAGE) { /* USAGE: there is no such service */
        cloud->host->log(SLRUN_LOG_WARNING, "s3: an event could not be sent: %s: %s", error->code,
                         error->message);
    }
    transit_over(&d->transit);
}

/* EventBridge lets all events of AWS's services in. */
static void judge(const struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    char arn[BUCKET_NAME_SIZE + 16];
    (void)snprintf(arn, sizeof arn, "arn:aws:s3:::%s", d->bucket);
    if (cloud->iam != NULL && d->bucket[0] != '\0' && strcmp(d->to, "events") != 0) {
        cloud->iam->on_behalf(
            d->transit.calling,
            &(struct slrun_iam_caller){.service = "s3.amazonaws.com", .source = arn});
    }
}

static void attempt(void *arg)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    d->attempts++;
    d->transit.calling = cloud->call(cloud, &(struct slrun_cloud_call){.service = d->to,
                                                                       .operation = d->operation,
                                                                       .args = json_incref(d->args),
                                                                       .region = d->region,
                                                                       .account = d->account,
                                                                       .caller = "s3",
                                                                       .done = done,
                                                                       .arg = d});
    judge(d);
    if (d->transit.calling == NULL)
        transit_over(&d->transit);
}

/* `args` is taken over. */
static struct delivery *delivery_new(struct service *service, const struct slrun_cloud_call *order,
                                     const char *bucket)
{
    struct delivery *d = order->args != NULL ? calloc(1, sizeof *d) : NULL;
    if (d == NULL) {
        json_decref(order->args);
        return NULL;
    }
    d->service = service;
    d->to = order->service;
    d->operation = order->operation;
    d->args = order->args;
    (void)strncat(d->region, order->region, sizeof d->region - 1);
    (void)strncat(d->bucket, bucket, sizeof d->bucket - 1);
    (void)strncat(d->account, order->account, sizeof d->account - 1);
    transit_begin(&service->deliveries, &d->transit);
    return d;
}

void event_deliver(struct service *service, const struct slrun_cloud_call *order,
                   const char *bucket)
{
    struct delivery *d = delivery_new(service, order, bucket);
    if (d != NULL) {
        transit_keep(&d->transit,
                     json_pack("{s:s, s:O, s:s, s:s, s:s}", "To", d->to, "Args", d->args, "Region",
                               d->region, "Account", d->account, "Bucket", d->bucket));
        attempt(d);
    }
}

static void *taken_up(void *arg, const json_t *doc)
{
    struct slrun_cloud_call order = {.args = json_deep_copy(json_object_get(doc, "Args")),
                                     .region = slrun_text_or(doc, "Region", ""),
                                     .account = slrun_text_or(doc, "Account", "")};
    return event_way(slrun_text_or(doc, "To", ""), &order)
               ? delivery_new(arg, &order, slrun_text_or(doc, "Bucket", ""))
               : NULL;
}

void event_open(struct service *service)
{
    service->deliveries = (struct transits){
        .cloud = service->cloud, .kept = {"s3", "delivery/"}, .free = delivery_free};
    transits_take_up(&service->deliveries, taken_up, attempt, service);
}
