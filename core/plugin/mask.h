/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What of a call may be shown. Values that plugins mark as secret, and the run's credentials, are
 * replaced by "***" wherever they stand, in each form that a request or an answer gives them: as
 * they are, as text of JSON and of XML, percent-encoded, in base64. What stands behind
 * X-Amz-Signature, X-Amz-Credential and X-Amz-Security-Token in a query goes, too, and so does what
 * stands before the @ of an address, and headers that are secret by their name.
 */
#ifndef SLRUN_PLUGIN_MASK_H
#define SLRUN_PLUGIN_MASK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define MASK_HIDDEN "***"

/* A shorter value is replaced nowhere: half of a text would go with it. */
enum { MASK_SHORTEST = 6 };

struct mask {
    struct mask *known; /* another, which is looked for, too; or NULL. Not freed */
    char **forms;       /* the longest first */
    size_t n, cap;
    bool sorted;
    bool has_short;   /* one of the values was too short: what may hold it is not shown at all */
    bool failed;      /* there was no memory for one: nothing is shown */
    bool begins[256]; /* bytes that a form begins with */
    /* Optional. A last pass over a text. */
    void (*last)(void *arg, struct buf *text);
    void *arg;
};

/* All zero but for known and last() is an empty one. */
void mask_add(struct mask *mask, const char *value);
void mask_free(struct mask *mask);

/* Whether mask_bytes() and mask_text() would leave these bytes as they are, as is mostly so:
 * quickly, and false in doubt. The last pass hides nothing in a text without any of the words of
 * mask_words.c. */
bool mask_is_needless(const struct mask *mask, const char *bytes, size_t size);

/* Bytes of which the first are shown. `whole` are there, so that a secret which reaches over `size`
 * is found. */
struct mask_shown {
    const char *bytes;
    size_t size, whole;
};

/* Adds them without secrets. */
void mask_bytes(struct mask *mask, struct buf *to, const struct mask_shown *shown);

/* The last pass, where what mask_bytes() made is a text. */
void mask_text(struct mask *mask, struct buf *text);

/* Whether a header of this name shows nothing of its value. */
bool mask_header(const char *name);
/* The same of the names that are known as they are, and are none themselves. */
bool mask_header_is_listed(const char *name);

#endif
