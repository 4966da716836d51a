import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { readOlder } from '../actions.ts';
import { clock } from '../clock.ts';
import { hasOlder } from '../log.ts';
import { Button } from '../parts/button.tsx';
import { hide } from '../safety.ts';
import { type Row, rowsOf, type ShownMessage, sameRow, shownOf } from '../view.ts';
import { roomWords } from '../words/rooms.ts';
import { safetyWords } from '../words/safety.ts';
import { sayIn } from '../words/say.ts';
import { dayOf } from '../words/times.ts';
import { Group, type InLog } from './group.tsx';
import { OutgoingList } from './outgoing.tsx';
import type { InRoom } from './room.tsx';
import { useScroll } from './scroll.ts';

/** The room's talk: history above, what is on its way below, and a way down when something new is out of sight. */
export function Messages({ app, room }: InRoom) {
  const t = sayIn(app.lang, roomWords);
  const me = room.me.value?.member ?? '';
  const { entries, gone } = room.log.value;
  const shown = useMemo(() => shownOf(entries, me), [entries, me]);
  const rows = useMemo(() => rowsOf(shown, me), [shown, me]);
  const scroll = useScroll(room, { first: shown[0]?.seq ?? 0, last: shown.at(-1)?.seq ?? 0 });
  const unseen = shown.filter(({ seq, kind }) => seq > scroll.seen.value && kind === 'message').length;
  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label={t('messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard.
        tabIndex={0}
        ref={scroll.box}
        onScroll={scroll.moved}
      >
        <div class="log-inside" ref={scroll.inside}>
          <Beginning app={app} room={room} />
          {gone && <p class="log-line">{t('historyGone')}</p>}
          {rows.length === 0 && room.outbox.value.length === 0 && <p class="log-quiet">{t('quiet')}</p>}
          <Rows app={app} room={room} rows={rows} shown={shown} />
          <OutgoingList app={app} room={room} />
        </div>
      </div>
      {unseen > 0 && (
        <Button look="primary" icon="down" class="log-pill" onClick={scroll.toEnd}>
          {t('newBelow', { n: unseen })}
        </Button>
      )}
    </div>
  );
}

/** The button that leads further back, or why there is nothing further back. */
function Beginning({ app, room }: InRoom) {
  const t = sayIn(app.lang, roomWords);
  if (hasOlder(room.log.value))
    return (
      <p class="log-older">
        <Button look="quiet" aria-disabled={room.loadingOlder.value} onClick={() => void readOlder(app, room)}>
          {t('older')}
        </Button>
      </p>
    );
  const hours = Math.round(room.life / 3_600_000);
  return Number.isFinite(hours) && hours > 0 ? <p class="log-line">{t('start', { n: hours })}</p> : null;
}

function Rows({ app, room, rows, shown }: InRoom & { rows: readonly Row[]; shown: ReturnType<typeof shownOf> }) {
  const bySeq = useSignal<ReadonlyMap<number, ShownMessage>>(new Map());
  useLayoutEffect(() => {
    const messages = shown.filter((place): place is ShownMessage => place.kind === 'message');
    bySeq.value = new Map(messages.map((message) => [message.seq, message]));
  }, [shown]);
  // A row that stays as it was keeps its node, and the screen does not look at it again: a long talk stays quick.
  const drawn = useRef<Map<string, { row: Row; node: VNode }>>(new Map());
  const now = new Map<string, { row: Row; node: VNode }>();
  for (const row of rows) {
    const before = drawn.current.get(row.key);
    if (before && sameRow(before.row, row)) now.set(row.key, before);
    else now.set(row.key, { row, node: <OneRow key={row.key} {...{ app, room, row, bySeq }} /> });
  }
  drawn.current = now;
  return <>{[...now.values()].map(({ node }) => node)}</>;
}

function OneRow({ row, ...rest }: InLog & { row: Row }) {
  if (row.kind === 'group' && rest.room.hidden.value.has(row.by.member)) return <Hidden {...rest} row={row} />;
  if (row.kind === 'group') return <Group {...rest} row={row} />;
  if (row.kind === 'day') return <DayLine app={rest.app} at={row.at} />;
  const t = sayIn(rest.app.lang, roomWords);
  return <p class="log-line">{row.kind === 'gone' ? t('goneOne', { n: row.count }) : t(row.line)}</p>;
}

/** A person the reader has hidden: that something stands here, and the way back. */
function Hidden({ app, room, row }: InLog & { row: Extract<Row, { kind: 'group' }> }) {
  const t = sayIn(app.lang, safetyWords);
  return (
    <p class="log-line">
      {t('hidden', { n: row.messages.length })}{' '}
      <Button look="quiet" onClick={() => hide(room, row.by.member, false)}>
        {t('showAgain')}
      </Button>
    </p>
  );
}

function DayLine({ app, at }: Pick<InRoom, 'app'> & { at: number }) {
  return (
    <h2 class="log-day">
      <span>{dayOf(app.lang, at, clock.value + app.clockGap.value)}</span>
    </h2>
  );
}
