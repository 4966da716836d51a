import type { Lang } from '../../shared/languages.ts';
import { Icon } from '../parts/icon.tsx';
import { roomWords } from '../words/rooms.ts';
import { say } from '../words/say.ts';

/** The mark of a volunteer. Drawn from a field the server alone sets; names and texts are text nodes, so nobody can write one. */
export function Badge({ lang }: { lang: Lang }) {
  return (
    <span class="badge">
      <Icon name="shield" size={16} />
      {say(lang, roomWords, 'badge')}
    </span>
  );
}
