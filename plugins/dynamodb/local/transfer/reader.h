/* SPDX-License-Identifier: Apache-2.0 */
/* Reads items out of the bytes of an object, as they come, and writes them into a table. */
#ifndef SLRUN_DYNAMODB_READER_H
#define SLRUN_DYNAMODB_READER_H

#include "service.h"
#include "transfer/gzip.h"

enum { READER_RECORD_MAX = 4 * 1024 * 1024 /* bytes of one record, an item or a line */ };

/* Filled by who reads; counts grow over all objects. */
struct reader {
    struct service *service;
    struct table *table;
    const json_t *header; /* CSV: HeaderList, or NULL: the first line of each object is it */
    bool csv, gzip;
    char delimiter;
    json_int_t bytes, processed, imported, errors;

    /* of the object that is read */
    bool open;
    bool broken; /* what follows cannot be read */
    z_stream stream;
    struct text pending; /* what is not a whole record yet */
    json_t *columns;     /* CSV: names, once known */
};

/* Begins an object. False without memory. */
bool reader_begin(struct reader *reader);

/* Reads on; what is no item counts as an error. False when the store fails. */
bool reader_feed(struct reader *reader, const void *data, size_t size);

/* The object is over. False when the store fails. */
bool reader_end(struct reader *reader);

/* Frees what reader_begin() made, in any case. */
void reader_clear(struct reader *reader);

/* ---- csv.c ---- */

/* The row as an item, by the types of the table's keys; NULL: it does not fit its header. */
json_t *csv_item(const struct reader *reader, const json_t *row);

#endif
