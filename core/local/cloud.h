/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The local cloud as its services see it: struct slrun_cloud with its clock, its timers and its
 * replies; and the services themselves. It knows them only through the plugin ABI.
 */
#ifndef SLRUN_LOCAL_CLOUD_H
#define SLRUN_LOCAL_CLOUD_H

#include <stdbool.h>

#include <slrun/plugin.h>

#include "local/iam/accounts.h"
#include "local/iam/auth.h"
#include "local/turn.h"
#include "net/server/http_server.h"
#include "plugin/flights.h"

struct http_client;
struct uv_loop_s; /* uv_loop_t */
struct alarms;
struct judge;
struct jump;
struct left_outs;
struct order;
struct rule;
struct work;

#define CLOUD_ACCOUNT "000000000000" /* where neither the access key nor an option names one */
#define CLOUD_REGION  "us-east-1"    /* where a request names none */

enum {
    CLOUD_REQUEST_ID_MAX = 37, /* a UUID and a NUL */
    CLOUD_URL_MAX = 64,
    CLOUD_ACCOUNT_SIZE = 13 /* digits and a NUL */
};

/* A plugin with what its init() stored. */
struct cloud_plugin {
    const struct slrun_plugin *entry;
    void *state;
};

struct cloud_service {
    const struct slrun_plugin *plugin;
    void *state;  /* of its local half's open() */
    void *client; /* of its init() */
};

struct cloud {
    struct slrun_cloud api; /* first: what services have */
    struct uv_loop_s *loop;
    struct auth *auth;
    struct cloud_service *services;
    size_t n_services;
    struct alarms *clock; /* real time plus jumps (quiet.h) */
    int64_t wall_ms;      /* since 1970, when the clock said */
    double began;         /* this, so that its milliseconds end when the wall clock's do */
    uint64_t random[2];   /* state of the request ids */
    struct slrun_timer *timers;
    struct turn *turn;
    struct slrun_watch *watches;
    struct slrun_calling *callings;
    struct http_client *client; /* for what else there is on this machine, once it is needed */
    struct order *orders;
    struct slrun_process *processes;
    unsigned copying;          /* processes that are being copied (zygote.h) */
    struct work *works;        /* on other threads (work.h) */
    unsigned busy;             /* what services are at work at */
    unsigned pending;          /* events that they have and will deliver */
    size_t n_exchanges;        /* that are not answered, */
    size_t n_parked;           /* of which so many wait for news or for the clock */
    struct flights flights;    /* the runner's, of all of them */
    struct rule *rules;        /* faults that a test asked for (inject.h) */
    struct failure *failures;  /* requests that were refused, the last one first (failures.h) */
    struct warnings *warnings; /* what was warned of (warnings.h); NULL: nobody hears it */
    struct left_outs
        *left_outs;    /* what went no further (left_out.h), once there is some; or NULL */
    struct jump *jump; /* who moves the clock (jump.h) */
    bool at_once;      /* changes of state take no time */
    char url[CLOUD_URL_MAX];
    char account[CLOUD_ACCOUNT_SIZE]; /* of keys that name none */
    struct slrun_store *docs;         /* documents of services, once one asked for them; or NULL */
    struct turn_task docs_turn;       /* commits them (docs.h) */
    unsigned docs_added;              /* under keys in the order of time */
    struct accounts accounts;         /* of access keys that were given out */
    struct judge *judge;              /* roles, and their keys among those (judge.h) */
};

/* A cloud without services. `auth` is borrowed. NULL: out of memory or of
 * randomness. */
struct cloud *cloud_new(struct uv_loop_s *loop, const struct slrun_host *host, const char *data,
                        struct auth *auth);

/* Opens the plugin's local half; harmless for a plugin that has none. 0, or -1 with `error` filled.
 */
int cloud_add(struct cloud *cloud, const struct cloud_plugin *plugin, struct slrun_error *error);

/* It listens at this port now; `host`: an IP address, or NULL: 127.0.0.1. */
void cloud_set_address(struct cloud *cloud, const char *host, unsigned port);

/* Whether it is an account's number: twelve digits. */
bool cloud_is_account(const char *text);

/* Has every service forget its data. */
void cloud_reset(struct cloud *cloud);

/* Closes the services, stops their timers. The server must have been freed before: no exchange may
 * be waiting. The loop still has closing handles to run. NULL is allowed. */
void cloud_free(struct cloud *cloud);

/* Serves requests: routes each, checks its signature, hands it to the service. The callbacks of
 * http_server.h (request.c); `cloud` is a struct cloud. */
enum http_body cloud_head(void *cloud, struct http_exchange *http);
void cloud_data(void *cloud, struct http_exchange *http, const void *data, size_t size);
void cloud_dropped(void *cloud, struct http_exchange *http);
void cloud_serve(void *cloud, struct http_exchange *http);
bool cloud_gone(void *cloud, struct http_exchange *http, bool closing);
void cloud_room(void *cloud, struct http_exchange *http);
bool cloud_engaged(void *cloud);

/* All of them, for http_server_new(). */
#define CLOUD_HANDLERS(cloud)                                                                      \
    .head = cloud_head, .data = cloud_data, .dropped = cloud_dropped, .serve = cloud_serve,        \
    .gone = cloud_gone, .room = cloud_room, .engaged = cloud_engaged, .arg = (cloud)

/* A new request id, as AWS writes them: a random UUID. */
void cloud_request_id(struct cloud *cloud, char id[CLOUD_REQUEST_ID_MAX]);

#endif
