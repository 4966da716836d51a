import type { ComponentChildren } from 'preact';
import type { Helpline } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { hoursIn } from '../words/facts.ts';
import { lineWords } from '../words/lines.ts';
import { partWords } from '../words/parts.ts';
import { say } from '../words/say.ts';
import { Phone } from './phone.tsx';
import { Source } from './source.tsx';

/** Emergency services: a source that prints no hours is no reason to doubt that they come. */
const ALWAYS = /^kz-1(01|02|03|12)$/;

type Told = { name: string; what: string; note: string; hours: string };

/** A help line in the reader's language: our words where we have them, otherwise those of the database. */
export function lineIn(lang: Lang, line: Helpline): Told {
  const ours = (part: string): string | undefined => {
    const key = `${line.id}.${part}`;
    return key in lineWords.kk ? say(lang, lineWords, key as keyof typeof lineWords.kk) : undefined;
  };
  return {
    name: ours('name') ?? (line.name[lang] || line.name.ru),
    what: ours('what') ?? line.what,
    note: line.note ? (ours('note') ?? line.note) : '',
    // The note tells about hours that the sources dispute; nothing may look like an agreed fact.
    hours: line.note && /disagree/i.test(line.hours) ? '' : hoursIn(lang, line.hours),
  };
}

interface Props {
  lang: Lang;
  lines: readonly Helpline[];
  brief?: boolean;
  /** What a page shows under each line. */
  beside?: (line: Helpline) => ComponentChildren;
}

/** Help lines, most urgent first. `brief`: number, name and hours alone, for the foot of a page. */
export function Lines({ lang, lines, brief, beside }: Props) {
  return (
    <ul class={brief ? 'lines lines-brief' : 'lines'}>
      {lines.map((line) => {
        const { name, what, note, hours } = lineIn(lang, line);
        return (
          <li key={line.id} class="line">
            <Phone lang={lang} number={line.number} />
            <div class="stack tight">
              <p>
                {name}
                {hours && <span class="soft">, {hours}</span>}
                {!brief && !line.hours && !ALWAYS.test(line.id) && (
                  <span class="soft">, {say(lang, partWords, 'hoursUnknown')}</span>
                )}
              </p>
              {!brief && <p class="soft">{what}</p>}
              {note && <p class="notice small">{note}</p>}
              {!brief && <Source lang={lang} source={line.source} brief />}
              {beside?.(line)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
