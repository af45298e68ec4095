/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Objects. What is known of one beside its columns is its `info`:
 *   owner    canonical id of who wrote it          acl      its ACL (acl.h), absent: private
 *   headers  what it is given back with; absent:   meta     x-amz-meta-*, names without it;
 *            Content-Type OBJECT_TYPE_DEFAULT               "latin" where they came in ISO 8859-1
 *   class    storage class, absent: STANDARD       tags     [[key, value]...]
 *   sum      {"kind", "type", "value"}             parts    [[number, size, checksum]...], without
 *                                                           where the upload named no algorithm
 *   restored until when an archived object can be read (restore.h)
 *   sse      server-side encryption (sse.h)        mode, until, hold   object lock (lock.h)
 *   upload   id of the upload that made it         place    of that upload (order.h)
 * Most objects have only an owner and a sum: it is read with each request for the object.
 */
#ifndef SLRUN_S3_OBJECT_H
#define SLRUN_S3_OBJECT_H

#include "service.h"

#define OBJECT_TYPE_DEFAULT "binary/octet-stream"

/* The object of the request, or the version that versionId names; a delete marker is not found.
 * false: the fault is set. */
bool object_find(struct call *call, struct object *object);
/* Of another bucket and key; `version` NULL: the latest. */
bool object_find_at(struct call *call, const struct bucket *bucket, struct object *object);

/* What the headers of a put say: headers, meta, class, tags, sse, lock, ACL, owner. NULL: the
 * fault is set. */
json_t *object_info(struct call *call);
/* Only headers, meta and class; of CopyObject with REPLACE. */
bool object_info_headers(struct call *call, json_t *info);
bool object_info_rest(struct call *call, json_t *info);

/* Judges If-Match and If-None-Match of a write against what is there. */
bool object_may_write(struct call *call);
/* Only whether S3 knows them: If-None-Match takes * alone, If-Match no *, and one request has only
 * one of them. */
bool object_knows_conditions(struct call *call);

/* Adds a version as versioning wants it: in place of the null version, or beside the others. Sets
 * its version and, where it is 0, its id and time; otherwise it comes to that place (order.h). Sets
 * the answer's x-amz-version-id. */
void object_put(struct call *call, struct object *object);

/* The same of what has been received (call->ingest), with ETag and encryption in the answer. False:
 * the fault is set. */
bool object_put_received(struct call *call, struct object *object);

void object_add_version(struct call *call, const struct object *object);
/* Sets its sum; none of the kind SUM_NONE. */
void object_set_checksum(json_t *info, enum s3_checksum_kind kind, const char *type,
                         const char *value);
/* x-amz-checksum-* of the object. */
void object_add_checksum(struct call *call, const json_t *info);
/* Writes ChecksumCRC32 and ChecksumType. */
void object_write_checksum(struct text *text, const json_t *info);
const char *object_class(const struct object *object);
/* A header that it is given back with, or NULL; all of them (a new reference). */
const char *object_header(const json_t *info, const char *name);
json_t *object_headers(const json_t *info);

bool op_put_object(struct call *call);
bool op_get_object(struct call *call);
/* What S3 refuses before it looks for the object. */
bool attributes_check(struct call *call);
bool op_get_object_attributes(struct call *call);

/* ---- conditional.c ---- */

/* If-Match and so on of GET and HEAD. */
bool conditional_read(struct call *call, const struct object *object);
/* x-amz-copy-source-if-*. */
bool conditional_copy(struct call *call, const struct object *object);
/* Whether a list of ETags ("a", "b" or *) has this one. */
bool conditional_match(const char *list, const char *etag);

#endif
