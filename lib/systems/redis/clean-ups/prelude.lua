-- What does every script begin with? The server's time, numbers as text, a flat reply as a table, the order of two ids.
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
-- Large numbers would be printed as 1.7e+12.
local function digits(n) return string.format('%.0f', n) end
local function map(list) local m = {} for i = 1, #list, 2 do m[list[i]] = list[i + 1] end return m end
local function before(a, b)
  local am, as, bm, bs = a:match('(%d+)-'), a:match('-(%d+)'), b:match('(%d+)-'), b:match('-(%d+)')
  if am == bm then am, bm = as, bs end
  return #am < #bm or (#am == #bm and am < bm)
end
-- The server's words where it will not do something, else nil.
local function denied(...)
  local reply = redis.pcall(...)
  return type(reply) == 'table' and reply.err or nil
end
-- Anything used in or after the millisecond of the look was used since the look. A clock that went back proves nothing.
local function untouchedMs(idleMinMs, seenAtMs)
  if now < tonumber(seenAtMs) then return nil end
  -- Who was idle for long enough then, and not who has become so since.
  return now - tonumber(seenAtMs) + math.max(tonumber(idleMinMs), 1)
end
