/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Operations: one AWS API call each. A plugin decides what is sent and what an answer means; the
 * core decides when. build() and parse() are pure: no socket, no clock, no Lua, no memory between
 * calls. The core adds endpoint, signature, retries, deadline, trace, and the coroutine's yield.
 */
#ifndef SLRUN_OP_H
#define SLRUN_OP_H

#include <slrun/error.h>
#include <slrun/host.h>
#include <slrun/http.h>
#include <slrun/shape.h>

/*
 * Since 1.3. What IAM wants before it lets operations through, as the Service Authorization
 * Reference has it: rows that end with a NULL `op`. The rows of an operation stand together; each
 * whose `when` holds is wanted. Operations without rows of their own are served by the rows named
 * "*": the first whose `when` holds and whose arguments are there. Where no row fits, the action is
 * the operation's own, on all resources.
 *
 * `resource` is the pattern of an ARN: "arn:p:dynamodb:r:a:table/{TableName}". The fields p, r and
 * a are partition, region and account of the caller. {NAME} is an argument; {A.B} a member of it,
 * {A.*.B} of each element or value, {A.@} each key of a map: so many ARNs. {NAME/2} is the second
 * segment of a path or URL, {NAME/-1} the last one. Where an argument is itself an ARN, it stands
 * for all of the pattern up to its place.
 */
struct slrun_grant {
    const char *op;       /* of the plugin: "put_item"; "*": see above */
    const char *action;   /* "s3:ListBucket"; NULL: the operation's own; "": none is wanted */
    const char *resource; /* NULL: IAM knows none for this action */
    /* NULL: always. "NAME": that argument is there; "!NAME": it is not; "NAME=TEXT", "NAME!=TEXT":
     * it is there, and (not) that text, which may end with a *; "?absent": the answer was one of
     * the operation's `absent`. */
    const char *when;
};

/* What a service is called, by AWS's own endpoint and signature rules. */
struct slrun_service {
    const char *signing_name;    /* in the credential scope: "dynamodb" */
    const char *endpoint_prefix; /* host name: "dynamodb" in dynamodb.us-east-1.amazonaws.com */
    const char *target;          /* AWS JSON: what stands before the dot in X-Amz-Target, or NULL */
    const char *json_version;    /* AWS JSON: "1.0" or "1.1", or NULL */
    const char *iam_prefix;      /* "dynamodb" in dynamodb:PutItem */
    const char *query_version; /* since 1.1. AWS query: the API's version, "2011-06-15", or NULL */
    const struct slrun_grant *grants; /* since 1.3, or NULL. Of all operations of the plugin. */
    const char *cloudformation; /* since 1.4. "StepFunctions" of AWS::StepFunctions::StateMachine,
                                 * where types are not called as the plugin is; or NULL */
};

enum slrun_op_flags {
    SLRUN_OP_IDEMPOTENT = 1, /* may be sent again when it is not known whether it arrived */
    SLRUN_OP_CONSUMES = 2,   /* takes what it returns from others (a receive) */
    SLRUN_OP_READS_ARGS = 4, /* since 1.1: parse() looks at ctx->args, so they are kept till then */
    SLRUN_OP_ANY_STATUS = 8  /* since 1.2: an answer of any status, also 500, is a result */
};

/* How the pages of an operation are walked; member names of its arguments and result. */
struct slrun_paging {
    const char *input;  /* the argument that continues: "ExclusiveStartKey" */
    const char *output; /* the member of the result that goes there; absent on the last page */
    const char *items;  /* the list of the result that grows */
    const char *limit;  /* the argument that bounds a page, or NULL */
};

/* An operation that holds the connection (a long poll): which argument says how long. The core
 * clamps it to the time that is left, and keeps such calls outside its cap of connections. */
struct slrun_hold {
    const char *param; /* "WaitTimeSeconds" */
    unsigned unit_ms;  /* of the argument: 1000 for seconds */
};

/*
 * How a created resource is removed. Strings live in the call's arena; `args` and `tags_args` are
 * new references for the core. The ownership rule: the core removes only what carries the run's id
 * in its `name` or, where tags_op is there, the tag that the run set when it created it.
 */
