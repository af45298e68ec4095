/* SPDX-License-Identifier: Apache-2.0 */
/* Faults that a test asks for. */
#include "local/inject.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/nearest.h>

#include "base/error.h"
#include "base/spelling.h"
#include "local/clock/timer.h"
#include "net/http_header.h"

enum { STATUS_MIN = 400, STATUS_MAX = 599, LATENCY_MAX_MS = 3600 * 1000 };

struct rule {
    struct rule *next;
    json_t *json; /* what it was made of: its strings are borrowed */
    const char *service, *operation, *resource, *chance, *error, *message;
    int status;
    bool throttle, drop;
    int64_t latency_ms;
    json_int_t left; /* times that are left; -1: always */
    json_int_t happened;
    double probability;
    uint64_t random;
};

/* ---- rules ---- */

static const struct {
    const char *name;
    json_type type; /* JSON_TRUE: a boolean */
} members[] = {
    {"service", JSON_STRING},     {"operation", JSON_STRING},
    {"resource", JSON_STRING},    {"function_name", JSON_STRING},
    {"chance", JSON_STRING},      {"error", JSON_STRING},
    {"message", JSON_STRING},     {"status", JSON_INTEGER},
    {"throttle", JSON_TRUE},      {"drop", JSON_TRUE},
    {"latency_ms", JSON_INTEGER}, {"times", JSON_INTEGER},
    {"probability", JSON_REAL},   {"seed", JSON_INTEGER},
};

static bool has_type(const json_t *value, json_type type)
{
    if (type == JSON_TRUE)
        return json_is_boolean(value);
    return type == JSON_REAL ? json_is_number(value) : json_typeof(value) == type;
}

static int check_member(const char *name, const json_t *value, struct slrun_error *error)
{
    struct slrun_nearest near = {.word = name};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        slrun_nearest_offer(&near, members[i].name);
        if (strcmp(members[i].name, name) != 0)
            continue;
        if (has_type(value, members[i].type))
            return 0;
        return error_set(error, SLRUN_E_USAGE, "'%s' is of the wrong type", name);
    }
    error_set(error, SLRUN_E_USAGE, "a fault has no '%s'", name);
    return near.best ? error_hint(error, "did you mean '%s'?", near.best) : -1;
}

static bool between(json_int_t value, json_int_t least, json_int_t most)
{
    return value >= least && value <= most;
}

/* What cannot be, in words; or NULL. */
static const char *contradiction(const struct rule *r)
{
    bool fault = r->error || r->throttle || r->drop || r->latency_ms;
    if (!fault && !r->chance)
        return "a fault needs one of error, throttle, drop and latency";
    if ((r->error != NULL) + r->throttle + r->drop + (r->chance != NULL) > 1)
        return "a fault has only one of error, throttle, drop and chance";
    if (r->chance && strcmp(r->chance, "duplicate") != 0 && strcmp(r->chance, "disorder") != 0)
        return "'chance' is duplicate or disorder";
    if (!between(r->status, STATUS_MIN, STATUS_MAX))
        return "'status' must be from 400 to 599";
    if (!between(r->latency_ms, 0, LATENCY_MAX_MS))
        return "the latency must be an hour at most";
    if (r->left < -1)
        return "'times' must not be negative";
    return r->probability >= 0 && r->probability <= 1 ? NULL : "'probability' must be from 0 to 1";
}

/* What AWS calls its own failures comes with a 5xx. */
static int status_of(const char *error)
{
    if (error && !strncmp(error, "ServiceUnavailable", 18))
        return 503;
    return error && !strncmp(error, "Internal", 8) ? 500 : 400;
}

static int read_rule(struct rule *r, const json_t *json, struct slrun_error *error)
{
    const char *name, *function = NULL;
    json_t *value;
    json_object_foreach ((json_t *)json, name, value)
        if (check_member(name, value, error))
            return -1;
    json_int_t latency = 0, seed = 1;
    int throttle = 0, drop = 0;
    r->json = json_deep_copy(json);
    r->left = -1;
    r->probability = 1;
    json_unpack(r->json, "{s?s, s?s, s?s, s?s, s?s, s?s, s?s, s?b, s?b, s?I, s?I, s?F, s?I}",
                "service", &r->service, "operation", &r->operation, "resource", &r->resource,
                "function_name", &function, "chance", &r->chance, "error", &r->error, "message",
                &r->message, "throttle", &throttle, "drop", &drop, "latency_ms", &latency, "times",
                &r->left, "probability", &r->probability, "seed", &seed);
    r->throttle = throttle;
    r->drop = drop;
    r->latency_ms = latency;
    r->random = (uint64_t)seed;
    r->status = status_of(r->error);
    json_unpack(r->json, "{s?i}", "status", &r->status);
    if (function) {
        r->service = "lambda";
        r->operation = "Invoke";
        r->resource = function;
    }
    const char *what = contradiction(r);
    return what ? error_set(error, SLRUN_E_USAGE, "%s", what) : 0;
}

