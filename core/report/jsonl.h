/* SPDX-License-Identifier: Apache-2.0 */
/* --report-json: a JSON object a line, as things happen; docs/reports.md has its schema. */
#ifndef SLRUN_REPORT_JSONL_H
#define SLRUN_REPORT_JSONL_H

#include "report/reporter.h"

/* Of every line; the number grows when a member changes its meaning or goes, not when one comes. */
#define JSONL_SCHEMA "slrun-report/1"

extern const struct reporter_kind jsonl_reporter;

#endif
