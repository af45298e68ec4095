/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sending records to Kinesis: in the order of the changes, one call at a time. What Kinesis does
 * not take now is sent again, for a day; what it never will is dropped.
 */
#include <stdio.h>
#include <string.h>

#include "table/destination.h"

#define DAY_MS (INT64_C(24) * 60 * 60 * 1000)

enum {
    BATCH_BYTES = 4 * 1024 * 1024, /* of a call; PutRecords takes 10 MiB */
    RETRY_MS = 1000,
    NAME_MAX_SIZE = 64, /* of a region or an account */
    ARN_SIZE = 1025
};

/* What goes with one call. */
struct batch {
    struct service *service;
    json_t *records;
    char account[NAME_MAX_SIZE], region[NAME_MAX_SIZE], stream[ARN_SIZE];
    size_t bytes;
};

/* Records of one stream go together. */
static bool take(void *arg, const struct store_parcel *parcel)
{
    struct batch *batch = arg;
    struct delivery *delivery = &batch->service->delivery;
    const struct slrun_host *host = batch->service->cloud->host;
    size_t size = strlen(parcel->record);
    if (delivery->n == 0) {
        snprintf(batch->account, sizeof batch->account, "%s", parcel->account);
        snprintf(batch->region, sizeof batch->region, "%s", parcel->region);
        snprintf(batch->stream, sizeof batch->stream, "%s", parcel->stream);
        delivery->since_ms = parcel->since_ms;
    } else if (strcmp(batch->stream, parcel->stream) != 0 || batch->bytes + size > BATCH_BYTES) {
        return false;
    }
    if (json_array_append_new(batch->records,
                              json_pack("{s:o, s:s}", "Data", host->blob_new(parcel->record, size),
                                        "PartitionKey", parcel->key)) != 0)
        return false;
    batch->bytes += size;
    delivery->ids[delivery->n++] = parcel->id;
    return !delivery->singly && delivery->n < DELIVERY_MAX;
}

static void retry(void *arg)
{
    struct service *service = arg;
    service->delivery.timer = NULL;
    service->cloud->pending(service->cloud, -1);
    delivery_go(service);
}

static void wait(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    service->delivery.timer =
        cloud->timer_start(cloud, cloud->now_ms(cloud) + RETRY_MS, retry, service);
    if (service->delivery.timer != NULL)
        cloud->pending(cloud, 1);
}

/* What Kinesis said of the i-th record: is it done with? */
static bool is_taken(const json_t *result, size_t i)
{
    const json_t *records = json_object_get(result, "Records");
    return result == NULL || json_object_get(json_array_get(records, i), "ErrorCode") == NULL;
}

/* Removes what was taken, or all where there is no result. How many are left; -1: the store fails.
 */
static int settle(struct service *service, const json_t *result)
{
    struct delivery *delivery = &service->delivery;
    int left = 0;
    bool ok = store_begin(service->store);
    for (size_t i = 0; ok && i < delivery->n; i++) {
        bool taken = is_taken(result, i);
        ok = !taken || store_outbox_remove(service->store, delivery->ids[i]);
        left += !taken;
    }
    ok = ok && store_commit(service->store);
    if (!ok)
        store_rollback(service->store);
    return ok ? left : -1;
}

/* Would the same call fail for ever? */
static bool is_hopeless(const struct slrun_error *error)
{
    static const char *const passing[] = {"ProvisionedThroughputExceededException",
                                          "LimitExceededException", "ThrottlingException",
                                          "InternalFailure", "KMSThrottlingException"};
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
        if (strcmp(error->code, passing[i]) == 0)
            return false;
    return error->kind == SLRUN_E_SERVICE && error->status < 500;
}

/* A call that failed: again later, or never (what Kinesis refused is told by the local cloud). One
 * record of many may be what it refuses. */
static void fail(struct service *service, const struct slrun_error *error)
{
    struct delivery *delivery = &service->delivery;
    bool gone = strcmp(error->code, "ResourceNotFoundException") == 0;
    bool old = service->cloud->now_ms(service->cloud) - delivery->since_ms > DAY_MS;
    if (!old && !is_hopeless(error)) {
        wait(service);
        return;
    }
    if (!old && !gone && delivery->n > 1) {
        delivery->singly = true;
        delivery_go(service);
        return;
    }
    if (settle(service, NULL) == 0)
        delivery_go(service);
}

static void done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct service *service = arg;
    service->delivery.calling = NULL;
    if (error != NULL) {
        fail(service, error);
        return;
    }
    service->delivery.singly = false;
    if (settle(service, result) == 0)
        delivery_go(service);
    else
        wait(service);
}

static void send(const struct batch *batch)
{
    struct service *service = batch->service;
    json_t *args = json_pack("{s:s, s:O}", "StreamARN", batch->stream, "Records", batch->records);
    const struct slrun_cloud_call call = {.service = "kinesis",
                                          .operation = "put_records",
                                          .args = args,
                                          .region = batch->region,
                                          .account = batch->account,
                                          .caller = "dynamodb",
                                          .done = done,
                                          .arg = service};
    service->delivery.calling = args == NULL ? NULL : service->cloud->call(service->cloud, &call);
    if (service->delivery.calling == NULL)
        wait(service);
}

void delivery_go(struct service *service)
{
    struct delivery *delivery = &service->delivery;
    if (delivery->calling != NULL || delivery->timer != NULL || !store_outbox_waits(service->store))
        return;
    struct batch batch = {.service = service, .records = json_array()};
    delivery->n = 0;
    bool ok = batch.records != NULL && store_outbox(service->store, take, &batch);
    if (ok && delivery->n > 0)
        send(&batch);
    else if (!ok)
        service->cloud->host->log(SLRUN_LOG_ERROR, "dynamodb: records for Kinesis cannot be read");
    json_decref(batch.records);
}

static bool look(void *arg, const struct store_parcel *parcel)
{
    (void)arg;
    (void)parcel;
    return false; /* there is one */
}

void delivery_start(struct service *service)
{
    if (store_outbox_waits(service->store) && store_outbox(service->store, look, NULL) &&
        store_outbox_waits(service->store))
        wait(service);
}

void delivery_stop(struct service *service)
{
    struct delivery *delivery = &service->delivery;
    if (delivery->calling != NULL)
        service->cloud->call_cancel(delivery->calling);
    if (delivery->timer != NULL) {
        service->cloud->timer_stop(delivery->timer);
        service->cloud->pending(service->cloud, -1);
    }
    *delivery = (struct delivery){.n = 0};
}
