-- survey.lua tells by hashes what lies in a list, from one end on; nothing of what it says leaves the server.
-- KEYS 1 list   ARGV 1 end L|R  2 offset from that end  3 messagesMax  4 bytesMax
-- returns {"done", length, bytes, hashes} or {"refused", wrong|denied, detail}
local length = redis.pcall('LLEN', KEYS[1])
if type(length) == 'table' then return {'refused', length.err:find('^WRONGTYPE') and 'wrong' or 'denied', length.err} end
local hashes, bytes, offset = {}, 0, tonumber(ARGV[2])
while #hashes < tonumber(ARGV[3]) and bytes < tonumber(ARGV[4]) and offset < length do
  local value = redis.call('LINDEX', KEYS[1], ARGV[1] == 'L' and offset or -1 - offset)
  hashes[#hashes + 1], bytes, offset = redis.sha1hex(value), bytes + #value, offset + 1
end
return {'done', length, bytes, hashes}
