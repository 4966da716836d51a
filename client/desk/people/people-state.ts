import { type Signal, signal } from '@preact/signals';
import type { ErrorCode, Reply } from '../../../shared/errors.ts';
import type { InviteCard, StaffCard, StaffList } from '../../../shared/events.ts';
import type { Lang } from '../../../shared/languages.ts';
import { errorWords } from '../../words/errors.ts';
import { peopleWords } from '../../words/people.ts';
import { type Say, say } from '../../words/say.ts';
import type { Desk } from '../desk-state.ts';

/** What the people screen knows. */
export interface People {
  desk: Desk;
  list: Signal<StaffList | null>;
  /** Why the list could not be read, or null. */
  problem: Signal<ErrorCode | null>;
  /** A link that was just made; its token is nowhere else. */
  made: Signal<{ link: string; invite: InviteCard } | null>;
  /** Whose card is open for changes. */
  open: Signal<string | null>;
  busy: Signal<boolean>;
  /** The last outcome. */
  told: Signal<string>;
}

export const createPeople = (desk: Desk): People => ({
  desk,
  list: signal(null),
  problem: signal(null),
  made: signal(null),
  open: signal(null),
  busy: signal(false),
  told: signal(''),
});

export async function readPeople({ desk, list, problem }: People): Promise<void> {
  const reply = await desk.app.connection.ask('staff:list', {});
  problem.value = reply.ok ? null : reply.code;
  if (reply.ok) list.value = reply.data;
}

type Word = Parameters<Say<keyof (typeof peopleWords)['kk']>>[0];
interface Outcome {
  /** Said when it was done. */
  done: Word;
  /** Said instead of the general sentence of a code. */
  refused?: Partial<Record<ErrorCode, Word>>;
  name?: string;
  /** The card leaves its list: the focus goes to the title. */
  leaves?: boolean;
}

/** One act at a time; then the list is read again, and what came of it is said. */
export async function during(people: People, ask: () => Promise<Reply<unknown>>, outcome: Outcome): Promise<void> {
  const { desk, busy, told } = people;
  if (busy.value) return;
  busy.value = true;
  told.value = '';
  const reply = await ask();
  await readPeople(people);
  busy.value = false;
  const { lang } = desk.app;
  const name = outcome.name ?? '';
  const own = reply.ok ? outcome.done : outcome.refused?.[reply.code];
  told.value = own ? say(lang, peopleWords, own, { name }) : say(lang, errorWords, (reply as { code: ErrorCode }).code);
  if (reply.ok && outcome.leaves) document.getElementById('people-title')?.focus();
}

/** Makes a link for one person and shows it, this once. */
export async function invite(people: People, given: { languages: Lang[]; groups: string[] }): Promise<void> {
  const { desk, busy, made, told } = people;
  if (busy.value) return;
  busy.value = true;
  told.value = '';
  const reply = await desk.app.connection.ask('staff:invite', given);
  if (reply.ok) {
    made.value = { link: `${location.origin}/desk#invite=${reply.data.token}`, invite: reply.data.invite };
    await readPeople(people);
  } else told.value = say(desk.app.lang, errorWords, reply.code);
  busy.value = false;
}

/** May this person invite, change roles, remove. */
export const manages = ({ desk }: People): boolean =>
  desk.state.value?.me.capabilities.includes('staff.manage') === true;

/** What may be done about somebody: nothing about oneself. */
export const mayChange = ({ desk }: People, card: StaffCard): boolean =>
  card.active && card.id !== desk.state.value?.me.staff;

/** The name of a room group; a group of somebody's own making has none but its id. */
export function groupName(lang: Lang, group: string): string {
  const known = `group_${group}`;
  return known in peopleWords[lang] ? say(lang, peopleWords, known as Word) : group;
}
