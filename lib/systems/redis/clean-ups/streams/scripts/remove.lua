-- remove.lua removes members that hold nothing and that nobody has used since the look; the others stay and say why.
-- KEYS 1 stream   ARGV 1 group  2 idleMinMs  3 seenAtMs (server time of the look)  4.. names
-- returns {"done", {what: removed|holds|active|gone, pending, idleMs}...} in the order of the names, or {"refused", clock|gone, detail}
local idleMin = untouchedMs(ARGV[2], ARGV[3])
if not idleMin then return {'refused', 'clock', ''} end
local all, byName, rows = redis.pcall('XINFO', 'CONSUMERS', KEYS[1], ARGV[1]), {}, {}
if all.err then return {'refused', 'gone', all.err} end
for _, c in ipairs(all) do local m = map(c) byName[m.name] = m end
for i = 4, #ARGV do
  local c, what = byName[ARGV[i]], 'removed'
  if not c then what = 'gone' elseif c.pending > 0 then what = 'holds' elseif c.idle < idleMin then what = 'active' end
  if what == 'removed' then redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], ARGV[i]) end
  rows[#rows + 1] = {what, c and c.pending or 0, c and c.idle or 0}
end
return {'done', rows}
