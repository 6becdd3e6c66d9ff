-- move.lua moves a slice of one list to an end of another, where it is still what was seen; all of it or nothing.
-- KEYS 1 from  2 to
-- ARGV 1 end L|R of `from` that is counted from  2 offset from it  3 count  4 digest of the hashes, the nearest first
--      5 far|near: which goes first  6 end L|R of `to`  7 length of `from` as it must be, or ""
-- returns {"done", hashes in the order in which they went, bytes} or {"refused", wrong|moved|denied|copy, detail}
local from, to, near, offset, count = KEYS[1], KEYS[2], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local length = redis.pcall('LLEN', from)
if type(length) == 'table' then return {'refused', length.err:find('^WRONGTYPE') and 'wrong' or 'denied', length.err} end
if ARGV[7] ~= '' and length ~= tonumber(ARGV[7]) or length < offset + count then return {'refused', 'moved', tostring(length)} end
local function indexOf(place) return near == 'L' and place or -1 - place end
local values, hashes, bytes = {}, {}, 0
for i = 1, count do
  local value = redis.call('LINDEX', from, indexOf(offset + i - 1))
  values[i], hashes[i], bytes = value, redis.sha1hex(value), bytes + #value
end
if redis.sha1hex(table.concat(hashes)) ~= ARGV[4] then return {'refused', 'moved', tostring(length)} end
-- What is done second must be known to be allowed before the first is done; 6.2 tells it only by trying what changes nothing.
local mark = 'tidemark ' .. redis.sha1hex(ARGV[4] .. digits(now))
local isWithin = offset > 0 and offset + count < length
for _, command in ipairs(isWithin and {'LREM', 'LSET'} or {'LREM'}) do
  local may = command == 'LSET' or not redis.acl_check_cmd and not denied(command, from, '1', mark)
  if redis.acl_check_cmd then may = redis.acl_check_cmd(command, from, '0', mark) end
  if not may then return {'refused', 'denied', 'NOPERM ' .. command:lower()} end
end
local isFarFirst, order, gone = ARGV[5] == 'far', {}, {}
for i = 1, count do
  local at = isFarFirst and count + 1 - i or i
  order[i], gone[i] = values[at], hashes[at]
end
local pushed = redis.pcall(ARGV[6] == 'L' and 'LPUSH' or 'RPUSH', to, unpack(order))
if type(pushed) == 'table' then return {'refused', 'copy', pushed.err} end
-- Each is the first of its kind from the end it is looked for from, so no other that looks like it goes in its place.
if offset == 0 then
  for i = 1, count do redis.call('LREM', from, near == 'L' and 1 or -1, values[i]) end
elseif not isWithin then
  for i = count, 1, -1 do redis.call('LREM', from, near == 'L' and -1 or 1, values[i]) end
else
  for i = 1, count do redis.call('LSET', from, indexOf(offset + i - 1), mark) end
  redis.call('LREM', from, near == 'L' and count or -count, mark)
end
return {'done', gone, bytes}
