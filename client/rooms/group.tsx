import type { Signal } from '@preact/signals';
import { classes } from '../parts/classes.ts';
import type { Row, ShownMessage } from '../view.ts';
import { roomWords } from '../words/rooms.ts';
import { sayIn } from '../words/say.ts';
import { Badge } from './badge.tsx';
import { Bubble } from './bubble.tsx';
import type { InRoom } from './room.tsx';

export interface InLog extends InRoom {
  /** Messages that are loaded, for quotes. */
  bySeq: Signal<ReadonlyMap<number, ShownMessage>>;
}

/** What one person wrote in a row: the name once, then the messages. */
export function Group(props: InLog & { row: Extract<Row, { kind: 'group' }> }) {
  const { app, row } = props;
  const t = sayIn(app.lang, roomWords);
  return (
    <div class={classes('group', row.own && 'group-own', row.by.staff && 'group-staff')}>
      <p class="group-name">
        <span class={row.own ? 'visually-hidden' : undefined}>{row.own ? t('you') : row.by.name}</span>
        {row.by.staff && <Badge lang={app.lang} />}
      </p>
      {row.messages.map((message) => (
        <Bubble key={message.seq} {...props} own={row.own} message={message} />
      ))}
    </div>
  );
}
