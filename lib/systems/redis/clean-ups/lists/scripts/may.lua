-- may.lua tells which command on a key this user may not run; it runs none of them. Before 7.0 nobody can tell.
-- KEYS 1 key   ARGV commands
-- returns the first that is forbidden, or ""
for _, command in ipairs(redis.acl_check_cmd and ARGV or {}) do
  if not redis.acl_check_cmd(command, KEYS[1], '0', 'x') then return command:lower() end
end
return ''
