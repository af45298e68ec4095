/* SPDX-License-Identifier: Apache-2.0 */
/* What exports and imports have in common: documents, questions to S3, their end. */
#include "transfer/transfer.h"

#include <inttypes.h>
#include <slrun/member.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uuid.h"

#define TOKEN_KEPT_S (8.0 * 60 * 60) /* API Reference: a ClientToken is good for eight hours */

#define NO_MEMORY "InternalServerError"

/* What differs by the kind. */
static const struct {
    struct slrun_doc_kind kept;
    const char *word; /* in ARNs */
    const char *arn, *status, *description;
    enum fault_kind conflict;
} kinds[TRANSFER_KINDS] = {
    [TRANSFER_EXPORT] = {{"dynamodb", "export/"},
                         "export",
                         "ExportArn",
                         "ExportStatus",
                         "ExportDescription",
                         FAULT_EXPORT_CONFLICT},
    [TRANSFER_IMPORT] = {{"dynamodb", "import/"},
                         "import",
                         "ImportArn",
                         "ImportStatus",
                         "ImportTableDescription",
                         FAULT_IMPORT_CONFLICT},
};

/* ---- documents ---- */

bool transfers_open(struct service *service)
{
    bool ok = true;
    for (size_t i = 0; i < TRANSFER_KINDS; i++) {
        service->transfers[i] = service->cloud->doc_load(service->cloud, &kinds[i].kept);
        ok = ok && service->transfers[i] != NULL;
    }
    return ok;
}

json_t *transfer_doc(const struct transfer *transfer)
{
    return json_object_get(transfer->service->transfers[transfer->kind], transfer->arn);
}

static void keep(const struct service *service, enum transfer_kind kind, const char *arn)
{
    service->cloud->doc_keep(service->cloud, &kinds[kind].kept, arn,
                             json_object_get(service->transfers[kind], arn));
}

/* The document as it is now is kept. */
static void transfer_keep(const struct transfer *transfer)
{
    keep(transfer->service, transfer->kind, transfer->arn);
}

char *transfer_arn(const struct call *call, enum transfer_kind kind, const struct table *table)
{
    char id[UUID_SIZE];
    int64_t now_ms = call_now_ms(call);
    uuid_of((const char *const[]){kinds[kind].word, table->name, call->exchange->request_id, NULL},
            (uint64_t)now_ms, id);
    struct text arn = {0};
    text_add(&arn, "arn:aws:dynamodb:%s:%s:table/%s/%s/0%" PRId64 "-%.8s", table->region,
             table->account, table->name, kinds[kind].word, now_ms, id);
    if (arn.failed) {
        text_free(&arn);
        return NULL;
    }
    return arn.data;
}

json_t *transfer_tell(const struct service *service, enum transfer_kind kind, const char *arn)
{
    json_t *shown = value_copy(json_object_get(service->transfers[kind], arn));
    json_object_del(shown, "Digest");
    return shown == NULL ? NULL : json_pack("{s:o}", kinds[kind].description, shown);
}

json_t *transfer_again(struct call *call, enum transfer_kind kind, char digest[STORE_DIGEST_SIZE])
{
    const char *token = call_string(call, "ClientToken");
    const char *arn;
    json_t *doc;
    double since_s = (double)call_now_ms(call) / 1000.0 - TOKEN_KEPT_S;
    if (!call_digest(call->args, digest)) {
        fault_internal(&call->fault);
        return NULL;
    }
    json_object_foreach (call->service->transfers[kind], arn, doc) {
        if (token == NULL || strcmp(token, slrun_text_or(doc, "ClientToken", "")) != 0 ||
            json_number_value(json_object_get(doc, "StartTime")) < since_s)
            continue;
        if (strcmp(digest, slrun_text_or(doc, "Digest", "")) == 0)
            return transfer_tell(call->service, kind, arn);
        fault_set(&call->fault, kinds[kind].conflict,
                  "ClientToken %s was used with other parameters", token);
        return NULL;
    }
    return NULL;
}

/* ---- one that is under way ---- */

static void transfer_free(struct transfer *transfer)
{
    struct transfer **at = &transfer->service->moving;
    while (*at != NULL && *at != transfer)
        at = &(*at)->next;
    if (*at != NULL)
        *at = transfer->next;
    import_clear(transfer);
    json_decref(transfer->objects);
    free(transfer->arn);
    free(transfer);
}

