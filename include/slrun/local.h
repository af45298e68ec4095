/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The optional local half of a plugin: the service itself, as the embedded local cloud offers it.
 * It runs in the local cloud's process, on one thread; every function is called from that thread
 * and must return without waiting. An answer may be given later (a long poll).
 */
#ifndef SLRUN_LOCAL_H
#define SLRUN_LOCAL_H

#include <stddef.h>
#include <stdint.h>

#include <slrun/answer.h>
#include <slrun/cloud.h>
#include <slrun/error.h>
#include <slrun/host.h>
#include <slrun/http.h>
#include <slrun/iam.h>
#include <slrun/look.h>
#include <slrun/resource.h>

/*
 * One request and its answer. It belongs to the local cloud and ends with reply(). The signature
 * has been checked before: in the headers or in the query (a presigned URL). Strings and headers
 * stay until the exchange ends.
 */
struct slrun_exchange {
    const char *method;
    const char *target;    /* path and query as they came over the wire */
    const char *operation; /* what stands behind the dot in X-Amz-Target, or NULL */
    const char *region;    /* of the credential scope */
    const char *account;   /* 12 digits */
    const char *request_id;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body; /* never NULL; a NUL stands behind its last byte */
    size_t size;
    void *service; /* free for the local half, NULL at first */
    /* Since 1.1 */
    const char *access_key; /* that signed it; NULL: it is not signed */
    /* What followed a body in chunks (aws-chunked), in serve(): x-amz-checksum-crc32 and the like,
     * names in lower case. They are those that X-Amz-Trailer announced. */
    const struct slrun_header *trailers;
    size_t n_trailers;
    /* Since 1.2. The service of this cloud that asks ("lambda"), or NULL: it came over the wire. */
    const char *caller;
};

/*
 * An answer. reply() copies what it needs. The local cloud adds Date (unless given), Content-Length
 * and the request id. Answers to HEAD, 204 and 304 are sent without their body; to HEAD and with
 * 304 a NULL body with a size says what Content-Length the 200 to a GET has. 512 headers at most.
 */
struct slrun_reply {
    int status;
    const char *content_type;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body;
    size_t size;
};

/* What claims() returns. */
enum slrun_claim {
    SLRUN_CLAIM_NONE = 0,
    SLRUN_CLAIM_MAYBE = 1, /* it could be any service's: GET /, GET /a/b */
    SLRUN_CLAIM_SURE = 2,  /* its host, parameters or headers are of this service alone */
    /* Since 1.4. As SURE, and what stands in Authorization is the service's own business unless it
     * is a signature of AWS's: "Bearer ..." is none. */
    SLRUN_CLAIM_OPEN = 3
};

struct slrun_local {
    /* Required. Opens the service; its state in *service. 0, or -1 with `error` filled. */
    int (*open)(const struct slrun_cloud *cloud, void **service, struct slrun_error *error);
    /* Required. Closes it; exchanges that are not answered have been ended before. */
    void (*close)(void *service);
    /* Required, unless `json` is there. One request for this service: by X-Amz-Target, else by the
     * signing name in the credential scope. Answers now or later. */
    void (*serve)(void *service, struct slrun_exchange *x);
    /* Required. Forgets all data, as if just opened. */
    void (*reset)(void *service);

    /* Since 1.1, all optional. */
    /*
     * Whether a request that names no service (no X-Amz-Target that is known, no service in a
     * credential scope) is this one's: an enum slrun_claim; of several the highest gets it. One
     * that nobody signed comes to serve() with access_key NULL; a wrong signature is refused
     * before, and one of version 2 by all but S3. GET / is the local cloud's own page unless a
     * claim is sure. Pure: nothing changes by it, however often it is asked of a request.
     * The body is not there yet.
     */
    int (*claims)(const struct slrun_exchange *x);
    /*
     * For services with bodies of any size. The head of a request is there (of any, also one
     * without a body) and its signature checked; body is empty and size 0. What the signature says
     * of the body (its hash, chunk signatures, its decoded length) is checked as it comes. Where
     * only the body's hash is missing (no x-amz-content-sha256, S3 demands it) the signature is
     * checked before serve().
     *   0   the body is collected (16 MiB at most), then serve() is called, as without begin()
     *   1   it comes by data(), decoded if it is aws-chunked, and then serve() is called, with an
     *       empty body
     *  -1   reply() has been called; the body is heard out and dropped
     */
    int (*begin)(void *service, struct slrun_exchange *x);
    /* The next piece of the body; it is gone when this returns. A service that cannot take it
     * remembers that for serve(). */
    void (*data)(void *service, struct slrun_exchange *x, const void *data, size_t size);
    /* After begin() returned 1 and instead of serve(): the client left, or the body is not what was
     * signed (the local cloud answers). The exchange is over when this returns. Required where
     * begin is there. */
    void (*dropped)(void *service, struct slrun_exchange *x);
    enum slrun_errors errors; /* how the local cloud words what it refuses before serve() */

    /* Since 1.2. The types of resources that it makes for stacks, ended by a NULL type; or NULL. */
    const struct slrun_resource_type *resources;
    /* Since 1.2, optional. AWS's name of the operation that a request asks for ("PutObject"), for a
     * service whose requests tell it neither by X-Amz-Target nor by Action; before serve(). NULL:
     * none. It outlives the exchange. */
    const char *(*operation)(void *service, struct slrun_exchange *x);
    /* Since 1.3. What it shows on the local cloud's page (look.h), ended by a NULL name; or NULL.
     */
    const struct slrun_look_kind *looks;
    /* Since 1.3, optional. In place of serve(): the request's signature is refused, or there is
     * none; `fault` says so. Of a service that looks at something else first (whether the body can
     * be read), or that words it in another way. */
    void (*refuse)(void *service, struct slrun_exchange *x, const struct slrun_fault *fault);
    /* Since 1.5, all optional. */
    /*
     * What the rows of slrun_service.grants see of a request for `op`, where that need not be AWS
     * JSON or a form: an object with the arguments that they name, or NULL: it cannot be judged. A
     * member "*" is what the '*' at the end of a row's resource stands for (the key of an object).
     */
    json_t *(*grant_args)(void *service, struct slrun_exchange *x, const struct slrun_op *op);
    /* The policy that what `arn` names has of its own (of a bucket, a queue): a new reference, or
     * NULL: it has none. */
    json_t *(*policy)(void *service, const char *arn);
    /* The code of the error with which IAM refuses, where that is not what most services of its
     * protocol have (AccessDenied, AccessDeniedException); or NULL. */
    const char *denied;
    /* In place of serve(): all its operations are those of AWS JSON, from this table (answer.h),
     * with what open() stored as their service. */
    const struct slrun_json_service *json;
};

#endif
