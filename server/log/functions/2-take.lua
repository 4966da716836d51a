-- Acts on what is in a log: reactions, and every way for a text to go.

local function entry(room, state, seq)
  return seq > 0 and seq <= state.last and redis.call('LINDEX', room .. ':log', int(seq - state.last - 1)) or nil
end

-- Whether this is a message, and of this member (JSON string; '' for anybody's).
local function isMessage(found, member)
  if not found or string.match(found, '^{"seq":%d+,"at":%d+,"kind":"(%a+)"') ~= 'message' then return false end
  local first, begin = string.find(found, '\n', 1, true), '"by":{"member":' .. member
  return string.sub(found, first + 1, first + #begin) == begin
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

local function eachHeld(room, act)
  local held = redis.call('HGETALL', room .. ':held')
  for i = 1, #held, 2 do act(held[i], cjson.decode(held[i + 1])) end
end

local function dropHeld(room, heldId)
  redis.call('HDEL', room .. ':held', heldId)
  redis.call('ZREM', room .. ':heldend', heldId)
end

-- args: member as JSON
local function forget(keys, args)
  local room, t, time = keys[1], now(args)
  local state, member = head(room, time), cjson.decode('[' .. args[2] .. ']')[1]
  local of = blank(room, function(found) return isMessage(found, args[2]) end)
  eachHeld(room, function(heldId, held)
    if held.by.member == member then dropHeld(room, heldId) end
  end)
  if #of > 0 then push(room, state, t, '"kind":"retract","of":[' .. table.concat(of, ',') .. ']}') end
  return #of
end

local function purge(keys, args)
  local room, t, time = keys[1], now(args)
  local state = head(room, time)
  blank(room, function() return true end)
  eachHeld(room, function(heldId, held)
    -- Its writer is still to be told, so the message ends now instead of vanishing.
    held.text, held['until'] = '', math.min(held['until'], t)
    redis.call('HSET', room .. ':held', heldId, cjson.encode(held))
    redis.call('ZADD', room .. ':heldend', int(held['until']), heldId)
  end)
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
