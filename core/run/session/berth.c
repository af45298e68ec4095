/* SPDX-License-Identifier: Apache-2.0 */
#include "run/session/berth.h"

static void on_life_done(struct life *life, void *arg)
{
    struct berth *berth = arg;
    (void)life;
    berth->done(berth);
}

static void on_remote_done(struct remote *remote, void *arg)
{
    struct berth *berth = arg;
    (void)remote;
    berth->done(berth);
}

int berth_open(struct berth *berth, struct lua_env *env, struct workers *workers, bool keep)
{
    if (workers)
        berth->remote = remote_new(workers, on_remote_done, berth);
    else
        berth->life = life_new(env, keep, on_life_done, berth);
    return berth->remote || berth->life ? 0 : -1;
}

void berth_start(struct berth *berth, const struct item *item, const char *id,
                 struct result *result)
{
    if (berth->remote)
        remote_start(berth->remote, item, id, result);
    else
        life_start(berth->life, item, id, result);
}

void berth_interrupt(struct berth *berth, const char *why)
{
    if (berth->remote)
        remote_interrupt(berth->remote, why);
    else
        life_interrupt(berth->life, why);
}

void berth_look(const struct berth *berth, struct looks *looks)
{
    if (berth->remote)
        remote_look(berth->remote, looks);
    else if (life_result(berth->life))
        looks_add_life(looks, berth->life);
}

void berth_abandon(struct berth *berth)
{
    if (berth->life)
        life_abandon(berth->life);
    else if (berth->remote)
        remote_abandon(berth->remote);
}

void berth_close(struct berth *berth)
{
    remote_free(berth->remote);
    life_free(berth->life);
}
