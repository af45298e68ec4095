-- SPDX-License-Identifier: Apache-2.0
local template <const> = [[
Resources:
  Queue: { Type: AWS::SQS::Queue }
Outputs:
  QueueUrl: { Value: !Ref Queue }
]]
