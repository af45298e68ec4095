/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.2. How local halves read and answer requests of protocols that services share:
 * slrun_cloud.query_read, .query_reply and .fault; since 1.5 .json_serve, .json_fail and .page.
 */
#ifndef SLRUN_ANSWER_H
#define SLRUN_ANSWER_H

#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include <slrun/http.h>
#include <slrun/shape.h>

struct slrun_cloud;
struct slrun_exchange;
struct slrun_op;
struct slrun_service;

/* A field of a form. */
struct slrun_field {
    const char *name;
    const char *value; /* never NULL; a NUL stands behind its last byte */
    size_t size;       /* of the value, which may hold any byte */
};

/*
 * A list or map that stands flat in forms and XML under a name of its own, as a service may have it
 * (Amazon SQS: the list AttributeNames as AttributeName.1, AttributeName.2). In a form a single
 * element may stand without its number.
 */
struct slrun_query_name {
    const char *member; /* of parameters or results: "AttributeNames" */
    const char *wire;   /* "AttributeName"; what begins with a dot stands behind the operation's
                         * name: ".RequestEntry" */
    const char *key;    /* of a map's entries, or NULL: "key" */
    const char *value;  /* of a map's entries, or NULL: "value" */
};

/* An operation of the AWS query protocol. */
struct slrun_query {
    const char *api;                  /* "AssumeRole" */
    const struct slrun_param *params; /* ended by a NULL name; or NULL */
    const struct slrun_param *result; /* the same; without any the answer has no RESULT element */
    const char *xmlns;                /* "https://sts.amazonaws.com/doc/2011-06-15/" */
    const struct slrun_query_name *names; /* ended by a NULL member; or NULL */
};

/*
 * What a member may hold beyond its type: the length of a text (in characters), list or map, or
 * the value of a number. Of a list of bounds, ended by a NULL member, the first that fits counts.
 */
struct slrun_bound {
    const char *operation; /* AWS's name: "PutRule"; NULL: any */
    const char *member;    /* wherever it stands; "x[]": the elements of the list x, or the values
                            * of the map x; "x{}": its keys */
    int64_t least, most;
    const char *only;    /* characters that a text consists of, or, behind a '^', those that it does
                          * not have; or NULL */
    const char *pattern; /* how AWS writes them */
};

/* ---- Since 1.5: operations of AWS JSON, or of REST services with JSON, each a function ---- */

enum { SLRUN_JSON_MESSAGE_MAX = 2048 };

/* One request for an operation, which the local cloud makes and ends. */
struct slrun_json_call {
    const struct slrun_cloud *cloud;
    void *service; /* the local half's state, as open() left it */
    struct slrun_exchange *x;
    const struct slrun_op *op;
    json_t *args;     /* as json_read() checked them; may be changed in place */
    const char *code; /* of the error that json_fail() filled; NULL: there is none */
    char message[SLRUN_JSON_MESSAGE_MAX];
    /* Set by an operation that returns NULL and answers by itself, now or later: it keeps the
     * exchange, asks for on_gone() and ends with json_reply() or fault(). */
    int parked;
};

struct slrun_json_operation {
    const char *api; /* AWS's name: "PutParameter" */
    /* The result, a new reference (null: an empty body), or NULL after json_fail() or with `parked`
     * set. One after json_fail() is dropped. */
    json_t *(*run)(struct slrun_json_call *call);
};

/* What json_serve() serves; lives as long as the process. Operations that have slrun_op.rest are
 * those of a REST service: their answers and errors are plain JSON (SLRUN_ERRORS_REST_JSON). */
struct slrun_json_service {
    const struct slrun_service *service; /* required; its json_version is that of the answers */
    const struct slrun_op *ops;          /* required, of the client half: parameters and results */
    size_t n_ops;
    const struct slrun_json_operation *operations; /* required; ended by a NULL api */
    const struct slrun_bound *bounds;              /* or NULL */
    const char *internal; /* required; code of status 500, also where an operation has neither a
                           * result nor an error: "InternalServerError" */
    /* Codes of other statuses than 400, ended by a NULL code; or NULL. */
    const struct slrun_json_status *statuses;
    const char *message; /* the member that has an error's text; NULL: "message" */
};

struct slrun_json_status {
    const char *code; /* "NotFoundException" */
    int status;       /* 404 */
};

/* How a service words its errors; also what the local cloud refuses in its place: a signature, a
 * body. There a request with X-Amz-Target gets AWS JSON whatever stands here. */
enum slrun_errors {
    SLRUN_ERRORS_JSON,  /* {"__type": "...#Code", "message": "..."} */
    SLRUN_ERRORS_QUERY, /* <ErrorResponse><Error><Type>, <Code>, <Message> */
    SLRUN_ERRORS_S3,    /* <Error><Code>, <Message>; the request id is x-amz-request-id */
    /* Since 1.2: {"message": "..."}, the code in the header x-amzn-ErrorType. */
    SLRUN_ERRORS_REST_JSON
};

/* An error as it is answered. What is NULL is left out. Texts may be any bytes: U+FFFD stands for
 * what is no UTF-8, and in XML "#x07" for what cannot stand there. */
struct slrun_fault {
    enum slrun_errors how;
    int status;       /* 400; in XML, from 500 on it is the Receiver's fault */
    const char *code; /* "ResourceNotFoundException" */
    const char *type; /* JSON: __type, where it is not the code: "com.amazonaws.sqs#X" */
    const char *message;
    const json_t *members;    /* JSON: further members of the document */
    const char *xmlns;        /* query */
    const char *detail;       /* query: the text of <Detail> */
    const char *content_type; /* JSON: NULL is application/x-amz-json-1.0, or REST's */
    const struct slrun_header *headers;
    size_t n_headers;
};

/*
 * Since 1.4. A message of an event stream (application/vnd.amazon.eventstream; Smithy, "Amazon
 * Event Stream Specification"), with its headers ":message-type" and so on.
 */
struct slrun_event {
    const char *name;         /* ":event-type": "SubscribeToShardEvent"; or ":exception-type" */
    int exception;            /* 1: it is an error that the operation's model has */
    const char *content_type; /* of the payload; NULL: there is none */
    const void *payload;
    size_t size;
};

#endif
