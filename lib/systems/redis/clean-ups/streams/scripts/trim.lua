-- trim.lua removes messages that every group has read and acknowledged, up to the id the person saw, a slice at a time.
-- KEYS 1 stream   ARGV 1 plannedId (first id to keep)  2 limit (messages a slice, above stream-node-max-entries)
-- returns {"done", removed, "more" or ""} or {"refused", none|needed, id, group}
local groups, keep, pin = redis.pcall('XINFO', 'GROUPS', KEYS[1]), nil, nil
if groups.err or #groups == 0 then return {'refused', 'none', groups.err or '', ''} end
for _, flat in ipairs(groups) do
  local g = map(flat)
  local id = g['last-delivered-id']
  local first = g.pending > 0 and redis.call('XPENDING', KEYS[1], g.name)[2]
  if first and before(first, id) then id = first end
  if not keep or before(id, keep) then keep, pin = id, g.name end
end
if before(keep, ARGV[1]) then return {'refused', 'needed', keep, pin} end
local removed = redis.call('XTRIM', KEYS[1], 'MINID', '~', ARGV[1], 'LIMIT', ARGV[2])
local more = removed > 0 and 'more' or ''
-- What is left lies in one node.
if removed == 0 then removed = redis.call('XTRIM', KEYS[1], 'MINID', '=', ARGV[1]) end
return {'done', removed, more}
