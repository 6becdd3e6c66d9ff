-- restore.lua undoes what held.lua did: takes back unread copies and lets the old owner hold the message again, with its age and count.
-- KEYS 1 stream  2 stream that received copies (repeat 1 when none)
-- ARGV 1 group  2 receiver ("" unless given)  then for each: id, owner, deliveredAtMs, deliveries, copyId
-- returns {"done", restored ids, {id, deleted|acked|moved|taken}...} or {"refused", denied, detail}
local stream, copies, group, receiver = KEYS[1], KEYS[2], ARGV[1], ARGV[2]
-- What is done second must be known to be allowed: rights are looked at before the group, and none has no name.
local forbidden = denied('XCLAIM', stream, '', '', '0', '0-0', 'JUSTID')
if forbidden and not forbidden:find('^NOGROUP') then return {'refused', 'denied', forbidden} end
local read = '0-0'
for _, g in ipairs(copies == stream and redis.call('XINFO', 'GROUPS', stream) or {}) do
  local last = map(g)['last-delivered-id']
  if before(read, last) then read = last end
end
local done, left = {}, {}
for i = 3, #ARGV, 5 do
  local id, owner, at, deliveries, copyId = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
  local p, why = redis.call('XPENDING', stream, group, id, id, 1)[1], nil
  if #redis.call('XRANGE', stream, id, id) == 0 then why = 'deleted'
  elseif receiver ~= '' and not p then why = 'acked'
  elseif p and (p[2] ~= receiver or p[4] ~= tonumber(deliveries) or math.abs(now - p[3] - tonumber(at)) > 100) then why = 'moved'
  elseif copyId ~= '' and copies == stream and not before(read, copyId) then why = 'taken'
  elseif copyId ~= '' and redis.call('XDEL', copies, copyId) == 0 then why = 'taken' end
  if why then left[#left + 1] = {id, why}
  else
    redis.call('XCLAIM', stream, group, owner, '0', id, 'TIME', at, 'RETRYCOUNT', deliveries, 'FORCE', 'JUSTID')
    done[#done + 1] = id
  end
end
return {'done', done, left}
