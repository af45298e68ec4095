/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the local cloud does for the local halves of plugins: clock, timers and answers; since 1.2
 * what services do together. They reach each other only by operations (call) and by news of what
 * an ARN names (notify), as in AWS. All on one thread, which must not wait.
 */
#ifndef SLRUN_CLOUD_H
#define SLRUN_CLOUD_H

#include <stddef.h>
#include <stdint.h>

#include <slrun/error.h>
#include <slrun/host.h>
#include <slrun/http.h>
#include <slrun/policy.h>

struct slrun_bound;
struct slrun_calling; /* a call that is not done */
struct slrun_event;
struct slrun_exchange;
struct slrun_fault;
struct slrun_field;
struct slrun_iam;
struct slrun_json_call;
struct slrun_json_service;
struct slrun_looks;
struct slrun_op;
struct slrun_process;
struct slrun_query;
struct slrun_reply;
struct slrun_resource;
struct slrun_resource_order;
struct slrun_resource_result;
struct slrun_resource_run;
struct slrun_resource_type;
struct slrun_stores;
struct slrun_timer;
struct slrun_watch;

/* Since 1.2. A call of an operation by a service of the local cloud. Strings are copied. */
struct slrun_cloud_call {
    const char *service;   /* plugin: "sqs" */
    const char *operation; /* boto3's name: "receive_message" */
    json_t *args;          /* a reference that is taken over */
    const char *region;    /* NULL: the default one */
    const char *account;   /* NULL: the default one */
    const char *caller;    /* the service that asks: "lambda" */
    /* Required. Called once, on a later turn of the loop; `result` is borrowed (NULL on error),
     * `error` too (NULL on success). */
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    void *arg;
    /* 1: the result is the JSON of the answer as it stands, binary values as base64 and attribute
     * values with their types, for services whose answers are JSON. 0: what an SDK makes of it. */
    int wire;
};

/* Since 1.5. What came to something and goes no further (slrun_cloud.left_out). All is copied. */
struct slrun_left_out {
    const char *kind;   /* of what let it go, as a failed wait calls it: "event bus", "topic" */
    const char *name;   /* of that: its ARN, name or UUID */
    const char *why;    /* "matched none of its 2 rules" */
    const json_t *what; /* what came, as far as it was looked at */
};

/* Since 1.2. A request to a service of the local cloud as it would come over the wire, without a
 * signature. All is copied. */
struct slrun_cloud_request {
    const char *service; /* signing name: "dynamodb"; NULL: what X-Amz-Target or the claims say */
    /* The target is a path; since 1.5 also the URL of something else on this machine (loopback),
     * which gets the request over the wire. */
    const char *method, *target;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body;
    size_t size;
    const char *region, *account, *caller; /* as in a call */
    /* Required. Called once, on a later turn of the loop, with an answer of any status, or NULL and
     * an error; borrowed. */
    void (*done)(void *arg, const struct slrun_response *response, const struct slrun_error *error);
    void *arg;
};

/* Since 1.2. A process on this machine. Strings are copied. */
struct slrun_process_options {
    const char *const *argv;        /* ended by NULL; argv[0] is looked for in PATH */
    const char *const *environment; /* all of it: "NAME=value", ended by NULL */
    const char *directory;          /* to run in; NULL: the local cloud's own */
    /* Required. A line of its output (stream 1) or of its errors (2), without its end; lines above
     * 256 KiB come in pieces. */
    void (*line)(void *arg, int stream, const char *text, size_t size);
    /* Required. Called once, behind its last line: its exit status, or the signal that killed it
     * (else 0). */
    void (*ended)(void *arg, int status, int signal);
    void *arg;
};

enum { SLRUN_DOC_KEY_MAX = 64 };

/* Since 1.5. A kind of documents: whose they are, and how their keys begin ("rule/"; 30 characters
 * at most). */
struct slrun_doc_kind {
    const char *service, *prefix;
};

/* What the local cloud does for a local half. */
struct slrun_cloud {
    size_t struct_size;
    const struct slrun_host *host;
    const char *data; /* directory to keep state in, or NULL: state is kept in memory only */