struct slrun_undo {
    const char *kind; /* "table" */
    const char *name;
    const char *op; /* operation of the same plugin that removes it */
    json_t *args;
    const char *gone; /* error code that means it is not there any more, or NULL */
    const char *busy; /* error code that means not now, try again (still being made), or NULL */

    /* Since 1.1. How the tags of what another name stands for are read, or NULL: it is then not
     * tagged and not removed. Only where the service never sets tags on what was there before: an
     * operation that answers a second create as if it were the first gives no proof. */
    const char *tags_op;   /* function of the module: an operation, or one of the prelude's */
    json_t *tags_args;     /* for it; NULL: the same as `args` */
    const char *tags_list; /* member of its result: a map of names to values, or a list of {Key,
                              Value}. A result of nil means that there is nothing to read. */

    /* Since 1.5. Where `op` answers before the thing is gone, and it may yet stay (a stack whose
     * deletion fails): function of the module, as tags_op, that is called after it with `args` and
     * a duration ("20s"). It returns true when the thing is gone, and behind that a text of what
     * was left on purpose, or nil; false and a text where it is still going when the time is over;
     * an error says why it does not go. NULL: gone with the answer. */
    const char *waiter;
};

struct slrun_op {
    const char *name;                 /* required: boto3's name, "put_item" */
    const char *api;                  /* required: AWS's name, "PutItem" */
    const char *doc;                  /* required: one line */
    const struct slrun_param *params; /* required, ended by a NULL name */
    const struct slrun_param *result; /* members of the result, ended by a NULL name; or NULL */
    unsigned flags;                   /* enum slrun_op_flags */
    const char *token;                /* idempotency token: argument filled when absent, or NULL */
    const char *const *retry;  /* error codes worth another try, besides throttling and 5xx */
    const char *const *absent; /* error codes that mean: the item asked for is not there */
    struct slrun_paging paging;
    struct slrun_hold hold;

    /*
     * Required. Fills `req` from the checked `args` (borrowed; may be changed in place). Method,
     * target and body are empty at the start. 0, or -1 after host->fail().
     */
    int (*build)(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
    /*
     * Required. A new reference, or NULL after host->fail() or with ctx->error filled: any status
     * comes here, also 4xx and 5xx.
     */
    json_t *(*parse)(struct slrun_ctx *ctx, const struct slrun_response *resp);
    /*
     * Only where the operation creates a named resource; else NULL. Called before the request
     * with result NULL and after it with the result. 0 and `undo` filled, 1: nothing to undo, or -1
     * after host->fail(). Since 1.5 the core looks after memory: 0 with a NULL name or NULL args
     * counts as out of memory.
     */
    int (*undo)(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                struct slrun_undo *undo);

    /* Since 1.1. The service of this operation where it is not the plugin's own (DynamoDB Streams
     * beside DynamoDB), or NULL. The local half gets its requests, too. */
    const struct slrun_service *service;
    /*
     * Since 1.1. Only where undo is there and the service takes tags at creation; else NULL. Adds
     * the members of `tags` (name to string) to `args`, which have been checked, in the service's
     * form, but none that `args` has already. Called before build(), when the name carries the
     * run's id or undo() has filled tags_op. 0, or -1 after host->fail().
     */
    int (*tag)(struct slrun_ctx *ctx, json_t *args, const json_t *tags);
    /*
     * Since 1.5. What the rows of slrun_service.grants see in place of the arguments, where these
     * name resources inside of texts only (statements of a query language); or NULL. A new
     * reference to an object; NULL: out of memory, nothing is named. As pure as build(). `slrun
     * plugins` shows its members in the rows, so they are called what a reader understands.
     */
    json_t *(*grant_args)(const json_t *args);
    /*
     * Since 1.5. Of a REST service that speaks JSON: method, path and queries, as
     * slrun_host.rest_json_build() takes them ("PUT /things/{Name}?Size"); or NULL. By it the local
     * cloud knows a request for the operation and its arguments, also where slrun_local.json serves
     * it and where roles are judged.
     */
    const char *rest;
};

#endif
