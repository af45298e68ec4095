/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of buckets and objects: [[key, value]...] in JSON. */
#ifndef SLRUN_S3_TAGS_H
#define SLRUN_S3_TAGS_H

#include "service.h"

enum { OBJECT_TAGS_MAX = 10, BUCKET_TAGS_MAX = 50 };

/* From a <Tagging> document; NULL: the fault is set. */
json_t *tags_from_xml(struct call *call, const struct xml_node *tagging, size_t max);
/* From the <Tag> elements in another, which has been found valid. */
json_t *tags_from_set(struct call *call, const struct xml_node *set, size_t max);
/* Keeps them as the bucket's. */
bool tags_keep_bucket(struct call *call, const json_t *tags);
/* Puts what x-amz-tagging says into info. false: the fault is set. */
bool tags_read_header(struct call *call, json_t *info);
/* The tags that the request brings, for policies; NULL: none. */
json_t *tags_requested(struct call *call);

bool op_get_bucket_tagging(struct call *call);
bool op_put_bucket_tagging(struct call *call);
bool op_get_object_tagging(struct call *call);
bool op_put_object_tagging(struct call *call);
bool op_delete_object_tagging(struct call *call);

#endif
