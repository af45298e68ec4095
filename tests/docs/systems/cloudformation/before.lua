local template <const> = [[
Resources:
  Queue: { Type: AWS::SQS::Queue }
Outputs:
  QueueUrl: { Value: !Ref Queue }
]]
