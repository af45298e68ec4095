/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/manned.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/live.h"
#include "net/processors.h"
#include "report/reporter.h"
#include "run/ledger/ledger.h"
#include "run/worker/worker_tell.h"
#include "run/worker/workers_clock.h"

int manned_read(struct runner *r)
{
    const char *n = r->o.workers;
    char *end;
    if (!n)
        return 0;
    if (strcmp(n, "auto") == 0 || strcmp(n, "logical") == 0) {
        unsigned whole = processors_whole(processors_available());
        r->n_workers = whole < WORKERS_MAX ? whole : WORKERS_MAX;
        return 0;
    }
    unsigned long number = strtoul(n, &end, 10);
    if (*n < '0' || *n > '9' || *end || number > WORKERS_MAX) {
        error_set(&r->error, SLRUN_E_USAGE, "-n: '%s' is no number of workers", n);
        return error_hint(&r->error, "-n auto: one for each core; -n 0: none; at most %d",
                          WORKERS_MAX);
    }
    r->n_workers = (unsigned)number;
    return 0;
}

static json_t *tells_of(const struct runner *r)
{
    const struct worker_tells tells = {.calls = reports_calls(r->reports),
                                       .says = r->o.says,
                                       .moves = r->o.setup_show,
                                       .looks = live_wanted() && r->o.verbosity > -2};
    return worker_tells_to_json(&tells);
}

/* What a worker cannot find out by itself. Keys only go over the wire. */
static json_t *hello_of(const struct runner *r)
{
    const struct call_env *calls = r->env.calls;
    bool local = strcmp(target_name(r->target), "local") == 0;
    json_t *hello = json_pack("{s:s, s:s, s:I, s:o}", "run", r->env.run_id, "root", r->files.root,
                              "began_s", (json_int_t)r->began_s, "tells", tells_of(r));
    if (hello && local)
        json_object_update_new(hello, json_pack("{s:s, s:s, s:s, s:s}", "endpoint", calls->endpoint,
                                                "region", calls->region, "access_key",
                                                calls->credentials.access_key, "secret_key",
                                                calls->credentials.secret_key));
    return hello;
}

int manned_open(struct runner *r)
{
    if (r->n_workers == 0)
        return 0;
    r->hello = hello_of(r);
    r->identity = target_identity(r->target);
    struct workers_options options = {.env = &r->env,
                                      .collection = &r->collection,
                                      .n = r->n_workers,
                                      .words = (const char *const *)r->argv,
                                      .hello = r->hello,
                                      .ledgers = r->ledger ? LEDGER_DIRECTORY : NULL,
                                      .identity = &r->identity,
                                      .keep = r->o.keep,
                                      .clock = r->clock,
                                      .observer = &reporters_observer,
                                      .observer_self = reports_all(r->reports),
                                      .uses = r->uses};
    if (!r->hello)
        return error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
    r->workers = workers_new(&options, &r->error);
    return r->workers ? 0 : -1;
}
