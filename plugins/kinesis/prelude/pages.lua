-- SPDX-License-Identifier: Apache-2.0
-- Pages. Each operation goes on in its own way; not every server has the newer one.
local kinesis <const>, slrun <const> = ...
local data <const> = slrun.part "data"
local copy_of <const>, given <const> = data.copy_of, data.given

-- The marker after the last of the items; nil where there are no more.
local function behind(args, more, items, marker, member)
  local last = more and items[#items]
  return last and copy_of(args, { [marker] = member and last[member] or last })
end

kinesis.paging.list_streams.next = function(page, args)
  return behind({ Limit = args.Limit }, page.HasMoreStreams, page.StreamNames, "ExclusiveStartStreamName")
end

kinesis.paging.describe_stream = {
  items = function(page) return page.StreamDescription.Shards end,
  next = function(page, args)
    local stream = page.StreamDescription
    return behind(args, stream.HasMoreShards, stream.Shards, "ExclusiveStartShardId", "ShardId")
  end,
}

kinesis.paging.list_tags_for_stream = {
  items = "Tags",
  next = function(page, args)
    return behind(args, page.HasMoreTags, page.Tags, "ExclusiveStartTagKey", "Key")
  end,
}

kinesis.paging.list_shards.next = function(page, args) -- a token stands for the stream
  local token = given(page.NextToken)
  return token and { NextToken = token, MaxResults = args.MaxResults }
end

kinesis.paging.list_stream_consumers.next = function(page, args)
  local token = given(page.NextToken)
  local following = copy_of(args, { NextToken = token })
  following.StreamCreationTimestamp = nil
  return token and following
end
