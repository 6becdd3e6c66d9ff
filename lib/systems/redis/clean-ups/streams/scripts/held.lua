-- held.lua deals with what one member holds, entry by entry, and only with entries that nothing has touched since the look; or with those that are named.
-- KEYS 1 stream  2 stream that receives copies (again: same as 1; bury: the dead-letter stream; else repeat 1)
-- ARGV 1 verb give|again|bury|forget|clear  2 group  3 owner  4 idleMinMs  5 deliveriesMin  6 seenAtMs (server time of the look)
--      7 from id, "(" excludes  8 to id  9 count  10 receiver (give)  11 groups of the stream as seen  12 "clear" ends claims on what is gone
--      13… ids that alone are meant, whoever holds them by now, touched since the look or not: then 3, 7, 8 and 9 say nothing
-- returns {"done", cursor or "", rows, young, few, missing, large, cleared, bytes, stopped, settled: meant and held no longer}
--      or {"refused", clock|gone|receiver|shared|copy|denied, detail}; row = {id, owner, deliveredAtMs, deliveries, copyId}
local stream, copies, verb, group, receiver = KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[10]
local idleMin, untouched = untouchedMs(ARGV[4], ARGV[6]), untouchedMs('0', ARGV[6])
local deliveriesMin = tonumber(ARGV[5])
if not idleMin then return {'refused', 'clock', ''} end
local meant, settled = #ARGV > 12, 0
local held = meant and {} or redis.pcall('XPENDING', stream, group, ARGV[7], ARGV[8], ARGV[9], ARGV[3])
for i = 13, #ARGV do
  local found = redis.pcall('XPENDING', stream, group, ARGV[i], ARGV[i], 1)
  if found.err then held = found break end
  if found[1] then held[#held + 1] = found[1] else settled = settled + 1 end
end
if held.err then return {'refused', 'gone', held.err} end
-- What is done second must be known to be allowed before the first is done: no entry has the id 0-0.
local forbidden = verb ~= 'give' and denied('XACK', stream, group, '0-0')
if forbidden then return {'refused', 'denied', forbidden} end
if verb == 'give' then
  local known = false
  for _, c in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do known = known or map(c).name == receiver end
  if not known or receiver == ARGV[3] then return {'refused', 'receiver', receiver} end
elseif verb == 'again' then
  local groups = #redis.call('XINFO', 'GROUPS', stream)
  if groups ~= tonumber(ARGV[11]) then return {'refused', 'shared', tostring(groups)} end
end
local rows, young, few, missing, large, cleared, bytes, stopped = {}, 0, 0, 0, 0, 0, 0, ''
local cursor = not meant and #held == tonumber(ARGV[9]) and '(' .. held[#held][1] or ''
for _, p in ipairs(held) do
  local id, owner, idle, deliveries, copyId, act = p[1], p[2], p[3], p[4], '', false
  local entry = redis.call('XRANGE', stream, id, id)[1]
  if not entry then
    if verb == 'clear' or ARGV[12] == 'clear' then
      redis.call('XACK', stream, group, id)
      cleared = cleared + 1
    else missing = missing + 1 end
  elseif verb == 'clear' then few = few + 1
  elseif meant and deliveries < deliveriesMin or not meant and idle < untouched then young = young + 1
  elseif not meant and idle < idleMin or deliveries < deliveriesMin then few = few + 1
  else
    local fields = entry[2]
    act = true
    for _, v in ipairs(fields) do bytes = bytes + #v end
    if verb == 'again' or verb == 'bury' then
      if #fields > 7000 then large, act = large + 1, false
      else
        local origin = verb == 'bury' and {'tm-stream', stream, 'tm-id', id, 'tm-group', group, 'tm-consumer', owner, 'tm-deliveries', digits(deliveries)} or {}
        for _, v in ipairs(origin) do fields[#fields + 1] = v end
        local made = redis.pcall('XADD', copies, '*', unpack(fields))
        if type(made) == 'table' then
          if #rows == 0 and cleared == 0 then return {'refused', 'copy', made.err} end
          stopped = made.err
          break
        end
        copyId = made
      end
    end
  end
  if act then
    local at = digits(now - idle)
    if verb == 'give' then redis.call('XCLAIM', stream, group, receiver, digits(idleMin), id, 'TIME', at, 'RETRYCOUNT', digits(deliveries), 'JUSTID')
    else redis.call('XACK', stream, group, id) end
    rows[#rows + 1] = {id, owner, at, digits(deliveries), copyId}
  end
end
return {'done', cursor, rows, young, few, missing, large, cleared, bytes, stopped, settled}
