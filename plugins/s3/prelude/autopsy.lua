-- SPDX-License-Identifier: Apache-2.0
-- The autopsy of a bucket: what was written in that time, among its first keys, and what it tells to whom.
local s3 <const>, slrun <const> = ...

local function receiver(one) return one.QueueArn or one.TopicArn or one.LambdaFunctionArn or "" end

-- "s3:ObjectCreated:* of keys with suffix .csv to Uploads"
local function notification(one)
  local words = { table.concat(one.Events or {}, ", ") }
  local rules = one.Filter and one.Filter.Key and one.Filter.Key.FilterRules or {}
  for i, rule in ipairs(rules) do
    words[#words + 1] = ("%s %s %s"):format(i == 1 and "of keys with" or "and", tostring(rule.Name):lower(), rule.Value)
  end
  return table.concat(words, " ") .. " to " .. receiver(one):match "[^:]*$"
end

-- Their words, and the ARNs of who gets them.
local function notifications(resource, look)
  local found, all, arns = look:ask(s3.get_bucket_notification_configuration, { Bucket = resource.name }), slrun.list {}, slrun.list {}
  for _, kind in ipairs { "QueueConfigurations", "TopicConfigurations", "LambdaFunctionConfigurations" } do
    for _, one in ipairs(found and found[kind] or {}) do all[#all + 1], arns[#arns + 1] = notification(one), receiver(one) end
  end
  return all, arns
end

slrun.autopsy("AWS::S3::Bucket", function(resource, look)
  local page, code = look:ask(s3.list_objects_v2, { Bucket = resource.name })
  if not page then return code and { says = code, level = "error" } end
  local entries, from = slrun.list {}, look.acted // 1000 -- S3's times are whole seconds
  for _, object in ipairs(page.Contents or {}) do
    if object.LastModified >= from then
      entries[#entries + 1] = { lines = slrun.list { ("%s (%s bytes)"):format(object.Key, object.Size) } }
    end
  end
  local passes, targets = notifications(resource, look)
  return { says = ("%d object%s written%s"):format(#entries, #entries == 1 and "" or "s",
    page.IsTruncated and ", among its first keys" or ""), level = #entries > 0 and "notice" or nil, entries = entries,
    passes = #entries > 0 and passes or nil, targets = targets }
end)
