-- SPDX-License-Identifier: Apache-2.0
-- Made by script/docs from the comments of the sources; `slrun stubs` writes it for editors.
---@meta slrun.local_cloud

---@class slrun.local_cloud
local local_cloud = {}

---`local_cloud.fail { service = ..., error = ... }`
---
---Requests fail, whoever sends them, from now to the end of the case.
---@param words table
function local_cloud.fail(words) end

---`local_cloud.duplicates { resource = ... }`
---
---Standard queues deliver messages twice. Of the words of `fail`: `resource`, `times`, `probability`, `seed`.
---@param words table
function local_cloud.duplicates(words) end

---`local_cloud.disorder { resource = ... }`
---
---Standard queues do not deliver the oldest message first. Words as `duplicates`.
---@param words table
function local_cloud.disorder(words) end

---The faults that are set, each with `happened`: how often.
---@return table[]
function local_cloud.faults() end

---Ends all faults of the case.
function local_cloud.recover() end

---Moves the clock on, by what is due in between, also with `--clock=real`.
---@param duration slrun.duration
function local_cloud.advance(duration) end

---Waits until nothing is at work in the local cloud and no event is left that a service has to deliver.
function local_cloud.settle() end

return local_cloud
