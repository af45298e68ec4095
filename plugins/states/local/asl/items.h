/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Items of a distributed Map state in an object of S3 (Developer Guide, "ItemReader"): JSON, JSON
 * Lines, CSV. Bytes in, a list out.
 */
#ifndef SLRUN_STATES_ITEMS_H
#define SLRUN_STATES_ITEMS_H

#include "asl/asl.h"

/* What ReaderConfig says. */
struct asl_reader {
    const char *type;         /* InputType */
    const char *header_place; /* CSVHeaderLocation, or NULL */
    const char *delimiter;    /* CSVDelimiter, or NULL */
    const char *pointer;      /* ItemsPointer (RFC 6901), or NULL */
    const json_t *headers;    /* CSVHeaders, or NULL */
    size_t most;              /* MaxItems; 0: all */
};

/* Whether there is such an InputType. */
bool asl_items_known(const char *type);
/* The items in `size` bytes, a new list; NULL with `error`, which is States.ItemReaderFailed. */
json_t *asl_items(const struct asl_reader *reader, const char *bytes, size_t size,
                  struct asl_error *error);

#endif
