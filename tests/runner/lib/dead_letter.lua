-- A message that is received three times and never deleted: what comes out of the dead-letter queue, and after how
-- many seconds.
return function(sqs, t, seconds)
  local function arn(url)
    return sqs.get_queue_attributes({ QueueUrl = url, AttributeNames = { "QueueArn" } }).Attributes.QueueArn
  end
  local function receive(url)
    return sqs.receive_message { QueueUrl = url, WaitTimeSeconds = 1,
      MessageSystemAttributeNames = { "ApproximateReceiveCount" } }.Messages
  end

  local dead = sqs.create_queue { QueueName = t.id .. "-dead" }.QueueUrl
  local url = sqs.create_queue { QueueName = t.id, Attributes = { VisibilityTimeout = tostring(seconds),
    RedrivePolicy = ('{"deadLetterTargetArn":"%s","maxReceiveCount":3}'):format(arn(dead)) } }.QueueUrl
  local began, times, messages = t:now(), 0, nil
  sqs.send_message { QueueUrl = url, MessageBody = "x" }
  repeat
    if receive(url) then times = times + 1 end -- who asks a fourth time gets nothing, and it moves
    messages = receive(dead)
  until messages
  return { times = times, body = messages[1].Body, received = messages[1].Attributes.ApproximateReceiveCount,
    took = t:now() - began }
end
