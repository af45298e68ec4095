/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the local cloud's page asks for: slrun_cloud.looks (slrun/look.h), within bounds. The
 * answers to
 *
 *   GET /_slrun/look                      all services: each kind with its first things, and
 *                                         the drawing of these (drawing.h)
 *   GET /_slrun/look/SERVICE/KIND         the list of one kind
 *   GET /_slrun/look/SERVICE/KIND/KEY     one thing; KEY is percent-encoded
 *       ?find=TEXT   only rows that hold it, whatever its case
 *       &limit=N     rows of a table, LOOK_ROWS_MAX at most
 *       &table=I&from=N   the I-th table (0) begins with row N
 */
#ifndef SLRUN_LOCAL_LOOK_H
#define SLRUN_LOCAL_LOOK_H

#include <slrun/look.h>

#include "local/exchange.h"

enum {
    LOOK_ROWS = 100,           /* of a table, unless asked otherwise */
    LOOK_ROWS_MAX = 1000,      /* and at most */
    LOOK_SEARCHED_MAX = 20000, /* rows that are looked through for `find` at a time */
    LOOK_FROM_MAX = 1 << 20,   /* rows that are passed over */
    LOOK_TABLES_MAX = 32,      /* of one thing, and things to see with it */
    LOOK_FACTS_MAX = 64,       /* of one thing */
    LOOK_TEXT_MAX = 8 << 10,   /* bytes of a cell or fact; the rest is cut off */
    LOOK_BYTES_MAX = 2 << 20,  /* of the cells of a table */
    LOOK_FIND_MAX = 256,       /* bytes of `find` */
};

extern const struct slrun_looks look_api;

/* slrun_looks.bytes and .base64 (look_bytes.c). */
json_t *look_bytes(const void *data, size_t size);
json_t *look_base64(const char *text, size_t size);

/* What is asked of one list or thing. */
struct look_question {
    const char *find; /* NULL or "": all rows */
    size_t limit;     /* 0: LOOK_ROWS */
    size_t table, from;
};

/* The list of a kind, or with a key the thing; a new reference, NULL: there is none, or no memory.
 * A list has the boxes of its rows (drawing.h), too, which are not for the page as they are. */
json_t *look_list(const struct cloud_service *service, const struct slrun_look_kind *kind,
                  const struct look_question *question);
json_t *look_show(const struct cloud_service *service, const struct slrun_look_kind *kind,
                  const char *key, const struct look_question *question);

/* Answers GET /_slrun/look and what is below it. */
void look_answer(struct cloud *cloud, struct slrun_exchange *x);

#endif