/* A fault of a service that is not there, or of a misspelt operation, would never happen. */
static int check_service(const struct cloud *cloud, const struct rule *r, struct slrun_error *error)
{
    struct slrun_nearest near = {.word = r->service};
    for (size_t i = 0; i < cloud->n_services; i++) {
        if (strcmp(cloud->services[i].plugin->name, r->service) == 0)
            return 0;
        slrun_nearest_offer(&near, cloud->services[i].plugin->name);
    }
    return error_set(error, SLRUN_E_USAGE, "there is no service '%s'%s%s%s", r->service,
                     near.best ? "; did you mean '" : "", near.best ? near.best : "",
                     near.best ? "'?" : "");
}

static int check_operation(const struct cloud *cloud, const struct rule *r,
                           struct slrun_error *error)
{
    struct slrun_nearest near = {.word = r->operation};
    for (size_t i = 0; i < cloud->n_services; i++) {
        const struct slrun_plugin *plugin = cloud->services[i].plugin;
        if (r->service && strcmp(plugin->name, r->service) != 0)
            continue;
        for (size_t k = 0; k < plugin->n_ops; k++) {
            if (spelling_is_same(plugin->ops[k].api, r->operation))
                return 0;
            slrun_nearest_offer(&near, plugin->ops[k].api);
        }
    }
    return !near.best
               ? 0
               : error_set(error, SLRUN_E_USAGE, "there is no operation '%s'; did you mean '%s'?",
                           r->operation, near.best);
}

static void rule_free(struct rule *r)
{
    json_decref(r->json);
    free(r);
}

int inject_add(struct cloud *cloud, const json_t *json, struct slrun_error *error)
{
    struct rule **end = &cloud->rules;
    size_t n = 0;
    for (; *end; end = &(*end)->next)
        n++;
    if (!json_is_object(json))
        return error_set(error, SLRUN_E_USAGE, "a fault is a JSON object");
    if (n == INJECT_RULES_MAX)
        return error_set(error, SLRUN_E_USAGE, "more than %d faults", INJECT_RULES_MAX);
    struct rule *r = calloc(1, sizeof *r);
    if (!r)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    if (read_rule(r, json, error) || (r->service && check_service(cloud, r, error)) ||
        (r->operation && check_operation(cloud, r, error))) {
        rule_free(r);
        return -1;
    }
    *end = r;
    return 0;
}

void inject_clear(struct cloud *cloud)
{
    while (cloud->rules) {
        struct rule *r = cloud->rules;
        cloud->rules = r->next;
        rule_free(r);
    }
}

json_t *inject_list(const struct cloud *cloud)
{
    json_t *list = json_array();
    for (const struct rule *r = cloud->rules; r; r = r->next) {
        json_t *shown = json_copy(r->json);
        json_object_set_new(shown, "happened", json_integer(r->happened));
        json_array_append_new(list, shown);
    }
    return list;
}

/* ---- what they are for ---- */

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '-' || c == '_';
}

/* `name` stands in the text, and is no part of a longer one. In forms it may follow a %2F. */
static bool names(const char *text, size_t size, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; n && i + n <= size; i++) {
        if (text[i] != *name || memcmp(text + i, name, n) != 0)
            continue;
        bool begins = i == 0 || !is_word(text[i - 1]) || (i >= 3 && text[i - 3] == '%');
        if (begins && (i + n == size || !is_word(text[i + n])))
            return true;
    }
    return false;
}

static bool is_about(const struct exchange *e, const char *resource)
{
    const struct slrun_exchange *x = &e->x;
    if (names(x->target, strlen(x->target), resource) || names(x->body, x->size, resource))
        return true;
    const char *host = http_header(x->headers, x->n_headers, "Host");
    return host && names(host, strlen(host), resource);
}