    /* Milliseconds since 1970 on the local cloud's clock (real time plus jumps). */
    int64_t (*now_ms)(const struct slrun_cloud *cloud);
    /* Calls fire(arg) once when the local cloud's clock has reached due_ms; NULL: out of memory.
     * A timer that has fired is gone; timer_stop() is for one that has not. */
    struct slrun_timer *(*timer_start)(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg);
    void (*timer_stop)(struct slrun_timer *timer);
    /* Answers and ends the exchange; exactly once for each. */
    void (*reply)(struct slrun_exchange *x, const struct slrun_reply *reply);
    /* Has gone(x) called if the client leaves before reply(). The exchange is then over:
     * no reply() for it. */
    void (*on_gone)(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x));
    /* Since 1.1. As reply(), but the body is `size` bytes of the open file `fd` from `offset` on,
     * sent as the client takes them; body and size of `reply` are not looked at. Takes over `fd`;
     * to a HEAD it may be -1.
     */
    void (*reply_file)(struct slrun_exchange *x, const struct slrun_reply *reply, int fd,
                       uint64_t offset, uint64_t size);
    /*
     * For signatures that do not stand in the head of a request (the policy of a form that a
     * browser posts to S3): the secret key of an access key, which appears in no output.
     *   0   it is in *secret, borrowed
     *   1   the key is not known; what it signed is accepted unchecked
     *  -1   the key is not known, and is to be refused
     */
    int (*secret_key)(const struct slrun_cloud *cloud, const char *access_key, const char **secret);
    /* Since 1.1. For services that speak the AWS query protocol: the decoded value of the first
     * field of that name in the body, a form (application/x-www-form-urlencoded); since 1.2, where
     * there is no body, in the target's query. It lives as long as the exchange. NULL: there is no
     * such field, or no memory. */
    const char *(*form_get)(struct slrun_exchange *x, const char *name);

    /* ---- Since 1.2: what services do together ---- */

    /* Where the local cloud listens, "http://127.0.0.1:4566"; NULL during open(). */
    const char *(*url)(const struct slrun_cloud *cloud);
    /*
     * Calls an operation of any service of this cloud, also of the caller itself, as an SDK would,
     * but without a socket: its client half builds the request and reads the answer, its local half
     * serves it. One that parks (a long poll) is answered when it is answered. NULL: out of memory,
     * and no done() comes.
     */
    struct slrun_calling *(*call)(const struct slrun_cloud *cloud,
                                  const struct slrun_cloud_call *call);
    /* Ends it where it stands: a parked request sees its client leave. No done(). */
    void (*call_cancel)(struct slrun_calling *calling);
    /*
     * Tells whoever watches that `arn` has something new: a message in a queue, a record in a
     * stream. Watchers are called on a later turn of the loop, once however often it was told.
     */
    void (*notify)(const struct slrun_cloud *cloud, const char *arn);
    /* Calls fire(arg) each time that `arn` has something new, until watch_stop(). A watch may come
     * before the thing itself. NULL: out of memory. */
    struct slrun_watch *(*watch)(const struct slrun_cloud *cloud, const char *arn,
                                 void (*fire)(void *arg), void *arg);
    void (*watch_stop)(struct slrun_watch *watch);
    /*
     * The local cloud's clock may jump when nothing is at work. At work are, without further ado:
     * requests that are not answered, unless on_gone() says that they are parked, and calls that
     * are not done, unless they are parked there. What else the clock must not jump over (a handler
     * that runs, a file that is being written) is said here: +1 when it begins, -1 when it ends.
     */
    void (*busy)(const struct slrun_cloud *cloud, int change);
    /* Starts a process that cannot outlive the local cloud. NULL with `error` filled. */
    struct slrun_process *(*process_start)(const struct slrun_cloud *cloud,
                                           const struct slrun_process_options *options,
                                           struct slrun_error *error);
    /* Sends a signal to the process and all that it started; ended() still comes. */
    void (*process_signal)(struct slrun_process *process, int signal);
    /* Kills it, if it still runs, and forgets it: no callback comes any more. Also after ended().
     */
    void (*process_close)(struct slrun_process *process);
    /* The resource types of all services: the type of that name ("AWS::SQS::Queue"), or NULL. */
    const struct slrun_resource_type *(*resource_type)(const struct slrun_cloud *cloud,
                                                       const char *type);
    /* The i-th of them, or NULL behind the last. */
    const struct slrun_resource_type *(*resource_type_at)(const struct slrun_cloud *cloud,
                                                          size_t i);
    /* Has the service of its type create, update or remove a resource; `order` is copied, its
     * properties are borrowed until done(). NULL: out of memory, and no done() comes. */
    struct slrun_resource *(*provision)(const struct slrun_cloud *cloud,
                                        const struct slrun_resource_order *order);
    /* What a resource type's create(), update() and remove() end in, at once or later. `result` is
     * copied. */
    void (*resource_done)(struct slrun_resource *resource,
                          const struct slrun_resource_result *result);
    /*
     * Documents of a service that survive the local cloud when it keeps state (`data`): JSON by
     * key, in the order of the keys' bytes. Each function is 0 or -1 (logged) where it returns int.
     * What was put and removed is on the disk before a request is answered, and together.
     */
    int (*doc_put)(const struct slrun_cloud *cloud, const char *service, const char *key,
                   const json_t *doc);
    json_t *(*doc_get)(const struct slrun_cloud *cloud, const char *service,
                       const char *key); /* a new reference, or NULL */
    int (*doc_remove)(const struct slrun_cloud *cloud, const char *service, const char *key);
    /* Calls each() for every key that begins with `prefix`, until one returns other than 0, which
     * is returned. each() may put and remove. */
    int (*doc_each)(const struct slrun_cloud *cloud, const char *service, const char *prefix,
                    int (*each)(void *arg, const char *key, const json_t *doc), void *arg);
    /*
     * Amazon EventBridge event patterns, which filter criteria of event source mappings, rules and
     * filter policies of SNS on a body share (docs.aws.amazon.com/eventbridge, "Event patterns").
     * Whether a pattern is one: 0, or -1 with `error` filled (SERVICE, AWS's words).
     */
    int (*pattern_check)(const json_t *pattern, struct slrun_error *error);
    /* Whether `event` matches a pattern that pattern_check() has passed: 1 or 0. */
    int (*pattern_match)(const json_t *pattern, const json_t *event);
    const struct slrun_stores *stores; /* state in SQLite (store.h) */
    /* The i-th field of the form of form_get(), which has 4096 at most; NULL: there is none. */
    const struct slrun_field *(*form_at)(struct slrun_exchange *x, size_t i);
    /*
     * The arguments in a request of the AWS query protocol (answer.h), by the operation's
     * parameters: the object that its JSON would be, with binary values as base64 text and
     * timestamps as numbers. What the parameters do not have is left out; whether all that is
     * required is there is for the service. A new reference; NULL with `error` filled: a value is
     * not of its type (SERVICE, ValidationError), or no memory (MEMORY).
     */
    json_t *(*query_read)(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                          const struct slrun_query *query, struct slrun_error *error);
    /* Answers with the members of `result` by the operation's shapes, in the order of those; NULL
     * or null: with nothing. */
    void (*query_reply)(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                        const struct slrun_query *query, const json_t *result);
    /* Random numbers for ids: they differ, and are no secret. */
    uint64_t (*random)(const struct slrun_cloud *cloud);
    /* A new id as AWS writes many: a random UUID, 36 characters and a NUL. */
    void (*uuid)(const struct slrun_cloud *cloud, char id[37]);
    /* Answers with an error. */
    void (*fault)(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                  const struct slrun_fault *fault);
    /*
     * Makes, changes or removes a resource by operations of this cloud, in its region and account
     * (resource.h). When one fails the rest is left out and the resource ends with the error. `run`
     * is copied; its arguments are taken over.
     */
    void (*resource_run)(const struct slrun_cloud *cloud, struct slrun_resource *resource,
                         const struct slrun_resource_run *run);
    /* Whether anybody watches `arn`: 1 or 0. What costs something to know in time (when a hidden
     * message can be received again) need not be known otherwise. */
    int (*watched)(const struct slrun_cloud *cloud, const char *arn);
    /* Sends a request that is no operation of a plugin's (an integration of API Gateway writes its
     * own). call_cancel() ends it. NULL: out of memory, and no done() comes. */
    struct slrun_calling *(*request)(const struct slrun_cloud *cloud,
                                     const struct slrun_cloud_request *request);
    /*
     * Events that a service has and will deliver by itself, but not now (an asynchronous invocation
     * that is tried again, a batch that waits for its window): +1 and -1. They do not hold the
     * clock; who waits until all has settled waits for them too.
     */
    void (*pending)(const struct slrun_cloud *cloud, int change);
    /*
     * Whether something that may happen in AWS, and seldom does, shall happen now to what `arn`
     * names, because a test asked for it. 1 or 0; each question counts as one chance.
     *   "duplicate"   a standard queue delivers a message that it has just delivered once more
     *   "disorder"    a standard queue does not deliver the oldest message first
     *   "at-once"     a change of state (CREATING, UPDATING, DELETING) is over when it is answered
     */
    int (*chance)(const struct slrun_cloud *cloud, const char *what, const char *arn);
    /*
     * Starts a process that others are copied from, because its beginning takes long: as
     * process_start(), but its stream 0 is a Unix socket (SOCK_SEQPACKET). A packet on it asks for
     * one copy: a number, the directory (maybe empty) and the variables of the environment, with a
     * NUL between one and the next; two descriptors come with it (SCM_RIGHTS), for streams 1 and 2.
     * The answer is a packet with the number, a blank, and "0" if the zygote cannot be what was
     * asked for, or the id of the copy. A copy sends its answer itself, when it
     *   - is a child of the local cloud (orphans become that while copies are asked for),
     *   - leads a session of its own and dies with the local cloud (PR_SET_PDEATHSIG).
     * It ends if it cannot send it. The zygote ends at the end of the socket.
     */
    struct slrun_process *(*process_zygote)(const struct slrun_cloud *cloud,
                                            const struct slrun_process_options *options,
                                            struct slrun_error *error);
    /* As process_start(), by a copy of a zygote. If the zygote refuses, has ended or does not
     * answer within 20 s, argv is executed instead; if that cannot be, ended() says status 127. The
     * zygote may be closed before the copy. */
    struct slrun_process *(*process_copy)(struct slrun_process *zygote,
                                          const struct slrun_process_options *options,
                                          struct slrun_error *error);
    /*
     * The arguments in a request of AWS JSON, checked by the operation's parameters and by bounds
     * (answer.h) or NULL; what is null is left out. A new reference; NULL with `error` filled as
     * AWS words it: a type is wrong (SERVICE, SerializationException), something required, a word
     * or a bound (SERVICE, ValidationException), or no memory. No message holds a secret value.
     */
    json_t *(*json_read)(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                         const struct slrun_op *op, const struct slrun_bound *bounds,
                         struct slrun_error *error);
    /* Answers a request of AWS JSON; null: with nothing. */
    void (*json_reply)(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                       const struct slrun_service *service, const json_t *result);

    /* ---- Since 1.3 ---- */

    const struct slrun_looks *looks; /* answers for the local cloud's page (look.h) */
    /* What `access_key` signs is of `account` (twelve digits) from now on, until expires_ms on the
     * local cloud's clock. 0, or -1: there are too many, or there is no memory. */
    int (*key_add)(const struct slrun_cloud *cloud, const char *access_key, const char *account,
                   int64_t expires_ms);

    /* ---- Since 1.4 ---- */

    /*
     * What waits for the disk, or computes for long: run(arg) on a thread of its own, which touches
     * nothing but what `arg` has and no function of this struct; then done(arg) on a later turn of
     * the loop, or before close(). The clock does not jump meanwhile. 0, or -1: out of memory, and
     * neither is called.
     */
    int (*work)(const struct slrun_cloud *cloud, void (*run)(void *arg), void (*done)(void *arg),
                void *arg);

    /* Answers whose body is fed while it is sent. */

    /*
     * Answers with a body that may go on for minutes, in chunks: status and headers go out now, and
     * feed() adds to the body, whenever there is something, until feed_end(). The reply's body is
     * not looked at. on_gone() must have been called before: an exchange with an open answer counts
     * as parked, whatever is fed, and it is over when its client leaves. room(x) may be NULL. To a
     * service of this cloud that asked (call, request) the answer is one, at its end.
     */
    void (*reply_open)(struct slrun_exchange *x, const struct slrun_reply *reply,
                       void (*room)(struct slrun_exchange *x));
    /*
     * Adds to the body; copied.
     *   1   more may follow
     *   0   a quarter of a MiB or more waits for a client that does not read: nothing should follow
     *       until room(x) is called, once it has read all of it; feeding is allowed there
     *  -1   64 MiB wait, or there is no memory: nothing was added, nor will be; feed_end() remains
     */
    int (*feed)(struct slrun_exchange *x, const void *data, size_t size);
    /* As feed(), of a message of an event stream (answer.h). */
    int (*feed_event)(struct slrun_exchange *x, const struct slrun_event *event);
    /* Ends answer and exchange; what was fed is still sent. whole 0: the connection is then broken,
     * for a client to see that the body is not all that it should be. */
    void (*feed_end)(struct slrun_exchange *x, int whole);

    /* ---- Since 1.5 ---- */

    /*
     * Serves a request of AWS JSON, or of REST (answer.h): the operation that X-Amz-Target or
     * slrun_op.rest names is found, its arguments are read, it is run with `state` as its service,
     * and answered unless it has parked. What has none gets UnknownOperationException.
     */
    void (*json_serve)(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                       const struct slrun_json_service *service, void *state);
    /* Fills the error of a call, unless it has one: status 400, or 500 if the code is the service's
     * `internal`. `code` is kept as it stands. Returns NULL. */
    json_t *(*json_fail)(struct slrun_json_call *call, const char *code, const char *format,
                         ...)SLRUN_PRINTF(3, 4);
    /*
     * One page of `list` (taken over) as the result of an operation with paging (op.h): from where
     * the token in `args` says ("" and none: the beginning), and as many as the limit there, or
     * `most`. A new reference; NULL: no page gave this token, or no memory.
     */
    json_t *(*page)(const struct slrun_op *op, const json_t *args, json_t *list, size_t most);
    /*
     * Documents of one kind (doc_put) that a service has in memory as well. doc_load(): all that
     * are kept, by their keys without the prefix; a new reference, NULL: no memory. doc_keep(): the
     * document with that key as it stands, or, NULL, that it is gone. doc_add(): one under a new
     * key behind those that were added before it, for what is to go out in the order in which it
     * came; the key, whole, is for doc_remove(), and "" where nothing is kept. What cannot be
     * written is logged.
     */
    json_t *(*doc_load)(const struct slrun_cloud *cloud, const struct slrun_doc_kind *kind);
    void (*doc_keep)(const struct slrun_cloud *cloud, const struct slrun_doc_kind *kind,
                     const char *key, const json_t *doc);
    void (*doc_add)(const struct slrun_cloud *cloud, const struct slrun_doc_kind *kind,
                    const json_t *doc, char key[SLRUN_DOC_KEY_MAX]);
    const struct slrun_iam *iam; /* roles, their keys and policies (iam.h) */
    /* What an IAM policy document says to a question (policy.h). NULL, and what is no document, is
     * silent. */
    enum slrun_policy_effect (*policy_says)(const json_t *document,
                                            const struct slrun_policy_ask *ask);
    /* Whether conditions have such an operator ("ForAnyValue:StringLikeIfExists"): 1 or 0. */
    int (*policy_operator)(const char *name);
    /* Arguments that came otherwise than as AWS JSON, in path, query and body, checked as by
     * json_read(); what is null is taken out. 0, or -1 with `error` filled. */
    int (*args_check)(json_t *args, const struct slrun_op *op, const struct slrun_bound *bounds,
                      struct slrun_error *error);
    /* Something goes no further here, and AWS tells nobody: an event that no rule matches, a record
     * that a filter leaves out. A failed wait tells it. */
    void (*left_out)(const struct slrun_cloud *cloud, const struct slrun_left_out *what);
};

#endif
