import type { Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { say } from '../words/say.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

interface Props {
  lang: Lang;
  /** As printed by the source. */
  number: string;
  /** What to dial: E.164 or a short number; from `number` when absent. */
  dial?: string;
  /** A button that copies the number; it appears only where a script can do it. */
  copy?: boolean;
}

/** Digits and a leading plus, for `tel:`. */
export const dialable = (number: string): string => number.replace(/(?!^\+)\D/g, '');

/** A number that calls when tapped. */
export function Phone({ lang, number, dial = dialable(number), copy }: Props) {
  return (
    <>
      <a class="phone" href={`tel:${dial}`} aria-label={say(lang, partWords, 'call', { number })}>
        <Icon name="phone" size={20} />
        <span>{number}</span>
      </a>
      {copy && (
        <Button
          look="quiet"
          icon="copy"
          hidden
          data-copy={dial}
          data-copied={say(lang, partWords, 'copied')}
          class="no-print"
        >
          {say(lang, partWords, 'copy')}
        </Button>
      )}
    </>
  );
}
