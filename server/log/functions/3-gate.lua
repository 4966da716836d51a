-- The room's gate: lock, slow mode, duty, sanctions, and what is held.

local function gate(keys, args)
  local t = now(args)
  local found = redis.call('HMGET', keys[1] .. ':head', 'locked', 'slow', 'duty', 'lockdown')
  return { t, found[1] == '1' and 1 or 0, tonumber(found[2] or 0), tonumber(found[3] or 0),
    redis.call('HGETALL', keys[1] .. ':duty'), found[4] or '' }
end

-- args: locked 0|1 or '', slow seconds or '', a lockdown's words, 'off' or ''
local function setGate(keys, args)
  local room, _, time = keys[1], now(args)
  head(room, time)
  if args[2] ~= '' then redis.call('HSET', room .. ':head', 'locked', args[2]) end
  if args[3] ~= '' then redis.call('HSET', room .. ':head', 'slow', args[3]) end
  if args[4] == 'off' then redis.call('HDEL', room .. ':head', 'lockdown')
  elseif args[4] ~= '' then redis.call('HSET', room .. ':head', 'lockdown', args[4]) end
  hint(room, 'gate')
  return gate(keys, args)
end

local function lease(room, staff)
  local since, finish, name = string.match(redis.call('HGET', room .. ':duty', staff) or '', '^(%d+) (%d+) (.*)$')
  return since, tonumber(finish or 0), name
end

-- args: staff, name
local function onDuty(keys, args)
  local room, t, time = keys[1], now(args)
  head(room, time)
  local since, finish, name = lease(room, args[2])
  if finish <= t then since = nil end
  local ends = int(t + @lease@)
  redis.call('HSET', room .. ':duty', args[2], (since or int(time[1] * 1000000 + time[2])) .. ' ' .. ends .. ' ' .. args[3])
  redis.call('PEXPIRE', room .. ':duty', 2 * @lease@)
  redis.call('HSET', room .. ':head', 'duty', ends)
  if not since or name ~= args[3] then hint(room, 'gate') end
  return gate(keys, args)
end

-- args: staff
local function offDuty(keys, args)
  local room, t = keys[1], now(args)
  local _, finish = lease(room, args[2])
  redis.call('HDEL', room .. ':duty', args[2])
  if finish > t then
    local ends = t
    for _, other in ipairs(redis.call('HVALS', room .. ':duty')) do
      ends = math.max(ends, tonumber(string.match(other, '^%d+ (%d+)')))
    end
    redis.call('HSET', room .. ':head', 'duty', int(ends))
    hint(room, 'gate')
  end
  return gate(keys, args)
end

-- args: kind, session, until
local function sanction(keys, args)
  local room, t, time = keys[1], now(args)
  local key, left = room .. ':' .. args[2] .. ':' .. args[3], args[4] - t
  if left <= 0 then return redis.call('DEL', key) end
  redis.call('SET', key, args[4], 'PX', int(left))
  if tonumber(args[4]) > head(room, time).sanctioned then redis.call('HSET', room .. ':head', 'sanctioned', args[4]) end
  return 1
end

-- args: session
local function sanctions(keys, args)
  local t, found = now(args), redis.call('MGET', keys[1] .. ':mute:' .. args[2], keys[1] .. ':ban:' .. args[2])
  return { live(found[1], t) or 0, live(found[2], t) or 0 }
end

local function listHeld(keys, args)
  local waiting = redis.call('ZRANGEBYSCORE', keys[1] .. ':heldend', '(' .. int(now(args)), '+inf')
  local held = {}
  for i, heldId in ipairs(waiting) do held[i] = redis.call('HGET', keys[1] .. ':held', heldId) end
  return held
end

-- args: heldId, decision. Returns the held message and its new sequence, or nothing when somebody was faster.
local function decide(keys, args)
  local room, t, time = keys[1], now(args)
  local state, found = head(room, time), redis.call('HGET', room .. ':held', args[2])
  if not found or tonumber(redis.call('ZSCORE', room .. ':heldend', args[2]) or 0) <= t then return false end
  dropHeld(room, args[2])
  if args[3] ~= 'approve' then return { found, 0 } end
  local session, message = string.match(found, '"session":"([^"]*)"[^\n]*\n(.*)$')
  push(room, state, t, '"kind":"message","approved":true,\n' .. message)
  remember(room, session, string.match(message, '"id":"([^"]*)"'), 'sent ' .. state.epoch .. ' ' .. int(state.last) .. ' ' .. int(state.at))
  return { found, state.last }
end

-- args: most to return
local function expireHeld(keys, args)
  local room, over = keys[1], {}
  for _, heldId in ipairs(redis.call('ZRANGEBYSCORE', room .. ':heldend', '-inf', int(now(args)), 'LIMIT', 0, args[2])) do
    over[#over + 1] = redis.call('HGET', room .. ':held', heldId) or nil
    dropHeld(room, heldId)
  end
  return over
end

local readers = { 'after', after, 'before', before, 'gate', gate, 'sanctions', sanctions, 'listHeld', listHeld }
local writers = {
  'append', append, 'say', say, 'react', react, 'retract', retract, 'forget', forget, 'purge', purge, 'trim', trim,
  'open', open, 'setGate', setGate, 'onDuty', onDuty, 'offDuty', offDuty, 'sanction', sanction, 'decide', decide,
  'expireHeld', expireHeld,
}
-- Lua's own functions (ipairs and the like) are not there while a library loads.
for i = 1, #readers, 2 do
  redis.register_function{
    function_name = 'log_@version@_' .. readers[i], callback = readers[i + 1], flags = { 'no-writes' },
  }
end
for i = 1, #writers, 2 do redis.register_function('log_@version@_' .. writers[i], writers[i + 1]) end
