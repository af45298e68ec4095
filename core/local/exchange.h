/* SPDX-License-Identifier: Apache-2.0 */
/* One request to the local cloud: the ABI's exchange over the HTTP server's. */
#ifndef SLRUN_LOCAL_EXCHANGE_H
#define SLRUN_LOCAL_EXCHANGE_H

#include "local/cloud.h"
#include "local/protocol/body.h"
#include "local/protocol/form.h"

struct held;
struct fed;

enum { EXCHANGE_ACCESS_KEY_MAX = 129 /* IAM's 128, and a NUL */ };

struct exchange {
    struct slrun_exchange x; /* first: what services have */
    struct cloud *cloud;
    struct http_exchange *http; /* NULL: it is a service of this cloud that asks */
    uint64_t flight;            /* the runner's number for the call; 0: not the runner's */
    /* Takes the answer (NULL: the connection was dropped) in place of HTTP's client, and ends the
     * exchange. */
    void (*answer)(struct exchange *e, const struct slrun_reply *reply,
                   const struct http_file *file);
    void *answer_arg;
    const struct cloud_service *service; /* NULL: not known, or none */
    struct sigv4_authorization header;   /* what the Authorization header says, if it has `signs` */
    bool signs;
    struct body *body; /* of one that is judged while it comes, or NULL */
    bool claimed;      /* signed for a name that no service has */
    bool open;         /* its Authorization may be of any scheme */
    bool begun;        /* begin() has asked for the body in pieces */
    bool nobody;       /* nobody signed it, and it is none of the requests that need no signature */
    struct form *form; /* the body as one, once somebody asked; or NULL */
    void (*gone)(struct slrun_exchange *x);
    void (*room)(struct slrun_exchange *x); /* of an open answer (feed.h) */
    struct fed *fed;                        /* of an open answer to a service of this cloud */
    void (*own)(struct cloud *cloud, struct slrun_exchange *x); /* the cloud itself answers */
    struct held *held; /* by a fault that a test asked for (inject.h); or NULL */
    char request_id[CLOUD_REQUEST_ID_MAX];
    char region[SIGV4_SCOPE_NAME_MAX + 1];
    char access_key[EXCHANGE_ACCESS_KEY_MAX];
    char account[ACCOUNTS_NUMBER_SIZE]; /* of a key that was given out */
    struct judge_session *session;      /* of a role, whose key it is (judge.h); or NULL */
};

/* An exchange for `http`; NULL (and answered with 500) when out of memory. */
struct exchange *exchange_new(struct cloud *cloud, struct http_exchange *http);

/* An exchange of a request that came by no wire; `answer` is still to be set. NULL: out of memory.
 */
struct exchange *exchange_inner(struct cloud *cloud, const struct http_exchange *from);

void exchange_free(struct exchange *e);

/* Who signed it: region of the credential scope (an empty one leaves the default), access key. A
 * key of twelve digits is an account's number, and the account then; one that STS gave out is of
 * that role's account. */
void exchange_set_signer(struct exchange *e, const struct sigv4_authorization *authorization);

/* AWS's name of the operation that a request asks for; NULL: it cannot be told. A service of REST
 * without slrun_op.rest can be asked only before it has `served` it. */
const char *exchange_operation(struct exchange *e, bool served);

/* Puts the answer's headers and the request id into `headers`: the answer with those. More than can
 * be sent are left to the server's refusal. */
struct slrun_reply exchange_with_id(const struct exchange *e, const struct slrun_reply *reply,
                                    struct slrun_header headers[HTTP_SERVER_REPLY_HEADERS_MAX]);

/* slrun_cloud.reply, .reply_file, .on_gone, .form_get and .form_at. */
void exchange_reply(struct slrun_exchange *x, const struct slrun_reply *reply);
void exchange_reply_file(struct slrun_exchange *x, const struct slrun_reply *reply, int fd,
                         uint64_t offset, uint64_t size);
void exchange_on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x));
const char *exchange_form_get(struct slrun_exchange *x, const char *name);
const struct slrun_field *exchange_form_at(struct slrun_exchange *x, size_t i);

/* The client has left, or the local cloud is `closing`: tells the service, if it asked to be told,
 * and ends the exchange. false: it did not ask, so it may reply yet and the exchange stays. */
bool exchange_gone(struct slrun_exchange *x, bool closing);

/* Answers as the service would, or as the request looks where there is none. A service that words
 * refused signatures itself is asked: the body must be there. */
void exchange_refuse(struct exchange *e, const struct refusal *refusal);

/* Whether the service does. */
bool exchange_refuses(const struct exchange *e);
void exchange_error(struct exchange *e, const struct refusal_words *words);

/* Its role may not do that, in AWS's words. e->service is known. */
void exchange_deny(struct exchange *e, const char *text);

/* The connection ends without an answer. */
void exchange_drop(struct exchange *e);

/* How the service words its errors. */
enum slrun_errors exchange_errors(const struct exchange *e);

/* Answers with JSON, whose reference is taken over. */
void exchange_json(struct slrun_exchange *x, int status, json_t *json);

#endif
