import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../shared/entries.ts';
import { roomWords } from '../words/rooms.ts';
import { sayIn } from '../words/say.ts';
import type { InRoom } from './room.tsx';

/** What arrives within this time is announced as one; milliseconds. */
const PAUSE = 1500;

/**
 * Reads new messages of others aloud, politely and together: one is read out, several are counted. The list itself is
 * silent, so that history and repairs of the log are not read as news.
 */
export function Announcer({ app, room }: InRoom) {
  const said = useSignal('');
  const heard = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { last } = room.log.value;
  useEffect(() => {
    const me = room.me.value?.member;
    if (!me) return;
    heard.current ??= last;
    // A timer that runs is left alone: in a lively room a new one each time would never end.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const from = heard.current ?? 0;
      heard.current = room.log.peek().last;
      const text = spoken(
        app.lang,
        room.log.peek().entries.filter((entry) => entry.seq > from && isNews(entry, me) && !isHidden(room, entry)),
      );
      if (text) said.value = text;
    }, PAUSE);
  }, [last, room.me.value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <p class="visually-hidden" role="status">
      {said.value}
    </p>
  );
}

const isNews = (entry: Entry, me: string): boolean => entry.kind === 'message' && entry.by.member !== me;

const isHidden = (room: InRoom['room'], entry: Entry): boolean =>
  entry.kind === 'message' && room.hidden.peek().has(entry.by.member);

function spoken(lang: InRoom['app']['lang'], news: Entry[]): string {
  const t = sayIn(lang, roomWords);
  const last = news.at(-1);
  if (last?.kind !== 'message') return '';
  if (news.length > 1) return t('newMany', { n: news.length, name: last.by.name });
  return `${last.by.name}${last.by.staff ? `, ${t('badge')}` : ''}: ${last.text}`;
}
