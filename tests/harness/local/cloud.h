/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A local cloud of the least, around the local half of one plugin: a clock that is set by hand,
 * timers, exchanges whose answers are kept. Forms, XML, errors and stores are the core's. Tests say
 * whose half they mean by LOCAL_HALF and so on (slrun_local_support() in cmake/SlrunTest.cmake).
 */
#ifndef SLRUN_TESTS_LOCAL_CLOUD_H
#define SLRUN_TESTS_LOCAL_CLOUD_H

#include <stdbool.h>

#include <slrun/slrun.h>

#define CLOUD_NOW_MS INT64_C(1700000000000) /* at the start */

enum {
    MESSAGE_HEADERS_MAX = 32,
    ANSWER_HEADERS_MAX = 64,
    EXCHANGE_NAME_MAX = 32,
    PIECE_SIZE = 10000
};

struct cloud;

/* What is sent. */
struct message {
    const char *method;    /* NULL: POST */
    const char *operation; /* of AWS JSON; NULL: none */
    const char *type;      /* Content-Type; NULL: that of the service's JSON; "": none */
    const void *body;
    size_t size;
    const char *target;     /* NULL: "/" */
    const char *access_key; /* NULL: not signed; an account's number is that account */
    struct slrun_header headers[MESSAGE_HEADERS_MAX];
    size_t n_headers;
    struct slrun_header trailer;
    bool leaves;                            /* its client goes before the body is whole */
    void (*meanwhile)(struct cloud *cloud); /* called before the body ends, or NULL */
};

/* One exchange. It lives until the cloud is closed. */
struct exchange {
    struct slrun_exchange base; /* first */
    struct cloud *cloud;
    struct exchange *next;
    char name[EXCHANGE_NAME_MAX]; /* for the test */
    struct slrun_header request_headers[MESSAGE_HEADERS_MAX + 3];
    char *request, *target, *operation; /* owned */
    char json_target[128], json_type[64], length[24];
    struct form *form;
    void (*gone)(struct slrun_exchange *x);
    int status; /* 0: not answered yet */
    struct slrun_header headers[ANSWER_HEADERS_MAX];
    size_t n_headers;
    char *body; /* a NUL stands behind it; of an event stream lines, "NAME PAYLOAD" */
    size_t size;
    bool from_file;
    /* Of an open answer. */
    bool open, cut;
    bool full; /* set by the test: the client does not read */
    void (*room)(struct slrun_exchange *x);
};

/* What is under test. */
struct cloud_half {
    const struct slrun_local *local;
    const struct slrun_service *service;
    const struct slrun_op *ops;
    size_t n_ops;
    const struct slrun_stores *stores; /* NULL: the core's */
    bool scarce; /* memory is: what is logged, and what is left out of a result, is no failure */
};

struct cloud {
    struct slrun_cloud base; /* first */
    const struct cloud_half *half;
    void *service;
    int64_t now_ms;
    struct slrun_timer *timers;
    struct exchange *exchanges; /* the latest first */
    const char *region, *account;
    const char *secret;                /* of the key "known" */
    uint64_t random[2];                /* state of ids */
    struct called *calls, **last_call; /* of other services, that are not answered */
    struct {
        void (*run)(void *arg);
        void (*done)(void *arg);
        void *arg;
    } work;                       /* that is to be done; run NULL: none */
    void (*serving)(bool begins); /* called before and after the service gets a request, or NULL */
    const char *watch; /* an ARN that is watched, or NULL; how often there was news of it */
    unsigned news;
    struct slrun_watch *watches; /* of services; told by cloud_advance() */
    /* Of the latest answer; borrowed. */
    int status;
    const char *body, *content_type;
    size_t size;
};

/* `data` as slrun_cloud has it. Fails the test if the service does not open. */
void cloud_open_half(struct cloud *cloud, const struct cloud_half *half, const char *data);
/* The service must not open: with this error. */
void cloud_refuse_half(const struct cloud_half *half, const char *data, struct slrun_error *error);
/* Exchanges that wait are ended first; fails the test if a timer is left. */
void cloud_close(struct cloud *cloud);

#ifdef LOCAL_HALF
#include "client/ops.h"
extern const struct slrun_local LOCAL_HALF;
static const struct cloud_half local_half = {&LOCAL_HALF, &LOCAL_SERVICE, LOCAL_OPS, LOCAL_N_OPS};
#define cloud_open(cloud, data)   cloud_open_half(cloud, &local_half, data)
#define cloud_refuse(data, error) cloud_refuse_half(&local_half, data, error)
#endif

/* Sends it as the local cloud brings it: head, pieces of the body, end. The exchange may not be
 * answered yet. */
struct exchange *cloud_send(struct cloud *cloud, const struct message *message);

/* Sends JSON to an operation, or with a NULL operation a form. */
struct exchange *cloud_post(struct cloud *cloud, const char *operation, const char *body);

/* Sends JSON to an operation, which must answer at once: the answer (a new reference; JSON's null
 * without a body; NULL: it is no JSON). */
json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body);
json_t *cloud_call_bytes(struct cloud *cloud, const char *operation, const void *body, size_t size);

/* The same for a request in JSON (taken over). */
json_t *cloud_request(struct cloud *cloud, const char *operation, json_t *request);

/* The exchange called `name`; fails the test if there is none. */
struct exchange *cloud_exchange(const struct cloud *cloud, const char *name);

/* The service calls another one: the first call that is not answered yet. It is answered with
 * `result` (borrowed), or with an error where that is NULL. */
struct called {
    struct called *next;
    struct cloud *cloud;
    char *service, *operation;
    json_t *args;
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    void *arg;
};
void cloud_answer_call(struct cloud *cloud, const json_t *result, const char *error_code);

/* A header of the answer, or NULL. */
const char *exchange_header(const struct exchange *x, const char *name);

/* The client leaves, if it has no answer, or an open one. */
void exchange_leave(struct exchange *x);

/* The client that did not read does so. */
void exchange_read(struct exchange *x);

/* Tells the news, sets the clock on, and fires what is due, in order. */
void cloud_advance(struct cloud *cloud, int64_t ms);

#endif
