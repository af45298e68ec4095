/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of collected cases in place of running them. */
#ifndef SLRUN_CLI_LISTING_H
#define SLRUN_CLI_LISTING_H

#include "cli/exitcode.h"
#include "run/collect/collect.h"

/* --collect-only: the ids, and how many; `seconds`: since the start. */
enum exitcode listing_cases(const struct collection *collection, double seconds);
/* With -qq: how many each file has. */
enum exitcode listing_files(const struct collection *collection);

/* --fixtures: the fixtures that the specs see, by file. */
enum exitcode listing_fixtures(const struct collection *collection);

/* --setup-plan: what would be set up and torn down, in the order of one case after the other. */
enum exitcode listing_plan(const struct collection *collection);

#endif
