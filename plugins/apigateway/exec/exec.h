/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One request to a deployed API: found (find.c), matched (match.c), let in (access.c,
 * authorizer.c), validated (validate.c), handed to its integration and answered (run.c).
 */
#ifndef SLRUN_APIGATEWAY_EXEC_H
#define SLRUN_APIGATEWAY_EXEC_H

#include "local/service.h"

enum {
    EXEC_BODY_MAX = 10 << 20, /* AWS's payload limit */
    EXEC_TIMEOUT_V1 = 29000,
    EXEC_TIMEOUT_V2 = 30000,
    EXEC_HEADERS_MAX = 500
};

/* A member of a stage that only the request of a canary sees. */
#define IS_CANARY "isCanaryRequest"

struct exec;
struct exec_test;

/* What an integration has answered. */
struct exec_answer {
    int status;
    const struct slrun_header *headers;
    size_t n_headers;
    const char *body;
    size_t size;
};

/* What whoever called the API gets. All borrowed. */
struct exec_reply {
    int status;
    const json_t *headers; /* {"name": "value" or ["value", ...]} */
    const char *body;      /* not NULL */
    size_t size;
};

/* A body that an integration sends or gets. */
struct exec_content {
    const char *data;
    size_t size;
    bool binary; /* by its media type */
};

struct exec_body {
    struct text text;
    bool binary; /* no template can read it */
};

struct exec {
    struct service *service;
    struct slrun_exchange *x;
    struct exec *prev, *next;
    bool v2;              /* an HTTP API */
    json_t *doc, *config; /* the API; it as it was deployed */
    json_t *stage, *variables;
    const char *stage_name; /* of `stage` */
    char *path;             /* behind the stage, as it came; begins with a slash */
    const char *raw_query;  /* "" */
    json_t *headers, *multi_headers, *query, *multi_query; /* last value; all values */
    json_t *path_params;
    json_t *context;     /* $context */
    json_t *resource;    /* v1 */
    json_t *method;      /* v2: the route */
    json_t *integration; /* NULL: there is none */
    bool traced;         /* the integration was called, but for HTTP_PROXY */
    bool takes_xml;      /* a service's XML is no JSON for the mapping */
    size_t slashes;      /* more than one before the path (v1) */
    const json_t *asked; /* the authorizer that is asked, until it has answered; or NULL */
    json_t *authorizer;  /* what the authorizer says of the caller, or NULL */
    json_t *added;       /* headers of every answer: CORS of HTTP APIs, response overrides */
    struct slrun_calling *calling;
    struct slrun_timer *timer;
    /* What goes on when a call is done; one of the two. */
    void (*called)(struct exec *e, const json_t *result, const struct slrun_error *error);
    void (*requested)(struct exec *e, const struct exec_answer *answer,
                      const struct slrun_error *error);
    void (*authorized)(struct exec *e); /* after an authorizer has let it in */
    char *cache_key;                    /* of the authorizer's answer */
    struct exec_test *test;             /* of TestInvokeMethod and the like; or NULL */
    /* For the access log: 0 is none. */
    int64_t began_ms, asked_ms, answered_ms; /* the request; its integration */
    int integration_status, function_status; /* of Lambda's answer, and of what it has said */
};

/* ---- find.c ---- */

/* Whether a request is one of ours: "/_api/ID...", or the host is ID.execute-api... */
bool exec_is_ours(const struct slrun_exchange *x);
/* Finds API, stage and path. false: it has been answered. */
bool exec_find(struct exec *e);

/* ---- request.c: what templates and events see ---- */
/* Headers and query, of which both the last value and all of them are kept. false: the body is too
 * large, and it has been answered. */
bool exec_read(struct exec *e);
/* The last value of a header, whatever its case; borrowed. NULL: there is none. */
const char *exec_header(const struct exec *e, const char *name);
/* The body as text: what is no UTF-8 is replaced. A new string reference. */
json_t *exec_body_text(const struct exec *e);
/* Whether a media type is one of the API's binary ones (v1). */
bool exec_is_binary(const struct exec *e, const char *type);

/* ---- match.c ---- */
/* Finds the method or route, its integration and the path parameters. false: it has been answered.
 */
bool exec_match(struct exec *e);
/* The path parameters, where the resource is known already. */
void exec_match_params(struct exec *e);

/* ---- context.c ---- */
/* Makes e->context: $context of templates and mappings. */
void exec_context(struct exec *e);
/* The requestContext of an event, in the form of payload 1.0 or 2.0. */
json_t *exec_request_context(const struct exec *e, bool v2);
/* "arn:aws:execute-api:REGION:ACCOUNT:ID/STAGE/METHOD/path" */
json_t *exec_method_arn(const struct exec *e);

/* ---- access.c, authorizer.c: go on by e->authorized() at once or later, or answer ---- */
/* By what the method or route wants: IAM, an API key, an authorizer. */
void exec_authorize(struct exec *e);
/* By a function's answer, or by the one of before that is still good. */
void exec_ask_authorizer(struct exec *e, json_t *authorizer);

