/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one request, and what an operation is. */
#ifndef SLRUN_S3_SERVICE_H
#define SLRUN_S3_SERVICE_H

#include <slrun/local.h>

#include "address.h"
#include "deliveries/transit.h"
#include "fault.h"
#include "object/ingest.h"
#include "store/store.h"
#include "xml.h"

enum {
    OWNER_SIZE = 65, /* a canonical user id: 64 hexadecimal digits */
    ACCOUNT_SIZE = 13,
    ID_SIZE = 33, /* of versions and uploads */
    CALL_ROOM = 2048,
    ANSWER_HEADERS_MIN = 16, /* and twice that, and so on */
    ANSWER_HEADERS_MAX = 256
};

struct asking;
struct delivery;
struct event;
struct sweep;

struct service {
    const struct slrun_cloud *cloud;
    struct store *store;
    char account[ACCOUNT_SIZE];   /* of the last caller, */
    char owner[OWNER_SIZE];       /* and its canonical id */
    uint64_t sequence;            /* makes ids of one millisecond differ in order */
    uint64_t told;                /* the last sequencer of an event */
    bool acl_told;                /* of an ACL that AWS would refuse */
    struct transits deliveries;   /* events on their way: event_deliver.c */
    struct asking *asking;        /* puts that wait for others' answers: event_target.c */
    struct slrun_timer *midnight; /* when lifecycles are looked at: lifecycle_run.h, */
    struct sweep *sweep;          /* and how far that is, or NULL */
};

/* What an ACL can grant. */
enum permission {
    PERMISSION_NONE,
    PERMISSION_READ,
    PERMISSION_WRITE,
    PERMISSION_READ_ACP,
    PERMISSION_WRITE_ACP
};

enum scope { SCOPE_SERVICE, SCOPE_BUCKET, SCOPE_OBJECT };

enum operation_flags {
    OP_XML = 1,           /* the body is a document, in call->xml; required */
    OP_STREAM = 2,        /* the body is an object's, in call->ingest */
    OP_NO_BUCKET = 4,     /* the bucket need not be there */
    OP_OBJECT_ACL = 8,    /* the object's ACL decides, not the bucket's */
    OP_OPEN = 16,         /* the operation judges for itself who may call it */
    OP_XML_MAYBE = 32,    /* as XML, but there may be no body */
    OP_SUM_OF_OBJECT = 64 /* x-amz-checksum-* is not about the body */
};

struct call;

/* One row of the table in route.c. The first that fits is it. */
struct operation {
    const char *name, *method;
    enum scope scope;
    const char *query;  /* parameter that must be there, or NULL */
    const char *header; /* header that must be there, or NULL */
    unsigned flags;     /* enum operation_flags */
    const char *action; /* of IAM, "s3:GetObject" */
    enum permission permission;
    bool (*run)(struct call *call); /* false: call->fault says why */
};

/* One request and its answer. */
struct call {
    struct service *service;
    struct slrun_exchange *x;
    const struct operation *operation;
    struct pool pool;
    struct address address;
    struct bucket bucket; /* id 0: there is none */
    struct object object; /* the one that was asked for, if access depended on it; else id 0 */
    int64_t now;
    const struct slrun_header *in; /* the request's headers, or the fields of a form */
    size_t n_in;
    bool anonymous;
    char account[ACCOUNT_SIZE]; /* of who calls */
    char owner[OWNER_SIZE];     /* canonical id of who calls */
    const char *by_itself;      /* the part of S3 that calls, or NULL */
    const struct xml_node *xml;
    struct slice body; /* what came in, where it was not streamed */
    struct ingest ingest;
    bool streaming;                  /* ingest is in use */
    struct gathering *gathering;     /* what it is made of: gather.h */
    void (*work)(struct call *call); /* on another thread, */
    void (*then)(struct call *call); /* and after that */
    /* the answer */
    int status;
    const char *content_type;
    struct slrun_header *headers; /* in the pool */
    size_t n_headers, header_room;
    struct text out;
    bool has_file; /* the body is a range of an open file, not `out` */
    int fd;
    uint64_t offset, size;
    struct fault fault;
    const struct fault *custom; /* of a website's error document, or NULL */
    /* events of objects: event.h */
    bool notified; /* the bucket's configuration has been looked at */
    const struct xml_node *notification;
    struct event *events;
    bool later;                       /* run() was true, but the call ends in call_finish() */
    _Alignas(POOL_ALIGN) char room[]; /* the pool's first CALL_ROOM bytes: few calls take more */
};

/* ---- service.c ---- */

/* A call for an exchange; call_free(). NULL: no memory. */
struct call *call_new(struct service *service, struct slrun_exchange *x);

/* Keeps what the call wrote, or undoes it, sends its events, answers, and frees it. */
void call_finish(struct call *call, bool ok);
void call_free(struct call *call);
/* Runs the operation once more and ends the call. */
void call_again(struct call *call);

/* ---- work.c ---- */

/* Does work(call) on another thread, which touches call->ingest and the pool's memory but neither
 * store nor exchange, and then then(call), unless the client has left. false: it cannot be. */
bool call_work(struct call *call, void (*work)(struct call *call), void (*then)(struct call *call));

/* ---- call.c: what every operation asks of its call ---- */

/* A request header, or NULL; of the trailers, too. */
const char *call_header(const struct call *call, const char *name);
const char *call_trailer(const struct call *call, const char *name);
const char *call_query(const struct call *call, const char *name);
bool call_is_head(const struct call *call);

/* Adds a header to the answer; strings must live as the call does. NULL values are left out. */
void call_add(struct call *call, const char *name, const char *value);
void call_add_etag(struct call *call, const char *etag);
void call_add_number(struct call *call, const char *name, uint64_t value);
/* "quoted" in the pool. */
const char *call_quoted(struct call *call, const char *etag);

/* A number of the query as S3 reads them: an int32, or the fault is set; nothing is changed where
 * there is none or an empty one. */
bool call_number(struct call *call, const char *name, long *value);

/* What S3 says of one that is not in its range, which it looks at later. */
struct number_range {
    const char *name; /* as the error calls it */
    long least, most;
};
bool call_in_range(struct call *call, const struct number_range *range, long value);

/* The account of a canonical user id ("" where it has none). */
const char *owner_account(const char *owner);
/* The id of an account that may well be the last caller's. */
void call_owner_of(const struct call *call, const char *account, char owner[OWNER_SIZE]);
/* Makes the account the caller's. */
void call_set_account(struct call *call, const char *account);
void xml_owner(struct text *text, const char *name, const char *owner);

/* Ids of versions and uploads: no two alike, later ones greater. */
const char *call_new_id(struct call *call);
/* Whether a text can be one of them: S3 refuses ids that it never gave, whatever they look like. */
bool call_is_id(const char *text);
/* What an id has of its time: that of a later one is greater. */
uint64_t call_id_time(const char *id);

/* Begins an XML answer. */
struct text *call_xml(struct call *call, const char *root);

/* Finds call->bucket by name; false: NoSuchBucket. */
bool call_find_bucket(struct call *call, const char *name, struct bucket *bucket);

bool call_internal(struct call *call); /* sets InternalError */

/* ---- route.c ---- */

/* The operation of the request's method, address and headers; NULL with the fault set. */
const struct operation *route_find(struct call *call);

/* ---- answer.c ---- */

/* Answers and ends the exchange. */
void call_answer(struct call *call, bool ok);

#endif
