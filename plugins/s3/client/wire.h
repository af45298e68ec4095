/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the members of requests and results travel in S3's REST-XML protocol (smithy.io, "AWS
 * restXml protocol"): beside each list of struct slrun_param stands a list of struct s3_wire with
 * one entry for each member, in the same order. shapes.c and ops.c are generated from AWS's
 * published service model (generate.py).
 */
#ifndef SLRUN_S3_WIRE_H
#define SLRUN_S3_WIRE_H

#include <slrun/slrun.h>
#include <slrun/table.h>

enum s3_place {
    S3_ELEMENT, /* of the XML body; the default */
    S3_ATTRIBUTE,
    S3_PAYLOAD, /* the whole body: bytes, a string, or a structure as an XML document */
    S3_LABEL,   /* {Bucket} or {Key} in the path */
    S3_QUERY,
    S3_HEADER,
    S3_META,   /* a map; `name` is the beginning of the headers' names */
    S3_SAVE_AS /* not sent: the file that the answer's body goes to */
};

enum s3_form {
    S3_PLAIN,
    S3_FLAT,      /* a list without an element around it */
    S3_HTTP_DATE, /* a timestamp as in RFC 9110, section 5.6.7; else as in ISO 8601 */
    S3_KEY,       /* a customer's key: base64; its MD5 goes into the header "<name>-MD5" */
    S3_COPY       /* the source of a copy: "bucket/key", or Bucket, Key and VersionId */
};

struct s3_wire {
    const char *name; /* of the element, attribute, header or query parameter */
    enum s3_place place;
    enum s3_form form;
    const char *item;              /* a list that is not flat: the name of its elements */
    const struct s3_wire *members; /* of a structure, or of the structures in a list */
};

enum s3_call_flags {
    S3_CHECKSUM = 1,     /* takes a checksum of the body: computed unless one is given */
    S3_URL_ENCODING = 2, /* keys in the result are percent-encoded on the wire */
    S3_BARE = 4          /* the body's root element is itself the only member */
};

/* What an operation is on the wire. */
struct s3_call {
    const char *name; /* of the operation: the table is sorted by it */
    const char *method;
    const char *path;  /* "/{Bucket}/{Key+}" */
    const char *query; /* fixed: "list-type=2", or NULL */
    const struct s3_wire *input, *output;
    unsigned flags; /* enum s3_call_flags */
};

/* The call of an operation, or NULL. */
const struct s3_call *s3_call_find(const char *op);

extern const struct s3_call s3_calls[]; /* one for each of s3_ops, in the same order */

#endif
