/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies held against what their requests say of them. */
#include "object/intake.h"

#include <string.h>
#include <strings.h>

#include <slrun/base64.h>

#include "hex.h"
#include "object/complete_sum.h"

/* ---- which checksum ---- */

static bool too_many(struct call *call)
{
    return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "Expecting a single x-amz-checksum- header. Multiple checksum Types are not "
                     "allowed.");
}

/* The checksum that an item of x-amz-trailer names. */
static enum s3_checksum_kind announced(struct call *call, const char *item, size_t size)
{
    static const char prefix[] = "x-amz-checksum-";
    const size_t n = sizeof prefix - 1;
    return size <= n || strncasecmp(item, prefix, n) != 0
               ? SUM_NONE
               : sum_kind(pool_format(&call->pool, "%.*s", (int)(size - n), item + n));
}

/* One checksum; commas behind it do no harm, blanks between them do. */
static bool from_trailer(struct call *call, enum s3_checksum_kind *kind)
{
    const char *trailer = call_header(call, "x-amz-trailer");
    if (trailer == NULL)
        return true;
    size_t size = strcspn(trailer, ", \t");
    enum s3_checksum_kind first = announced(call, trailer, size);
    const char *next = trailer + size + strspn(trailer + size, ",");
    next += strspn(next, " \t");
    bool more = *next != '\0';
    if (first == SUM_NONE || (more && announced(call, next, strcspn(next, ", \t")) == SUM_NONE)) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "The value specified in the x-amz-trailer header is not supported");
    }
    if (more)
        return too_many(call);
    if (*kind != SUM_NONE) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Expecting a single x-amz-checksum- header");
    }
    *kind = first;
    return true;
}

/* A header of a checksum that S3 does not know. */
static bool check_names(struct call *call)
{
    static const char prefix[] = "x-amz-checksum-";
    static const char *const others[] = {"algorithm", "type", "mode"};
    for (size_t i = 0; i < call->n_in; i++) {
        const char *name = call->in[i].name;
        if (strncasecmp(name, prefix, sizeof prefix - 1) != 0)
            continue;
        const char *rest = name + sizeof prefix - 1;
        bool known = sum_kind(rest) != SUM_NONE;
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            known = known || strcasecmp(rest, others[k]) == 0;
        if (!known) {
            return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                             "The algorithm type you specified in x-amz-checksum- header is "
                             "invalid.");
        }
    }
    return true;
}

static bool check_form(struct call *call, enum s3_checksum_kind kind)
{
    const char *value = kind == SUM_NONE ? NULL : call_header(call, s3_checksum_headers[kind]);
    return value == NULL || sum_well_formed(kind, value) ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST, "Value for %s header is invalid.",
                     s3_checksum_headers[kind]);
}

/* The algorithm that a request names by a checksum's header, trailer or x-amz-sdk-checksum-
 * algorithm; NONE: none. false: the fault is set. */
static bool intake_algorithm(struct call *call, enum s3_checksum_kind *kind)
{
    const char *named = call_header(call, "x-amz-sdk-checksum-algorithm");
    *kind = SUM_NONE;
    if (!check_names(call))
        return false;
    for (int i = 0; i < S3_CHECKSUM_KINDS; i++) {
        if (call_header(call, s3_checksum_headers[i]) != NULL) {
            if (*kind != SUM_NONE)
                return too_many(call);
            *kind = (enum s3_checksum_kind)i;
        }
    }
    if (!check_form(call, *kind) || !from_trailer(call, kind))
        return false;
    if (named == NULL || named[0] == '\0')
        return true;
    if (*kind == SUM_NONE) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "x-amz-sdk-checksum-algorithm specified, but no corresponding "
                         "x-amz-checksum-* or x-amz-trailer headers were found.");
    }
    return sum_kind(named) == *kind ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "Value for x-amz-sdk-checksum-algorithm header is invalid.");
}

/* A part is summed as its upload wants it; NONE: it does not say. */
static enum s3_checksum_kind of_upload(struct call *call, const char *id)
{
    struct upload upload;
    return store_upload(call->service->store, &call->pool, id, &upload)
               ? sum_kind(json_string_value(json_object_get(upload.info, "algorithm")))
               : SUM_NONE;
}

/* What the client does not name is what S3 takes then. A part of an upload that does not, either,
 * is not given that sum, but the object will have it of all its parts. */
static void begin_ingest(struct call *call, enum s3_checksum_kind kind)
{
    const char *id = call_query(call, "uploadId");
    enum s3_checksum_kind otherwise = id == NULL ? S3_CHECKSUM_CRC64NVME : of_upload(call, id);
    ingest_begin(&call->ingest, call->service->store, kind == SUM_NONE ? otherwise : kind);
    if (otherwise == SUM_NONE)
        ingest_also(&call->ingest, UPLOAD_SUM_DEFAULT);
}

