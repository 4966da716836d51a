/** A message as somebody's screen showed it. Texts are unlike each other, so that a second copy is seen under any id. */
export interface Seen {
  epoch: string;
  seq: number;
  text: string;
}

/** A message as its writer knows it. */
export interface Written {
  room: string;
  text: string;
  acknowledged: { epoch: string; seq: number } | null;
}

export interface Verdict {
  acknowledged: number;
  unacknowledged: number;
  /** Each is one message on one screen. */
  lost: string[];
  duplicates: string[];
  /** Places that two screens show differently, or that one shows in another order than the log's, or unlike the answer. */
  disorder: string[];
}

/** Judges offline, from what each member wrote down. All members were in their room before the first message. */
export function judge(
  records: readonly { room: string; seen: readonly Seen[] }[],
  written: readonly Written[],
): Verdict {
  const lost: string[] = [];
  const duplicates: string[] = [];
  const disorder: string[] = [];
  const places = new Map<string, string>();
  for (const [at, { room, seen }] of records.entries()) {
    const on = (text: string) => `${text} on screen ${at}`;
    const counts = new Map<string, number>();
    for (const [place, { epoch, seq, text }] of seen.entries()) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
      const before = seen[place - 1];
      if (before && before.epoch === epoch && before.seq >= seq) disorder.push(on(text));
      const key = `${room} ${epoch} ${seq}`;
      if ((places.get(key) ?? text) !== text) disorder.push(on(text));
      places.set(key, text);
    }
    for (const [text, count] of counts) if (count > 1) duplicates.push(on(text));
    for (const { text, acknowledged } of written.filter((one) => one.room === room)) {
      if (acknowledged && !counts.has(text)) lost.push(on(text));
    }
  }
  const told = written.filter((one) => one.acknowledged !== null);
  for (const { room, text, acknowledged } of told) {
    const shown = places.get(`${room} ${acknowledged?.epoch} ${acknowledged?.seq}`);
    if (shown !== undefined && shown !== text) disorder.push(`${text} against its answer`);
  }
  return { acknowledged: told.length, unacknowledged: written.length - told.length, lost, duplicates, disorder };
}