/* xorshift64*, of the rule's seed. */
static double draw(struct rule *r)
{
    uint64_t x = r->random * 0x9e3779b97f4a7c15u + 0x2545f4914f6cdd1du;
    r->random++;
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9u;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebu;
    x ^= x >> 31;
    return (double)(x >> 11) / (double)(UINT64_C(1) << 53);
}

/* It applies; whether it happens. */
static bool happens(struct rule *r)
{
    if (r->left == 0 || (r->probability < 1 && draw(r) >= r->probability))
        return false;
    r->left -= r->left > 0;
    r->happened++;
    return true;
}

static struct rule *find(struct exchange *e, const char *operation)
{
    for (struct rule *r = e->cloud->rules; r; r = r->next) {
        if (r->chance || (r->service && strcmp(r->service, e->service->plugin->name) != 0))
            continue;
        if (r->operation && !operation)
            operation = exchange_operation(e, false);
        if (r->operation && (!operation || !spelling_is_same(r->operation, operation)))
            continue;
        if ((!r->resource || is_about(e, r->resource)) && happens(r))
            return r;
    }
    return NULL;
}

/* ---- what happens ---- */

/* How each protocol says that it is asked too often: what SDKs slow down for. */
static struct refusal_words throttled(enum slrun_errors errors)
{
    static const struct refusal_words words[] = {
        [SLRUN_ERRORS_JSON] = {400, "ThrottlingException", "Rate exceeded"},
        [SLRUN_ERRORS_QUERY] = {400, "Throttling", "Rate exceeded"},
        [SLRUN_ERRORS_S3] = {503, "SlowDown", "Please reduce your request rate."},
        [SLRUN_ERRORS_REST_JSON] = {429, "TooManyRequestsException", "Rate Exceeded."},
    };
    return words[errors];
}

/* Of a request that has been held up by a rule; the rule may be gone by now. */
struct held {
    struct exchange *e;
    void (*go_on)(struct exchange *e);
    struct slrun_timer *timer;
    struct refusal_words words; /* code NULL: it goes on */
    bool drop;
    char code[128], text[512];
};

/* A service that has begun to take the body hears that it will not serve the request. */
static void tell(struct exchange *e)
{
    if (e->begun)
        e->service->plugin->local->dropped(e->service->state, &e->x);
    e->begun = false;
}

static void finish(struct held *h)
{
    struct exchange *e = h->e;
    e->held = NULL;
    if (h->drop || h->words.code)
        tell(e);
    if (h->drop)
        exchange_drop(e);
    else if (h->words.code)
        exchange_error(e, &h->words);
    else
        h->go_on(e);
    free(h);
}

static void on_late(void *arg)
{
    struct held *h = arg;
    h->timer = NULL;
    finish(h);
}

void inject_forget(struct held *held)
{
    if (!held)
        return;
    tell(held->e);
    timer_stop(held->timer);
    free(held);
}

static void word(struct held *h, const struct rule *r)
{
    if (r->throttle) {
        h->words = throttled(exchange_errors(h->e));
    } else if (r->error) {
        snprintf(h->code, sizeof h->code, "%s", r->error);
        snprintf(h->text, sizeof h->text, "%s", r->message ? r->message : "A fault of the test.");
        h->words = (struct refusal_words){r->status, h->code, h->text};
    }
}

bool inject_meets(struct exchange *e, const char *operation, void (*go_on)(struct exchange *e))
{
    const struct slrun_cloud *api = &e->cloud->api;
    const struct rule *r = e->cloud->rules ? find(e, operation) : NULL;
    struct held *h = r ? calloc(1, sizeof *h) : NULL;
    if (!h)
        return false;
    h->e = e;
    h->go_on = go_on;
    h->drop = r->drop;
    word(h, r);
    /* it is being served meanwhile, so the clock does not jump: real time */
    if (r->latency_ms)
        h->timer = timer_start(api, api->now_ms(api) + r->latency_ms, on_late, h);
    if (h->timer)
        e->held = h;
    else
        finish(h);
    return true;
}

int inject_chance(const struct slrun_cloud *api, const char *what, const char *arn)
{
    const struct cloud *c = (const struct cloud *)api;
    if (!strcmp(what, "at-once"))
        return c->at_once;
    for (struct rule *r = c->rules; r; r = r->next)
        if (r->chance && !strcmp(r->chance, what) &&
            (!r->resource || names(arn, strlen(arn), r->resource)) && happens(r))
            return 1;
    return 0;
}
