-- count.lua makes a lag knowable again from a count of unread messages made outside; nothing is delivered, moved or lost.
-- KEYS 1 stream   ARGV 1 group  2 last-delivered-id  3 entries-added  4 length (2-4 as seen when counting began)  5 unread counted
-- returns {"done", entriesRead} or {"refused", gone|old|moved|trimmed}
local info, group = redis.pcall('XINFO', 'STREAM', KEYS[1]), nil
if info.err then return {'refused', 'gone'} end
for _, g in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do local x = map(g) if x.name == ARGV[1] then group = x end end
local s = map(info)
if not group then return {'refused', 'gone'} end
if not s['entries-added'] then return {'refused', 'old'} end
if group['last-delivered-id'] ~= ARGV[2] then return {'refused', 'moved'} end
if s.length - ARGV[4] ~= s['entries-added'] - ARGV[3] then return {'refused', 'trimmed'} end
local read = digits(ARGV[3] - ARGV[5])
redis.call('XGROUP', 'SETID', KEYS[1], ARGV[1], ARGV[2], 'ENTRIESREAD', read)
return {'done', read}
