/* SPDX-License-Identifier: Apache-2.0 */
/* S3 as a local half: opening and closing, and the way of a request to its operation. */
#include "service.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bucket/access.h"
#include "bucket/grant.h"
#include "bucket/lifecycle_run.h"
#include "event/event.h"
#include "local.h"
#include "look.h"
#include "object/intake.h"
#include "resource/resource.h"
#include "website/website.h"

/* ---- the steps of a request ---- */

struct call *call_new(struct service *service, struct slrun_exchange *x)
{
    struct call *call = malloc(sizeof *call + CALL_ROOM);
    if (call == NULL)
        return NULL;
    *call = (struct call){.service = service,
                          .x = x,
                          .pool = {.at = call->room, .left = CALL_ROOM},
                          .now = service->cloud->now_ms(service->cloud),
                          .in = x->headers,
                          .n_in = x->n_headers,
                          .anonymous = true,
                          .out.pool = &call->pool,
                          .ingest = {.fd = -1, .sum.kind = SUM_NONE, .also.kind = SUM_NONE}};
    if (x->access_key != NULL)
        call_set_account(call, x->account);
    return call;
}

void call_free(struct call *call)
{
    if (call->streaming)
        ingest_free(&call->ingest);
    pool_free(&call->pool);
    free(call);
}

/* SDKs move headers x-amz-* there when they presign. Those of the signature itself do no harm; a
 * checksum is not looked at, since theirs is of the empty body that they had (LocalStack's issue
 * 12169, tried on AWS). */
static bool is_moved_header(const char *name)
{
    return strncasecmp(name, "x-amz-", 6) == 0 && strncasecmp(name, "x-amz-checksum-", 15) != 0 &&
           strcasecmp(name, "x-amz-sdk-checksum-algorithm") != 0;
}

/* What a signed query has of x-amz-* counts as if it stood in headers. */
static bool take_query_headers(struct call *call)
{
    const struct address *address = &call->address;
    size_t n = call->n_in;
    if (call_query(call, "X-Amz-Signature") == NULL && call_query(call, "Signature") == NULL)
        return true;
    struct slrun_header *headers =
        pool_alloc(&call->pool, (n + address->n_query) * sizeof *headers);
    if (headers == NULL)
        return false;
    memcpy(headers, call->in, n * sizeof *headers);
    for (size_t i = 0; i < address->n_query; i++) {
        const struct parameter *p = &address->query[i];
        if (is_moved_header(p->name) && call_header(call, p->name) == NULL)
            headers[n++] = (struct slrun_header){p->name, p->value.data};
    }
    call->in = headers;
    call->n_in = n;
    return true;
}

/* Address and operation. */
static bool locate(struct call *call)
{
    const char *host = call_header(call, "Host");
    if (!address_read(&call->address, &call->pool, call->x->target, host))
        return fault_set(&call->fault, FAULT_INVALID_URI);
    if (!take_query_headers(call))
        return call_internal(call);
    call->operation = call->address.website ? website_route(call) : route_find(call);
    if (call->operation == NULL)
        return false;
    if (call->address.key.size > KEY_MAX) {
        fault_set(&call->fault, FAULT_KEY_TOO_LONG);
        fault_detail(&call->fault, "MaxSizeAllowed", "1024");
        return false;
    }
    return true;
}

/* Bucket, and whether the caller may: what is known before the body. */
static bool admit(struct call *call)
{
    struct store *store = call->service->store;
    const char *name = call->address.bucket;
    if (name != NULL && !store_bucket(store, &call->pool, name, &call->bucket) &&
        (call->operation->flags & OP_NO_BUCKET) == 0)
        return call_find_bucket(call, name, &call->bucket);
    return access_check(call);
}

static bool read_document(struct call *call)
{
    unsigned flags = call->operation->flags;
    if ((flags & (OP_XML | OP_XML_MAYBE)) == 0 || (call->body.size == 0 && !(flags & OP_XML)))
        return true;
    if (call->body.size == 0)
        return fault_set(&call->fault, FAULT_MISSING_BODY);
    call->xml = xml_parse(&call->pool, call->body);
    return call->xml != NULL || fault_set(&call->fault, FAULT_MALFORMED_XML);
}

static bool run(struct call *call)
{
    if (call->streaming)
        return intake_end(call) && call->operation->run(call);
    return intake_verify_body(call) && read_document(call) && call->operation->run(call);
}

/* Who is told that it worked must find it so after the process ended. */
static bool finish(struct call *call, bool ok)
{
    struct store *store = call->service->store;
    if (!ok) {
        store_rollback(store);
        return false;
    }
    if (store_commit(store)) {
        event_send_all(call);
        return true;
    }
    call->service->cloud->host->log(SLRUN_LOG_ERROR, "s3: the state could not be written");
    return call_internal(call);
}

void call_finish(struct call *call, bool ok)
{
    call_answer(call, finish(call, ok));
    call_free(call);
}

static void reply_memory(struct service *service, struct slrun_exchange *x)
{
    service->cloud->reply(x, &(struct slrun_reply){.status = 500, .body = "", .size = 0});
}

/* ---- requests ---- */

static bool is_streamed(const struct call *call)
{
    return call->operation != NULL && (call->operation->flags & OP_STREAM) != 0;
}

