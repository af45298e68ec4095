/* SPDX-License-Identifier: Apache-2.0 */
/* Clean-up of what operations create. */
#ifndef SLRUN_LUA_UNDO_H
#define SLRUN_LUA_UNDO_H

#include "lua/state.h"
#include "plugin/call.h"

/* Whether what the operation creates is to be undone: not where it goes with the target (stack.h).
 */
bool undo_wanted(lua_State *L, const struct slrun_op *op);

/*
 * Before the call goes out: puts its undo on the case's stack of clean-ups and into the journal.
 * `create` has plugin, operation and arguments. The place in the stack; 0: nothing to undo, or the
 * arguments are wrong, which the call will tell; -1 with `error` filled. `wait`: it must become
 * durable (journal_wait) before the call is sent.
 */
lua_Integer undo_note(lua_State *L, const struct op_undo_options *create, bool *wait,
                      struct slrun_error *error);

/* The tags that what is created gets, or NULL: none under a name that is not the run's, unless they
 * tell later whose it is (op.h, tags_op). `place`: from undo_note(). */
const json_t *undo_tags(lua_State *L, lua_Integer place);

/* The call goes out now. */
void undo_sent(lua_State *L, lua_Integer place);

/*
 * After the call, with its error or NULL. An entry that was noted is confirmed, with what the
 * result tells of it; stays as it is, where nobody knows; or goes. Without one (place 0) it is
 * made now, if the result tells what is to be undone.
 */
void undo_settle(lua_State *L, lua_Integer place, const struct op_undo_options *create,
                 const struct slrun_error *error);

/* Nothing was made: the entry goes. */
void undo_withdraw(lua_State *L, lua_Integer place);

/* An entry of a ledger (run/ledger/ledger.h). */
struct undo_entry {
    const json_t *fields;
    bool sure; /* no request that makes it can be on its way any more */
};

/* Puts it back on the stack of the case whose `t` that is. 0, or -1 with `error` filled. */
int undo_restore(struct spec *spec, int t, const struct undo_entry *entry,
                 struct slrun_error *error);

#endif
