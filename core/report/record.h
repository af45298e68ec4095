/* SPDX-License-Identifier: Apache-2.0 */
/* What reports tell of a run as JSON; docs/reports.md has the members, run/result_json.h those of
 * cases and fixtures. */
#ifndef SLRUN_REPORT_RECORD_H
#define SLRUN_REPORT_RECORD_H

#include <jansson.h>

#include "run/observer.h"

/* The members of run_begin and run_end; NULL: out of memory. */
json_t *record_run(const struct run_info *info);
json_t *record_end(const struct run_summary *summary);

#endif