/* Only objects come in pieces; other requests are looked at when they are whole. */
static int begin(void *state, struct slrun_exchange *x)
{
    struct service *service = state;
    if (strcmp(x->method, "PUT") != 0)
        return 0;
    struct call *call = call_new(service, x);
    if (call == NULL) {
        reply_memory(service, x);
        return -1;
    }
    if (!locate(call) || !is_streamed(call)) {
        call_free(call);
        return 0;
    }
    if (admit(call) && intake_begin(call)) {
        x->service = call;
        return 1;
    }
    (void)finish(call, false);
    call_answer(call, false);
    call_free(call);
    return -1;
}

static void data(void *state, struct slrun_exchange *x, const void *bytes, size_t size)
{
    struct call *call = x->service;
    (void)state;
    ingest_add(&call->ingest, bytes, size);
}

static void dropped(void *state, struct slrun_exchange *x)
{
    (void)state;
    call_free(x->service);
    x->service = NULL;
}

/* While the body came the bucket may have changed, or gone, or have become another one. */
static bool look_again(struct call *call)
{
    int64_t id = call->bucket.id;
    if (!call_find_bucket(call, call->address.bucket, &call->bucket))
        return false;
    return call->bucket.id == id || fault_set(&call->fault, FAULT_NO_BUCKET);
}

static void end(struct call *call, bool ok)
{
    if (!ok || !call->later)
        call_finish(call, ok);
}

void call_again(struct call *call)
{
    end(call, look_again(call) && call->operation->run(call));
}

static void sync_body(struct call *call)
{
    ingest_sync(&call->ingest);
}

static void proceed(struct call *call)
{
    end(call, look_again(call) && run(call));
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct service *service = state;
    struct call *call = x->service;
    x->service = NULL;
    if (call != NULL) {
        if (!ingest_is_kept(&call->ingest) || !call_work(call, sync_body, proceed))
            proceed(call);
        return;
    }
    call = call_new(service, x);
    if (call == NULL) {
        reply_memory(service, x);
        return;
    }
    call->body = (struct slice){x->body, x->size};
    end(call, locate(call) && admit(call) && run(call));
}

/* Requests without a signature: S3's if the host says so, or if they could be. */
static int claims(const struct slrun_exchange *x)
{
    const char *host = NULL, *type = NULL;
    char bucket[BUCKET_NAME_SIZE] = "";
    for (size_t i = 0; i < x->n_headers; i++) {
        const char *name = x->headers[i].name, *value = x->headers[i].value;
        host = strcasecmp(name, "Host") == 0 ? value : host;
        type = strcasecmp(name, "Content-Type") == 0 ? value : type;
    }
    if (host != NULL && (address_host_bucket(host) > 0 || strncasecmp(host, "s3.", 3) == 0))
        return SLRUN_CLAIM_SURE;
    size_t size = x->target[0] == '/' ? strcspn(x->target + 1, "/?") : 0;
    bool form = type != NULL && strncasecmp(type, "application/x-www-form-urlencoded", 33) == 0;
    if (size == 0) {
        bool reads = strcmp(x->method, "GET") == 0 || strcmp(x->method, "HEAD") == 0;
        return reads ? SLRUN_CLAIM_MAYBE : SLRUN_CLAIM_NONE;
    }
    if (size < sizeof bucket)
        memcpy(bucket, x->target + 1, size);
    return form && strcmp(x->method, "POST") == 0 ? SLRUN_CLAIM_NONE
           : address_bucket_valid(bucket)         ? SLRUN_CLAIM_MAYBE
                                                  : SLRUN_CLAIM_NONE;
}

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    struct service *service = state;
    lifecycle_disarm(service);
    event_forget_all(service);
    transits_end(&service->deliveries);
    store_close(service->store);
    free(service);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    service->cloud = cloud;
    service->store = store_open(cloud, error);
    if (service->store == NULL) {
        free(service);
        return -1;
    }
    event_open(service);
    lifecycle_open(service);
    *state = service;
    return 0;
}

/* The call of an exchange, of which the service may have begun to take the body; look_end(). */
static struct call *look_at(void *state, struct slrun_exchange *x)
{
    struct call *call = x->service != NULL ? x->service : call_new(state, x);
    if (call == NULL || call == x->service || locate(call))
        return call;
    call_free(call);
    return NULL;
}

static void look_end(struct call *call, const struct slrun_exchange *x)
{
    if (call != NULL && call != x->service)
        call_free(call);
}

static const char *operation(void *state, struct slrun_exchange *x)
{
    struct call *call = look_at(state, x);
    const char *name = call == NULL ? NULL : call->operation->name;
    look_end(call, x);
    return name;
}

static json_t *args_for_grants(void *state, struct slrun_exchange *x, const struct slrun_op *op)
{
    struct call *call = look_at(state, x);
    json_t *args = call == NULL ? NULL : grant_args(call);
    (void)op;
    look_end(call, x);
    return args;
}

static json_t *policy(void *state, const char *arn)
{
    return grant_policy(state, arn);
}

static void reset(void *state)
{
    struct service *service = state;
    lifecycle_disarm(service);
    transits_end(&service->deliveries);
    service->acl_told = false;
    if (!store_reset(service->store))
        service->cloud->host->log(SLRUN_LOG_ERROR, "s3: the state could not be deleted");
}

const struct slrun_local s3_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .claims = claims,
    .begin = begin,
    .data = data,
    .dropped = dropped,
    .errors = SLRUN_ERRORS_S3,
    .resources = s3_resources,
    .operation = operation,
    .looks = s3_looks,
    .grant_args = args_for_grants,
    .policy = policy,
};
