-- destroy.lua ends a group with its position and all that it holds, where it is still the one that was seen.
-- KEYS 1 stream   ARGV 1 group  2 last-delivered-id  3 pending  4 members
-- returns {"done"} or {"refused", gone|changed}
local groups = redis.pcall('XINFO', 'GROUPS', KEYS[1])
if groups.err then return {'refused', 'gone'} end
for _, flat in ipairs(groups) do
  local g = map(flat)
  if g.name == ARGV[1] then
    if g['last-delivered-id'] ~= ARGV[2] or g.pending ~= tonumber(ARGV[3]) or g.consumers ~= tonumber(ARGV[4]) then return {'refused', 'changed'} end
    redis.call('XGROUP', 'DESTROY', KEYS[1], ARGV[1])
    return {'done'}
  end
end
return {'refused', 'gone'}