/* ---- begin and end ---- */

static bool check_size(struct call *call)
{
    const char *decoded = call_header(call, "x-amz-decoded-content-length");
    const char *length = decoded != NULL ? decoded : call_header(call, "Content-Length");
    static const unsigned long long max = 5ULL << 30;
    if (length == NULL) /* the fields of a form say nothing of it */
        return strcmp(call->x->method, "PUT") != 0 || fault_set(&call->fault, FAULT_MISSING_LENGTH);
    if (strtoull(length, NULL, 10) <= max)
        return true;
    fault_set(&call->fault, FAULT_ENTITY_TOO_LARGE);
    fault_detail(&call->fault, "ProposedSize", length);
    fault_detail(&call->fault, "MaxSizeAllowed", pool_format(&call->pool, "%llu", max));
    return false;
}

static bool check_md5(struct call *call)
{
    uint8_t digest[MD5_BYTES];
    const char *md5 = call_header(call, "Content-MD5");
    if (md5 != NULL && slrun_base64_read(md5, strlen(md5), digest, sizeof digest) != MD5_BYTES) {
        fault_set(&call->fault, FAULT_INVALID_DIGEST);
        fault_detail(&call->fault, "Content-MD5", md5);
        return false;
    }
    return true;
}

/* A body that says of itself that it comes as it is has no trailers. */
static bool check_trailer(struct call *call)
{
    const char *stated = call_header(call, "x-amz-content-sha256");
    return call_header(call, "x-amz-trailer") == NULL || stated == NULL ||
           strncmp(stated, "STREAMING-", 10) == 0 ||
           fault_set(&call->fault, FAULT_MALFORMED_TRAILER);
}

bool intake_begin(struct call *call)
{
    enum s3_checksum_kind kind = SUM_NONE;
    if (!check_size(call) || !check_md5(call) || !intake_algorithm(call, &kind) ||
        !check_trailer(call))
        return false;
    call->streaming = true;
    begin_ingest(call, kind);
    return true;
}

static bool verify_md5(struct call *call)
{
    uint8_t digest[MD5_BYTES];
    const char *md5 = call_header(call, "Content-MD5");
    if (md5 == NULL || (slrun_base64_read(md5, strlen(md5), digest, sizeof digest) == MD5_BYTES &&
                        memcmp(digest, call->ingest.digest, sizeof digest) == 0))
        return true;
    char calculated[SLRUN_BASE64_TEXT(MD5_BYTES)], expected[2 * MD5_BYTES + 1];
    slrun_base64_write(call->ingest.digest, MD5_BYTES, calculated);
    hex_encode(digest, MD5_BYTES, expected);
    fault_set(&call->fault, FAULT_BAD_DIGEST);
    fault_detail(&call->fault, "CalculatedDigest", pool_text(&call->pool, calculated));
    fault_detail(&call->fault, "ExpectedDigest",
                 call->streaming ? pool_text(&call->pool, expected) : md5);
    return false;
}

static bool verify_checksum(struct call *call)
{
    enum s3_checksum_kind kind = call->ingest.sum.kind;
    if (kind == SUM_NONE)
        return true;
    const char *header = s3_checksum_headers[kind];
    const char *in_header = call_header(call, header);
    const char *value = in_header != NULL ? in_header : call_trailer(call, header);
    if (value == NULL || strcmp(value, call->ingest.checksum) == 0)
        return true;
    if (!sum_well_formed(kind, value)) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST, "Value for %s %sheader is invalid.",
                         header, in_header != NULL ? "" : "trailing ");
    }
    return fault_say(&call->fault, FAULT_BAD_DIGEST,
                     "The %s you specified did not match the calculated checksum.",
                     s3_checksum_names[kind]);
}

bool intake_end(struct call *call)
{
    ingest_end(&call->ingest);
    if (call->ingest.failed)
        return call_internal(call);
    return verify_md5(call) && verify_checksum(call);
}

bool intake_verify_body(struct call *call)
{
    enum s3_checksum_kind kind = SUM_NONE;
    bool reads = call_is_head(call) || strcmp(call->x->method, "GET") == 0;
    if (reads || (call->body.size == 0 && call_header(call, "Content-MD5") == NULL))
        return true;
    bool of_body = (call->operation->flags & OP_SUM_OF_OBJECT) == 0;
    if (!check_md5(call) || (of_body && !intake_algorithm(call, &kind)))
        return false;
    ingest_begin(&call->ingest, call->service->store, kind);
    ingest_add(&call->ingest, call->body.data, call->body.size);
    bool ok = intake_end(call);
    ingest_free(&call->ingest);
    return ok;
}