struct transfer *transfer_new(struct call *call, enum transfer_kind kind, json_t *doc)
{
    const char *arn = slrun_text(doc, kinds[kind].arn);
    struct transfer *transfer = calloc(1, sizeof *transfer);
    json_t *objects = json_array();
    char *kept = arn == NULL ? NULL : strdup(arn);
    if (transfer == NULL || objects == NULL || kept == NULL ||
        json_object_set(call->service->transfers[kind], arn, doc) != 0) {
        free(kept);
        free(transfer);
        json_decref(objects);
        json_decref(doc);
        fault_internal(&call->fault);
        return NULL;
    }
    *transfer = (struct transfer){.next = call->service->moving,
                                  .service = call->service,
                                  .kind = kind,
                                  .arn = kept,
                                  .objects = objects};
    snprintf(transfer->account, TRANSFER_NAME_SIZE, "%s", call->exchange->account);
    snprintf(transfer->region, TRANSFER_NAME_SIZE, "%s", call->exchange->region);
    call->service->moving = transfer;
    transfer_keep(transfer);
    json_decref(doc);
    return transfer;
}

static void end_doc(struct service *service, json_t *doc, const char *code, const char *message)
{
    const struct slrun_cloud *cloud = service->cloud;
    json_object_set_new(doc, "EndTime", json_real((double)cloud->now_ms(cloud) / 1000.0));
    if (code != NULL) {
        json_object_set_new(doc, "FailureCode", json_string(code));
        json_object_set_new(doc, "FailureMessage", json_string(message));
    }
}

void transfer_end(struct transfer *transfer, const char *code, const char *message)
{
    json_t *doc = transfer_doc(transfer);
    end_doc(transfer->service, doc, code, message);
    json_object_set_new(doc, kinds[transfer->kind].status,
                        json_string(code == NULL ? "COMPLETED" : "FAILED"));
    transfer_keep(transfer);
    transfer_free(transfer);
}

void transfer_end_s3(struct transfer *transfer, const struct slrun_error *error)
{
    char code[sizeof error->code + 2];
    snprintf(code, sizeof code, "S3%s", error->code);
    transfer_end(transfer, code, error->message);
}

static void answered(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct transfer *transfer = arg;
    transfer->calling = NULL;
    transfer->then(transfer, result, error);
}

void transfer_ask(struct transfer *transfer, const char *operation, json_t *args,
                  void (*then)(struct transfer *transfer, const json_t *result,
                               const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = transfer->service->cloud;
    const struct slrun_cloud_call call = {.service = "s3",
                                          .operation = operation,
                                          .args = args,
                                          .region = transfer->region,
                                          .account = transfer->account,
                                          .caller = "dynamodb",
                                          .done = answered,
                                          .arg = transfer};
    transfer->then = then;
    transfer->calling = args == NULL ? NULL : cloud->call(cloud, &call);
    if (transfer->calling == NULL)
        transfer_end(transfer, NO_MEMORY, "out of memory");
}

/* ---- all of them ---- */

static void transfers_stop(struct service *service)
{
    while (service->moving != NULL) {
        struct transfer *transfer = service->moving;
        if (transfer->calling != NULL)
            service->cloud->call_cancel(transfer->calling);
        transfer_free(transfer);
    }
}

void transfers_reset(struct service *service)
{
    transfers_stop(service);
    for (size_t i = 0; i < TRANSFER_KINDS; i++)
        json_object_clear(service->transfers[i]);
}

void transfers_close(struct service *service)
{
    transfers_stop(service);
    for (size_t i = 0; i < TRANSFER_KINDS; i++)
        json_decref(service->transfers[i]);
}

void transfers_give_up(struct service *service)
{
    for (size_t i = 0; i < TRANSFER_KINDS; i++) {
        const char *arn;
        json_t *doc;
        json_object_foreach (service->transfers[i], arn, doc) {
            if (strcmp(slrun_text_or(doc, kinds[i].status, ""), "IN_PROGRESS") != 0)
                continue;
            if (i == TRANSFER_IMPORT)
                import_forget_table(service, doc);
            end_doc(service, doc, "InternalServerError", "The local cloud ended before this did.");
            json_object_set_new(doc, kinds[i].status, json_string("FAILED"));
            keep(service, (enum transfer_kind)i, arn);
        }
    }
}
