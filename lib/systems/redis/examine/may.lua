-- may.lua tells which commands this user may not run; it runs none of them. Before 7.0 nobody can tell.
-- KEYS none   ARGV the commands one after the other, each begun by how many words it has
-- returns their places, from 1
local denied, at, place = {}, 1, 0
while redis.acl_check_cmd and at <= #ARGV do
  local words = tonumber(ARGV[at])
  place = place + 1
  local isKnown, may = pcall(redis.acl_check_cmd, unpack(ARGV, at + 1, at + words))
  if isKnown and not may then denied[#denied + 1] = place end
  at = at + words + 1
end
return denied
