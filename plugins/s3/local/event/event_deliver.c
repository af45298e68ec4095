/* SPDX-License-Identifier: Apache-2.0 */
/* Messages on their way: S3 delivers each at least once, so what may pass is tried again, and what
 * is kept is taken up after the next start. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "event/event.h"

static const struct slrun_doc_kind kept = {"s3", "delivery/"};

enum { ATTEMPTS_MAX = 20, FIRST_MS = 1000, DOUBLINGS = 6 }; /* up to a minute apart */

struct delivery {
    struct delivery *next;
    struct service *service;
    const char *to, *operation; /* of tables */
    json_t *args;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE], bucket[BUCKET_NAME_SIZE];
    unsigned attempts;
    char key[SLRUN_DOC_KEY_MAX]; /* of its document; "": it has none */
    struct slrun_timer *timer;
    struct slrun_calling *calling;
};

static void delivery_free(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    struct delivery **at = &d->service->deliveries;
    while (*at != d) {
        at = &(*at)->next;
    }
    *at = d->next;
    if (d->timer != NULL) {
        cloud->timer_stop(d->timer);
        cloud->pending(cloud, -1);
    }
    if (d->calling != NULL) {
        cloud->call_cancel(d->calling);
    }
    json_decref(d->args);
    free(d);
}

/* It has come to its end, and not the local cloud. */
static void delivery_over(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    if (d->key[0] != '\0') {
        (void)cloud->doc_remove(cloud, kept.service, d->key);
    }
    delivery_free(d);
}

void event_end_all(struct service *service)
{
    while (service->deliveries != NULL) {
        delivery_free(service->deliveries);
    }
}

static bool may_pass(const struct slrun_error *error)
{
    return error->kind == SLRUN_E_SERVICE &&
           (error->status >= 500 || error->status == 429 || strstr(error->code, "Throttl") != NULL);
}

static void attempt(void *arg);

static void done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    d->calling = NULL;
    if (result == NULL && may_pass(error) && d->attempts < ATTEMPTS_MAX) {
        unsigned doubled = d->attempts - 1 < DOUBLINGS ? d->attempts - 1 : DOUBLINGS;
        int64_t due = cloud->now_ms(cloud) + ((int64_t)FIRST_MS << doubled);
        d->timer = cloud->timer_start(cloud, due, attempt, d);
        if (d->timer != NULL) {
            cloud->pending(cloud, 1);
            return;
        }
    }
    if (result == NULL && error->kind != SLRUN_E_USAGE) { /* USAGE: there is no such service */
        cloud->host->log(SLRUN_LOG_WARNING, "s3: an event could not be sent: %s: %s", error->code,
                         error->message);
    }
    delivery_over(d);
}

/* EventBridge lets all events of AWS's services in. */
static void judge(const struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    char arn[BUCKET_NAME_SIZE + 16];
    (void)snprintf(arn, sizeof arn, "arn:aws:s3:::%s", d->bucket);
    if (cloud->iam != NULL && d->bucket[0] != '\0' && strcmp(d->to, "events") != 0) {
        cloud->iam->on_behalf(
            d->calling, &(struct slrun_iam_caller){.service = "s3.amazonaws.com", .source = arn});
    }
}

static void attempt(void *arg)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    if (d->timer != NULL) {
        cloud->pending(cloud, -1);
    }
    d->timer = NULL;
    d->attempts++;
    d->calling = cloud->call(cloud, &(struct slrun_cloud_call){.service = d->to,
                                                               .operation = d->operation,
                                                               .args = json_incref(d->args),
                                                               .region = d->region,
                                                               .account = d->account,
                                                               .caller = "s3",
                                                               .done = done,
                                                               .arg = d});
    judge(d);
    if (d->calling == NULL) {
        delivery_over(d);
    }
}

static void keep(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    if (cloud->data == NULL) {
        return;
    }
    json_t *doc = json_pack("{s:s, s:O, s:s, s:s, s:s}", "To", d->to, "Args", d->args, "Region",
                            d->region, "Account", d->account, "Bucket", d->bucket);
    cloud->doc_add(cloud, &kept, doc, d->key);
    json_decref(doc);
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
    d->next = service->deliveries;
    service->deliveries = d;
    return d;
}

void event_deliver(struct service *service, const struct slrun_cloud_call *order,
                   const char *bucket)
{
    struct delivery *d = delivery_new(service, order, bucket);
    if (d != NULL) {
        keep(d);
        attempt(d);
    }
}

static int take_up(void *arg, const char *key, const json_t *doc)
{
    struct service *service = arg;
    const struct slrun_cloud *cloud = service->cloud;
    struct slrun_cloud_call order = {.args = json_deep_copy(json_object_get(doc, "Args")),
                                     .region = slrun_text_or(doc, "Region", ""),
                                     .account = slrun_text_or(doc, "Account", "")};
    struct delivery *d = event_way(slrun_text_or(doc, "To", ""), &order)
                             ? delivery_new(service, &order, slrun_text_or(doc, "Bucket", ""))
                             : NULL;
    if (d == NULL) {
        return 0;
    }
    (void)snprintf(d->key, sizeof d->key, "%s", key);
    d->timer = cloud->timer_start(cloud, cloud->now_ms(cloud), attempt, d);
    if (d->timer != NULL) {
        cloud->pending(cloud, 1);
    } else {
        delivery_free(d);
    }
    return 0;
}

void event_take_up(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    if (cloud->data != NULL) {
        (void)cloud->doc_each(cloud, kept.service, kept.prefix, take_up, service);
    }
}
