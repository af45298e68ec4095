/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Listeners of worker processes. Each source has one reader in the whole run, and with workers it
 * is in the run's own process: workers join there and leave, get what the reader brings, and say
 * what of it their listeners want. To the reader a worker is a guest. `at` is [bucket, number] of
 * the source in the worker:
 *
 *   {"join":N,"at":A,"plugin":..,"name":..,"label":..,"args":..,"settled":B}   its listener N
 *   {"leave":N,"at":A}                           it has left
 *   {"verdict":ROUND,"at":A,"claimed":[I,...]}   these of the batch are wanted
 *
 *   {"joined":N,"at":A,"from":ROUND,"ready":B}   listener N hears from that round on
 *   {"ready":ROUND,"at":A}                       the source was opened
 *   {"batch":{..},"at":A,"round":ROUND,"secrets":[..]}
 *   {"over":ROUND,"at":A}                        what it brought is settled
 *   {"fail":{..},"at":A}                         all listeners end
 */
#ifndef SLRUN_LUA_LISTEN_RELAY_H
#define SLRUN_LUA_LISTEN_RELAY_H

#include <jansson.h>

struct lua_env;

/* How the other side is told; takes the reference over. */
struct listen_relay {
    void (*say)(void *arg, json_t *message);
    void *arg; /* in the run: which worker it is */
};

/* In a worker (env->relay is set): what the run says. */
void listen_relay_hear(struct lua_env *env, const json_t *message);

/* In the run: what a worker says, and that it is gone. What it was asked for and did not say is
 * wanted by nobody, and given back. */
void listen_guest_hear(struct lua_env *env, const struct listen_relay *worker,
                       const json_t *message);
void listen_guest_gone(struct lua_env *env, const void *arg);

#endif
