-- Acts on what is in a log: reactions, and every way for a text to go.

local function entry(room, state, seq)
  return seq > 0 and seq <= state.last and redis.call('LINDEX', room .. ':log', int(seq - state.last - 1)) or nil
end

-- Whether a message, sent or held, is of this member (JSON string; '' for anybody's).
local function isOf(found, member)
  local first, begin = string.find(found, '\n', 1, true), '"by":{"member":' .. member
  return first and string.sub(found, first + 1, first + #begin) == begin
end

local function isMessage(found, member)
  return found and string.match(found, '^{"seq":%d+,"at":%d+,"kind":"(%a+)"') == 'message' and isOf(found, member)
end

local function gone(found)
  local seq, at = string.match(found, '^{"seq":(%d+),"at":(%d+)')
  return '{"seq":' .. seq .. ',"at":' .. at .. ',"kind":"gone"}', seq
end

-- args: sequence of the message, the entry's JSON
local function react(keys, args)
  local room, t, time = keys[1], now(args)
  local state = head(room, time)
  if not isMessage(entry(room, state, tonumber(args[2])), '') then return 0 end
  return push(room, state, t, args[3])
end

-- args: sequence, member as JSON or ''
local function retract(keys, args)
  local room, t, time = keys[1], now(args)
  local state, seq = head(room, time), tonumber(args[2])
  local found = entry(room, state, seq)
  if not isMessage(found, args[3]) then return 0 end
  redis.call('LSET', room .. ':log', int(seq - state.last - 1), (gone(found)))
  return push(room, state, t, '"kind":"retract","of":[' .. int(seq) .. ']}')
end

-- Turns the whole list once round, a piece at a time, and blanks what is chosen. Returns the sequences.
local function blank(room, chosen)
  local blanked, left = {}, redis.call('LLEN', room .. ':log')
  while left > 0 do
    local piece = redis.call('LPOP', room .. ':log', math.min(left, 200))
    left = left - #piece
    for i, found in ipairs(piece) do
      if chosen(found) then piece[i], blanked[#blanked + 1] = gone(found) end
    end
    redis.call('RPUSH', room .. ':log', unpack(piece))
  end
  return blanked
end

local function dropHeld(room, heldId)
  redis.call('HDEL', room .. ':held', heldId)
  redis.call('ZREM', room .. ':heldend', heldId)
end

-- args: member as JSON
local function forget(keys, args)
  local room, t, time = keys[1], now(args)
  local state, held = head(room, time), redis.call('HGETALL', room .. ':held')
  local of = blank(room, function(found) return isMessage(found, args[2]) end)
  for i = 1, #held, 2 do
    if isOf(held[i + 1], args[2]) then dropHeld(room, held[i]) end
  end
  if #of > 0 then push(room, state, t, '"kind":"retract","of":[' .. table.concat(of, ',') .. ']}') end
  return #of
end

local function purge(keys, args)
  local room, t, time = keys[1], now(args)
  local state, held = head(room, time), redis.call('HGETALL', room .. ':held')
  blank(room, function() return true end)
  for i = 1, #held, 2 do
    -- Its writer is still to be told, so the message loses its text and ends now instead of vanishing.
    local ends = int(math.min(t, redis.call('ZSCORE', room .. ':heldend', held[i])))
    local rest = string.match(held[i + 1], '^([^\n]*\n[^\n]*\n)')
    rest = string.gsub(rest, '"until":%d+', '"until":' .. ends, 1)
    redis.call('HSET', room .. ':held', held[i], rest .. '"text":""}')
    redis.call('ZADD', room .. ':heldend', ends, held[i])
  end
  return push(room, state, t, '"kind":"line","line":"purged"}')
end

-- args: life in ms, most places to remove
local function trim(keys, args)
  local room, t, count = keys[1], now(args), 0
  while count < tonumber(args[3]) do
    local piece, old = redis.call('LRANGE', room .. ':log', 0, 99), 0
    while piece[old + 1] and tonumber(string.match(piece[old + 1], '"at":(%d+)')) <= t - args[2] do old = old + 1 end
    if old > 0 then redis.call('LPOP', room .. ':log', old) end
    count = count + old
    if old < 100 then break end
  end
  return count
end
