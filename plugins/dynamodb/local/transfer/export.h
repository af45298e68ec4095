/* SPDX-License-Identifier: Apache-2.0 */
/* The objects of an export (Developer Guide, "DynamoDB table export output format"). */
#ifndef SLRUN_DYNAMODB_EXPORT_H
#define SLRUN_DYNAMODB_EXPORT_H

#include "transfer/transfer.h"

/* Of which moments it is. */
struct export_span {
    bool increment;  /* what changed after from_ms; else all that was there at to_ms */
    int64_t from_ms; /* milliseconds since 1970 */
    int64_t to_ms;
    bool old; /* increment: with what items were before */
};

/* Fills the objects of an export but for its manifests, from the items of the table; ItemCount and
 * BilledSizeBytes are set in its document. False without memory, or when the store fails. */
bool export_files(struct transfer *transfer, const struct table *table,
                  const struct export_span *span);

/* The key of a file of the export in its bucket: a new string. */
json_t *export_key(const struct transfer *transfer, const char *file);

/* Adds an object with that key (taken over). False without memory. */
bool export_add(struct transfer *transfer, json_t *key, const struct text *body);

/* Adds the manifests, and ExportManifest to the document. False without memory. */
bool export_manifests(struct transfer *transfer);

#endif
