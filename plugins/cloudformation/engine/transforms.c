/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/transforms.h"

const struct transform transforms[] = {{.name = NULL}};
