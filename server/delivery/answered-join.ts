import type { Person } from '../../shared/entries.ts';
import type { Joined } from '../../shared/events.ts';
import { frameHead } from './frame.ts';

/** The JSON of what many get; nobody changes it once it is made. */
const written = new WeakMap<Joined['log'] | Person[], Buffer>();

function once(part: Joined['log'] | Person[]): Buffer {
  let json = written.get(part);
  if (json === undefined) {
    json = Buffer.from(JSON.stringify(part));
    written.set(part, json);
  }
  return json;
}

/**
 * The answer to a join. The room's last messages and its names are nearly all of it, and the same for everybody in a storm of
 * joins: their bytes are made once, and written to each connection between the few that are its own.
 */
export class AnsweredJoin {
  readonly #joined: Joined;
  readonly #write: (chunks: readonly Buffer[]) => boolean;

  /** `write`: puts bytes on the connection when nothing else waits for it; false when they must go another way. */
  constructor(joined: Joined, write: (chunks: readonly Buffer[]) => boolean) {
    this.#joined = joined;
    this.#write = write;
  }

  /** `head`: how Socket.IO begins this answer. Returns what is left for Socket.IO to send. */
  send(head: string): string[] {
    const { log, people, ...rest } = this.#joined;
    const own = JSON.stringify(rest).slice(0, -1);
    const chunks = [
      Buffer.from(`4${head}[{"ok":true,"data":${own},"log":`),
      once(log),
      Buffer.from(`,"people":{"count":${people.count},"people":`),
      once(people.people),
      Buffer.from('}}}]'),
    ];
    const size = chunks.reduce((sum, { length }) => sum + length, 0);
    if (this.#write([frameHead(size), ...chunks])) return [];
    // Without the 4: that is Engine.IO's, which comes next.
    return [Buffer.concat(chunks).toString('utf8', 1)];
  }
}
