-- redrive.lua puts back what was put aside, as a copy without the fields that say where it came from.
-- KEYS 1 stream it was put aside in  2 stream it goes back to
-- ARGV 1 group  2 "all" takes what does not say where it came from too  3 from id, "(" excludes  4 to id  5 count  6 groups of the stream as seen
-- returns {"done", cursor or "", {id, copyId}..., large, bytes, stopped} or {"refused", shared|copy|denied, detail}
local aside, stream, group = KEYS[1], KEYS[2], ARGV[1]
local forbidden = denied('XDEL', aside, '0-0')
if forbidden then return {'refused', 'denied', forbidden} end
local groups = #redis.call('XINFO', 'GROUPS', stream)
if groups ~= tonumber(ARGV[6]) then return {'refused', 'shared', tostring(groups)} end
local ours = {['tm-stream'] = true, ['tm-id'] = true, ['tm-group'] = true, ['tm-consumer'] = true, ['tm-deliveries'] = true}
local entries = redis.call('XRANGE', aside, ARGV[3], ARGV[4], 'COUNT', ARGV[5])
local cursor = #entries == tonumber(ARGV[5]) and '(' .. entries[#entries][1] or ''
local rows, large, bytes, stopped = {}, 0, 0, ''
for _, entry in ipairs(entries) do
  local fields, said = {}, {}
  for i = 1, #entry[2], 2 do
    local name, value = entry[2][i], entry[2][i + 1]
    if ours[name] then said[name] = value else fields[#fields + 1], fields[#fields + 2] = name, value end
    bytes = bytes + #value
  end
  local isOurs = said['tm-stream'] == stream and said['tm-group'] == group
  local isNobodys = ARGV[2] == 'all' and not said['tm-stream'] and not said['tm-group']
  if isOurs or isNobodys then
    if #fields == 0 or #fields > 7000 then large = large + 1
    else
      local made = redis.pcall('XADD', stream, '*', unpack(fields))
      if type(made) == 'table' then
        if #rows == 0 then return {'refused', 'copy', made.err} end
        stopped = made.err
        break
      end
      redis.call('XDEL', aside, entry[1])
      rows[#rows + 1] = {entry[1], made}
    end
  end
end
return {'done', cursor, rows, large, bytes, stopped}
