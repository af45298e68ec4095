/* SPDX-License-Identifier: Apache-2.0 */
/* The checksum of an object that is put together from parts. */
#ifndef SLRUN_S3_COMPLETE_SUM_H
#define SLRUN_S3_COMPLETE_SUM_H

#include "object/sums.h"
#include "service.h"

/* What an upload without an algorithm gets ("Checking object integrity": the default). */
#define UPLOAD_SUM_DEFAULT S3_CHECKSUM_CRC64NVME

/* All zero at first. */
struct complete_sum {
    enum s3_checksum_kind kind;
    const char *type;                     /* of the upload; NULL: it named no algorithm */
    bool full;                            /* FULL_OBJECT: of all bytes; else of the parts' sums */
    size_t n;                             /* parts so far */
    struct s3_checksum composite;         /* of the parts' sums */
    char combined[S3_CHECKSUM_TEXT_SIZE]; /* of all the bytes so far */
};

/* Judges the type that the request names against the upload's. After true complete_sum_drop() must
 * follow; false: the fault is set, as below. */
bool complete_sum_begin(struct call *call, struct complete_sum *sum, const json_t *upload);
/* Judges what the request's Part says of the part. */
bool complete_sum_check(struct call *call, const struct complete_sum *sum,
                        const struct xml_node *element, const struct part *part);
void complete_sum_add(struct complete_sum *sum, const struct part *part);
/* The whole sum, judged against what the request says it is, is put into the object's info. */
bool complete_sum_end(struct call *call, struct complete_sum *sum, json_t *info);
void complete_sum_drop(struct complete_sum *sum);

/* One of the parts is not what the request says. */
bool complete_bad_part(struct call *call, const struct xml_node *element);

#endif
