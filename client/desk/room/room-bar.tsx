import { useSignal } from '@preact/signals';
import { Button } from '../../parts/button.tsx';
import type { InRoom } from '../../rooms/room.tsx';
import type { RoomState } from '../../state.ts';
import { shownOf } from '../../view.ts';
import { caseWords } from '../../words/cases.ts';
import { sayIn } from '../../words/say.ts';
import type { Desk } from '../desk-state.ts';
import { Key, keysOn, useDigits, useKeys } from '../keys.tsx';
import { lock, lockDown, slow } from './room-acts.ts';

/** Pauses that are offered, in seconds. */
const PAUSES = [0, 10, 30, 60, 300];

/**
 * Under a room's head: close it for a while, slow it down, guard it from those who come now. M opens what can be done with the
 * newest message, then the one above it, N the one below; L, S and G are the three buttons.
 */
export function RoomBar({ desk, room }: InRoom & { desk: Desk }) {
  const t = sayIn(desk.app.lang, caseWords);
  const choosing = useSignal(false);
  const locked = room.gate.value?.locked === true;
  const seconds = room.gate.value?.slowSeconds ?? 0;
  const guarded = room.gate.value?.lockdown !== undefined;
  const may = desk.app.can.value.has('room.control') && room.me.value !== null;
  useKeys((code) => {
    if (desk.file.value || !may) return false;
    if (code === 'KeyL') void lock(desk, room, !locked);
    else if (code === 'KeyS') choosing.value = true;
    else if (code === 'KeyG') void lockDown(desk, room, !guarded);
    else if (code === 'KeyM') walk(room, -1);
    else if (code === 'KeyN') walk(room, 1);
    else return false;
    return true;
  });
  if (!may) return null;
  return (
    <section class="room-tools" aria-label={t('manage')}>
      <p class="row">
        <Button
          look="quiet"
          aria-pressed={locked}
          aria-keyshortcuts={keysOn.value ? 'l' : undefined}
          onClick={() => void lock(desk, room, !locked)}
        >
          {t(locked ? 'unlock' : 'lock')}
          <Key>L</Key>
        </Button>
        <Button
          look="quiet"
          aria-expanded={choosing.value}
          aria-keyshortcuts={keysOn.value ? 's' : undefined}
          onClick={() => (choosing.value = !choosing.value)}
        >
          {t('slow')}: {pauseIn(t, seconds)}
          <Key>S</Key>
        </Button>
        <Button
          look="quiet"
          aria-pressed={guarded}
          aria-keyshortcuts={keysOn.value ? 'g' : undefined}
          onClick={() => void lockDown(desk, room, !guarded)}
        >
          {t('guard')}: {t(guarded ? 'guardOn' : 'guardOff')}
          <Key>G</Key>
        </Button>
        {keysOn.value && <span class="soft small keys-help">{t('roomKeys')}</span>}
      </p>
      {choosing.value && <Pauses desk={desk} room={room} onEnd={() => (choosing.value = false)} />}
    </section>
  );
}

function Pauses({ desk, room, onEnd }: { desk: Desk; room: RoomState; onEnd: () => void }) {
  const t = sayIn(desk.app.lang, caseWords);
  const pick = (seconds: number | undefined) => {
    if (seconds === undefined) return;
    onEnd();
    void slow(desk, room, seconds);
  };
  useDigits(true, (place) => pick(PAUSES[place]), onEnd);
  return (
    <div class="stack tight">
      <p class="small soft">{t('slowNote')}</p>
      <ul class="choices">
        {PAUSES.map((seconds, place) => (
          <li key={seconds}>
            <Button aria-pressed={room.gate.value?.slowSeconds === seconds} onClick={() => pick(seconds)}>
              {pauseIn(t, seconds)}
              <Key>{place + 1}</Key>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const pauseIn = (t: ReturnType<typeof sayIn<keyof (typeof caseWords)['kk']>>, seconds: number): string => {
  if (seconds === 0) return t('slowOff');
  return seconds < 60 ? t('slowSeconds', { n: seconds }) : t('slowMinutes', { n: Math.round(seconds / 60) });
};

/** Opens what can be done with the message above (-1) or below (1); from nowhere, with the newest one of somebody else. */
function walk(room: RoomState, step: number): void {
  const me = room.me.value?.member ?? '';
  const others = shownOf(room.log.value.entries, me).flatMap((place) =>
    place.kind === 'message' && place.by.member !== me ? [place.seq] : [],
  );
  const at = others.indexOf(room.active.value ?? -1);
  const next = at < 0 ? others.length - 1 : Math.min(others.length - 1, Math.max(0, at + step));
  const seq = others[next];
  if (seq === undefined) return;
  room.active.value = seq;
  requestAnimationFrame(() => {
    const row = document.getElementById(`m${seq}`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('.picker h2')?.focus();
  });
}
