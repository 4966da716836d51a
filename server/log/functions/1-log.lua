#!lua name=tirek_log_@version@
-- A room's log in Redis. KEYS[1] is the stem of the room's keys, one slot. ARGV[1] moves the clock (tests alone; else 0).
--   :head     hash: epoch, last, at (of the last entry), locked, slow (seconds), lockdown, duty (end of the last lease),
--             sanctioned (end of the last sanction of anybody), kept (when the end of :log was last put off)
--   :log      list of entries as JSON, the last at the tail
--   :held     hash: heldId -> JSON        :heldend  sorted set: heldId by end
--   :duty     hash: staff -> "since end name", since in microseconds
--   :ban:S :mute:S end of a sanction of session S    :slow:S when S last wrote    :id:S:I the answer to message I of S
-- Entries are joined from JSON that the node made and never parsed here, for Redis's parser refuses what a guest can send
-- (half a surrogate pair). A message, sent or held, has three lines: what this library adds; who and which; the text.

local function now(args)
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000) + args[1], time
end

local function int(number) return string.format('%.0f', number) end

local function hint(room, what) redis.call('SPUBLISH', room .. ':hint', what) end

-- A head that is missing means that history was lost: a new epoch begins.
local function head(room, time)
  local found = redis.call('HMGET', room .. ':head', 'epoch', 'last', 'at', 'locked', 'slow', 'duty', 'sanctioned',
    'kept')
  if not found[1] then
    found[1] = string.format('%x-%x', time[1], time[2])
    redis.call('HSET', room .. ':head', 'epoch', found[1], 'last', 0, 'at', 0)
    redis.call('DEL', room .. ':log')
  end
  return {
    epoch = found[1], last = tonumber(found[2] or 0), at = tonumber(found[3] or 0), locked = found[4] == '1',
    slow = tonumber(found[5] or 0), duty = tonumber(found[6] or 0), sanctioned = tonumber(found[7] or 0),
    kept = tonumber(found[8] or 0),
  }
end

local function push(room, state, at, body)
  state.last = state.last + 1
  state.at = math.max(at, state.at)
  local last, time = int(state.last), int(state.at)
  redis.call('HSET', room .. ':head', 'last', last, 'at', time)
  redis.call('RPUSH', room .. ':log', '{"seq":' .. last .. ',"at":' .. time .. ',' .. body)
  -- Deletion is on a schedule; this is for the case that nobody is left to keep it. A minute more saves a write a message.
  if state.at - state.kept > 60000 then
    redis.call('PEXPIRE', room .. ':log', @messageLife@ + 60000)
    redis.call('HSET', room .. ':head', 'kept', time)
  end
  hint(room, 'entries')
  return state.last
end

local function remember(room, session, id, answer)
  redis.call('SET', room .. ':id:' .. session .. ':' .. id, answer, 'PX', @retryMemory@)
end

local function parts(answer)
  local list = {}
  for part in string.gmatch(answer, '%S+') do list[#list + 1] = part end
  return list
end

-- The first answer, unless its time is over or its log was lost.
local function remembered(answer, epoch, t)
  if not answer then return nil end
  local list = parts(answer)
  local at = tonumber(list[1] == 'sent' and list[4] or list[3] - @heldLife@)
  if t - at >= @retryMemory@ or (list[1] == 'sent' and list[2] ~= epoch) then return nil end
  return list
end

local function live(value, t)
  local number = tonumber(value or 0)
  return number > t and number or nil
end

-- Most rooms have neither sanctions nor slow mode, so that most messages need no look at the session's keys.
local function refusal(room, state, session, t)
  if state.sanctioned > t then
    local found = redis.call('MGET', room .. ':ban:' .. session, room .. ':mute:' .. session)
    if live(found[1], t) then return { 'refused', 'banned', found[1] } end
    if live(found[2], t) then return { 'refused', 'muted', found[2] } end
  end
  return state.locked and { 'refused', 'locked' } or nil
end

-- What does not hold for staff on duty.
local function refusalOfGuest(room, state, session, t)
  if state.slow > 0 then
    local slowUntil = tonumber(redis.call('GET', room .. ':slow:' .. session) or 0) + state.slow * 1000
    if slowUntil > t then return { 'refused', 'slow', int(slowUntil) } end
  end
  return state.duty + @dutyGap@ <= t and { 'refused', 'off_duty' } or nil
end

local function hold(room, args, why, t)
  local session, id, heldId, first, message = args[2], args[3], args[6], args[7], args[8]
  local till = int(t + @heldLife@)
  local held = '{' .. first .. '"at":' .. int(t) .. ',"until":' .. till .. ',"why":"' .. why .. '",\n' .. message
  redis.call('HSET', room .. ':held', heldId, held)
  redis.call('ZADD', room .. ':heldend', till, heldId)
  redis.call('PEXPIRE', room .. ':held', 2 * @heldLife@)
  redis.call('PEXPIRE', room .. ':heldend', 2 * @heldLife@)
  remember(room, session, id, 'held ' .. heldId .. ' ' .. till .. ' ' .. why)
  return { 'held', heldId, till, why }
end

-- args: session, id, staff 0|1, hold 0|1, heldId, the held message's own JSON, the message's JSON
local function append(keys, args)
  local room, t, time = keys[1], now(args)
  local session, id, staff = args[2], args[3], args[4] == '1'
  local state = head(room, time)
  local answer = remembered(redis.call('GET', room .. ':id:' .. session .. ':' .. id), state.epoch, t)
    or refusal(room, state, session, t) or (not staff and refusalOfGuest(room, state, session, t))
  if answer then return answer end
  if state.slow > 0 then redis.call('SET', room .. ':slow:' .. session, int(t), 'PX', state.slow * 1000) end
  if args[5] == '1' then return hold(room, args, 'guard', t) end
  if not staff and state.duty <= t then return hold(room, args, 'duty', t) end
  push(room, state, t, '"kind":"message",\n' .. args[8])
  remember(room, session, id, 'sent ' .. state.epoch .. ' ' .. int(state.last) .. ' ' .. int(state.at))
  return { 'sent', state.epoch, state.last, state.at }
end

-- args: the entry's JSON without sequence and time
local function say(keys, args)
  local t, time = now(args)
  return push(keys[1], head(keys[1], time), t, args[2])
end

local function page(room, from, to)
  local found = redis.call('HMGET', room .. ':head', 'epoch', 'last')
  if not found[1] then return false end
  local last = tonumber(found[2])
  local first = last - redis.call('LLEN', room .. ':log') + 1
  from, to = from(first, last), to(first, last)
  if from > to then return { found[1], first, last, '' } end
  -- One string instead of many: a node reads it three times as fast.
  local entries = redis.call('LRANGE', room .. ':log', int(from - last - 1), int(to - last - 1))
  return { found[1], first, last, table.concat(entries, ',') }
end

-- args: sequence, limit
local function after(keys, args)
  local begin = function(first) return math.max(args[2] + 1, first) end
  return page(keys[1], begin, function(first, last) return math.min(begin(first) + args[3] - 1, last) end)
end

-- args: sequence or -1 for the tail, limit
local function before(keys, args)
  local seq = tonumber(args[2])
  local finish = function(_, last) return seq < 0 and last or math.min(seq - 1, last) end
  return page(keys[1], function(first, last) return math.max(finish(first, last) - args[3] + 1, first) end, finish)
end

local function open(keys, args)
  local _, time = now(args)
  return head(keys[1], time).epoch
end
