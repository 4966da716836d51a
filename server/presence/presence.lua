#!lua name=tirek_presence_@version@
-- Who is in a room, in Redis. KEYS[1] is the stem of the room's keys, one slot. ARGV[1] moves the clock (tests alone; else 0).
--   :lease   sorted set: connection by the end of its lease      :of      hash: connection -> member
--   :order   sorted set: member by arrival (microseconds)        :tabs    hash: member -> how many connections
--   :person  hash: member -> JSON

local KEYS_OF_A_ROOM = { ':lease', ':of', ':order', ':tabs', ':person' }

local function now(args)
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000) + args[1], string.format('%.0f', time[1] * 1000000 + time[2])
end

local function int(number) return string.format('%.0f', number) end

local function hint(room) redis.call('SPUBLISH', room .. ':who', '') end

-- Names do not stay when no node is left to take them away.
local function keep(room)
  for _, key in ipairs(KEYS_OF_A_ROOM) do redis.call('PEXPIRE', room .. key, 10 * @lease@) end
end

local function remove(room, connection)
  local member = redis.call('HGET', room .. ':of', connection)
  redis.call('ZREM', room .. ':lease', connection)
  if not member then return false end
  redis.call('HDEL', room .. ':of', connection)
  if redis.call('HINCRBY', room .. ':tabs', member, -1) > 0 then return true end
  redis.call('HDEL', room .. ':tabs', member)
  redis.call('HDEL', room .. ':person', member)
  redis.call('ZREM', room .. ':order', member)
  hint(room)
  return true
end

-- Members whose every connection has expired; they do not count, also before they are reaped.
local function absent(room, t)
  local over, members = {}, {}
  for _, connection in ipairs(redis.call('ZRANGEBYSCORE', room .. ':lease', '-inf', int(t))) do
    local member = redis.call('HGET', room .. ':of', connection)
    if member then over[member] = (over[member] or 0) + 1 end
  end
  local count = 0
  for member, connections in pairs(over) do
    if connections == tonumber(redis.call('HGET', room .. ':tabs', member)) then
      members[member], count = true, count + 1
    end
  end
  return members, count
end

local function count(keys, args)
  local _, missing = absent(keys[1], (now(args)))
  return redis.call('ZCARD', keys[1] .. ':order') - missing
end

local function people(room, t)
  local members, missing = absent(room, t)
  local names = {}
  for _, member in ipairs(redis.call('ZRANGE', room .. ':order', 0, @namesListed@ + missing - 1)) do
    if not members[member] and #names < @namesListed@ then names[#names + 1] = member end
  end
  local persons = #names > 0 and redis.call('HMGET', room .. ':person', unpack(names)) or {}
  return { redis.call('ZCARD', room .. ':order') - missing, table.concat(persons, ',') }
end

-- args: connection, member, person as JSON, members for whom there is a place (0: any number). Returns nothing when there is none.
local function arrive(keys, args)
  local room, t, arrival = keys[1], now(args)
  local connection, member, person, most = args[2], args[3], args[4], tonumber(args[5])
  if most > 0 and not redis.call('ZSCORE', room .. ':order', member) and count(keys, args) >= most then return false end
  local before = redis.call('HGET', room .. ':of', connection)
  if before and before ~= member then remove(room, connection) end
  if before ~= member then
    redis.call('HSET', room .. ':of', connection, member)
    redis.call('HINCRBY', room .. ':tabs', member, 1)
  end
  redis.call('ZADD', room .. ':lease', int(t + @lease@), connection)
  redis.call('ZADD', room .. ':order', 'NX', arrival, member)
  if redis.call('HGET', room .. ':person', member) ~= person then
    redis.call('HSET', room .. ':person', member, person)
    hint(room)
  end
  keep(room)
  return people(room, t)
end

-- args: connections. Returns those that are not there.
local function renew(keys, args)
  local room, finish = keys[1], int(now(args) + @lease@)
  local missing = {}
  for i = 2, #args do
    if redis.call('ZSCORE', room .. ':lease', args[i]) then
      redis.call('ZADD', room .. ':lease', finish, args[i])
    else
      missing[#missing + 1] = args[i]
    end
  end
  keep(room)
  return missing
end

-- args: connection
local function leave(keys, args)
  return remove(keys[1], args[2]) and 1 or 0
end

-- args: most to remove
local function reap(keys, args)
  local room = keys[1]
  local over = redis.call('ZRANGEBYSCORE', room .. ':lease', '-inf', int(now(args)), 'LIMIT', 0, args[2])
  for _, connection in ipairs(over) do remove(room, connection) end
  return over
end

local function whoIsIn(keys, args)
  return people(keys[1], (now(args)))
end

redis.register_function('presence_@version@_arrive', arrive)
redis.register_function('presence_@version@_renew', renew)
redis.register_function('presence_@version@_leave', leave)
redis.register_function('presence_@version@_reap', reap)
redis.register_function{ function_name = 'presence_@version@_whoIsIn', callback = whoIsIn, flags = { 'no-writes' } }
redis.register_function{ function_name = 'presence_@version@_count', callback = count, flags = { 'no-writes' } }
