import { roomWords } from '../words/rooms.ts';
import { sayIn } from '../words/say.ts';
import type { InRoom } from './room.tsx';

/** Who is writing. Not announced: it comes and goes too often to be heard. */
export function Typing({ app, room }: InRoom) {
  const t = sayIn(app.lang, roomWords);
  const names = [...room.typing.value.keys()].map(
    (member) => room.people.value.people.find((person) => person.member === member)?.name,
  );
  const [first] = names;
  return (
    <p class="typing small soft" aria-hidden="true">
      {names.length === 1 && first ? t('typingOne', { name: first }) : names.length > 0 ? t('typingMany') : ''}
    </p>
  );
}
