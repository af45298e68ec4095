/* SPDX-License-Identifier: Apache-2.0 */
/* Text that grows in a pool, and XML written into it. */
#ifndef SLRUN_S3_TEXT_H
#define SLRUN_S3_TEXT_H

#include "store/pool.h"

struct text {
    struct pool *pool;
    char *data; /* a NUL stands behind it; NULL: nothing was put */
    size_t size, capacity;
    bool failed; /* no memory: what follows is not put */
};

void text_put(struct text *text, const char *data, size_t size);
void text_string(struct text *text, const char *string);
void text_format(struct text *text, const char *format, ...) SLRUN_PRINTF(2, 3);

/* XML 1.0. Control characters become references, as S3 writes them, and bytes that are no UTF-8
 * U+FFFD. */
void text_escaped(struct text *text, struct slice slice);

/* <name>value</name>; nothing where the value is NULL. */
void xml_element(struct text *text, const char *name, const char *value);
void xml_slice(struct text *text, const char *name, struct slice value);
void xml_number(struct text *text, const char *name, long long value);
void xml_bool(struct text *text, const char *name, bool value);

/* <name>, </name>; the first element of a document with S3's namespace. */
void xml_open(struct text *text, const char *name);
void xml_close(struct text *text, const char *name);
void xml_root(struct text *text, const char *name);

/* Percent-encodes all but unreserved characters (RFC 3986) and those in `keep`. */
void text_encoded(struct text *text, struct slice slice, const char *keep);

#define XML_NAMESPACE "http://s3.amazonaws.com/doc/2006-03-01/"
#define XML_HEAD      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

#endif
