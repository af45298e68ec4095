/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signatures of functions: "<s-nn?:s>". A parameter is a letter for its type (s, n, b, l: null, o,
 * a: array, f: function, j: JSON, x: anything; (..): one of them), perhaps with the type of its
 * members in <>, and what is said of it: `-` it comes from the context where it is missing, `?` it
 * may be missing, `+` there may be more.
 */
#ifndef SLRUN_JSONATA_SIGNATURE_H
#define SLRUN_JSONATA_SIGNATURE_H

#include "jsonata/run.h"

/* NULL: the run has failed. */
const struct jn_signature *jn_signature(struct jn_run *run, struct jn text);
/*
 * Arguments as a function of that signature wants them: a value as an array, the context for what
 * is missing. JN_NOTHING: the run has failed (T0410, T0411, T0412). At least JN_ARGUMENTS places
 * of its room can be read.
 */
enum { JN_ARGUMENTS = 8 };
struct jn jn_arguments(struct jn_run *run, const struct jn_signature *signature, struct jn given,
                       struct jn context);

#endif
