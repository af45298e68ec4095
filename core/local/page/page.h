/* SPDX-License-Identifier: Apache-2.0 */
/* The page that GET / shows a person. It has no data in it: it asks for them (look.h). */
#ifndef SLRUN_LOCAL_PAGE_H
#define SLRUN_LOCAL_PAGE_H

#include <slrun/local.h>

void page_answer(struct slrun_exchange *x);

#endif
