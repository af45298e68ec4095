/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of a session (session.h). */
#ifndef SLRUN_RUN_SESSION_STATE_H
#define SLRUN_RUN_SESSION_STATE_H

#include "run/life/again.h"
#include "run/select/order.h"
#include "run/session/berth.h"
#include "run/session/calls.h"
#include "run/session/pace.h"
#include "run/session/session.h"

/* Where one case after the other lives. */
struct place {
    struct session *session;
    struct berth berth;
    size_t item;
    struct hold_wait wait;
    struct again again;
};

struct session {
    struct lua_env *env;
    const struct collection *collection;
    struct session_options o;
    struct result *results;
    struct order *order;
    struct holds *holds;
    struct place **idle; /* places that are free */
    struct place *all;
    size_t n_idle, n_all;
    size_t running;
    size_t next_id; /* of a retry or a fixture; those of first tries are their cases' numbers */
    bool pumping, over;
    bool interrupted; /* session_interrupt() was called */
    struct run_calls calls;
    struct pace pace; /* open once env is set */
    uint64_t began_ns;
    struct run_summary summary;
    char stopped[160];
    void (*done)(void *arg);
    void *done_arg;
};

/* session.c */
bool session_stopping(const struct session *s);
void session_stop(struct session *s, enum stop why, const char *text);
void session_check_failures(struct session *s);
void session_finish(struct session *s);

/* session_events.c: what fixtures and workers tell */
struct holds *session_holds(struct session *s);
/* Cases are given out to workers, so many at once to each. False: out of memory. */
bool session_man(struct session *s, unsigned jobs);
/* Those without a case to start are asked whether they could do with another file. */
void session_ask_workers(struct session *s);

#endif
