import type { Draft } from '../../server/ports/log.ts';
import type { Person } from '../../shared/entries.ts';

export const aigul: Person = { member: 'm-aigul', name: 'Тыныш Бозторғай' };
export const timur: Person = { member: 'm-timur', name: 'Ұшқыр "Қыран" 🦅' };
export const dana: Person = { member: 'm-dana', name: 'Dana', staff: true };

let drafts = 0;

/** A message of Aigul's in `room`; every draft has an id of its own. */
export function draft(room: string, text: string, more: Partial<Draft> = {}): Draft {
  drafts += 1;
  return { room, id: `message-${drafts}`, by: aigul, session: 's-aigul', text, ...more };
}
