/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/transforms.h"

#include "sam/sam.h"

const struct transform transforms[] = {{"AWS::Serverless-2016-10-31", sam_transform},
                                       {.name = NULL}};