/* ---- validate.c, schema.c ---- */
/* By the method's request validator. false: it has been answered. */
bool exec_validate(struct exec *e);
/* Whether a value is of a JSON schema, draft 4. `models` (by name) are what references to models
 * mean. */
bool schema_matches(const json_t *schema, const json_t *value, const json_t *models);

/* ---- mapping.c: parameters ---- */

/* What an expression means: 'static', method.request.header.X, $request.querystring.x,
 * context.requestId, integration.response.body.a, ... A new reference, or NULL. */
json_t *map_value(struct exec *e, const char *expression, const struct exec_answer *answer);
/* All of `mappings` whose names begin with `prefix` (the rest is the name in the result), or whose
 * values do where the places are turned around. */
json_t *map_all(struct exec *e, const json_t *mappings, const char *prefix,
                const struct exec_answer *answer);
/* "${stageVariables.x}" and "{name}" in a URI. A new string; NULL: no memory. */
char *map_uri(struct exec *e, const char *uri, const json_t *params);

/* ---- content.c (v1) ---- */

/* The body of the request, or of an integration's answer, as text or binary data. false: it is no
 * base64 where it should be. */
bool exec_content_request(const struct exec *e, struct exec_body *out);
bool exec_content_response(const struct exec *e, const struct exec_answer *answer,
                           const json_t *response, struct exec_body *out);

/* ---- template.c ---- */

/* Runs a mapping template on a body. false: the API has a wrong template, and was answered. */
bool exec_render(struct exec *e, const char *template, const char *body, struct text *out);
/* The body for the integration. false: it has been answered. */
bool exec_request_body(struct exec *e, struct text *out);
/* Answers as the integration responses say. `error` is matched by the selection patterns where it
 * is not NULL, else the status. */
void exec_integration_response(struct exec *e, const struct exec_answer *answer, const char *error);

/* ---- aws.c ---- */

/* Mapped parameters of a place ("header") of the integration's request, those that the template
 * has set last. A new reference. */
json_t *exec_parameters(struct exec *e, const char *place);
/* Adds them as a query; `first` stands before the first one: "?" or "&". */
void exec_add_query(struct text *t, const json_t *query, const char *first);

/* ---- integrations ---- */
void exec_mock(struct exec *e);
void exec_lambda(struct exec *e);  /* proxy */
void exec_aws(struct exec *e);     /* a service, or a function that is no proxy */
void exec_http(struct exec *e);    /* HTTP and HTTP_PROXY */
void exec_subtype(struct exec *e); /* HTTP API: "SQS-SendMessage" */

/* ---- events.c: what a function gets ---- */
json_t *event_v1(const struct exec *e);
json_t *event_v2(const struct exec *e);

/* ---- lambda.c ---- */
/* The ARN of the function that a URI means, or NULL. A new string. */
char *lambda_arn(const char *uri);
void lambda_invoke(struct exec *e, const char *arn, json_t *payload, bool async);
/* The payload of lambda.invoke's result. A new string; NULL: no memory. */
char *lambda_payload(struct exec *e, const json_t *result, size_t *size);

/* ---- cors.c ---- */
/* Answers a preflight request of an HTTP API with CORS. */
bool cors_preflight(struct exec *e);
void cors_add(struct exec *e);

/* ---- run.c ---- */
void exec_serve(struct service *service, struct slrun_exchange *x);
/* A new one, among the service's; NULL: no memory. exec_free() ends it. */
struct exec *exec_new(struct service *service, struct slrun_exchange *x);
/* Validates the request and hands it to its integration. */
void exec_integrate(struct exec *e);
/* Calls an operation of a service; e->called goes on. */
void exec_call(struct exec *e, const char *service, const char *op, json_t *args);
/* Sends a request to a service; e->requested goes on. */
void exec_request(struct exec *e, const struct slrun_cloud_request *request);
void exec_cancel(struct exec *e);
void exec_free(struct exec *e);
void exec_close_all(struct service *service);

/* ---- log.c ---- */

/* A line of the execution's log; nothing where nobody is told of it. */
void exec_log(struct exec *e, const char *format, ...) SLRUN_PRINTF(2, 3);
/* The lines of a request as it came, and of its answer. */
void exec_log_request(struct exec *e);
void exec_log_answer(struct exec *e, const struct exec_reply *reply);
/* A line of the stage's access log, if it has one. */
void exec_log_access(struct exec *e, int status, size_t size);

/* ---- test.c ---- */

void exec_test_log(struct exec *e, const char *line);
/* Each ends the request. */
void exec_test_reply(struct exec *e, const struct exec_reply *reply);
void exec_test_authorized(struct exec *e, const json_t *answer, bool allowed);
void exec_test_free(struct exec_test *test);

/* ---- reply.c: each ends the request ---- */

/* The status that a definition names, 100 to 599; 0: it is none, or NULL. */
int exec_status(const char *text);
void exec_reply(struct exec *e, const struct exec_reply *reply);
/* A gateway response: "MISSING_AUTHENTICATION_TOKEN". A message of NULL is the type's own. For HTTP
 * APIs only status and message count. */
void exec_fail(struct exec *e, const char *type, const char *message);

#endif
