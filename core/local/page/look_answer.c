/* SPDX-License-Identifier: Apache-2.0 */
/* GET /_slrun/look and what is below it. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json_text.h"
#include "local/clock/timer.h"
#include "local/page/drawing.h"
#include "local/page/look.h"

#define BASE "/_slrun/look"

enum { PLACES = 3 /* service, kind, key */ };

static size_t number(struct slrun_exchange *x, const char *name, size_t most)
{
    const char *text = exchange_form_get(x, name);
    unsigned long long n = text ? strtoull(text, NULL, 10) : 0;
    return n < most ? (size_t)n : most;
}

static struct look_question question_of(struct slrun_exchange *x)
{
    struct look_question q = {.find = exchange_form_get(x, "find"),
                              .limit = number(x, "limit", LOOK_ROWS_MAX),
                              .table = number(x, "table", LOOK_TABLES_MAX),
                              .from = number(x, "from", LOOK_FROM_MAX)};
    if (q.find && strlen(q.find) > LOOK_FIND_MAX)
        q.find = NULL;
    return q;
}

/* ---- all ---- */

static json_t *kinds_of(const struct cloud_service *service, const struct look_question *question,
                        json_t *boxes)
{
    json_t *kinds = json_array();
    const struct slrun_look_kind *kind = service->plugin->local->looks;
    for (; kind && kind->name; kind++) {
        json_t *list = kind->columns ? look_list(service, kind, question) : NULL;
        json_t *table = json_array_get(json_object_get(list, "tables"), 0);
        if (table)
            json_array_append_new(kinds,
                                  json_pack("{s:s, s:O}", "kind", kind->name, "table", table));
        drawing_add(boxes, json_object_get(list, "boxes"), service->plugin->name, kind->name);
        json_decref(list);
    }
    return kinds;
}

static json_t *all(const struct cloud *cloud, const struct look_question *question)
{
    json_t *services = json_array(), *boxes = json_array();
    for (size_t i = 0; i < cloud->n_services; i++) {
        const struct cloud_service *service = &cloud->services[i];
        if (service->plugin->local->looks)
            json_array_append_new(services, json_pack("{s:s, s:o}", "name", service->plugin->name,
                                                      "kinds", kinds_of(service, question, boxes)));
    }
    json_t *drawing = drawing_of(boxes);
    json_decref(boxes);
    return json_pack("{s:o, s:o}", "services", services, "drawing", drawing);
}

/* ---- one ---- */

static const struct cloud_service *find_service(const struct cloud *cloud, const char *name)
{
    for (size_t i = 0; i < cloud->n_services; i++)
        if (!strcmp(cloud->services[i].plugin->name, name))
            return &cloud->services[i];
    return NULL;
}

static const struct slrun_look_kind *find_kind(const struct cloud_service *service,
                                               const char *name)
{
    const struct slrun_look_kind *kind = service ? service->plugin->local->looks : NULL;
    while (kind && kind->name && strcmp(kind->name, name) != 0)
        kind++;
    return kind && kind->name ? kind : NULL;
}

/* places: service, kind and maybe key, as the address has them. */
static json_t *one(const struct cloud *cloud, const char *const places[PLACES],
                   const struct look_question *question)
{
    const struct cloud_service *service = places[1] ? find_service(cloud, places[0]) : NULL;
    const struct slrun_look_kind *kind = service ? find_kind(service, places[1]) : NULL;
    if (!kind)
        return NULL;
    if (places[2])
        return look_show(service, kind, places[2], question);
    json_t *list = look_list(service, kind, question);
    (void)json_object_del(list, "boxes");
    return list;
}

/* The words between the slashes behind the base, decoded; false: there are too many. */
static bool split(const char *at, struct form *forms[PLACES], const char *places[PLACES])
{
    size_t n = 0;
    while (*at == '/') {
        size_t size = strcspn(++at, "/?");
        if (n == PLACES)
            return false;
        forms[n] = form_read(at, size);
        const struct slrun_field *field = forms[n] ? form_at(forms[n], 0) : NULL;
        places[n++] = field ? field->name : "";
        at += size;
    }
    return !*at || *at == '?';
}

static json_t *find(const struct cloud *cloud, struct slrun_exchange *x)
{
    struct form *forms[PLACES] = {NULL};
    const char *places[PLACES] = {NULL};
    const struct look_question question = question_of(x);
    json_t *found = NULL;
    if (split(x->target + strlen(BASE), forms, places))
        found = places[0] ? one(cloud, places, &question) : all(cloud, &question);
    for (size_t i = 0; i < PLACES; i++)
        form_free(forms[i]);
    return found;
}

/* What a page of another origin embeds tells it nothing either. */
static const struct slrun_header guards[] = {{"Cache-Control", "no-store"},
                                             {"Cross-Origin-Resource-Policy", "same-origin"},
                                             {"X-Content-Type-Options", "nosniff"}};

void look_answer(struct cloud *cloud, struct slrun_exchange *x)
{
    static const struct refusal_words none = {404, "ResourceNotFoundException",
                                              "there is nothing of that name"};
    json_t *found = find(cloud, x);
    size_t size = 0;
    int64_t now = timer_now_ms(&cloud->api);
    if (!found) {
        exchange_error((struct exchange *)x, &none);
        return;
    }
    json_object_set_new(found, "now_ms", json_integer(now));
    json_object_set_new(found, "ahead_ms", json_integer(now - clock_wall_ms()));
    char *text = json_text(found, JSON_REAL_PRECISION(15), &size);
    json_decref(found);
    exchange_reply(x, &(struct slrun_reply){.status = text ? 200 : 500,
                                            .content_type = "application/json",
                                            .headers = guards,
                                            .n_headers = sizeof guards / sizeof *guards,
                                            .body = text ? text : "",
                                            .size = size});
    free(text);
}
