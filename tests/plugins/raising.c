/* SPDX-License-Identifier: Apache-2.0 */
/* Its prelude is Lua, and raises an error when it runs. */
#define NAME    "raising"
#define PRELUDE "local module, slrun = ...\nmodule.ask_twice = slrun.twice.ask\n"
#include "minimal.h"

MINIMAL_PLUGIN();
