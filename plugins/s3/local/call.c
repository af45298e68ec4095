/* SPDX-License-Identifier: Apache-2.0 */
/* What every operation asks of its call. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <openssl/evp.h>

#include "hex.h"
#include "service.h"

const char *call_header(const struct call *call, const char *name)
{
    return call->service->cloud->host->header_get(call->in, call->n_in, name);
}

const char *call_trailer(const struct call *call, const char *name)
{
    const struct slrun_exchange *x = call->x;
    return call->service->cloud->host->header_get(x->trailers, x->n_trailers, name);
}

const char *call_query(const struct call *call, const char *name)
{
    return address_query(&call->address, name);
}

bool call_is_head(const struct call *call)
{
    return strcmp(call->x->method, "HEAD") == 0;
}

/* ---- headers of the answer ---- */

/* Most answers have a dozen. */
static bool make_header_room(struct call *call)
{
    size_t room = call->header_room == 0 ? ANSWER_HEADERS_MIN : 2 * call->header_room;
    if (call->n_headers < call->header_room)
        return true;
    struct slrun_header *more =
        room > ANSWER_HEADERS_MAX ? NULL : pool_take(&call->pool, room * sizeof *more);
    if (more == NULL)
        return false;
    if (call->n_headers > 0)
        memcpy(more, call->headers, call->n_headers * sizeof *more);
    call->headers = more;
    call->header_room = room;
    return true;
}

void call_add(struct call *call, const char *name, const char *value)
{
    if (name != NULL && value != NULL && make_header_room(call))
        call->headers[call->n_headers++] = (struct slrun_header){name, value};
}

const char *call_quoted(struct call *call, const char *etag)
{
    size_t size = strlen(etag);
    char *quoted = pool_take(&call->pool, size + 3);
    if (quoted != NULL) {
        quoted[0] = quoted[size + 1] = '"';
        memcpy(quoted + 1, etag, size);
        quoted[size + 2] = '\0';
    }
    return quoted;
}

void call_add_etag(struct call *call, const char *etag)
{
    call_add(call, "ETag", call_quoted(call, etag));
}

void call_add_number(struct call *call, const char *name, uint64_t value)
{
    call_add(call, name, pool_format(&call->pool, "%llu", (unsigned long long)value));
}

/* ---- arguments ---- */

/* A sign and digits that are an int32; false: it is something else. */
static bool read_number(const char *text, long *value)
{
    char *end;
    const char *digits = text + (text[0] == '-' || text[0] == '+');
    if (digits[0] < '0' || digits[0] > '9')
        return false;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && *end == '\0' && *value >= INT32_MIN && *value <= INT32_MAX;
}

bool call_number(struct call *call, const char *name, long *value)
{
    const char *text = call_query(call, name);
    char message[128];
    if (text == NULL || text[0] == '\0' || read_number(text, value))
        return true;
    (void)snprintf(message, sizeof message, "Provided %s not an integer or within integer range",
                   name);
    return fault_argument(&call->fault, message, name, text);
}

bool call_in_range(struct call *call, const struct number_range *range, long value)
{
    char message[128];
    if (value >= range->least && value <= range->most)
        return true;
    (void)snprintf(message, sizeof message, "Argument %s must be an integer between %ld and %ld",
                   range->name, range->least, range->most);
    return fault_argument(&call->fault, message, range->name,
                          pool_format(&call->pool, "%ld", value));
}

/* ---- identities ---- */

/* 52 digits of a hash, then the account: so the account of an id is known without a table. */
static void owner_of(const char *account, char owner[OWNER_SIZE])
{
    unsigned char hash[EVP_MAX_MD_SIZE];
    char hex[2 * EVP_MAX_MD_SIZE + 1];
    unsigned size = 0;
    (void)EVP_Digest(account, strlen(account), hash, &size, EVP_sha256(), NULL);
    hex_encode(hash, size, hex);
    (void)snprintf(owner, OWNER_SIZE, "%.52s%.12s", hex, account);
}

void call_owner_of(const struct call *call, const char *account, char owner[OWNER_SIZE])
{
    const struct service *service = call->service;
    if (strcmp(service->account, account) == 0 && account[0] != '\0')
        memcpy(owner, service->owner, OWNER_SIZE);
    else
        owner_of(account, owner);
}

const char *owner_account(const char *owner)
{
    size_t size = strlen(owner);
    return size == OWNER_SIZE - 1 ? owner + size - (ACCOUNT_SIZE - 1) : "";
}

void call_set_account(struct call *call, const char *account)
{
    struct service *service = call->service;
    if (strcmp(service->account, account) != 0) {
        (void)snprintf(service->account, sizeof service->account, "%s", account);
        owner_of(service->account, service->owner);
    }
    call->anonymous = false;
    memcpy(call->account, service->account, sizeof call->account);
    memcpy(call->owner, service->owner, sizeof call->owner);
}

void xml_owner(struct text *text, const char *name, const char *owner)
{
    const char *account = owner == NULL ? "" : owner_account(owner);
    xml_open(text, name);
    xml_element(text, "ID", owner);
    xml_element(text, "DisplayName", account[0] == '\0' ? NULL : account);
    xml_close(text, name);
}

enum { ID_TIME_SIZE = 11 }; /* digits that an id has of its time */

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz.";

const char *call_new_id(struct call *call)
{
    struct service *service = call->service;
    char *id = pool_alloc(&call->pool, ID_SIZE);
    uint64_t time = (uint64_t)call->now << 16 | (service->sequence++ & 0xffff);
    uint64_t random[2] = {service->cloud->random(service->cloud),
                          service->cloud->random(service->cloud)};
    for (int i = 0; id != NULL && i < ID_SIZE - 1; i++) {
        uint64_t bits = i < ID_TIME_SIZE ? time >> (6 * (ID_TIME_SIZE - 1 - i))
                                         : random[i & 1] >> (6 * ((i - ID_TIME_SIZE) / 2 % 10));
        id[i] = digits[bits & 63];
    }
    return id;
}

/* The bits of each random number come round again: the last digit is the first random one. */
bool call_is_id(const char *text)
{
    return strspn(text, digits) == ID_SIZE - 1 && text[ID_SIZE - 1] == '\0' &&
           text[ID_SIZE - 2] == text[ID_TIME_SIZE];
}

uint64_t call_id_time(const char *id)
{
    uint64_t time = 0;
    for (int i = 0; i < ID_TIME_SIZE && id[i] != '\0'; i++) {
        const char *digit = strchr(digits, id[i]);
        time = time << 6 | (digit == NULL ? 0 : (uint64_t)(digit - digits));
    }
    return time;
}

/* ---- the rest ---- */

struct text *call_xml(struct call *call, const char *root)
{
    call->out = (struct text){.pool = &call->pool};
    call->content_type = "application/xml";
    xml_root(&call->out, root);
    return &call->out;
}

bool call_find_bucket(struct call *call, const char *name, struct bucket *bucket)
{
    if (store_bucket(call->service->store, &call->pool, name, bucket))
        return true;
    fault_set(&call->fault, FAULT_NO_BUCKET);
    fault_detail(&call->fault, "BucketName", name);
    return false;
}

bool call_internal(struct call *call)
{
    return fault_set(&call->fault, FAULT_INTERNAL);
}
